"""What files from others would bring into the book, before anything is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from balancer_desktop.app.book import Book
from balancer_desktop.app.intake.files import Unused, read_file
from balancer_desktop.app.intake.matching import NOBODY, Match, Matcher
from balancer_desktop.domain.conventions import PLAIN, Conventions
from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.domain.intake.cards import Broken
from balancer_desktop.domain.intake.event_items import Local
from balancer_desktop.domain.intake.item import Item, ItemKind, call_identity, told_by
from balancer_desktop.domain.intake.steps import step_text
from balancer_desktop.domain.party import folded

MANY_CARDS = 50
"""Cards in one file that are rather an address book than calls."""
MOST_NAMED = 12
"""Columns that are passed over, by name."""
NOBODY_KNOWN = "It is with nobody known."
BEFORE, TWICE = "came in before", "is further up"
_AT_ONCE = 500
Stamp = tuple[int, int]
"""A file's size and the instant of its last change."""
Progress = Callable[[int], bool]
"""Called with the number of items so far; returning False stops it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """known: why it would come twice (`came in before`, `is further up`), or empty."""

    item: Item
    path: Path
    match: Match = NOBODY
    referrer: Match = NOBODY
    known: str = ""

    @property
    def kind(self) -> ItemKind:
        """What becomes of it unless the owner says otherwise."""
        return ItemKind.NOTHING if self.known or self.item.doubtful else self.item.kind

    @property
    def who(self) -> str:
        return self.match.name or self.item.who


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a part of a file, and what to do; line 0 is the file as a whole."""

    path: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.path.name}, line {self.line}: " if self.line else ""
        return f"{where}{self.what} {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """Items and faults in the order of the files. hint: what else the owner may want, a sentence or empty.

    stamps: the files as they stood when they were read.
    """

    items: tuple[Planned, ...] = ()
    faults: tuple[Fault, ...] = ()
    paths: tuple[Path, ...] = ()
    hint: str = ""
    stamps: Mapping[Path, Stamp] = field(default_factory=dict)

    @property
    def new(self) -> int:
        """How many are not in the book yet."""
        return sum(not planned.known for planned in self.items)

    @property
    def doubtful(self) -> int:
        """How many of them are left out unless the owner says otherwise."""
        return sum(planned.item.doubtful and not planned.known for planned in self.items)

    @property
    def usual(self) -> dict[int, ItemKind]:
        """What becomes of each by its place, those left out not among them."""
        kinds = ((place, planned.kind) for place, planned in enumerate(self.items))
        return {place: kind for place, kind in kinds if kind is not ItemKind.NOTHING}


@dataclass(frozen=True, slots=True)
class Contents:
    """What files hold, before the book is asked who that is. unused: headings of columns that are passed over."""

    paths: tuple[Path, ...] = ()
    found: tuple[tuple[Path, Item], ...] = ()
    faults: tuple[Fault, ...] = ()
    stamps: Mapping[Path, Stamp] = field(default_factory=dict)
    unused: tuple[str, ...] = ()


def stamp_of(path: Path) -> Stamp:
    """Changes when a file does; (0, 0) for one that is gone."""
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def local_time(at: datetime) -> datetime:
    """The instant in this machine's zone, to the minute."""
    return at.astimezone().replace(second=0, microsecond=0)


def preview(
    book: Book,
    paths: Sequence[Path],
    conventions: Conventions = PLAIN,
    progress: Progress = lambda _items: True,
    local: Local = local_time,
) -> IntakePlan:
    """What the files hold, who of the book it is about, and what came before. Refused when progress returns False."""
    return plan_of(book, read_files(paths, book.now(), conventions, progress, local), conventions)


def read_files(
    paths: Sequence[Path],
    now: datetime,
    conventions: Conventions = PLAIN,
    progress: Progress = lambda _items: True,
    local: Local = local_time,
) -> Contents:
    """Everything the files hold, without a look at the book. Refused when progress returns False."""
    found: list[tuple[Path, Item]] = []
    faults: list[Fault] = []
    unused: list[str] = []
    chosen = tuple(dict.fromkeys(paths))
    stamps = {path: stamp_of(path) for path in chosen}
    for path in chosen:
        try:
            for part in read_file(path, now, conventions, local):
                if isinstance(part, Broken):
                    faults.append(Fault(path, part.line, part.what, part.remedy))
                elif isinstance(part, Unused):
                    unused += part.headings
                else:
                    found.append((path, part))
                if len(found) % 100 == 1 and not progress(len(found)):
                    raise Refused("The reading was stopped.", "Nothing was changed.")
        except BadInput as wrong:
            faults.append(Fault(path, 0, wrong.what, wrong.remedy))
    return Contents(chosen, tuple(found), tuple(faults), stamps, tuple(dict.fromkeys(unused)))


def plan_of(book: Book, contents: Contents, conventions: Conventions = PLAIN) -> IntakePlan:
    """The contents as the book sees them."""
    found = contents.found
    if not found:
        return IntakePlan((), contents.faults, contents.paths, stamps=contents.stamps)
    matcher = Matcher(book, conventions.region)
    before = _Before(book, [item for _, item in found])
    planned = []
    for path, item in found:
        match = matcher.match((item.phone, item.email, *item.more), (item.name, item.company))
        match = match if match.party_id else matcher.within(item.title)
        told = item.referred_by
        referrer = matcher.match((told,), (told,)) if told else NOBODY
        known = before.knows(item, match.party_id)
        planned.append(Planned(_recognised(item, match), path, match, referrer, known))
    return IntakePlan(tuple(planned), contents.faults, contents.paths, _hint(contents), contents.stamps)


def _recognised(item: Item, match: Match) -> Item:
    """With the name of whoever is known among the words of its title; in doubt where an appointment is with nobody."""
    if not item.title:
        return item
    if match.by == "name":
        return replace(item, name=match.name)
    nobody = not (match.party_id or item.phone or item.email) and item.kind is ItemKind.APPOINTMENT
    return replace(item, doubtful=True, remark=f"{NOBODY_KNOWN} {item.remark}".strip()) if nobody else item


def known_keys(book: Book, keys: Iterable[str]) -> set[str]:
    """Which of these keys something in the book was brought in under."""
    known: set[str] = set()
    rest = iter(keys)
    while some := list(islice(rest, _AT_ONCE)):
        known |= book.inquiries.known_sources(some) | book.contacts.known_sources(some)
    return known


class _Before:
    """What is in the book already, by key and by what it says; then what the files have brought so far."""

    def __init__(self, book: Book, items: Sequence[Item]) -> None:
        self._keys = known_keys(book, (item.key for item in items))
        days = [item.at.date() for item in items if item.at]
        self._said: set[tuple[str, ...]] = set()
        if days:
            for call in book.inquiries.since(min(days)):
                self._said.add(call_identity(call.received, call.phone, call.email, call.name, call.asked))
            for step in book.contacts.steps_due(min(days), max(days)):
                self._said.add(_step_identity(step.due, step.what, str(step.party_id)))
        self._files: set[object] = set()

    def knows(self, item: Item, party_id: int) -> str:
        said = set(_said(item, party_id))
        if item.key in self._keys or said & self._said:
            return BEFORE
        if item.key in self._files or said & self._files:
            return TWICE
        self._files |= {item.key, *said}
        return ""


def _said(item: Item, party_id: int) -> list[tuple[str, ...]]:
    """By what an item is the same as another under another key: as a call, as a step, or as what it may become."""
    if item.at is None:
        return []
    name = ", ".join(part for part in (item.name, item.company) if part)
    call = call_identity(item.at, item.phone, item.email, name, item.about)
    who = str(party_id) if party_id else told_by(item.phone, item.email, name)
    step = _step_identity(item.at.date(), step_text(item), who)
    return {ItemKind.INQUIRY: [call], ItemKind.APPOINTMENT: [step]}.get(item.kind, [call, step])


def _step_identity(due: date, what: str, who: str) -> tuple[str, ...]:
    return ("step", due.isoformat(), folded(what), who)


def _hint(contents: Contents) -> str:
    cards = sum(item.key.startswith("card\t") for _, item in contents.found)
    book = f"{cards} cards look like an address book: Book ▸ Import… takes them as people."
    named, more = contents.unused[:MOST_NAMED], len(contents.unused) - MOST_NAMED
    passed_over = f"Not used: {', '.join(named)}{f' and {more} more columns' if more > 0 else ''}."
    return " ".join(part for part in (book if cards >= MANY_CARDS else "", passed_over if named else "") if part)
