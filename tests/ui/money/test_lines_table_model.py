"""Lines that come, change or go one by one leave the table as if all had been put in anew."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.line import Line, LineKind
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.totals import MonthTotals
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.money.lines_table_model import LinesTableModel
from balancer_desktop.ui.money.lines_view import LinesView
from balancer_desktop.ui.money.months_view import MonthsView

FORMATS = Formats(currency("EUR"), QLocale("C"))
ORDERS = [(0, Qt.SortOrder.AscendingOrder), (1, Qt.SortOrder.DescendingOrder), (4, Qt.SortOrder.DescendingOrder)]


def line(number: int, day: int, amount: int = 100) -> Line:
    return Line(LineKind.SALE, number, date(2026, 11, day), 1, f"Person {amount % 3}", "roof", amount)


def newest_first(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda one: (one.on, one.id), reverse=True)


books = st.dictionaries(st.integers(1, 30), st.tuples(st.integers(1, 5), st.integers(1, 4)), max_size=20).map(
    lambda found: newest_first([line(number, day, amount) for number, (day, amount) in found.items()])
)


@pytest.mark.usefixtures("qapp")
@given(before=books, after=books, order=st.sampled_from(ORDERS))
def test_any_list_after_any_other(before: list[Line], after: list[Line], order: tuple[int, Qt.SortOrder]) -> None:
    patched, anew = LinesTableModel(FORMATS), LinesTableModel(FORMATS)
    _tester = QAbstractItemModelTester(patched, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for model, lists in ((patched, (before, after)), (anew, (after,))):
        model.sort(*order)
        for lines in lists:
            model.set_lines(LineKind.SALE, lines)
    assert patched.lines == anew.lines


@pytest.fixture
def view(qtbot: QtBot) -> LinesView:
    made = LinesView(FORMATS)
    qtbot.addWidget(made)
    made.show_lines(LineKind.SALE, [line(3, 9), line(2, 8), line(1, 7)])
    made.select_line(2)
    return made


def test_a_new_line_comes_in_and_the_chosen_one_stays_chosen(view: LinesView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.lines_model.modelReset):
        view.show_lines(LineKind.SALE, [line(4, 10), line(3, 9), line(2, 8)])
    assert [one.id for one in view.lines_model.lines] == [4, 3, 2]
    assert [one.id for one in view.chosen()] == [2]


def test_a_line_that_was_edited_stays_chosen(view: LinesView) -> None:
    view.show_lines(LineKind.SALE, [replace(line(2, 10), amount=7), line(3, 9), line(1, 7)])
    assert [(one.id, one.amount) for one in view.chosen()] == [(2, 7)]


def test_when_the_chosen_line_goes_the_next_is_chosen(view: LinesView) -> None:
    view.show_lines(LineKind.SALE, [line(3, 9), line(1, 7)])
    assert [one.id for one in view.chosen()] == [1]


def test_a_first_unpaid_sale_brings_its_column(view: LinesView) -> None:
    assert view.isColumnHidden(3)
    view.show_lines(LineKind.SALE, [replace(line(4, 10), owed=True), line(3, 9), line(2, 8)])
    assert not view.isColumnHidden(3)


def test_other_figures_of_the_same_months_touch_their_rows_alone(qtbot: QtBot) -> None:
    view = MonthsView(FORMATS)
    qtbot.addWidget(view)
    october, november = Month(2026, 10), Month(2026, 11)
    view.show_months([MonthTotals(october, 5, 0, 0), MonthTotals(november, 7, 0, 0)], november)
    touched: list[int] = []
    view.months_model.dataChanged.connect(lambda top, _bottom: touched.append(top.row()))
    with qtbot.assertNotEmitted(view.months_model.modelReset):
        view.show_months([MonthTotals(october, 5, 0, 0), MonthTotals(november, 9, 0, 0)], november)
    assert touched == [0, 2]
    assert view.months_model.index(2, 1).data() == "0.14"
