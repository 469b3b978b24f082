"""Whatever the owner's verbs put into a book, an export of it imports as the same book."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balancer_desktop.app import (
    archive,
    archive_folders,
    cadence,
    checklists,
    contacts,
    inquiries,
    keep_in_touch,
    losing,
    money,
    opportunities,
    people,
    reasons,
    referrers,
    stages,
    winning,
    work,
)
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.run import import_files
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.checklist import ONBOARDING, TemplateStep
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ReasonClass, Standing
from tests.app.exports import contents, renumbered
from tests.conftest import TODAY

Act = Callable[[Book], object]

TEXTS = st.text(max_size=8) | st.text("=+-@'\"\\/,;:| \t\r\naé漢0", max_size=8)
WORDS = TEXTS.map(lambda text: f"{text}x")
NAMES = WORDS | st.sampled_from(["Ann", "Ann Lee", "Bo"])
DAYS = st.dates(date(2024, 1, 1), TODAY)
EARLY = st.dates(date(2023, 1, 1), date(2023, 3, 1))
PEOPLE = st.integers(1, 4)
ABOUT = st.integers(0, 4)
NUMBERS = st.integers(1, 14)
GAPS = st.sampled_from([(0, 0), (14, 0), (0, 30), (7, 21)])


def chosen(enum: type) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(enum))


POINTS = st.lists(st.builds(ContactPoint, chosen(ContactKind), TEXTS | st.just("030 1"), TEXTS), max_size=4)


@st.composite
def parties(draw: st.DrawFn, referrers: st.SearchStrategy[int]) -> Party:
    ideal, longest = draw(GAPS)
    name = draw(NAMES)
    return Party(
        name, draw(chosen(PartyKind)), draw(TEXTS | st.just(name)), tuple(draw(POINTS)),
        tuple(draw(st.lists(TEXTS, max_size=3))), draw(TEXTS), draw(referrers), draw(st.none() | DAYS), draw(TEXTS),
        ideal_gap=ideal, longest_gap=longest,
    )  # fmt: skip


def act(verb: Callable[..., object], *arguments: st.SearchStrategy[object]) -> st.SearchStrategy[Act]:
    """The verb with drawn arguments, still to be done on a book."""
    return st.tuples(*arguments).map(lambda drawn: lambda book: verb(book, *drawn))


AHEAD = st.dates(TODAY + timedelta(1), date(2027, 1, 1))
OPEN = st.integers(1, 5)
VALUES = st.integers(0, 99_999)
CHANCES = st.none() | st.integers(0, 100)
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
INSTANTS = st.builds(
    lambda on, minutes, zone: datetime(on.year, on.month, on.day, tzinfo=zone) + timedelta(minutes=minutes),
    st.dates(date(2024, 1, 1), TODAY - timedelta(2)), st.integers(0, 1439), ZONES,
)  # fmt: skip
ASKED = st.builds(
    Inquiry, INSTANTS, chosen(InquiryChannel), ABOUT, TEXTS | NAMES, TEXTS | st.just("030 1"), TEXTS, ABOUT, TEXTS,
    TEXTS,
)  # fmt: skip
OFFERED = st.builds(
    Opportunity, PEOPLE, WORDS, DAYS, VALUES, CHANCES, TEXTS, ABOUT, st.just(0), st.none() | AHEAD, note=TEXTS
)


def tell_all(book: Book) -> None:
    for item in referrers.to_tell(book)[:2]:
        referrers.told(book, item)


ASK = act(inquiries.receive, ASKED)
OFFER = act(opportunities.add, OFFERED, st.integers(0, 7), st.none() | st.builds(NextStep, AHEAD, PEOPLE, WORDS))
ENDS = st.one_of(
    act(inquiries.make_prospect, OPEN, TEXTS, VALUES, TEXTS),
    act(opportunities.park, OPEN.map(lambda id_: [id_]), AHEAD),
    act(losing.lose, OPEN, st.integers(1, 11), TEXTS, st.none() | DAYS, st.none() | AHEAD),
    st.tuples(OPEN, st.none() | DAYS, VALUES, st.booleans()).map(
        lambda drawn: lambda book: winning.win(
            book, drawn[0], on=drawn[1], agreed=drawn[2], discount=drawn[2] % 3,
            sale=Sale(drawn[1] or TODAY, 0, drawn[2]) if drawn[3] else None,
        )
    ),
)  # fmt: skip
PROSPECTS = st.one_of(
    ASK,
    act(inquiries.promise, OPEN, WORDS, st.none() | AHEAD, TEXTS),
    act(inquiries.answer, OPEN, TEXTS, TEXTS),
    act(inquiries.make_prospect, OPEN, TEXTS, VALUES, TEXTS),
    act(inquiries.not_for_us, OPEN, TEXTS),
    act(inquiries.lose_to_silence, OPEN),
    act(inquiries.match, OPEN, PEOPLE),
    act(inquiries.remove, OPEN),
    OFFER,
    act(opportunities.move, OPEN, st.integers(1, 8), st.none() | DAYS),
    act(opportunities.park, OPEN.map(lambda id_: [id_]), AHEAD),
    act(opportunities.resume, OPEN),
    act(opportunities.remove, OPEN),
    ENDS,
    act(stages.add, st.builds(Stage, WORDS, st.integers(0, 100), st.integers(1, 99))),
    act(stages.retire, st.integers(1, 8)),
    act(stages.remove, st.integers(1, 8)),
    act(stages.reorder, st.lists(st.integers(1, 6), max_size=3)),
    act(stages.add_loss_reason, WORDS),
    act(stages.retire_loss_reason, st.integers(1, 10)),
    act(
        checklists.set_template,
        st.just(ONBOARDING) | WORDS,
        st.lists(st.builds(TemplateStep, st.just(""), WORDS, st.integers(0, 9)), max_size=2),
    ),
    act(checklists.start, PEOPLE),
    st.just(tell_all),
)  # fmt: skip
ADD = act(people.add, parties(st.just(0)), chosen(Standing), EARLY)
IDS = PEOPLE.map(lambda party_id: [party_id])
ACTS = st.one_of(
    act(people.add, parties(ABOUT), chosen(Standing), DAYS),
    act(people.remove, IDS),
    act(people.set_standing, IDS, chosen(Standing), DAYS, NUMBERS, TEXTS),
    act(archive.archive, IDS, NUMBERS, DAYS, st.integers(0, 2), TEXTS, TEXTS),
    act(archive.archive, IDS, NUMBERS, DAYS, st.integers(0, 2), TEXTS, WORDS, st.just(TODAY)),
    act(archive.restore, IDS, DAYS),
    act(archive.finish_hook, PEOPLE),
    act(archive_folders.add, WORDS, st.integers(0, 2)),
    act(reasons.add_reason, WORDS, chosen(ReasonClass)),
    act(reasons.retire, NUMBERS),
    act(reasons.remove_reason, NUMBERS),
    st.tuples(WORDS, GAPS).map(lambda drawn: lambda book: cadence.set_tag(book, drawn[0], *drawn[1])),
    act(keep_in_touch.leave_until, IDS, st.lists(chosen(Matter), max_size=2), st.just(date(2027, 1, 1))),
    act(money.record_sale, st.builds(Sale, DAYS, PEOPLE, st.integers(-99, 500), TEXTS, st.booleans())),
    act(money.remove_sale, NUMBERS),
    act(money.record_expense, st.builds(Expense, DAYS, st.integers(-9, 9), chosen(Side), ABOUT, TEXTS)),
    act(work.log, st.builds(Work, DAYS, st.integers(1, 1440), chosen(Side), ABOUT, TEXTS)),
    act(
        contacts.log,
        st.builds(
            Contact,
            DAYS,
            PEOPLE,
            chosen(Channel),
            TEXTS,
            incoming=st.booleans(),
            answered=st.booleans(),
        ),
    ),
    act(contacts.plan, st.builds(NextStep, st.dates(date(2024, 1, 1), date(2027, 1, 1)), PEOPLE, WORDS)),
    act(contacts.finish, NUMBERS),
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.lists(ADD, min_size=3, max_size=4),
    st.lists(ASK | OFFER, min_size=6, max_size=8),
    st.lists(ACTS | PROSPECTS, min_size=25, max_size=40),
    st.lists(ENDS, min_size=5, max_size=8),
)
def test_any_book_comes_back(
    tmp_path_factory: pytest.TempPathFactory, first: list[Act], asked: list[Act], acts: list[Act], ends: list[Act]
) -> None:
    place = tmp_path_factory.mktemp("any")
    book, copy, again = (new_book(place / name, "EUR", lambda: TODAY) for name in ("book", "copy", "again"))
    try:
        for do in [*first, *asked, *acts, *ends]:
            with suppress(Refused):
                do(book)
        files = export_csv(book, place / "first")
        assert import_files(copy, files).issues == ()
        assert verify(copy) == []
        twice = export_csv(copy, place / "second")
        assert renumbered(place / "first") == renumbered(place / "second")
        before = "\n".join(copy.file.db.connection().iterdump())
        assert import_files(copy, files).added == 0 or not book.people.names()
        assert "\n".join(copy.file.db.connection().iterdump()) == before or not book.people.names()
        import_files(again, twice)
        export_csv(again, place / "third")
        assert contents(place / "second") == contents(place / "third")
    finally:
        for one in (book, copy, again):
            one.close()
