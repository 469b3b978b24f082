"""Column headings made comparable: `CustomerId`, `customer_id` and `Customer-ID` are one heading."""

import re
from collections.abc import Sequence
from hashlib import blake2b

from balancer_desktop.domain.party import folded

_HUMP = re.compile(r"(?<=[a-zß-ÿ0-9])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
_NO_WORD = re.compile(r"[\W_]+")


def normalised(heading: str) -> str:
    """Lower-case words without accents, joined by single spaces: `Prénom du Client` → `prenom du client`."""
    apart = _HUMP.sub(" ", heading[:200])
    return _NO_WORD.sub(" ", folded(apart)).strip()


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as text, parted by spaces."""
    return frozenset(text.split())


def phrases(text: str) -> list[str]:
    """The phrases of a list written as text, parted by bars or line ends."""
    return [phrase for phrase in re.split(r"[|\n]+", text.strip()) if phrase]


def fingerprint(headings: Sequence[str]) -> str:
    """16 hex digits that stay the same as long as the headings do, for remembering a mapping."""
    text = "\n".join(normalised(heading) for heading in headings)
    return blake2b(text.encode(), digest_size=8).hexdigest()
