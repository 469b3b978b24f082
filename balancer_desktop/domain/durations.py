"""A time worked, as typed into its own field: `2h`, `1:30`, `1.5`, `90`."""

import re

from balancer_desktop.domain.entries import LONGEST_DAY
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.durations import duration_at

LARGEST_BARE_HOURS = 8


def read_minutes(text: str) -> int:
    """Whole minutes, 1 to 1,440; BadInput otherwise.

    A bare number up to 8, or one with a fraction, is hours (`2`, `1.5`); a larger one is minutes (`90`).
    """
    words = text.casefold().split()
    minutes = _bare(words[0]) if len(words) == 1 else None
    if minutes is None:
        minutes = _spoken(words)
    if minutes is None:
        raise BadInput(f"“{text.strip()[:40]}” is not a time worked.", "Write it like 2h, 1:30 or 90.")
    if not 0 < minutes <= LONGEST_DAY:
        raise BadInput("That cannot be worked in one day.", "Give between 1 minute and 24 hours.")
    return minutes


def _bare(word: str) -> int | None:
    if re.fullmatch(r"[0-9]{1,4}", word):
        return int(word) * (60 if int(word) <= LARGEST_BARE_HOURS else 1)
    fraction = re.fullmatch(r"[0-9]{0,2}[.,][0-9]{1,2}|[0-9]{0,2}[½¼¾⅓⅔]", word)
    return _spoken([f"0{word}h" if word[0] in ".," else f"{word}h"]) if fraction else None


def _spoken(words: list[str]) -> int | None:
    """Joined first, for `2 h 30`; then word by word, for `2 hours 30 min`."""
    for tokens in (["".join(words)], words):
        found = duration_at(tokens)
        if found and found.length == len(tokens):
            return found.minutes
    return None
