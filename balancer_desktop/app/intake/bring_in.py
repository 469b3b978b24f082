"""Writing what the owner chose of a preview: one step, all of it or nothing, and nothing twice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from balancer_desktop.app import inquiries, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.intake.preview import IntakePlan, Planned, Progress, known_keys
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.inquiries.checked import LONGEST
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.intake.item import Item, ItemKind, told_by
from balancer_desktop.domain.intake.steps import step_text
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.text import storable

UNKNOWN = "Unknown caller"
"""What to call somebody of whom nothing is said."""
_SPOKEN = frozenset((InquiryChannel.CALL, InquiryChannel.VISIT))
"""How somebody is spoken with: what was promised then, they have heard. Elsewhere it says who answered them."""


@dataclass(frozen=True, slots=True)
class Brought:
    """How many came in; people: how many of the appointments' were not in the book."""

    inquiries: int = 0
    appointments: int = 0
    people: int = 0

    @property
    def words(self) -> str:
        """`5 inquiries and 2 appointments`."""
        return told(self.inquiries, self.appointments)


def told(inquiries: int, appointments: int) -> str:
    """`5 inquiries and 2 appointments`, `1 inquiry`; empty for none."""
    calls = f"{inquiries} {'inquiry' if inquiries == 1 else 'inquiries'}" if inquiries else ""
    meetings = f"{appointments} appointment{'' if appointments == 1 else 's'}" if appointments else ""
    return " and ".join(part for part in (calls, meetings) if part)


def bring_in(
    book: Book, plan: IntakePlan, chosen: Mapping[int, ItemKind] | None = None, progress: Progress = lambda _items: True
) -> Brought:
    """Write the chosen items (by their place in the plan; the usual ones when nothing is said), each in one kind.

    What came into the book since the preview is left out. Refused when progress returns False.
    """
    chosen = plan.usual if chosen is None else chosen
    wanted = [(plan.items[place], kind) for place, kind in sorted(chosen.items()) if kind is not ItemKind.NOTHING]
    known = known_keys(book, (planned.item.key for planned, _ in wanted))
    fresh = [(planned, kind) for planned, kind in wanted if not planned.known and planned.item.key not in known]
    count = [sum(kind is wanted_kind for _, kind in fresh) for wanted_kind in (ItemKind.INQUIRY, ItemKind.APPOINTMENT)]
    brought = Brought(*count)
    if not fresh:
        return brought
    writing = _Writing(book, progress)
    names = list(dict.fromkeys(planned.path.name for planned, _ in fresh))
    source = names[0] if len(names) == 1 else f"{len(names)} files"
    with book.change(f"Bring in {brought.words} from {source}"):
        # Appointments first: who they make known is known to the inquiries as well.
        for planned, kind in sorted(fresh, key=lambda one: one[1] is ItemKind.INQUIRY):
            writing.write(planned, kind)
    return replace(brought, people=len(writing.made))


class _Writing:
    """made: the people that came of appointments, by what they are told by."""

    def __init__(self, book: Book, progress: Progress) -> None:
        self._book, self._progress, self._now = book, progress, book.now()
        self._done = 0
        self.made: dict[str, int] = {}

    def write(self, planned: Planned, kind: ItemKind) -> None:
        item = planned.item
        party_id = planned.match.party_id or self.made.get(_told_by(item), 0)
        if kind is ItemKind.INQUIRY:
            inquiries.receive(self._book, self._inquiry(planned, party_id))
        else:
            step = NextStep((item.at or self._now).date(), party_id or self._add(planned), storable(step_text(item)))
            self._book.contacts.add_step(step, item.key)
        self._done += 1
        if self._done % 100 == 0 and not self._progress(self._done):
            raise Refused("It was stopped.", "Nothing was changed.")

    def _add(self, planned: Planned) -> int:
        """A prospect for an appointment with somebody who is not in the book."""
        item = planned.item
        values = (item.phone, item.email, *item.more)
        points = ((ContactKind.EMAIL if "@" in value else ContactKind.PHONE, value) for value in values)
        party = Party(
            (item.who or UNKNOWN)[:100],
            PartyKind.PERSON if item.name or not item.company else PartyKind.BUSINESS,
            item.company if item.name else "",
            tuple(ContactPoint(kind, value) for kind, value in points if value),
            referred_by=planned.referrer.party_id,
        )
        party_id = people.add(self._book, party)
        self.made[_told_by(item)] = party_id
        return party_id

    def _inquiry(self, planned: Planned, party_id: int) -> Inquiry:
        item, received = planned.item, self._received(planned.item)
        deadline = item.deadline if item.deadline and item.deadline >= received.date() else None
        referrer = planned.referrer.party_id
        heard = bool(item.promised and (item.answered_by or item.channel in _SPOKEN))
        return Inquiry(
            received,
            item.channel,
            party_id,
            ", ".join(part for part in (item.name, item.company) if part) or ("" if item.who else UNKNOWN),
            item.phone,
            item.email,
            0 if referrer == party_id else referrer,
            item.answered_by,
            _fitting(self._asked(planned)),
            _fitting(item.promised),
            deadline if item.promised else None,
            received if heard else None,
            InquiryState.PROMISED if heard else InquiryState.WAITING,
            source=item.key,
        )

    def _received(self, item: Item) -> datetime:
        """What is still to come was heard of now."""
        return min(item.at, self._now) if item.at else self._now

    def _asked(self, planned: Planned) -> str:
        item = planned.item
        when = f"For {item.at:%Y-%m-%d %H:%M}" if item.at and item.at > self._now else ""
        referred = f"Referred by {item.referred_by}" if item.referred_by and not planned.referrer.party_id else ""
        also = f"Also: {', '.join(item.more)}" if item.more else ""
        return "\n".join(part for part in (item.about, when, referred, also) if part)


def _told_by(item: Item) -> str:
    return told_by(item.phone, item.email, item.name or item.company)


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
