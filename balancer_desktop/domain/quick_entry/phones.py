"""Phone numbers: finding one among the words, and finding who has it."""

import re
from collections.abc import Iterable, Sequence

from balancer_desktop.domain.party import phone_digits

_PIECE = re.compile(r"\+?[0-9()/.\-–]*[0-9][0-9()/.\-–]*")
_SHORTEST, _LONGEST = 6, 15
_KEY = 7
"""How many last digits two numbers must share; what precedes them may be left out."""


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


class PhoneIndex:
    """Who has which numbers, by their last digits."""

    def __init__(self, phones: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._owners: dict[str, list[tuple[str, int]]] = {}
        for party_id, numbers in phones:
            self.add(party_id, numbers)

    def add(self, party_id: int, numbers: Sequence[str]) -> None:
        for number in numbers:
            digits = phone_digits(number)
            if digits:
                self._owners.setdefault(digits[-_KEY:], []).append((digits, party_id))

    def remove(self, party_id: int, numbers: Sequence[str]) -> None:
        for number in numbers:
            digits = phone_digits(number)
            if digits:
                self._owners[digits[-_KEY:]].remove((digits, party_id))

    def owners(self, number: str) -> list[int]:
        """The ids of those who have the number, each once, in order of id."""
        digits = phone_digits(number)
        near = self._owners.get(digits[-_KEY:], ())
        return sorted({party_id for known, party_id in near if same_number(digits, known)})
