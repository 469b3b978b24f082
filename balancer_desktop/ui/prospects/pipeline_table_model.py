"""Opportunities as rows: sorted and filtered here, for thousands of them are asked about often."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.board import Card, Sign
from balancer_desktop.domain.pipeline.opportunity import Outcome
from balancer_desktop.ui.prospects import card_words
from balancer_desktop.ui.prospects.pipeline_columns import CHANCE, COLUMNS, SIGN, WHO, Reading
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
CARD = _Role.UserRole
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Kept(StrEnum):
    """Which opportunities are listed."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"

    def holds(self, card: Card) -> bool:
        outcome = card.opportunity.outcome
        return outcome is {Kept.OPEN: None, Kept.WON: Outcome.WON, Kept.LOST: Outcome.LOST}[self]


class PipelineTableModel(QAbstractTableModel):
    """Rows of equal rank are in order of name; what has no value comes last, whichever way it is sorted."""

    def __init__(self, reading: Reading, font: QFont) -> None:
        super().__init__()
        self.reading = reading
        self.shown: tuple[Card, ...] = ()
        self.cards: tuple[Card, ...] = ()
        self._words: tuple[str, ...] = ()
        self._kept = Kept.OPEN
        self.fresh = 0
        """The one opportunity that has come last, 0 when several have, or none."""
        self._column, self._descending = SIGN, False
        self._strong = typeface.strong(font)
        self.dress(LIGHT)

    def dress(self, tokens: Tokens) -> None:
        self._muted = QBrush(QColor(tokens.muted))
        inks = dict.fromkeys(Sign, tokens.muted) | {
            Sign.OVERDUE: tokens.bad, Sign.NO_STEP: tokens.warn, Sign.STALE: tokens.warn,
        }  # fmt: skip
        self._inks = {sign: QBrush(QColor(ink)) for sign, ink in inks.items()}
        self._icons = {sign: icon(card_words.ICONS[sign], ink) for sign, ink in inks.items()}

    def show_cards(self, cards: Sequence[Card]) -> None:
        before = {card.opportunity.id for card in self.cards}
        self.cards = tuple(cards)
        fresh = [card.opportunity.id for card in cards if card.opportunity.id not in before]
        self.fresh = fresh[0] if before and len(fresh) == 1 else 0
        self._arrange()

    def set_filter(self, text: str, kept: Kept) -> None:
        """Those in which every word occurs, of those that are open, won or lost."""
        self._words, self._kept = tuple(folded(text).split()), kept
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def place_of(self, opportunity_id: int) -> int:
        """The row of an opportunity, -1 when it is not listed."""
        return next((place for place, card in enumerate(self.shown) if card.opportunity.id == opportunity_id), -1)

    def of_kind(self) -> int:
        """How many there are before words are looked for."""
        return sum(self._kept.holds(card) for card in self.cards)

    def tsv(self, columns: Sequence[int]) -> str:
        """What is listed, tab-separated, under the headings of some columns."""
        lines = [[COLUMNS[number].heading(self.reading) for number in columns]]
        lines += [[COLUMNS[number].text(card, self.reading) for number in columns] for card in self.shown]
        return "".join("\t".join(line) + "\n" for line in lines)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == _Role.DisplayRole:
            return column.heading(self.reading)
        if role == _Role.ToolTipRole:
            return column.tip
        return _RIGHT if role == _Role.TextAlignmentRole and column.right else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card, number = self.shown[index.row()], index.column()
        if role == _Role.DisplayRole:
            return COLUMNS[number].text(card, self.reading)
        if role == CARD:
            return card
        if role == _Role.ToolTipRole:
            return self._tip(card, number)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if COLUMNS[number].right else None
        return self._look(card, number, role)

    def _look(self, card: Card, number: int, role: int) -> Any:
        if number == SIGN and card.sign:
            if role == _Role.DecorationRole:
                return self._icons[card.sign]
            if role == _Role.ForegroundRole:
                return self._inks[card.sign]
        if role == _Role.FontRole and number == WHO:
            return self._strong
        if role == _Role.ForegroundRole and number != WHO and not COLUMNS[number].money:
            return self._muted
        if role == _Role.AccessibleTextRole and number == WHO:
            return ". ".join(card_words.in_full(card, self.reading.today, self.reading.formats))
        return None

    def _tip(self, card: Card, number: int) -> str:
        if number == CHANCE:
            return self.reading.why(card)
        return "\n".join(card_words.in_full(card, self.reading.today, self.reading.formats))

    def _arrange(self) -> None:
        self.beginResetModel()
        fitting = [card for card in self.cards if self._kept.holds(card) and self._fits(card)]
        order, reading = COLUMNS[self._column].order, self.reading
        by_name = sorted(fitting, key=lambda card: (folded(card.who), card.opportunity.id))
        valued = [(order(card, reading), card) for card in by_name]
        there = sorted(
            (pair for pair in valued if pair[0] is not None), key=lambda pair: pair[0], reverse=self._descending
        )
        self.shown = tuple([card for _, card in there] + [card for value, card in valued if value is None])
        self.endResetModel()

    def _fits(self, card: Card) -> bool:
        if not self._words:
            return True
        one, step = card.opportunity, card.next_step
        said = folded(
            " ".join((card.who, one.title, one.origin, step.what if step else "", self.reading.stage(card).name))
        )
        return all(word in said for word in self._words)
