"""A migration is all or nothing: killed anywhere, a book is of the old format or the new one, with every row it had."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from peewee import SqliteDatabase

from balancer_desktop.app.book import Book
from balancer_desktop.storage import book_file
from balancer_desktop.storage.book_file import DATABASE_NAME, FOLDERS, open_book
from balancer_desktop.storage.header import BookRefused
from balancer_desktop.storage.lock import BookLock
from balancer_desktop.storage.migrations import MIGRATIONS
from balancer_desktop.storage.migrations.v1 import STATEMENTS as V1
from balancer_desktop.storage.migrations.v2 import STATEMENTS as V2
from balancer_desktop.storage.migrations.v3 import STATEMENTS as V3
from balancer_desktop.storage.tables import TRACKED
from balancer_desktop.storage.verify import problems

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

DATABASES = Path(__file__).resolve().parents[1] / "databases"
TABLES = (
    "setting", "party", "contact_point", "party_tag", "exit_reason", "standing_change", "entry", "posting",
    "work", "contact", "next_step", "timer", "import_mapping",
)  # fmt: skip
"""Those of format 1 that hold what the owner entered."""

FORMAT_2 = (*TABLES, "folder", "tag_cadence", "put_off", "party_folder")

# Two steps of a future: one that rebuilds a table others refer to, one that adds to another.
_PARTY = next(sql for sql in V1 if sql.startswith("CREATE TABLE party ("))
V4 = (
    _PARTY.replace("CREATE TABLE party (", "CREATE TABLE party_v4 (").replace(
        "source TEXT)", "source TEXT, ideal_gap INTEGER, longest_gap INTEGER, colour TEXT NOT NULL DEFAULT '')"
    ),
    "INSERT INTO party_v4 SELECT *, '' FROM party",
    "DROP TABLE party",
    "ALTER TABLE party_v4 RENAME TO party",
    *(sql for sql in V1 if sql.startswith("CREATE") and " ON party (" in sql),
)
V5 = (
    "ALTER TABLE work ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "UPDATE work SET place = 'at ' || party WHERE party IS NOT NULL",
    "CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "INSERT INTO site (name) SELECT DISTINCT place FROM work",
)
NEW = (V1, V2, V3, V4, V5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A book's folder around the database of format 1."""
    return unpack(tmp_path / "book")


def unpack(folder: Path) -> Path:
    folder.mkdir()
    for name in FOLDERS:
        (folder / name).mkdir()
    shutil.copyfile(DATABASES / "v1.db", folder / DATABASE_NAME)
    return folder


def state(path: Path) -> tuple[int, list[str]]:
    """The version, and everything else a database holds."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA user_version").fetchone()[0], list(db.iterdump())


def rows(db: sqlite3.Connection, tables: Sequence[str]) -> dict[str, list[tuple[object, ...]]]:
    return {table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, list[str]]]:
    """What the book looks like in formats 1 to 5."""
    found = []
    for version in (1, 2, 3, 4, 5):
        folder = unpack(tmp_path_factory.mktemp("format") / "book")
        migrated(folder, NEW[:version])
        found.append(state(folder / DATABASE_NAME))
    return found


def migrated(folder: Path, migrations: Sequence[Sequence[str]]) -> None:
    db = book_file._connect(folder / DATABASE_NAME)
    book_file.migrate(db, migrations)
    db.close()


def killed(act: Callable[[], None]) -> bool:
    """Whether the act, done in a child process, ended in SIGKILL."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


class FatalAt(tuple[str, ...]):
    """Statements of which one is never reached: asking for it kills the process."""

    deadly: int

    def __new__(cls, statements: Sequence[str], deadly: int) -> "FatalAt":
        self = super().__new__(cls, statements)
        self.deadly = deadly
        return self

    def __iter__(self) -> Iterator[str]:
        for number, statement in enumerate((*tuple.__iter__(self), "the end")):
            if number == self.deadly:
                os.kill(os.getpid(), signal.SIGKILL)
            yield statement


@pytest.mark.parametrize(("version", "tables"), [(1, TABLES), (2, FORMAT_2), (3, TRACKED)])
def test_the_kept_database_is_of_the_format_that_was_shipped(version: int, tables: Sequence[str]) -> None:
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    with closing(sqlite3.connect(":memory:")) as fresh:
        for statement in (sql for step in NEW[:version] for sql in step):
            fresh.execute(statement)
        shipped = fresh.execute(schema).fetchall()
    with closing(sqlite3.connect(f"file:{DATABASES / f'v{version}.db'}?mode=ro", uri=True)) as kept:
        assert kept.execute(schema).fetchall() == shipped
        assert all(rows(kept, tables).values()), "every table holds something"


def test_the_oldest_book_opens_with_its_rows_intact(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as db:
        before = {table: [row[0] for row in db.execute(f"SELECT id FROM {table} ORDER BY id")] for table in TABLES}
    book = Book(open_book(folder, MIGRATIONS))
    after = {t: [r[0] for r in book.file.db.execute_sql(f"SELECT id FROM {t} ORDER BY id")] for t in TABLES}
    assert before["contact"] == [1]
    assert after == before | {"contact": []}, "the one contact was a missed call, and became an inquiry"
    assert problems(book.file.db) == []
    assert sorted(book.people.names().values()) == ["Acme Roofing GmbH", "Hilltop School", "Zoë O’Hara 🌿"]
    assert [sale.amount for sale in book.ledger.sales_of(1)] == [45000, 12345, -2345, 99]
    assert book.ledger.balances() == {"Cash": 54500, "Receivable": 99, "Sales": -62099, "Expenses": 7500}
    assert book.people.history(2)[-1].note == "went quiet"
    assert book.settings.get("target_band") == "25-45"
    book.close()


def test_every_row_survives_the_rebuilding_of_a_table_with_children(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as db:
        before = rows(db, TABLES)
    open_book(folder, NEW).close()
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as db:
        after = rows(db, TABLES)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("SELECT count(*) FROM site").fetchone() == (2,)
    for table in set(TABLES) - {"contact"}:  # what was added stands behind what was there
        assert [row[: len(old)] for row, old in zip(after[table], before[table], strict=True)] == before[table]


def test_a_migrated_book_can_be_worked_in_and_taken_back(folder: Path) -> None:
    book = Book(open_book(folder, NEW))
    before = list(book.file.db.connection().iterdump())
    with book.change("Paint"):
        book.file.db.execute_sql("UPDATE party SET colour = 'red'")
    assert book.undo() == "Paint"
    assert list(book.file.db.connection().iterdump()) == before
    book.close()


def test_a_backup_is_made_before(folder: Path, states: list[tuple[int, list[str]]]) -> None:
    open_book(folder, NEW).close()
    backup = next((folder / "Backups").glob("*before-format-5.db"))
    assert state(backup) == states[0]
    assert state(folder / DATABASE_NAME) == states[-1]


def test_a_book_of_this_format_needs_no_backup(folder: Path) -> None:
    open_book(folder).close()  # brings it up to date
    (made,) = (folder / "Backups").iterdir()
    open_book(folder).close()
    assert list((folder / "Backups").iterdir()) == [made]


def test_no_migration_without_a_backup(folder: Path, states: list[tuple[int, list[str]]]) -> None:
    (folder / "Backups").rmdir()
    (folder / "Backups").write_text("in the way")
    with pytest.raises(BookRefused):
        open_book(folder, NEW)
    assert state(folder / DATABASE_NAME) == states[0]
    BookLock(folder).release()


@pytest.mark.parametrize("spills", [False, True], ids=["in memory", "half on disk"])
@pytest.mark.parametrize(
    ("step", "statement"), [(step, n) for step in (2, 3, 4, 5) for n in range(len(NEW[step - 1]) + 1)]
)
def test_killed_between_any_two_statements(
    folder: Path,
    states: list[tuple[int, list[str]]],
    monkeypatch: pytest.MonkeyPatch,
    step: int,
    statement: int,
    spills: bool,
) -> None:
    if spills:  # a page cache this small writes into the file long before the commit
        monkeypatch.setattr(book_file, "_PRAGMAS", book_file._PRAGMAS | {"cache_size": 1})
    deadly = tuple(FatalAt(s, statement) if n == step else s for n, s in enumerate(NEW, start=1))
    assert killed(lambda: open_book(folder, deadly).close())
    if spills and statement > 1:
        assert (folder / f"{DATABASE_NAME}-journal").exists()
    assert state(copied(folder)) == states[step - 2]
    book = open_book(folder, NEW)
    assert problems(book.db) == []
    book.close()
    assert state(folder / DATABASE_NAME) == states[-1]


def copied(folder: Path) -> Path:
    """The database with its journal, put aside to be looked at: looking rolls an unfinished transaction back."""
    aside = folder.parent / "aside"
    aside.mkdir()
    for file in folder.glob(f"{DATABASE_NAME}*"):
        shutil.copyfile(file, aside / file.name)
    return aside / DATABASE_NAME


def test_killed_within_a_statement(
    folder: Path, states: list[tuple[int, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = book_file._connect

    def connect_deadly(path: Path) -> SqliteDatabase:
        db = connect(path)
        db.connection().create_function("die", 1, lambda _: os.kill(os.getpid(), signal.SIGKILL))
        return db

    deadly = (
        V1,
        V2,
        V3,
        (*V4[:1], "INSERT INTO party_v4 SELECT *, CASE WHEN id = 2 THEN die(id) ELSE '' END FROM party"),
    )
    with monkeypatch.context() as patched:
        patched.setattr(book_file, "_connect", connect_deadly)
        assert killed(lambda: open_book(folder, deadly).close())
    assert state(copied(folder)) == states[2]
    open_book(folder, NEW).close()
    assert state(folder / DATABASE_NAME) == states[-1]


def test_killed_in_the_midst_of_the_commit(folder: Path, states: list[tuple[int, list[str]]]) -> None:
    """The header tells of the new format already, the journal beside it takes it all back: migrate again."""
    path = folder / DATABASE_NAME
    old = path.read_bytes()
    open_book(folder, NEW).close()
    assert path.read_bytes()[60:64] == (5).to_bytes(4, "big")
    path.with_name(f"{DATABASE_NAME}-journal").write_bytes(hot_journal(old))
    book = open_book(folder, NEW)
    assert problems(book.db) == []
    book.close()
    assert state(path) == states[-1]
    assert len(list((folder / "Backups").glob("*.db"))) == 2


def hot_journal(old: bytes) -> bytes:
    """A rollback journal that restores a whole file (https://www.sqlite.org/fileformat.html §3)."""
    size, nonce = int.from_bytes(old[16:18], "big"), 12345
    pages = [old[at : at + size] for at in range(0, len(old), size)]
    head = b"".join(number.to_bytes(4, "big") for number in (len(pages), nonce, len(pages), 512, size))
    sums = (nonce + sum(page[at] for at in range(size - 200, 0, -200)) for page in pages)
    records = (
        number.to_bytes(4, "big") + page + checksum.to_bytes(4, "big")
        for number, (page, checksum) in enumerate(zip(pages, sums, strict=True), start=1)
    )
    return (b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + head).ljust(512, b"\0") + b"".join(records)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ((*V5, "INSERT INTO site (name) SELECT name FROM site"), "UNIQUE"),
        ((*V5, "DELETE FROM entry WHERE kind = 'sale'"), "name rows that are gone"),
        (("SELECT nonsense",), "no such column"),
    ],
)
def test_a_step_that_fails_leaves_the_book_at_the_step_before(
    folder: Path, states: list[tuple[int, list[str]]], broken: tuple[str, ...], words: str
) -> None:
    with pytest.raises(BookRefused, match=words) as refused:
        open_book(folder, (V1, V2, V3, V4, broken))
    assert refused.value.remedy
    assert state(folder / DATABASE_NAME) == states[3]
    book = open_book(folder, NEW)  # a corrected program takes it from there
    assert problems(book.db) == []
    book.close()
    assert state(folder / DATABASE_NAME) == states[-1]
