"""Winning: a prospect becomes a customer, an opportunity a sale or an agreed value, and the onboarding begins."""

from dataclasses import replace
from datetime import date

from balancer_desktop.app import checklists, money
from balancer_desktop.app.book import Book
from balancer_desktop.app.opportunities import get
from balancer_desktop.app.standings import move
from balancer_desktop.app.wording import name_of
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.entries import Expense, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.checked import check_day, checked_opportunity
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing, StandingChange

WON = "Won"
"""What became of the steps that were still open."""


def win(
    book: Book,
    opportunity_id: int,
    *,
    on: date | None = None,
    sale: Sale | None = None,
    agreed: int | None = None,
    ends: date | None = None,
    discount: int = 0,
    checklist: str | None = None,
) -> None:
    """Close an opportunity as won on a day (today), and make a current customer of its party, as one step.

    sale: recorded with it (its party is set here); agreed: the value in minor units; with neither, the value the
    opportunity has. ends: until when the work will run. discount: what the introductory offer cost, in minor units, an
    expense of gaining. checklist: which one begins; None for onboarding unless they were a customer already, and an
    empty text for none. BadInput when it is closed, for a day to come or before its last move, or bad values.
    """
    opportunity, day = get(book, opportunity_id), on or book.today()
    check_day(opportunity, day, book.today())
    party_id, title = opportunity.party_id, opportunity.title
    if discount < 0:
        raise BadInput("A discount cannot be negative.", "Give what it cost, or nothing.")
    if sale and sale.amount <= 0:
        raise BadInput("A first sale earns something.", "Give its amount, or only the value that was agreed.")
    was_customer = book.people.standing(party_id) is Standing.CURRENT
    with book.change(f"Won: “{title}” · {name_of(book, party_id)}"):
        sale_id = money.record_sale(book, replace(sale, party_id=party_id, memo=sale.memo or title)) if sale else 0
        won = _won(opportunity, day, sale_id, agreed, ends)
        book.pipeline.update(checked_opportunity(won, book.today()))
        _become_current(book, won, day)
        if discount:
            memo = f"Introductory offer: {title}"
            money.record_expense(book, Expense(day, discount, Side.GAIN, party_id, memo, introductory=True))
        for step in book.contacts.steps_for(opportunity_id):
            if step.done_on is None:
                book.contacts.update_step(replace(step, done_on=day, outcome=WON))
        _begin(book, party_id, checklist, day, was_customer=was_customer)


def _won(opportunity: Opportunity, day: date, sale_id: int, agreed: int | None, ends: date | None) -> Opportunity:
    if agreed is None and not sale_id:
        agreed = opportunity.value or None
    return replace(opportunity, closed=day, outcome=Outcome.WON, sale_id=sale_id, agreed=agreed, ends=ends)


def _become_current(book: Book, won: Opportunity, day: date) -> None:
    """One change of standing: the rule of the first sale may have made it already."""
    if book.people.standing(won.party_id) is Standing.CURRENT:
        return
    history = book.people.history(won.party_id)
    if len(history) == 1:  # a record that begins later than what it tells of
        day = max(day, history[0].on)
    move(book, StandingChange(won.party_id, day, Standing.CURRENT, note=f"won: {won.title}"))


def _begin(book: Book, party_id: int, checklist: str | None, day: date, *, was_customer: bool) -> None:
    if checklist is None:
        checklist = "" if was_customer or not checklists.template(book, ONBOARDING) else ONBOARDING
    if checklist and not checklists.running(book, party_id, checklist):
        checklists.start(book, party_id, checklist, day)
