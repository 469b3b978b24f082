"""Phone numbers compared as the world's telephone networks have them, by phonenumbers.

Only numbers that end alike are ever compared (domain.quick_entry.phones), and the library is loaded with the first of
them: among a hundred thousand people a look-up reads a handful of numbers, and a start reads none.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from balancer_desktop.app.book import Book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.phones import same_as_written, same_number, split

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

SETTING = "phone_region"
"""The country whose numbers are written without their code, as `IE`; the book's numbers tell where it is not set."""
_LOOKED_AT = 60


class PhoneRegion:
    """Compares numbers as a book means them; which country that is, it finds out at the first number."""

    def __init__(self, book: Book, otherwise: str = "") -> None:
        """otherwise: the region of the owner's locale."""
        self._book, self._otherwise = book, otherwise
        self._region: str | None = None

    def same(self, one: str, other: str) -> bool:
        if self._region is None:
            self._region = region_of(self._book, self._otherwise)
        return is_same(one, other, self._region)


def region_of(book: Book, otherwise: str = "") -> str:
    """The region set for the book; else the one its numbers fit best, with the owner's own first; else none, empty."""
    return book.settings.get(SETTING) or fitting_region(book.people.some_phones(_LOOKED_AT), otherwise)


def fitting_region(numbers: Iterable[str], otherwise: str = "") -> str:
    """The region in which most numbers without a country's code exist: `otherwise`, or one whose code others have."""
    from phonenumbers import is_valid_number, region_code_for_number

    national, regions = [], Counter[str]({otherwise: 1} if otherwise else {})
    for number in numbers:
        read = _read(number, "")
        if read is None:
            national.append(number)
        elif region := region_code_for_number(read):
            regions[region] += 1
    likely = sorted(regions, key=lambda region: (region != otherwise, -regions[region], region))[:3]

    def fit(region: str) -> int:
        found = (_read(number, region) for number in national)
        return sum(read is not None and is_valid_number(read) for read in found)

    return max(likely, key=fit, default="")


def checked_region(text: str) -> str:
    """A region's code in capitals, or nothing; BadInput for what is none."""
    from phonenumbers import SUPPORTED_REGIONS

    region = text.strip().upper()
    if region and region not in SUPPORTED_REGIONS:
        raise BadInput(f"“{text.strip()[:40]}” is not a country's code.", "Give its two letters, such as IE or US.")
    return region


def is_same(one: str, other: str, region: str) -> bool:
    """Whether two numbers, as written, are one to somebody who dials in the region (empty: not known which).

    A number that leaves its extension out is that of everybody behind it; one that leaves its area out must share its
    last seven digits with the other. One that cannot be a number of the region is compared by its digits.
    """
    from phonenumbers import MatchType, is_number_match

    mine, theirs = _read(one, region), _read(other, region)
    if mine is None or theirs is None:
        return same_as_written(one, other) or same_as_written(_digits(one, mine), _digits(other, theirs))
    match is_number_match(mine, theirs):
        case MatchType.EXACT_MATCH | MatchType.NSN_MATCH:
            return True
        case MatchType.SHORT_NSN_MATCH:  # a suffix, of any length
            return same_number(str(mine.national_number), str(theirs.national_number))
    return False


def _digits(number: str, read: "PhoneNumber | None") -> str:
    return number if read is None else f"{read.country_code}{read.national_number}"


@lru_cache(maxsize=4096)
def _read(number: str, region: str) -> "PhoneNumber | None":
    """The number as the region dials it; None for what is none, or has no country's code where no region is known."""
    from phonenumbers import NumberParseException, parse

    digits, extension = split(number)
    abroad = number.strip().removeprefix("tel:").startswith(("+", "00"))
    try:
        read = parse(f"+{digits.removeprefix('00')}" if abroad else digits, region or None)
    except NumberParseException:
        return None
    if not (abroad or _exists(read)):
        return None
    if extension:
        read.extension = extension
    return read


def _exists(read: "PhoneNumber") -> bool:
    """Whether the region has such a number, its area left out or not."""
    from phonenumbers import ValidationResult, is_possible_number_with_reason, is_valid_number

    local = is_possible_number_with_reason(read) == ValidationResult.IS_POSSIBLE_LOCAL_ONLY
    return local or is_valid_number(read)
