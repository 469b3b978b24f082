"""Opportunities for tests: some written by hand in days, and any that may be."""

from datetime import date, timedelta

from hypothesis import strategies as st

from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove

FIRST = date(2026, 1, 1)
STAGES = (1, 2, 3)
LENGTH = 120
"""Days within which any life is lived."""


def day(offset: int) -> date:
    """That many days after the first of January 2026."""
    return FIRST + timedelta(offset)


def lived(
    *moves: tuple[int, int],
    won: int | None = None,
    lost: int | None = None,
    parked: tuple[tuple[int, int], ...] = (),
    **rest: object,
) -> Opportunity:
    """Opened with the first of the moves, (day, stage) each; parked from and until; days are offsets."""
    closed = lost if won is None else won
    fields: dict[str, object] = {
        "party_id": 1,
        "title": "Roof",
        "opened": day(moves[0][0]),
        "closed": None if closed is None else day(closed),
        "outcome": Outcome.WON if won is not None else Outcome.LOST if lost is not None else None,
        "reason_id": 1 if lost is not None else 0,
        "moves": tuple(StageMove(day(on), stage) for on, stage in moves),
        "parkings": tuple(Parking(day(on), day(until)) for on, until in parked),
    }
    return Opportunity(**(fields | rest))


@st.composite
def any_life(draw: st.DrawFn) -> Opportunity:
    """One that was opened, moved, parked and perhaps closed in any order the program allows."""
    offsets = st.integers(0, LENGTH)
    opened = draw(offsets)
    closed = draw(st.none() | st.integers(opened, LENGTH))
    within = st.integers(opened, LENGTH if closed is None else closed)
    moves = [(opened, draw(st.sampled_from(STAGES)))]
    moves += sorted(draw(st.lists(st.tuples(within, st.sampled_from(STAGES)), max_size=5)), key=lambda move: move[0])
    parked = sorted(draw(st.lists(st.tuples(within, offsets), max_size=3)), key=lambda parking: parking[0])
    ways = {True: {"won": closed}, False: {"lost": closed}}
    outcome = {} if closed is None else ways[draw(st.booleans())]
    return lived(
        *moves, parked=tuple(parked), value=draw(st.integers(0, 10**6)), id=draw(st.integers(1, 99)), **outcome
    )


def until(opportunity: Opportunity, last: date) -> Opportunity | None:
    """What was known of it at the end of a day; None before it was opened."""
    if opportunity.opened > last:
        return None
    known = opportunity.closed is not None and opportunity.closed <= last
    fields = {name: getattr(opportunity, name) for name in Opportunity.__slots__}
    fields["moves"] = tuple(move for move in opportunity.moves if move.on <= last)
    fields["parkings"] = tuple(parking for parking in opportunity.parkings if parking.on <= last)
    if not known:
        fields |= {"closed": None, "outcome": None, "reason_id": 0, "agreed": None}
    return Opportunity(**fields)


def as_known(opportunities: list[Opportunity], last: date) -> list[Opportunity]:
    """What the book held at the end of a day."""
    return [known for it in opportunities if (known := until(it, last))]
