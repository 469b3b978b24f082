"""How a quick entry is read, shown under the line: the fragments, or the question with its choices."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from balancer_desktop.domain.quick_entry.reading import Choice, Label, Part, Reading, Status
from balancer_desktop.ui.quick_entry.choice_delegate import ChoiceDelegate
from balancer_desktop.ui.theme.metrics import GAP, ROW, UNIT
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import Tokens

_SHOWN_CHOICES = 10
_NARROWEST, _WIDEST = 240, 560


class ReadingView(QWidget):
    """Takes no room while the line is empty; the choices lie over the window, which keeps its place under them."""

    picked = Signal(object)
    """The Choice that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = Reading("", Status.EMPTY)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._sentence.setAccessibleName("Reading of the line")
        self._hint = QLabel(self)
        self._hint.setForegroundRole(self._hint.palette().ColorRole.PlaceholderText)
        self._hint.setAccessibleName("What Enter does")
        self._choices = QListWidget(self)
        self._choices.setAccessibleName("Possible readings")
        self._choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._choices.setItemDelegate(ChoiceDelegate(self._choices))
        self._choices.itemClicked.connect(lambda item: self.picked.emit(item.data(Qt.ItemDataRole.UserRole)))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._lay_out()
        self.show_reading(self._reading)

    def show_reading(self, reading: Reading) -> None:
        self._reading = reading
        self.setVisible(reading.status is not Status.EMPTY)
        self._hint.setText(_hint(reading))
        self._sentence.setText(self._words())
        self._sentence.setAccessibleDescription(_plain(reading))
        self._list(reading.choices if self._open() else ())

    def current_choice(self) -> Choice | None:
        """What is marked in the list; None when nothing is asked, and no other reading was looked for."""
        item = self._choices.currentItem()
        choice = item.data(Qt.ItemDataRole.UserRole) if item else None
        return choice if isinstance(choice, Choice) else None

    def mark(self, by: int) -> None:
        """Mark the next or the previous choice."""
        if not self._choices.count():
            self._list(self._reading.choices)
            return
        self._choices.setCurrentRow((self._choices.currentRow() + by) % self._choices.count())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._sentence.setText(self._words())

    def _open(self) -> bool:
        return self._reading.status in (Status.CHOOSE, Status.ASK)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(UNIT, 0, UNIT, UNIT)
        layout.setSpacing(GAP)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)

    def _words(self) -> str:
        tokens = tokens_of(self.palette())
        reading = self._reading
        parts = " &ensp; ".join(_chip(part, tokens) for part in reading.parts)
        colour = tokens.warn if reading.status is Status.REFUSED else tokens.text
        question = f'<span style="color:{colour}">{escape(reading.question)}</span>' if reading.question else ""
        return "<br>".join(part for part in (parts, question) if part)

    def _list(self, choices: tuple[Choice, ...]) -> None:
        self._choices.clear()
        for choice in choices:
            item = QListWidgetItem(f"{choice.label}   · {choice.badge}" if choice.badge else choice.label)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            self._choices.addItem(item)
        self._choices.setCurrentRow(0)
        self._place()
        self._choices.setVisible(bool(choices) and self.isVisible())

    def _place(self) -> None:
        """Right under the words, as high as its rows, over whatever is there."""
        if not self._choices.count():
            return
        window = self.window()
        if self._choices.parentWidget() is not window:
            self._choices.setParent(window)
        rows = min(self._choices.count(), _SHOWN_CHOICES)
        height = rows * ROW + 2 * self._choices.frameWidth()
        width = max(_NARROWEST, self._choices.sizeHintForColumn(0) + 2 * self._choices.frameWidth())
        self._choices.setFixedSize(min(width, _WIDEST, self.width() - 2 * UNIT), height)
        self._choices.move(self.mapTo(window, QPoint(UNIT, self.height())))
        self._choices.raise_()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The choices step aside while the owner works elsewhere in the window."""
        bar = self.parentWidget()
        if now is not None and bar is not None and self._choices.count():
            self._choices.setVisible(self.isVisible() and (now is bar or bar.isAncestorOf(now)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()
        self._choices.setVisible(self._choices.count() > 0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._choices.hide()


def _hint(reading: Reading) -> str:
    """What the keys do now."""
    if reading.status is Status.READY:
        return "Enter writes it, ↓ shows others" if reading.choices else "Enter writes it"
    return "↑ ↓ choose, Enter takes it" if reading.choices else ""


def _chip(part: Part, tokens: Tokens) -> str:
    """A small muted label and its text on a ground of their own; it may break between words."""
    text = f"<b>{escape(part.text)}</b>"
    if part.label is Label.ENTRY:
        inside = f'<span style="color:{tokens.accent}">{text}</span>'
    else:
        inside = f'<span style="color:{tokens.muted}"><small>{part.label.value}</small></span>&nbsp; {text}'
    return f'<span style="background-color:{tokens.hover}">&nbsp;{inside}&nbsp;</span>'


def _plain(reading: Reading) -> str:
    """The same in plain text, for screen readers."""
    parts = ", ".join(f"{part.label.value} {part.text}" for part in reading.parts)
    return ". ".join(text for text in (parts, reading.question) if text)
