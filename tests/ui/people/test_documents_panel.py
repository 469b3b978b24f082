"""On somebody's page their files are seen, opened and dropped; a missing folder is told of, and replaced when asked."""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive, filing
from balancer_desktop.app.documents import copy_in
from balancer_desktop.ui.people import documents_panel
from balancer_desktop.ui.people.documents_list import DocumentsList
from balancer_desktop.ui.people.documents_panel import DocumentsPanel
from balancer_desktop.ui.people.drop_frame import DropFrame
from balancer_desktop.ui.people.notes_edit import NotesEdit
from balancer_desktop.ui.people.party_page import PartyPage
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import Ids

NONE = Qt.KeyboardModifier.NoModifier
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
Show = Callable[..., PeopleTab]


@pytest.fixture
def opened_paths(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was asked to open."""
    asked: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(Path(url.toLocalFile())) or True)
    return asked


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "bill.pdf", tmp_path / "plan.png"]
    for file in made:
        file.write_bytes(b"x" * 2000)
    return made


def page_of(show: Show, party_id: int) -> PartyPage:
    tab = show()
    tab.open_party(party_id)
    return tab.findChild(PartyPage)


def words(page: QWidget) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def listed(page: QWidget) -> list[str]:
    view = page.findChild(DocumentsList)
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())] if view.isVisible() else []


def button(page: QWidget, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if name in (b.text(), b.accessibleName()))


def dragged(files: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def enter(page: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(5, 5), COPY | MOVE, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(page, event)
    return event


def drop(page: QWidget, data: QMimeData) -> QDropEvent:
    enter(page, data)  # Qt gives a drop to whoever has taken the drag
    event = QDropEvent(QPointF(5, 5), COPY | MOVE, data, Qt.MouseButton.LeftButton, NONE)
    event.setDropAction(MOVE)
    QApplication.sendEvent(page, event)
    return event


def test_an_empty_page_says_what_goes_there_and_makes_nothing(ids: Ids, show: Show, session: Session) -> None:
    page = page_of(show, ids.acme)
    assert "Drop files here to keep them with Acme." in words(page)
    assert listed(page) == []
    assert list((session.book.folder / "Customers").iterdir()) == []


def test_dropped_files_are_copied_in_and_never_moved(
    ids: Ids, show: Show, session: Session, files: list[Path], qtbot: QtBot
) -> None:
    page = page_of(show, ids.acme)
    data, frame = dragged(files), page.findChild(DropFrame)
    assert enter(page, data).isAccepted()
    assert frame.is_hovered
    assert "Drop to copy into the folder of Acme." in words(page)
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not frame.is_hovered
    assert "Drop files here" in words(page)
    with qtbot.waitSignal(session.said) as said:
        assert drop(page, data).dropAction() is COPY
    assert said.args == ["2 files copied to the folder of Acme."]
    assert sorted(listed(page)) == ["bill.pdf", "plan.png"]
    assert not frame.is_hovered
    assert "Drop" not in words(page)
    assert all(file.exists() for file in files)
    assert session.book.undo_label == "Make a folder for Acme"


def test_what_is_no_file_of_this_machine_is_not_taken(ids: Ids, show: Show, session: Session) -> None:
    page = page_of(show, ids.acme)
    text, link = QMimeData(), QMimeData()
    text.setText("hello")
    link.setUrls([QUrl("https://example.com/bill.pdf")])
    for data in (text, link):
        assert not page.findChild(DropFrame).is_hovered
        QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), COPY, data, Qt.MouseButton.LeftButton, NONE))
    assert not page.findChild(DropFrame).is_hovered
    assert session.book.folders.filed() == []


def test_the_notes_leave_files_to_the_page(ids: Ids, show: Show, files: list[Path]) -> None:
    notes = page_of(show, ids.acme).findChild(NotesEdit)
    assert not notes.canInsertFromMimeData(dragged(files))
    text = QMimeData()
    text.setText("gate 12")
    assert notes.canInsertFromMimeData(text)


def test_what_was_not_copied_stays_in_view_by_name(
    ids: Ids, show: Show, session: Session, files: list[Path], qtbot: QtBot
) -> None:
    page = page_of(show, ids.acme)
    files[0].unlink()
    with qtbot.waitSignal(session.refused) as refused:
        drop(page, dragged(files))
    assert "“bill.pdf” was not copied (No such file or directory)" in refused.args[0]
    assert "“bill.pdf” was not copied" in words(page)
    assert listed(page) == ["plan.png"]
    page.show_party(ids.ben)
    assert "bill.pdf" not in words(page)


def test_a_copy_goes_to_whom_it_was_dropped_on_and_can_be_stopped(
    ids: Ids, show: Show, session: Session, files: list[Path], qtbot: QtBot
) -> None:
    page = page_of(show, ids.acme)
    panel = page.findChild(DocumentsPanel)
    with qtbot.waitSignal(session.refused) as refused:
        panel.copy_in(files)
        assert "Copying …" in words(page)
        assert button(page, "Stop copying").isVisible()
        panel.copy_in(files)
    assert "Something is being copied already" in refused.args[0]
    page.show_party(ids.ben)
    with qtbot.waitSignal(session.said):
        pass
    assert listed(page) == []
    assert "Drop files here to keep them with Ben Young." in words(page)
    assert not button(page, "Stop copying").isVisible()
    page.show_party(ids.acme)
    assert len(listed(page)) == 2


def test_a_copy_is_finished_before_the_book_closes(ids: Ids, show: Show, session: Session, files: list[Path]) -> None:
    page = page_of(show, ids.acme)
    panel = page.findChild(DocumentsPanel)
    panel.copy_in(files)
    panel.commit_edits()
    assert sorted(listed(page)) == ["bill.pdf", "plan.png"]


def test_the_folder_opens_by_key_and_a_document_by_enter(
    ids: Ids, show: Show, session: Session, files: list[Path], opened_paths: list[Path], qtbot: QtBot
) -> None:
    page = page_of(show, ids.acme)
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    folder = filing.open_folder(session.book, ids.acme)
    assert opened_paths == [folder]
    copy_in(session.book, ids.acme, files[:1])
    QApplication.sendEvent(page.findChild(DocumentsPanel), QEvent(QEvent.Type.WindowActivate))
    assert listed(page) == ["bill.pdf"], "the owner comes back from the file manager"
    view = page.findChild(DocumentsList)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened_paths == [folder, folder / "bill.pdf"]
    assert view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("bill.pdf · 1.95 KiB · changed ")


def test_a_system_that_cannot_open_it_is_told_of(
    ids: Ids, show: Show, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents_panel.QDesktopServices, "openUrl", lambda _url: False)
    page = page_of(show, ids.acme)
    with qtbot.waitSignal(session.refused) as refused:
        button(page, "Open folder").click()
    assert refused.args[0].startswith("The system has no program to open ")


def test_a_missing_folder_is_told_of_and_started_anew_when_asked(
    ids: Ids, show: Show, session: Session, files: list[Path], opened_paths: list[Path], qtbot: QtBot
) -> None:
    [path] = copy_in(session.book, ids.acme, files[:1]).paths
    page = page_of(show, ids.acme)
    assert not button(page, "Start a new folder").isVisible()
    rmtree(path.parent)
    with qtbot.waitSignal(session.refused):
        button(page, "Open folder").click()
    assert f"The folder of Acme is missing; it was last in Customers/{path.parent.name}." in words(page)
    with qtbot.waitSignal(session.refused):
        drop(page, dragged(files))
    assert opened_paths == []
    button(page, "Start a new folder").click()
    assert session.book.undo_label == "Start a new folder for Acme"
    assert "Drop files here to keep them with Acme." in words(page)
    assert not button(page, "Start a new folder").isVisible()


def test_documents_follow_their_party(ids: Ids, show: Show, session: Session, files: list[Path]) -> None:
    copy_in(session.book, ids.acme, files)
    page = page_of(show, ids.acme)
    archive.archive(session.book, [ids.acme], 1)
    page.show_party(ids.acme)
    assert sorted(listed(page)) == ["bill.pdf", "plan.png"]


def test_a_folder_that_cannot_move_is_said_in_the_status_line(
    ids: Ids, session: Session, files: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    copy_in(session.book, ids.acme, files)

    def busy(_source: object, _target: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("os.rename", busy)
    with qtbot.waitSignal(session.refused) as refused:
        archive.archive(session.book, [ids.acme], 1)
    assert refused.args[0].startswith("The folder of Acme stays in Customers/Acme (")
