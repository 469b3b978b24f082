"""The owner's working week: on each weekday the spells in which somebody can be expected to answer.

As text it is `mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00`; days that are not named are free. A spell belongs to
the day on which it begins, though it ends after midnight: `fri 22:00-02:00`.
"""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from balancer_desktop.domain.errors import BadInput

DAY = 24 * 60
WEEK = 7 * DAY
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LIKE = "Write it like mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00."
_LIKE_DAY = "Write it like 08:00-12:00 13:00-17:00."
_TIME = r"(\d{1,2})(?:[:.h](\d{2}))?"
_SPELL = rf"{_TIME}\s*(?:-|–|—|to|until)\s*{_TIME}(?:\s*(?:,|and|&))?(?=\s|$|,)"
_FREE = {"", "-", "–", "—", "closed", "free", "off", "none"}

Spell = tuple[int, int]
"""Minutes after the midnight that the day begins with: from 0 to 1439, and later to by at most a day. One that ends at
midnight ends at 1440, one that ends after it beyond."""


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """days: the spells of Monday to Sunday, each day's in order and apart."""

    days: tuple[tuple[Spell, ...], ...]

    @property
    def minutes(self) -> int:
        """Working minutes of an ordinary week."""
        return sum(end - begin for spells in self.days for begin, end in spells)


DEFAULT_WEEK = WorkingWeek((((8 * 60, 17 * 60),),) * 5 + ((),) * 2)


def read_week(text: str) -> WorkingWeek:
    """BadInput for what is no working week, or has no working time."""
    days: dict[int, tuple[Spell, ...]] = {}
    for clause in filter(None, (part.strip() for part in re.split(r"[;\n]", text.casefold()))):
        names, times = _parted(clause)
        spells = read_spells(times)
        for day in _named(names):
            if day in days:
                raise BadInput(f"{DAYS[day]} is there twice.", "Name all spells of a day at once.")
            days[day] = spells
    return checked_week(WorkingWeek(tuple(days.get(day, ()) for day in range(7))))


def read_spells(text: str) -> tuple[Spell, ...]:
    """One day's: `08:00-12:00 13:00-17:00`, also `8-12, 13-17` and `8 to 12`; nothing for a free day.

    BadInput for what are no times, and for spells that overlap.
    """
    rest, spells = text.casefold().strip(), []
    while rest not in _FREE:
        found = re.match(_SPELL, rest)
        if found is None:
            raise BadInput(f"“{rest[:40]}” is no time from … to ….", _LIKE_DAY)
        begin, end = _minute(found[1], found[2]), _minute(found[3], found[4])
        if begin in (end, DAY):
            raise BadInput(f"“{found[0].strip()}” is no time at all.", "A whole day is 00:00-24:00.")
        spells.append((begin, end if end > begin else end + DAY))
        rest = rest[found.end() :].lstrip(" ,\t")
    spells.sort()
    for one, other in pairwise(spells):
        if other[0] < one[1]:
            raise BadInput(f"{_spell_text(one)} and {_spell_text(other)} overlap.", "Write them as one.")
    return _joined(spells)


def checked_week(week: WorkingWeek) -> WorkingWeek:
    """The week itself; BadInput for one without working time, and for a night that runs into the next day's work."""
    if not week.minutes:
        raise BadInput("A week without working hours leaves nobody to answer.", _LIKE)
    for day, spells in enumerate(week.days):
        after = week.days[(day + 1) % 7]
        if spells and after and spells[-1][1] - DAY > after[0][0]:
            night, morning = _spell_text(spells[-1]), _spell_text(after[0])
            raise BadInput(
                f"{DAYS[day]}'s {night} runs into {DAYS[(day + 1) % 7]}'s {morning}.", "Let one end before the other."
            )
    return week


def week_text(week: WorkingWeek) -> str:
    """As read_week reads it, equal days together: `mon-fri 08:00-17:00; sat 09:00-12:00`."""
    clauses = []
    for spells, run in groupby(range(7), lambda day: week.days[day]):
        if spells:
            named = [DAYS[day][:3].casefold() for day in run]
            clauses.append(f"{'-'.join(dict.fromkeys((named[0], named[-1])))} {spells_text(spells)}")
    return "; ".join(clauses)


def spells_text(spells: tuple[Spell, ...]) -> str:
    """One day's, as read_spells reads it; empty for a free day."""
    return " ".join(_spell_text(spell) for spell in spells)


def _parted(clause: str) -> tuple[str, str]:
    """The names of days, and the times."""
    names = re.match(r"\D*?(?=\d|closed|free|off|none|$)", clause)
    end = names.end() if names else 0
    return clause[:end].strip(" :,"), clause[end:]


def _named(names: str) -> list[int]:
    """`mon-fri`, `mon, wed`, `sat and sun`, `daily`."""
    if names in ("daily", "every day"):
        return list(range(7))
    joined = re.sub(r"\s*(?:-|–|—|\bto\b)\s*", "-", names)
    found = [part for part in re.split(r"[\s,+&]+", joined) if part != "and"]
    return [day for part in found for day in _run(*map(_day, part.split("-", 1)))]


def _run(first: int, last: int | None = None) -> list[int]:
    """`sat-mon` goes round the end of the week."""
    return [first] if last is None else [(first + more) % 7 for more in range((last - first) % 7 + 1)]


def _day(name: str) -> int:
    for number, day in enumerate(DAYS):
        if len(name) >= 2 and day.casefold().startswith(name.rstrip(".")):
            return number
    raise BadInput(f"“{name[:40]}” is not a day of the week.", _LIKE)


def _minute(hours: str, minutes: str | None) -> int:
    minute = int(hours) * 60 + int(minutes or 0)
    if int(minutes or 0) > 59 or minute > DAY:
        raise BadInput(f"“{hours}:{minutes or '00'}” is not a time of day.", "Times go from 00:00 to 24:00.")
    return minute


def _joined(spells: list[Spell]) -> tuple[Spell, ...]:
    """Those that touch become one."""
    joined: list[Spell] = []
    for begin, end in spells:
        if joined and joined[-1][1] == begin:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return tuple(joined)


def _spell_text(spell: Spell) -> str:
    return "-".join(_clock(minute) for minute in (spell[0], spell[1] if spell[1] <= DAY else spell[1] - DAY))


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
