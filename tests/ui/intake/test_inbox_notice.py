"""A quiet line says that something waits in the Inbox, as soon as it has come to rest there, and goes with it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from balancer_desktop.app.book import Book
from balancer_desktop.app.intake import inbox
from balancer_desktop.app.intake.bring_in import bring_in
from balancer_desktop.app.intake.preview import preview
from balancer_desktop.ui.intake import inbox_watch
from balancer_desktop.ui.intake.inbox_notice import InboxNotice
from balancer_desktop.ui.intake.intake_dialog import IntakeDialog
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.worker import Worker
from tests.ui.windows import opened

CALLS = "Date,Time,Name,Number\n2026-11-20,09:15,Jane,555-0101\n"


class InPlace(Worker):
    """Does everything at once, in the thread that asks."""

    def _start(self, work: Callable[[], None]) -> None:
        work()


def drop(book: Book, name: str = "calls.csv", text: str = CALLS) -> Path:
    inbox.folder(book).mkdir(exist_ok=True)
    path = inbox.folder(book) / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, book: Book, tmp_path: Path) -> None:
    monkeypatch.setattr(inbox_watch, "REST_MS", 20)
    monkeypatch.setattr("balancer_desktop.ui.application.config_dir", lambda: tmp_path / "config")
    book.clock = lambda: datetime.combine(book.today(), datetime.min.time()).replace(hour=12).astimezone()


@pytest.fixture
def notice(session: Session, qtbot: QtBot) -> Iterator[InboxNotice]:
    made = InboxNotice(session, InPlace())
    qtbot.addWidget(made)
    yield made
    made.watch.close()


def test_what_is_dropped_while_the_book_is_open(notice: InboxNotice, book: Book, qtbot: QtBot) -> None:
    with qtbot.waitSignal(notice.watch.waits):
        pass
    assert notice.isHidden()
    with qtbot.waitSignal(notice.watch.waits, timeout=5000):
        path = drop(book)
    qtbot.waitUntil(notice.isVisible)
    assert notice.sentence.text() == "1 call from calls.csv waits to be looked at"
    with qtbot.waitSignal(notice.wanted) as wanted:
        notice.look.click()
    assert wanted.args == [[path]]


def test_what_was_there_before_and_what_came_in(session: Session, book: Book, qtbot: QtBot) -> None:
    path = drop(book)
    notice = InboxNotice(session, InPlace())
    qtbot.addWidget(notice)
    qtbot.waitUntil(notice.isVisible)
    bring_in(book, preview(book, [path]))
    qtbot.waitUntil(notice.isHidden)
    assert not path.exists()  # what came in by another way is put away too
    notice.watch.close()


def test_later_is_later(session: Session, book: Book, qtbot: QtBot) -> None:
    drop(book)
    notice = InboxNotice(session, InPlace())
    qtbot.addWidget(notice)
    qtbot.waitUntil(notice.isVisible)
    notice.later.click()
    with qtbot.waitSignal(notice.watch.waits):
        notice.watch.look()
    assert notice.isHidden()
    with qtbot.waitSignal(notice.watch.waits, timeout=5000):
        drop(book, "more.csv", "Date,Name\n2026-11-20,Bob\n")
    qtbot.waitUntil(notice.isVisible)
    assert notice.sentence.text() == "2 calls from 2 files wait to be looked at"
    notice.watch.close()


def test_a_file_that_is_still_written_is_waited_for(notice: InboxNotice, book: Book, qtbot: QtBot) -> None:
    with qtbot.waitSignal(notice.watch.waits):
        pass
    path = drop(book)
    notice.watch.look()
    path.write_text(CALLS + "2026-11-20,09:16,Bob,555-0102\n", encoding="utf-8")
    notice.watch._settle()  # the time is up, and the file is another than before
    assert notice.isHidden()
    qtbot.waitUntil(lambda: notice.sentence.text() == "2 calls from calls.csv wait to be looked at")


def test_a_dialog_in_front_is_not_disturbed(notice: InboxNotice, session: Session, book: Book, qtbot: QtBot) -> None:
    """Its worker may be using the book."""
    with qtbot.waitSignal(notice.watch.waits):
        pass
    dialog = IntakeDialog(session, [])
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    drop(book)
    with qtbot.assertNotEmitted(notice.watch.waits, wait=200):
        notice.watch.look()
    with qtbot.waitSignal(notice.watch.waits):
        dialog.reject()
    assert notice.sentence.text() == "1 call from calls.csv waits to be looked at"


def test_a_window_tells_what_waits(book: Book, tmp_path: Path, qtbot: QtBot) -> None:
    drop(book)
    window = opened(book, tmp_path, qtbot)
    qtbot.waitUntil(lambda: bool(window.findChildren(InboxNotice)), timeout=20_000)
    (notice,) = window.findChildren(InboxNotice)
    qtbot.waitUntil(notice.isVisible, timeout=5000)
    notice.look.click()
    (dialog,) = window.findChildren(IntakeDialog)
    qtbot.waitUntil(lambda: dialog.items.model.rowCount() == 1)
    dialog.reject()
    window.close()


def test_cards_can_be_dropped_on_the_window(book: Book, tmp_path: Path, qtbot: QtBot) -> None:
    card, table = tmp_path / "jane.vcf", tmp_path / "calls.csv"
    card.write_text("BEGIN:VCARD\nFN:Jane\nEND:VCARD\n", encoding="utf-8")
    table.write_text(CALLS, encoding="utf-8")
    window = opened(book, tmp_path, qtbot)
    here, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def takes(path: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        entering = QDragEnterEvent(QPoint(9, 9), here, data, left, none)
        window.dragEnterEvent(entering)
        if entering.isAccepted():
            window.dropEvent(QDropEvent(QPointF(9, 9), here, data, left, none))
        return entering.isAccepted()

    assert takes(card)
    assert not takes(table)
    window.show_tab("prospects")
    assert takes(table)
    dialogs = window.findChildren(IntakeDialog)
    qtbot.waitUntil(lambda: [dialog.items.model.rowCount() for dialog in dialogs] == [1, 1])
    for dialog in dialogs:
        dialog.reject()
    window.close()
