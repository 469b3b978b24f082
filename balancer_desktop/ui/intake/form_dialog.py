"""The form for whoever answers the phone: seen, printed, saved as a PDF, and as a list to fill in at a computer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from balancer_desktop.app.intake.template import NAME, write_template
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui import labels
from balancer_desktop.ui.forms.entry_form import tell
from balancer_desktop.ui.intake import call_form
from balancer_desktop.ui.last_folder import last_folder, remember_folder
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, FIELD, GAP

_DOTS = 66
_WHAT = (
    "Print it, or save the list that goes with it and have that filled in. The list comes back by the book's Inbox "
    "folder, or by Book ▸ Bring in calls and appointments…"
)


class FormDialog(QDialog):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._layout = call_form.layout_of(session.formats.locale)
        self._business = session.book.settings.get("business_name")
        self.page, self.message = QLabel(), labels.words(name="What is wrong")
        self.message.setVisible(False)
        self.pdf, self.list, self.paper = QPushButton("Save as &PDF…"), QPushButton("Save the &list…"), QPushButton()
        self._lay_out()
        self.pdf.clicked.connect(partial(self._save, "calls.pdf", "PDF (*.pdf)", self._write_pdf))
        self.list.clicked.connect(partial(self._save, NAME, "CSV (*.csv)", write_template))
        self.paper.clicked.connect(self._print)

    def open(self) -> None:
        self.setModal(True)
        self.show()

    def _write_pdf(self, path: Path) -> None:
        call_form.write_pdf(path, self._business, self._layout)

    def _save(self, name: str, kinds: str, write: Callable[[Path], None]) -> None:
        start = str(Path(last_folder("intake")) / name)
        chosen, _ = QFileDialog.getSaveFileName(self, "Save the form", start, kinds)
        if not chosen:
            return
        path = Path(chosen)
        try:
            write(path)
        except Refused as why:
            tell(self.message, str(why), wrong=True)
            return
        remember_folder("intake", path.parent)
        tell(self.message, f"Saved as {path.name}.")

    def _print(self) -> None:
        """Printing is loaded only when it is wanted."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._layout)
        if QPrintDialog(printer, self).exec():
            try:
                call_form.print_form(printer, self._business, self._layout)
            except Refused as why:
                tell(self.message, str(why), wrong=True)

    def _lay_out(self) -> None:
        self.setWindowTitle("Form for whoever answers the phone")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.paper.setText("P&rint…")
        self.pdf.setToolTip("One page, to be printed and filled in by hand")
        self.list.setToolTip("The same headings as a CSV file, to be filled in at a computer")
        self.paper.setToolTip("One page, on a printer of this machine")
        self.page.setAccessibleName("The form")
        self.page.setPixmap(QPixmap.fromImage(call_form.picture_of(self._business, self._layout, _DOTS)))
        self.page.setFrameShape(QLabel.Shape.StyledPanel)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        close = QPushButton("Close")
        close.clicked.connect(self.reject)
        for button in (close, self.paper, self.list, self.pdf):
            button.setMinimumHeight(FIELD)
            button.setAutoDefault(button is self.pdf)
            row.addWidget(button)
        self.pdf.setDefault(True)
        self.pdf.setFocus()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(labels.words(_WHAT))
        layout.addWidget(self.page, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.message)
        layout.addLayout(row)
