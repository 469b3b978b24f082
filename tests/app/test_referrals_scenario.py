"""A contractor with 14 referrals in a busy month: nothing falls off, and whoever sent somebody hears what became of it.

The month is lived hour by hour, through quick entry, a file from whoever answers the phone, and the verbs of the forms.
Beside the book the test keeps a plain account of its own; after every act the two are compared.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from balancer_desktop.app import (
    contacts,
    inquiries,
    losing,
    opportunities,
    pipeline,
    quick_entry,
    referrers,
    today_acts,
    winning,
)
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.inquiry_list import inquiry_lines
from balancer_desktop.app.intake.bring_in import bring_in
from balancer_desktop.app.intake.preview import preview
from balancer_desktop.app.names import name_index
from balancer_desktop.app.people import add
from balancer_desktop.app.response_times import response_times
from balancer_desktop.app.today import agenda
from balancer_desktop.app.verify import verify
from balancer_desktop.app.working_hours import clock_of
from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.board import Sign
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.standing import Standing

REFERRERS = ("Acme", "Bell", "Cole", "Dunn", "Eads")
STATES = {
    "waiting": InquiryState.WAITING,
    "promised": InquiryState.PROMISED,
    "answered": InquiryState.ANSWERED,
    "declined": InquiryState.NOT_FOR_US,
    "silent": InquiryState.SILENCE,
    "prospect": InquiryState.PROSPECT,
    "won": InquiryState.PROSPECT,
    "lost": InquiryState.PROSPECT,
}
CALLS = """Date,Time,Name,Number,What about,Referred by,Promised,By when
2026-06-03,08:40,Olga Penn,555-0104,porch roof,Acme,a visit,2026-06-05
2026-06-03,11:15,Paul Rees,555-0105,leaking tap,Dunn,,
2026-06-03,16:20,,555-0106,new fence,Eads,,
"""
LATER_CALLS = """Date,Time,Name,Number,What about,Referred by,Promised,By when
2026-06-11,09:05,Quin Shaw,555-0110,shed door,Bell,,
2026-06-11,12:30,Rosa Tait,555-0111,deck boards,Cole,,
"""


@dataclass
class Referral:
    """What the test knows of one of the fourteen by itself."""

    inquiry: int
    received: datetime
    by: str
    fate: str = "waiting"
    deal: int = 0
    told: bool = False
    ages: list[int] = field(default_factory=list)


@dataclass
class Wall:
    """The clock on it."""

    now: datetime

    def today(self) -> date:
        return self.now.date()

    def instant(self) -> datetime:
        return self.now.astimezone()


class Month:
    """The contractor's book, the clock on the wall, and the account beside it."""

    def __init__(self, book: Book, wall: Wall) -> None:
        self.book, self.wall = book, wall
        self.known: dict[int, Referral] = {}
        self.ids = {name: add(book, Party(name), Standing.CURRENT, date(2026, 1, 1)) for name in REFERRERS}

    def came(self, number: int, by: str, received: datetime | None = None, fate: str = "waiting") -> None:
        """The newest inquiry that is not accounted for is referral `number`."""
        seen = {one.inquiry for one in self.known.values()}
        new = min(one.id for one in self.book.inquiries.all() if one.id not in seen)
        self.known[number] = Referral(new, (received or self.wall.now).astimezone(), by, fate)

    def line(self, number: int, by: str, text: str) -> None:
        quick_entry.commit(self.book, read(text, quick_entry.context(self.book, name_index(self.book))))
        self.came(number, by)

    def form(self, number: int, by: str, channel: InquiryChannel, name: str, asked: str) -> None:
        at = self.wall.now.astimezone()
        inquiries.receive(self.book, Inquiry(at, channel, name=name, referred_by=self.ids[by], asked=asked))
        self.came(number, by)

    def file(self, folder: Path, text: str) -> int:
        """How many inquiries came of it."""
        path = folder / "calls.csv"
        path.write_text(text, encoding="utf-8")
        return bring_in(self.book, preview(self.book, [path])).inquiries

    def prospect(self, number: int, what: str = "visit and measure", due: date | None = None) -> None:
        one = self.known[number]
        one.deal = inquiries.make_prospect(self.book, one.inquiry, value=100_00, step_what=what, step_due=due)
        one.fate = "prospect"

    def fate(self, number: int, fate: str, act: Callable[[Book, int], object]) -> None:
        act(self.book, self.known[number].inquiry)
        self.known[number].fate = fate

    def win(self, number: int, *, sale: bool = True) -> None:
        won = Sale(self.book.today(), 0, 90_00) if sale else None
        winning.win(self.book, self.known[number].deal, sale=won, agreed=None if sale else 80_00)
        self.known[number].fate = "won"

    def lose(self, number: int) -> None:
        losing.lose(self.book, self.known[number].deal, 1)
        self.known[number].fate = "lost"

    def tell(self, number: int, channel: Channel | None = None) -> None:
        one = self.known[number]
        mine = {(0, one.deal)} if one.deal else {(one.inquiry, 0)}
        (item,) = (i for i in referrers.to_tell(self.book) if (i.inquiry_id, i.opportunity_id) in mine)
        referrers.told(self.book, item, channel=channel)
        one.told = True

    def row(self, number: int) -> AgendaItem:
        """Its row on today's list."""
        kinds = (Waiting.INQUIRY, Waiting.PROMISE, Waiting.PROMISED)
        (item,) = (i for i in agenda(self.book) if i.kind in kinds and self.known[number].inquiry in i.ids)
        return item

    def check(self) -> None:
        """Nothing has fallen off."""
        book, ones = self.book, list(self.known.values())
        assert verify(book) == []
        assert sorted(one.inquiry for one in ones) == sorted(i.id for i in book.inquiries.all())
        for one in ones:
            inquiry = book.inquiries.get(one.inquiry)
            assert inquiry
            assert (inquiry.state, inquiry.referred_by) == (STATES[one.fate], self.ids[one.by])
            assert inquiry.received == one.received
        self._check_today(ones)
        self._check_list(ones)
        self._check_pipeline(ones)
        owed = [(one.by, one.inquiry if not one.deal else 0, one.deal) for one in ones if is_over(one) and not one.told]
        listed = [(item.referrer, item.inquiry_id, item.opportunity_id) for item in referrers.to_tell(book)]
        assert sorted(listed) == sorted(owed)

    def _check_today(self, ones: list[Referral]) -> None:
        """Whoever waits has a row with the referrer; promises of the week have one too; and nobody else has."""
        rows = agenda(self.book)
        waiting = {id_: item for item in rows if item.kind is Waiting.INQUIRY for id_ in item.ids}
        assert waiting.keys() == {one.inquiry for one in ones if one.fate == "waiting"}
        assert all(waiting[one.inquiry].referrer == one.by for one in ones if one.fate == "waiting")
        promised = {id_ for item in rows if item.kind in (Waiting.PROMISE, Waiting.PROMISED) for id_ in item.ids}
        assert promised == {
            one.inquiry
            for one in ones
            if one.fate == "promised" and due(self.book, one) <= self.book.today() + timedelta(7)
        }
        kinds = [item.kind for item in rows]
        assert kinds == sorted(kinds)

    def _check_list(self, ones: list[Referral]) -> None:
        """All are in the list of inquiries, those that wait first, with an age that only grows."""
        lines = inquiry_lines(self.book)
        fates = {one.inquiry: one.fate for one in ones}
        order = [{"waiting": 0, "promised": 1}.get(fates[line.inquiry.id], 2) for line in lines]
        assert order == sorted(order)
        assert len(lines) == len(ones)
        names = {line.inquiry.id: line.referrer for line in lines}
        assert all(names[one.inquiry] == one.by for one in ones)
        clock = clock_of(self.book)
        for one in ones:
            if one.fate == "waiting":
                one.ages.append(clock.minutes(one.received, self.book.now()))
                assert one.ages[-1] == counted(one.received.replace(tzinfo=None), self.wall.now)
                assert one.ages == sorted(one.ages)

    def _check_pipeline(self, ones: list[Referral]) -> None:
        """Every prospect that is neither won nor lost is on the board, with a next step or parked."""
        cards = {card.opportunity.id: card for column in pipeline.board(self.book) for card in column.cards}
        assert cards.keys() == {one.deal for one in ones if one.fate == "prospect"}
        assert all(card.next_step or card.sign is Sign.PARKED for card in cards.values())
        assert all(
            found.referred_by == self.ids[one.by]
            for one in ones
            if one.deal and (found := self.book.pipeline.get(one.deal))
        )


def is_over(one: Referral) -> bool:
    return one.fate in {"won", "lost", "declined", "silent"}


def due(book: Book, one: Referral) -> date:
    inquiry = book.inquiries.get(one.inquiry)
    assert inquiry
    assert inquiry.promised_by
    return inquiry.promised_by


def counted(start: datetime, end: datetime) -> int:
    """Minutes of Monday to Friday, 8 to 17, one by one by the day."""
    total, day = 0, start.date()
    while day <= end.date():
        if day.weekday() < 5:
            opens, closes = (datetime(day.year, day.month, day.day, hour) for hour in (8, 17))
            total += max(0, int((min(end, closes) - max(start, opens)).total_seconds()) // 60)
        day += timedelta(1)
    return total


@pytest.fixture
def month(tmp_path: Path) -> Iterator[Month]:
    wall = Wall(datetime(2026, 6, 1, 7))
    book = new_book(tmp_path / "book", "EUR", wall.today)
    book.clock = wall.instant
    yield Month(book, wall)
    book.close()


def test_fourteen_referrals(month: Month, tmp_path: Path) -> None:
    for at, act in sorted(script(month, tmp_path), key=lambda event: event[0]):
        while month.wall.now < at:  # every morning in between is looked at too
            month.wall.now = min(at, datetime.combine(month.wall.now.date() + timedelta(1), time(7)))
            month.check()
        act()
        month.check()
    check_the_end(month)


def script(m: Month, folder: Path) -> list[tuple[datetime, Callable[[], object]]]:
    """The month, day by day: fourteen come in, and one after the other is seen to, or not."""
    book, known = m.book, m.known

    def on(day: int, clock: str, act: Callable[[], object]) -> tuple[datetime, Callable[[], object]]:
        return datetime.combine(date(2026, 6, day), time.fromisoformat(clock)), act

    def three_calls() -> None:
        assert m.file(folder, CALLS) == 3
        for number, by, at, fate in ((4, "Acme", (8, 40), "promised"), (5, "Dunn", (11, 15), "waiting"),
                                     (6, "Eads", (16, 20), "waiting")):  # fmt: skip
            m.came(number, by, datetime(2026, 6, 3, *at), fate)

    def the_file_again() -> None:
        assert m.file(folder, CALLS) == 0

    def two_calls() -> None:
        assert m.file(folder, CALLS + LATER_CALLS.partition("\n")[2]) == 2
        m.came(10, "Bell", datetime(2026, 6, 11, 9, 5))
        m.came(11, "Cole", datetime(2026, 6, 11, 12, 30))

    def promised(number: int, what: str, by: date) -> Callable[[], None]:
        return lambda: m.fate(number, "promised", lambda book, id_: inquiries.promise(book, id_, what, by))

    def a_visit_to_ned() -> None:
        """Whoever is spoken to has been answered: the contact itself says so."""
        ned = add(book, Party("Ned Moss"))
        inquiries.match(book, known[8].inquiry, ned)
        contacts.log(book, Contact(book.today(), ned, Channel.VISIT, "looked at it"))
        known[8].fate = "answered"

    def quiet_for_long() -> None:
        """From today's row itself, as with a key."""
        today_acts.lose_to_silence(book, m.row(5))
        known[5].fate = "silent"

    def finish_and_plan() -> None:
        (step,) = book.contacts.steps_for(known[9].deal)
        opportunities.finish_step(book, step.id, NextStep(date(2026, 6, 19), 0, "ask about the quote"))

    return [
        on(1, "07:10", lambda: m.line(1, "Acme", "missed call 555-0101 ref Acme gutter")),
        on(1, "18:30", lambda: m.line(2, "Bell", "inquiry Mara Quinn website new roof ref Bell")),
        on(2, "09:00", promised(1, "a price", date(2026, 6, 4))),
        on(2, "11:40", lambda: m.form(3, "Cole", InquiryChannel.CALL, "Lou Park", "a swimming pool")),
        on(3, "08:20", lambda: m.fate(2, "answered", inquiries.answer)),
        on(3, "12:00", lambda: m.fate(3, "declined", lambda book, id_: inquiries.not_for_us(book, id_, "no pools"))),
        on(3, "17:30", three_calls),
        on(4, "08:00", the_file_again),
        on(4, "10:00", lambda: m.prospect(1)),
        on(5, "09:15", lambda: m.prospect(4, due=date(2026, 6, 9))),
        on(5, "09:30", lambda: m.prospect(2, "send the quote", date(2026, 6, 8))),
        on(5, "16:50", lambda: m.line(7, "Dunn", "missed call 555-0107 ref Dunn")),
        on(6, "11:00", lambda: m.form(8, "Eads", InquiryChannel.VISIT, "Ned Moss", "a fence, met at the market")),
        on(8, "08:30", lambda: m.fate(7, "answered", inquiries.answer)),
        on(8, "09:00", lambda: m.prospect(6)),
        on(8, "09:05", lambda: opportunities.park(book, [known[6].deal], date(2026, 7, 15))),
        on(9, "13:00", lambda: m.line(9, "Acme", "inquiry Tess Vane sms broken pane ref Acme")),
        on(10, "07:45", lambda: m.prospect(9, "send the quote", date(2026, 6, 12))),
        on(10, "08:00", lambda: m.prospect(7, "visit and measure", date(2026, 6, 11))),
        on(11, "17:30", two_calls),
        on(12, "09:00", lambda: m.fate(10, "answered", inquiries.answer)),
        on(12, "09:10", promised(11, "a date for the deck", date(2026, 6, 26))),
        on(12, "12:00", lambda: m.win(1)),
        on(12, "12:05", lambda: m.tell(1, Channel.CALL)),
        on(12, "15:00", finish_and_plan),
        on(15, "10:00", lambda: m.line(12, "Bell", "inquiry Acme second gutter ref Bell")),
        on(16, "08:00", a_visit_to_ned),
        on(16, "08:30", lambda: m.prospect(12)),
        on(18, "19:00", lambda: m.line(13, "Cole", "missed call 555-0113 ref Cole")),
        on(19, "10:00", lambda: m.lose(2)),
        on(20, "10:00", quiet_for_long),
        on(22, "08:10", lambda: m.tell(2)),
        on(22, "14:00", lambda: m.form(14, "Eads", InquiryChannel.EMAIL, "Una Wick", "rewiring")),
        on(23, "09:00", lambda: m.fate(14, "declined", inquiries.not_for_us)),
        on(23, "16:00", lambda: m.win(7, sale=False)),
        on(23, "16:01", lambda: m.tell(7, Channel.MESSAGE)),
        on(24, "16:00", lambda: m.lose(9)),
        on(26, "16:00", lambda: m.win(4)),
        on(29, "16:00", lambda: m.win(12)),
        on(30, "12:00", lambda: m.tell(3)),
        on(30, "17:00", lambda: None),
    ]


def check_the_end(m: Month) -> None:
    """On the last evening each of the fourteen is where the month left it, and the figures of it add up."""
    book, fates = m.book, {number: one.fate for number, one in m.known.items()}
    assert fates == {
        1: "won", 2: "lost", 3: "declined", 4: "won", 5: "silent", 6: "prospect", 7: "won", 8: "answered", 9: "lost",
        10: "answered", 11: "promised", 12: "won", 13: "waiting", 14: "declined",
    }  # fmt: skip
    assert m.row(13).kind is Waiting.INQUIRY
    assert m.known[13].ages[-1] == 8 * 9 * 60  # Friday to the Tuesday after next
    assert (m.row(11).kind, m.row(11).on) == (Waiting.PROMISE, date(2026, 6, 26))
    assert [item.referrer for item in referrers.to_tell(book)] == ["Dunn", "Eads", "Acme", "Acme", "Bell"]
    spoken = {name: [c.note for c in book.contacts.of_party(id_)] for name, id_ in m.ids.items()}
    assert spoken["Acme"] == ["told of 555-0101: won"]
    assert spoken["Dunn"] == ["told of 555-0107: won"]
    answers = response_times(book, date(2026, 6, 1), date(2026, 6, 30))
    assert (answers.came, answers.answered, answers.waiting, answers.silent) == (14, 7, 1, 1)
    # Minutes counted by hand, of numbers 4, 7, 11, 10, 2, 1 and 8: 0, 40, 340, 535, 560, 600, 3240.
    assert (answers.median, answers.ninety, answers.within) == (535, 3240, 2)
    sold = [sale.amount for sale in book.ledger.sales(date(2026, 6, 1), date(2026, 6, 30))]
    assert sold == [90_00] * 3
