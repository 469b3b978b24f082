"""The opportunities of one stage as a list."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects.card_words import in_full

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class CardsModel(QAbstractListModel):
    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats, self.today = formats, date.min
        self.cards: tuple[Card, ...] = ()

    def show_cards(self, cards: Sequence[Card], today: date) -> bool:
        """False when they are what was there before."""
        if (tuple(cards), today) == (self.cards, self.today):
            return False
        self.beginResetModel()
        self.cards, self.today = tuple(cards), today
        self.endResetModel()
        return True

    def place_of(self, opportunity_id: int) -> int:
        """The row of an opportunity, -1 when it is not here."""
        return next((place for place, card in enumerate(self.cards) if card.opportunity.id == opportunity_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{card.who}: {card.opportunity.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(in_full(card, self.today, self.formats))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(in_full(card, self.today, self.formats))
        return None
