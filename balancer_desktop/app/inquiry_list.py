"""Inquiries as a list shows them: whom they are from, who sent them, the open ones first."""

from collections.abc import Sequence
from dataclasses import dataclass

from balancer_desktop.app.book import Book
from balancer_desktop.domain.inquiries.inquiry import OPEN, Inquiry, InquiryState
from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class InquiryLine:
    """who: the name of the party, or what the inquiry itself says. standing: None for somebody not in the book."""

    inquiry: Inquiry
    who: str
    standing: Standing | None = None
    referrer: str = ""


def inquiry_lines(book: Book) -> list[InquiryLine]:
    """All of them: those nobody has answered, those with a promise to keep, then the rest, the newest first."""
    return lines_of(book, sorted(book.inquiries.all(), key=_order))


def lines_of(book: Book, inquiries: Sequence[Inquiry]) -> list[InquiryLine]:
    """The lines of these inquiries, in the same order."""
    ids = {id_ for one in inquiries for id_ in (one.party_id, one.referred_by) if id_}
    known = {id_: (name, standing) for id_, name, standing, *_ in book.people.known(ids)} if ids else {}
    return [
        InquiryLine(
            one,
            known[one.party_id][0] if one.party_id in known else one.who,
            known[one.party_id][1] if one.party_id in known else None,
            known[one.referred_by][0] if one.referred_by in known else "",
        )
        for one in inquiries
    ]


def _order(inquiry: Inquiry) -> tuple[int, float, int]:
    """Whoever waits longest first; then by the day something was promised for; the rest by how new it is."""
    received = inquiry.received.timestamp()
    if inquiry.state is InquiryState.WAITING:
        return 0, received, inquiry.id
    if inquiry.state in OPEN:
        return 1, inquiry.promised_by.toordinal() if inquiry.promised_by else 0, inquiry.id
    return 2, -received, -inquiry.id
