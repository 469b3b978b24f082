"""A person or business, one record for its whole life."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from unicodedata import combining, normalize

from balancer_desktop.domain.errors import BadInput


class PartyKind(StrEnum):
    PERSON = "person"
    BUSINESS = "business"


class ContactKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A phone number or e-mail address as written, with an optional label (`work`, `mobile`)."""

    kind: ContactKind
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """id 0 is a party not yet in the book. company is where a person works; address is free text.

    ideal_gap and longest_gap: the days the owner wants at most between contacts, and never more; 0 where none is set.
    """

    name: str
    kind: PartyKind = PartyKind.PERSON
    company: str = ""
    contacts: tuple[ContactPoint, ...] = ()
    tags: tuple[str, ...] = ()
    address: str = ""
    referred_by: int = 0
    customer_since: date | None = None
    notes: str = ""
    id: int = 0
    ideal_gap: int = 0
    longest_gap: int = 0

    @property
    def phones(self) -> tuple[str, ...]:
        return tuple(c.value for c in self.contacts if c.kind is ContactKind.PHONE)

    @property
    def emails(self) -> tuple[str, ...]:
        return tuple(c.value for c in self.contacts if c.kind is ContactKind.EMAIL)


LONGEST_NAME = 500


def checked(party: Party) -> Party:
    """The party with its name trimmed; BadInput when a name is missing or absurdly long."""
    name = " ".join(party.name.split())
    if not name:
        raise BadInput("A name is missing.", "Give a name, or a phone number in its place.")
    if len(name) > LONGEST_NAME:
        raise BadInput(f"The name is {len(name)} characters long.", f"Shorten it to {LONGEST_NAME} at most.")
    return replace(party, name=name)


# Letters with strokes are letters of their own to Unicode, but not on the owner's keyboard.
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})


def folded(text: str) -> str:
    """The text as search compares it: case folded, accents dropped, spaces merged (`Müller ` → `muller`)."""
    # Decomposed before folding as well, for ™ only then becomes letters (TM), and after it, for İ then gains a dot.
    decomposed = normalize("NFKD", normalize("NFKD", text).casefold())
    return " ".join("".join(c for c in decomposed if not combining(c)).translate(_STROKES).split())


def phone_digits(text: str) -> str:
    """The digits of a phone number, for comparing numbers that are written differently."""
    return "".join(c for c in text if c.isdecimal() and c.isascii())
