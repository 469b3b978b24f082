"""Import ∘ export = identity: a book exported and imported into a new one is the same book, to the last oddity.

Compared is what an export holds, every cell of every file; but numbers of records are compared by the places of their
rows, for a new book gives out its own. From the second book on even these are the same, and so are the bytes.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from balancer_desktop.app import (
    archive,
    archive_folders,
    balance,
    book_settings,
    cadence,
    checklists,
    contacts,
    exits,
    inquiries,
    keep_in_touch,
    losing,
    money,
    opportunities,
    people,
    reasons,
    referrers,
    stages,
    standings,
    totals,
    winning,
    work,
)
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.app.demo import make_demo
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.run import Imported, import_files
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.checklist import TemplateStep
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.holidays import read_holidays
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, state_on
from balancer_desktop.domain.inquiries.working_weeks import read_weeks
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.pipeline.opportunity import (
    Opportunity,
    Parking,
    StageMove,
    outcome_on,
    parked_on,
    stage_on,
)
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ReasonClass, Standing
from tests.app.exports import contents, renumbered, tables
from tests.app.pipeline.figures import figures as figures_of
from tests.conftest import TODAY

DAYS = (TODAY, date(2026, 1, 1), date(2025, 3, 15))
WITHOUT_IDS = (
    "conversion",
    "cycle",
    "gap",
    "newest",
    "week",
    "streak",
    "gain and keep",
    "income",
    "waiting",
    "settled",
)
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
    add_prospects(book)
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
    for channel in Channel:
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


def add_prospects(book: Book) -> None:
    """What the demo has not: odd words, a number alone, stages of one's own, lost and back, parked twice."""
    tokyo = timezone(timedelta(hours=9))
    stages.add(book, Stage("=Site visit", 33, 5))
    stages.reorder(book, [7, 1])
    stages.retire(book, stages.add(book, Stage("Seldom used", 1, 1)))
    stages.remove(book, stages.add(book, Stage("Never used", 1, 1)))
    loss = stages.add_loss_reason(book, "-Rain")
    stages.retire_loss_reason(book, 3)
    checklists.set_template(book, "After care", [TemplateStep("", "=ring", 30), TemplateStep("", "=ring", 60)])
    checklists.set_template(book, "Onboarding", [])
    inquiries.receive(book, Inquiry(datetime(2026, 5, 4, 23, 59, tzinfo=tokyo), InquiryChannel.OTHER, phone="'+81 3"))
    inquiries.receive(
        book, Inquiry(datetime(2026, 5, 4).astimezone(), InquiryChannel.VISIT, name="Ann Twin", asked=ODD)
    )
    again = inquiries.receive(
        book, Inquiry(datetime(2026, 6, 1, 8, tzinfo=tokyo), InquiryChannel.CALL, 3, referred_by=4)
    )
    deal = inquiries.make_prospect(book, again, "=2+2", 12_345, "measure", day(2026, 12, 24))
    opportunities.park(book, [deal], day(2027, 1))
    opportunities.move(book, deal, 7)
    losing.lose(book, deal, loss, ODD, ask_again=day(2027, 6))
    back = opportunities.add(book, Opportunity(3, "Back", day(2026, 2), expected=day(2026, 3), probability=0), 7)
    winning.win(book, back, sale=Sale(TODAY, 3, 500), ends=day(2027, 5), discount=77)
    checklists.start(book, 3, "After care")
    dated = opportunities.add(book, Opportunity(4, "Parked twice", day(2025, 1)))
    with book.change("What happened on days long past"):
        book.pipeline.add_parking(dated, Parking(day(2025, 2), day(2025, 6)))
        book.pipeline.add_parking(dated, Parking(day(2025, 5), day(2025, 5)))
        book.pipeline.add_parking(dated, Parking(day(2026, 2), day(2027, 6)))
        book.pipeline.add_move(dated, StageMove(day(2025, 3), 4))
        book.pipeline.add_move(dated, StageMove(day(2025, 4), 1))


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
        [pipeline_of(book, places, on) for on in DAYS],
        [[figures_of(book, on)[name] for name in WITHOUT_IDS] for on in DAYS],
        [(places[item.referrer_id], item.about, item.became, item.since) for item in referrers.to_tell(book)],
        [replace(step, id=0) for name in book.stages.checklists() for step in book.stages.template(name)],
    ]


def pipeline_of(book: Book, places: dict[int, int], on: date) -> list[object]:
    """As of a day, each opportunity's stage, parking and outcome; and each inquiry's state."""
    stage = {stage.id: (stage.place, stage.name, stage.probability) for stage in book.stages.stages()} | {0: None}
    reasons_ = {reason.id: reason.label for reason in book.stages.loss_reasons()} | {0: ""}
    sales = {sale.id: (sale.on, sale.amount) for sale in book.ledger.sales(date.min, date.max)} | {0: None}
    return [
        *((places[o.party_id], o.title, o.value, stage[stage_on(o, on)], parked_on(o, on), outcome_on(o, on),
           reasons_[o.reason_id], sales[o.sale_id], bool(o.inquiry_id)) for o in book.pipeline.all()),
        *((places.get(i.party_id), i.who, i.received.isoformat(), state_on(i, on)) for i in book.inquiries.all()),
    ]  # fmt: skip


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
    assert [figures_of(copy, on) for on in DAYS] == [figures_of(copied, on) for on in DAYS]


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


def test_what_was_changed_since_it_came_in_is_known_again(rich: Book, made: Callable[[], Book], tmp_path: Path) -> None:
    """Contacts, steps, inquiries and opportunities that the owner corrected, in either book, come in once."""
    files, copy = export_csv(rich, tmp_path / "first"), made()
    brought(copy, files)
    for book in (copy, rich):
        with book.change("Correct everything"):
            for contact in book.contacts.all():
                book.contacts.update(replace(contact, note=f"{contact.note}!", on=contact.on - timedelta(1)))
            for step in book.contacts.all_steps():
                book.contacts.update_step(replace(step, what=f"{step.what}!"))
            for inquiry in book.inquiries.all():
                book.inquiries.update(replace(inquiry, asked=f"{inquiry.asked}!"))
            for one in book.pipeline.all():
                book.pipeline.update(replace(one, title=f"{one.title}!", value=one.value + 1))
        assert brought(copy, export_csv(rich, tmp_path / "first", overwrite=True)).added == 0


def test_an_export_that_comes_back_into_its_own_book_adds_nothing(tmp_path: Path) -> None:
    """As long as nobody is called like somebody else: then the import asks who is meant."""
    book = make_demo(tmp_path / "book", lambda: TODAY)
    add_lists(book)
    add_prospects(book)
    before = "\n".join(book.file.db.connection().iterdump())
    assert brought(book, export_csv(book, tmp_path / "out")).added == 0
    assert "\n".join(book.file.db.connection().iterdump()) == before
    book.close()


def test_an_empty_book_is_the_same_empty_book(book: Book, made: Callable[[], Book], tmp_path: Path) -> None:
    copy = made()
    brought(copy, export_csv(book, tmp_path / "first"))
    export_csv(copy, tmp_path / "second")
    assert tables(tmp_path / "first") == tables(tmp_path / "second")
