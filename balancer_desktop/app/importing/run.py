"""An import from files to book: read, understand, plan, write."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.apply import apply
from balancer_desktop.app.importing.book_records import entries, records
from balancer_desktop.app.importing.plan import plan
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.app.importing.readings import Reading, detect
from balancer_desktop.app.importing.sheets import NoRows, Sheet, open_sheets
from balancer_desktop.domain.conventions import PLAIN, Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.issue import Issue
from balancer_desktop.domain.importing.known import Known, compared
from balancer_desktop.domain.importing.mapping import Mapping, from_json
from balancer_desktop.storage.stored_keys import StoredKeys


@dataclass(frozen=True, slots=True)
class Imported:
    """Rows by what became of them; nothing was added when a row was refused. issues are the refused rows."""

    added: int
    matched: int
    skipped: int
    refused: int
    issues: tuple[Issue, ...]


def import_files(
    book: Book,
    files: Sequence[Path],
    *,
    kind: Kind | None = None,
    conventions: Conventions = PLAIN,
    dry_run: bool = False,
    skip_wrong: bool = False,
) -> Imported:
    """Import files chosen together, read as they are most likely meant. BadInput for a file that cannot be read.

    skip_wrong: leave out the rows that are wrong, instead of refusing all because of them.
    """
    readings = understand(book, _opened(files), kind, conventions)
    planned = plan(readings, known(book), book.currency, today=book.today(), skip_wrong=skip_wrong)
    if planned.applicable and not dry_run:
        apply(book, planned, readings, label_of(readings))
    return _told(planned)


def _opened(files: Sequence[Path]) -> list[Sheet]:
    """Every sheet with rows; BadInput for a file without any only where no other has some."""
    found: list[Sheet] = []
    empty: NoRows | None = None
    for file in files:
        try:
            found += open_sheets(file)
        except NoRows as why:
            empty = why
    if empty and not found:
        raise empty
    return found


def understand(
    book: Book, found: Sequence[Sheet], kind: Kind | None = None, conventions: Conventions = PLAIN
) -> list[Reading]:
    """The sheets as they are most likely meant, with what the book remembers of such headings."""
    return detect(found, conventions, kind, _remembered(book))


def known(book: Book) -> Known:
    """What the book holds that an import must not bring in twice."""
    people = book.people.get_many()
    return Known(
        StoredKeys(book.file.db),
        [compared(party, party.id) for party in people],
        partial(records, book),
        partial(entries, book),
    )


def label_of(readings: Sequence[Reading]) -> str:
    """`Import customers.csv and invoices.csv`."""
    names = list(dict.fromkeys(reading.sheet.path.name for reading in readings))
    return f"Import {' and '.join(names) if len(names) < 3 else f'{len(names)} files'}"


def _told(planned: ImportPlan) -> Imported:
    counts = planned.counts.values()
    return Imported(
        added=0 if planned.wrong and not planned.skip_wrong else planned.new,
        matched=sum(c.matched for c in counts),
        skipped=sum(c.skipped for c in counts),
        refused=planned.wrong,
        issues=planned.issues,
    )


def _remembered(book: Book) -> dict[str, Mapping]:
    """Mappings by fingerprint; one that this program cannot read counts as forgotten."""
    held = {}
    for fingerprint, text in book.settings.mappings().items():
        with suppress(BadInput):
            held[fingerprint] = from_json(text)
    return held
