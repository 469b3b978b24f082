"""Who is who: numbers, contacts and names decide together, and doubts are asked about."""

import pytest

from balancer_desktop.domain.errors import NeedsChoice
from balancer_desktop.domain.importing.directory import Directory
from balancer_desktop.domain.importing.drafts import PersonDraft
from balancer_desktop.domain.importing.known import HeldKeys, Known, KnownParty, compared, known_party
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party


def party(name: str, *emails: str, phone: str = "") -> Party:
    contacts = [ContactPoint(ContactKind.EMAIL, email) for email in emails]
    if phone:
        contacts.append(ContactPoint(ContactKind.PHONE, phone))
    return Party(name, contacts=tuple(contacts))


def directory(*people: KnownParty, **numbers: int) -> Directory:
    """A directory of a book whose people have these numbers in a column called `customer id`."""
    keys = {f"people\tcustomer id\t{n[1:]}\tv": ref for n, ref in numbers.items()}
    return Directory(Known(HeldKeys(keys), people))


def same_person(found: Directory, row: Party, column: str = "", number: str = "") -> int | None:
    return found.same_person(row, compared(row, 0), column, number)


@pytest.mark.parametrize(
    ("row", "same"),
    [
        (party("ANN LEE"), 1),
        (party("Ann Léé"), 1),
        (party("Lee, Ann"), 1),
        (party("Ann Lee", "ann@x.example"), 1),
        (party("A. Lee", "ann@x.example"), None),
        (party("Lee", "ann@x.example"), 1),
        (party("Bob Lee", "ann@x.example"), None),
        (party("Ann Lee", "other@x.example"), None),
        (party("Ann Lee", phone="0049 30 1234567"), 1),
        (party("Ann Lee", "other@x.example", phone="+49 30 1234567"), 1),
        (party("Ann Lee", "other@x.example", phone="030 1234567 ext. 12"), 1),
        (party("Bob Ray"), None),
    ],
)
def test_contact_and_name_together_make_the_same_person(row: Party, same: int | None) -> None:
    book = known_party(1, "Ann Lee", ["Ann@X.example"], ["(030) 1234567"])
    assert same_person(directory(book), row) == same


def test_two_of_a_name_are_asked_about_unless_a_contact_decides() -> None:
    found = directory(known_party(1, "Ann Lee", ["a@x.example"]), known_party(2, "Ann Lee", ["b@x.example"]))
    with pytest.raises(NeedsChoice, match="fits 2 people"):
        same_person(found, party("Ann Lee"))
    assert same_person(found, party("Ann Lee", "b@x.example")) == 2
    with pytest.raises(NeedsChoice, match="2 people are called"):
        found.by_name("Ann Lee")
    assert found.by_name("Ann Lee", "B@x.example") == 2


def test_a_number_holds_through_an_edited_name_but_not_for_another_name() -> None:
    found = directory(known_party(1, "Acme"), n7=1)
    assert same_person(found, party("Acme Ltd"), "customer id", "7") == 1
    assert same_person(found, party("Bob Ray"), "customer id", "7") is None


def test_another_number_of_the_same_column_is_another_person() -> None:
    found = directory(known_party(1, "Ann Lee", ["a@x.example"]), n7=1)
    assert same_person(found, party("Ann Lee"), "customer id", "8") is None
    assert same_person(found, party("Ann Lee", "a@x.example"), "customer id", "8") == 1


def test_rows_numbered_apart_are_never_one_person() -> None:
    found = directory(known_party(1, "Ann Lee"))
    assert same_person(found, party("Ann Lee"), "id", "1") == 1
    found.claim(1, "1")
    assert same_person(found, party("Ann Lee"), "id", "2") is None


def test_a_number_in_the_chosen_files_goes_before_the_book() -> None:
    found = directory(known_party(1, "Ann"), n7=1)
    assert found.by_number("7", "customer id") == 1
    assert found.by_number("7", "client no") == 1
    ref = found.add(PersonDraft(party("Bob"), "k"), "7")
    assert (ref, found.by_number("7", "customer id")) == (-1, -1)
    assert found.by_number("8", "customer id") is None
