"""From writing one entry until the chart, and the table beside it, are painted with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import money, work
from balancer_desktop.app.balance import mix
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Sale, Work
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.people.people_table import PeopleTable
from tests.benchmarks.big_book import TODAY
from tests.benchmarks.conftest import Books
from tests.benchmarks.measuring import Goal, by_turns, report
from tests.benchmarks.painting import repainted, table_in, until_painted, window_on

SIZES = (1_000, 10_000, 1_000_000)
Log = Callable[[Book], None]
TURNS = 15
PARTY = 4
"""A current customer with the usual number of sales."""


@pytest.fixture
def windows(opened: Books, tmp_path: Path, qtbot: QtBot) -> Iterator[list[MainWindow]]:
    """One window for each size of book, the smallest first, each done with what it learns after it was opened."""
    made = [window_on(opened(rows), tmp_path, qtbot) for rows in SIZES]
    for window in made:
        qtbot.waitUntil(lambda w=window: w.session.rhythms is not None and w.session.rhythms.ready, timeout=60_000)
    yield made
    for window in made:
        window.close()


@pytest.mark.parametrize("tab", ["today", "customers", "money"])
def test_logging_a_sale_until_it_is_painted(windows: list[MainWindow], tab: str) -> None:
    for window in windows:
        window.panel.measure_changed.emit(Measure.INCOME)
        window.show_tab(tab)
        if tab == "customers":
            table = table_in(window.tabs.currentWidget())
            assert isinstance(table, PeopleTable)
            assert table.go_to(PARTY), "a row that is out of sight would have nothing to paint"
    compare(f"a sale, {tab} beside the chart", windows, tab, Measure.INCOME, sale)


def test_logging_hours_until_they_are_painted(windows: list[MainWindow]) -> None:
    for window in windows:
        window.panel.measure_changed.emit(Measure.HOURS)
        window.show_tab("money")
        segments = window.tabs.currentWidget().made().segments  # type: ignore[union-attr]  # a LazyTab
        segments.choose(2)
        segments.chosen.emit(2)
    compare("hours, money beside the chart", windows, "money", Measure.HOURS, hours)


def compare(what: str, windows: list[MainWindow], tab: str, measure: Measure, log: Log) -> None:
    watched = [seen(window, tab) for window in windows]
    small, middle, large, redrawn, bare = by_turns(
        TURNS,
        *(lambda w=w, s=s: logged(w, s, log) for w, s in zip(windows, watched, strict=True)),
        lambda: redraw(windows[-1], measure, watched[-1]),
        lambda: repainted(*watched[-1]),
    )
    report(f"{what}: logged and painted at 1,000,000 rows ÷ bare repaint", large, bare, Goal(2))
    report(f"{what}: the same ÷ other numbers drawn, with no book behind them", large, redrawn)
    report(f"{what}: 1,000,000 ÷ 10,000 rows", large, middle, Goal(2))
    report(f"{what}: 1,000,000 ÷ 1,000 rows", large, small)


def redraw(window: MainWindow, measure: Measure, widgets: tuple[QWidget, ...]) -> float:
    """Seconds for other figures in every month; what the book says is put back afterwards."""
    told = mix(window.book, measure)
    other = replace(told, months=tuple(replace(month, keep=month.keep + 1) for month in told.months))

    def act() -> None:
        window.panel.set_mix(other)
        for widget in widgets[1:]:
            widget.update()

    taken = until_painted(act, *widgets)
    until_painted(lambda: window.panel.set_mix(told), widgets[0])
    return taken


def seen(window: MainWindow, tab: str) -> tuple[QWidget, ...]:
    """What must be painted anew: the chart, and the table of the tab if it lists what was logged."""
    QApplication.processEvents()
    chart = window.panel.chart.viewport()
    return (chart,) if tab == "today" else (chart, table_in(window.tabs.currentWidget()).viewport())


def logged(window: MainWindow, widgets: tuple[QWidget, ...], log: Log) -> float:
    """Seconds for one entry; it is taken back afterwards, so that every turn finds the same book."""
    before = window.panel.chart.accessibleDescription()
    taken = until_painted(lambda: log(window.book), *widgets)
    assert window.panel.chart.accessibleDescription() != before
    until_painted(window.book.undo, *widgets)
    return taken


def sale(book: Book) -> None:
    money.record_sale(book, Sale(TODAY, PARTY, 45_000, "Roof"))


def hours(book: Book) -> None:
    work.log(book, Work(TODAY, 120, Side.KEEP, PARTY, "Roof"))
