"""Winning: a prospect becomes a customer, an opportunity a sale or an agreed value, and the onboarding begins."""

from dataclasses import replace
from datetime import date

from balancer_desktop.app import checklists, money
from balancer_desktop.app.book import Book
from balancer_desktop.app.opportunities import check_sale, get
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
    sale_id: int = 0,
    agreed: int | None = None,
    ends: date | None = None,
    discount: int = 0,
    checklist: str | None = None,
) -> None:
    """Close an opportunity as won on a day (today), and make a current customer of its party, as one step.

    sale: recorded with it (its party is set here); sale_id: one of the party's that is in the book already, won on its
    day when none is given, or as soon after it as the opportunity had come to its stage. agreed: the value in minor
    units; with neither, the value the opportunity has. ends: until when the work will run. discount: what the
    introductory offer cost, in minor units, an expense of gaining. checklist: which one begins; None for onboarding
    unless they were a customer already, and an empty text for none. BadInput when it is closed, for a day to come or
    before its last move, a sale that is another party's or came of something else, or bad values.
    """
    opportunity = get(book, opportunity_id)
    earned = day_of(book, opportunity, sale_id) if sale_id else book.today()
    day = on or earned
    check_day(opportunity, day, book.today())
    party_id, title = opportunity.party_id, opportunity.title
    if discount < 0:
        raise BadInput("A discount cannot be negative.", "Give what it cost, or nothing.")
    if sale and sale.amount <= 0:
        raise BadInput("A first sale earns something.", "Give its amount, or only the value that was agreed.")
    if sale and sale_id:
        raise BadInput("It became one sale, not two.", "Choose the one in the book, or record another.")
    welcome = book.today() if sale_id else day  # nobody could begin with it before the sale was known for what it is
    known = was_customer(book, opportunity)
    with book.change(f"Won: “{title}” · {name_of(book, party_id)}"):
        if sale:
            sale_id = money.record_sale(book, replace(sale, party_id=party_id, memo=sale.memo or title))
        won = _won(opportunity, day, sale_id, agreed, ends)
        book.pipeline.update(checked_opportunity(won, book.today()))
        _become_current(book, won, day)
        if discount:
            memo = f"Introductory offer: {title}"
            money.record_expense(book, Expense(day, discount, Side.GAIN, party_id, memo, introductory=True))
        for step in book.contacts.steps_for(opportunity_id):
            if step.done_on is None:
                book.contacts.update_step(replace(step, done_on=day, outcome=WON))
        _begin(book, party_id, checklist, welcome, was_customer=known)


def was_customer(book: Book, opportunity: Opportunity) -> bool:
    """Whether they were one apart from this: a first sale since it was opened, and recorded by itself, is its doing.

    Then nobody has welcomed them yet, unless something else of theirs was won since.
    """
    latest = book.people.history(opportunity.party_id)[-1]
    if latest.standing is not Standing.CURRENT:
        return False
    if not latest.cause_sale or latest.on < opportunity.opened:
        return True
    others = book.pipeline.of_party(opportunity.party_id)
    return any(one.outcome is Outcome.WON and one.closed and one.closed >= latest.on for one in others)


def day_of(book: Book, opportunity: Opportunity, sale_id: int) -> date:
    """The day on which a sale that is in the book already won it; BadInput as for win."""
    sale = check_sale(book, opportunity, sale_id)
    if sale.amount <= 0:
        raise BadInput("A refund wins nothing.", "Choose a sale that earned something.")
    return max(sale.on, opportunity.opened, *(move.on for move in opportunity.moves))


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
