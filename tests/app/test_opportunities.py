"""Opportunities: added in a stage, moved, parked and corrected; slips of a day leave no trace."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from balancer_desktop.app import archive, contacts, inquiries, losing, money, next_steps, opportunities, people, winning
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import NextStep, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove, parked_on
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.verify import problems

DAY = [date(2026, 11, day) for day in range(1, 21)]
TODAY = DAY[-1]
FIRST, SECOND, THIRD, FOURTH = 1, 2, 3, 4


class Calendar:
    """A today that tests may move."""

    day = TODAY


@pytest.fixture
def calendar(book: Book) -> Calendar:
    calendar = Calendar()
    book.today = lambda: calendar.day
    return calendar


@pytest.fixture
def roof(book: Book) -> int:
    hilltop = people.add(book, Party("Hilltop"), on=DAY[0])
    return opportunities.add(book, Opportunity(hilltop, " New  roof ", DAY[0], 240000))


def the(book: Book, id_: int) -> Opportunity:
    found = book.pipeline.get(id_)
    assert found
    return found


def moves(book: Book, id_: int) -> list[tuple[date, int]]:
    return [(move.on, move.stage_id) for move in the(book, id_).moves]


def test_it_begins_in_the_first_stage_or_the_one_named(book: Book, roof: int) -> None:
    assert (the(book, roof).title, moves(book, roof)) == ("New roof", [(DAY[0], FIRST)])
    assert book.undo_label == "Add “New roof” · Hilltop"
    step = NextStep(DAY[5], 99, "send the quote", opportunity_id=99)
    quote = opportunities.add(book, Opportunity(1, "Shed", DAY[3], moves=(StageMove(DAY[0], 6),)), FOURTH, step)
    assert moves(book, quote) == [(DAY[3], FOURTH)]
    assert book.contacts.steps_of(1) == [NextStep(DAY[5], 1, "send the quote", id=1, opportunity_id=quote)]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": " "}, "What it is about is missing"),
        ({"title": "x" * 201}, "too long"),
        ({"value": -1}, "A value cannot be negative"),
        ({"value": 10**15 + 1}, "A value cannot be negative, or so large"),
        ({"probability": 101}, "101 % is no probability. Give 0 to 100"),
        ({"opened": date(2026, 11, 21)}, "2026-11-21 lies in the future"),
        ({"expected": date(2026, 10, 31)}, "comes before it was opened"),
        ({"referred_by": 1}, "referred by themselves"),
        ({"referred_by": 77}, "not in the book any more"),
        ({"inquiry_id": 77}, "That inquiry is not this party's"),
    ],
)
def test_what_cannot_be_is_refused(book: Book, roof: int, wrong: dict[str, object], words: str) -> None:
    before = book.pipeline.all()
    for act in (opportunities.add, opportunities.edit):
        with pytest.raises(BadInput, match=words) as refused:
            act(book, replace(the(book, roof), **wrong))
        assert refused.value.remedy
    assert book.pipeline.all() == before


def test_unknown_parties_stages_and_opportunities_are_named(book: Book, roof: int) -> None:
    with pytest.raises(BadInput, match="That person is not in the book"):
        opportunities.add(book, Opportunity(77, "x", TODAY))
    for stage in (77, -1):
        with pytest.raises(BadInput, match="That stage is not in use"):
            opportunities.move(book, roof, stage)
    for act in (
        lambda: opportunities.move(book, 77, FIRST),
        lambda: opportunities.park(book, [roof, 77], date(2027, 1, 1)),
        lambda: opportunities.resume(book, 77),
        lambda: winning.win(book, 77),
        lambda: losing.lose(book, 77, 1),
    ):
        with pytest.raises(BadInput, match="That opportunity is not in the book any more"):
            act()


def test_it_moves_and_a_slip_of_the_day_leaves_no_trace(book: Book, roof: int) -> None:
    opportunities.move(book, roof, SECOND, DAY[4])
    assert book.undo_label == "“New roof” to Researched · Hilltop"
    opportunities.move(book, roof, FOURTH, DAY[6])
    opportunities.move(book, roof, THIRD, DAY[6])
    assert moves(book, roof) == [(DAY[0], FIRST), (DAY[4], SECOND), (DAY[6], THIRD)]
    opportunities.move(book, roof, SECOND, DAY[6])
    assert moves(book, roof) == [(DAY[0], FIRST), (DAY[4], SECOND)]
    opportunities.move(book, roof, SECOND)
    assert len(moves(book, roof)) == 2, "where it is already, it stays"


def test_a_slip_on_the_first_day_is_where_it_began(book: Book, roof: int) -> None:
    opportunities.move(book, roof, FOURTH, DAY[0])
    assert moves(book, roof) == [(DAY[0], FOURTH)]
    opportunities.move(book, roof, FIRST, DAY[0])
    assert moves(book, roof) == [(DAY[0], FIRST)]


def test_no_move_lies_in_the_future_or_before_the_last_or_after_the_end(book: Book, roof: int) -> None:
    opportunities.move(book, roof, SECOND, DAY[4])
    for day, words in (
        (date(2026, 11, 21), "lies in the future"),
        (DAY[3], "came to its stage on 2026-11-05, after 2026-11-04"),
        (date(2026, 10, 1), "was opened on 2026-11-01, after 2026-10-01"),
    ):
        with pytest.raises(BadInput, match=words):
            opportunities.move(book, roof, THIRD, day)
    losing.lose(book, roof, 1, on=DAY[5])
    with pytest.raises(BadInput, match=r"was lost on 2026-11-06\. Add a new opportunity"):
        opportunities.move(book, roof, THIRD)


def test_what_is_parked_waits_until_its_day_or_is_taken_up(book: Book, roof: int, calendar: Calendar) -> None:
    march = date(2027, 3, 1)
    opportunities.park(book, [roof], date(2027, 2, 1))
    opportunities.park(book, [roof], march)
    assert [replace(p, id=0) for p in the(book, roof).parkings] == [Parking(TODAY, march)]
    assert book.undo_label == "Park “New roof” · Hilltop until 2027-03-01"
    opportunities.resume(book, roof)
    assert the(book, roof).parkings == (), "a slip of the day"
    opportunities.park(book, [roof], march)
    calendar.day = date(2026, 12, 1)
    opportunities.park(book, [roof], date(2027, 6, 1))
    opportunities.resume(book, roof)
    told = [(p.on, p.until) for p in the(book, roof).parkings]
    assert told == [(TODAY, march), (calendar.day, calendar.day)]
    assert parked_on(the(book, roof), calendar.day) is None
    assert parked_on(the(book, roof), date(2026, 11, 30)) == march


def test_only_what_is_open_is_parked_and_only_until_a_day_to_come(book: Book, roof: int) -> None:
    with pytest.raises(BadInput, match="2026-11-20 is not to come"):
        opportunities.park(book, [roof], TODAY)
    winning.win(book, roof)
    with pytest.raises(BadInput, match=r"was won on 2026-11-20\. Undo that, or add a new opportunity"):
        opportunities.park(book, [roof], date(2027, 1, 1))


def test_a_step_that_is_done_asks_for_the_next(book: Book, roof: int) -> None:
    step = contacts.plan(book, NextStep(DAY[5], 1, "send the quote", opportunity_id=roof))
    following = opportunities.finish_step(book, step, NextStep(date(2026, 11, 25), 0, "ask about it"))
    done, planned = book.contacts.steps_of(1)
    assert (done.done_on, planned.id) == (TODAY, following)
    assert (planned.party_id, planned.opportunity_id, planned.what) == (1, roof, "ask about it")
    assert book.undo() == "Done: “send the quote”, next “ask about it” · Hilltop"
    assert [one.done_on for one in book.contacts.steps_of(1)] == [None]
    assert opportunities.finish_step(book, step) == 0
    with pytest.raises(BadInput, match="That step is not in the book"):
        opportunities.finish_step(book, 99)


def test_a_step_serves_only_its_own_partys_opportunity(book: Book, roof: int) -> None:
    other = people.add(book, Party("Other"), on=DAY[0])
    with pytest.raises(BadInput, match="“New roof” is another one's"):
        contacts.plan(book, NextStep(TODAY, other, "call", opportunity_id=roof))
    with pytest.raises(BadInput, match="That opportunity is not in the book"):
        contacts.plan(book, NextStep(TODAY, other, "call", opportunity_id=9))
    step = contacts.plan(book, NextStep(TODAY, 1, "call", opportunity_id=roof))
    with pytest.raises(BadInput, match="another one's"):
        next_steps.edit(book, NextStep(TODAY, other, "call", opportunity_id=roof, id=step))


def test_correcting_it_keeps_its_course(book: Book, roof: int) -> None:
    opportunities.move(book, roof, SECOND, DAY[4])
    before = the(book, roof)
    opportunities.edit(book, replace(before, title="Slate roof", opened=DAY[1], outcome=Outcome.WON, closed=TODAY))
    after = the(book, roof)
    assert (after.title, after.closed, after.outcome) == ("Slate roof", None, None)
    assert moves(book, roof) == [(DAY[1], FIRST), (DAY[4], SECOND)]
    with pytest.raises(BadInput, match=r"It moved on 2026-11-05, before 2026-11-06\. Give an earlier day"):
        opportunities.edit(book, replace(after, opened=DAY[5]))
    other = people.add(book, Party("Other"), on=DAY[0])
    with pytest.raises(BadInput, match="stays with its party"):
        opportunities.edit(book, replace(after, party_id=other))


def test_how_it_ended_is_corrected_within_what_can_be(book: Book, roof: int) -> None:
    opportunities.move(book, roof, SECOND, DAY[4])
    winning.win(book, roof, on=DAY[8], sale=Sale(DAY[8], 1, 100))
    won = the(book, roof)
    opportunities.edit(book, replace(won, closed=DAY[6], agreed=50, sale_id=0, ends=DAY[9], note="in writing"))
    assert the(book, roof).agreed == 50
    other = people.add(book, Party("Other"), on=DAY[0])
    theirs = money.record_sale(book, Sale(TODAY, other, 5))
    barn = opportunities.add(book, Opportunity(1, "Barn", DAY[8]))
    winning.win(book, barn, sale=Sale(TODAY, 1, 100))
    for wrong, words in (
        ({"closed": DAY[3]}, "comes before what happened to it"),
        ({"closed": date(2026, 11, 21)}, "lies in the future"),
        ({"closed": None}, "When it was won is missing"),
        ({"reason_id": 1}, "has no reason of loss"),
        ({"ends": DAY[7]}, "cannot end on 2026-11-08, before it was won"),
        ({"sale_id": theirs}, "That sale is not this party's"),
        ({"sale_id": 99}, "That sale is not this party's"),
        ({"sale_id": the(book, barn).sale_id}, "came of “Barn” already"),
    ):
        with pytest.raises(BadInput, match=words):
            opportunities.edit(book, replace(won, **wrong))
    lost = the(book, opportunities.add(book, Opportunity(1, "Shed", DAY[8])))
    losing.lose(book, lost.id, 1)
    lost = the(book, lost.id)
    opportunities.edit(book, replace(lost, reason_id=2, note="never called back"))
    for wrong, words in (({"reason_id": 0}, "Why it was lost"), ({"agreed": 5}, "brought no sale")):
        with pytest.raises(BadInput, match=words):
            opportunities.edit(book, replace(lost, **wrong))
    assert problems(book.file.db) == []


def test_what_was_added_by_mistake_goes_with_its_open_steps_and_what_was_done_stays(book: Book, roof: int) -> None:
    done = contacts.plan(book, NextStep(DAY[5], 1, "send the quote", opportunity_id=roof))
    opportunities.finish_step(book, done, NextStep(TODAY, 0, "ask about it"))
    of_party = contacts.plan(book, NextStep(TODAY, 1, "call"))
    before = the(book, roof)
    opportunities.remove(book, roof)
    assert book.pipeline.all() == []
    steps = book.contacts.steps_of(1)
    assert [(step.id, step.opportunity_id) for step in steps] == [(done, 0), (of_party, 0)]
    assert problems(book.file.db) == []
    book.undo()
    assert the(book, roof) == before


def test_a_won_one_may_be_taken_out_and_its_sale_stays(book: Book, roof: int) -> None:
    winning.win(book, roof, sale=Sale(TODAY, 1, 100))
    opportunities.remove(book, roof)
    assert [sale.amount for sale in book.ledger.sales_of(1)] == [100]
    assert book.people.standing(1) is Standing.CURRENT


@pytest.mark.parametrize(("bought", "back"), [(True, Standing.LAPSED), (False, Standing.PROSPECT)])
def test_who_left_and_is_offered_something_has_come_back(book: Book, bought: bool, back: Standing) -> None:
    gone = people.add(book, Party("Gone"), Standing.CURRENT, date(2025, 1, 1))
    if bought:
        money.record_sale(book, Sale(date(2025, 2, 1), gone, 100))
    archive.archive(book, [gone], 1, DAY[0])
    opportunities.add(book, Opportunity(gone, "Again", TODAY))
    assert book.people.standing(gone) is back
    assert book.undo() == "Add “Again” · Gone"
    assert book.people.standing(gone) is Standing.EX


def test_an_inquiry_named_is_the_partys_own(book: Book, roof: int) -> None:
    asked = Inquiry(datetime(2026, 11, 1, 9, 0, tzinfo=UTC), InquiryChannel.CALL, name="Wanda")
    strange = inquiries.receive(book, asked)
    own = inquiries.receive(book, replace(asked, party_id=1))
    with pytest.raises(BadInput, match="That inquiry is not this party's"):
        opportunities.edit(book, replace(the(book, roof), inquiry_id=strange))
    opportunities.edit(book, replace(the(book, roof), inquiry_id=own))
    assert the(book, roof).inquiry_id == own
    asked_for = book.inquiries.get(own)
    assert asked_for
    assert (asked_for.state, asked_for.settled_on) == (InquiryState.PROSPECT, TODAY), "it waits no more"
    declined = inquiries.receive(book, replace(asked, party_id=1))
    inquiries.not_for_us(book, declined)
    opportunities.add(book, Opportunity(1, "Shed", TODAY, inquiry_id=declined))
    assert [one.state for one in book.inquiries.of_party(1)] == [InquiryState.PROSPECT, InquiryState.NOT_FOR_US]
