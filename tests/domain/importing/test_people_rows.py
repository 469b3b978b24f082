"""A row of a people file becomes a party, or names the column that is wrong."""

import pytest

from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.mapping import propose
from balancer_desktop.domain.importing.people_rows import PeopleColumns, PersonRow
from balancer_desktop.domain.party import PartyKind
from balancer_desktop.domain.standing import Standing


def read(headings: str, *cells: str) -> PersonRow:
    """The person of one row under headings parted by commas."""
    row: Row = list(cells)
    names = headings.split(",")
    return PeopleColumns(propose(names, [row], Kind.PEOPLE), names).read(row)


def test_split_names_and_a_company_beside_them() -> None:
    person = read("CustomerId,FirstName,LastName,Company", "7", " Luís ", "Gonçalves", "Embraer S.A.").party
    assert (person.name, person.company, person.kind) == ("Luís Gonçalves", "Embraer S.A.", PartyKind.PERSON)


def test_a_row_with_only_a_company_is_a_business() -> None:
    person = read("FirstName,LastName,Company", "", "", "Acme").party
    assert (person.name, person.company, person.kind) == ("Acme", "", PartyKind.BUSINESS)


def test_a_row_with_only_an_email_is_called_by_it() -> None:
    assert read("Name,Email", "", "ann@x.example").party.name == "ann@x.example"


def test_contacts_labelled_once_each_and_split() -> None:
    person = read(
        "Name,Phone,Fax,phone_home,Email,email_work",
        "Ann", "+49 1 ::: +49 2", "+49 1", "n/a", "a@x.example; b@x.example", "a@x.example",
    ).party  # fmt: skip
    assert [(c.value, c.label) for c in person.contacts] == [
        ("a@x.example", ""), ("b@x.example", ""), ("+49 1", ""), ("+49 2", ""),
    ]  # fmt: skip


def test_address_tags_standing_and_since() -> None:
    found = read(
        "Name,Address,City,State,Country,PostalCode,Tags,Status,Customer since,Notes",
        "Ann", "Rue 1", "Lyon", "", "France", "69001", "a, b;a | c", "Lead", "4.3.2021", "said hello",
    )  # fmt: skip
    assert found.party.address == "Rue 1\n69001 Lyon\nFrance"
    assert found.party.tags == ("a", "b", "c")
    assert found.standing is Standing.PROSPECT
    assert str(found.party.customer_since) == "2021-03-04"
    assert found.party.notes == "said hello"


@pytest.mark.parametrize(
    ("headings", "cells", "column", "words"),
    [
        ("Name,Phone", ["", ""], 0, "name is missing"),
        ("Name,Phone", ["x" * 501, ""], 0, "501 characters"),
        ("Name,Notes", ["Ann", "a\0b"], 1, "NUL"),
        ("Name,Notes", ["Ann", "x" * 1_000_001], 1, "1,000,001 characters"),
        ("Name,Email", ["Ann", "nobody"], 1, "not an e-mail"),
        ("Name,Email", ["Ann", "a b@x"], 1, "not an e-mail"),
        ("Name,Phone", ["Ann", "call her"], 1, "not a phone"),
        ("Name,Standing", ["Ann", "warm"], 1, "not a standing"),
        ("Name,Since", ["Ann", "31.2.2020"], 1, "calendar"),
    ],
)
def test_a_wrong_cell_names_its_column(headings: str, cells: list[str], column: int, words: str) -> None:
    with pytest.raises(WrongCell, match=words) as caught:
        read(headings, *cells)
    assert caught.value.column == column
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["عمر", "👩‍🔧 Ann", "=SUM(A1)", "@x", "-5", "O'Brien %_\"", "Ann\u202e"])
def test_any_text_is_a_name_and_stays_as_it_was(name: str) -> None:
    assert read("Name,Phone", name, "").party.name == name
