"""Above a table of people: the filter, how many there are, which columns, and a way to add one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.tab_words import TabWords
from balancer_desktop.ui.people.words import STANDING
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP

_FILTER = (160, 280)


class ListBar(QWidget):
    """With several standings, the table can show one of them alone."""

    filtered = Signal()
    add_wanted = Signal()

    def __init__(self, words: TabWords, standings: Sequence[Standing]) -> None:
        super().__init__()
        self._words = words
        self.filter, self._count = QLineEdit(), QLabel()
        self.columns, self._add = QPushButton(icon("columns"), "Columns"), QPushButton(icon("add"), words.add)
        self._standings = QButtonGroup(self)
        self._dress()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.filter, 1)
        for button in self._make_choice(standings):
            row.addWidget(button)
        row.addSpacing(GAP)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.columns)
        row.addWidget(self._add)
        self.filter.textChanged.connect(lambda _text: self.filtered.emit())
        self._standings.idToggled.connect(lambda _id, on: self.filtered.emit() if on else None)
        self._add.clicked.connect(lambda _checked: self.add_wanted.emit())

    @property
    def standing(self) -> Standing | None:
        """The one standing to be shown, None for all."""
        chosen = self._standings.checkedId()
        return list(Standing)[chosen] if chosen >= 0 else None

    def clear(self) -> None:
        """Show everybody."""
        everybody = self._standings.button(_ALL)
        if everybody:
            everybody.setChecked(True)
        self.filter.clear()

    def show_count(self, shown: int, total: int) -> None:
        self._count.setText(self._words.count(shown, total))

    def _dress(self) -> None:
        self.filter.setPlaceholderText("Filter by name, tag, phone …")
        self.filter.setAccessibleName(f"Filter {self._words.many}")
        self.filter.setToolTip("Every word must occur (Ctrl+F); Esc clears")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(_FILTER[0])
        self.filter.setMaximumWidth(_FILTER[1])
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.setAccessibleName("How many")
        self.columns.setToolTip("Choose the columns of the table")
        self.columns.setAccessibleName("Columns")
        self._add.setToolTip(f"{self._words.add} (Ctrl+Shift+A)")
        for control in (self.filter, self.columns, self._add):
            control.setMinimumHeight(FIELD)

    def _make_choice(self, standings: Sequence[Standing]) -> list[QToolButton]:
        if not standings:
            return []
        choices = [("All", _ALL), *((STANDING[standing], list(Standing).index(standing)) for standing in standings)]
        return [self._choice(text, number) for text, number in choices]

    def _choice(self, text: str, number: int) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(f"Show {text.lower()}")
        button.setToolTip(f"Show {text.lower()}")
        button.setCheckable(True)
        button.setChecked(number == _ALL)
        button.setMinimumHeight(FIELD)
        self._standings.addButton(button, number)
        return button


_ALL = -2
"""Qt gives away -1 itself."""
