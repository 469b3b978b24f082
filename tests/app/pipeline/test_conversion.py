"""What the database counts of the closed ones is what the pure figures say of all of them."""

from datetime import date, timedelta
from random import Random

from balancer_desktop.app import conversion, people, pipeline
from balancer_desktop.app.book import Book
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline import conversion as pure
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.cycle import Spans, cycle
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage import closed_rows

TODAY = date(2026, 11, 20)


def life(party: int, stages: list[int], random: Random) -> Opportunity:
    """Anything that may have happened in the last 200 days, several moves on one day among it."""
    opened = TODAY - timedelta(random.randrange(200))
    closed = opened + timedelta(random.randrange(60))
    moves = [opened, *sorted(opened + timedelta(random.randrange(60)) for _ in range(random.randrange(4)))]
    moved = tuple(StageMove(on, random.choice(stages)) for on in moves)
    parkings = (Parking(opened, opened + timedelta(random.randrange(200))),) if random.random() < 0.3 else ()
    ended = random.random() < 0.7 and closed <= TODAY
    won = random.random() < 0.4
    return Opportunity(
        party, "Roof", opened, value=random.randrange(10**6), moves=moved, parkings=parkings,
        closed=closed if ended else None, outcome=(Outcome.WON if won else Outcome.LOST) if ended else None,
        reason_id=1 if ended and not won else 0,
    )  # fmt: skip


def test_the_database_and_the_pure_figures_agree(book: Book) -> None:
    random = Random(4)
    party = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 1, 1))
    stages = [stage.id for stage in book.stages.stages()]
    with book.change("Fill"):
        for _ in range(300):
            book.pipeline.add(life(party, stages, random))
    every = book.pipeline.all()
    told = conversion.by_stage(book, book.pipeline.open())
    assert told == pure.by_stage(every, TODAY)
    assert all(one.won and one.lost and one.long_open and one.open and one.parked for one in told.values())
    assert conversion.conversion(book) == pure.conversion(every, TODAY)
    failing = pure.failing(book.pipeline.open(), TODAY, 10)
    whole = pure.of_stages(book.pipeline.open(), TODAY, 10)
    assert {stage: one.long_open for stage, one in failing.items()} == {
        stage: one.long_open for stage, one in whole.items() if one.long_open
    }
    for day in (TODAY - timedelta(days) for days in (0, 20, 100, 250)):
        assert sorted(closed_rows.cycles(book.file.db, day)) == sorted(cycle(every, day).days)
    assert Spans(closed_rows.cycles(book.file.db, TODAY)).usual


def test_the_board_weighs_with_the_own_history_once_there_is_enough(book: Book) -> None:
    party = people.add(book, Party("Hilltop"), Standing.CURRENT, date(2026, 1, 1))
    stage = book.stages.stages()[3]
    day = date(2026, 3, 1)
    moves = (StageMove(day, stage.id),)

    def ended(times: int, outcome: Outcome) -> None:
        for _ in range(times):
            reason = 0 if outcome is Outcome.WON else 1
            closed = TODAY - timedelta(1)
            book.pipeline.add(
                Opportunity(party, "Roof", day, closed=closed, outcome=outcome, reason_id=reason, moves=moves)
            )

    with book.change("Fill"):
        ended(2, Outcome.WON)
        ended(7, Outcome.LOST)
        book.pipeline.add(Opportunity(party, "Shed", TODAY, 1000, moves=(StageMove(TODAY, stage.id),)))
    assert conversion.conversion(book) == Conversion(won=2, lost=7, open=1)
    assert pipeline.board(book)[3].weighted == 400
    with book.change("Lose another"):
        ended(1, Outcome.LOST)
    assert pipeline.board(book)[3].weighted == 200
