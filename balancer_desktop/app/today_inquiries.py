"""The part of today's list that others are owed: inquiries that nobody answered, and what was promised."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import phone_digits
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage import today_store

_NEAR = 5
"""How many last digits make two numbers worth comparing."""

Known = Mapping[int, tuple[str, Standing, date]]


def inquiries(book: Book, ahead: int) -> list[AgendaItem]:
    """What waits for a first answer, and promises due, overdue, of no day, or to come in so many days.

    Of somebody who left, only what came after that day.
    """
    found = book.inquiries.open()
    known = today_store.who(book.file.db, {id_ for one in found for id_ in (one.party_id, one.referred_by) if id_})
    heard = [one for one in found if _still_asks(one, known)]
    waiting = [one for one in heard if one.state is InquiryState.WAITING]
    last = book.today() + timedelta(days=ahead)
    promised = [one for one in heard if one.state is InquiryState.PROMISED and (one.promised_by or last) <= last]
    return [
        *(_unanswered(ones, known) for ones in _by_person(waiting)),
        *(_promise(book, one, known) for one in promised),
    ]


def _still_asks(inquiry: Inquiry, known: Known) -> bool:
    if not inquiry.party_id:
        return True
    _, standing, since = known[inquiry.party_id]
    return standing is not Standing.EX or inquiry.on > since


def _by_person(inquiries: Iterable[Inquiry]) -> list[list[Inquiry]]:
    """Who rings three times and leaves no word still gets one call back; whatever has words has a line of its own."""
    lines: list[list[Inquiry]] = []
    near: dict[object, list[list[Inquiry]]] = {}
    for one in inquiries:
        mute = one.channel is InquiryChannel.MISSED_CALL and not one.asked
        person = one.party_id or (one.name, phone_digits(one.phone)[-_NEAR:], one.email)
        before = next((line for line in near.get(person, ()) if _is_same(line[0], one)), None)
        if mute and before:
            before.append(one)
        else:
            lines.append([one])
            near.setdefault(person, []).append(lines[-1])
    return lines


def _is_same(one: Inquiry, other: Inquiry) -> bool:
    """A number may be written with its country's code or without."""
    if one.party_id or one.phone == other.phone:
        return True
    from balancer_desktop.domain.quick_entry.phones import same_as_written  # the window opens without it

    return same_as_written(one.phone, other.phone)


def _unanswered(ones: list[Inquiry], known: Known) -> AgendaItem:
    first = ones[0]
    return AgendaItem(
        Waiting.INQUIRY, first.on, first.party_id, _who(first, known), first.asked, tuple(one.id for one in ones),
        channel=first.channel, referrer=_referrer(first, known), inquiry=first,
    )  # fmt: skip


def _promise(book: Book, one: Inquiry, known: Known) -> AgendaItem:
    due = one.promised_by or one.on
    kind = Waiting.PROMISE if due <= book.today() else Waiting.PROMISED
    return AgendaItem(
        kind, due, one.party_id, _who(one, known), one.promised, (one.id,), channel=one.channel,
        referrer=_referrer(one, known), dated=one.promised_by is not None,
    )  # fmt: skip


def _who(inquiry: Inquiry, known: Known) -> str:
    return known[inquiry.party_id][0] if inquiry.party_id else inquiry.who


def _referrer(inquiry: Inquiry, known: Known) -> str:
    return known[inquiry.referred_by][0] if inquiry.referred_by else ""
