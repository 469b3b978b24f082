"""How a quick entry is read, shown under the line: the fragments, or the question with its choices."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from balancer_desktop.domain.quick_entry.reading import Choice, Label, Reading, Status
from balancer_desktop.ui.theme.metrics import GAP, ROW, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_SHOWN_CHOICES = 6
_HINTS = {
    Status.READY: "Enter writes it",
    Status.CHOOSE: "↑ ↓ choose, Enter takes it",
    Status.ASK: "↑ ↓ choose, Enter takes it",
}


class ReadingView(QWidget):
    """Takes no room while the line is empty."""

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
        self._choices.itemClicked.connect(lambda item: self.picked.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._lay_out()
        self.show_reading(self._reading)

    def show_reading(self, reading: Reading) -> None:
        self._reading = reading
        self.setVisible(reading.status is not Status.EMPTY)
        self._hint.setText(_HINTS.get(reading.status, "") if self._open() or reading.draft else "")
        self._sentence.setText(self._words())
        self._sentence.setAccessibleDescription(_plain(reading))
        self._list(reading.choices if self._open() else ())

    def current_choice(self) -> Choice | None:
        """What the owner has marked in the list, None when nothing is asked."""
        item = self._choices.currentItem() if self._open() else None
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
        words = QHBoxLayout()
        words.setSpacing(GAP)
        words.addWidget(self._sentence, 1)
        words.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, 0, UNIT, UNIT)
        layout.setSpacing(UNIT)
        layout.addLayout(words)
        layout.addWidget(self._choices)

    def _words(self) -> str:
        tokens = tokens_of(self.palette())
        reading = self._reading
        parts = "&ensp;".join(
            f'<span style="color:{tokens.muted}">{part.label.value}</span> <b>{escape(part.text)}</b>'
            if part.label is not Label.ENTRY
            else f'<b style="color:{tokens.accent}">{escape(part.text)}</b>'
            for part in reading.parts
        )
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
        self._choices.setVisible(bool(choices))
        self._choices.setFixedHeight(min(len(choices), _SHOWN_CHOICES) * ROW + 2 * UNIT)


def _plain(reading: Reading) -> str:
    """The same in plain text, for screen readers."""
    parts = ", ".join(f"{part.label.value} {part.text}" for part in reading.parts)
    return ". ".join(text for text in (parts, reading.question) if text)
