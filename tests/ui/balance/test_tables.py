"""The models keep Qt's rules, show what they were given, and keep what was chosen."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.mix import Measure, Mix
from balancer_desktop.domain.money import currency
from balancer_desktop.ui.balance.entries_list import EntriesList, EntriesModel, EntryRow
from balancer_desktop.ui.balance.mix_table import MixTable, MixTableModel
from balancer_desktop.ui.format import Formats

ROWS = [EntryRow(date(2026, 10, day), f"Party {day}", "Visit", 30 * day, day) for day in range(1, 6)]


def texts(model: Any, row: int) -> list[str]:
    return [model.index(row, column).data().replace("\u00a0", " ") for column in range(model.columnCount())]


def headings(model: Any) -> list[str]:
    return [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]


def test_models_keep_qts_rules(qtmodeltester: Any, formats: Formats, mix: Mix) -> None:
    numbers = MixTableModel(formats)
    numbers.set_mix(mix)
    entries = EntriesModel(formats)
    entries.show_rows(ROWS, Measure.HOURS)
    qtmodeltester.check(numbers)
    qtmodeltester.check(entries)


def test_months_newest_first_a_gap_where_there_is_no_share(formats: Formats, mix: Mix) -> None:
    model = MixTableModel(formats)
    model.set_mix(mix)
    assert headings(model) == ["Month", "Keep", "Gain", "Win back", "Share"]
    assert texts(model, 0) == ["Nov so far", "20 h", "10 h", "5 h", "43 %"]
    assert texts(model, 1) == ["Oct 2026", "120 h", "10 h", "20 h", "20 %"]
    assert texts(model, 8) == ["Mar 2026", "0 h", "0 h", "0 h", "–"]
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_months_are_named_in_the_language_of_the_words_beside_them(mix: Mix) -> None:
    model = MixTableModel(Formats(currency("EUR"), QLocale("de_DE")))
    model.set_mix(mix)
    assert [texts(model, row)[0] for row in range(2)] == ["Nov so far", "Oct 2026"]


@pytest.mark.parametrize(
    ("locale", "code", "measure", "expected"),
    [
        ("de_DE", "EUR", Measure.INCOME, "2026-11\t1234567,89\t100,00\t0,00\t0,0%"),
        ("en_US", "JPY", Measure.MONEY, "2026-11\t123456789\t10000\t0\t0.0%"),
        ("fr_FR", "KWD", Measure.INCOME, "2026-11\t123456,789\t10,000\t0,000\t0,0%"),
        ("de_DE", "EUR", Measure.HEADS, "2026-11\t123456789\t10000\t0\t0,0%"),
    ],
)
def test_copied_numbers_are_bare(make_mix: Any, locale: str, code: str, measure: Measure, expected: str) -> None:
    model = MixTableModel(Formats(currency(code), QLocale(locale)))
    model.set_mix(make_mix([(123456789, 10000, 0)], measure))
    assert model.tsv([0]).split("\n")[1] == expected


def test_refreshed_numbers_leave_the_selection(qtbot: QtBot, formats: Formats, mix: Mix, make_mix: Any) -> None:
    model = MixTableModel(formats)
    model.set_mix(mix)
    table = MixTable(model)
    qtbot.addWidget(table)
    table.selectRow(3)
    with qtbot.waitSignal(model.dataChanged):
        model.set_mix(make_mix([(600, 0, 0)] * 11))
    assert {index.row() for index in table.selectedIndexes()} == {3}
    assert texts(model, 3)[1] == "10 h"


def test_the_keys_come_to_a_row_and_all_is_copied_until_the_owner_chooses(
    qtbot: QtBot, formats: Formats, mix: Mix
) -> None:
    model = MixTableModel(formats)
    model.set_mix(mix)
    table = MixTable(model)
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    table.setFocus()
    assert {index.row() for index in table.selectedIndexes()} == {0}
    clipboard = QGuiApplication.clipboard()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(clipboard.text().splitlines()) == 1 + model.rowCount()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [line.partition("\t")[0] for line in clipboard.text().splitlines()] == ["Month", "2026-10"]


def test_entries_in_their_measure(formats: Formats) -> None:
    model = EntriesModel(formats)
    model.show_rows(ROWS, Measure.HOURS)
    assert headings(model) == ["Day", "Who", "What", "Amount"]
    assert texts(model, 4) == ["Mon 5", "Party 5", "Visit", "2 h 30"]
    model.show_rows(ROWS, Measure.HEADS)
    assert texts(model, 4)[3] == "€1.50"


def test_refreshed_entries_keep_the_chosen_one(qtbot: QtBot, formats: Formats) -> None:
    shown = EntriesList(formats)
    qtbot.addWidget(shown)
    shown.show_rows("Five", ROWS, Measure.HOURS)
    table = shown.findChild(QTableView)
    table.selectRow(3)
    shown.show_rows("Four", ROWS[1:], Measure.HOURS)
    assert table.currentIndex().row() == 2
    shown.show_rows("None", [], Measure.HOURS)
    assert not table.currentIndex().isValid()


def test_a_click_opens_the_party_if_there_is_one(qtbot: QtBot, formats: Formats) -> None:
    shown = EntriesList(formats)
    qtbot.addWidget(shown)
    nobody = EntryRow(date(2026, 10, 9), "", "Flyers", 45)
    shown.show_rows("Two", [ROWS[2], nobody], Measure.HOURS)
    with qtbot.waitExposed(shown):
        shown.show()
    table = shown.findChild(QTableView)
    cell = table.visualRect(table.model().index(0, 1)).center()
    with qtbot.waitSignal(shown.party_opened) as opened:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert opened.args == [3]
    cell = table.visualRect(table.model().index(1, 1)).center()
    with qtbot.assertNotEmitted(shown.party_opened):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
