"""Calls and appointments as a person brings them in: seen first, marked by keys, in at once, the file put away."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import people
from balancer_desktop.app.book import Book
from balancer_desktop.app.intake import inbox
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.intake.intake_dialog import IntakeDialog
from balancer_desktop.ui.intake.intake_table_model import ABOUT, BECOMES, COLUMNS, KNOWN, NUMBER, WHEN, WHO
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.worker import Worker

Open = Callable[..., IntakeDialog]
CALLS = (
    "Date,Time,Name,Number,What about,Kind\n2026-11-20,09:15,Jane,087 555 0101,Gutter,\n"
    "2026-11-20,,,555-0199,Roof,missed call\n2026-11-27,10:00,Bob,555-0102,Attic,\n2026-11-20,,,,Roof,\n"
)


class InPlace(Worker):
    """Does everything at once, in the thread that asks."""

    def _start(self, work: Callable[[], None]) -> None:
        work()


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: Book) -> None:
    """Settings of its own, and noon on the book's day."""
    monkeypatch.setattr("balancer_desktop.ui.application.config_dir", lambda: tmp_path / "config")
    book.clock = lambda: datetime.combine(book.today(), datetime.min.time()).replace(hour=12).astimezone()


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "reception.csv"
    path.write_text(CALLS, encoding="utf-8")
    return path


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Open:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()

    def shown(*files: Path) -> IntakeDialog:
        dialog = IntakeDialog(session, list(files), desk, InPlace())
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return shown


def shown(dialog: IntakeDialog, column: int) -> list[str]:
    model = dialog.items.model
    return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


def verb(dialog: IntakeDialog) -> str:
    return dialog.footer.go.text()


def press(qtbot: QtBot, dialog: IntakeDialog, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(dialog.focusWidget() or dialog, key)


def test_what_is_shown(session: Session, opened: Open, book: Book, calls: Path) -> None:
    points = (ContactPoint(ContactKind.PHONE, "+353 87 5550101"),)
    people.add(book, Party("Jane Roe", contacts=points))
    dialog = opened(calls)
    QAbstractItemModelTester(dialog.items.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.title.text() == "3 are new, 1 cannot be read"
    assert shown(dialog, WHO) == [
        "reception.csv, line 5: It does not say who it was. Give a name or a number.", "Jane", "555-0199", "Bob",
    ]  # fmt: skip
    assert shown(dialog, KNOWN)[1:] == ["Jane Roe (by number)", "new", "new"]
    assert shown(dialog, NUMBER)[1:] == ["087 555 0101", "555-0199", "555-0102"]
    assert shown(dialog, WHEN)[1:] == ["20/11/2026 09:15", "20/11/2026", "27/11/2026 10:00"]
    assert shown(dialog, ABOUT)[1:] == ["Gutter", "Roof", "Attic"]
    assert shown(dialog, BECOMES)[1:] == ["inquiry", "inquiry (missed call)", "appointment"]
    assert verb(dialog) == "Bring in 2 inquiries and 1 appointment"
    assert len(COLUMNS) == dialog.items.model.columnCount()
    assert book.inquiries.all() == []


def test_enter_brings_in_what_is_marked(session: Session, opened: Open, book: Book, calls: Path, qtbot: QtBot) -> None:
    dialog = opened(calls)
    with qtbot.waitSignal(session.said) as told:
        press(qtbot, dialog, Qt.Key.Key_Return)
    assert told.args == ["Brought in 2 inquiries and 1 appointment. One undo (Ctrl+Z) takes it all back."]
    assert not dialog.isVisible()
    assert (len(book.inquiries.all()), len(book.contacts.all_steps())) == (2, 1)
    assert calls.exists()


def test_keys_say_what_becomes_of_a_row(opened: Open, book: Book, calls: Path, qtbot: QtBot) -> None:
    dialog = opened(calls)
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert verb(dialog) == "Bring in 1 inquiry and 1 appointment"
    press(qtbot, dialog, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_A)
    assert verb(dialog) == "Bring in 1 inquiry and 2 appointments"
    press(qtbot, dialog, Qt.Key.Key_N, Qt.Key.Key_Down, Qt.Key.Key_I)
    assert shown(dialog, BECOMES)[1:] == ["inquiry", "nothing", "inquiry"]
    qtbot.keyClick(dialog.items.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, dialog, Qt.Key.Key_N)
    assert (verb(dialog), dialog.footer.go.isEnabled()) == ("Bring in", False)
    buttons = {button.text(): button for button in dialog.items.findChildren(QPushButton)}
    buttons["&Inquiry"].click()
    assert verb(dialog) == "Bring in 3 inquiries"


def test_a_wrong_match_can_be_taken_back(opened: Open, book: Book, calls: Path, qtbot: QtBot) -> None:
    jane = people.add(book, Party("Jane"))
    dialog = opened(calls)
    assert shown(dialog, KNOWN)[1] == "Jane (by name)"
    press(qtbot, dialog, Qt.Key.Key_E, Qt.Key.Key_E)
    assert shown(dialog, KNOWN)[1] == "Jane (by name)"
    dialog.items.doubt.click()
    assert shown(dialog, KNOWN)[1] == "new"
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert jane not in [call.party_id for call in book.inquiries.all()]


def test_who_left_is_badged(opened: Open, book: Book, calls: Path) -> None:
    people.add(book, Party("Jane"), Standing.EX)
    assert shown(opened(calls), KNOWN)[1] == "Jane (ex-customer, by name)"


def test_the_mark_can_be_clicked(opened: Open, calls: Path) -> None:
    dialog = opened(calls)
    model = dialog.items.model
    mark = model.index(1, WHO)
    assert model.flags(mark) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.flags(model.index(0, WHO)) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.setData(mark, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert verb(dialog) == "Bring in 1 inquiry and 1 appointment"


def test_what_came_before_is_shown_as_known(opened: Open, calls: Path, qtbot: QtBot) -> None:
    press(qtbot, opened(calls), Qt.Key.Key_Return)
    again = opened(calls)
    assert again.title.text() == "3 came in before, 1 cannot be read"
    assert shown(again, BECOMES)[1:] == ["came in before"] * 3
    press(qtbot, again, Qt.Key.Key_I)
    assert not again.footer.go.isEnabled()


def test_a_file_of_the_inbox_is_put_away(session: Session, opened: Open, book: Book, calls: Path, qtbot: QtBot) -> None:
    inbox.folder(book).mkdir(exist_ok=True)
    waiting = calls.rename(inbox.folder(book) / "calls.csv")
    press(qtbot, opened(waiting), Qt.Key.Key_Escape)
    assert waiting.exists()
    with qtbot.waitSignal(session.said) as told:
        press(qtbot, opened(waiting), Qt.Key.Key_Return)
    assert str(told.args[0]).endswith("takes it all back. calls.csv lies in Inbox/Done, also after that.")
    assert not waiting.exists()
    assert (inbox.folder(book) / "Done" / "calls.csv").exists()


def test_a_file_of_the_inbox_can_be_put_away_unused(opened: Open, book: Book, calls: Path, qtbot: QtBot) -> None:
    inbox.folder(book).mkdir(exist_ok=True)
    waiting = calls.rename(inbox.folder(book) / "calls.csv")
    dialog = opened(waiting)
    dialog.items.table.selectAll()
    press(qtbot, dialog, Qt.Key.Key_N)
    assert verb(dialog) == "Put away without bringing in"
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert (book.inquiries.all(), waiting.exists()) == ([], False)


def test_nothing_chosen_yet(opened: Open, calls: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(calls)], ""))
    dialog = opened()
    assert any("nothing twice" in label.text() for label in dialog.empty.findChildren(QLabel))
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert dialog.pages.currentWidget() is dialog.items


def test_files_can_be_dropped(opened: Open, calls: Path, qtbot: QtBot) -> None:
    dialog, data, here = opened(), QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(calls))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), here, data, left, none)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(9, 9), here, data, left, none))
    assert dialog.items.model.rowCount() == 4


def test_a_stopped_reading_leaves(session: Session, calls: Path, qtbot: QtBot) -> None:
    """With a thread, as in earnest."""
    dialog = IntakeDialog(session, [calls])
    dialog.open()
    with qtbot.waitSignal(dialog.rejected, timeout=5000):
        dialog.reject()
