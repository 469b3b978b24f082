"""How a quote went from stage to stage, what was said on the way, and what was asked for."""

from collections.abc import Sequence
from datetime import date, timedelta

from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.pipeline.opportunity import Opportunity, StageMove

INQUIRY, RESEARCHED, DECIDER, PROPOSAL, PRESENTATION, TRIAL = range(1, 7)
"""Stages by their place among those a new book has."""
TITLES = {
    "gutter": ("Gutters front and back", "New downpipes"),
    "roof": ("Roof repair", "Chimney flashing"),
    "fence": ("Fence along the garden", "New garden gate"),
    "deck": ("Deck boards", "Steps and handrail"),
    "paint": ("Two rooms painted", "Window frames painted"),
    "doors": ("Doors and locks", "New back door"),
    "plumbing": ("Bathroom taps and seals", "Kitchen waste replaced"),
    "tiles": ("Shower retiled", "Kitchen tiles"),
    "garden": ("Garden tidied", "Stepping stones"),
    "windows": ("Sash windows freed", "Broken panes"),
}
ORIGINS = ("website", "flyer", "advert", "van lettering", "neighbourhood group", "website")
REFERRAL, CUSTOMER, OLD_CUSTOMER = "referral", "customer", "old customer"
_SAID = {
    DECIDER: (Channel.CALL, "spoke to who decides"),
    PROPOSAL: (Channel.EMAIL, "sent the quote"),
    PRESENTATION: (Channel.VISIT, "went through the quote together"),
    TRIAL: (Channel.VISIT, "a first hour on trial"),
}
_WAYS_OF_PERSONS = (
    (INQUIRY, PROPOSAL),
    (INQUIRY, PROPOSAL),
    (INQUIRY, RESEARCHED, PROPOSAL),
    (INQUIRY, PROPOSAL, TRIAL),
)
_WAYS_OF_BUSINESSES = (
    (INQUIRY, RESEARCHED, DECIDER, PROPOSAL, PRESENTATION),
    (INQUIRY, DECIDER, PROPOSAL),
    (INQUIRY, DECIDER, PROPOSAL, PRESENTATION, TRIAL),
)


def way(dice: Dice, *, business: bool) -> tuple[int, ...]:
    """The stages up to a sale."""
    return dice.pick(_WAYS_OF_BUSINESSES if business else _WAYS_OF_PERSONS)


def moves(stages: Sequence[int], opened: date, end: date) -> tuple[StageMove, ...]:
    """The stages, each on a day of its own, as many of the last ones as there are days from the first to the end."""
    span = (end - opened).days
    room = min(len(stages), max(1, span))
    kept = (stages[0], *stages[1:][len(stages) - room :])
    days = [opened + timedelta(-(-place * span // room)) for place in range(room)]
    return tuple(StageMove(on, stage) for on, stage in zip(days, kept, strict=True))


def said(dice: Dice, opportunity: Opportunity, until: date) -> list[Contact]:
    """What the owner said or tried when it moved on, and asking about the quote some days later."""
    told = [Contact(move.on, opportunity.party_id, *_SAID[move.stage_id]) for move in opportunity.moves[1:]
            if move.stage_id in _SAID]  # fmt: skip
    for move in opportunity.moves:
        asked = move.on + timedelta(dice.whole(3, 8))
        if move.stage_id == PROPOSAL and asked < until and dice.chance(0.6):
            reached = dice.chance(0.7)
            note = "asked about the quote" if reached else "rang about the quote, no answer"
            told.append(Contact(asked, opportunity.party_id, Channel.CALL, note, answered=reached))
    return told
