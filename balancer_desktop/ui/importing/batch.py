"""The files of one import as they are read so far: what was detected, and what the owner has corrected. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from balancer_desktop.app.importing.readings import Reading
from balancer_desktop.app.importing.sheets import Choices, Sheet
from balancer_desktop.app.importing.workbench import STEP, Progress
from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.header_row import LOOKED_AT
from balancer_desktop.domain.importing.mapping import Mapping

SHOWN = 50
"""Rows of a sheet that are shown as they stand in the file."""

Place = tuple[Path, str]
"""A file and the name of its sheet; the name is empty for a text file."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the owner says about dates and numbers; None: as detected."""

    date_order: DateOrder | None = None
    decimal: str | None = None
    hours: bool | None = None

    def of(self, reading: Reading) -> Reading:
        """The reading as the owner wants it, without the assumptions that are thereby settled."""
        mapping = reading.mapping
        settled = [sentence for sentence, said in self._settled() if said is not None]
        mapping = replace(
            mapping,
            date_order=mapping.date_order if self.date_order is None else self.date_order,
            decimal=mapping.decimal if self.decimal is None else self.decimal,
            hours=mapping.hours if self.hours is None else self.hours,
        )
        open_ = tuple(text for text in reading.assumed if not text.startswith(tuple(settled)))
        return replace(reading, mapping=mapping, assumed=open_)

    def _settled(self) -> Iterable[tuple[str, object]]:
        """How the sentence on each begins, in readings.with_formats."""
        return (
            ("The dates fit", self.date_order),
            ("No amount shows", self.decimal),
            ("The time worked is taken", self.hours),
        )


@dataclass(frozen=True, slots=True)
class Look:
    """What a sheet looks like: its first lines, any of which may hold the headings; its first rows; how many."""

    lines: tuple[tuple[int, str], ...]
    rows: tuple[tuple[int, Row], ...]
    count: int


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """included: it comes in. by_hand: the owner has chosen its kind or columns, and detection leaves them alone."""

    reading: Reading
    look: Look
    choices: Choices = field(default_factory=Choices)
    corrections: Corrections = field(default_factory=Corrections)
    included: bool = True
    by_hand: bool = False

    @property
    def place(self) -> Place:
        return self.reading.sheet.path, self.reading.sheet.name

    @property
    def mapping(self) -> Mapping:
        return self.reading.mapping

    def read(self, reading: Reading) -> "OpenSheet":
        """The sheet read another way, less what the owner has corrected."""
        return replace(self, reading=self.corrections.of(reading))


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be read."""

    path: Path
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Files chosen together, in the order they were chosen."""

    sheets: tuple[OpenSheet, ...] = ()
    broken: tuple[Broken, ...] = ()

    @property
    def included(self) -> list[OpenSheet]:
        return [sheet for sheet in self.sheets if sheet.included]

    @property
    def ready(self) -> bool:
        """There is something to bring in, and every column that is needed is known."""
        return not self.obstacle

    @property
    def obstacle(self) -> str:
        """Why it cannot come in yet, and what to do; empty when it can."""
        incomplete = [sheet.reading.sheet.label for sheet in self.included if sheet.reading.missing]
        if incomplete:
            return f"{incomplete[0]} is incomplete: choose its columns, or unmark it to leave it out."
        return "" if self.included else "Nothing is marked: mark a sheet, or add another file."

    def at(self, place: Place) -> OpenSheet | None:
        return next((sheet for sheet in self.sheets if sheet.place == place), None)

    def with_sheet(self, place: Place, change: Callable[[OpenSheet], OpenSheet]) -> "Batch":
        """One sheet changed; the same batch when it is gone."""
        sheets = tuple(change(sheet) if sheet.place == place else sheet for sheet in self.sheets)
        return replace(self, sheets=sheets)

    def without(self, paths: Iterable[Path]) -> "Batch":
        gone = set(paths)
        return Batch(
            tuple(sheet for sheet in self.sheets if sheet.place[0] not in gone),
            tuple(broken for broken in self.broken if broken.path not in gone),
        )


def look_at(sheet: Sheet, progress: Progress) -> Look:
    """One pass over the whole file, so that one broken further down is known at once; BadInput when it is."""
    lines = [(line, _line(row)) for line, row in islice(sheet.records(), LOOKED_AT) if any(row)]
    rows: list[tuple[int, Row]] = []
    count = 0
    for count, (line, row) in enumerate(watched(sheet, progress).rows(), start=1):
        if count <= SHOWN:
            rows.append((line, row))
    return Look(tuple(lines), tuple(rows), count)


def watched(sheet: Sheet, progress: Progress) -> Sheet:
    """The sheet, telling how far it is read; Refused when progress returns False."""

    def records() -> Iterable[tuple[int, Row]]:
        for count, record in enumerate(sheet.records(), start=1):
            if count % STEP == 0 and not progress(count):
                raise Refused("The reading was stopped.", "Nothing was changed.")
            yield record

    return replace(sheet, records=lambda: iter(records()))


def broken(path: Path, why: BadInput) -> Broken:
    return Broken(path, why.what, why.remedy)


def _line(row: Row) -> str:
    return " · ".join(text for cell in row if (text := str(cell).strip()))
