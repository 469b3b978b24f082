"""Find anything by typing: people at once, entries when the fingers rest, commands by their names."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, money, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact, Expense
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.find.command import Command
from balancer_desktop.ui.find.find_dialog import FindDialog
from balancer_desktop.ui.session import Session

DAY = date(2026, 11, 2)


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def dialog(book: Book, session: Session, ran: list[str], qtbot: QtBot) -> FindDialog:
    anna = people.add(book, Party("Anna Berg"), Standing.CURRENT, date(2025, 1, 1))
    bert = people.add(book, Party("Bert Annen"), Standing.CURRENT, date(2025, 1, 1))
    people.set_standing(book, [bert], Standing.EX, DAY, book.people.reasons()[0].id)
    contacts.log(book, Contact(DAY, anna, Channel.CALL, "asked about the\nannex"))
    money.record_expense(book, Expense(DAY, 100, Side.GAIN, 0, "flyers"))
    commands = [
        Command("Log work", "Ctrl+Shift+W", lambda: ran.append("work")),
        Command("Import", "Ctrl+I", lambda: ran.append("import")),
    ]
    made = FindDialog(session, commands)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def told(dialog: FindDialog) -> list[str]:
    return [row.spoken for row in dialog.found.rows]


def test_at_first_it_offers_what_can_be_done(dialog: FindDialog) -> None:
    assert told(dialog) == ["Log work, Ctrl+Shift+W", "Import, Ctrl+I"]


def test_people_are_found_at_once_ex_ones_badged_and_entries_after_a_rest(dialog: FindDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "anne")
    assert told(dialog) == ["Bert Annen, ex-customer"]
    qtbot.waitUntil(lambda: len(told(dialog)) == 2)
    assert told(dialog)[1] == "asked about the annex, Anna Berg · contact, 02/11/2026"


def test_arrows_and_enter_take_a_row_and_close(dialog: FindDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "ann")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.party_wanted) as wanted:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert wanted.args == [2]
    assert not dialog.isVisible()


def test_a_command_runs_after_closing(dialog: FindDialog, ran: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "impo")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert ran == ["import"]
    assert not dialog.isVisible()


def test_an_entry_of_nobody_is_handed_on(dialog: FindDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "flyers")
    qtbot.waitUntil(lambda: len(told(dialog)) == 1)
    with qtbot.waitSignal(dialog.entry_wanted) as wanted:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert wanted.args[0].title == "flyers"


def test_nothing_found_is_said(dialog: FindDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "zzz")
    qtbot.waitUntil(lambda: dialog.hint.text() == "Nothing in this book says “zzz”.")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_row_walked_to_stays_chosen_when_entries_arrive(dialog: FindDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "ann")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(told(dialog)) == 3)
    assert dialog.found.rows[dialog.list.currentIndex().row()].title == "Bert Annen"


def test_the_model_behaves_as_qt_expects(dialog: FindDialog, qtmodeltester: Callable[[], None]) -> None:
    qtmodeltester.check(dialog.found)
