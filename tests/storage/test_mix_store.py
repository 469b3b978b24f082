"""The chart's cache equals a count from scratch after any change, and the mix equals the definition worked by hand.

The count below knows only numbers.md §2: it shares no code with the program.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balancer_desktop.app import money, people, work
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import MIX_SIDES, Side
from balancer_desktop.storage import mix_store
from balancer_desktop.storage.verify import problems

TODAY = date(2026, 11, 20)
Mix = dict[tuple[str, str, str], int]
"""(measure, month, side) → total, zeros left out."""


# The definition, worked through in plain Python.


def defined_mix(book: Book) -> Mix:
    query = book.file.db.execute_sql
    new_days, silent_days = (int(book.settings.get(n, o)) for n, o in (("new_days", "90"), ("silent_days", "365")))
    totals: Counter[tuple[str, str, str]] = Counter()
    for on, side, minutes in query("SELECT on_date, side, minutes FROM work"):
        totals["hours", on[:7], side] += minutes
    amounts = "SELECT sum(amount) FROM posting WHERE entry = e.id AND account = (SELECT id FROM account WHERE name = ?)"
    expenses = query(f"SELECT on_date, side, ({amounts}) FROM entry AS e WHERE kind = 'expense'", ("Expenses",))
    for on, side, amount in expenses:
        totals["money", on[:7], side] += amount
    sales = defaultdict(list)
    for party, on, id_, amount in query(
        f"SELECT party, on_date, id, -({amounts}) FROM entry AS e WHERE kind = 'sale'", ("Sales",)
    ):
        sales[party].append((date.fromisoformat(on), id_, amount))
    since = dict(query("SELECT id, customer_since FROM party WHERE customer_since IS NOT NULL").fetchall())
    for party, dated in sales.items():
        began = date.fromisoformat(since[party]) if party in since else None
        classed = list(defined_classes(sorted(dated), began, new_days, silent_days))
        for on, amount, side in classed:
            totals["income", f"{on:%Y-%m}", side] += amount
        firsts: dict[str, str] = {}
        for on, amount, side in classed:
            if amount > 0:
                firsts.setdefault(f"{on:%Y-%m}", side)
        totals.update(("heads", month, side) for month, side in firsts.items())
    return {key: total for key, total in totals.items() if total and key[2] != "run"}


def defined_classes(
    dated: list[tuple[date, int, int]], began: date | None, new_days: int, silent_days: int
) -> Iterator[tuple[date, int, str]]:
    """(date, amount, class) of one party's sales in the order of date; refunds follow the latest sale before them."""
    bought = [on for on, _, amount in dated if amount > 0]
    openings: list[date] = []  # of win-back spells
    last_class = ""
    for number, (on, _, amount) in enumerate(dated):
        if amount < 0 and last_class:
            yield on, amount, last_class
            continue
        before = [d for d, _, a in dated[:number] if a > 0]
        first = min(filter(None, [began, *(bought[:1] if amount > 0 else before), on]))
        if on - first < timedelta(new_days):
            side = "gain"
        elif before and on - before[-1] > timedelta(silent_days):
            side = "win_back"
            openings.append(on)
        elif openings and on - openings[-1] < timedelta(new_days):
            side = "win_back"
        else:
            side = "keep"
        if amount > 0:
            last_class = side
        yield on, amount, side


def shown_mix(book: Book) -> Mix:
    """What the chart would draw over all months that hold anything."""
    span = book.mix.span()
    if span is None:
        return {}
    return {
        (measure.value, str(row.month), side.value): total
        for measure in Measure
        for row in book.mix.months(measure, *span)
        for side in MIX_SIDES
        if (total := getattr(row, side.value))
    }


def check(book: Book) -> None:
    shown = shown_mix(book)
    assert shown == defined_mix(book)
    assert problems(book.file.db) == []


# Tables worked by hand first: were the count above wrong, they would show it.


def sell(book: Book, party: int, *sales: tuple[str, int]) -> None:
    for on, amount in sales:
        money.record_sale(book, Sale(date.fromisoformat(on), party, amount))


def test_a_customers_years_by_hand(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=date(2023, 1, 1))
    sell(book, acme, ("2023-01-10", 100), ("2023-04-09", 200), ("2023-04-10", 300), ("2024-04-09", 400))
    sell(book, acme, ("2025-04-10", 500), ("2025-07-08", 600), ("2025-07-09", 700), ("2025-07-20", -50))
    assert shown_mix(book) == {
        ("income", "2023-01", "gain"): 100,
        ("income", "2023-04", "gain"): 200,  # 89 days after the first
        ("income", "2023-04", "keep"): 300,  # 90 days
        ("income", "2024-04", "keep"): 400,  # 365 days of silence
        ("income", "2025-04", "win_back"): 500,  # 366 days of silence
        ("income", "2025-07", "win_back"): 600,  # 89 days into the spell
        ("income", "2025-07", "keep"): 650,  # 90 days; and the refund that followed it
        ("heads", "2023-01", "gain"): 1,
        ("heads", "2023-04", "gain"): 1,
        ("heads", "2024-04", "keep"): 1,
        ("heads", "2025-04", "win_back"): 1,
        ("heads", "2025-07", "win_back"): 1,
    }
    check(book)


def test_an_earlier_customer_since_makes_no_sale_new(book: Book) -> None:
    old = people.add(book, Party("Old", customer_since=date(2010, 1, 1)), on=date(2026, 1, 1))
    late = people.add(book, Party("Late", customer_since=date(2026, 11, 1)), on=date(2026, 1, 1))
    sell(book, old, ("2026-01-10", 100))
    sell(book, late, ("2026-01-10", 10))
    assert shown_mix(book) == {
        ("income", "2026-01", "keep"): 100,
        ("income", "2026-01", "gain"): 10,
        ("heads", "2026-01", "keep"): 1,
        ("heads", "2026-01", "gain"): 1,
    }
    check(book)


def test_hours_and_money_by_side_without_running_the_business(book: Book) -> None:
    for minutes, side in ((60, Side.KEEP), (30, Side.GAIN), (15, Side.WIN_BACK), (500, Side.RUN)):
        work.log(book, Work(date(2026, 2, 28), minutes, side))
        money.record_expense(book, Expense(date(2026, 3, 1), minutes * 100, side))
    assert shown_mix(book) == {
        ("hours", "2026-02", "keep"): 60,
        ("hours", "2026-02", "gain"): 30,
        ("hours", "2026-02", "win_back"): 15,
        ("money", "2026-03", "keep"): 6000,
        ("money", "2026-03", "gain"): 3000,
        ("money", "2026-03", "win_back"): 1500,
    }
    check(book)


def test_a_month_that_empties_leaves_the_cache(book: Book) -> None:
    entry = work.log(book, Work(date(2026, 2, 28), 60, Side.KEEP))
    work.edit(book, Work(date(2026, 3, 1), 45, Side.GAIN, id=entry))
    assert shown_mix(book) == {("hours", "2026-03", "gain"): 45}
    work.remove(book, entry)
    assert book.mix.span() is None
    assert book.mix.cached() == (set(), {})


def test_buyers_and_classes_of_a_party(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=date(2023, 1, 1))
    sell(book, acme, ("2023-04-10", 300), ("2023-01-10", 100), ("2023-04-09", 200))
    assert book.mix.classified(acme) == [(2, Side.GAIN), (3, Side.GAIN), (1, Side.KEEP)]
    assert book.mix.buyers(Month(2023, 4), Side.KEEP) == [acme]
    assert book.mix.buyers(Month(2023, 4), Side.WIN_BACK) == []


# Bulk inserts, as an import makes them.


def insert_in_bulk(book: Book, dice: Random, count: int) -> None:
    """Rows written below the verbs, in a range of ids each table (see history.bulk)."""
    db = book.file.db.connection()
    party = _next(book, "party")
    entry, posting, task = _next(book, "entry"), _next(book, "posting"), _next(book, "work")
    with book.change("Import"), book.file.history.bulk("party", "entry", "posting", "work"):
        db.executemany(
            "INSERT INTO party (id, kind, name, customer_since, standing, folded) "
            "VALUES (?, 'person', 'new', ?, 'prospect', 'new')",
            [(party + n, dice.choice([None, _day(dice)])) for n in range(2)],
        )
        for number in range(count):
            kind = dice.choice(["sale", "sale", "expense"])
            side = None if kind == "sale" else dice.choice(list(Side)).value
            row = (entry + number, kind, _day(dice), party + number % 2, side)
            db.execute("INSERT INTO entry (id, kind, on_date, party, side) VALUES (?, ?, ?, ?, ?)", row)
            amount = dice.choice([500, 900, -70])
            pairs = ((1, amount), (3, -amount)) if kind == "sale" else ((4, amount), (1, -amount))
            db.executemany(
                "INSERT INTO posting VALUES (?, ?, ?, ?)",
                [(posting + 2 * number + n, entry + number, *pair) for n, pair in enumerate(pairs)],
            )
            hours = (task + number, _day(dice), dice.randint(1, 90), dice.choice(list(Side)).value)
            db.execute("INSERT INTO work (id, on_date, minutes, side) VALUES (?, ?, ?, ?)", hours)


def _next(book: Book, table: str) -> int:
    return book.file.db.execute_sql(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0]


def _day(dice: Random) -> str:
    return (date(2022, 1, 1) + timedelta(dice.randint(0, 1700))).isoformat()


def dump(book: Book) -> list[str]:
    return list(book.file.db.connection().iterdump())


def test_a_bulk_insert_is_followed_undone_and_redone(book: Book) -> None:
    people.add(book, Party("Acme"), on=date(2023, 1, 1))
    sell(book, 1, ("2023-01-10", 100))
    before = dump(book)
    insert_in_bulk(book, Random(1), 60)
    check(book)
    after = dump(book)
    for _ in range(2):
        assert book.undo() == "Import"
        assert dump(book) == before
        book.redo()
        assert dump(book) == after
        check(book)


def test_rows_of_a_bulk_insert_can_change_within_its_step(book: Book) -> None:
    before = dump(book)
    with book.change("Import and correct"):
        insert_in_bulk(book, Random(2), 20)
        last = _next(book, "work") - 1
        work.edit(book, Work(date(2025, 5, 5), 7, Side.GAIN, id=last - 1))
        work.remove(book, last)
        work.log(book, Work(date(2025, 5, 6), 11, Side.KEEP))  # takes the id that was freed
        insert_in_bulk(book, Random(3), 20)
    check(book)
    after = dump(book)
    book.undo()
    assert dump(book) == before
    book.redo()
    assert dump(book) == after
    check(book)


def test_a_bulk_insert_may_take_ids_freed_in_its_step(book: Book) -> None:
    """SQLite gives the highest id again; such a row is new in a range, and an image of what it replaced remains."""
    people.add(book, Party("Acme"), on=date(2023, 1, 1))
    expenses = [money.record_expense(book, Expense(date(2025, 1, 1), 1000, Side.GAIN)) for _ in range(9)]
    hours = [work.log(book, Work(date(2025, 1, 1), 60, Side.GAIN)) for _ in range(9)]
    before = dump(book)
    with book.change("Replace by an import"):
        for id_ in expenses:
            money.remove_expense(book, id_)
        for id_ in hours:
            work.remove(book, id_)
        insert_in_bulk(book, Random(4), 12)
        for id_ in range(3, 13):
            work.remove(book, id_)
        insert_in_bulk(book, Random(5), 12)
    check(book)
    after = dump(book)
    book.undo()
    assert dump(book) == before
    book.redo()
    assert dump(book) == after
    check(book)


def test_a_bulk_insert_that_fails_leaves_undo_working(book: Book) -> None:
    people.add(book, Party("Acme"), on=date(2023, 1, 1))
    before = dump(book)

    def fail() -> None:
        with book.change("Import"):
            insert_in_bulk(book, Random(6), 5)
            with book.file.history.bulk("work"):
                raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert dump(book) == before
    work.log(book, Work(date(2025, 1, 1), 60, Side.GAIN))
    check(book)
    book.undo()
    assert dump(book) == before


def test_a_bulk_insert_of_nothing_leaves_no_step(book: Book) -> None:
    with book.change("Import nothing"), book.file.history.bulk("entry", "posting"):
        pass
    assert book.undo_label == ""


def test_parties_counted_in_several_lots_count_the_same(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mix_store, "_AT_ONCE", 1)
    people.add(book, Party("Acme"), on=date(2023, 1, 1))
    sell(book, 1, ("2023-01-10", 100))
    insert_in_bulk(book, Random(7), 60)
    check(book)
    book.undo()
    check(book)


def test_a_cache_that_went_wrong_is_rebuilt(book: Book) -> None:
    insert_in_bulk(book, Random(8), 60)
    with book.change("Spoil"):
        book.file.db.execute_sql("UPDATE mix_month SET total = total + 1")
        book.file.db.execute_sql("DELETE FROM income_month")
    assert problems(book.file.db) != []
    with book.change("Rebuild"):
        book.mix.rebuild()
    check(book)


# Random histories.

near = st.integers(0, 1700).map(lambda after: date(2022, 1, 1) + timedelta(after))
histories = st.lists(
    st.one_of(
        st.tuples(st.just("sale"), st.integers(1, 3), near, st.sampled_from([100, 250, -40])),
        st.tuples(st.just("move"), st.integers(0, 30), st.integers(1, 3), near),
        st.tuples(st.just("cut"), st.integers(0, 30)),
        st.tuples(st.just("since"), st.integers(1, 3), st.none() | near),
        st.tuples(st.just("spend"), near, st.sampled_from(Side), st.sampled_from([60, -60])),
        st.tuples(st.just("work"), near, st.sampled_from(Side), st.integers(1, 90)),
        st.tuples(st.just("days"), st.sampled_from(["new_days", "silent_days"]), st.integers(1, 500)),
        st.tuples(st.just("bulk"), st.integers(0, 99)),
        st.tuples(st.just("undo"), st.integers(1, 5)),
        st.tuples(st.just("redo"), st.integers(1, 5)),
    ),
    max_size=25,
)


@settings(max_examples=120, deadline=None, database=None)
@given(histories)
def test_the_cache_follows_any_history(history: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        book = new_book(Path(folder) / "book", "EUR", lambda: TODAY)
        try:
            for name in ("Acme", "Zoë", "Hilltop"):
                people.add(book, Party(name), on=date(2022, 1, 1))
            book.start_history()
            for what, *values in history:
                TAKE[what](book, *values)
                check(book)
            before = book.mix.cached()
            with book.change("Rebuild"):
                book.mix.rebuild()
            assert book.mix.cached() == before
        finally:
            book.close()


def move(book: Book, which: int, party: int, on: date) -> None:
    if sale := _one_sale(book, which):
        money.edit_sale(book, Sale(on, party, sale.amount * 2, sale.memo, not sale.owed, sale.id))


def cut(book: Book, which: int) -> None:
    if sale := _one_sale(book, which):
        money.remove_sale(book, sale.id)


def set_days(book: Book, name: str, length: int) -> None:
    with book.change("Set the days"):
        book.settings.set(name, str(length))


def again(verb: Callable[[Book], str]) -> Callable[[Book, int], None]:
    return lambda book, times: [verb(book) for _ in range(times)] and None


TAKE: dict[str, Callable[..., object]] = {
    "sale": lambda book, party, on, amount: money.record_sale(book, Sale(on, party, amount)),
    "move": move,
    "cut": cut,
    "since": lambda book, party, since: people.edit(book, Party("Moved", customer_since=since, id=party)),
    "spend": lambda book, on, side, amount: money.record_expense(book, Expense(on, amount, side)),
    "work": lambda book, on, side, minutes: work.log(book, Work(on, minutes, side)),
    "days": set_days,
    "bulk": lambda book, seed: insert_in_bulk(book, Random(seed), 8),
    "undo": again(Book.undo),
    "redo": again(Book.redo),
}


def _one_sale(book: Book, which: int) -> Sale | None:
    sales = book.ledger.sales(date.min, date.max)
    return sales[which % len(sales)] if sales else None
