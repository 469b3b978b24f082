"""How inquiries are told: from whom, what became of them, and what was promised."""

from datetime import date

from balancer_desktop.app.inquiry_list import InquiryLine
from balancer_desktop.app.referrers import ToTell
from balancer_desktop.domain.inquiries.inquiry import SETTLED, Inquiry, InquiryState
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.words import due
from balancer_desktop.ui.today.sentences import NO_DAY

KNOWN = {
    Standing.PROSPECT: "prospect",
    Standing.CURRENT: "customer",
    Standing.LAPSED: "lapsed",
    Standing.EX: "left",
}
"""What somebody who asks is already."""
STATES = {
    InquiryState.WAITING: "Waiting",
    InquiryState.PROMISED: "Promised",
    InquiryState.ANSWERED: "Answered",
    InquiryState.PROSPECT: "Became a prospect",
    InquiryState.NOT_FOR_US: "Not for us",
    InquiryState.SILENCE: "Lost to silence",
}
_BECAME = {"won": "they are customers now", "lost": "it came to nothing"}
EMPTY = (
    "Nobody waits for an answer. Whoever calls, writes or comes by next is noted here: a name or a number is enough.",
    "No inquiries yet. Note whoever calls or writes, and the list shows how long they have been waiting.",
    "No inquiry was lost. Those that are not for us, and those nobody was reached about, stand here.",
    "Nobody is to be told anything. Who sent somebody stands here when that was won or lost, to be told and thanked.",
)
"""What is said where a choice of the list shows nothing: open, all, lost, to thank."""


def state(inquiry: Inquiry, today: date) -> str:
    """`Waiting`, `Promised, 2 days late`, `Promised, no day given`, `Became a prospect`."""
    words = STATES[inquiry.state]
    if inquiry.state is InquiryState.PROMISED:
        return f"{words}, {due(inquiry.promised_by, today) if inquiry.promised_by else NO_DAY}"
    return words


def received(inquiry: Inquiry, formats: Formats) -> str:
    """`Thu 19/11/2026 14:05`; the day alone where no more is known."""
    day = f"{formats.weekday(inquiry.on).split()[0]} {formats.date(inquiry.on)}"
    return f"{day} {inquiry.received:%H:%M}" if inquiry.timed else day


def became(item: ToTell) -> str:
    """What became of somebody who was sent, as the referrer could be told."""
    return _BECAME.get(item.became, item.became)


def known_as(line: InquiryLine) -> str:
    return KNOWN[line.standing] if line.standing else ""


def told(line: InquiryLine, formats: Formats, today: date) -> list[str]:
    """All there is to say below the list, a sentence each."""
    one = line.inquiry
    reach = " · ".join(
        filter(None, (one.phone if one.phone != line.who else "", one.email if one.email != line.who else ""))
    )
    sentences = [
        f"{one.channel.value.capitalize()}, {received(one, formats)}{f' · {reach}' if reach else ''}",
        f"Referred by {line.referrer}" if line.referrer else "",
        _answer(one, formats),
        _promise(one, formats, today),
        f"{STATES[one.state]} on {formats.date(one.settled_on)}" if one.state in SETTLED and one.settled_on else "",
    ]
    return [sentence for sentence in sentences if sentence]


def _answer(inquiry: Inquiry, formats: Formats) -> str:
    if inquiry.responded is None:
        return ""
    by = inquiry.answered_by or "you"
    time = (
        f" {inquiry.responded:%H:%M}" if inquiry.timed and (inquiry.responded.hour or inquiry.responded.minute) else ""
    )
    return f"Answered by {by}, {formats.date(inquiry.responded.date())}{time}"


def _promise(inquiry: Inquiry, formats: Formats, today: date) -> str:
    """What was promised is told as long as it may still be owed."""
    if inquiry.state is not InquiryState.PROMISED:
        return ""
    when = f"{formats.date(inquiry.promised_by)}, {due(inquiry.promised_by, today)}" if inquiry.promised_by else ""
    return "Promised" + (f": {inquiry.promised}" if inquiry.promised else "") + (f", by {when}" if when else "")
