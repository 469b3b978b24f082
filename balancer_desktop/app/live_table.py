"""The pipeline's table of a book that goes on being written; as live_board, with what was closed as well."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import EVERYTHING, Changes
from balancer_desktop.app.conversion import chances
from balancer_desktop.app.pipeline import first_closed, known
from balancer_desktop.domain.pipeline import board as boards
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage


@dataclass(frozen=True, slots=True)
class Table:
    """Its cards in no order, and what every one of them depends on: the day, the stages and by stage the chances."""

    cards: tuple[Card, ...]
    day: date
    stages: list[Stage]
    chances: dict[int, Fraction]


def table(book: Book, before: Table | None = None, changes: Changes = EVERYTHING) -> Table:
    """As of today, with the cards of pipeline.cards. before: as it was before some changes (these and no others)."""
    day, stages, parties = book.today(), book.stages.stages(), changes.parties
    if before is None or parties is None or (day, stages) != (before.day, before.stages):
        open_ones = book.pipeline.open()
        reckoned = chances(book, stages, open_ones)
        listed = [*open_ones, *book.pipeline.closed_since(first_closed(day))]
        return Table(_cards(book, listed, stages, reckoned), day, stages, reckoned)
    kept = [card for card in before.cards if card.opportunity.party_id not in parties]
    fresh = [one for party_id in sorted(parties) for one in book.pipeline.of_party(party_id)]
    now = before.chances
    if changes.pipeline:
        open_ones = [one for one in (*(card.opportunity for card in kept), *fresh) if not one.closed]
        now = chances(book, stages, open_ones)
        others = {stage_id for stage_id, chance in now.items() if chance != before.chances[stage_id]}
        kept = [boards.reweighed(card, now) if card.opportunity.stage_id in others else card for card in kept]
    listed = [one for one in fresh if not one.closed or one.closed >= first_closed(day)]
    return Table((*kept, *_cards(book, listed, stages, now)), day, stages, now)


def _cards(
    book: Book, listed: list[Opportunity], stages: Iterable[Stage], reckoned: dict[int, Fraction]
) -> tuple[Card, ...]:
    told = known(
        book, {one.party_id for one in listed}, stages, reckoned, [one.sale_id for one in listed if one.sale_id]
    )
    return tuple(boards.card(one, told, book.today()) for one in listed)
