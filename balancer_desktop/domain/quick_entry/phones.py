"""Phone numbers: finding one among the words, and finding who has it."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from balancer_desktop.domain.party import phone_digits

_PIECE = re.compile(r"\+?[0-9()/.\-–]*[0-9][0-9()/.\-–]*")
_SHORTEST, _LONGEST = 6, 15
_KEY = 7
"""How many last digits two numbers must share; what precedes them may be left out."""
_NEAR = 5
"""How many last digits make two numbers worth comparing: fewer than any country's numbers have."""

Same = Callable[[str, str], bool]
"""Whether two numbers, as written, are one."""

_EXTENSION = re.compile(
    r"(?:;ext=|\b(?:extension|extn|ext|durchwahl|nebenstelle|dw|poste|anexo|int)\b[.:]*|(?<=[\d\s)])x|#)\s*(\d{1,7})\s*$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[+0-9 ()/.-]*")
_NO_DIGITS = re.compile(r"[^0-9]+")
_LETTERED = re.compile(r"(?:tel:)?[+\d\s().-]*\d[\s.-]*(?=(?:.*[A-Z]){3})[A-Z][A-Z\d-]*")
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def phone_at(keys: Sequence[str]) -> int:
    """How many tokens the phone number takes that the tokens begin with; 0 when they begin with none."""
    pieces: list[str] = []
    for key in keys:
        complete = bool(pieces) and len(phone_digits(pieces[0])) >= _KEY and len(phone_digits(key)) <= 2
        if complete or not _PIECE.fullmatch(key.replace("\u00a0", "").replace(" ", "")):
            break
        pieces.append(key)
    while pieces and len(phone_digits("".join(pieces))) > _LONGEST:
        pieces.pop()
    return len(pieces) if len(phone_digits("".join(pieces))) >= _SHORTEST else 0


def same_number(one: str, other: str) -> bool:
    """Whether two numbers, as digits, are the same but for a country's or area's prefix that one leaves out."""
    shorter, longer = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    return shorter == longer or (len(shorter) >= _KEY and longer.endswith(shorter))


class Split(NamedTuple):
    """The number itself and its extension, as digits; the extension is empty where none is written."""

    digits: str
    extension: str


def split(number: str) -> Split:
    """`+49 (0)30 1234567 ext. 12` → 490301234567 and 12; letters of 1-800-FLOWERS are the keys they stand on."""
    if _PLAIN.fullmatch(number):
        return Split(_NO_DIGITS.sub("", number), "")
    found = _EXTENSION.search(number)
    if found:
        number = number[: found.start()]
    if _LETTERED.fullmatch(number.strip()):
        number = number.translate(_KEYPAD)
    return Split(phone_digits(number), found[1] if found else "")


def same_as_written(one: str, other: str) -> bool:
    """same_number for numbers as they are written; two extensions of one number are two numbers."""
    mine, theirs = split(one), split(other)
    if mine.extension and theirs.extension and mine.extension != theirs.extension:
        return False
    return same_number(mine.digits, theirs.digits)


class PhoneIndex:
    """Who has which numbers: found by their last digits, then compared in full.

    same: how two numbers are compared; by their digits alone where nothing better is given.
    """

    def __init__(self, phones: Iterable[tuple[int, Sequence[str]]], same: Same = same_as_written) -> None:
        self._same = same
        self._owners: dict[str, dict[str, list[int]]] = {}
        for party_id, numbers in phones:
            self.add(party_id, numbers)

    def add(self, party_id: int, numbers: Sequence[str]) -> None:
        for number in numbers:
            near = _near(number)
            if near:
                self._owners.setdefault(near, {}).setdefault(number, []).append(party_id)

    def remove(self, party_id: int, numbers: Sequence[str]) -> None:
        for number in numbers:
            near = _near(number)
            if near:
                self._owners[near][number].remove(party_id)

    def owners(self, number: str) -> list[int]:
        """The ids of those who have the number, each once, in order of id."""
        near = self._owners.get(_near(number), {})
        return sorted(
            {owner for known, owners in near.items() if owners and self._same(number, known) for owner in owners}
        )


def _near(number: str) -> str:
    """The last digits of the number itself."""
    digits = _NO_DIGITS.sub("", number) if _PLAIN.fullmatch(number) else split(number).digits
    return digits[-_NEAR:]
