"""The keys of a book are found one by one as they would be among all of them, and never by reading all."""

from pathlib import Path

import pytest

from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.run import import_files
from balancer_desktop.domain.importing.known import HeldKeys
from balancer_desktop.storage.stored_keys import StoredKeys

FILES = {
    "people.csv": "Id,Name\n1,Ann\n10,Bob\n,Eve\n",
    "sales.csv": "Invoice,Customer,Date,Amount\n1,Ann,2026-05-04,5\n1,Ann,2026-05-04,6\n10,Bob,2026-05-05,7\n",
    "expenses.csv": "Date,Vendor,Amount\n2026-05-04,Web,5\n2026-05-04,Web,5\n",
    "work.csv": "Date,Customer,Minutes\n2026-05-03,Ann,60\n",
}


@pytest.fixture
def held(book: Book, tmp_path: Path) -> HeldKeys:
    """All keys of the book, in which FILES are."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    import_files(book, [tmp_path / name for name in FILES])
    rows = [book.file.db.execute_sql(f"SELECT source, id FROM {table}") for table in ("party", "entry", "work")]
    return HeldKeys({source: number for found in rows for source, number in found if source})


def test_found_as_among_all(book: Book, held: HeldKeys) -> None:
    stored = StoredKeys(book.file.db)
    assert len(held) == 9
    for kind in ("people", "sales", "expenses", "work"):
        of_kind = [key for key in held if key.startswith(f"{kind}\t")]
        asked = [*of_kind, f"{kind}\tnumber\t99\tx"]
        assert stored.among(asked) == held.among(asked) != {}
        starts = {"\t".join(key.split("\t")[:parts]) + "\t" for key in asked for parts in (1, 2, 3)}
        assert all(dict(stored.starting(start)) == dict(held.starting(start)) for start in starts)
    assert len(dict(stored.starting("sales\tinvoice\t1\t"))) == 2, "not those of number 10"
    assert stored.among([]) == {}


def test_an_empty_book_knows_none(book: Book) -> None:
    stored = StoredKeys(book.file.db)
    assert stored.among(["sales\tinvoice\t1\tx"]) == {}
    assert list(stored.starting("people\t")) == []


def test_they_are_looked_up_in_the_index(book: Book, held: HeldKeys) -> None:
    asked: list[str] = []
    book.file.db.connection().set_trace_callback(asked.append)
    StoredKeys(book.file.db).among([next(iter(held))])
    list(StoredKeys(book.file.db).starting("sales\t"))
    book.file.db.connection().set_trace_callback(None)
    plans = [book.file.db.execute_sql(f"EXPLAIN QUERY PLAN {sql}").fetchall() for sql in asked]
    assert len(plans) == 2 * (8 + 1), "which of eight tables hold keys at all, then where these are"
    assert all("SEARCH" in row[3] and "_source" in row[3] for plan in plans for row in plan)
