"""What an import has to know of the book that it goes into."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from balancer_desktop.domain.party import Party, folded

_COMPARED_DIGITS = 9
_NO_DIGITS = re.compile(r"[^0-9]+")


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party as it is shown and compared: id as in the book; e-mails in lower case; the last 9 digits of phones."""

    id: int
    name: str
    folded: str
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """keys: every import key in the book → id of its record (the party's id for people). people: every party."""

    keys: Mapping[str, int] = field(default_factory=dict)
    people: Iterable[KnownParty] = ()


def known_party(party_id: int, name: str, emails: Iterable[str] = (), phones: Iterable[str] = ()) -> KnownParty:
    """A party of the book (or, with an id below zero, of the import) made comparable."""
    return KnownParty(
        party_id,
        name,
        folded(name),
        frozenset(map(mail_key, emails)),
        frozenset(filter(None, (_NO_DIGITS.sub("", phone)[-_COMPARED_DIGITS:] for phone in phones))),
    )


def mail_key(email: str) -> str:
    """An e-mail address as it is compared."""
    return email.strip().casefold()


def compared(party: Party, ref: int) -> KnownParty:
    """The party, under a reference, as it is compared."""
    return known_party(ref, party.name, party.emails, party.phones)
