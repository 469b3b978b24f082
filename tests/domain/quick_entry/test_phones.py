"""Numbers are split into digits and extension, and found by how they end."""

import pytest

from balancer_desktop.domain.quick_entry.phones import PhoneIndex, same_as_written, split


@pytest.mark.parametrize(
    ("number", "digits", "extension"),
    [
        ("+49 (0)30 1234567", "490301234567", ""),
        ("030 1234567 ext. 12", "0301234567", "12"),
        ("tel:+1-418-656-9254;ext=102", "14186569254", "102"),
        ("418.656.9254 x102", "4186569254", "102"),
        ("418 656 9254#7", "4186569254", "7"),
        ("030 1234567 Durchwahl 12", "0301234567", "12"),
        ("1-800-FLOWERS", "18003569377", ""),
        ("0171 1234567 (mobile)", "01711234567", ""),
        ("fax 030 1234567", "0301234567", ""),
        ("", "", ""),
        ("withheld", "", ""),
    ],
)
def test_split(number: str, digits: str, extension: str) -> None:
    assert split(number) == (digits, extension)


def test_two_extensions_of_one_number_are_two_numbers() -> None:
    assert not same_as_written("030 1234567 ext. 12", "030 1234567 ext. 13")
    assert same_as_written("030 1234567 ext. 12", "+49 30 1234567")


def test_only_numbers_that_end_alike_are_compared() -> None:
    compared = []

    def same(one: str, other: str) -> bool:
        compared.append((one, other))
        return True

    index = PhoneIndex([(1, ["555-0101"]), (2, ["555-0102", "x"]), (3, ["00 1 555 01 01 ext. 9"])], same)
    assert index.owners("(555) 0101") == [1, 3]
    assert compared == [("(555) 0101", "555-0101"), ("(555) 0101", "00 1 555 01 01 ext. 9")]
    index.remove(1, ["555-0101"])
    assert index.owners("555 0101") == [3]
    assert index.owners("none") == []
