"""The stages side by side."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from balancer_desktop.domain.pipeline.board import Card, Column, urgency
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.prospects.card_list import CardList
from balancer_desktop.ui.prospects.stage_lane import NARROWEST, StageLane
from balancer_desktop.ui.theme.metrics import UNIT


class Lanes(QScrollArea):
    """One card at most is chosen among all of them, and its list is the one that Tab comes to.

    Who was chosen stays chosen whatever lane it comes to; when it goes, the card in its place is, or where its lane
    is empty then, one of the nearest. What is new is chosen.
    """

    chosen = Signal()
    moved = Signal(int, object)
    """The opportunity was dropped on a Stage."""
    add_wanted = Signal()
    stages_wanted = Signal()
    list_made = Signal(object)
    """There is another list of cards."""

    def __init__(self, formats: Formats, why: Callable[[Stage], str]) -> None:
        """why: where the probability of a stage comes from."""
        super().__init__()
        self._formats, self._why = formats, why
        self._lanes: list[StageLane] = []
        self._kept = (0, 0, 0)
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._level)
        self._inside, self._row = QWidget(), QHBoxLayout()
        self._lay_out()

    @property
    def lists(self) -> list[CardList]:
        return [lane.cards for lane in self._lanes]

    @property
    def stages(self) -> list[Stage]:
        return [lane.stage for lane in self._lanes if lane.stage]

    @property
    def room(self) -> int:
        """The width at which all stages are as narrow as they can be."""
        count = len(self._lanes)
        return count * NARROWEST + max(count - 1, 0) * UNIT

    def current(self) -> Card | None:
        """The chosen card."""
        return next((card for cards in self.lists if (card := cards.current())), None)

    def show_columns(self, columns: Sequence[Column], today: date) -> None:
        here = has_keys(self)
        self._keep(columns)
        self._count_lanes(len(columns))
        for lane, column in zip(self._lanes, columns, strict=True):
            lane.show_column(column, today)
        self._take_up(with_keys=here)
        self._level()

    def go_to(self, opportunity_id: int) -> bool:
        """Choose an opportunity; False when it is not on the board."""
        for cards in self.lists:
            place = cards.cards_model.place_of(opportunity_id)
            if place >= 0:
                cards.choose(place)
                return True
        return False

    def go_to_party(self, party_id: int) -> None:
        """Choose the most urgent card of somebody, unless one of theirs is chosen; where they have none, no card."""
        card = self.current()
        if card and card.opportunity.party_id == party_id:
            return
        theirs = [it for cards in self.lists for it in cards.cards_model.cards if it.opportunity.party_id == party_id]
        if theirs:
            self.go_to(min(theirs, key=urgency).opportunity.id)
        else:
            self._kept = (0, 0, 0)
            for cards in self.lists:
                cards.leave()
            self.chosen.emit()

    def go_to_first(self) -> None:
        """Choose the first card there is, unless one is chosen."""
        full = next((cards for cards in self.lists if cards.cards_model.cards), None)
        if full and self.current() is None:
            full.choose(0)

    def _count_lanes(self, wanted: int) -> None:
        while len(self._lanes) < wanted:
            self._add_lane()
        for lane in self._lanes[wanted:]:
            self._row.removeWidget(lane)
            lane.hide()
            lane.deleteLater()
        del self._lanes[wanted:]

    def _add_lane(self) -> None:
        lane, place = StageLane(self._formats, self._why), len(self._lanes)
        self._row.insertWidget(place, lane, 1)
        self._lanes.append(lane)
        lane.hovered.connect(lambda lane=lane: self.ensureWidgetVisible(lane, NARROWEST // 2, 0))
        lane.dropped.connect(lambda id_, lane=lane: self.moved.emit(id_, lane.stage))
        lane.cards.chosen.connect(lambda cards=lane.cards: self._settle_on(cards))
        lane.cards.walked.connect(lambda by, lane=lane: self._walk(lane, by))
        lane.add_wanted.connect(self.add_wanted)
        lane.stages_wanted.connect(self.stages_wanted)
        lane.resized.connect(self._pause.start)
        lane.show()
        self.list_made.emit(lane.cards)

    def _settle_on(self, cards: CardList) -> None:
        """In no other list is a card chosen then."""
        for other in self.lists:
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is cards else Qt.FocusPolicy.ClickFocus)
            if other is not cards:
                other.leave()
        self.setFocusProxy(cards)
        self.ensureWidgetVisible(cards, 0, 0)
        self.chosen.emit()

    def _walk(self, lane: StageLane, by: int) -> None:
        """To the card at the same height in the next lane that has any."""
        here = self._lanes.index(lane)
        row = lane.cards.currentIndex().row()
        beyond = self._lanes[here + 1 :] if by > 0 else reversed(self._lanes[:here])
        to = next((other.cards for other in beyond if other.cards.cards_model.cards), None)
        if to:
            to.choose(row)
            to.setFocus()

    def _keep(self, columns: Sequence[Column]) -> None:
        """Which opportunity is to be chosen, and in which lane and row the chosen one stands."""
        before = {card.opportunity.id for cards in self.lists for card in cards.cards_model.cards}
        fresh = [
            card.opportunity.id for column in columns for card in column.cards if card.opportunity.id not in before
        ]
        for place, cards in enumerate(self.lists):
            card = cards.current()
            if card:
                self._kept = (card.opportunity.id, place, cards.currentIndex().row())
        if len(fresh) == 1:
            self._kept = (fresh[0], *self._kept[1:])

    def _take_up(self, *, with_keys: bool) -> None:
        kept, lane, row = self._kept
        if not kept:
            return
        if not self.go_to(kept):
            self._kept = (0, 0, 0)
            near = sorted(enumerate(self.lists), key=lambda it: abs(it[0] - lane))
            full = next((cards for _, cards in near if cards.cards_model.cards), None)
            if full:
                full.choose(row)
            else:
                self.chosen.emit()
        if with_keys and self.focusProxy():
            self.setFocus()

    def _level(self) -> None:
        """The heads of all lanes are as high as the highest, so that the cards begin in one line."""
        heads = [lane.head_heights() for lane in self._lanes]
        highest = [max(heights) for heights in zip(*heads, strict=True)]
        for lane in self._lanes:
            lane.set_head_heights(highest)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Board")
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT)
        self._inside.setLayout(self._row)
        self.setWidget(self._inside)
