"""Hours, touches and alarms as they are read from a book, against a count of every row."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest

from balancer_desktop.app import contacts, discipline, inquiries, money, opportunities, people, winning
from balancer_desktop.app.book import Book
from balancer_desktop.app.income import income_of_12_months
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.alarms import AlarmKind
from balancer_desktop.domain.pipeline.discipline import Goals, says_contact
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, StageMove
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing, StandingChange

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
CHANNELS = (Channel.CALL, Channel.EMAIL, Channel.VISIT, Channel.MESSAGE, Channel.NOTE)


def offer(book: Book, party: int, on: date, **rest: object) -> Opportunity:
    fields = {"moves": (StageMove(on, book.stages.stages()[0].id),)} | rest
    return Opportunity(party, "Roof", on, **fields)


def test_a_week_counts_gaining_hours_and_touches_up_to_the_day(book: Book) -> None:
    prospect = people.add(book, Party("Prospect"), Standing.PROSPECT, date(2026, 1, 1))
    customer = people.add(book, Party("Customer"), Standing.CURRENT, date(2026, 1, 1))
    grown = people.add(book, Party("Grown"), Standing.CURRENT, date(2026, 1, 1))
    with book.change("Fill"):
        book.pipeline.add(offer(book, grown, date(2026, 11, 1)))
        for on, minutes, side in (
            (MONDAY - timedelta(1), 1, Side.GAIN), (MONDAY, 20, Side.GAIN), (TODAY, 30, Side.GAIN),
            (TODAY, 500, Side.KEEP), (TODAY + timedelta(1), 700, Side.GAIN),
        ):  # fmt: skip
            book.work.add(Work(on, minutes, side))
        for party in (prospect, customer, grown):
            book.contacts.add(Contact(TODAY, party, Channel.CALL))
            book.contacts.add(Contact(TODAY, party, Channel.NOTE))
            book.contacts.add(Contact(TODAY, party, Channel.CALL, incoming=True))
            book.contacts.add(Contact(MONDAY - timedelta(1), party, Channel.VISIT))
    week = discipline.week(book)
    assert (week.first, week.minutes, week.touches) == (MONDAY, 50, 2)
    assert (week.minutes_left, week.touches_left) == (130, 3)
    sunday = discipline.week(book, first_weekday=7)
    assert (sunday.minutes, sunday.touches) == (51, 4)
    assert discipline.week(book, MONDAY).minutes == 20


def was_prospect(book: Book, party: int, day: date) -> bool:
    """At any time of the day: what it was when it began, or became later on."""
    history = book.people.history(party)
    before = [change.standing for change in history if change.on < day]
    during = [change.standing for change in history if change.on == day]
    return Standing.PROSPECT in (before[-1:] + during or [Standing.PROSPECT])


def test_touches_are_those_with_prospects_of_that_day_or_with_something_open(book: Book) -> None:
    random = Random(7)
    first = date(2026, 6, 1)
    days = [first + timedelta(n) for n in range(60)]
    with book.change("Fill"):
        for name in range(12):
            party = book.people.add(Party(f"Party {name}"))
            for on in sorted(random.choices(days, k=random.randrange(5))):
                book.people.add_standing(StandingChange(party, on, random.choice(list(Standing))))
            for _ in range(random.randrange(3)):
                opened = random.choice(days)
                closed = random.choice([None, opened, opened + timedelta(9)])
                outcome = None if closed is None else Outcome.WON
                book.pipeline.add(offer(book, party, opened, closed=closed, outcome=outcome))
            for _ in range(60):
                channel, incoming = random.choice(CHANNELS), random.random() < 0.3
                book.contacts.add(Contact(random.choice(days), party, channel, incoming=incoming))
    lives = book.pipeline.all()
    for start in days[::7]:
        counted = sum(
            start <= contact.on <= start + timedelta(6)
            and not contact.incoming
            and contact.channel is not Channel.NOTE
            and (
                was_prospect(book, contact.party_id, contact.on)
                or any(
                    it.party_id == contact.party_id
                    and it.opened <= contact.on
                    and (it.closed is None or contact.on <= it.closed)
                    for it in lives
                )
            )
            for contact in book.contacts.all()
        )
        assert counted > 0
        assert discipline.week(book, start + timedelta(6)).touches == counted


def test_an_answer_and_a_finished_call_are_touches_once_for_somebody_a_day(book: Book) -> None:
    """By hand: what each does to the count of this week and of the one before."""
    book.clock = lambda: datetime.combine(book.today(), time(10, 17)).astimezone()
    prospect = people.add(book, Party("Prospect"), Standing.PROSPECT, date(2026, 1, 1))
    customer = people.add(book, Party("Customer"), Standing.CURRENT, date(2026, 1, 1))

    def asked(channel: InquiryChannel = InquiryChannel.MISSED_CALL, **whom: Any) -> int:
        return inquiries.receive(book, Inquiry(book.now() - timedelta(hours=1), channel, **whom))

    def done(what: str, party: int) -> None:
        contacts.finish(book, contacts.plan(book, NextStep(TODAY, party, what)))

    def touches() -> int:
        return discipline.week(book).touches

    unknown = asked(phone="555 0101")
    assert touches() == 0
    inquiries.answer(book, unknown)
    assert touches() == 1, "somebody nobody knows yet has an answer"
    inquiries.promise(book, asked(party_id=prospect), "a quote")
    assert touches() == 2, "a promise is an answer, though no contact is logged"
    done("call back", prospect)
    assert touches() == 2, "the same one on the same day"
    contacts.log(book, Contact(TODAY, prospect, Channel.CALL))
    assert touches() == 2, "that contact is what was done"
    contacts.log(book, Contact(TODAY, prospect, Channel.EMAIL))
    assert touches() == 3
    inquiries.answer(book, asked(InquiryChannel.EMAIL, party_id=customer))
    done("call about the gutter", customer)
    assert touches() == 3, "no prospect"
    other = people.add(book, Party("Other"), Standing.PROSPECT, date(2026, 1, 1))
    done("prepare the call", other)
    assert touches() == 3, "nobody was turned to"
    done("send the quote", other)
    assert touches() == 4
    at_once = Inquiry(book.now(), InquiryChannel.CALL, name="Tom", responded=book.now(), state=InquiryState.ANSWERED)
    inquiries.receive(book, at_once)
    assert touches() == 4, "who was on the phone already was not called"
    inquiries.receive(book, replace(at_once, channel=InquiryChannel.EMAIL, name="Eve"))
    assert touches() == 5, "an e-mail, too, that is answered in the very minute"
    assert discipline.week(book, MONDAY - timedelta(1)).touches == 0
    winning.win(book, opportunities.add(book, Opportunity(other, "Roof", TODAY)), on=TODAY)
    assert touches() == 5, "a prospect that day, whatever came of it"


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("call", True), ("Call back", True), ("e-mail the plan", True), ("visit and measure", True),
        ("site visit", True),
        ("write to them", True), ("write the quote", False), ("send quote", True), ("prepare the call", False),
        ("check their credit", False), ("ask whether the quote arrived", True), ("recall the ladder", False),
    ],
)  # fmt: skip
def test_the_words_of_a_step_say_whether_somebody_is_turned_to(step: str, says: bool) -> None:
    assert says_contact(step) is says


def test_the_streak_goes_back_over_the_weeks_that_were_kept(book: Book) -> None:
    prospect = people.add(book, Party("Prospect"), Standing.PROSPECT, date(2026, 1, 1))
    with book.change("Fill"):
        book.settings.set("prospecting_hours_goal", "1")
        book.settings.set("touches_goal", "1")
        for back in (0, 1, 2, 4):
            on = MONDAY - timedelta(weeks=back)
            book.work.add(Work(on, 60, Side.GAIN))
            book.contacts.add(Contact(on, prospect, Channel.CALL))
    assert discipline.goals(book) == Goals(60, 1)
    assert discipline.streak(book) == 3
    assert discipline.streak(book, MONDAY - timedelta(days=1)) == 2
    assert discipline.streak(book, MONDAY + timedelta(weeks=1)) == 3
    assert discipline.streak(book, MONDAY + timedelta(weeks=2)) == 0


def test_the_usual_gap_begins_with_whatever_was_first(book: Book) -> None:
    met = datetime(2026, 1, 1, 9, 30).astimezone()
    sold = date(2026, 3, 5)  # 63 days later
    known = date(2026, 2, 1)
    parties = [people.add(book, Party(f"P{n}"), Standing.PROSPECT, known) for n in range(4)]
    old = people.add(book, Party("Old"), Standing.CURRENT, date(2025, 1, 1))
    since = people.add(book, Party("Since", customer_since=date(2020, 1, 1)), Standing.PROSPECT, date(2025, 1, 1))
    with book.change("Fill"):
        book.contacts.add(Contact(met.date(), parties[0], Channel.CALL))
        book.inquiries.add(Inquiry(met, InquiryChannel.CALL, parties[1]))
        book.pipeline.add(offer(book, parties[2], met.date()))
    assert discipline.usual_gap(book).days == ()
    for party in (*parties, old, since):
        money.record_sale(book, Sale(sold, party, 1000))
    assert sorted(discipline.usual_gap(book).days) == [32, 63, 63, 63]
    assert discipline.usual_gap(book, sold - timedelta(1)).days == ()
    assert discipline.usual_gap(book).usual == 63


def test_an_empty_book_says_that_nothing_is_in_the_pipeline(book: Book) -> None:
    assert [alarm.kind for alarm in discipline.alarms(book)] == [AlarmKind.EMPTY]


def test_a_new_offer_to_a_customer_is_no_new_prospect(book: Book) -> None:
    old = people.add(book, Party("Old"), Standing.PROSPECT, TODAY - timedelta(days=36))
    with book.change("Offer"):
        book.people.add_standing(StandingChange(old, TODAY - timedelta(days=30), Standing.CURRENT))
        book.pipeline.add(offer(book, old, TODAY - timedelta(days=2)))
    (alarm,) = discipline.alarms(book)
    assert alarm.words.startswith("No new prospect for 5 weeks; ")
    with book.change("Offer to who left"):
        left = book.people.add(Party("Left"))
        book.people.add_standing(StandingChange(left, date(2026, 1, 1), Standing.EX))
        book.pipeline.add(offer(book, left, TODAY - timedelta(days=1)))
    assert discipline.alarms(book) == []
    before = discipline.alarms(book, TODAY - timedelta(days=5))
    assert [alarm.kind for alarm in before] == [AlarmKind.EMPTY, AlarmKind.DROUGHT]


def test_a_large_job_that_ends_soon_is_told_until_something_dated_follows(book: Book) -> None:
    party = people.add(book, Party("Hilltop"), Standing.PROSPECT, TODAY - timedelta(days=9))
    ends = TODAY + timedelta(days=10)
    with book.change("Win"):
        sale = book.ledger.add_sale(Sale(TODAY - timedelta(days=3), party, 5000))
        won = offer(
            book, party, TODAY - timedelta(days=9), closed=TODAY - timedelta(days=3), outcome=Outcome.WON,
            sale_id=sale, ends=ends,
        )  # fmt: skip
        id_ = book.pipeline.add(won)
        next_one = book.pipeline.add(offer(book, party, TODAY))
    (alarm,) = discipline.alarms(book)
    assert (alarm.kind, alarm.opportunity_id) == (AlarmKind.TOO_BUSY, id_)
    assert alarm.words == "“Roof” ends in 10 days, and nothing dated follows."
    with book.change("Plan"):
        book.contacts.add_step(NextStep(TODAY, party, "Call", opportunity_id=next_one))
    assert discipline.alarms(book) == []


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 1), date(2026, 11, 30), date(2025, 12, 31), date(2024, 2, 29)])
def test_income_of_twelve_months_ends_with_its_day(book: Book, day: date) -> None:
    party = people.add(book, Party("Hilltop"), Standing.CURRENT, date(2020, 1, 1))
    random = Random(3)
    sales = [(date(2022, 11, 1) + timedelta(n), random.randrange(1, 1000)) for n in range(0, 1490, 3)]
    with book.change("Fill"):
        for on, amount in sales:
            book.ledger.add_sale(Sale(on, party, amount))
    begun = date(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
    assert income_of_12_months(book, day) == sum(amount for on, amount in sales if begun < on <= day)
