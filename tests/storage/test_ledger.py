"""Every sale and expense is two postings that sum to zero, and every kind of damage to a book is found and named."""

import sqlite3
from datetime import date

import pytest
from peewee import DatabaseError

from balancer_desktop.app import money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.verify import problems

ON = date(2026, 3, 1)


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme"), Standing.CURRENT, date(2026, 1, 1))


def postings(book: Book, entry: int) -> list[tuple[str, int]]:
    query = "SELECT name, amount FROM posting JOIN account ON account.id = account WHERE entry = ? ORDER BY posting.id"
    return book.file.db.execute_sql(query, (entry,)).fetchall()


@pytest.mark.parametrize(
    ("amount", "owed", "expected"),
    [
        (10000, False, [("Cash", 10000), ("Sales", -10000)]),
        (10000, True, [("Receivable", 10000), ("Sales", -10000)]),
        (-2500, False, [("Cash", -2500), ("Sales", 2500)]),
        (-2500, True, [("Receivable", -2500), ("Sales", 2500)]),
        (10**15, False, [("Cash", 10**15), ("Sales", -(10**15))]),
    ],
)
def test_a_sale_is_posted(book: Book, acme: int, amount: int, owed: bool, expected: list[tuple[str, int]]) -> None:
    sale = Sale(ON, acme, amount, "roof", owed)
    entry = money.record_sale(book, sale)
    assert postings(book, entry) == expected
    read = book.ledger.sale(entry)
    assert read == Sale(ON, acme, amount, "roof", owed, entry)
    assert book.ledger.sales_of(acme) == book.ledger.sales(ON, ON) == [read]


@pytest.mark.parametrize("amount", [6000, -6000])
def test_an_expense_is_posted(book: Book, acme: int, amount: int) -> None:
    entry = money.record_expense(book, Expense(ON, amount, Side.WIN_BACK, acme, "flowers"))
    assert postings(book, entry) == [("Expenses", amount), ("Cash", -amount)]
    read = book.ledger.expense(entry)
    assert read == Expense(ON, amount, Side.WIN_BACK, acme, "flowers", entry)
    assert book.ledger.expenses_of(acme) == book.ledger.expenses(ON, ON) == [read]


def test_a_corrected_entry_is_posted_anew(book: Book, acme: int) -> None:
    sale = money.record_sale(book, Sale(ON, acme, 10000))
    expense = money.record_expense(book, Expense(ON, 600, Side.KEEP))
    money.edit_sale(book, Sale(ON, acme, 9000, owed=True, id=sale))
    money.edit_expense(book, Expense(ON, 700, Side.GAIN, acme, id=expense))
    assert postings(book, sale) == [("Receivable", 9000), ("Sales", -9000)]
    assert postings(book, expense) == [("Expenses", 700), ("Cash", -700)]
    assert book.file.db.execute_sql("SELECT count(*), sum(amount) FROM posting").fetchone() == (4, 0)


def test_balances_and_what_is_owed(book: Book, acme: int) -> None:
    assert book.ledger.balances() == {"Cash": 0, "Receivable": 0, "Sales": 0, "Expenses": 0}
    money.record_sale(book, Sale(ON, acme, 10000))
    owed = money.record_sale(book, Sale(ON, acme, 5000, owed=True))
    money.record_sale(book, Sale(ON, acme, -2000))
    money.record_expense(book, Expense(ON, 600, Side.KEEP))
    assert book.ledger.balances() == {"Cash": 7400, "Receivable": 5000, "Sales": -13000, "Expenses": 600}
    assert sum(book.ledger.balances().values()) == 0
    assert book.ledger.owed() == 5000
    money.edit_sale(book, Sale(ON, acme, 5000, id=owed))
    assert book.ledger.owed() == 0
    assert book.ledger.balances()["Cash"] == 12400


def test_what_is_removed_leaves_no_posting(book: Book, acme: int) -> None:
    money.remove_sale(book, money.record_sale(book, Sale(ON, acme, 10000)))
    money.remove_expense(book, money.record_expense(book, Expense(ON, 600, Side.KEEP)))
    assert book.file.db.execute_sql("SELECT count(*) FROM posting").fetchone() == (0,)
    assert book.file.db.execute_sql("SELECT count(*) FROM entry").fetchone() == (0,)


def test_a_sale_is_not_an_expense(book: Book, acme: int) -> None:
    sale = money.record_sale(book, Sale(ON, acme, 10000))
    expense = money.record_expense(book, Expense(ON, 600, Side.KEEP))
    assert book.ledger.expense(sale) is None
    assert book.ledger.sale(expense) is None


def test_lists_are_newest_first_and_a_partys_oldest_first(book: Book, acme: int) -> None:
    days = [date(2026, 2, 1), date(2026, 1, 1), date(2026, 3, 1), date(2026, 2, 1)]
    for number, on in enumerate(days, start=1):
        money.record_sale(book, Sale(on, acme, number))
    assert [sale.amount for sale in book.ledger.sales(date(2026, 1, 2), date(2026, 3, 1))] == [3, 4, 1]
    assert [sale.amount for sale in book.ledger.sales_of(acme)] == [2, 1, 4, 3]


def test_the_first_sale_is_no_refund(book: Book, acme: int) -> None:
    money.record_sale(book, Sale(date(2026, 1, 1), acme, -5))
    assert book.ledger.first_sale(acme) is None
    assert not book.ledger.has_sale(acme)
    money.record_sale(book, Sale(date(2026, 3, 1), acme, 5))
    first = money.record_sale(book, Sale(date(2026, 2, 1), acme, 7))
    assert book.ledger.first_sale(acme) == Sale(date(2026, 2, 1), acme, 7, id=first)
    assert book.ledger.has_sale(acme)


# What the schema itself refuses.


@pytest.mark.parametrize("amount", [1.5, "many", "1.5", None, b"\x01"])
def test_the_ledger_holds_whole_numbers_only(book: Book, acme: int, amount: object) -> None:
    entry = money.record_sale(book, Sale(ON, acme, 100))
    db = book.file.db.connection()
    db.execute("PRAGMA query_only = 0")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO posting (entry, account, amount) VALUES (?, 1, ?)", (entry, amount))
    assert sum(amount for _, amount in postings(book, entry)) == 0


@pytest.mark.parametrize(
    "row",
    [
        "work (on_date, minutes, side) VALUES ('2026-01-01', 1.5, 'keep')",
        "work (on_date, minutes, side) VALUES ('2026-01-01', 0, 'keep')",
        "work (on_date, minutes, side) VALUES ('2026-01-01', 5, 'sideways')",
        "work (on_date, minutes, side) VALUES ('1 January', 5, 'keep')",
        "entry (kind, on_date, party) VALUES ('sale', '2026-01-01', NULL)",
        "entry (kind, on_date, party, side) VALUES ('sale', '2026-01-01', 1, 'keep')",
        "entry (kind, on_date) VALUES ('expense', '2026-01-01')",
        "entry (kind, on_date, side) VALUES ('gift', '2026-01-01', 'keep')",
        "party (kind, name, standing, folded) VALUES ('person', '', 'current', '')",
        "party (kind, name, standing, folded) VALUES ('person', 'x', 'friend', 'x')",
        "timer (id, started_at, side) VALUES (2, 'now', 'keep')",
    ],
)
def test_the_schema_refuses_nonsense(book: Book, acme: int, row: str) -> None:
    db = book.file.db.connection()
    db.execute("PRAGMA query_only = 0")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(f"INSERT INTO {row}")


# What verify finds.


@pytest.fixture
def sound(book: Book, acme: int) -> Book:
    """A book with a sale (1), an expense (2) and an hour in it, and nothing wrong."""
    money.record_sale(book, Sale(ON, acme, 10000))
    money.record_expense(book, Expense(ON, 600, Side.GAIN, acme))
    work.log(book, Work(ON, 60, Side.KEEP, acme))
    assert problems(book.file.db) == []
    return book


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("UPDATE posting SET amount = amount + 1 WHERE id = 1", "entry 1 does not sum to zero but to 1"),
        ("DELETE FROM posting WHERE entry = 1", "sale 1 has 0 postings where two belong"),
        ("UPDATE posting SET account = 4 WHERE account = 3", "sale 1 has 2 postings where two belong"),
        ("DELETE FROM entry WHERE id = 2", "posting 3 names a missing row of entry"),
        ("DELETE FROM party WHERE id = 1", "entry 1 names a missing row of party"),
        ("UPDATE party SET standing = 'ex'", "party 1 is filed as ex, its history says current"),
        ("DELETE FROM standing_change", "party 1 is filed as current, its history says prospect"),
        ("UPDATE party SET name = 'Other'", "party 1 cannot be found by what it holds"),
        (
            "UPDATE mix_month SET total = total + 1 WHERE measure = 'hours'",
            "the chart's hours of 2026-03, keep differs",
        ),
        ("DELETE FROM mix_month WHERE measure = 'money'", "the chart's money of 2026-03, gain differs"),
        ("INSERT INTO mix_month VALUES ('heads', '2020-01', 'gain', 1)", "the chart's heads of 2020-01, gain differs"),
        ("UPDATE income_month SET income = 1", "the chart's income by party differs"),
        ("UPDATE entry SET on_date = '2026-02-30' WHERE id = 1", "entry 1: “2026-02-30” is not a date"),
        ("UPDATE work SET on_date = '2026-13-01'", "work 1: “2026-13-01” is not a date"),
        ("UPDATE party SET customer_since = 'long ago'", "party 1: “long ago” is not a date"),
        ("UPDATE standing_change SET on_date = '2025-02-29'", "standing_change 1: “2025-02-29” is not a date"),
    ],
)
def test_damage_is_found_and_named(sound: Book, damage: str, words: str) -> None:
    db = sound.file.db.connection()
    db.execute("PRAGMA foreign_keys = 0")
    db.execute("PRAGMA query_only = 0")
    db.execute(damage)
    found = problems(sound.file.db)
    assert any(words in problem for problem in found), found


def test_a_damaged_file_is_found_and_named(sound: Book) -> None:
    root = sound.file.db.execute_sql("SELECT rootpage FROM sqlite_master WHERE name = 'posting_entry'").fetchone()[0]
    path = sound.folder / "book.db"
    size = int.from_bytes(path.read_bytes()[16:18], "big")
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    sound.file.db.execute_sql("PRAGMA cache_size = 0")
    sound.file.db.execute_sql("PRAGMA shrink_memory")
    found = problems(sound.file.db)
    assert found
    assert all(problem.startswith("database file: ") for problem in found)
    with pytest.raises(DatabaseError):
        sound.ledger.sales_of(1)
