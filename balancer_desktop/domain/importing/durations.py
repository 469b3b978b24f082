"""Time worked, as minutes: `1:30`, `90`, `1.5 h`, `1h30`, `00:25:13`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from balancer_desktop.domain.entries import LONGEST_DAY
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell
from balancer_desktop.domain.importing.headings import normalised, word_set

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,9})?", re.ASCII)
_HOURS = r"(\d{1,3}(?:[.,]\d{1,9})?)\s*(?:h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas)\.?"
_MINUTES = r"(\d{1,4})\s*(?:m|min|mins|minute|minutes|minuten|minuto|minutos)?\.?"
_SPOKEN = re.compile(rf"(?:{_HOURS})?\s*(?:{_MINUTES})?", re.ASCII)
_HOUR_WORDS = word_set("h hr hrs hour hours std stunden arbeitsstunden heures horas decimal")
_MINUTE_WORDS = word_set("min mins minute minutes minuten minutos")


def read_minutes(cell: Cell, *, hours: bool) -> int:
    """Whole minutes, 1 to 1,440; a bare number is hours when `hours`. BadInput otherwise."""
    text = str(cell).strip()
    exact = _exact_minutes(text.casefold(), hours)
    if exact is None:
        raise BadInput(f"“{text[:40]}” is not a time worked.", "Write it like 1:30, 90 or 1.5 h.")
    minutes = int(exact + Fraction(1, 2))
    if minutes == 0 and exact > 0:
        minutes = 1
    if not 0 < minutes <= LONGEST_DAY:
        raise BadInput(f"“{text[:40]}” cannot be worked in one day.", "Give between 1 minute and 24 hours.")
    return minutes


@dataclass(frozen=True, slots=True)
class UnitFound:
    """Whether bare numbers of a column are hours; certain is False when neither heading nor a fraction says so."""

    hours: bool
    certain: bool


def detect_hours(heading: str, cells: Iterable[Cell]) -> UnitFound:
    """Whether a column's bare numbers are hours: the heading says, else a fraction does, else none is above 12."""
    words = set(normalised(heading).split())
    if words & _MINUTE_WORDS:
        return UnitFound(hours=False, certain=True)
    if words & _HOUR_WORDS:
        return UnitFound(hours=True, certain=True)
    numbers = [n.replace(",", ".") for n in (str(cell).strip() for cell in cells) if _NUMBER.fullmatch(n)]
    if any("." in n for n in numbers):
        return UnitFound(hours=True, certain=True)
    return UnitFound(hours=bool(numbers) and max(map(Decimal, numbers)) <= 12, certain=not numbers)


def _exact_minutes(text: str, hours: bool) -> Fraction | None:  # noqa: FBT001 - private
    if clock := _CLOCK.fullmatch(text):
        return Fraction(int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0), 60)
    if _NUMBER.fullmatch(text):
        return Fraction(text.replace(",", ".")) * (60 if hours else 1)
    spoken = _SPOKEN.fullmatch(text)
    if not spoken or not (spoken[1] or spoken[2]):
        return None
    return Fraction((spoken[1] or "0").replace(",", ".")) * 60 + int(spoken[2] or 0)
