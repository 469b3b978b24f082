"""What every form for one entry shares: labelled fields, what is wrong beneath them, a verb and Cancel."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.ui.forms.filled_in import Answers, filled_in
from balancer_desktop.ui.forms.leave_question import LeaveQuestion
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, FIELD, GAP, UNIT

_WIDTH = 420
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryForm(QDialog):
    """A window beside the work, not in its way: Enter or Ctrl+Enter saves, Esc leaves everything as it was.

    A form adds its fields with add_row, and tells in `draft` how to write what they say. One that takes a while to
    fill in sets `asks`: then leaving it asks first what is to become of what was typed.
    """

    asks = False

    def __init__(self, parent: QWidget, session: Session, title: str, verb: str, beside: QWidget | None = None) -> None:
        """beside: stands left of the fields."""
        super().__init__(parent)
        self.session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._fields = QFormLayout()
        self._fields.setHorizontalSpacing(BETWEEN)
        self._fields.setVerticalSpacing(GAP)
        self._fields.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._cells: dict[QWidget, QVBoxLayout] = {}
        self._message = hint_label()
        self._at_first: Answers | None = None
        self._outside = outside = QVBoxLayout(self)
        outside.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        outside.setSpacing(GAP)
        columns = QHBoxLayout()
        columns.setSpacing(EDGE)
        if beside:
            columns.addWidget(beside)
        columns.addLayout(self._fields, 1)
        outside.addLayout(columns)
        outside.addWidget(self._message)
        self._verbs, self._question = QWidget(), LeaveQuestion()
        self._verbs.setLayout(self._buttons(verb))
        outside.addWidget(self._verbs)
        outside.addWidget(self._question)
        self._question.save_wanted.connect(self._save_after_all)
        self._question.discard_wanted.connect(self._discard)
        self._question.stay_wanted.connect(self._go_on)

    def add_row(self, label: str, field: QWidget) -> None:
        """A field with its label beside it, and under it room for what it tells."""
        field.setAccessibleName(label)
        field.setMinimumHeight(FIELD)
        cell = QVBoxLayout()
        cell.setSpacing(UNIT // 2)
        cell.addWidget(field)
        if isinstance(field, ReadingField | PartyPicker):
            hint = hint_label()
            field.understood.connect(lambda text: tell(hint, text))
            field.doubted.connect(lambda text: tell(hint, text, wrong=True))
            cell.addWidget(hint)
        caption = QLabel(label)
        caption.setBuddy(field)
        caption.setFixedHeight(FIELD)
        self._fields.addRow(caption, cell)
        self._cells[field] = cell

    def show_row(self, field: QWidget, *, visible: bool) -> None:
        self._fields.setRowVisible(self._cells[field], visible)

    def draft(self) -> Callable[[], object]:
        """How to write what the fields say; BadInput when one of them cannot be read."""
        raise NotImplementedError

    def save(self) -> None:
        """Write and close; when something is wrong, say it and stay."""
        tell(self._message, "")
        try:
            write = self.draft()
        except BadInput as refusal:
            self._say_once(refusal)
            return
        if self.session.attempt(lambda: self._written(write)):
            self.accept()

    def reject(self) -> None:
        """Away with the form, and with what was refused of it; a second Esc goes on with what is asked about."""
        if self._question.isVisible():
            self._go_on()
        elif self.asks and self.is_changed:
            self._verbs.hide()
            self._question.ask("Something was typed here. Save keeps it; Discard leaves everything as it was.")
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.session.refused.emit("")  # what was wrong with this form is nobody's concern any more
        super().done(result)

    def commit_edits(self) -> None:
        """Save what was filled in, before all is closed; what cannot be read stays in the form, and is said there."""
        if self.is_changed:
            self.save()

    def offer(self, fill: Callable[[], object]) -> None:
        """Fill something in for the owner, which is no edit of theirs."""
        untouched = self._at_first is not None and not self.is_changed
        fill()
        if untouched:
            self._at_first = filled_in(self)

    @property
    def is_changed(self) -> bool:
        """Whether the form is open and says something else than at first."""
        return self._at_first is not None and self.isVisible() and filled_in(self) != self._at_first

    def event(self, event: QEvent) -> bool:
        """What is told in a window makes it higher: nothing is cut off."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isWindow() and self.isVisible():
            wanted = self._outside.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), wanted))
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._at_first is None:
            self._at_first = filled_in(self)
            for button in self.findChildren(QPushButton):
                button.raise_()  # Tab comes to them after the fields, wherever the form stands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves where the form stands in a page, too: only in a window does Qt press the default button."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _ENTER and not isinstance(self.focusWidget(), QAbstractButton):
            self.save()
        else:
            super().keyPressEvent(event)

    def _save_after_all(self) -> None:
        self._go_on()
        self.save()

    def _discard(self) -> None:
        super().reject()

    def _go_on(self) -> None:
        """Back to the fields."""
        self._question.hide()
        self._verbs.show()
        (next((field for field in self._cells if field.isVisibleTo(self)), self)).setFocus()

    def _written(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except Refused as refusal:
            tell(self._message, str(refusal), wrong=True)
            raise
        return True

    def _say_once(self, refusal: BadInput) -> None:
        """Most fields say beneath themselves what is wrong; for the others the form does."""
        if not isinstance(self.focusWidget(), ReadingField | PartyPicker):
            tell(self._message, str(refusal), wrong=True)

    def _buttons(self, verb: str) -> QHBoxLayout:
        save, cancel = QPushButton(verb.replace("&", "&&"), self), QPushButton("Cancel")
        save.setDefault(True)  # of this window, which it must stand in by now
        save.setToolTip(f"{verb} (Ctrl+Enter)")
        cancel.setToolTip("Leave everything as it was (Esc)")
        save.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch()
        for button in (cancel, save):
            button.setMinimumHeight(FIELD)
            row.addWidget(button)
        return row


class _Hint(QLabel):
    """Insists on the height its words take at its width, which a form's layout does not ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def hint_label() -> QLabel:
    """A small line under a field, hidden while there is nothing to tell."""
    label = _Hint()
    label.setFont(typeface.small(label.font()))
    label.setVisible(False)
    return label


def tell(label: QLabel, text: str, *, wrong: bool = False) -> None:
    """Show a reading, muted, or what is wrong, with a sign besides its colour."""
    label.setForegroundRole(QPalette.ColorRole.BrightText if wrong else QPalette.ColorRole.PlaceholderText)
    label.setText(f"⚠ {text}" if wrong and text else text)
    label.setMinimumHeight(0)
    label.setVisible(bool(text))
