"""The demo business is the same each time, consistent in itself, and tells the story it is meant to tell."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from balancer_desktop.domain.demo.business import DemoBusiness
from balancer_desktop.domain.demo.generate import generate
from balancer_desktop.domain.demo.names import BUSINESS_NAME, LARGE_CUSTOMER, TOUR_CUSTOMERS
from balancer_desktop.domain.entries import Sale, checked_amount, checked_work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel, InquiryState
from balancer_desktop.domain.mix import MixMonth, classify
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.month import Month, trailing
from balancer_desktop.domain.party import PartyKind, checked, phone_digits
from balancer_desktop.domain.side import Side, side_for
from balancer_desktop.domain.standing import FIRST_REASONS, ReasonClass, Standing, StandingChange, standing_on

TODAYS = [
    date(2026, 10, 17),
    date(2024, 2, 29),
    date(2026, 1, 1),
    date(2025, 8, 12),
    date(2026, 12, 31),
    date(2027, 3, 31),
]


# Frozen, and made by a pure function: each test may look at the same one.
remembered = cache(generate)


@pytest.fixture(params=[(seed, today) for today in TODAYS for seed in (1, 7, 20)], ids=lambda p: f"{p[0]}-{p[1]}")
def made(request: pytest.FixtureRequest) -> tuple[DemoBusiness, date]:
    """A business and the day it was made for."""
    seed, today = request.param
    return remembered(seed, today), today


def changes(business: DemoBusiness, party_id: int) -> list[StandingChange]:
    return [StandingChange(party_id, row.on, row.standing) for row in business.people[party_id - 1].history]


def standing_now(business: DemoBusiness) -> Counter[Standing]:
    return Counter(person.history[-1].standing for person in business.people)


def sales_by_party(business: DemoBusiness) -> dict[int, list[Sale]]:
    found: dict[int, list[Sale]] = defaultdict(list)
    for sale in business.sales:
        found[sale.party_id].append(sale)
    return found


def income(business: DemoBusiness) -> dict[Month, Counter[Side]]:
    """Minor units per month and class, by the program's own rule."""
    totals: dict[Month, Counter[Side]] = defaultdict(Counter)
    for party_id, sales in sales_by_party(business).items():
        since = business.people[party_id - 1].party.customer_since
        for sale, side in zip(sales, classify([(s.on, s.amount) for s in sales], since), strict=True):
            totals[Month.of(sale.on)][side] += sale.amount
    return totals


def hours(business: DemoBusiness) -> dict[Month, Counter[Side]]:
    """Minutes per month and side."""
    totals: dict[Month, Counter[Side]] = defaultdict(Counter)
    for work in business.work:
        totals[Month.of(work.on)][work.side] += work.minutes
    return totals


def share(month: Month, sides: Counter[Side]) -> float:
    found = MixMonth(month, sides[Side.KEEP], sides[Side.GAIN], sides[Side.WIN_BACK]).share
    assert found is not None
    return found


def test_the_same_seed_and_day_make_the_same_business() -> None:
    """Equal in every field; another seed or day makes another one."""
    today = TODAYS[0]
    assert generate(4, today) == generate(4, today)
    assert generate(4, today) != generate(5, today)
    assert generate(4, today).work != generate(4, today + timedelta(1)).work


def test_the_same_on_every_machine() -> None:
    """Totals of one business, so that another Python or platform that differs is found. Update them with the story."""
    business = generate(1, date(2026, 10, 17))
    assert len(business.sales) == 712
    assert sum(s.amount for s in business.sales) == 19_612_000
    assert sum(w.minutes for w in business.work) == 258_885
    assert sum(e.amount for e in business.expenses) == 2_003_949
    assert len(business.inquiries) == 82
    assert sum(one.opportunity.value for one in business.opportunities) == 8_390_000


def test_its_size(made: tuple[DemoBusiness, date]) -> None:
    """Enough to look around in, and no more than one person does in three years."""
    business, _ = made
    assert business.name == BUSINESS_NAME
    assert currency(business.currency).exponent == 2
    assert 80 <= len(business.people) <= 100
    assert 500 <= len(business.sales) <= 850
    assert 1200 <= len(business.work) <= 1650
    assert 200 <= len(business.expenses) <= 330
    assert 380 <= len(business.contacts) <= 800
    assert 40 <= len(business.next_steps) <= 110
    assert 70 <= len(business.inquiries) <= 100
    assert 90 <= len(business.opportunities) <= 130


def test_who_is_in_it(made: tuple[DemoBusiness, date]) -> None:
    """Around 35 customers, ten lapsed, a dozen ex and two dozen prospects; businesses and persons; the tour's two."""
    business, _ = made
    count = standing_now(business)
    assert 30 <= count[Standing.CURRENT] <= 40
    assert 8 <= count[Standing.LAPSED] <= 12
    assert 10 <= count[Standing.EX] <= 15
    assert 26 <= count[Standing.PROSPECT] <= 32
    assert 12 <= sum(person.party.kind is PartyKind.BUSINESS for person in business.people) <= 30
    current = {p.party.name for p in business.people if p.history[-1].standing is Standing.CURRENT}
    assert current.issuperset({LARGE_CUSTOMER, *TOUR_CUSTOMERS})
    assert any(not p.party.name.isascii() for p in business.people)


def test_parties_are_well_formed(made: tuple[DemoBusiness, date]) -> None:
    """Ids count from one; names, phones are each one's own; addresses and numbers are fictional."""
    business, today = made
    parties = [person.party for person in business.people]
    assert [party.id for party in parties] == list(range(1, len(parties) + 1))
    assert [checked(party) for party in parties] == parties
    assert len({party.name for party in parties}) == len(parties)
    phones = [phone for party in parties for phone in party.phones]
    assert all("5550100" <= phone_digits(phone) <= "5550199" for phone in phones)
    assert len(set(phones)) == len(phones) >= len(parties)
    assert all(email.rpartition("@")[2].startswith("example.") for party in parties for email in party.emails)
    assert all(party.customer_since is None or party.customer_since < today for party in parties)


def test_referrals_lead_back_in_time(made: tuple[DemoBusiness, date]) -> None:
    """Whoever referred somebody was known before and had bought; some referrals make chains."""
    business, _ = made
    referrer = {person.party.id: person.party.referred_by for person in business.people}
    assert all(0 <= by < party_id for party_id, by in referrer.items())
    assert sum(by > 0 for by in referrer.values()) >= 12
    assert any(by and referrer[by] for by in referrer.values())
    for party_id, by in referrer.items():
        if by:
            met = business.people[party_id - 1].history[0].on
            assert any(row.standing is Standing.CURRENT and row.on <= met for row in business.people[by - 1].history)


def test_histories_follow_the_rules(made: tuple[DemoBusiness, date]) -> None:
    """In order of date, never after today; ex with one of the first reasons and a note, others without a reason."""
    business, today = made
    labels = {reason.label: reason.kind for reason in FIRST_REASONS}
    exits = Counter[ReasonClass]()
    for person in business.people:
        rows = person.history
        assert all(a.on < b.on and a.standing is not b.standing for a, b in pairwise(rows))
        assert rows[-1].on <= today
        assert rows[0].standing is (Standing.CURRENT if person.party.customer_since else Standing.PROSPECT)
        for row in rows:
            assert bool(row.reason) is (row.standing is Standing.EX)
            if row.reason:
                assert row.note
                exits[labels[row.reason]] += 1
    assert exits[ReasonClass.BENIGN] >= 8
    assert 2 <= exits[ReasonClass.PERFORMANCE] <= 5


def test_sales_make_customers(made: tuple[DemoBusiness, date]) -> None:
    """A party becomes current on the day of its first sale, and buys while current; prospects never have.

    One bought these days who still stands among the lapsed: that is for the owner to see.
    """
    business, today = made
    unseen = set()
    for party_id, sales in sales_by_party(business).items():
        history, founder = changes(business, party_id), business.people[party_id - 1].party.customer_since
        first_current = next(row.on for row in history if row.standing is Standing.CURRENT)
        assert first_current < sales[0].on if founder else first_current == sales[0].on
        for sale in sales:
            if sale.amount > 0 and standing_on(history, sale.on) is not Standing.CURRENT:
                assert standing_on(history, sale.on) is Standing.LAPSED
                assert (today - sale.on).days <= 21
                unseen.add(party_id)
    assert len(unseen) == 1
    buyers = set(sales_by_party(business))
    for person in business.people:
        assert (person.party.id in buyers) is (person.history[-1].standing is not Standing.PROSPECT)


def test_sides_are_what_they_would_have_been(made: tuple[DemoBusiness, date]) -> None:
    """Work and costs for a party are on the side of its standing on that day; all four sides occur.

    What won somebody is on the side of gaining, whenever it fell.
    """
    business, _ = made
    offered = [expense for expense in business.expenses if expense.introductory]
    assert {expense.side for expense in offered} == {Side.GAIN}
    for entry in (*business.work, *business.expenses):
        if entry.party_id and entry not in offered:
            assert entry.side is side_for(standing_on(changes(business, entry.party_id), entry.on)), entry
    assert {work.side for work in business.work} == set(Side)
    assert {expense.side for expense in business.expenses} == set(Side)


def test_nothing_happened_after_today(made: tuple[DemoBusiness, date]) -> None:
    """Only next steps lie ahead; everything is in order of date and refers to somebody; three years, not more."""
    business, today = made
    for entries in (business.sales, business.work, business.expenses, business.contacts):
        days = [entry.on for entry in entries]
        assert days == sorted(days)
        assert days[-1] <= today
        assert days[0] >= Month.of(today).plus(-36).first
    known = range(1, len(business.people) + 1)
    assert all(entry.party_id in known for entry in (*business.sales, *business.contacts, *business.next_steps))
    assert all(entry.party_id in (0, *known) for entry in (*business.work, *business.expenses))
    assert all(step.done_on is None or step.done_on <= today for step in business.next_steps)
    for contact in business.contacts:
        assert contact.on >= business.people[contact.party_id - 1].history[0].on


def test_entries_are_possible(made: tuple[DemoBusiness, date]) -> None:
    """Quarter hours, days a person survives, real amounts, and words beside every one."""
    business, _ = made
    days = Counter[date]()
    for work in business.work:
        assert checked_work(work).minutes % 15 == 0
        days[work.on] += work.minutes
    assert max(days.values()) <= 16 * 60
    assert sum(minutes > 10 * 60 for minutes in days.values()) < 0.06 * len(days)
    for amount in (*(s.amount for s in business.sales), *(e.amount for e in business.expenses)):
        assert checked_amount(amount) == amount
    assert all(expense.amount > 0 for expense in business.expenses)
    assert all(
        (*(w.note for w in business.work), *(s.memo for s in business.sales), *(c.note for c in business.contacts))
    )
    assert all("{" not in work.note for work in business.work)


def test_most_working_days_have_work(made: tuple[DemoBusiness, date]) -> None:
    """Four weekdays of five over the three years, holidays counted against it."""
    business, today = made
    start = Month.of(today).plus(-36).first
    weekdays = {d for n in range((today - start).days + 1) if (d := start + timedelta(n)).weekday() < 5}
    assert len(weekdays & {work.on for work in business.work}) > 0.8 * len(weekdays)


def test_refunds_are_few_and_smaller_than_the_sale(made: tuple[DemoBusiness, date]) -> None:
    """Two or three, each given back after a larger sale to the same party; every month stays positive."""
    business, today = made
    refunds = [sale for sale in business.sales if sale.amount < 0]
    assert 2 <= len(refunds) <= 3
    for refund in refunds:
        assert any(
            s.party_id == refund.party_id and s.on < refund.on and s.amount > -refund.amount for s in business.sales
        )
    totals = income(business)
    assert all(totals[month].total() > 0 for month in trailing(today, 37)[:-1])


def test_one_customer_is_too_large(made: tuple[DemoBusiness, date]) -> None:
    """A third to a half of twelve months' income comes from one, a few hundredths from the next."""
    business, today = made
    totals = Counter[int]()
    for sale in business.sales:
        if (today - sale.on).days < 365:
            totals[sale.party_id] += sale.amount
    (largest, amount), (_, second) = totals.most_common(2)
    assert business.people[largest - 1].party.name == LARGE_CUSTOMER
    assert 0.30 < amount / totals.total() < 0.50
    assert second / totals.total() < 0.08


def test_every_class_of_income(made: tuple[DemoBusiness, date]) -> None:
    """New, won back and existing in the last thirteen months, in believable parts."""
    business, today = made
    totals = income(business)
    thirteen = sum((totals[month] for month in trailing(today, 13)), Counter[Side]())
    assert 0.12 < thirteen[Side.GAIN] / thirteen.total() < 0.28
    assert 0.05 < thirteen[Side.WIN_BACK] / thirteen.total() < 0.20
    assert sum(totals[month][Side.WIN_BACK] > 0 for month in trailing(today, 13)) >= 7
    for month in trailing(today, 13)[:-1]:
        assert 2_500_00 < totals[month].total() < 11_500_00


def test_the_year_has_seasons(made: tuple[DemoBusiness, date]) -> None:
    """May and June bring clearly more than January and February, growth and drought notwithstanding."""
    business, today = made
    totals = income(business)
    whole = trailing(today, 37)[:-1]
    peak = sum(totals[month].total() for month in whole if month.month in {5, 6})
    quiet = sum(totals[month].total() for month in whole if month.month in {1, 2})
    assert peak > 1.15 * quiet


def test_the_drought_and_what_came_of_it(made: tuple[DemoBusiness, date]) -> None:
    """Five months nearly without looking for work or paying for it; then hardly anybody new; lately busy again."""
    business, today = made
    months = trailing(today, 13)
    effort, spent = hours(business), Counter[Month]()
    for expense in business.expenses:
        spent[Month.of(expense.on)] += expense.amount if expense.side is Side.GAIN and not expense.introductory else 0
    dry, others = months[2:7], [*months[:2], *months[8:-1]]
    dry_share = sum(share(month, effort[month]) for month in dry) / len(dry)
    other_share = sum(share(month, effort[month]) for month in others) / len(others)
    assert dry_share < 0.07
    assert 0.10 < other_share < 0.32
    assert not any(spent[month] for month in dry)
    assert all(spent[month] for month in others)
    firsts = Counter(Month.of(sales[0].on) for sales in sales_by_party(business).values())
    assert sum(firsts[month] for month in months[4:9]) <= 3
    assert sum(firsts[month] for month in months[:4]) >= 4
    assert sum(firsts[month] for month in months[9:-1]) >= 3


def test_the_working_month(made: tuple[DemoBusiness, date]) -> None:
    """About 120 to 160 hours in an average month of the last year."""
    business, today = made
    effort = hours(business)
    minutes = [effort[month].total() for month in trailing(today, 13)[:-1]]
    assert 115 * 60 < sum(minutes) / 12 < 165 * 60


def test_today_has_something_to_do(made: tuple[DemoBusiness, date]) -> None:
    """Callers of the last days whom nobody called back, one with only a number; steps overdue, due today and soon."""
    business, today = made
    ex = {person.party.id for person in business.people if person.history[-1].standing is Standing.EX}
    waiting = {i.party_id for i in business.inquiries if i.state is InquiryState.WAITING and (today - i.on).days < 7}
    fresh = [p for p in business.people if p.party.id in waiting and p.history[-1].standing is Standing.PROSPECT]
    assert len(fresh) >= 3
    assert any(person.party.name == person.party.phones[0] for person in fresh)
    due = [(step.due - today).days for step in business.next_steps if step.done_on is None and step.party_id not in ex]
    assert any(-7 <= days < 0 for days in due)
    assert 0 in due
    assert any(0 < days <= 7 for days in due)
    assert min(due) >= -14


def test_how_those_who_left_are_filed(made: tuple[DemoBusiness, date]) -> None:
    """In folders, some within others, but never for a reason that is ours; one hook due today, others done or later."""
    business, today = made
    left = [row for person in business.people for row in person.history if row.standing is Standing.EX]
    performance = {reason.label for reason in FIRST_REASONS if reason.kind is ReasonClass.PERFORMANCE}
    assert len({row.folder for row in left if row.folder}) >= 4
    assert "Moved away/Coast" in {row.folder for row in left}
    assert not any(row.folder or row.hook for row in left if row.reason in performance)
    hooks = [row for row in left if row.hook]
    assert all(row.hook_due and row.hook_due >= row.on for row in hooks)
    assert sum(row.hook_due == today and not row.hook_done for row in hooks) == 1
    assert any(row.hook_due and row.hook_due > today for row in hooks)
    assert all(row.hook_due <= row.hook_done <= today for row in hooks if row.hook_done and row.hook_due)
    assert any(row.hook_done for row in hooks)
    assert not any(row.folder or row.hook for p in business.people for row in p.history if row not in left)


def test_some_left_with_a_step_open(made: tuple[DemoBusiness, date]) -> None:
    """Two of those who are ex; with everybody else an open step is for who has not left."""
    business, _ = made
    ex = {person.party.id: person.history[-1].on for person in business.people if person.history[-1].reason}
    unfinished = [step for step in business.next_steps if step.done_on is None and step.party_id in ex]
    assert len(unfinished) == 2
    assert all(step.due > ex[step.party_id] for step in unfinished)


def test_contacts_go_both_ways(made: tuple[DemoBusiness, date]) -> None:
    """They call us and we call them, and they are not always there. Calls we missed are inquiries."""
    business, _ = made
    assert sum(c.incoming for c in business.contacts) > 20
    answered = Counter(c.answered for c in business.contacts if not c.incoming)
    assert answered[True] > answered[False] >= 2


def test_how_often_to_be_in_touch(made: tuple[DemoBusiness, date]) -> None:
    """By a tag that several have, and by hand with the one customer the business hangs on."""
    business, _ = made
    ((tag, ideal, longest),) = business.tag_gaps
    assert 0 < ideal < longest
    assert sum(tag in person.party.tags for person in business.people) >= 3
    by_hand = [person.party for person in business.people if person.party.longest_gap]
    assert [party.name for party in by_hand] == [LARGE_CUSTOMER]
    assert 0 < by_hand[0].ideal_gap < by_hand[0].longest_gap


def test_no_call_waits_for_long(made: tuple[DemoBusiness, date]) -> None:
    """Whoever asked more than a week ago was answered; with some it was too late."""
    business, today = made
    asked = [i for i in business.inquiries if (today - i.on).days > 7]
    assert sum(i.channel is InquiryChannel.MISSED_CALL for i in asked) >= 2
    assert all(i.responded for i in asked)
    silent = [i for i in asked if i.state is InquiryState.SILENCE]
    assert 3 <= len(silent) <= 12
    assert all(i.responded and (i.responded - i.received).days >= 4 for i in silent)
    for call in silent:
        later = [c for c in business.contacts if c.party_id == call.party_id and c.on > call.on]
        assert not call.party_id or any(not c.incoming and c.answered for c in later)


@pytest.mark.parametrize("year", [1, 1899, 9901, 9999])
def test_years_it_cannot_be_set_in(year: int) -> None:
    """A date without three years before it or a month after it is refused, not crashed on."""
    with pytest.raises(BadInput, match="cannot be set"):
        generate(1, date(year, 6, 1))


@pytest.mark.parametrize("today", [date(1900, 1, 1), date(9900, 12, 31)])
def test_the_first_and_last_years(today: date) -> None:
    """The edges of what is allowed do work."""
    assert generate(1, today).sales[-1].on <= today
