"""The demo business, whole, from a seed and a date."""

from datetime import date

from balancer_desktop.domain.demo.business import DemoBusiness, DemoPerson, DemoStanding
from balancer_desktop.domain.demo.cast import cast
from balancer_desktop.domain.demo.diary import Diary
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.exits import filed, unfinished
from balancer_desktop.domain.demo.gaining import gain
from balancer_desktop.domain.demo.jobs import TAGS
from balancer_desktop.domain.demo.life import Life
from balancer_desktop.domain.demo.names import BUSINESS_NAME
from balancer_desktop.domain.demo.people import TAG_GAPS, parties
from balancer_desktop.domain.demo.seasons import Calendar
from balancer_desktop.domain.demo.selling import Sold, refunds, sell
from balancer_desktop.domain.demo.spending import spend
from balancer_desktop.domain.demo.standings import history
from balancer_desktop.domain.demo.talking import contacts, next_steps
from balancer_desktop.domain.demo.working import look_for_work, pursue, run, serve, win_back
from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.errors import BadInput

__all__ = ["DemoBusiness", "generate"]

FIRST_YEAR, LAST_YEAR = 1900, 9900
HOURLY_COST = 28_00
"""What an hour of the owner costs, in minor units."""
ANOTHER = 7919
"""What was won and how falls by dice of its own, so that it leaves the rest as it is."""


def generate(seed: int, today: date) -> DemoBusiness:
    """Three years of a family handyman's business up to today: the same for the same seed and date, everywhere.

    BadInput for a today outside the years 1900 to 9900.
    """
    if not FIRST_YEAR <= today.year <= LAST_YEAR:
        raise BadInput("The demo business cannot be set in that year.", f"Choose one from {FIRST_YEAR} to {LAST_YEAR}.")
    dice, calendar = Dice(seed), Calendar(today)
    lives = cast(dice, calendar)
    sold = sell(dice, calendar, lives)
    days = _sale_days(lives, sold)
    tags = _tags(dice, lives, sold)
    histories = filed([history(dice, life, days[number], today) for number, life in enumerate(lives, 1)], today)
    begun = [s for s in sold if _is_begun(lives[s.sale.party_id - 1], s)]
    people = parties(dice, lives, {number: on[0] for number, on in days.items() if on}, tags)
    sales = sorted([*(s.sale for s in sold), *refunds(dice, today, sold)], key=lambda s: s.on)
    work = _work(dice, calendar, lives, histories, begun, days, tags)
    spent = spend(dice, calendar, begun)
    gained = gain(Dice(seed + ANOTHER), calendar, lives, people, histories, sales, work)
    spoken = contacts(dice, calendar, lives, histories, sold, gained.answered)
    steps = [*gained.serving(next_steps(dice, calendar, lives)), *unfinished(histories), *gained.steps]
    rows = [*histories, *gained.histories]
    return DemoBusiness(
        BUSINESS_NAME,
        "EUR",
        tuple(DemoPerson(party, row) for party, row in zip([*people, *gained.people], rows, strict=True)),
        tuple(sales),
        tuple(sorted([*work, *gained.work], key=lambda w: w.on)),
        tuple(sorted([*spent, *gained.expenses], key=lambda e: e.on)),
        tuple(sorted([*spoken, *gained.contacts], key=lambda c: c.on)),
        tuple(sorted(steps, key=lambda s: s.due)),
        TAG_GAPS,
        tuple(gained.inquiries),
        tuple(gained.opportunities),
        HOURLY_COST,
    )


def _is_begun(life: Life, sold: Sold) -> bool:
    """Whether anything was done for it yet: not for who came back these days, unnoticed."""
    return life.noticed or life.returns is None or sold.sale.on < life.returns


def _sale_days(lives: list[Life], sold: list[Sold]) -> dict[int, list[date]]:
    """Each one's sale days by id, in order; none for who never bought."""
    days: dict[int, list[date]] = {number: [] for number in range(1, len(lives) + 1)}
    for s in sold:
        days[s.sale.party_id].append(s.sale.on)
    return days


def _tags(dice: Dice, lives: list[Life], sold: list[Sold]) -> dict[int, str]:
    """The kind of work of each one's first sale, by id; any kind for who never bought."""
    wanted = {number: dice.pick(TAGS) for number in range(1, len(lives) + 1)}
    return wanted | {s.sale.party_id: s.job.tag for s in reversed(sold)}


def _work(
    dice: Dice,
    calendar: Calendar,
    lives: list[Life],
    histories: list[tuple[DemoStanding, ...]],
    sold: list[Sold],
    days: dict[int, list[date]],
    tags: dict[int, str],
) -> list[Work]:
    """All hours up to today in date order. Jobs come first, so that the rest falls on the days they leave free."""
    diary = Diary()
    serve(dice, diary, sold, next(number for number, life in enumerate(lives, 1) if life.large))
    for number, (life, rows) in enumerate(zip(lives, histories, strict=True), 1):
        first_sale = days[number][0] if days[number] else None
        pursue(dice, diary, calendar, life, first_sale, number, tags[number])
        win_back(dice, diary, calendar, life, rows, number)
    look_for_work(dice, diary, calendar)
    run(dice, diary, calendar)
    return sorted((w for w in diary.entries if w.on <= calendar.today), key=lambda w: w.on)
