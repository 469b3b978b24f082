"""Calls and appointments as a person brings them in: seen first, marked by keys, in at once, the file put away."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
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


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A team meeting, and a visit to somebody whose name is not the one in the book."""
    path = tmp_path / "week.ics"
    titles = ("Team meeting", "Visit Jon Cotter gutters")
    events = [
        f"BEGIN:VEVENT\nUID:{n}\nDTSTART:21000101T090000\nSUMMARY:{title}\nEND:VEVENT\n"
        for n, title in enumerate(titles)
    ]
    path.write_text(f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n", encoding="utf-8")
    return path


def correct(qtbot: QtBot, dialog: IntakeDialog, row: int, column: int, text: str, *keys: Qt.Key) -> None:
    table = dialog.items.table
    table.setCurrentIndex(dialog.items.model.index(row, column))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = dialog.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, text)
    for key in (*keys, Qt.Key.Key_Return):
        popup = editor.completer().popup() if editor.completer() else None
        qtbot.keyClick(popup if popup and popup.isVisible() else editor, key)
    qtbot.waitUntil(lambda: dialog.focusWidget() is table)


def test_whom_an_event_is_with_is_corrected_in_place(opened: Open, book: Book, diary: Path, qtbot: QtBot) -> None:
    """Somebody of the book is offered as their name is typed; what nobody known was named for comes in then."""
    jonas = people.add(book, Party("Jonas Cotter"))
    dialog = opened(diary)
    assert dialog.title.text() == "2 are in doubt"
    assert shown(dialog, BECOMES) == ["nothing: it is with nobody known"] * 2
    assert not dialog.footer.go.isEnabled()
    correct(qtbot, dialog, 1, WHO, "jonas", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert shown(dialog, WHO) == ["Team meeting", "Jonas Cotter"]
    assert shown(dialog, KNOWN) == ["nobody known", "Jonas Cotter (by choice)"]
    assert dialog.title.text() == "1 is new, 1 is in doubt"
    assert verb(dialog) == "Bring in 1 appointment"
    press(qtbot, dialog, Qt.Key.Key_Return)
    (step,) = book.contacts.all_steps()
    assert (step.party_id, step.what) == (jonas, "09:00 · Visit Jon Cotter gutters")


def test_somebody_new_is_named_in_place(opened: Open, book: Book, diary: Path, qtbot: QtBot) -> None:
    dialog = opened(diary)
    correct(qtbot, dialog, 1, WHO, "Jon  Cotter")
    assert (shown(dialog, WHO)[1], shown(dialog, KNOWN)[1]) == ("Jon Cotter", "new")
    correct(qtbot, dialog, 0, WHO, " ")
    assert "Who it is about is missing" in "".join(label.text() for label in dialog.items.findChildren(QLabel))
    assert shown(dialog, BECOMES) == ["nothing: it is with nobody known", "appointment"]
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert list(book.people.names().values()) == ["Jon Cotter"]


def test_an_editor_that_is_left_changes_nothing(opened: Open, diary: Path, qtbot: QtBot) -> None:
    dialog = opened(diary)
    correct(qtbot, dialog, 0, WHO, "")
    assert shown(dialog, BECOMES)[0] == "nothing: it is with nobody known"
    correct(qtbot, dialog, 0, WHEN, "")
    assert shown(dialog, BECOMES)[0] == "nothing: it is with nobody known"


def test_a_day_that_cannot_be_read_is_corrected_in_place(
    opened: Open, book: Book, tmp_path: Path, qtbot: QtBot
) -> None:
    table = tmp_path / "calls.csv"
    table.write_text("Date,Name,Number,About\nnot a date,Tom Broken,555-0444,roof\n", encoding="utf-8")
    dialog = opened(table)
    assert shown(dialog, WHO) == ["Tom Broken"]
    correct(qtbot, dialog, 0, WHEN, "soon")
    assert not dialog.footer.go.isEnabled()
    correct(qtbot, dialog, 0, WHEN, "19/11/2026 9:15")
    assert (shown(dialog, WHEN), verb(dialog)) == (["19/11/2026 09:15"], "Bring in 1 inquiry")
    press(qtbot, dialog, Qt.Key.Key_Return)
    (call,) = book.inquiries.all()
    assert (call.name, f"{call.received:%Y-%m-%d %H:%M}") == ("Tom Broken", "2026-11-19 09:15")
