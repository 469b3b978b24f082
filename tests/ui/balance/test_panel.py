"""The panel as a person uses it: read, switch, drill, look at the numbers, put away."""

import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.mix import Measure, Mix
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance import late_chart
from balancer_desktop.ui.balance.entries_list import EntriesList, EntryRow
from balancer_desktop.ui.balance.panel import BalancePanel
from balancer_desktop.ui.balance.stack import Cursor
from balancer_desktop.ui.balance.stand_ins import EmptyChart
from balancer_desktop.ui.format import Formats

OCTOBER = Month(2026, 10)
ROWS = [
    EntryRow(date(2026, 10, 3), "Acme Roofing", "Roof repair", 150, 7),
    EntryRow(date(2026, 10, 9), "", "Flyers", 45),
]


def said(panel: BalancePanel) -> str:
    return panel._title.text.replace("\u00a0", " ")


def test_first_paint_comes_before_pyqtgraph() -> None:
    """In a process of its own: the panel stands, painted, without numpy or pyqtgraph; then the chart comes."""
    program = """
import sys
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.month import Month
from balancer_desktop.ui.balance.panel import BalancePanel
from balancer_desktop.ui.format import Formats
app = QApplication([])
heavy = lambda: sorted({"numpy", "pyqtgraph"} & set(sys.modules))
painted = []
class Watched(BalancePanel):
    def paintEvent(self, event):
        super().paintEvent(event)
        painted.append(heavy())
panel = Watched(Formats(currency("EUR"), QLocale("C")))
month = Month(2026, 11)
panel.set_mix(Mix(Measure.HOURS, (MixMonth(month, 60, 30, 0),), (0.2, 0.4), month))
panel.chart_ready.connect(app.quit)
panel.show()
app.exec()
print(painted[0], heavy(), panel.chart.isVisibleTo(panel))
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.split("\n")[0] == "[] ['numpy', 'pyqtgraph'] True"


def test_the_finding_is_the_title(panel: BalancePanel, make_mix: Any) -> None:
    assert said(panel) == ("Gaining and winning back took 20 % of your hours in October, within your target of 20–40 %")
    panel.set_mix(make_mix([(90, 10, 0), (1, 0, 0)]))
    assert said(panel) == "Gaining took 10 % of your hours in October, below your target of 20–40 %"


@pytest.mark.parametrize("width", [380, 520, 1900])
def test_the_title_keeps_to_three_lines(panel: BalancePanel, width: int) -> None:
    panel.resize(width, 760)
    longest = "New and won-back customers brought 12 % of your income in September, below your target of 20–40 %"
    panel._title.show_text(longest)
    lines = panel._title.lines()
    assert len(lines) <= 3
    assert " ".join(lines) == longest
    panel._title.show_text("word " * 300)
    assert len(panel._title.lines()) == 3
    assert panel._title.lines()[2].endswith("…")
    assert panel._title.toolTip() == "word " * 300


def test_everything_fits_a_narrow_panel(panel: BalancePanel) -> None:
    panel.resize(380, 700)
    assert panel.width() == 380
    for child in panel.findChildren(QToolButton):
        if child.isVisible():
            corner = child.mapTo(panel, child.rect().bottomRight())
            assert panel.rect().contains(corner)


def test_the_figures_follow_the_chart(panel: BalancePanel, qtbot: QtBot) -> None:
    assert panel._read_out.text.startswith("November 2026, so far\nKeeping: 20\u00a0h")
    panel.chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(panel.chart.hasFocus)
    qtbot.keyClick(panel.chart, Qt.Key.Key_Left)
    assert panel._read_out.text.replace("\u00a0", " ") == (
        "October 2026\nKeeping: 120 h\nWinning back: 20 h\nGaining: 10 h\nAcquisition share: 20 %, in target"
    )


def test_choosing_a_measure_asks_for_it(panel: BalancePanel, qtbot: QtBot, make_mix: Any) -> None:
    with qtbot.waitSignal(panel.measure_changed) as asked:
        qtbot.mouseClick(panel._switch.button(Measure.INCOME), Qt.MouseButton.LeftButton)
    assert asked.args == [Measure.INCOME]
    with qtbot.assertNotEmitted(panel.measure_changed):
        panel.set_mix(make_mix(None, Measure.MONEY))
    assert panel._switch.button(Measure.MONEY).isChecked()


def test_arrow_keys_change_the_measure(panel: BalancePanel, qtbot: QtBot) -> None:
    button = panel._switch.button(Measure.HOURS)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(panel.measure_changed) as asked:
        qtbot.keyClick(button, Qt.Key.Key_Right)
    assert asked.args == [Measure.INCOME]


def test_an_empty_book_gets_a_sentence_not_a_grid(panel: BalancePanel, make_mix: Any) -> None:
    panel.set_mix(make_mix([(0, 0, 0)] * 13))
    assert said(panel) == "No hours yet"
    page = panel._stack.currentWidget()
    assert isinstance(page, EmptyChart)
    assert "2h Acme roof repair" in page.accessibleName()
    assert not panel._read_out.isVisible()
    panel.set_mix(make_mix([(60, 0, 0)]))
    assert panel._stack.currentWidget() is panel.chart


def test_an_empty_book_brings_the_chart_in_too(qtbot: QtBot, formats: Formats, make_mix: Any) -> None:
    panel = BalancePanel(formats)
    qtbot.addWidget(panel)
    panel.set_mix(make_mix([]))
    with qtbot.waitSignal(panel.chart_ready):
        panel.show()
    panel.set_mix(make_mix([(60, 0, 0)]))
    assert panel.chart.isVisible()


def test_the_same_numbers_as_a_table_by_one_key(panel: BalancePanel, qtbot: QtBot) -> None:
    panel.chart.setFocus()
    qtbot.waitUntil(panel.chart.hasFocus)
    qtbot.keyClick(panel.chart, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert panel._table.isVisible()
    assert panel._table.hasFocus()
    qtbot.keyClick(panel._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Month\tKeep (h)\tGain (h)\tWin back (h)\tShare"
    assert lines[1:3] == ["2026-11\t20.00\t10.00\t5.00\t42.9%", "2026-10\t120.00\t10.00\t20.00\t20.0%"]
    qtbot.keyClick(panel._table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert panel.chart.isVisible()


def test_from_a_bar_to_its_entries_to_a_party_and_back(panel: BalancePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.drill) as asked:
        panel.chart.picked.emit(OCTOBER, Side.GAIN)
    assert asked.args == [OCTOBER, Side.GAIN, Measure.HOURS]
    panel.show_entries(OCTOBER, Side.GAIN, ROWS)
    table = panel.findChild(EntriesList).findChild(QTableView)
    qtbot.waitUntil(table.hasFocus)
    assert panel.listed == (OCTOBER, Side.GAIN)
    assert table.accessibleName().replace("\u00a0", " ") == "Gaining in October 2026: 3 h 15 in 2 entries"
    assert panel.chart.cursor_now == Cursor(9, Side.GAIN)
    with qtbot.waitSignal(panel.party_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [7]
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not table.isVisible()
    assert panel.listed is None
    qtbot.waitUntil(panel.chart.hasFocus)


def test_entries_stand_beside_the_chart_where_there_is_room(panel: BalancePanel, qtbot: QtBot) -> None:
    panel.show_entries(OCTOBER, Side.GAIN, ROWS)
    assert not panel.chart.isVisible()
    panel.resize(520, 1000)
    qtbot.waitUntil(lambda: panel.chart.isVisible() and panel._entries.y() > panel.chart.height())
    panel.resize(1900, 1000)
    qtbot.waitUntil(lambda: panel._entries.x() > panel.chart.width())


def test_buttons_ask_to_put_the_panel_away_or_to_fill_the_window(panel: BalancePanel, qtbot: QtBot) -> None:
    buttons = {button.text(): button for button in panel.findChildren(QToolButton)}
    with qtbot.waitSignal(panel.collapse_requested):
        buttons["Hide the balance"].click()
    with qtbot.waitSignal(panel.fill_requested):
        buttons["Fill the window"].click()
    panel.set_filled(filled=True)
    assert buttons["Fill the window"].accessibleName() == "Back beside the tabs"


def test_no_control_without_a_name(panel: BalancePanel) -> None:
    panel.show_entries(OCTOBER, Side.GAIN, ROWS)
    reachable = [w for w in panel.findChildren(QWidget) if w.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert len(reachable) >= 9
    unnamed = [w for w in reachable if not w.accessibleName() and w.objectName() != "qt_scrollarea_viewport"]
    assert unnamed == []


def test_without_its_library_the_numbers_are_still_there(
    qtbot: QtBot, light: QApplication, formats: Formats, mix: Mix, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str) -> None:
        raise ImportError(f"no module named {name}")

    monkeypatch.setattr(late_chart, "import_module", broken)
    monkeypatch.delitem(sys.modules, late_chart.CHART, raising=False)
    panel = BalancePanel(formats)
    qtbot.addWidget(panel)
    panel.set_mix(mix)
    with qtbot.waitSignal(panel._late.failed):
        panel.show()
    assert panel._table.isVisible()
    assert "Your numbers are safe" in panel._title.text


def test_a_panel_closed_while_the_chart_is_on_its_way_harms_nothing(qtbot: QtBot, formats: Formats, mix: Mix) -> None:
    panel = BalancePanel(formats)
    late = panel._late
    panel.set_mix(mix)
    with qtbot.waitSignal(late.ready):
        panel.show()
        late.start()
        panel.deleteLater()
