"""The figures in the tables of people, each against one added up by hand."""

from datetime import date

import pytest

from balancer_desktop.app import contacts, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.people_rows import person_rows


@pytest.fixture
def acme(book: Book) -> int:
    """A business with two phones, an e-mail and two tags, a prospect since 2024."""
    points = (
        ContactPoint(ContactKind.EMAIL, "office@acme.example"),
        ContactPoint(ContactKind.PHONE, "+1 555 0101", "work"),
        ContactPoint(ContactKind.PHONE, "+1 555 0202", "mobile"),
    )
    party = Party("Äcme", PartyKind.BUSINESS, "Holding", points, ("roof", "net 30"), customer_since=date(2020, 5, 5))
    return people.add(book, party, on=date(2024, 1, 1))


def row(book: Book, party_id: int) -> PersonRow:
    (found,) = people.rows(book, ids=[party_id])
    return found


def test_somebody_new_has_no_figures(book: Book) -> None:
    party = people.add(book, Party("Newcomer"), on=date(2026, 11, 1))
    assert row(book, party) == PersonRow(
        id=party, name="Newcomer", kind=PartyKind.PERSON, standing=Standing.PROSPECT, company="", tags="", phone="",
        email="", folded="newcomer", standing_since=date(2026, 11, 1),
    )  # fmt: skip
    assert row(book, party).hourly_rate is None


def test_a_full_row(book: Book, acme: int) -> None:
    for on, amount in ((date(2025, 11, 20), 99999), (date(2025, 11, 21), 30000), (date(2026, 11, 20), 15000)):
        money.record_sale(book, Sale(on, acme, amount))
    money.record_sale(book, Sale(date(2026, 3, 1), acme, -5000, "a refund"))
    money.record_expense(book, Expense(date(2025, 11, 20), 777, Side.KEEP, acme))
    money.record_expense(book, Expense(date(2026, 1, 1), 4000, Side.KEEP, acme))
    money.record_expense(book, Expense(date(2026, 1, 2), 123456, Side.KEEP))
    work.log(book, Work(date(2025, 11, 20), 999, Side.KEEP, acme))
    work.log(book, Work(date(2025, 11, 21), 60, Side.KEEP, acme))
    work.log(book, Work(date(2026, 10, 1), 120, Side.KEEP, acme))
    contacts.log(book, Contact(date(2026, 9, 1), acme, Channel.CALL))
    contacts.plan(book, NextStep(date(2026, 12, 24), acme, "send a card"))
    contacts.plan(book, NextStep(date(2026, 12, 1), acme, "visit"))
    contacts.finish(book, contacts.plan(book, NextStep(date(2026, 11, 1), acme, "done already")))
    assert row(book, acme) == PersonRow(
        id=acme, name="Äcme", kind=PartyKind.BUSINESS, standing=Standing.CURRENT, company="Holding",
        tags="net 30, roof", phone="+1 555 0101", email="office@acme.example",
        folded="acme holding roof net 30 office@acme.example +1 555 0101 +1 555 0202 15550101 15550202",
        customer_since=date(2020, 5, 5), standing_since=date(2025, 11, 20),
        last_contact=date(2026, 11, 20), last_sale=date(2026, 11, 20), last_done=date(2026, 11, 20),
        income=30000 + 15000 - 5000, costs=4000, minutes=180, next_due=date(2026, 12, 1), next_step="visit", beyond=0.0,
    )  # fmt: skip
    assert row(book, acme).hourly_rate == 12000  # (400.00 − 40.00) in 3 h
    assert row(book, acme)._replace(minutes=179).hourly_rate is None, "too early to tell"


@pytest.mark.parametrize(
    ("today", "first_day_within"),
    [
        (date(2026, 11, 20), date(2025, 11, 21)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 2, 29)),
        (date(2026, 1, 1), date(2025, 1, 2)),
    ],
)
def test_twelve_months_end_today(book: Book, acme: int, today: date, first_day_within: date) -> None:
    money.record_sale(book, Sale(first_day_within, acme, 100))
    money.record_sale(book, Sale(date.fromordinal(first_day_within.toordinal() - 1), acme, 7))
    (found,) = person_rows(book.file.db, today)
    assert found.income == 100


def test_a_refund_is_a_touch_but_no_sale(book: Book, acme: int) -> None:
    money.record_sale(book, Sale(date(2026, 1, 1), acme, 100))
    money.record_sale(book, Sale(date(2026, 2, 1), acme, 100))
    money.record_sale(book, Sale(date(2026, 3, 1), acme, -100))
    assert row(book, acme).last_sale == date(2026, 2, 1)
    money.record_sale(book, Sale(date(2026, 3, 1), acme, 50))
    assert row(book, acme).last_sale == date(2026, 3, 1)


def test_only_a_refund_is_no_sale(book: Book, acme: int) -> None:
    money.record_sale(book, Sale(date(2026, 3, 1), acme, -100))
    assert row(book, acme).last_sale is None
    assert row(book, acme).income == -100


@pytest.mark.parametrize("latest", ["sale", "work", "contact"])
def test_the_latest_touch_of_any_kind(book: Book, acme: int, latest: str) -> None:
    days = dict.fromkeys(("sale", "work", "contact"), date(2026, 5, 1)) | {latest: date(2026, 6, 1)}
    money.record_sale(book, Sale(days["sale"], acme, 100))
    work.log(book, Work(days["work"], 5, Side.KEEP, acme))
    contacts.log(book, Contact(days["contact"], acme, Channel.NOTE))
    assert row(book, acme).last_contact == date(2026, 6, 1)


def test_why_they_left(book: Book, acme: int) -> None:
    moved = next(reason for reason in book.people.reasons() if reason.label == "Moved away")
    people.set_standing(book, [acme], Standing.EX, date(2026, 8, 1), moved.id)
    found = row(book, acme)
    assert (found.standing, found.standing_since, found.reason) == (Standing.EX, date(2026, 8, 1), "Moved away")
    people.set_standing(book, [acme], Standing.CURRENT, date(2026, 9, 1))
    assert row(book, acme).reason == ""


def test_tables_hold_their_standings_in_order_of_name(book: Book) -> None:
    for name, standing in (
        ("zoe", Standing.CURRENT),
        ("Émile", Standing.CURRENT),
        ("Dora", Standing.PROSPECT),
        ("Ada", Standing.LAPSED),
        ("Bob", Standing.EX),
    ):
        people.add(book, Party(name), standing, date(2026, 1, 1))

    def names(*standings: Standing) -> list[str]:
        return [found.name for found in people.rows(book, standings)]

    assert names(Standing.CURRENT) == ["Émile", "zoe"]
    assert names(Standing.LAPSED, Standing.EX) == ["Ada", "Bob"]
    assert names() == ["Ada", "Bob", "Dora", "Émile", "zoe"]
    assert [found.name for found in people.rows(book, [Standing.CURRENT], ids=[1, 3])] == ["zoe"]
    assert book.people.standings() == {
        Standing.PROSPECT: 1, Standing.CURRENT: 2, Standing.LAPSED: 1, Standing.EX: 1
    }  # fmt: skip
