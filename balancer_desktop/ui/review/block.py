"""A few figures under one heading."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from balancer_desktop.domain.side import Side
from balancer_desktop.ui.labels import amount, subtitle, words
from balancer_desktop.ui.review.figures import Figure
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_SWATCH = 10
_HEIGHT = 24


class Block(QWidget):
    """A name in a row opens the person."""

    party_wanted = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows: tuple[Figure, ...] = ()
        self._swatches: list[tuple[QLabel, Side]] = []
        line = QFrame()
        line.setFrameStyle(QFrame.Shape.HLine | QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        line.setFixedHeight(1)
        self._body = QWidget()
        self._body.setLayout(QGridLayout())
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(subtitle(name))
        layout.addWidget(line)
        layout.addWidget(self._body)

    @property
    def rows(self) -> tuple[Figure, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[Figure]) -> None:
        """Show these rows instead of those there were."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._swatches = []
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(BETWEEN)
        grid.setColumnStretch(0, 1)
        for place, row in enumerate(rows):
            grid.addLayout(self._left(row), place, 0)
            grid.setRowMinimumHeight(place, _HEIGHT)
            value = amount(row.value, f"{row.who} {row.words}: {row.value}".strip())
            value.setFont(typeface.strong(self.font()) if row.strong else self.font())
            grid.addWidget(value, place, 1)
        self._layout.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body
        self._paint_swatches()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_swatches()

    def _left(self, row: Figure) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(GAP)
        if row.side:
            swatch = QLabel()
            swatch.setAccessibleName(f"Colour of {row.side.label}")
            self._swatches.append((swatch, row.side))
            made.addWidget(swatch)
        made.addWidget(self._link(row) if row.who else self._words(row), 1)
        return made

    def _words(self, row: Figure) -> QLabel:
        label = words(row.words)
        label.setFont(typeface.strong(self.font()) if row.strong else self.font())
        return label

    def _link(self, row: Figure) -> QLabel:
        """The name opens the person, by mouse and by Tab and Enter."""
        label = words(name=f"{row.who} {row.words}")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(f'<a href="#" style="text-decoration: none">{escape(row.who)}</a> {escape(row.words)}')
        flags = Qt.TextInteractionFlag
        label.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        label.setToolTip(f"Open {row.who}")
        label.linkActivated.connect(lambda _link: self.party_wanted.emit(row.party_id))
        return label

    def _paint_swatches(self) -> None:
        tokens = tokens_of(self.palette())
        for label, side in self._swatches:
            made = QPixmap(_SWATCH, _SWATCH)
            made.fill(QColor(tokens.fill(side)))
            label.setPixmap(made)
