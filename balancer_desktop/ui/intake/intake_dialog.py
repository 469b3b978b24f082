"""Bringing in calls and appointments from others: choose files, look at what they hold, bring in what is marked."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app.intake import inbox
from balancer_desktop.app.intake.bring_in import Brought, bring_in, told
from balancer_desktop.app.intake.preview import TWICE, IntakePlan, preview
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.intake.item import ItemKind
from balancer_desktop.ui import labels
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.importing.footer import Footer
from balancer_desktop.ui.intake.items_page import ItemsPage
from balancer_desktop.ui.last_folder import last_folder, remember_folder
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE
from balancer_desktop.ui.worker import Then, Verb, Worker

_SIZE = (1060, 640)
_KINDS_OF_FILE = "Calls and appointments (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf *.ics *.ical *.vcs);;All files (*)"
_WHAT = (
    "Choose or drop what whoever answers the phone has written down: a list (CSV, XLSX), cards (vCard) or a calendar "
    "(iCalendar). Nothing comes in before you have looked at it, and nothing twice."
)


class IntakeDialog(QDialog):
    """While it is open nothing else can be done with the book, because its worker may be reading or writing it.

    Files of the Inbox are put away once they were looked at. Esc leaves the book, and the Inbox, as they were.
    """

    def __init__(
        self, session: Session, files: list[Path], parent: QWidget | None = None, worker: Worker | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._worker = session, worker or Worker(self)
        self._plan, self._files = IntakePlan(), list[Path]()
        self._writing = self._leaving = False
        self.title, self.empty = labels.title(name="What this page shows"), EmptyPage()
        self.items, self.footer = ItemsPage(session), Footer(session.formats)
        self.pages = QStackedWidget()
        self._lay_out()
        self._listen()
        self._show_page(self.items if files else self.empty)
        if files:
            self.add_files(files)

    def open(self) -> None:
        """Show it over every window of the program."""
        self.setModal(True)
        self.show()

    def add_files(self, files: list[Path]) -> None:
        """Read files and show what they hold, together with those that are shown already."""
        if self._worker.busy:
            return
        self._files += [file for file in files if file not in self._files]
        book, conventions, chosen = self._session.book, self._session.formats.conventions(), tuple(self._files)
        self._work("Reading", lambda tick: preview(book, chosen, conventions, tick), self._show_plan)

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, "Choose what was written down", last_folder("intake"), _KINDS_OF_FILE
        )
        if names:
            remember_folder("intake", Path(names[0]).parent)
            self.add_files([Path(name) for name in names])

    def reject(self) -> None:
        """Stop what is going on; what is being written is taken back, and the dialog stays to say so."""
        if self._worker.busy:
            self._leaving = not self._writing
            self._worker.stop()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()) and not self._worker.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(files_of(event.mimeData()))
        event.acceptProposedAction()

    def _listen(self) -> None:
        self._worker.progressed.connect(self.footer.show_rows)
        self.empty.wanted.connect(self.choose_files)
        self.items.chosen.connect(self._show_buttons)
        self.footer.back.clicked.connect(self.choose_files)
        self.footer.cancel.clicked.connect(self.reject)
        self.footer.go.clicked.connect(self._go)

    def _work(self, doing: str, verb: Verb, then: Then) -> None:
        self.footer.say(None)
        self.footer.show_work(doing, len(self.items.kinds) if self._writing else 0)
        self.pages.setEnabled(False)  # a name is looked up in the book, which the worker is using
        self._worker.run(verb, partial(self._rest, then), partial(self._rest, self._refused))
        self._show_buttons()

    def _rest(self, then: Then, outcome: object) -> None:
        self._writing = False
        self.footer.show_work("")
        self.pages.setEnabled(True)
        if self._leaving:
            super().reject()
            return
        then(outcome)
        self._show_buttons()

    def _go(self) -> None:
        plan, kinds, book = self.items.model.plan, self.items.kinds, self._session.book
        if kinds:
            self._writing = True
            self._work("Writing", lambda tick: bring_in(book, plan, kinds, tick), self._tell)
        elif self._of_inbox:
            inbox.put_away(book, plan.paths, plan.stamps)
            self.accept()

    def _tell(self, brought: Brought) -> None:
        moved = inbox.put_away(self._session.book, self._plan.paths, self._plan.stamps)
        where = f"{moved[0].name} lies" if len(moved) == 1 else "The files lie"
        lies = f" {where} in Inbox/Done, also after that." if moved else ""
        self.accept()
        done = f"Brought in {brought.words or 'nothing'}. One undo (Ctrl+Z) takes it all back."
        self._session.said.emit(done + lies)

    def _refused(self, why: Refused) -> None:
        self.footer.say(why)

    def _show_plan(self, plan: IntakePlan) -> None:
        self._plan = plan
        self.items.show_plan(plan)
        self.footer.hint(plan.hint)
        self._show_page(self.items if plan.items or plan.faults else self.empty)

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._show_buttons()
        (self._choose if page is self.empty else self.footer.go).setDefault(True)
        if page is self.empty:
            self._choose.setFocus()
        else:
            self.items.focus_first()

    def _show_buttons(self) -> None:
        footer, kinds = self.footer, list(self.items.kinds.values())
        looking = self.pages.currentWidget() is self.items
        coming = told(kinds.count(ItemKind.INQUIRY), kinds.count(ItemKind.APPOINTMENT))
        away = looking and not coming and self._of_inbox
        footer.back.setVisible(looking)
        footer.back.setEnabled(not self._worker.busy)
        footer.go.setVisible(looking)
        footer.name_go(f"Bring in {coming}" if coming else "Put away without bringing in" if away else "Bring in")
        footer.go.setEnabled(bool(coming or away) and not self._worker.busy)
        footer.cancel.setText("Stop" if self._writing else "Cancel")
        self.title.setText(self._finding() if looking else "Calls and appointments from others")

    @property
    def _of_inbox(self) -> bool:
        """Whether a file of the Inbox is looked at, that could be put away."""
        return any(path.parent == inbox.folder(self._session.book) for path in self._plan.paths)

    def _finding(self) -> str:
        """`3 are new, 2 came in before, 1 cannot be read`."""
        plan, number = self.items.model.plan, self._session.formats.number
        if not (plan.items or plan.faults):
            return "Reading…"
        twice = sum(planned.known == TWICE for planned in plan.items)
        counts = (
            (plan.new - plan.doubtful, "is new", "are new"),
            (plan.doubtful, "is in doubt", "are in doubt"),
            (len(plan.items) - plan.new - twice, "came in before", "came in before"),
            (twice, "comes twice", "come twice"),
            (len(plan.faults), "cannot be read", "cannot be read"),
        )
        parts = [f"{number(count)} {one if count == 1 else many}" for count, one, many in counts if count]
        return ", ".join(parts)

    def _lay_out(self) -> None:
        self.setWindowTitle("Bring in calls and appointments")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self.empty.say(_WHAT, "Choose files…", "Choose one file or several")
        self._choose = self.empty.findChildren(QPushButton)[0]
        self.footer.back.setText("More files…")
        self.footer.back.setToolTip("Look at further files together with these")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(self.title)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.footer)
        for page in (self.empty, self.items):
            self.pages.addWidget(page)


def files_of(data: QMimeData) -> list[Path]:
    """The files of this machine that are being dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
