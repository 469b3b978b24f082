"""What was bought while an opportunity stood open, so that the owner can be asked whether that was what it became.

Who was no customer when it was opened is asked about with whatever they buy first. A customer's daily business is not
the growth that was offered: only a sale that is like it, by its size or by a word, is worth the question.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby, islice

from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import folded

_WORD = re.compile(r"\w{4,}")
Declined = frozenset[tuple[int, int]]
"""(opportunity, sale): the owner said that this is not what became of it."""


@dataclass(frozen=True, slots=True)
class Bought:
    """An open opportunity and one sale to its party since, which came of no opportunity so far.

    value: minor units, 0 when not known. customer: whether they were a current customer when it was opened.
    """

    opportunity_id: int
    title: str
    value: int
    customer: bool
    sale: Sale


def to_ask(found: Iterable[Bought], declined: Collection[tuple[int, int]]) -> list[Bought]:
    """For each opportunity the earliest sale to ask about; found: by opportunity, then by day of sale.

    What was declined is not asked again; after it, a newcomer is like a customer.
    """
    asked: list[Bought] = []
    for _, sales in groupby(found, lambda one: one.opportunity_id):
        fitting = (one for place, one in enumerate(sales) if is_like(one) or not (place or one.customer))
        asked += islice((one for one in fitting if (one.opportunity_id, one.sale.id) not in declined), 1)
    return asked


def is_like(one: Bought) -> bool:
    """A sale of half the value or more, or with a word of the title in its memo (“gutter” is one of “Gutters”)."""
    if one.value and 2 * one.sale.amount >= one.value:
        return True
    said, title = _words(one.sale.memo), _words(one.title)
    return any(word.startswith(other) or other.startswith(word) for word in said for other in title)


def declined_text(declined: Iterable[tuple[int, int]]) -> str:
    """As the book holds it: `17:230 18:231`."""
    return " ".join(f"{opportunity}:{sale}" for opportunity, sale in sorted(declined))


def read_declined(text: str) -> Declined:
    pairs = (pair.split(":") for pair in text.split())
    return frozenset((int(opportunity), int(sale)) for opportunity, sale in pairs)


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
