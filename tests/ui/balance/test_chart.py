"""The chart is drawn from what it is given, updated in place, and walked by pointer and by keys."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.mix import Measure, Mix
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.stack import Cursor, segments
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme.palette import palette
from balancer_desktop.ui.theme.tokens import DARK, LIGHT

# pyqtgraph comes with this; the tests of the panel see to it that the program imports it late.
from balancer_desktop.ui.balance.chart import BalanceChart  # isort: skip

OCTOBER = Cursor(9, Side.GAIN)


@pytest.fixture
def chart(qtbot: QtBot, light: QApplication, formats: Formats, mix: Mix) -> BalanceChart:
    made = BalanceChart(formats)
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.set_mix(mix)
    with qtbot.waitExposed(made):
        made.show()
    return made


def middle(chart: BalanceChart, cursor: Cursor) -> QPoint:
    """Where a piece of a bar, or a month's column, has its middle."""
    month = chart._mix.months[cursor.index]
    heights = [(p.low + p.high) / 2 for p in segments(month) if p.side is cursor.side]
    at = chart._bars_box.mapViewToScene(QPointF(cursor.index, heights[0] if heights else 8900))
    return chart.mapFromScene(at)


def seen(chart: BalanceChart, cursor: Cursor) -> set[str]:
    """The colours around the middle of a piece."""
    image, at = chart.grab().toImage(), middle(chart, cursor)
    return {image.pixelColor(at.x() + dx, at.y() + dy).name().upper() for dx in range(-4, 5) for dy in range(-2, 3)}


def reach(chart: BalanceChart, qtbot: QtBot) -> None:
    """As the Tab key does; a window that is activated gives the focus without a cursor."""
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chart.hasFocus)


def distance(one: str, other: str) -> int:
    pairs = zip(QColor(one).getRgb(), QColor(other).getRgb(), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize(
    ("cursor", "colour"),
    [
        (Cursor(9, Side.KEEP), LIGHT.keep),
        (Cursor(9, Side.WIN_BACK), LIGHT.win_back),
        (Cursor(4, Side.GAIN), LIGHT.gain),
        (Cursor(2), LIGHT.surface),
    ],
)
def test_bars_are_drawn_where_the_numbers_put_them(chart: BalanceChart, cursor: Cursor, colour: str) -> None:
    assert colour in seen(chart, cursor)


def test_the_unfinished_month_is_hatched_and_paler(chart: BalanceChart) -> None:
    colours = seen(chart, Cursor(10, Side.KEEP))
    assert LIGHT.keep not in colours
    assert min(distance(colour, LIGHT.surface) for colour in colours) < 10
    assert max(distance(colour, LIGHT.surface) for colour in colours) > 40


def test_other_numbers_redraw_the_same_items(chart: BalanceChart, make_mix: Any) -> None:
    items = set(chart.scene().items())
    assert LIGHT.surface in seen(chart, Cursor(2))
    chart.set_mix(make_mix([(9000, 0, 0)] * 11))
    assert LIGHT.keep in seen(chart, Cursor(2, Side.KEEP))
    assert set(chart.scene().items()) == items


@pytest.mark.parametrize("sides", [[], [(0, 0, 0)], [(600, 240, 0)], [(-500, 200, 100)] * 13, [(10**14, 1, 1)] * 13])
@pytest.mark.parametrize("measure", Measure)
def test_any_mix_can_be_shown(
    chart: BalanceChart, make_mix: Any, sides: list[tuple[int, int, int]], measure: Measure
) -> None:
    chart.set_mix(make_mix(sides, measure))
    assert not chart.grab().isNull()


class Paints(QObject):
    """What of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


@contextmanager
def painted(chart: BalanceChart) -> Iterator[list[QRect]]:
    QApplication.processEvents()
    paints = Paints()
    chart.viewport().installEventFilter(paints)
    yield paints.rects
    QApplication.processEvents()
    chart.viewport().removeEventFilter(paints)


def on_screen(chart: BalanceChart) -> QImage:
    QApplication.processEvents()
    return chart.screen().grabWindow(chart.winId()).toImage()


def with_gain(mix: Mix, index: int, gain: int) -> Mix:
    return replace(
        mix, months=tuple(replace(month, gain=gain) if i == index else month for i, month in enumerate(mix.months))
    )


@pytest.mark.parametrize("index", [0, 6, 10])
def test_other_figures_of_a_month_are_painted_alone_as_if_all_were(chart: BalanceChart, mix: Mix, index: int) -> None:
    chart.set_mix(with_gain(mix, 4, 5))  # until something has changed, Qt's scene paints itself whole
    on_screen(chart)
    with painted(chart) as rects:
        chart.set_mix(with_gain(chart._mix, index, 700))
        partly = on_screen(chart)
    assert rects
    assert max(rect.width() for rect in rects) < chart.width() / 2
    chart.viewport().update()
    assert alike(partly, on_screen(chart))


def test_the_same_figures_paint_nothing(chart: BalanceChart, mix: Mix) -> None:
    with painted(chart) as rects:
        chart.set_mix(replace(mix))
        QApplication.processEvents()
    assert rects == []


def alike(one: QImage, other: QImage) -> bool:
    """Pixel by pixel, but for what clipping does to the edge of a smooth line."""
    pixels = (one.constBits().tobytes(), other.constBits().tobytes())
    return one.size() == other.size() and all(abs(a - b) <= 3 for a, b in zip(*pixels, strict=True))


def test_a_click_on_a_piece_picks_it(chart: BalanceChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.picked) as picked:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=middle(chart, OCTOBER))
    assert picked.args == [Month(2026, 10), Side.GAIN]


def test_a_click_beside_the_bars_picks_nothing(chart: BalanceChart, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chart.picked):
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=middle(chart, Cursor(2)))
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.RightButton, pos=middle(chart, OCTOBER))


def test_the_pointer_reads_a_month_and_a_side(chart: BalanceChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.pointed, check_params_cb=lambda cursor: cursor == OCTOBER):
        qtbot.mouseMove(chart.viewport(), middle(chart, OCTOBER))
    assert chart.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(chart.pointed, check_params_cb=lambda cursor: cursor == Cursor(2)):
        qtbot.mouseMove(chart.viewport(), middle(chart, Cursor(2)))
    assert chart.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_strip_reads_whole_months(chart: BalanceChart) -> None:
    at = chart.mapFromScene(chart._share_box.mapViewToScene(QPointF(4, 30)))
    assert chart.cursor_at(at) == Cursor(4)
    assert chart.cursor_at(QPoint(1, 1)) is None


def test_keys_walk_months_and_sides_and_pick(chart: BalanceChart, qtbot: QtBot) -> None:
    reach(chart, qtbot)
    assert chart.cursor_now == Cursor(10), "the walk begins at the last month"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(chart, key)
    assert chart.cursor_now == Cursor(9, Side.WIN_BACK)
    with qtbot.waitSignal(chart.picked) as picked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert picked.args == [Month(2026, 10), Side.WIN_BACK]
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.cursor_now == Cursor(0, Side.WIN_BACK)


def test_the_keys_cursor_is_seen_and_spoken(chart: BalanceChart, qtbot: QtBot) -> None:
    reach(chart, qtbot)
    before = chart.grab().toImage()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.grab().toImage() != before
    assert chart.accessibleName() == "Balance chart, hours per month"
    assert chart.accessibleDescription().startswith("October 2026: ")


def test_the_cursor_outlives_other_numbers(chart: BalanceChart, make_mix: Any, qtbot: QtBot) -> None:
    reach(chart, qtbot)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(chart, key)
    chart.set_mix(make_mix([(60, 60, 60)] * 11))
    assert chart.cursor_now == Cursor(9, Side.WIN_BACK)
    chart.set_mix(make_mix([(60, 0, 0)] * 3))
    assert chart.cursor_now == Cursor(2)


def test_a_marked_piece_stays_read_until_unmarked(chart: BalanceChart) -> None:
    chart.clearFocus()
    chart.mark(Month(2026, 10), Side.GAIN)
    assert chart.cursor_now == OCTOBER
    chart.mark(Month(1999, 1), Side.GAIN)
    assert chart.cursor_now is None
    chart.mark(None)
    assert chart.cursor_now is None


def test_it_restyles_with_the_palette(chart: BalanceChart, light: QApplication, qtbot: QtBot) -> None:
    light.setPalette(palette(DARK))
    qtbot.waitUntil(lambda: DARK.keep in seen(chart, Cursor(9, Side.KEEP)))
    assert chart.grab().toImage().pixelColor(2, 2) == QColor(DARK.surface)


def test_a_wheel_or_a_drag_moves_nothing(chart: BalanceChart, qtbot: QtBot) -> None:
    before = chart._bars_box.viewRange()
    start = middle(chart, OCTOBER)
    qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart.viewport(), start + QPoint(60, 60))
    qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 60))
    assert chart._bars_box.viewRange() == before


def test_updates_lose_no_references(chart: BalanceChart, make_mix: Any, mix: Mix) -> None:
    """PySide6 6.12.0 drops references to None and True with each update on Python 3.11, until the process aborts.

    Only a loss is dangerous: 6.11 gains references to None while text is measured, which harms nothing.
    """
    other = make_mix([(600, 60, 6)] * 11)
    for shown in (mix, other):
        chart.set_mix(shown)
        chart.viewport().repaint()
    gc.collect()
    before, objects = (sys.getrefcount(None), sys.getrefcount(True)), len(gc.get_objects())
    for turn in range(200):
        chart.set_mix(other if turn % 2 else mix)
        chart.viewport().repaint()
    gc.collect()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(now > then - 50 for now, then in zip(after, before, strict=True)), (before, after)
    assert len(gc.get_objects()) < objects + 50, "an update leaves objects behind"
