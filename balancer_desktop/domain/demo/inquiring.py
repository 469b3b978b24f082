"""How everybody in the book first turned to the business, and when somebody answered."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.life import Life
from balancer_desktop.domain.demo.seasons import Calendar, next_working
from balancer_desktop.domain.demo.strangers import DAUGHTER
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party

FIRST_WORDS = (
    InquiryChannel.CALL,
    InquiryChannel.CALL,
    InquiryChannel.MISSED_CALL,
    InquiryChannel.MISSED_CALL,
    InquiryChannel.EMAIL,
    InquiryChannel.MESSAGE,
    InquiryChannel.WEBSITE,
    InquiryChannel.WEBSITE,
    InquiryChannel.VISIT,
)
AT_ONCE = frozenset((InquiryChannel.CALL, InquiryChannel.VISIT))
"""Somebody was there."""
TOO_LATE = timedelta(24)
MORNING = (time(7, 40), time(7, 55), time(8, 5))
"""When the last ones called or wrote; early, so that on the day itself it has passed."""


def inquiries(
    dice: Dice, calendar: Calendar, lives: Sequence[Life], people: Sequence[Party], begun: Mapping[int, date]
) -> list[Inquiry]:
    """One of everybody but the founders. Times are those of the wall clock, without a zone.

    begun: by id, the first day worked for somebody, by which they had an answer.
    """
    return [
        _inquiry(dice, calendar, life, party, begun.get(party.id))
        for life, party in zip(lives, people, strict=True)
        if not life.founder
    ]


def rung_too_late(life: Life) -> date:
    """The day somebody was rung back who had called in the drought."""
    return next_working(life.known_on + TOO_LATE)


def _inquiry(dice: Dice, calendar: Calendar, life: Life, party: Party, begun: date | None) -> Inquiry:
    asked = f"{party.tags[0]} work" if party.tags else ""
    if life.is_unanswered(calendar):
        return _waiting(dice, calendar, life, party, asked)
    channel = dice.pick(FIRST_WORDS)
    received = datetime.combine(life.known_on, time(dice.whole(7, 19), dice.whole(0, 11) * 5))
    responded = (
        received if channel in AT_ONCE else _answer(dice, received, min(begun or calendar.today, calendar.today))
    )
    return Inquiry(
        received, channel, party.id, referred_by=party.referred_by, asked=asked, responded=responded,
        answered_by=DAUGHTER if channel is InquiryChannel.CALL and dice.chance(0.3) else "",
        state=InquiryState.PROSPECT, settled_on=responded.date(),
    )  # fmt: skip


def _waiting(dice: Dice, calendar: Calendar, life: Life, party: Party, asked: str) -> Inquiry:
    """Of these days nobody has answered; of the drought somebody has, when it was too late."""
    if calendar.is_drought(life.known_on):
        received = datetime.combine(life.known_on, time(dice.whole(9, 16), dice.whole(0, 11) * 5))
        back = datetime.combine(rung_too_late(life), time(17, 30))
        return Inquiry(
            received, InquiryChannel.MISSED_CALL, party.id, referred_by=party.referred_by,
            asked=f"message about {asked}, please call back", responded=back, state=InquiryState.SILENCE,
            settled_on=back.date(), referrer_told=back.date() if party.referred_by else None,
        )  # fmt: skip
    received = datetime.combine(life.known_on, dice.pick(MORNING))
    if not party.tags:
        return Inquiry(received, InquiryChannel.MISSED_CALL, party.id, referred_by=party.referred_by)
    channel = dice.pick((InquiryChannel.MISSED_CALL, InquiryChannel.WEBSITE, InquiryChannel.EMAIL))
    return Inquiry(received, channel, party.id, referred_by=party.referred_by, asked=asked)


def _answer(dice: Dice, received: datetime, latest: date) -> datetime:
    """Mostly within hours, the next morning after an evening, and now and then days later; by the latest day."""
    soon = received + timedelta(minutes=dice.whole(2, 50) * 5)
    morning = datetime.combine(received.date() + timedelta(1), time(dice.whole(8, 10), 20))
    late = datetime.combine(received.date() + timedelta(dice.whole(1, 4)), time(17, 10))
    answer = late if dice.chance(0.2) else soon if received.hour < 16 else morning
    return answer if answer.date() <= latest else received + timedelta(minutes=15)
