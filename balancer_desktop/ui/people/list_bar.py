"""Above a table of people: the filter, how many there are, which columns, and a way to add one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from balancer_desktop.ui.people.tab_words import TabWords
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP

_FILTER = (160, 280)


class ListBar(QWidget):
    filtered = Signal()
    add_wanted = Signal()

    def __init__(self, words: TabWords) -> None:
        super().__init__()
        self._words = words
        self.filter, self._count = QLineEdit(), QLabel()
        self.columns, self._add = QPushButton(icon("columns"), "Columns"), QPushButton(icon("add"), words.add)
        self._dress()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.filter, 1)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.columns)
        row.addWidget(self._add)
        self.filter.textChanged.connect(lambda _text: self.filtered.emit())
        self._add.clicked.connect(lambda _checked: self.add_wanted.emit())

    def clear(self) -> None:
        """Look for nobody in particular."""
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
