"""An opportunity whose parts agree with each other, as the book takes it."""

from dataclasses import replace
from datetime import date

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import LARGEST
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.text import storable

LONGEST_TITLE = 200


def checked_opportunity(opportunity: Opportunity, today: date) -> Opportunity:
    """The opportunity with its texts trimmed; BadInput where its parts contradict."""
    opportunity = replace(
        opportunity,
        title=storable(" ".join(opportunity.title.split())),
        origin=storable(" ".join(opportunity.origin.split())),
        note=storable(opportunity.note.strip()),
    )
    if not opportunity.title:
        raise BadInput("What it is about is missing.", "Write a word or two, such as “new roof”.")
    if len(opportunity.title) > LONGEST_TITLE:
        raise BadInput("The title is too long.", f"Shorten it to {LONGEST_TITLE} characters.")
    for amount in (opportunity.value, opportunity.agreed or 0):
        if not 0 <= amount <= LARGEST:
            raise BadInput("A value cannot be negative, or so large.", "Check the digits.")
    if opportunity.probability is not None and not 0 <= opportunity.probability <= 100:
        raise BadInput(f"{opportunity.probability} % is no probability.", "Give 0 to 100.")
    if opportunity.referred_by and opportunity.referred_by == opportunity.party_id:
        raise BadInput("Nobody can be referred by themselves.", "Choose somebody else, or nobody.")
    _check_dates(opportunity, today)
    return opportunity


def check_day(opportunity: Opportunity, day: date, today: date) -> None:
    """BadInput for a day on which nothing can happen to it any more, or not yet."""
    if opportunity.closed:
        remedy = "Undo that, or add a new opportunity." if opportunity.closed == today else "Add a new opportunity."
        raise BadInput(f"“{opportunity.title}” was {opportunity.outcome} on {opportunity.closed}.", remedy)
    if day > today:
        raise BadInput(f"{day} lies in the future.", "Give today's date or an earlier one.")
    if day < opportunity.opened:
        raise BadInput(f"“{opportunity.title}” was opened on {opportunity.opened}, after {day}.", "Give a later day.")
    if opportunity.moves and day < opportunity.moves[-1].on:
        last = opportunity.moves[-1].on
        raise BadInput(f"“{opportunity.title}” came to its stage on {last}, after {day}.", "Give a later day.")


def _check_dates(opportunity: Opportunity, today: date) -> None:
    opened, closed = opportunity.opened, opportunity.closed
    if opened > today:
        raise BadInput(f"{opened} lies in the future.", "Give today's date or an earlier one.")
    if len(opportunity.moves) > 1 and opened > opportunity.moves[1].on:
        raise BadInput(f"It moved on {opportunity.moves[1].on}, before {opened}.", "Give an earlier day.")
    if opportunity.expected and opportunity.expected < opened:
        raise BadInput(f"{opportunity.expected} comes before it was opened on {opened}.", "Give a later day.")
    if closed is None:
        return
    if closed > today:
        raise BadInput(f"{closed} lies in the future.", "Give today's date or an earlier one.")
    if closed < max(opened, *(move.on for move in opportunity.moves[1:]), opened):
        raise BadInput(f"{closed} comes before what happened to it.", "Give a later day.")
    if opportunity.outcome is Outcome.WON and opportunity.ends and opportunity.ends < closed:
        raise BadInput(f"The work cannot end on {opportunity.ends}, before it was won.", "Give a later day.")
