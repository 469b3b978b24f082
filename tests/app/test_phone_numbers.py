"""Phone numbers are matched however they are written, as the book's country dials them."""

import random
from datetime import date

import pytest

from balancer_desktop.app import people, phone_numbers
from balancer_desktop.app.book import Book
from balancer_desktop.app.names import KnownNames
from balancer_desktop.app.phone_numbers import checked_region, fitting_region, is_same, region_of
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.domain.quick_entry.names import KnownParty, NameIndex
from balancer_desktop.domain.standing import Standing


@pytest.mark.parametrize(
    ("region", "one", "other"),
    [
        ("DE", "+49 (0)30 1234567", "030 1234567"),
        ("DE", "0049 30 1234567", "030/123 45 67"),
        ("DE", "030 1234567 ext. 12", "+49 30 1234567"),
        ("DE", "1234567", "+49 30 1234567"),
        ("US", "0049 30 1234567", "+4930 1234567"),
        ("US", "011 49 30 1234567", "+4930 1234567"),
        ("US", "1-800-FLOWERS", "+1 800 356 9377"),
        ("US", "(212) 555-0101", "555-0101"),
        ("US", "tel:+1-418-656-9254;ext=102", "418.656.9254 x102"),
        ("US", "030 1234567", "+49 30 1234567"),  # no number of that country: by its digits
        ("GB", "020 7946 0018", "+44 20 7946 0018"),
        ("IT", "06 1234567", "+39 06 1234567"),
        ("IE", "087 555 0101", "00353 87 5550101"),
        ("ES", "612 34 56 78", "0034612345678"),
        ("FR", "06 12 34 56 78", "+33 6 12 34 56 78"),
        ("RU", "8 (495) 123-45-67", "+7 495 1234567"),
        ("", "030 1234567", "+49 (0)30 1234567"),
        ("DE", "12345", "12345"),
    ],
)
def test_one_number_however_written(region: str, one: str, other: str) -> None:
    assert is_same(one, other, region)
    assert is_same(other, one, region)


@pytest.mark.parametrize(
    ("region", "one", "other"),
    [
        ("US", "418-656-9254 x101", "418.656.9254 x102"),
        ("US", "212 555 0101", "+44 20 5555 0101"),
        ("US", "212 555 0101", "646 555 0101"),
        ("DE", "0171 1234567", "0170 1234567"),
        ("DE", "34567", "+49 30 1234567"),
        ("", "", "+49 30 1234567"),
    ],
)
def test_two_numbers(region: str, one: str, other: str) -> None:
    assert not is_same(one, other, region)


def test_the_region_is_the_one_that_the_numbers_fit() -> None:
    assert fitting_region(["+43 1 5550101", "030 12345678", "0171 1234567"], "DE") == "DE"
    assert fitting_region(["+353 87 5550101", "087 555 0102"], "US") == "IE"
    assert fitting_region([], "US") == "US"
    assert fitting_region(["555-0101"]) == ""


def test_what_is_set_for_the_book_wins(book: Book) -> None:
    people.add(book, Party("Ann", contacts=(ContactPoint(ContactKind.PHONE, "+353 87 5550101"),)))
    assert region_of(book) == "IE"
    with book.change("Set the region"):
        book.settings.set(phone_numbers.SETTING, checked_region(" gb "))
    assert region_of(book, "DE") == "GB"
    with pytest.raises(BadInput):
        checked_region("Ireland")


def test_quick_entry_follows_a_new_region(book: Book) -> None:
    known = KnownNames(book, "IE")
    ann = people.add(book, Party("Ann", contacts=(ContactPoint(ContactKind.PHONE, "(087) 555 01 01"),)))
    assert [match.party.id for match in known.index().with_phone("+353 87 5550101")] == [ann]
    with book.change("Set the region"):
        book.settings.set(phone_numbers.SETTING, "US")
    assert known.index().with_phone("00353 87 5550101 ext. 4") != ()  # still by its digits
    known.close()


def test_a_hundred_thousand_numbers_are_not_read_for_one(today: date) -> None:
    dice = random.Random(4)
    known = [
        KnownParty(id_, f"P {id_}", Standing.CURRENT, (f"0{dice.randint(10**8, 10**10)}",)) for id_ in range(100_000)
    ]
    index = NameIndex.of(known, lambda one, other: is_same(one, other, "DE"))
    phone_numbers._read.cache_clear()
    digits = known[77].phones[0]
    assert 77 in [match.party.id for match in index.with_phone(f"+49 {digits[1:5]} {digits[5:]}")]
    assert phone_numbers._read.cache_info().misses < 50
