"""vCards, 2.1 to 4.0: a card read as well as it can be, and what is wrong with one that cannot.

Own code, for vobject 0.9.9 gives up the rest of a file at its first card without an end, line without a colon, or
picture whose encoding is broken or not indented (as Outlook writes it); it knows no line numbers to name them by, and
of `FN:John Doe, Jr.` it keeps what comes before the comma.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.intake.lines import Property, logical_lines, parted, property_of, unescaped
from balancer_desktop.domain.party import LONGEST_NAME

MOST = 200_000
"""Cards in one file."""
LONGEST = 100_000
"""Characters of a value that is kept."""

_KINDS = (("FAX", "fax"), ("CELL", "mobile"), ("MOBILE", "mobile"), ("PAGER", "pager"), ("WORK", "work"),
          ("HOME", "home"), ("OTHER", "other"))  # fmt: skip
_LONG = frozenset({"NOTE", "ADR", "LABEL"})
_PICTURES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})


class Labelled(NamedTuple):
    """A number or an address, and what it is: `work`, `mobile`, `work fax`, or words of the owner's."""

    value: str
    label: str = ""


class Broken(NamedTuple):
    """What is wrong with the part of a file that begins on a line, and what to do."""

    line: int
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Card:
    """line: where it begins. revised: when it was last changed, in its own zone if it has one.

    remark: what could not be read of it, a sentence or empty; the rest of it is good.
    """

    line: int
    name: str = ""
    company: str = ""
    title: str = ""
    phones: tuple[Labelled, ...] = ()
    emails: tuple[Labelled, ...] = ()
    address: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    uid: str = ""
    revised: datetime | None = None
    is_business: bool = False
    remark: str = ""


def read_cards(raw: bytes) -> Iterator[Card | Broken]:
    """Every card of a file in order; BadInput when it holds none, or more than can be taken at once."""
    count = 0
    for lines in _cards(raw):
        count += 1
        if count > MOST:
            raise BadInput(f"The file holds more than {MOST:,} cards.", "Split it, and bring in one part at a time.")
        yield _checked(_card(lines))
    if not count:
        raise BadInput("The file holds no cards.", "Export the contacts again, as vCard.")


@dataclass(slots=True)
class _Lines:
    """One card being gathered. nested: how many cards deep inside it the reader is."""

    line: int
    properties: list[Property] = field(default_factory=list)
    remark: str = ""
    nested: int = 0


def _cards(raw: bytes) -> Iterator[_Lines]:
    current: _Lines | None = None
    for line in logical_lines(raw):
        read = property_of(line)
        mark = (read.name, read.value.strip().upper()) if read else ("", "")
        if mark == ("BEGIN", "VCARD"):
            if current and (current.nested or _is_agent(current)):
                current.nested += 1
                continue
            if current:
                yield _unended(current)
            current = _Lines(line.number)
        elif current is None:
            continue
        elif mark == ("END", "VCARD"):
            if current.nested:
                current.nested -= 1
            else:
                yield current
                current = None
        elif not current.nested:
            _gather(current, read, line.number, line.raw)
    if current:
        yield _unended(current)


def _is_agent(lines: _Lines) -> bool:
    """Whether a card within the card follows: `AGENT:` with nothing behind it."""
    last = lines.properties[-1] if lines.properties else None
    return last is not None and last.name == "AGENT" and not last.value.strip()


def _unended(lines: _Lines) -> _Lines:
    lines.remark = lines.remark or f"The card of line {lines.line} has no end; what there is of it was read."
    return lines


def _gather(lines: _Lines, read: Property | None, number: int, raw: bytes) -> None:
    last = lines.properties[-1] if lines.properties else None
    if read is not None:
        lines.properties.append(read)
    elif last and last.name in _PICTURES:
        return  # the rest of a picture that is not indented
    elif last and last.name in _LONG:
        more = raw.decode("utf-8", "replace")
        lines.properties[-1] = last._replace(value=f"{last.value}\\n{more}")
    else:
        lines.remark = lines.remark or f"Line {number} is no part of a card and was left out."


def _card(lines: _Lines) -> Card:
    named: dict[str, list[Property]] = {}
    for read in lines.properties:
        named.setdefault(read.name, []).append(read)
    labels = {read.group: _own_label(read.value) for read in named.get("X-ABLABEL", ()) if read.group}
    company = _company(named)
    name = _line(named, "FN") or _from_parts(named) or company or _line(named, "NICKNAME")
    return Card(
        lines.line,
        name,
        "" if company == name else company,
        _line(named, "TITLE") or _line(named, "ROLE"),
        _values(named.get("TEL", ()), labels, _number),
        _values(named.get("EMAIL", ()), labels, _address),
        _postal(named.get("ADR", ())),
        _notes(named.get("NOTE", ())),
        _tags(named.get("CATEGORIES", ())),
        _line(named, "UID"),
        _instant(_line(named, "REV")),
        _is_business(named, name, company),
        lines.remark,
    )


def _checked(card: Card) -> Card | Broken:
    if not (card.name or card.phones or card.emails):
        what = f"The card of line {card.line} says nothing of whom it is."
        return Broken(card.line, what, "Give it a name, a company, a phone number or an e-mail address.")
    if len(card.name) > LONGEST_NAME:
        return Broken(card.line, f"The name on the card of line {card.line} is too long.", "Shorten it in the file.")
    if max(len(card.notes), len(card.address)) > LONGEST:
        return Broken(card.line, f"The card of line {card.line} is too long.", "Shorten its notes in the file.")
    return card if card.name else replace(card, name=(card.phones or card.emails)[0].value)


def _line(named: dict[str, list[Property]], name: str) -> str:
    """The first value of that name with anything in it, on one line."""
    texts = (" ".join(unescaped(read.value).split()) for read in named.get(name, ()))
    return next((text for text in texts if text), "")


def _notes(reads: Sequence[Property]) -> str:
    texts = ("\n".join(unescaped(read.value).splitlines()).strip() for read in reads)
    return "\n".join(text for text in texts if text)


def _from_parts(named: dict[str, list[Property]]) -> str:
    """`N:Doe;John;Q.;Dr.;Jr.` → Dr. John Q. Doe Jr."""
    for read in named.get("N", ()):
        family, given, more, before, after, *_ = (*parted(read.value, ";"), "", "", "", "", "")
        name = " ".join(" ".join((before, given, more, family, after)).replace(",", " ").split())
        if name:
            return name
    return ""


def _company(named: dict[str, list[Property]]) -> str:
    """The organisation without its departments."""
    for read in named.get("ORG", ()):
        if first := " ".join(parted(read.value, ";")[0].split()):
            return first
    return ""


def _is_business(named: dict[str, list[Property]], name: str, company: str) -> bool:
    shown = _line(named, "KIND").lower() == "org" or _line(named, "X-ABSHOWAS").upper() == "COMPANY"
    return bool(name) and (shown or (company == name and not _from_parts(named)))


def _values(reads: Sequence[Property], labels: dict[str, str], value_of: Callable[[str], str]) -> tuple[Labelled, ...]:
    """Each value once, those preferred first."""
    ranked = sorted(reads, key=lambda read: 0 if "PREF" in read.types or "PREF" in read.parameters else 1)
    found: dict[str, Labelled] = {}
    for read in ranked:
        if value := value_of(unescaped(read.value)):
            found.setdefault(value, Labelled(value, labels.get(read.group) or _label(read)))
    return tuple(found.values())


def _label(read: Property) -> str:
    words = [word for kind, word in _KINDS if kind in read.types]
    return "mobile" if "mobile" in words and "fax" not in words else " ".join(dict.fromkeys(reversed(words)))


def _own_label(value: str) -> str:
    r"""`_$!<Mobile>!$_` is how the address book of a Mac says one of its own labels."""
    text = " ".join(unescaped(value).split())
    return text.removeprefix("_$!<").removesuffix(">!$_").lower() if text.startswith("_$!<") else text


def _number(text: str) -> str:
    """A number; `tel:+1-418-656-9254;ext=102` → +1-418-656-9254 ext. 102."""
    text = " ".join(text.split())
    if text[:4].lower() != "tel:":
        return text if any(char.isdecimal() for char in text) else ""
    number, *parameters = text[4:].split(";")
    told = dict(part.lower().partition("=")[::2] for part in parameters)
    context = told.get("phone-context", "")
    if context.startswith("+") and not number.startswith("+"):
        number = f"{context}-{number}"
    return f"{number} ext. {told['ext']}" if told.get("ext") else number


def _address(text: str) -> str:
    text = "".join(text.split())
    text = text[7:] if text[:7].lower() == "mailto:" else text
    return text if 0 < text.find("@") < len(text) - 1 else ""


def _postal(reads: Sequence[Property]) -> str:
    """Box, street, `postal code town`, region and country of the first address, a line each."""
    for read in reads:
        box, more, street, town, region, code, country, *_ = (*parted(read.value, ";"), "", "", "", "", "", "", "")
        lines = (box, more, street, f"{code} {town}", region, country)
        text = "\n".join(" ".join(part.split()) for line in lines for part in line.split("\n") if part.strip())
        if text:
            return text
    return ""


def _tags(reads: Sequence[Property]) -> tuple[str, ...]:
    words = (" ".join(word.split()) for read in reads for word in parted(read.value, ","))
    return tuple(dict.fromkeys(word for word in words if word))


def _instant(text: str) -> datetime | None:
    with suppress(ValueError):
        return datetime.fromisoformat(text)
    return None
