"""What a change costs depends on what it touched: nothing that follows it reads the book from end to end."""

import pytest

from balancer_desktop.app.book import Book
from balancer_desktop.storage.bought_rows import _BOUGHT
from balancer_desktop.storage.folders_store import _FILED
from balancer_desktop.storage.mix_store import _HOURS_CHANGE, _MONEY_CHANGE
from balancer_desktop.storage.pipeline_store import _LAST_EVENTS
from balancer_desktop.storage.prospecting import _ANSWERS, _FIRSTS, _STEPS, _TOUCHES
from balancer_desktop.storage.sellers import _SELLERS
from balancer_desktop.storage.tables import TRACKED
from balancer_desktop.storage.today_store import _HOOKS_DUE, _PARKED


def plan(book: Book, sql: str, **values: int) -> list[str]:
    """SQLite's own words about how it will read: SEARCH is by an index, SCAN is everything."""
    with book.file.writing():  # images are kept from the first change on
        return [row[3] for row in book.file.db.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.mark.parametrize("sql", [_SELLERS, _HOURS_CHANGE, _MONEY_CHANGE])
def test_the_caches_follow_a_step_from_its_images(book: Book, sql: str) -> None:
    """Only the few ranges of bulk inserts may be scanned; rows of the book are found by id or by entry."""
    steps = plan(book, sql, s=1)
    assert [step for step in steps if step.startswith("SCAN") and step != "SCAN r"] == []
    assert [step for step in steps if "entry_date" in step or "entry_party" in step] == []


def test_who_has_a_folder_is_found_without_reading_every_party(book: Book) -> None:
    """As it is at every start, and after every change of somebody."""
    assert [step[:8] for step in plan(book, _FILED) if step[:4] in ("SCAN", "SEAR")][:2] == ["SCAN f", "SEARCH p"]
    some = plan(book, f"{_FILED} WHERE f.party IN (1, 2)")
    assert [step[:8] for step in some if step[:4] in ("SCAN", "SEAR")][:2] == ["SEARCH f", "SEARCH p"]


@pytest.mark.parametrize("table", TRACKED)
def test_an_image_is_found_by_step_and_id(book: Book, table: str) -> None:
    """As the triggers look for it, once for every row that is written."""
    images = f"(SELECT 1 FROM undo_{table} AS u WHERE u.step = 1 AND u.id = t.id)"
    steps = plan(book, f"SELECT 1 FROM {table} AS t WHERE NOT EXISTS {images}")
    assert any("(step=? AND id=?)" in step for step in steps)


def test_open_hooks_are_found_by_their_day(book: Book) -> None:
    """Today's list asks after every entry; whoever left without a hook must not be looked at."""
    first = plan(book, _HOOKS_DUE, day=1)[0]
    assert "standing_change_hook" in first


def test_the_week_of_prospecting_is_read_from_indexes(book: Book) -> None:
    """Today's list and the Prospects tab ask after every entry: no contact of another week is looked at."""
    steps = [
        row[3]
        for row in book.file.db.execute_sql(f"EXPLAIN QUERY PLAN {_TOUCHES}", {"first": "", "last": "", "most": 1})
    ]
    assert [step for step in steps if step.startswith("SCAN") and "subquery" not in step] == []
    assert (
        next(step for step in steps if step[:6] == "SEARCH")
        == "SEARCH c USING INDEX contact_date (on_date>? AND on_date<?)"
    )


def test_the_latest_event_of_a_party_is_looked_up(book: Book) -> None:
    sql = f"EXPLAIN QUERY PLAN {_LAST_EVENTS} WHERE p.id IN (1, 2)"
    steps = [row[3] for row in book.file.db.execute_sql(sql, {"day": ""})]
    assert [step for step in steps if step.startswith("SCAN")] == []
    assert sum("on_date<?" in step for step in steps) == 4


def test_the_usual_gap_reads_no_entry_of_its_own(book: Book) -> None:
    """First sales come from the cache of rhythms, and the rest is one look for each of the latest buyers."""
    sql = f"EXPLAIN QUERY PLAN {_FIRSTS}"
    steps = [row[3] for row in book.file.db.execute_sql(sql, {"day": "", "most": 9})]
    assert [step for step in steps if step.startswith("SCAN")] in (["SCAN sale_rhythm", "SCAN r"], ["SCAN r"])


def test_what_was_bought_is_looked_up_from_what_is_open(book: Book) -> None:
    """Today's list asks after every sale: neither the sales of others nor what was closed is looked at."""
    steps = [row[3] for row in book.file.db.execute_sql(f"EXPLAIN QUERY PLAN {_BOUGHT}")]
    assert [step for step in steps if step.startswith("SCAN")] == ["SCAN open USING INDEX opportunity_open"]
    assert "SEARCH e USING INDEX entry_party (party=? AND kind=? AND on_date>?)" in steps


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT id FROM inquiry WHERE state IN ('waiting', 'promised') ORDER BY received_at, id",
        f"{_PARKED} AND p.opportunity IN (1, 2)",
        "SELECT 1 FROM opportunity WHERE party IN (1, 2) AND closed_on IS NULL LIMIT 1",
        "SELECT id FROM opportunity AS o WHERE o.closed_on IS NULL",
    ],
)
def test_what_todays_list_asks_of_the_pipeline_is_found_by_indexes(book: Book, sql: str) -> None:
    """Asked after every entry: neither what is settled nor what is closed is looked at."""
    steps = [row[3] for row in book.file.db.execute_sql(f"EXPLAIN QUERY PLAN {sql}", {"day": "2026-11-20"})]
    read = [step for step in steps if step.startswith(("SCAN", "SEARCH"))]
    assert all("INDEX" in step for step in read), read


@pytest.mark.parametrize(
    ("sql", "first"),
    [
        (_STEPS, "SEARCH n USING INDEX next_step_done (done_on>? AND done_on<?)"),
        (_ANSWERS, "SEARCH i USING INDEX inquiry_responded (responded_at>? AND responded_at<?)"),
    ],
)
def test_what_else_is_a_touch_is_read_from_indexes(book: Book, sql: str, first: str) -> None:
    steps = plan(book, sql, first=1, last=1, after=1)
    assert [step for step in steps if step.startswith("SCAN")] == []
    assert next(step for step in steps if step[:6] == "SEARCH") == first
