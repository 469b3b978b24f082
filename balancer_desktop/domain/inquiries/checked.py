"""An inquiry whose parts agree with each other, as the book takes it."""

from dataclasses import replace
from datetime import date, datetime, time

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import SETTLED, Inquiry, InquiryState
from balancer_desktop.domain.text import storable

LONGEST = 5000
"""Characters of what was asked or promised."""


def checked_inquiry(inquiry: Inquiry, today: date) -> Inquiry:
    """The inquiry with its texts trimmed and its instants to the minute; BadInput where its parts contradict."""
    inquiry = _trimmed(inquiry)
    if not (inquiry.party_id or inquiry.who):
        raise BadInput("Who turned to you is missing.", "Give a name, a phone number or an e-mail address.")
    if inquiry.referred_by and inquiry.referred_by == inquiry.party_id:
        raise BadInput("Nobody can be referred by themselves.", "Choose somebody else, or nobody.")
    if max(len(inquiry.asked), len(inquiry.promised)) > LONGEST:
        raise BadInput("The text is too long.", f"Shorten it to {LONGEST} characters.")
    if inquiry.on > today:
        raise BadInput(f"{inquiry.on} lies in the future.", "Give when it was received.")
    _check_response(inquiry, today)
    _check_settling(inquiry, today)
    return inquiry


def reopened(inquiry: Inquiry) -> Inquiry:
    """The inquiry before it was settled: waiting, promised or answered, as the rest of it tells."""
    if inquiry.responded is None:
        state = InquiryState.WAITING
    else:
        state = InquiryState.PROMISED if inquiry.promised else InquiryState.ANSWERED
    return replace(inquiry, state=state, settled_on=None)


def _trimmed(inquiry: Inquiry) -> Inquiry:
    return replace(
        inquiry,
        received=_minute(inquiry.received),
        responded=_minute(inquiry.responded) if inquiry.responded else None,
        name=_line(inquiry.name),
        phone=_line(inquiry.phone),
        email=_line(inquiry.email),
        answered_by=_line(inquiry.answered_by),
        asked=storable(inquiry.asked.strip()),
        promised=storable(inquiry.promised.strip()),
    )


def _check_response(inquiry: Inquiry, today: date) -> None:
    state, responded = inquiry.state, inquiry.responded
    if state is InquiryState.WAITING and responded:
        raise BadInput("It was answered, so that it waits no more.", "Say “promised” or “answered”.")
    if state in (InquiryState.PROMISED, InquiryState.ANSWERED) and responded is None:
        raise BadInput(f"It is {state}, but not when.", "Give when it was answered.")
    if state is InquiryState.PROMISED and not inquiry.promised:
        raise BadInput("What was promised is missing.", "Write a word or two, such as “call back”.")
    if inquiry.promised_by and inquiry.promised_by < inquiry.on:
        raise BadInput(f"{inquiry.promised_by} comes before the inquiry of {inquiry.on}.", "Give a later day.")
    if responded is None:
        return
    if responded.date() > today:
        raise BadInput(f"{responded.date()} lies in the future.", "Give when it was answered.")
    timed = inquiry.timed and responded.time() != time.min
    if responded < inquiry.received if timed else responded.date() < inquiry.on:
        raise BadInput("It was answered before it was received.", "Correct one of the two.")


def _check_settling(inquiry: Inquiry, today: date) -> None:
    settled, on = inquiry.state in SETTLED, inquiry.settled_on
    if settled and on is None:
        raise BadInput(f"Since when it is “{inquiry.state}” is missing.", "Give the day.")
    if on is None:
        return
    if not settled:
        raise BadInput(f"It is {inquiry.state}, and so has no day on which it was settled.", "Leave that day empty.")
    if on > today:
        raise BadInput(f"{on} lies in the future.", "Give today's date or an earlier one.")
    if on < inquiry.on:
        raise BadInput(f"{on} comes before the inquiry of {inquiry.on}.", "Give a later day.")


def _minute(instant: datetime) -> datetime:
    """One without an offset is local time of this machine, as the database has it."""
    return (instant if instant.tzinfo else instant.astimezone()).replace(second=0, microsecond=0)


def _line(text: str) -> str:
    return storable(" ".join(text.split()))
