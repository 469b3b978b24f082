"""Import ∘ export = identity: a book exported and imported into a new one is the same book, to the last oddity.

Compared is what an export holds, every cell of every file; but numbers of records are compared by the places of their
rows, for a new book gives out its own. From the second book on even these are the same, and so are the bytes.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from balancer_desktop.app import (
    archive,
    archive_folders,
    balance,
    book_settings,
    cadence,
    contacts,
    exits,
    keep_in_touch,
    money,
    people,
    reasons,
    standings,
    totals,
    work,
)
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.app.demo import make_demo
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.run import Imported, import_files
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.holidays import read_holidays
from balancer_desktop.domain.inquiries.working_weeks import read_weeks
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ReasonClass, Standing
from tests.app.exports import contents, renumbered, tables
from tests.conftest import TODAY

ODD = "=1+1 👩‍🔧 “quoted”, ;|\\ 'apostrophe' عمر\nsecond line"


def day(year: int, month: int = 1, of_month: int = 1) -> date:
    return date(year, month, of_month)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[[], Book]]:
    """New books, each in its own folder."""
    books: list[Book] = []

    def make() -> Book:
        books.append(new_book(tmp_path / f"book {len(books)}", "EUR", lambda: TODAY))
        return books[-1]

    yield make
    for book in books:
        book.close()


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Book]:
    """The demo business, and whatever else a book can hold."""
    book = make_demo(tmp_path / "rich", lambda: TODAY)
    add_odd_people(book)
    add_leavers(book)
    add_lists(book)
    assert verify(book) == []
    yield book
    book.close()


def add_odd_people(book: Book) -> None:
    points = tuple(
        ContactPoint(kind, value, label)
        for kind, value, label in (
            (ContactKind.PHONE, "+49 30 1;2", "work"),
            (ContactKind.PHONE, "ask at the bar", "mobile"),
            (ContactKind.PHONE, "-", ""),
            (ContactKind.PHONE, "'030", "work"),
            (ContactKind.PHONE, "'030", "home"),
            (ContactKind.EMAIL, "no address", "private"),
            (ContactKind.EMAIL, "=a@x.example", ""),
        )
    )
    gone = people.add(book, Party("Added by mistake"))
    twin = people.add(book, Party("Ann Twin", notes=ODD), on=day(2025))
    people.add(book, Party("Ann Twin", referred_by=twin), on=day(2025))
    odd = people.add(
        book,
        Party(ODD, PartyKind.BUSINESS, " ".join(ODD.split()), points, ("a, b", "c\\;d:::e", "=f", "net 30"), ODD, twin,
              day(2020, 2, 29), "x" * 200_000, ideal_gap=30, longest_gap=90),
    )  # fmt: skip
    people.add(book, Party("Referred", referred_by=odd))
    people.remove(book, [gone])
    money.record_sale(book, Sale(day(2026, 3), odd, 12_345, ODD, owed=True))
    money.record_sale(book, Sale(day(2026, 3), odd, 1, "the same day"))
    money.record_sale(book, Sale(day(2026, 2), odd, -99, "-refund"))
    money.record_expense(book, Expense(day(2026, 1), -5, Side.RUN, memo="@back"))
    work.log(book, Work(day(2026, 4), 1440, Side.WIN_BACK, odd, ODD))
    for channel in [channel for channel in Channel if channel != "missed call"]:
        contacts.log(book, Contact(day(2026, 5), odd, channel, ODD, incoming=True, answered=False))
    contacts.log(book, Contact(day(2026, 5), odd, Channel.CALL, "twice"))
    contacts.log(book, Contact(day(2026, 5), odd, Channel.CALL, "twice"))


def add_leavers(book: Book) -> None:
    """One who left twice and came back between, one who left and has steps, one who left and was restored."""
    inner = archive_folders.make(book, ["Far/away", "🏝 \\ Sea"])
    archive_folders.add(book, "Empty")
    own = reasons.add_reason(book, "=Found a cousin", ReasonClass.PERFORMANCE)
    unused = next(r.id for r in book.people.reasons() if r.id not in book.people.reason_uses() and r.id != own)
    reasons.remove_reason(book, unused)
    twice, stepping, restored = (
        people.add(book, Party(name), Standing.CURRENT, day(2024)) for name in ("Twice", "Stepping", "Restored")
    )
    archive.archive(book, [twice], own, day(2024, 6), inner, ODD, "ask ‘who’ is next", day(2024, 9))
    archive.finish_hook(book, twice)
    people.set_standing(book, [twice], Standing.CURRENT, day(2025))
    archive.archive(book, [twice], 2, day(2026), hook="the new owner")
    reasons.retire(book, own)
    contacts.plan(book, NextStep(day(2027), stepping, "sweep"))
    contacts.finish(book, contacts.plan(book, NextStep(day(2026), stepping, "=measure")))
    archive.archive(book, [stepping], 2, day(2026, 9), inner)
    contacts.plan(book, NextStep(day(2027, 2), stepping, "send a card"))
    contacts.plan(book, NextStep(day(2027, 3), restored, "call"))
    archive.archive(book, [restored], 2, day(2026, 7))
    archive.restore(book, [restored], day(2026, 8))
    prospect = people.add(book, Party("Bought late"), on=day(2025))
    money.record_sale(book, Sale(day(2025, 5), prospect, 100))
    people.set_standing(book, [prospect], Standing.LAPSED, day(2026, 5), note="quiet")
    people.set_standing(book, [prospect], Standing.CURRENT, day(2026, 5))
    standings.remove_change(book, prospect, book.people.history(prospect)[-1].id)


def add_lists(book: Book) -> None:
    cadence.set_tag(book, "net 30", 14, 0)
    cadence.set_tag(book, "a, b", 7, 21)
    keep_in_touch.leave_until(book, [1, 2], [Matter.TOUCH, Matter.LAPSE], day(2027))
    book_settings.save(book, BookSettings("=Odd & Sons", 3, 8, False, 30, 200, auto_return=True))
    hours = replace(
        book_settings.read(book), weeks=read_weeks("mon-thu 08:00-12:00; fri 22:00-02:00 | from 2026-05-01 mon 8-12")
    )
    days = read_holidays("2026-12-25 Christmas, here; 2026-12-28 to 2027-01-03 “away”")
    book_settings.save(book, replace(hours, holidays=days, response_goal=100))


def brought(book: Book, files: list[Path]) -> Imported:
    done = import_files(book, files)
    assert done.issues == ()
    assert verify(book) == []
    return done


def figures(book: Book) -> list[object]:
    """What the chart, the totals, the exits and the rhythms say; parties by their places."""
    names = book.people.names()
    places = {id_: place for place, id_ in enumerate(sorted(names))}
    span = totals.span(book)
    assert span is not None
    known = KnownRhythms(book)
    known.read_all()
    assert known.fitted is not None
    told = exits.summary(book)
    return [
        [balance.mix(book, measure, *span) for measure in Measure],
        totals.month_totals(book, *span),
        totals.cash_and_owed(book),
        [(places[one.party_id], one.on) for one in told.exits],
        [(line.reason.label, line.reason.kind, line.years) for line in told.lines],
        (told.years, told.attrition),
        {places[id_]: replace(rhythm, party_id=0) for id_, rhythm in known.of(names).items()},
        book.people.standings(),
        [(places[step.party_id], step.what) for step in book.contacts.open_steps(date.max)],
    ]


def test_a_rich_book_comes_back_as_it_was(rich: Book, made: Callable[[], Book], tmp_path: Path) -> None:
    first = export_csv(rich, tmp_path / "first")
    copy = made()
    done = brought(copy, first)
    assert done.matched == done.skipped == 0
    second = export_csv(copy, tmp_path / "second")
    assert renumbered(tmp_path / "first") == renumbered(tmp_path / "second")
    assert figures(copy) == figures(rich)
    brought(made(), second)


def test_from_the_second_book_on_the_bytes_are_the_same(rich: Book, made: Callable[[], Book], tmp_path: Path) -> None:
    copy, copied = made(), made()
    brought(copy, export_csv(rich, tmp_path / "first"))
    brought(copied, export_csv(copy, tmp_path / "second"))
    export_csv(copied, tmp_path / "third")
    assert contents(tmp_path / "second") == contents(tmp_path / "third")


def test_importing_an_export_again_adds_nothing(rich: Book, made: Callable[[], Book], tmp_path: Path) -> None:
    files = export_csv(rich, tmp_path / "first")
    copy = made()
    before = "\n".join(copy.file.db.connection().iterdump())
    brought(copy, files)
    after = "\n".join(copy.file.db.connection().iterdump())
    assert brought(copy, files).added == 0
    assert "\n".join(copy.file.db.connection().iterdump()) == after
    assert copy.undo() == "Import 19 files"
    assert "\n".join(copy.file.db.connection().iterdump()) == before
    copy.redo()
    assert "\n".join(copy.file.db.connection().iterdump()) == after


def test_what_the_first_sale_caused_still_follows_it(rich: Book, made: Callable[[], Book], tmp_path: Path) -> None:
    copy = made()
    brought(copy, export_csv(rich, tmp_path / "first"))
    name = "Bought late"
    (party,) = (id_ for id_, called in copy.people.names().items() if called == name)
    (sale,) = copy.ledger.sales_of(party)
    assert [change.cause_sale for change in copy.people.history(party)][:2] == [0, sale.id]
    money.remove_sale(copy, sale.id)
    assert Standing.CURRENT not in {change.standing for change in copy.people.history(party)}


def test_steps_that_leaving_closed_open_again_with_their_return(
    rich: Book, made: Callable[[], Book], tmp_path: Path
) -> None:
    copy = made()
    brought(copy, export_csv(rich, tmp_path / "first"))
    (party,) = (id_ for id_, called in copy.people.names().items() if called == "Stepping")
    archive.restore(copy, [party])
    opened = [step.what for step in copy.contacts.steps_of(party) if step.done_on is None]
    assert opened == ["sweep", "send a card"]


def test_an_empty_book_is_the_same_empty_book(book: Book, made: Callable[[], Book], tmp_path: Path) -> None:
    copy = made()
    brought(copy, export_csv(book, tmp_path / "first"))
    export_csv(copy, tmp_path / "second")
    assert tables(tmp_path / "first") == tables(tmp_path / "second")
