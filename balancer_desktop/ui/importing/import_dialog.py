"""Bringing in what another program holds: choose files, see how they are read, check, import."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.ui import labels
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.importing.check_page import CheckPage
from balancer_desktop.ui.importing.files_page import FilesPage
from balancer_desktop.ui.importing.footer import Footer
from balancer_desktop.ui.importing.preparation import Change, Preparation
from balancer_desktop.ui.importing.reader import Reader
from balancer_desktop.ui.importing.words import coming, finding
from balancer_desktop.ui.last_folder import last_folder, remember_folder
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE
from balancer_desktop.ui.worker import Worker

_SIZE = (1000, 700)
_KINDS_OF_FILE = "Tables and cards (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.vcf);;All files (*)"
_WHAT = (
    "Choose or drop CSV, XLSX, XLS or ODS files of people, sales, work or spending, or an address book as vCard. "
    "Files that belong together, such as customers and their invoices, are chosen together."
)


class ImportDialog(QDialog):
    """While it is open nothing else can be done with the book, because its worker may be reading or writing it.

    Nothing is written before the owner has seen what. Esc leaves the book as it was.
    """

    def __init__(
        self, session: Session, files: list[Path], parent: QWidget | None = None, worker: Worker | None = None
    ) -> None:
        super().__init__(parent)
        self._session, formats = session, session.formats
        self._leaving = False
        worker = worker or Worker(self)
        reader = Reader(session.book, formats.currency, formats.conventions())
        self.preparation = Preparation(reader, worker, self)
        self.title, self.empty = labels.title(name="What this page shows"), EmptyPage()
        self.files, self.check, self.footer = FilesPage(reader, formats), CheckPage(formats), Footer(formats)
        self.pages = QStackedWidget()
        self._reader = reader
        self._lay_out()
        self._listen(worker)
        self._show_page(self.files if files else self.empty)
        if files:
            self.add_files(files)

    def open(self) -> None:
        """Show it over every window of the program."""
        self.setModal(True)
        self.show()

    def add_files(self, files: list[Path]) -> None:
        """Read files and show what they hold; several that belong together in one go."""
        self._ask(partial(self._reader.add, files=files))

    def choose_files(self) -> None:
        start = last_folder("import")
        names, _ = QFileDialog.getOpenFileNames(self, "Choose the files to import", start, _KINDS_OF_FILE)
        if names:
            remember_folder("import", Path(names[0]).parent)
            self.add_files([Path(name) for name in names])

    def reject(self) -> None:
        """Stop what is going on; what is being written is taken back, and the dialog stays to say so."""
        if self.preparation.busy:
            self._leaving = not self.preparation.writing
            self.preparation.stop()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()) and not self.preparation.writing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(_files(event.mimeData()))
        event.acceptProposedAction()

    def _listen(self, worker: Worker) -> None:
        preparation, footer = self.preparation, self.footer
        worker.progressed.connect(footer.show_rows)
        preparation.working.connect(self._show_work)
        preparation.read.connect(self._show_batch)
        preparation.planned.connect(self._show_plan)
        preparation.refused.connect(footer.say)
        preparation.written.connect(self._tell)
        self.empty.wanted.connect(self.choose_files)
        self.files.files_wanted.connect(self.choose_files)
        self.files.wanted.connect(self._ask)
        self.check.consented.connect(self._show_buttons)
        footer.back.clicked.connect(self._go_back)
        footer.cancel.clicked.connect(self.reject)
        footer.go.clicked.connect(self._go)

    def _ask(self, change: Change) -> None:
        self.footer.say(None)
        self.preparation.ask(change)

    def _go(self) -> None:
        plan = self.check.plan
        self.footer.say(None)
        if self.pages.currentWidget() is self.files:
            self._show_page(self.check)
        elif plan is not None:
            self.preparation.write(plan)

    def _go_back(self) -> None:
        self.footer.say(None)
        self._show_page(self.files)

    def _show_work(self, doing: str) -> None:
        plan = self.check.plan
        self.footer.show_work(doing, plan.new if plan and self.preparation.writing else 0)
        self.pages.setEnabled(not self.preparation.writing)
        self._show_buttons()
        if not doing and self._leaving:
            super().reject()

    def _show_batch(self) -> None:
        batch = self.preparation.batch
        self.files.show_batch(batch)
        self._show_hint()
        empty = not batch.sheets and not batch.broken
        if empty or self.pages.currentWidget() is not self.files:
            self._show_page(self.empty if empty else self.files)

    def _show_plan(self) -> None:
        plan = self.preparation.plan
        if plan is not None:
            self.check.show_plan(plan, self.preparation.batch.included)
            self._show_hint()
        self._show_buttons()

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._show_buttons()
        self._show_hint()
        (self._choose if page is self.empty else self.footer.go).setDefault(True)
        if page is self.empty:
            self._choose.setFocus()
        elif page is self.files:
            self.files.list.setFocus()
        elif page is self.check:
            self.check.focus_first()

    def _show_hint(self) -> None:
        """On the files' page: what stands in the way, or what would come in."""
        batch, plan = self.preparation.batch, self.preparation.plan
        found = finding(plan, self._session.formats) if plan else batch.obstacle if batch.sheets else ""
        self.footer.hint(found if self.pages.currentWidget() is self.files else "")

    def _show_buttons(self) -> None:
        page, plan, footer = self.pages.currentWidget(), self.check.plan, self.footer
        ready = self.preparation.plan is not None and not self.preparation.busy
        footer.back.setVisible(page is self.check)
        footer.go.setVisible(page is not self.empty)
        footer.back.setEnabled(not self.preparation.writing)
        footer.cancel.setText("Stop" if self.preparation.writing else "Cancel")
        if page is self.check and plan is not None:
            new = coming(plan, self._session.formats)
            footer.name_go(f"Import {new}" if new else "Nothing to import")
            footer.go.setEnabled(ready and bool(new) and plan.applicable)
        else:
            footer.name_go("Check")
            footer.go.setEnabled(ready)
        self.title.setText(self._finding(page, plan))

    def _finding(self, page: QWidget | None, plan: ImportPlan | None) -> str:
        if page is self.check and plan is not None:
            return finding(plan, self._session.formats)
        return "Import" if page is self.empty else "How the files are read"

    def _tell(self, plan: ImportPlan) -> None:
        self.accept()
        self._session.said.emit(f"Imported {coming(plan, self._session.formats)}. One undo (Ctrl+Z) takes it all back.")

    def _lay_out(self) -> None:
        self.setWindowTitle("Import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self.empty.say(_WHAT, "Choose files…", "Choose one file or several")
        self._choose = self.empty.findChildren(QPushButton)[0]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(self.title)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.footer)
        for page in (self.empty, self.files, self.check):
            self.pages.addWidget(page)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
