"""One stage of the board: its name, what it holds and is worth, and below that its cards."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolTip, QVBoxLayout

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
_HEAD_SIDE = 4
"""The words of the head keep from the edge, where the cards have room for their scroll bar."""


class StageLane(DropLane):
    """why: where the stage's probability comes from, asked for when the owner wonders."""

    resized = Signal()
    add_wanted = Signal()
    stages_wanted = Signal()
    """The owner wants to change the stages."""

    def __init__(self, formats: Formats, why: Callable[[Stage], str]) -> None:
        super().__init__()
        self._formats, self._why = formats, why
        self._column: Column | None = None
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
            label.setContentsMargins(0, 0, _HEAD_SIDE, 0)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label)
        layout.addSpacing(UNIT)
        layout.addWidget(self.cards, 1)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)

    def event(self, event: QEvent) -> bool:
        """Over its head the lane explains its figures; over its cards each card does."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._column:
            QToolTip.showText(event.globalPos(), self.explained(), self)
            return True
        return super().event(event)

    def explained(self) -> str:
        """What the head's figures mean."""
        column = self._column
        if column is None:
            return ""
        unvalued = f" {column.unvalued} of {column.count} have no value yet." if column.unvalued else ""
        return (
            f"Weighted: each value times its own probability, or the stage's. {self._why(column.stage)} "
            f"Stale after {card_words.days(column.stage.stale_days)} without anything logged.{unvalued}"
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("New opportunity", self.add_wanted.emit)
        menu.addAction("Change the stages…", self.stages_wanted.emit)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def show_column(self, column: Column, today: date) -> bool:
        """False when it is what was there before."""
        formats = self._formats
        self.stage, self._column = column.stage, column
        self._name.setText(f"{column.stage.name} (retired)" if column.stage.retired else column.stage.name)
        self._count.setText(card_words.counted(column, formats))
        self._weighted.setText(card_words.weighted(column.weighted, formats) if column.count else "")
        self.cards.setAccessibleName(f"{column.stage.name}: {_said(column, formats)}")
        return self.cards.cards_model.show_cards(column.cards, today)

    def head_heights(self) -> list[int]:
        """What each line of the head takes at the width of the lane."""
        room = QRect(0, 0, max(self.width() - _SIDE - UNIT - _HEAD_SIDE, 1), self.height())
        wrapped = Qt.TextFlag.TextWordWrap.value
        return [label.fontMetrics().boundingRect(room, wrapped, label.text()).height() for label in self.heads]

    def set_head_heights(self, heights: Sequence[int]) -> None:
        for label, height in zip(self.heads, heights, strict=True):
            label.setFixedHeight(height)


def _said(column: Column, formats: Formats) -> str:
    if not column.count:
        return "nothing"
    return f"{card_words.counted(column, formats)}, {card_words.weighted(column.weighted, formats)}"
