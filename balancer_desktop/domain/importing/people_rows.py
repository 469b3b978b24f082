"""A row of a people file → a party, its number in the file, and what the file says of its standing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from balancer_desktop.domain.importing.aliases import label_of
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.contact_cells import read_contacts
from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.domain.importing.mapping import Mapping
from balancer_desktop.domain.importing.row_cells import RowCells, reading, text_at
from balancer_desktop.domain.importing.tag_cells import read_tags
from balancer_desktop.domain.importing.words import kind_of_name, read_party_kind, read_standing
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, checked
from balancer_desktop.domain.standing import Standing

_CONTACTS = ((Field.EMAIL, ContactKind.EMAIL), (Field.PHONE, ContactKind.PHONE))


@dataclass(frozen=True, slots=True)
class PersonRow:
    """number is the file's own, or empty; referred_by a name or number as written, referrer a number."""

    party: Party
    number: str = ""
    standing: Standing | None = None
    referred_by: str = ""
    referrer: str = ""


class PeopleColumns:
    """The columns of a people file, ready for reading rows."""

    def __init__(self, mapping: Mapping, headings: Sequence[str]) -> None:
        self._cells = RowCells(mapping)
        self._labels = [label_of(heading) for heading in headings]
        self._labelling = {
            column + 1: column for column in self._cells.columns(Field.LABEL) if column + 1 < len(headings)
        }

    def read(self, row: Row) -> PersonRow:
        """The person of a row; WrongCell naming the column that cannot be read."""
        cells = self._cells
        first, last = cells.text(row, Field.FIRST_NAME), cells.text(row, Field.LAST_NAME)
        name = cells.text(row, Field.NAME) or f"{first} {last}".strip()
        company = cells.text(row, Field.COMPANY)
        contacts = self._contacts(row)
        kind = cells.one(row, Field.PARTY_KIND, read_party_kind)
        if company == name and kind is None:
            company = ""
        if not name and company:
            name, company, kind = company, "", kind or PartyKind.BUSINESS
        ideal, longest = cells.gaps(row)
        party = Party(
            name=name or (contacts[0].value if contacts else ""),
            kind=kind or kind_of_name(name),
            company=company,
            contacts=contacts,
            tags=tuple(dict.fromkeys(chain(*(read_tags(text) for _, text in cells.each(row, Field.TAGS))))),
            address=self._address(row),
            customer_since=cells.day(row, Field.CUSTOMER_SINCE),
            notes=cells.joined(row, Field.NOTES, "\n"),
            ideal_gap=ideal,
            longest_gap=longest,
        )
        return PersonRow(
            self._checked(party),
            cells.line(row, Field.KEY),
            cells.one(row, Field.STANDING, read_standing),
            cells.text(row, Field.REFERRED_BY),
            cells.line(row, Field.REFERRER_KEY),
        )

    def _checked(self, party: Party) -> Party:
        naming = (Field.NAME, Field.LAST_NAME, Field.FIRST_NAME, Field.COMPANY, Field.EMAIL)
        column = next((columns[0] for field in naming if (columns := self._cells.columns(field))), 0)
        return reading(column, partial(checked, party))

    def _contacts(self, row: Row) -> tuple[ContactPoint, ...]:
        """E-mails before phones, each value once, labelled by its heading, or by the cell before it where it has one.

        A value comes twice where two such cells label it otherwise.
        """
        found: dict[tuple[ContactKind, str, str], ContactPoint] = {}
        for field, kind in _CONTACTS:
            for column in self._cells.columns(field):
                said = self._labelling.get(column)
                label = self._labels[column] if said is None else " ".join(text_at(said, row).split())
                text_at(column, row)  # which refuses what cannot be kept
                for value in reading(column, partial(read_contacts, str(row[column]), kind)):
                    key = kind, value, "" if said is None else label
                    found.setdefault(key, ContactPoint(kind, value, label))
        return tuple(found.values())

    def _address(self, row: Row) -> str:
        """Street, `postal code city`, region and country, a line each."""
        cells = self._cells
        town = f"{cells.text(row, Field.POSTAL_CODE)} {cells.text(row, Field.CITY)}".strip()
        street = cells.joined(row, Field.ADDRESS, "\n")
        lines = (street, town, cells.text(row, Field.REGION), cells.text(row, Field.COUNTRY))
        return "\n".join(line for line in lines if line)
