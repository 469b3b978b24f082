"""The response clock: how much of the owner's working time lies between two instants.

Working hours are what the clock on the wall shows; what passes within them is real time. A night shift on the day the
clocks go forward is an hour shorter, on the day they go back an hour longer. On a holiday no spell begins; one that
began the evening before goes on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from balancer_desktop.domain.inquiries.holidays import Holiday, free_days
from balancer_desktop.domain.inquiries.working_week import DAY
from balancer_desktop.domain.inquiries.working_weeks import WorkingWeeks

_MINUTE = timedelta(minutes=1)
_ZERO = datetime(1, 1, 1, tzinfo=UTC)
_FIRST, _LAST = 3, date.max.toordinal() - 3
_MARGIN = 31


class Clock:
    """Answers for the working weeks of a book in one zone, and remembers the spells of the days it was asked about."""

    def __init__(self, weeks: WorkingWeeks, holidays: tuple[Holiday, ...], zone: tzinfo) -> None:
        self._weeks = weeks
        self._zone = zone
        self._free = free_days(holidays)
        self._days = range(0)
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []

    def minutes(self, start: datetime, end: datetime) -> int:
        """Working minutes from one instant to another, both aware; 0 when the end comes first."""
        first, last = _minute(start), _minute(end)
        if last <= first:
            return 0
        self._reach(first // DAY - 1, last // DAY + 3)
        return self._worked(last) - self._worked(first)

    def due(self, start: datetime, minutes: int) -> datetime | None:
        """When so many working minutes (1 or more) will have passed, in universal time; None for never."""
        first = _minute(start)
        span = 14
        while self._weeks.latest.minutes and first // DAY + span < _LAST:
            self._reach(first // DAY - 1, first // DAY + span)
            wanted = self._worked(first) + minutes
            place = bisect_left(self._before, wanted) - 1
            if self._before and wanted <= self._before[-1] + self._ends[-1] - self._begins[-1]:
                return _instant(self._begins[place] + wanted - self._before[place])
            span *= 2
        return None

    def _worked(self, minute: int) -> int:
        """Working minutes from the first remembered day to a minute."""
        place = bisect_right(self._begins, minute) - 1
        if place < 0:
            return 0
        return self._before[place] + min(minute, self._ends[place]) - self._begins[place]

    def _reach(self, first: int, last: int) -> None:
        """Remember the spells of these days; each time as many more as are known, so that this is seldom done."""
        days = self._days
        if days and days.start <= first and last < days.stop:
            return
        if days:
            first = min(days.start, first - len(days)) if first < days.start else days.start
            last = max(days.stop, last + len(days)) if last >= days.stop else days.stop
        self._days = range(max(first - _MARGIN, _FIRST), min(last + _MARGIN, _LAST))
        self._begins.clear()
        self._ends.clear()
        self._before.clear()
        worked = 0
        for begin, end in _apart(_spells(self._weeks, self._free, self._zone, self._days)):
            self._begins.append(begin)
            self._ends.append(end)
            self._before.append(worked)
            worked += end - begin


def working_minutes(
    start: datetime, end: datetime, weeks: WorkingWeeks, holidays: tuple[Holiday, ...], zone: tzinfo
) -> int:
    """Clock.minutes for a single question."""
    return Clock(weeks, holidays, zone).minutes(start, end)


def _minute(instant: datetime) -> int:
    """Whole minutes since the first day of all, in universal time."""
    return (instant - _ZERO) // _MINUTE + DAY


def _instant(minute: int) -> datetime:
    return _ZERO + (minute - DAY) * _MINUTE


def _spells(weeks: WorkingWeeks, free: frozenset[int], zone: tzinfo, days: range) -> Iterator[tuple[int, int]]:
    """The working spells that begin on these days (ordinals), in minutes as _minute gives them."""
    for day, offset in zip(days, _steady(zone, days), strict=True):
        if day in free:
            continue
        for begin, end in weeks.on(date.fromordinal(day)).days[(day - 1) % 7]:
            before, after = (offset, offset) if offset is not None else (_offset(zone, day, t) for t in (begin, end))
            yield day * DAY + begin - before, day * DAY + end - after


def _steady(zone: tzinfo, days: range) -> Iterator[int | None]:
    """The offset of each day and the night after it; None where the clocks are changed in it.

    Asking the zone takes longer than all the rest: a week that begins and ends alike is not asked about its days. No
    zone changes its clocks there and back within nine days.
    """
    for first_day in range(days.start, days.stop, 7):
        week = range(first_day, min(first_day + 7, days.stop))
        offset = _offset(zone, first_day, 0)
        if offset == _offset(zone, week.stop + 1, 0):
            yield from (offset for _ in week)
        else:
            yield from (_unless_changed(zone, day) for day in week)


def _unless_changed(zone: tzinfo, day: int) -> int | None:
    offset = _offset(zone, day, 0)
    return offset if offset == _offset(zone, day + 2, 0) else None


def _offset(zone: tzinfo, day: int, minute: int) -> int:
    """Minutes ahead of universal time when the clock on the wall shows a minute of a day; the first of two such.

    A time that is skipped is taken as if the clocks had not been changed yet.
    """
    shown = datetime.fromordinal(day + minute // DAY).replace(hour=minute % DAY // 60, minute=minute % 60, tzinfo=zone)
    return (shown.utcoffset() or timedelta()) // _MINUTE


def _apart(spells: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spells that a change of clocks pushed into each other count once."""
    reached = 0
    for begin, end in spells:
        if end > max(begin, reached):
            yield max(begin, reached), end
            reached = end
