"""What the owner can do to a batch before it comes in. Each returns another batch; BadInput leaves the old one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.plan import plan
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.app.importing.readings import Reading, with_field, with_formats, with_kind
from balancer_desktop.app.importing.run import known, understand
from balancer_desktop.app.importing.sheets import Choices, NoRows, Sheet, open_sheets
from balancer_desktop.app.importing.workbench import Progress
from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.money import Currency
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.importing.batch import (
    Batch,
    Broken,
    Corrections,
    Look,
    OpenSheet,
    Place,
    broken,
    look_at,
    watched,
)

PREVIEWED = 1_000


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything here may take long: it runs on the worker, and tells how many rows it has read."""

    book: Book
    unit: Currency
    conventions: Conventions

    def add(self, batch: Batch, progress: Progress, *, files: Sequence[Path]) -> Batch:
        """More files; one that was chosen before is read afresh, and one that cannot be read says why.

        One without rows says so only where no other has some: an export has a file for every table.
        """
        kept, wrong, empty = batch.without(files), [], []
        found: list[tuple[Sheet, Look]] = []
        for file in dict.fromkeys(files):
            try:
                found += [(sheet, look_at(sheet, progress)) for sheet in open_sheets(file)]
            except NoRows as why:
                empty.append(broken(file, why))
            except BadInput as why:
                wrong.append(broken(file, why))
        if not found:
            wrong += empty
        return self._joined(kept, found, wrong, progress)

    def reopen(self, batch: Batch, progress: Progress, *, place: Place, choices: Choices) -> Batch:
        """A sheet in another encoding, with another separator, or with its headings elsewhere."""
        path, name = place
        fresh = next((sheet for sheet in open_sheets(path, choices) if sheet.name == name), None)
        if fresh is None:
            raise BadInput(f"“{path.name}” holds no rows when it is read like that.", "Choose another way to read it.")
        seen = watched(fresh, progress)
        look, (reading,) = look_at(fresh, progress), self._understood([fresh], progress)

        def reopened(old: OpenSheet) -> OpenSheet:
            if fresh.headings == old.reading.sheet.headings:
                kept = with_formats(seen, old.mapping, self.conventions)
            else:
                kept = with_kind(reading, old.mapping.kind, self.conventions) if old.by_hand else reading
            return replace(old, look=look, choices=choices).read(replace(kept, sheet=fresh))

        return batch.with_sheet(place, reopened)

    def say_kind(self, batch: Batch, progress: Progress, *, place: Place, kind: Kind) -> Batch:
        def said(old: OpenSheet) -> OpenSheet:
            return self._by_hand(old, with_kind(_watched(old, progress), kind, self.conventions))

        return batch.with_sheet(place, said)

    def say_field(self, batch: Batch, progress: Progress, *, place: Place, column: int, field: Field) -> Batch:
        def said(old: OpenSheet) -> OpenSheet:
            return self._by_hand(old, with_field(_watched(old, progress), column, field, self.conventions))

        return batch.with_sheet(place, said)

    def say_side(self, batch: Batch, _progress: Progress, *, place: Place, side: Side) -> Batch:
        def said(old: OpenSheet) -> OpenSheet:
            return self._by_hand(old, replace(old.reading, mapping=replace(old.mapping, side=side)))

        return batch.with_sheet(place, said)

    def correct(self, batch: Batch, _progress: Progress, *, place: Place, corrections: Corrections) -> Batch:
        """How the dates and numbers of a sheet are written, by the owner's word."""
        return batch.with_sheet(place, lambda old: replace(old, corrections=corrections).read(old.reading))

    def plan(self, batch: Batch, progress: Progress) -> ImportPlan:
        """What the batch would do to the book; BadInput when a file is broken."""
        readings = [sheet.reading for sheet in batch.included]
        return plan(
            readings, known(self.book), self.unit, today=self.book.today(), preview=PREVIEWED, progress=progress
        )

    def _joined(self, kept: Batch, found: list[tuple[Sheet, Look]], wrong: list[Broken], progress: Progress) -> Batch:
        """New sheets understood together with those there are, so that a number of one finds its people in another."""
        before = [sheet.reading.sheet for sheet in kept.sheets]
        readings = self._understood([*before, *(sheet for sheet, _ in found)], progress)
        old = [
            sheet if sheet.by_hand else sheet.read(reading)
            for sheet, reading in zip(kept.sheets, readings, strict=False)
        ]
        looks = [look for _, look in found]
        new = [OpenSheet(reading, look) for reading, look in zip(readings[len(old) :], looks, strict=True)]
        return Batch((*old, *map(_beside(new), new)), (*kept.broken, *wrong))

    def _understood(self, sheets: Sequence[Sheet], progress: Progress) -> list[Reading]:
        readings = understand(self.book, [watched(sheet, progress) for sheet in sheets], None, self.conventions)
        return [replace(reading, sheet=sheet) for reading, sheet in zip(readings, sheets, strict=True)]

    def _by_hand(self, old: OpenSheet, reading: Reading) -> OpenSheet:
        unwatched = replace(reading, sheet=old.reading.sheet)
        return replace(old, by_hand=True).read(unwatched)


def _watched(old: OpenSheet, progress: Progress) -> Reading:
    return replace(old.reading, sheet=watched(old.reading.sheet, progress))


def _beside(new: Sequence[OpenSheet]) -> Callable[[OpenSheet], OpenSheet]:
    """A sheet of a workbook that lacks what it needs stays out at first, where another sheet of it does not."""
    complete = {sheet.place[0] for sheet in new if not sheet.reading.missing}

    def decided(sheet: OpenSheet) -> OpenSheet:
        return replace(sheet, included=not sheet.reading.missing or sheet.place[0] not in complete)

    return decided
