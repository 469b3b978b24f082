"""The pipeline as the board and the table show it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from balancer_desktop.app.book import Book
from balancer_desktop.app.conversion import chances
from balancer_desktop.domain.pipeline import board as boards
from balancer_desktop.domain.pipeline.board import Card, Column, Known
from balancer_desktop.domain.pipeline.opportunity import Opportunity, still_open
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.shifting import shift
from balancer_desktop.storage import pipeline_rows


def board(book: Book) -> list[Column]:
    """Every stage in its order with what was open at the end of today, should that be a day of the past.

    Steps, and what has no date (a value, a probability), are known only as they are now.
    """
    today = book.today()
    opportunities = [still_open(one, today) for one in book.pipeline.open_on(today)]
    return boards.board(opportunities, _known(book, opportunities, opportunities), book.today())


def first_closed(today: date) -> date:
    """What was won or lost on this day or later is in the table still."""
    return shift(today, -1, "y")


def cards(book: Book, closed_since: date | None = None) -> list[Card]:
    """The rows of the table: what is open, and what was won or lost since a day (see first_closed)."""
    since = closed_since or first_closed(book.today())
    open_ones = book.pipeline.open()
    return _cards(book, [*open_ones, *book.pipeline.closed_since(since)], open_ones)


def cards_of(book: Book, party_id: int) -> list[Card]:
    """Everything that was or may be sold to one party, the first opened first; weighted by its stages' own chances."""
    opportunities = book.pipeline.of_party(party_id)
    told = _known(book, opportunities)
    return [boards.card(opportunity, told, book.today()) for opportunity in opportunities]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands in the pipeline: the most urgent that is open, its stage, how many more there are."""

    card: Card
    stage: str
    more: int


def standings(book: Book, parties: Collection[int]) -> dict[int, Standing]:
    """By party; nobody with whom nothing is open."""
    return _standings(book, book.pipeline.open_of(parties))


def ranks(book: Book) -> dict[int, tuple[int, int]]:
    """By party with whom anything is open: how urgent the most urgent of it is, 0 the most, and its stage's place."""
    places = {stage.id: stage.place for stage in book.stages.stages()}
    standings = _standings(book, book.pipeline.open())
    return {
        party: (boards.urgency(one.card)[0], places[one.card.opportunity.stage_id]) for party, one in standings.items()
    }


def _standings(book: Book, opportunities: Sequence[Opportunity]) -> dict[int, Standing]:
    told, found = _known(book, opportunities), dict[int, list[Card]]()
    for one in opportunities:
        found.setdefault(one.party_id, []).append(boards.card(one, told, book.today()))
    return {party: _standing(cards, told) for party, cards in found.items()}


def card_of(book: Book, opportunity_id: int) -> Card | None:
    """One opportunity, None when it is not in the book."""
    found = book.pipeline.get(opportunity_id)
    return _cards(book, [found], book.pipeline.open())[0] if found else None


def _standing(cards: list[Card], told: Known) -> Standing:
    first = min(cards, key=boards.urgency)
    return Standing(first, told.stages[first.opportunity.stage_id].name, len(cards) - 1)


def _own_chances(stages: Iterable[Stage]) -> dict[int, Fraction]:
    return {stage.id: Fraction(stage.probability, 100) for stage in stages}


def _cards(book: Book, opportunities: Sequence[Opportunity], open_ones: Sequence[Opportunity]) -> list[Card]:
    told = _known(book, opportunities, open_ones)
    return [boards.card(opportunity, told, book.today()) for opportunity in opportunities]


def known(
    book: Book,
    parties: Collection[int],
    stages: Iterable[Stage],
    chances: Mapping[int, Fraction],
    sales: Collection[int] = (),
) -> Known:
    """What the cards of some parties take, as of today. chances: by stage; sales: of those that were won."""
    return Known(
        pipeline_rows.who(book.file.db, parties),
        book.pipeline.last_events(parties, book.today()),
        pipeline_rows.open_steps(book.file.db, parties),
        {stage.id: stage for stage in stages},
        chances,
        pipeline_rows.sales(book.file.db, sales),
    )


def _known(book: Book, opportunities: Sequence[Opportunity], open_ones: Sequence[Opportunity] | None = None) -> Known:
    """open_ones: all there are, for the owner's own history; without them the stages' own chances are taken."""
    parties = {opportunity.party_id for opportunity in opportunities}
    stages = book.stages.stages()
    reckoned = chances(book, stages, open_ones) if open_ones is not None else _own_chances(stages)
    return known(book, parties, stages, reckoned, [one.sale_id for one in opportunities if one.sale_id])
