"""The import keys of a file's rows, by which the same row is known when it comes again."""

from collections.abc import Sequence

from balancer_desktop.app.importing.readings import Reading, column_name
from balancer_desktop.app.importing.workbench import Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing import keys
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.entry_rows import Entries
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.issue import WrongCell

OWN_HEADINGS = {Kind.SALES: "sale id", Kind.EXPENSES: "expense id", Kind.WORK: "work id"}
"""What an export calls the numbers of its rows."""
_LONGEST_ID = 18


class EntryKeys:
    """The import keys of a sheet's rows, and whether an earlier import had the same number with other content."""

    def __init__(self, bench: Workbench, reading: Reading) -> None:
        self._kind = reading.mapping.kind
        self._heading = column_name(reading, Field.KEY)
        self._number_column = reading.mapping.column(Field.KEY)
        self._ordinals = bench.ordinals
        self._imported = bench.known.keys
        self._entries = bench.known.entries
        self._start = keys.base(self._kind, self._heading, "")
        self._start_unnumbered = keys.base(self._kind, "", "")
        by_heading = f"{self._kind.value}\t{self._heading}\t"
        self._numbered_before = bool(self._heading) and any(self._imported.starting(by_heading))

    def of(self, number: str, day: str, measure: int, row: Row) -> str:
        """The key of a row: its number in the file, its day in ISO, its minor units or minutes."""
        return self._ordinals.unique(self._plain(number, day, measure, row))

    def of_many(self, entries: Entries, days: Sequence[str], rows: Sequence[Row]) -> list[str]:
        """The keys of many rows, not taken until `take`; empty when two are equal or one is in use."""
        found = list(map(self._plain, entries.number, days, entries.measure, rows))
        return found if self._ordinals.all_free(found) else []

    def of_this_book(
        self, numbers: Sequence[str], days: Sequence[str], refs: Sequence[int], measures: Sequence[int]
    ) -> int:
        """How many of these rows are records of the book itself: an export that comes back.

        They have its number, day, party and amount, and the heading that an export gives the number.
        """
        if self._heading != OWN_HEADINGS.get(self._kind):
            return 0
        ids = [int(number) if number.isdecimal() and len(number) < _LONGEST_ID else 0 for number in numbers]
        held = self._entries(self._kind, ids)
        return sum(held.get(id_) == row for id_, row in zip(ids, zip(days, refs, measures, strict=True), strict=True))

    def imported(self, found: Sequence[str]) -> int:
        """How many of these keys an earlier import has brought."""
        return len(self._imported.among(found))

    def any_other_version(self, numbers: Sequence[str]) -> bool:
        """Whether a row of one of these numbers was imported before, if only with another date or amount."""
        return self._numbered_before and any(map(self._has_version, numbers))

    def _has_version(self, number: str) -> bool:
        return bool(number) and any(self._imported.starting(f"{self._start}{number}\t"))

    def take(self, found: list[str]) -> None:
        """From now on these keys are in use."""
        self._ordinals.take(found)

    def _plain(self, number: str, day: str, measure: int, row: Row) -> str:
        if number:
            return f"{self._start}{number}\t{day} {measure}"
        return f"{self._start_unnumbered}\t{keys.digest(row)}"

    def check_version(self, number: str) -> None:
        """WrongCell when the number was imported before with another date or amount."""
        if self.any_other_version([number]):
            wrong = BadInput(
                f"{number[:40]} was imported before, with another date or amount.",
                "Correct it in the book and leave this row out; if the file is from another program, "
                "give the column another heading.",
            )
            raise WrongCell(self._number_column or 0, wrong)
