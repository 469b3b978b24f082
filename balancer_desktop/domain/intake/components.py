"""A calendar file taken apart, so that each event can be read by itself and a broken one harms no other."""

from collections.abc import Iterable
from typing import NamedTuple

from balancer_desktop.domain.intake.lines import Line, logical_lines, plain_text

_ZONE = "VTIMEZONE"
_WANTED = frozenset({"VEVENT", "VTODO", _ZONE})


class Component(NamedTuple):
    """kind: VEVENT or VTODO. line: where it begins. lines: what is in it. ended: whether its end is in the file.

    cancelled: whether the calendar it is in says only what was called off.
    """

    kind: str
    line: int
    lines: tuple[str, ...]
    ended: bool = True
    cancelled: bool = False


class CalendarParts(NamedTuple):
    """is_calendar: whether the file is one at all. zones: the time zones it defines, by name, as text."""

    is_calendar: bool
    zones: dict[str, str]
    components: list[Component]


def parts_of(raw: bytes) -> CalendarParts:
    """Every event and task of a calendar file, those whose end or whose calendar's end is missing included."""
    return _Parting().over(logical_lines(raw))


class _Parting:
    """inner: the alarms and the like that the reader is within, inside a component."""

    def __init__(self) -> None:
        self._found = CalendarParts(is_calendar=False, zones={}, components=[])
        self._current: Component | None = None
        self._gathered: list[str] = []
        self._inner: list[str] = []
        self._cancels = False

    def over(self, lines: Iterable[Line]) -> CalendarParts:
        for line in lines:
            self._take(line.number, plain_text(line))
        self._finish(ended=False)
        return self._found

    def _take(self, number: int, text: str) -> None:
        mark, _, kind = text.partition(":")
        mark, kind = mark.strip().upper(), kind.strip().upper()
        if mark == "BEGIN":
            self._begin(kind, number, text)
        elif mark == "END":
            self._end(kind, text)
        elif mark == "METHOD" and not self._current:
            self._cancels = kind == "CANCEL"
        elif self._current and (not self._inner or self._current.kind == _ZONE):
            self._gathered.append(text)

    def _begin(self, kind: str, number: int, text: str) -> None:
        if kind == "VCALENDAR" or kind in _WANTED:
            self._finish(ended=False)
            self._found = self._found._replace(is_calendar=True)
            self._cancels = self._cancels and kind != "VCALENDAR"
            self._current = Component(kind, number, (), cancelled=self._cancels) if kind in _WANTED else None
        elif self._current:
            self._inner.append(kind)
            if self._current.kind == _ZONE:
                self._gathered.append(text)

    def _end(self, kind: str, text: str) -> None:
        if self._current and kind == self._current.kind:
            self._finish(ended=True)
        elif self._inner and self._inner[-1] == kind:
            self._inner.pop()
            if self._current and self._current.kind == _ZONE:
                self._gathered.append(text)
        elif kind == "VCALENDAR":
            self._finish(ended=False)

    def _finish(self, *, ended: bool) -> None:
        current = self._current
        if current and current.kind == _ZONE:
            name = next((text.partition(":")[2] for text in self._gathered if text.upper().startswith("TZID")), "")
            if ended:
                self._found.zones[name.strip()] = "\r\n".join(("BEGIN:VTIMEZONE", *self._gathered, "END:VTIMEZONE"))
        elif current:
            self._found.components.append(current._replace(lines=tuple(self._gathered), ended=ended))
        self._current, self._gathered, self._inner = None, [], []
