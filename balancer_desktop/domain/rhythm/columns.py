"""What is known of many parties, in columns of plain numbers: compact, and quick to reckon with."""

from array import array
from collections.abc import Iterable, Sequence

FIELDS = (
    "id", "standing", "began", "first", "last", "days", "gap", "contact", "since", "ideal", "longest", "tag_ideal",
    "tag_longest", "income", "half_year",
)  # fmt: skip
"""Days are ordinals, spans days, amounts minor units; 0 stands for what there is not.

standing: one of the four below. began: that standing, of lapsed and ex parties. first, last, days, gap: days with a
sale, as SaleDays has them. contact: the latest of any kind, a sale included. since: customer since. ideal, longest,
tag_ideal, tag_longest: the party's own cadence, and the strictest of its tags'. income, half_year: of lapsed parties,
in all, and in the six calendar months up to their last sale.
"""
PROSPECT, CURRENT, LAPSED, EX = range(4)


class Columns:
    """columns[field] is an array of one value a party, in order of id."""

    def __init__(self, rows: Iterable[Sequence[float]] = ()) -> None:
        self._columns = {field: array("d") for field in FIELDS}
        self.add(rows)

    def add(self, rows: Iterable[Sequence[float]]) -> None:
        """More parties: one value for each of FIELDS."""
        for column, values in zip(self._columns.values(), zip(*rows, strict=True), strict=False):
            column.extend(values)

    def __getitem__(self, field: str) -> "array[float]":
        return self._columns[field]

    def __len__(self) -> int:
        return len(self._columns["id"])
