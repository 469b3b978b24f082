"""Which record of the book a row is that is no person, money or work: by its key, its number, or what it says."""

from balancer_desktop.app.importing.readings import Reading, column_name
from balancer_desktop.app.importing.workbench import Held, Workbench
from balancer_desktop.domain.importing import keys
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.pipeline_records import InquiryRecord, OpportunityRecord
from balancer_desktop.domain.importing.records import ContactRecord, StepRecord

Keyed = ContactRecord | StepRecord | InquiryRecord | OpportunityRecord
"""The records that have keys: each may occur any number of times, and is known again however it was changed since."""


class RecordKeys:
    """The import keys of one sheet's rows."""

    def __init__(self, bench: Workbench, reading: Reading, held: Held) -> None:
        self._kind, self._heading = reading.mapping.kind, column_name(reading, Field.KEY)
        self._imported, self._ordinals, self._held = bench.known.keys, bench.ordinals, held

    def of(self, number: str, row: Row) -> str:
        """The key of a row under the file's number for it, which may be empty."""
        column = self._heading if number else ""
        return self._ordinals.unique(f"{keys.base(self._kind, column, number)}\t{keys.digest(row)}")

    def before(self, record: Keyed, number: str) -> tuple[int, str]:
        """The id of the record that the row with this key is, and why; 0 and nothing when it is new.

        It came with an import before; or it says the same as one that did not.
        """
        id_ = self._imported.among([record.key]).get(record.key, 0) or self._changed(record, number)
        if id_:
            self._let_go(record, id_)
            return id_, "imported before"
        ids = self._held.book.get(record.identity)
        return (ids.pop(0), "is in the book") if ids else (0, "")

    def _changed(self, record: Keyed, number: str) -> int:
        """The record of this number that was imported before and is about the same, changed in the file since."""
        if not number:
            return 0
        found = self._imported.starting(f"{keys.base(self._kind, self._heading, number)}\t")
        return next((id_ for _, id_ in found if record.marks & self._held.marks.get(id_, frozenset())), 0)

    def _let_go(self, record: Keyed, id_: int) -> None:
        ids = self._held.book.get(record.identity)
        if ids and id_ in ids:
            ids.remove(id_)


def opportunity_numbered(bench: Workbench, column: str, number: str) -> int | None:
    """A reference to the opportunity that a number names; None when there is none."""
    return _numbered(bench, Kind.OPPORTUNITIES, column, number)


def inquiry_numbered(bench: Workbench, column: str, number: str) -> int | None:
    """As opportunity_numbered, for an inquiry."""
    return _numbered(bench, Kind.INQUIRIES, column, number)


def _numbered(bench: Workbench, kind: Kind, column: str, number: str) -> int | None:
    found = bench.numbered(kind).get(number)
    if found is not None or not number:
        return found
    return next((id_ for _, id_ in bench.known.keys.starting(f"{keys.base(kind, column, number)}\t")), None)
