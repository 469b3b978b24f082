"""What the owner does with opportunities: add, correct, move through the stages, park, and finish their next steps.

Slips of one day leave no trace: where it stands in the evening is where it went that day. Whoever is archived and is
offered something again has come back: as lapsed when they ever bought, else as a prospect.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from balancer_desktop.app import contacts
from balancer_desktop.app.book import Book
from balancer_desktop.app.standings import move as move_standing
from balancer_desktop.app.standings import past_day
from balancer_desktop.app.wording import gone, name_of
from balancer_desktop.domain.entries import NextStep, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.checked import reopened
from balancer_desktop.domain.inquiries.inquiry import SETTLED, InquiryState
from balancer_desktop.domain.pipeline.checked import check_day, checked_opportunity
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove, parked_on
from balancer_desktop.domain.standing import Standing, StandingChange


def add(book: Book, opportunity: Opportunity, stage_id: int = 0, step: NextStep | None = None) -> int:
    """The new opportunity's id, in a stage (0: the first), with its next step; what the moves say does not count.

    BadInput for no title, a day to come, a value or a probability out of range, or a stage that is not in use.
    """
    name = name_of(book, opportunity.party_id)
    stage_id = _stage_in_use(book, stage_id)
    opened = replace(opportunity, moves=(StageMove(opportunity.opened, stage_id),), parkings=(), closed=None,
                     outcome=None, reason_id=0, agreed=None, sale_id=0, ends=None, referrer_told=None)  # fmt: skip
    opened = _checked(book, opened)
    with book.change(f"Add “{opened.title}” · {name}"):
        _come_back(book, opened.party_id)
        _settle_inquiry(book, opened.inquiry_id)
        id_ = book.pipeline.add(opened)
        if step:
            contacts.plan(book, replace(step, party_id=opened.party_id, opportunity_id=id_))
    return id_


def edit(book: Book, opportunity: Opportunity) -> None:
    """Replace what is said of an opportunity; its stages, its parkings, and how it ended stay as they are.

    BadInput as for add, for another party, or where a reason or a sale does not fit.
    """
    before = get(book, opportunity.id)
    first = before.moves[:1]
    moved = tuple(replace(move, on=opportunity.opened) for move in first) + before.moves[1:]
    after = replace(opportunity, moves=moved, parkings=before.parkings, outcome=before.outcome)
    if before.outcome is None:
        after = replace(after, closed=None, reason_id=0, agreed=None, sale_id=0, ends=None)
    after = _checked(book, after)
    _check_kept(book, before, after)
    if after == before:
        return
    with book.change(f"Edit “{after.title}” · {name_of(book, after.party_id)}"):
        if after.opened != before.opened:
            for move in first:
                book.pipeline.remove_move(move.id)
                book.pipeline.add_move(after.id, StageMove(after.opened, move.stage_id))
        _settle_inquiry(book, after.inquiry_id)
        book.pipeline.update(after)


def remove(book: Book, opportunity_id: int) -> None:
    """Take out an opportunity that was added by mistake, and its open steps; what was done stays with the party.

    Its inquiry is open again, unless something else came of it; its sale stays.
    """
    opportunity = book.pipeline.get(opportunity_id)
    if opportunity is None:
        return
    with book.change(f"Remove “{opportunity.title}” · {name_of(book, opportunity.party_id)}"):
        for step in book.contacts.steps_for(opportunity_id):
            if step.done_on is None:
                book.contacts.remove_step(step.id)
            else:
                book.contacts.update_step(replace(step, opportunity_id=0))
        book.pipeline.remove(opportunity_id)
        inquiry = book.inquiries.get(opportunity.inquiry_id)
        if inquiry and not book.pipeline.of_inquiry(inquiry.id):
            book.inquiries.update(reopened(inquiry))


def move(book: Book, opportunity_id: int, stage_id: int, on: date | None = None) -> None:
    """Have it in a stage from a day on (today); in the one where it is already, it stays.

    BadInput when it is closed, for a day to come or before its latest move, or a stage that is not in use.
    """
    opportunity, day = get(book, opportunity_id), on or book.today()
    check_day(opportunity, day, book.today())
    stage_id = _stage_in_use(book, stage_id)
    if opportunity.stage_id == stage_id:
        return
    *earlier, last = opportunity.moves
    with book.change(f"“{opportunity.title}” to {_stage_name(book, stage_id)} · {_whose(book, opportunity)}"):
        if last.on == day:
            book.pipeline.remove_move(last.id)
        if last.on != day or not earlier or earlier[-1].stage_id != stage_id:
            book.pipeline.add_move(opportunity_id, StageMove(day, stage_id))


def park(book: Book, ids: Collection[int], until: date) -> None:
    """Let these wait until a day, from today on. BadInput when that is not to come, or one of them is closed."""
    today = book.today()
    if until <= today:
        raise BadInput(f"{until} is not to come.", "Give a later day until which it waits.")
    parking = [one for one in _open(book, ids) if parked_on(one, today) != until]
    with book.change(f"Park {_what(book, parking)} until {until}"):
        for opportunity in parking:
            _forget_todays(book, opportunity)
            book.pipeline.add_parking(opportunity.id, Parking(today, until))


def resume(book: Book, opportunity_id: int) -> None:
    """Take up again today what is parked."""
    opportunity, today = get(book, opportunity_id), book.today()
    if not parked_on(opportunity, today):
        return
    with book.change(f"Take up “{opportunity.title}” again · {_whose(book, opportunity)}"):
        kept = _forget_todays(book, opportunity)
        if parked_on(replace(opportunity, parkings=kept), today):
            book.pipeline.add_parking(opportunity_id, Parking(today, today))


def finish_step(book: Book, step_id: int, next_step: NextStep | None = None) -> int:
    """Mark a step as done today and plan the one that follows, as one step; the new one's id, 0 without one.

    The new one serves whom and what the old one did.
    """
    step = book.contacts.step(step_id)
    if step is None:
        raise gone("step")
    name = name_of(book, step.party_id)
    following_it = f", next “{' '.join(next_step.what.split())}”" if next_step else ""
    with book.change(f"Done: “{step.what}”{following_it} · {name}"):
        contacts.finish(book, step_id)
        if next_step is None:
            return 0
        served = contacts.still_open(book, step.opportunity_id)
        following = replace(next_step, party_id=step.party_id, opportunity_id=served)
        return contacts.plan(book, following)


def get(book: Book, opportunity_id: int) -> Opportunity:
    """The opportunity; BadInput when it is not in the book (any more)."""
    opportunity = book.pipeline.get(opportunity_id)
    if opportunity is None:
        raise gone("opportunity")
    return opportunity


def check_sale(book: Book, opportunity: Opportunity, sale_id: int) -> Sale:
    """The sale that an opportunity became; BadInput when it is not its party's, or came of another one."""
    sale, of = book.ledger.sale(sale_id), book.pipeline.of_sale(sale_id)
    if sale is None or sale.party_id != opportunity.party_id:
        raise BadInput("That sale is not this party's.", "Choose one of theirs.")
    if of and of.id != opportunity.id:
        raise BadInput(f"That sale came of “{of.title}” already.", "Choose another one.")
    return sale


def _checked(book: Book, opportunity: Opportunity) -> Opportunity:
    if opportunity.referred_by:
        name_of(book, opportunity.referred_by)
    inquiry = book.inquiries.get(opportunity.inquiry_id) if opportunity.inquiry_id else None
    if opportunity.inquiry_id and (inquiry is None or inquiry.party_id != opportunity.party_id):
        raise BadInput("That inquiry is not this party's.", "Say first that it is from them.")
    return checked_opportunity(opportunity, book.today())


def _check_kept(book: Book, before: Opportunity, after: Opportunity) -> None:
    if after.party_id != before.party_id:
        raise BadInput("An opportunity stays with its party.", "Remove it, and add it for the other one.")
    if before.outcome is None:
        return
    if after.closed is None:
        raise BadInput(f"When it was {before.outcome} is missing.", "Give the day.")
    if before.outcome is Outcome.LOST:
        if all(reason.id != after.reason_id for reason in book.stages.loss_reasons()):
            raise BadInput("Why it was lost is missing.", "Choose a reason of the list.")
        if (after.agreed, after.sale_id, after.ends) != (None, 0, None):
            raise BadInput("What was lost brought no sale.", "Add a new opportunity.")
    if before.outcome is Outcome.WON:
        if after.reason_id:
            raise BadInput("What was won has no reason of loss.", "Leave the reason empty.")
        if after.sale_id:
            check_sale(book, after, after.sale_id)


def _come_back(book: Book, party_id: int) -> None:
    if book.people.standing(party_id) is Standing.EX:
        party = book.people.get(party_id)
        bought = book.ledger.first_sale(party_id) or (party and party.customer_since)
        standing = Standing.LAPSED if bought else Standing.PROSPECT
        move_standing(book, StandingChange(party_id, past_day(book, None), standing, note="a new opportunity"))


def _settle_inquiry(book: Book, inquiry_id: int) -> None:
    """What an opportunity came of waits no more."""
    inquiry = book.inquiries.get(inquiry_id) if inquiry_id else None
    if inquiry and inquiry.state not in SETTLED:
        book.inquiries.update(replace(inquiry, state=InquiryState.PROSPECT, settled_on=book.today()))


def _open(book: Book, ids: Collection[int]) -> list[Opportunity]:
    found = [get(book, id_) for id_ in dict.fromkeys(ids)]
    for opportunity in found:
        check_day(opportunity, book.today(), book.today())
    return found


def _forget_todays(book: Book, opportunity: Opportunity) -> tuple[Parking, ...]:
    """Remove what was said today of its waiting; the rest."""
    for parking in opportunity.parkings:
        if parking.on == book.today():
            book.pipeline.remove_parking(parking.id)
    return tuple(parking for parking in opportunity.parkings if parking.on != book.today())


def _stage_in_use(book: Book, stage_id: int) -> int:
    stages = [stage for stage in book.stages.stages() if not stage.retired]
    if not stage_id and stages:
        return stages[0].id
    if all(stage.id != stage_id for stage in stages):
        raise BadInput("That stage is not in use.", "Choose another one, or bring it back first.")
    return stage_id


def _stage_name(book: Book, stage_id: int) -> str:
    return next(stage.name for stage in book.stages.stages() if stage.id == stage_id)


def _whose(book: Book, opportunity: Opportunity) -> str:
    return name_of(book, opportunity.party_id)


def _what(book: Book, opportunities: list[Opportunity]) -> str:
    if len(opportunities) == 1:
        return f"“{opportunities[0].title}” · {_whose(book, opportunities[0])}"
    return f"{len(opportunities)} opportunities"
