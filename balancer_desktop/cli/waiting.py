"""Who waits for an answer, and for how long."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from balancer_desktop.app.book import Today
from balancer_desktop.app.inquiry_list import InquiryLine, inquiry_lines
from balancer_desktop.app.working_hours import clock_of
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.cli.shares import iso
from balancer_desktop.domain.inquiries.age_words import waiting_words
from balancer_desktop.domain.inquiries.inquiry import OPEN, InquiryState
from balancer_desktop.domain.inquiries.response import waited
from balancer_desktop.domain.text import one_line

_HEAD = "id\tstate\twho\twaiting or received\twhat was asked or promised"


def inquiries(arguments: Namespace, folder: Path, today: Today) -> int:
    """Those that wait, the longest first; with --all the settled ones too."""
    with opened(folder, today) as book:
        lines = [line for line in inquiry_lines(book) if arguments.all or line.inquiry.state in OPEN]
        now, clock = book.now(), clock_of(book)
        told = [(line, waited(line.inquiry, now, clock.minutes)) for line in lines]
    document: dict[str, object] = {
        "today": str(today()),
        "waiting": sum(line.inquiry.state is InquiryState.WAITING for line in lines),
        "inquiries": [_inquiry(line, minutes, now) for line, minutes in told],
    }
    text = "\n".join([_HEAD, *(_inquiry_line(line, minutes, now) for line, minutes in told)])
    answer(arguments, document, text if told else "Nobody waits for an answer.")
    return 0


def _inquiry(line: InquiryLine, minutes: int, now: datetime) -> dict[str, object]:
    one = line.inquiry
    return {
        "id": one.id,
        "received": one.received.isoformat(timespec="minutes") if one.timed else str(one.on),
        "who": line.who,
        "party": one.party_id or None,
        "channel": one.channel.value,
        "referred_by": line.referrer or None,
        "asked": one.asked,
        "state": one.state.value,
        "age": waiting_words(one, now, minutes),
        "working_minutes": minutes,
        "promised": one.promised,
        "promised_by": iso(one.promised_by),
        "answered_by": one.answered_by,
        "responded": one.responded.isoformat(timespec="minutes") if one.responded else None,
        "settled": iso(one.settled_on),
    }


def _inquiry_line(line: InquiryLine, minutes: int, now: datetime) -> str:
    one = line.inquiry
    how = waiting_words(one, now, minutes) if one.state is InquiryState.WAITING else str(one.on)
    until = f" by {one.promised_by}" if one.promised_by and one.state is InquiryState.PROMISED else ""
    said = one.promised if one.state is InquiryState.PROMISED else one.asked
    sent = f"from {line.referrer}" if line.referrer else ""
    return "\t".join(
        (str(one.id), f"{one.state}{until}", line.who, how, one_line(" · ".join(filter(None, (said, sent)))))
    )
