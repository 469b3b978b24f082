"""One stage of the board: its name, what it holds and is worth, and below that its cards."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from balancer_desktop.domain.pipeline.board import Column
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.labels import subtitle
from balancer_desktop.ui.prospects import card_words
from balancer_desktop.ui.prospects.card_list import CardList
from balancer_desktop.ui.prospects.drop_lane import DropLane
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.metrics import GAP, UNIT

NARROWEST = 116
WIDEST = 300
_SIDE = 6


class StageLane(DropLane):
    resized = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.stage: Stage | None = None
        self._name, self._count, self._weighted = subtitle(), QLabel(), QLabel()
        self.heads = (self._name, self._count, self._weighted)
        self._weighted.setFont(typeface.small(self.font()))
        self._weighted.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.cards = CardList(formats)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, GAP, UNIT, UNIT)
        layout.setSpacing(2)
        for label in self.heads:
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label)
        layout.addSpacing(UNIT)
        layout.addWidget(self.cards, 1)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def show_column(self, column: Column, today: date) -> bool:
        """False when it is what was there before."""
        formats = self._formats
        self.stage = column.stage
        self._name.setText(f"{column.stage.name} (retired)" if column.stage.retired else column.stage.name)
        self._count.setText(card_words.counted(column, formats))
        self._weighted.setText(card_words.weighted(column.weighted, formats) if column.count else "")
        self._weighted.setToolTip(_why(column, formats))
        self._count.setToolTip(_why(column, formats))
        self.cards.setAccessibleName(f"{column.stage.name}: {_said(column, formats)}")
        return self.cards.cards_model.show_cards(column.cards, today)

    def head_heights(self) -> list[int]:
        """What each line of the head takes at the width of the lane."""
        room = QRect(0, 0, max(self.width() - _SIDE - UNIT, 1), self.height())
        wrapped = Qt.TextFlag.TextWordWrap.value
        return [label.fontMetrics().boundingRect(room, wrapped, label.text()).height() for label in self.heads]

    def set_head_heights(self, heights: Sequence[int]) -> None:
        for label, height in zip(self.heads, heights, strict=True):
            label.setFixedHeight(height)


def _said(column: Column, formats: Formats) -> str:
    if not column.count:
        return "nothing"
    return f"{card_words.counted(column, formats)}, {card_words.weighted(column.weighted, formats)}"


def _why(column: Column, formats: Formats) -> str:
    unvalued = f" {column.unvalued} of {column.count} have no value yet." if column.unvalued else ""
    return (
        f"Weighted: each value times its own probability, or the stage's ({column.stage.probability} %). "
        f"Stale after {card_words.days(column.stage.stale_days)} without anything logged.{unvalued}"
    )
