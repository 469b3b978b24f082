"""The demo's inquiries and opportunities fit the people, sales and work they lead to, and show each sign."""

from collections import Counter
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.demo.business import DemoBusiness
from balancer_desktop.domain.demo.courting import TRIAL
from balancer_desktop.domain.demo.generate import generate
from balancer_desktop.domain.demo.names import LARGE_CUSTOMER, TOUR_CUSTOMERS
from balancer_desktop.domain.inquiries.inquiry import InquiryState
from balancer_desktop.domain.pipeline.discipline import TOUCHES
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, open_on, parked_on
from balancer_desktop.domain.standing import Standing

TODAYS = [date(2026, 10, 17), date(2024, 2, 29), date(2026, 1, 1), date(2025, 8, 12), date(2027, 3, 31)]
remembered = cache(generate)


@pytest.fixture(params=[(seed, today) for today in TODAYS for seed in (1, 7, 20)], ids=lambda p: f"{p[0]}-{p[1]}")
def made(request: pytest.FixtureRequest) -> tuple[DemoBusiness, date]:
    seed, today = request.param
    return remembered(seed, today), today


def deals(business: DemoBusiness) -> list[Opportunity]:
    return [one.opportunity for one in business.opportunities]


def standing(business: DemoBusiness, party_id: int, on: date) -> Standing | None:
    rows = business.people[party_id - 1].history
    return next((row.standing for row in reversed(rows) if row.on <= on), None)


def test_every_inquiry_is_possible(made: tuple[DemoBusiness, date]) -> None:
    """In the order they came, none answered before it came or settled before it was answered; someone to call back."""
    business, today = made
    received = [inquiry.received for inquiry in business.inquiries]
    assert received == sorted(received)
    assert received[-1] <= datetime(today.year, today.month, today.day, 9)
    for inquiry in business.inquiries:
        assert (inquiry.responded is None) is (inquiry.state is InquiryState.WAITING)
        assert inquiry.responded is None or inquiry.received <= inquiry.responded
        assert inquiry.settled_on is None or inquiry.responded is None or inquiry.settled_on >= inquiry.responded.date()
        assert inquiry.party_id or inquiry.name
        assert inquiry.timed
        if inquiry.party_id:
            assert inquiry.on == business.people[inquiry.party_id - 1].history[0].on


def test_nobody_was_worked_for_before_they_were_answered(made: tuple[DemoBusiness, date]) -> None:
    business, _ = made
    answered = {i.party_id: i.responded.date() for i in business.inquiries if i.party_id and i.responded}
    for entry in (*business.work, *business.contacts):
        assert answered.get(entry.party_id, date.min) <= entry.on


def test_what_waits_for_an_answer(made: tuple[DemoBusiness, date]) -> None:
    """A missed call of this morning with only a number, one with a promise for today; who sent one of them."""
    business, today = made
    owed = [i for i in business.inquiries if i.state in (InquiryState.WAITING, InquiryState.PROMISED)]
    assert any(i.on == today and business.people[i.party_id - 1].party.name.startswith("555") for i in owed)
    assert any(i.promised and i.promised_by == today and i.answered_by for i in owed)
    assert any(i.referred_by for i in owed)
    assert 4 <= len(owed) <= 6


def test_customers_were_won_with_their_first_sale(made: tuple[DemoBusiness, date]) -> None:
    """Everybody who became a customer in the three years has an opportunity that ends in it, begun by their inquiry."""
    business, _ = made
    firsts: dict[int, int] = {}
    for number, sale in enumerate(business.sales, 1):
        if sale.amount > 0:
            firsts.setdefault(sale.party_id, number)
    founders = {p.party.id for p in business.people if p.party.customer_since}
    won = {deal.party_id: deal for deal in deals(business) if deal.inquiry_id and deal.outcome is Outcome.WON}
    assert won.keys() == firsts.keys() - founders
    for party, deal in won.items():
        sale = business.sales[firsts[party] - 1]
        assert (deal.sale_id, deal.closed, deal.agreed) == (firsts[party], sale.on, sale.amount)
        assert business.inquiries[deal.inquiry_id - 1].party_id == party
        assert business.inquiries[deal.inquiry_id - 1].settled_on == deal.opened


def test_every_opportunity_is_possible(made: tuple[DemoBusiness, date]) -> None:
    business, today = made
    for one in business.opportunities:
        deal = one.opportunity
        end = deal.closed or today
        days = [move.on for move in deal.moves]
        assert days[0] == deal.opened
        assert all(earlier < later for earlier, later in pairwise(days))
        assert days[-1] <= end <= today
        assert (deal.outcome is Outcome.LOST) is bool(one.reason)
        assert deal.value > 0
        assert standing(business, deal.party_id, deal.opened) not in (None, Standing.EX)
        assert deal.referred_by == 0 or deal.referred_by == business.people[deal.party_id - 1].party.referred_by
        if deal.sale_id:
            sale = business.sales[deal.sale_id - 1]
            assert (sale.party_id, sale.on) == (deal.party_id, deal.closed)
    used = Counter(deal.sale_id for deal in deals(business) if deal.sale_id)
    assert max(used.values()) == 1


def test_the_open_ones(made: tuple[DemoBusiness, date]) -> None:
    """A dozen, in every stage; of prospects and customers; without a next step, overdue, parked, past their day."""
    business, today = made
    now = {n: deal for n, deal in enumerate(deals(business), 1) if open_on(deal, today)}
    assert 10 <= len(now) <= 13
    assert {deal.stage_id for deal in now.values()} == set(range(1, TRIAL + 1))
    names = {business.people[deal.party_id - 1].party.name for deal in now.values()}
    assert names.issuperset(TOUR_CUSTOMERS)
    due = {step.opportunity_id: step.due for step in business.next_steps if step.done_on is None}
    parked = {n for n, deal in now.items() if parked_on(deal, today)}
    assert len(parked) == 2
    assert 2 <= len(now.keys() - due.keys() - parked) <= 4
    assert sum(due[n] < today for n in now if n in due) == 1
    assert sum(due[n] == today for n in now if n in due) == 1
    assert any(deal.expected and deal.expected < today for deal in now.values())


def test_what_the_funnel_has_to_show(made: tuple[DemoBusiness, date]) -> None:
    """Three years of won and lost, for several reasons and from several sources; of customers and of new people."""
    business, today = made
    closed = [deal for deal in deals(business) if deal.outcome]
    ended = Counter(deal.outcome for deal in closed)
    assert 45 <= ended[Outcome.WON] <= 80
    assert 24 <= ended[Outcome.LOST] <= 40
    assert len({one.reason for one in business.opportunities if one.reason}) >= 5
    assert len({deal.origin for deal in closed}) >= 6
    assert sum(bool(deal.referred_by) for deal in closed) >= 5
    assert {deal.closed.year for deal in closed if deal.closed} >= {today.year - 2, today.year - 1}


def test_referrers_are_told_but_for_the_latest(made: tuple[DemoBusiness, date]) -> None:
    business, today = made
    sent = [deal for deal in deals(business) if deal.closed and deal.referred_by]
    untold = [deal for deal in sent if not deal.referrer_told]
    assert len(untold) == 3
    assert all(deal.closed <= deal.referrer_told <= today for deal in sent if deal.closed and deal.referrer_told)


def test_lists_that_began_with_a_sale(made: tuple[DemoBusiness, date]) -> None:
    """The latest customer's is running, earlier ones are done; a discount helped to win some."""
    business, today = made
    steps = [step for step in business.next_steps if step.checklist == ONBOARDING]
    running = {step.party_id for step in steps if step.done_on is None}
    last = max((d for d in deals(business) if d.inquiry_id and d.sale_id), key=lambda d: d.closed or date.min)
    assert last.party_id in running
    assert all(step.due > today for step in steps if step.done_on is None)
    assert len(steps) >= 12
    given = [expense for expense in business.expenses if expense.introductory]
    assert 3 <= len(given) <= 28
    won = {(deal.party_id, deal.closed) for deal in deals(business) if deal.inquiry_id}
    assert all((expense.party_id, expense.on) in won for expense in given)


def test_a_large_job_ends_soon_and_nothing_follows(made: tuple[DemoBusiness, date]) -> None:
    business, today = made
    (large,) = (deal for deal in deals(business) if deal.ends)
    assert business.people[large.party_id - 1].party.name == LARGE_CUSTOMER
    assert large.ends
    assert today < large.ends < today + timedelta(30)
    assert not any(step.party_id == large.party_id and step.done_on is None for step in business.next_steps)


def test_prospecting_is_kept_up_since_the_drought(made: tuple[DemoBusiness, date]) -> None:
    """As many touches as the goal asks for in every week of the last months; this week asks for some still."""
    business, today = made
    prospects = {person.party.id for person in business.people if person.history[-1].standing is Standing.PROSPECT}
    prospects |= {deal.party_id for deal in deals(business) if open_on(deal, today)}
    weeks = Counter((c.on - timedelta(c.on.weekday())) for c in business.contacts
                    if c.party_id in prospects and not c.incoming)  # fmt: skip
    monday = today - timedelta(today.weekday())
    assert 1 <= weeks[monday] < TOUCHES
    assert all(weeks[monday - timedelta(7 * ago)] >= TOUCHES for ago in range(1, 12))
    assert business.hourly_cost > 0
