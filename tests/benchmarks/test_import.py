"""Importing a file with all its checks, against SQLite writing the very same rows and nothing else."""

import csv
import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

import pytest

from balancer_desktop.app.book import new_book
from balancer_desktop.app.importing.run import import_files
from tests.benchmarks.big_book import TODAY, name
from tests.benchmarks.children import Children
from tests.benchmarks.measuring import Goal, by_turns, report, tell, timed

ROWS = int(os.environ.get("BALANCER_IMPORT_ROWS", "100000"))
"""A million takes some minutes."""
TURNS = 5
_COLUMNS = ("Invoice", "Date", "Customer", "Amount", "Memo")


@pytest.fixture(scope="module")
def sales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sales of another program, ROWS of them."""
    return write_sales(tmp_path_factory.mktemp("sales") / "sales.csv", ROWS)


@pytest.fixture
def places(tmp_path: Path) -> Callable[[], Path]:
    """A new path at each call."""
    return partial(next, (tmp_path / f"{number}" for number in count()))


def write_sales(file: Path, rows: int) -> Path:
    """Numbered and dated, fifty for each customer."""
    dice = Random(rows)
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(_COLUMNS)
        for number in range(1, rows + 1):
            on = TODAY - timedelta(days=dice.randrange(5 * 365))
            who, amount = name(dice.randint(1, rows // 50)), f"{dice.randint(500, 99_999) / 100:.2f}"
            writer.writerow([number, on.isoformat(), who, amount, f"Job {number}"])
    return file


def test_import_against_sqlite_writing_the_same_rows(sales: Path, places: Callable[[], Path]) -> None:
    first = places()
    import_sales(sales, first)
    schema, rows = contents(first / "book.db")
    imported, bare, plain = by_turns(
        TURNS,
        lambda: timed(lambda: import_sales(sales, places())),
        lambda: timed(lambda: write_rows(schema, rows, places())),
        lambda: timed(lambda: write_csv(sales, places())),
    )
    rate = f"{ROWS / imported.median:,.0f} rows/s"
    report(
        f"import of {ROWS:,} sales ({rate}) ÷ executemany of all rows it leaves, same schema",
        imported,
        bare,
        Goal(2, 2.5),
    )
    report(f"import of {ROWS:,} sales ÷ its CSV into one table, index after", imported, plain, Goal(2, 2.5))


def test_undo_of_an_import(sales: Path, tmp_path: Path) -> None:
    """One step takes all its rows back, another brings them again."""
    book = new_book(tmp_path / "book", "EUR", lambda: TODAY)
    imported = timed(lambda: import_files(book, [sales]))
    undone = timed(book.undo)
    assert not book.people.names()
    redone = timed(book.redo)
    assert len(book.ledger.sales(TODAY - timedelta(days=5 * 365), TODAY)) == ROWS
    book.close()
    tell(f"undo of that import: {undone / imported:.2f} × the import; redo: {redone / imported:.2f} ×")


def test_memory_while_importing(children: Children, places: Callable[[], Path]) -> None:
    """Peak memory of a process that imports and does nothing else."""
    peaks = {rows: import_elsewhere(children, rows, places) for rows in (1_000, ROWS // 10, ROWS)}
    each = (peaks[ROWS] - peaks[ROWS // 10]) / (ROWS - ROWS // 10) * (1 << 20)
    listed = ", ".join(f"{rows:,} rows {peak:.0f} MB" for rows, peak in peaks.items())
    tell(f"peak memory of an import: {listed}; {each:,.0f} bytes for each further row (goal: flat)")


def import_sales(file: Path, folder: Path) -> None:
    book = new_book(folder, "EUR", lambda: TODAY)
    outcome = import_files(book, [file])
    book.close()
    assert (outcome.added, outcome.refused) == (ROWS + ROWS // 50, 0)


def import_elsewhere(children: Children, rows: int, places: Callable[[], Path]) -> float:
    told = children.run("importing.py", str(places()), str(write_sales(places(), rows)))
    assert told["added"] == rows + rows // 50
    return float(told["peak"])


def contents(database: Path) -> tuple[list[str], dict[str, list[tuple[object, ...]]]]:
    """The SQL that makes a database's tables and indexes, and the rows of each table."""
    db = sqlite3.connect(database)
    schema = [sql for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")]
    tables = [table for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    db.close()
    return schema, {table: held for table, held in rows.items() if held}


def write_rows(schema: list[str], rows: dict[str, list[tuple[object, ...]]], file: Path) -> None:
    """The rows, which lie ready, into a new database: one transaction, no checks but those of the schema."""
    db = sqlite3.connect(file, isolation_level=None)
    for sql in schema:
        db.execute(sql)
    db.execute("BEGIN")
    for table, held in rows.items():
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(held[0]))})", held)
    db.execute("COMMIT")
    db.close()


def write_csv(source: Path, file: Path) -> None:
    """What the shell's `.import` does: the file's cells as text into one table, then an index."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute(f"CREATE TABLE sales ({', '.join(_COLUMNS)})")
    db.execute("BEGIN")
    with source.open(newline="", encoding="utf-8") as lines:
        reader = csv.reader(lines)
        next(reader)
        db.executemany("INSERT INTO sales VALUES (?, ?, ?, ?, ?)", reader)
    db.execute("CREATE INDEX sales_customer ON sales (Customer, Date)")
    db.execute("COMMIT")
    assert db.execute("SELECT count(*) FROM sales").fetchone()[0] == ROWS
    db.close()
