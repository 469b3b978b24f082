"""Phone numbers and e-mail addresses in a cell: several, where other programs part them; checked to be such.

An apostrophe that leads the cell says, as in a spreadsheet, that the rest is text as it stands: one value, unchecked.
An export writes so what would be torn apart or refused otherwise.
"""

import re
from collections.abc import Callable

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import ContactKind, ContactPoint
from balancer_desktop.domain.spreadsheet import guarded

_NOTHING = frozenset({"-", "–", "—", "n/a", "null", "#n/a"})
_BETWEEN = re.compile(r"\s*(?:;|:::|\n|\|)\s*")
_DIGIT = re.compile(r"[0-9]")


def read_contacts(cell: str, kind: ContactKind) -> list[str]:
    """The values of a cell; BadInput for what is neither a number nor an address."""
    text = cell.strip()
    if text.startswith("'"):
        return [text[1:].strip()] if text[1:].strip() else []
    parts = (part for part in _BETWEEN.split(text) if part and part.casefold() not in _NOTHING)
    return [_CHECKS[kind](part) for part in parts]


def contact_cell(contact: ContactPoint) -> str:
    """What read_contacts() reads as this contact alone, and no spreadsheet takes for a formula."""
    try:
        alone = read_contacts(contact.value, contact.kind) == [contact.value]
    except BadInput:
        alone = False
    return guarded(contact.value) if alone else f"'{contact.value}"


def _email(text: str) -> str:
    at = text.find("@")
    if not 0 < at < len(text) - 1 or len(text.split()) > 1:
        raise BadInput(f"“{text[:40]}” is not an e-mail address.", "Write it like name@example.com, or empty the cell.")
    return text


def _phone(text: str) -> str:
    if not _DIGIT.search(text):
        raise BadInput(f"“{text[:40]}” is not a phone number.", "Write its digits, or empty the cell.")
    return text


_CHECKS: dict[ContactKind, Callable[[str], str]] = {ContactKind.EMAIL: _email, ContactKind.PHONE: _phone}
