"""Books that are lived in day by day, through the owner's own verbs, with the figures told at every month's end."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from balancer_desktop.app import inquiries, losing, money, opportunities, people, winning, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.contacts import log
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from tests.app.pipeline.figures import figures

FIRST = date(2024, 1, 1)


@dataclass
class Life:
    """A book with a today that moves on, and the figures that were told at the end of every month."""

    book: Book
    today: date = FIRST

    def __post_init__(self) -> None:
        self.book.today = lambda: self.today
        self.book.clock = lambda: datetime.combine(self.today, time(10)).astimezone()
        self.told: dict[date, dict[str, object]] = {}

    def until(self, day: date, each: Callable[[], None] = lambda: None) -> None:
        """Live on to the morning of a day."""
        while self.today < day:
            each()
            tomorrow = self.today + timedelta(days=1)
            if tomorrow.month != self.today.month:
                self.told[self.today] = figures(self.book, self.today)
            self.today = tomorrow

    def told_again(self) -> dict[date, dict[str, object]]:
        return {day: figures(self.book, day) for day in self.told}


def ask(life: Life, party: int = 0, name: str = "", referrer: int = 0) -> int:
    asked = Inquiry(life.book.now(), InquiryChannel.CALL, party, name, referred_by=referrer, asked="a new roof")
    return inquiries.receive(life.book, asked)


def expense(life: Life, party: int, amount: int, side: Side = Side.GAIN, *, trial: bool = False) -> None:
    spent = Expense(life.today, amount, side, party, introductory=trial)
    money.record_expense(life.book, spent)


class Owner:
    """Does anything the program allows; what it refuses is not done."""

    def __init__(self, life: Life, random: Random) -> None:
        self.life, self.book, self.random = life, life.book, random

    def act(self) -> None:
        """One thing or two on some days, nothing on others."""
        often = (
            *(self.ask, self.settle, self.offer, self.offer, self.offer, self.move, self.move, self.move, self.park),
            *(self.resume, self.win, self.lose, self.toil, self.toil, self.touch, self.touch, self.sell, self.spend),
            self.change_standing,
        )
        for deed in self.random.choices(often, k=self.random.choice((0, 0, 1, 2))):
            with suppress(BadInput):
                deed()

    def party(self) -> int:
        return self.random.choice(sorted(self.book.people.names()))

    def opportunity(self) -> int:
        return self.random.choice([one.id for one in self.book.pipeline.open()] or [0])

    def ask(self) -> None:
        ask(self.life, self.random.choice((0, self.party())), "Somebody", self.random.choice((0, self.party())))

    def settle(self) -> None:
        ways = (inquiries.make_prospect, inquiries.make_prospect, inquiries.not_for_us, inquiries.answer)
        for inquiry in self.random.sample(self.book.inquiries.open(), k=1) if self.book.inquiries.open() else []:
            self.random.choice(ways)(self.book, inquiry.id)

    def offer(self) -> None:
        roof = Opportunity(self.party(), "Roof", self.life.today, self.random.randrange(100_000), origin="fair")
        opportunities.add(self.book, roof, step=NextStep(self.life.today, 0, "call"))

    def move(self) -> None:
        opportunities.move(self.book, self.opportunity(), self.random.choice(self.book.stages.stages()).id)

    def park(self) -> None:
        until = self.life.today + timedelta(self.random.randrange(1, 60))
        opportunities.park(self.book, [self.opportunity()], until)

    def resume(self) -> None:
        opportunities.resume(self.book, self.opportunity())

    def win(self) -> None:
        sale = self.random.choice((None, Sale(self.life.today, 1, self.random.randrange(1, 90_000))))
        ends, discount = self.life.today + timedelta(30), self.random.choice((0, 700))
        winning.win(self.book, self.opportunity(), sale=sale, discount=discount, ends=ends)

    def lose(self) -> None:
        reasons = [reason.id for reason in self.book.stages.loss_reasons() if not reason.other]
        losing.lose(self.book, self.opportunity(), self.random.choice(reasons))

    def toil(self) -> None:
        side = self.random.choice(list(Side))
        work.log(self.book, Work(self.life.today, self.random.randrange(1, 300), side, self.party()))

    def touch(self) -> None:
        log(self.book, Contact(self.life.today, self.party(), Channel.CALL, incoming=self.random.random() < 0.3))

    def sell(self) -> None:
        money.record_sale(self.book, Sale(self.life.today, self.party(), self.random.randrange(1, 50_000)))

    def spend(self) -> None:
        side, trial = self.random.choice(list(Side)), self.random.random() < 0.2
        expense(self.life, self.party(), self.random.randrange(1, 9000), side, trial=trial)

    def change_standing(self) -> None:
        reasons = [reason.id for reason in self.book.people.reasons()]
        standing = self.random.choice(list(Standing))
        reason = self.random.choice(reasons) if standing is Standing.EX else 0
        people.set_standing(self.book, [self.party()], standing, reason_id=reason)
