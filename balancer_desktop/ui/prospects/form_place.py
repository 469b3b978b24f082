"""Where a form stands beside the list, or in its place, instead of in a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.labels import title
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_WIDEST = 640


class FormPlace(QWidget):
    """One form at a time, with its title over it; Enter or Ctrl+Enter saves it, Esc leaves it."""

    closed = Signal()
    """The form was saved or left."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.form: EntryForm | None = None
        self._title = title(name="The form")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title.setContentsMargins(BETWEEN, 0, BETWEEN, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._title)
        layout.addWidget(self._area, 1)
        self.hide()

    @property
    def is_writing(self) -> bool:
        return self.form is not None

    def may_change(self) -> bool:
        """Save what was typed; False when it cannot be saved yet, and therefore stays."""
        if self.form:
            self.form.commit_edits()
        if self.form and self.form.is_changed:
            self._session.refused.emit("This cannot be saved yet, and is still here: correct it first, or press Esc.")
            self.form.setFocus()
            return False
        return True

    def write(self, form: EntryForm) -> None:
        """Show a form; one that was open must have been left before, see may_change()."""
        self._drop()
        self.form = form
        first = form.focusWidget()
        form.setWindowFlags(Qt.WindowType.Widget)
        form.setMaximumWidth(_WIDEST)
        self._title.setText(form.windowTitle())
        self._area.setAccessibleName(form.windowTitle())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addStretch(1)
        self._area.setWidget(inside)
        form.finished.connect(self._left)
        self.show()
        form.show()
        if first:
            form.setFocusProxy(first)
            first.setFocus()
        self.setFocusProxy(form)

    def _left(self, _result: int) -> None:
        self._drop()
        self.hide()
        self.closed.emit()

    def _drop(self) -> None:
        form, self.form = self.form, None
        inside = self._area.takeWidget() if form else None
        if inside:
            inside.deleteLater()
