"""A row of a people file → a party, its number in the file, and what the file says of its standing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.aliases import label_of
from balancer_desktop.domain.importing.cells import Row, text_of
from balancer_desktop.domain.importing.dates import read_date
from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.mapping import Mapping
from balancer_desktop.domain.importing.words import kind_of_name, read_party_kind, read_standing
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, checked
from balancer_desktop.domain.standing import Standing

_T = TypeVar("_T")

_NOTHING = frozenset({"-", "–", "—", "n/a", "null", "#n/a"})
_BETWEEN_CONTACTS = re.compile(r"\s*(?:;|:::|\n|\|)\s*")
_DIGIT = re.compile(r"[0-9]")
_BETWEEN_TAGS = re.compile(r"[,;|\n]|:::")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """number is the file's own, or empty; referred_by a name or number as written."""

    party: Party
    number: str = ""
    standing: Standing | None = None
    referred_by: str = ""


class PeopleColumns:
    """The columns of a people file, ready for reading rows."""

    def __init__(self, mapping: Mapping, headings: Sequence[str]) -> None:
        self._columns = {field: mapping.columns(field) for field in set(mapping.fields)}
        self._labels = [label_of(heading) for heading in headings]
        self._order = mapping.date_order

    def read(self, row: Row) -> PersonRow:
        """The person of a row; WrongCell naming the column that cannot be read."""
        first, last = self._text(row, Field.FIRST_NAME), self._text(row, Field.LAST_NAME)
        name = self._text(row, Field.NAME) or f"{first} {last}".strip()
        company = self._text(row, Field.COMPANY)
        contacts = self._contacts(row)
        kind = self._one(row, Field.PARTY_KIND, read_party_kind)
        if not name and company:
            name, company, kind = company, "", kind or PartyKind.BUSINESS
        party = Party(
            name=name or (contacts[0].value if contacts else ""),
            kind=kind or kind_of_name(name),
            company="" if company == name else company,
            contacts=contacts,
            tags=self._tags(row),
            address=self._address(row),
            customer_since=self._one(row, Field.CUSTOMER_SINCE, self._date),
            notes=self._joined(row, Field.NOTES, "\n"),
        )
        return PersonRow(
            self._checked(party),
            " ".join(self._text(row, Field.KEY).split()),
            self._one(row, Field.STANDING, read_standing),
            self._text(row, Field.REFERRED_BY),
        )

    def _checked(self, party: Party) -> Party:
        naming = (Field.NAME, Field.LAST_NAME, Field.FIRST_NAME, Field.COMPANY, Field.EMAIL)
        column = next((self._columns[field][0] for field in naming if field in self._columns), 0)
        return _reading(column, partial(checked, party))

    def _date(self, text: str) -> date:
        return read_date(text, self._order)

    def _text(self, row: Row, field: Field) -> str:
        """The text of a field's first column; empty without one."""
        columns = self._columns.get(field)
        return _text_at(columns[0], row) if columns else ""

    def _one(self, row: Row, field: Field, read: Callable[[str], _T]) -> _T | None:
        text = self._text(row, field)
        return _reading(self._columns[field][0], partial(read, text)) if text else None

    def _each(self, row: Row, field: Field) -> list[tuple[int, str]]:
        """Every column of a field with something in it: its index and text."""
        texts = ((column, _text_at(column, row)) for column in self._columns.get(field, ()))
        return [(column, text) for column, text in texts if text]

    def _joined(self, row: Row, field: Field, between: str) -> str:
        return between.join(text for _, text in self._each(row, field))

    def _contacts(self, row: Row) -> tuple[ContactPoint, ...]:
        """E-mails before phones, each value once, labelled by its heading."""
        found: dict[tuple[ContactKind, str], ContactPoint] = {}
        for field, kind, check in ((Field.EMAIL, ContactKind.EMAIL, _email), (Field.PHONE, ContactKind.PHONE, _phone)):
            for column, text in self._each(row, field):
                for part in _BETWEEN_CONTACTS.split(text):
                    if part and part.casefold() not in _NOTHING:
                        value = _reading(column, partial(check, part))
                        found.setdefault((kind, value), ContactPoint(kind, value, self._labels[column]))
        return tuple(found.values())

    def _tags(self, row: Row) -> tuple[str, ...]:
        parts = (" ".join(tag.split()) for _, text in self._each(row, Field.TAGS) for tag in _BETWEEN_TAGS.split(text))
        return tuple(dict.fromkeys(tag for tag in parts if tag))

    def _address(self, row: Row) -> str:
        """Street, `postal code city`, region and country, a line each."""
        town = f"{self._text(row, Field.POSTAL_CODE)} {self._text(row, Field.CITY)}".strip()
        lines = (
            self._joined(row, Field.ADDRESS, "\n"),
            town,
            self._text(row, Field.REGION),
            self._text(row, Field.COUNTRY),
        )
        return "\n".join(line for line in lines if line)


def _text_at(column: int, row: Row) -> str:
    try:
        return text_of(row[column])
    except BadInput as wrong:
        raise WrongCell(column, wrong) from wrong


def _reading(column: int, read: Callable[[], _T]) -> _T:
    try:
        return read()
    except BadInput as wrong:
        raise WrongCell(column, wrong) from wrong


def _email(text: str) -> str:
    at = text.find("@")
    if not 0 < at < len(text) - 1 or len(text.split()) > 1:
        raise BadInput(f"“{text[:40]}” is not an e-mail address.", "Write it like name@example.com, or empty the cell.")
    return text


def _phone(text: str) -> str:
    if not _DIGIT.search(text):
        raise BadInput(f"“{text[:40]}” is not a phone number.", "Write its digits, or empty the cell.")
    return text
