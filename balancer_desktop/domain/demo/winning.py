"""Three years of quotes: who bought for the first time, who came back, what customers bought besides, what was lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from balancer_desktop.domain.demo.business import DemoOpportunity, DemoStanding
from balancer_desktop.domain.demo.courting import (
    CUSTOMER,
    DECIDER,
    INQUIRY,
    OLD_CUSTOMER,
    ORIGINS,
    PROPOSAL,
    REFERRAL,
    TITLES,
    moves,
    way,
)
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.life import Fate, Life
from balancer_desktop.domain.demo.seasons import Calendar
from balancer_desktop.domain.demo.selling import round_to
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.party import Party, PartyKind
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.standing import Standing

LOST_FOR = ("Price", "Price", "No answer", "Went to a rival", "We answered too late", "Not needed any more",
            "No money for it", "We had no time")  # fmt: skip
LARGER = (
    "New deck",
    "Conservatory roof",
    "Whole house painted",
    "Bathroom refitted",
    "Front garden fenced",
    "Shed roof",
)
GROWN, NOT_GROWN = 11, 14
"""How many offers to customers came to something, and to nothing."""
LARGE_SALE = 260_00
OPEN_AGE = 200
"""Prospects known for longer have bought elsewhere."""
LARGE_WORK = "Stairwells of the seven houses"
LARGE_BEGAN, LARGE_ENDS = 75, 10
"""Days since the large customer's large job was agreed, and until it is done."""
TELL_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Cast:
    """What there is to tell of. Parties, sales and inquiries are counted from 1, as the book will number them."""

    calendar: Calendar
    lives: Sequence[Life]
    people: Sequence[Party]
    histories: Sequence[Sequence[DemoStanding]]
    sales: Sequence[Sale]
    inquiries: Sequence[Inquiry]

    def numbered(self) -> list[tuple[int, Life]]:
        return list(enumerate(self.lives, 1))

    def first_sales(self) -> dict[int, int]:
        """By party, the number of its first sale."""
        return {sale.party_id: number for number, sale in reversed([*enumerate(self.sales, 1)]) if sale.amount > 0}

    def asked(self) -> dict[int, int]:
        """By party, the number of its inquiry."""
        return {inquiry.party_id: number for number, inquiry in enumerate(self.inquiries, 1)}

    def standing(self, party_id: int, on: date) -> Standing | None:
        return next((row.standing for row in reversed(self.histories[party_id - 1]) if row.on <= on), None)

    def is_business(self, party_id: int) -> bool:
        return self.people[party_id - 1].kind is PartyKind.BUSINESS


def past(dice: Dice, cast: Cast) -> list[DemoOpportunity]:
    """Everything that was won or lost, in the order in which it was opened."""
    closed = [*_firsts(dice, cast), *_returns(dice, cast), *_grown(dice, cast), _large_job(cast)]
    closed += [*_bought_elsewhere(dice, cast), *_not_grown(dice, cast)]
    return _told(dice, cast.calendar.today, sorted(closed, key=lambda deal: deal.opportunity.opened))


def opened(dice: Dice, cast: Cast, party_id: int, asked: Mapping[int, int]) -> Opportunity:
    """What a party's inquiry began: opened on the day they were answered."""
    inquiry, party = cast.inquiries[asked[party_id] - 1], cast.people[party_id - 1]
    return Opportunity(
        party_id, dice.pick(TITLES[party.tags[0]]), inquiry.settled_on or inquiry.on,
        origin=REFERRAL if party.referred_by else dice.pick(ORIGINS), referred_by=party.referred_by,
        inquiry_id=asked[party_id],
    )  # fmt: skip


def _firsts(dice: Dice, cast: Cast) -> list[DemoOpportunity]:
    asked, first = cast.asked(), cast.first_sales()
    return [
        _won(dice, cast, opened(dice, cast, number, asked), first[number])
        for number, life in cast.numbered()
        if not life.founder and number in first
    ]


def _returns(dice: Dice, cast: Cast) -> list[DemoOpportunity]:
    found = []
    for number, life in cast.numbered():
        if life.fate is Fate.RETURNED and life.returns and life.noticed:
            sale = next(n for n, s in enumerate(cast.sales, 1) if s.party_id == number and s.on >= life.returns)
            on = life.returns - timedelta(dice.whole(8, 24))
            found.append(
                _won(dice, cast, Opportunity(number, "Back after a long while", on, origin=OLD_CUSTOMER), sale)
            )
    return found


def _grown(dice: Dice, cast: Cast) -> list[DemoOpportunity]:
    """Larger jobs of customers, one of each."""
    firsts = set(cast.first_sales().values())
    found: dict[int, DemoOpportunity] = {}
    for number, sale in dice.shuffled([*enumerate(cast.sales, 1)]):
        on = sale.on - timedelta(dice.whole(6, 22))
        fitting = sale.amount >= LARGE_SALE and number not in firsts and not cast.lives[sale.party_id - 1].large
        if fitting and sale.party_id not in found and cast.standing(sale.party_id, on) is Standing.CURRENT:
            job = Opportunity(sale.party_id, sale.memo[:1].upper() + sale.memo[1:], on, origin=CUSTOMER)
            found[sale.party_id] = _won(dice, cast, job, number)
    return list(found.values())[:GROWN]


def _large_job(cast: Cast) -> DemoOpportunity:
    """Agreed with the one customer everything hangs on, and nearly done; nothing dated follows it."""
    party, on = next(n for n, life in cast.numbered() if life.large), cast.calendar.today - timedelta(LARGE_BEGAN)
    return DemoOpportunity(
        Opportunity(
            party, LARGE_WORK, on - timedelta(34), 7_200_00, origin=CUSTOMER, closed=on, outcome=Outcome.WON,
            agreed=6_800_00, ends=cast.calendar.today + timedelta(LARGE_ENDS),
            moves=moves((INQUIRY, DECIDER, PROPOSAL), on - timedelta(34), on),
        )
    )  # fmt: skip


def _won(dice: Dice, cast: Cast, opportunity: Opportunity, sale_number: int) -> DemoOpportunity:
    sale = cast.sales[sale_number - 1]
    stages = way(dice, business=cast.is_business(opportunity.party_id))
    return DemoOpportunity(
        replace(
            opportunity, value=round_to(sale.amount * dice.between(0.95, 1.25), 10_00), closed=sale.on,
            outcome=Outcome.WON, agreed=sale.amount, sale_id=sale_number,
            moves=moves(stages, opportunity.opened, sale.on),
        )
    )  # fmt: skip


def _bought_elsewhere(dice: Dice, cast: Cast) -> list[DemoOpportunity]:
    """Prospects of long ago, and those of late of whom it is known."""
    asked, today = cast.asked(), cast.calendar.today
    found = []
    for number, life in cast.numbered():
        lost = life.fate is Fate.PROSPECT and not life.is_unanswered(cast.calendar)
        if lost and (life.stops or (today - life.known_on).days > OPEN_AGE):
            found.append(_lost(dice, cast, opened(dice, cast, number, asked)))
    return found


def _not_grown(dice: Dice, cast: Cast) -> list[DemoOpportunity]:
    """Larger work that was offered to customers, and to some who had lapsed."""
    start, today = cast.calendar.start, cast.calendar.today
    bought = [number for number, life in cast.numbered() if life.starts and not life.large]
    found: list[DemoOpportunity] = []
    while len(found) < NOT_GROWN:
        number, on = dice.pick(bought), start + timedelta(dice.whole(60, (today - start).days - 80))
        standing = cast.standing(number, on)
        if standing in (Standing.CURRENT, Standing.LAPSED) and cast.standing(number, on + timedelta(60)) is standing:
            origin = CUSTOMER if standing is Standing.CURRENT else OLD_CUSTOMER
            found.append(_lost(dice, cast, Opportunity(number, dice.pick(LARGER), on, origin=origin)))
    return found


def _lost(dice: Dice, cast: Cast, opportunity: Opportunity) -> DemoOpportunity:
    closed = opportunity.opened + timedelta(dice.whole(9, 58))
    stages = way(dice, business=cast.is_business(opportunity.party_id))
    reached = stages[: dice.whole(1, len(stages))]
    return DemoOpportunity(
        replace(
            opportunity, value=round_to(dice.between(250, 2400), 10) * 100, closed=closed, outcome=Outcome.LOST,
            moves=moves(reached, opportunity.opened, closed),
        ),
        dice.pick(LOST_FOR),
    )  # fmt: skip


def _told(dice: Dice, today: date, deals: list[DemoOpportunity]) -> list[DemoOpportunity]:
    """Whoever sent somebody heard what became of it within days; but of the latest three they are still to hear."""
    sent = [place for place, deal in enumerate(deals) if deal.opportunity.referred_by]
    sent.sort(key=lambda place: deals[place].opportunity.closed or today)
    told = list(deals)
    for place in sent[:-3]:
        deal = deals[place].opportunity
        on = min(today, (deal.closed or today) + timedelta(dice.whole(0, TELL_WITHIN)))
        told[place] = replace(deals[place], opportunity=replace(deal, referrer_told=on))
    return told
