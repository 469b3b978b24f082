"""The files kept with a party: what lies in the folder, the way into it, and a place to drop more."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from balancer_desktop.app.documents import Copied, Documents, copy_files, documents
from balancer_desktop.app.filing import FolderMissing, open_folder, start_again
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui.labels import subtitle, words
from balancer_desktop.ui.people.documents_list import DocumentsList
from balancer_desktop.ui.people.documents_model import DocumentsModel
from balancer_desktop.ui.people.drop_frame import DropFrame
from balancer_desktop.ui.people.page_button import page_button
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.worker import Worker

_KILO = 1024


class DocumentsPanel(QWidget):
    """Looks at the disk when its party is shown or changes, and when the owner comes back to the window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._party, self._name = 0, ""
        self._missing = False
        self._wrong = False
        self._failed: tuple[str, ...] = ()
        self._worker = Worker(self)
        self._worker.progressed.connect(self._tell_progress)
        self._model = DocumentsModel(session.formats)
        self._list, self._frame = DocumentsList(self._model), DropFrame()
        self._words, self._more = words(name="About the documents", muted=True), words(muted=True)
        self._open = page_button(
            "folder", "Open folder", "Open the folder of their files (Ctrl+Shift+O)", self.open_folder
        )
        self._again = page_button(
            "add", "Start a new folder", "Start a new folder in place of the missing one", self._start
        )
        self._stop = page_button("stop", "Stop", "Stop copying", self._worker.stop)
        self._list.chosen.connect(self._open_path)
        self._lay_out()

    def show_party(self, party_id: int, name: str) -> None:
        if party_id != self._party:
            self._failed = ()
        self._party, self._name = party_id, name
        self._refresh()

    def take_drops(self, page: QWidget) -> None:
        """Files may be dropped anywhere on the page; where they go to is shown here."""
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def open_folder(self) -> None:
        """Show the folder in the system's file manager; it is made when this is the first time."""
        folder = self._folder()
        if folder:
            self._open_path(folder)

    def copy_in(self, files: Sequence[Path]) -> None:
        """Copy files and folders into the party's folder, while the window stays alive."""
        if self._worker.busy:
            self._session.refused.emit("Something is being copied already. Wait until it is done, or stop it.")
            return
        folder = self._folder()
        if folder is None:
            return
        party, name, self._failed = self._party, self._name, ()
        self._worker.run(
            lambda progress: copy_files(folder, files, _counted(progress)),
            lambda copied: self._copied(copied, party, name),
            lambda refusal: self._copied(Copied((), (str(refusal),)), party, name),
        )
        self._tell_progress(0)

    def commit_edits(self) -> None:
        """A copy that has begun is finished before the book is closed."""
        self._worker.finish()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            self._refresh()
        elif event.type() is QEvent.Type.PaletteChange:
            self._colour()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drags over the page."""
        if isinstance(event, QDropEvent) and (files := _files(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)  # whatever the file manager meant, nothing leaves its place
            event.accept()
            hovering = isinstance(event, QDragMoveEvent | QDragEnterEvent)
            self._hover(hovering=hovering)
            if not hovering:
                self.copy_in(files)
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._hover(hovering=False)
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        if not self._party or self._frame.is_hovered:
            return
        self._missing, found, said = False, Documents(None), "\n".join(self._failed)
        try:
            found = documents(self._session.book, self._party)
        except FolderMissing as refusal:
            self._missing, said = True, str(refusal)
        except Refused as refusal:
            said = str(refusal)
        self._list.show_documents(tuple(found.latest))
        self._list.setVisible(bool(found.latest))
        self._more.setText(f"and {self._session.formats.number(found.more)} more in the folder")
        self._more.setVisible(bool(found.more))
        if not self._worker.busy:
            invitation = "" if found.latest else f"Drop files here to keep them with {self._name}."
            self._say(said or invitation, wrong=bool(said))
        self._invite(inviting=not said and not found.latest)

    def _invite(self, *, inviting: bool) -> None:
        self._frame.set_inviting(inviting=inviting)
        side, above = (GAP, BETWEEN) if inviting else (0, 0)
        self._words.setContentsMargins(side, above, side, above)

    def _folder(self) -> Path | None:
        """The folder there is now; the refusal is told, and a missing one shown."""
        if not self._party:
            return None
        folder = self._session.attempt(lambda: open_folder(self._session.book, self._party))
        self._refresh()
        return folder

    def _start(self) -> None:
        self._session.attempt(lambda: start_again(self._session.book, self._party))
        self._refresh()

    def _open_path(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._session.refused.emit(f"The system has no program to open {path}.")

    def _copied(self, copied: Copied, party: int, name: str) -> None:
        """What was not copied stays in view, by name, as long as the page stays with the party."""
        count = len(copied.paths)
        what = copied.paths[0].name if count == 1 else f"{self._session.formats.number(count)} files"
        if copied.refusals:
            self._failed = copied.refusals if party == self._party else ()
            self._session.refused.emit(copied.refusals[0])
        else:
            self._session.said.emit(f"{what} copied to the folder of {name}.")
        self._refresh()

    def _tell_progress(self, kilobytes: int) -> None:
        size = self._session.formats.locale.formattedDataSize(kilobytes * _KILO)
        self._say(f"Copying … {size}" if kilobytes else "Copying …")
        self._stop.setVisible(self._worker.busy)

    def _hover(self, *, hovering: bool) -> None:
        """While files are over the page, all the room there is says where they would go."""
        if hovering is self._frame.is_hovered:
            return
        self._frame.setMinimumHeight(self._frame.height() if hovering else 0)
        self._frame.set_hovered(hovered=hovering)
        if hovering:
            self._list.hide()
            self._more.hide()
            self._invite(inviting=True)
            self._say(f"Drop to copy into the folder of {self._name}.")
        else:
            self._refresh()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._words.setText(text)
        self._wrong = wrong
        self._colour()
        self._words.setVisible(bool(text))
        self._again.setVisible(self._missing)
        self._stop.hide()

    def _colour(self) -> None:
        palette = self.palette()
        if self._wrong:
            palette.setColor(QPalette.ColorRole.PlaceholderText, tokens_of(palette).warn)
        self._words.setPalette(palette)

    def _lay_out(self) -> None:
        head, inside, layout = QHBoxLayout(), QVBoxLayout(self._frame), QVBoxLayout(self)
        head.addWidget(subtitle("Documents"), 1)
        head.addWidget(self._open)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        for widget in (self._list, self._more, self._words):
            inside.addWidget(widget)
        for button in (self._again, self._stop):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(self._frame)


def _files(data: QMimeData) -> list[Path]:
    """The files and folders of a drag; none when it holds anything else."""
    urls = data.urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def _counted(progress: Callable[[int], bool]) -> Callable[[int], bool]:
    """Tells of all bytes so far, in kilobytes: a signal's whole numbers end at two thousand million."""
    total = 0

    def told(size: int) -> bool:
        nonlocal total
        total += size
        return progress(total // _KILO)

    return told
