"""Invented small businesses whose customers' fate is known: bought by the day, gone or not, made from a seed."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

TODAY = date(2026, 11, 20)


class Leaving(StrEnum):
    """How customers are lost: after a purchase, as in the model, or in a way that the model does not know."""

    AFTER_A_PURCHASE = "15 % a purchase"
    SELDOM = "4 % a purchase"
    ANY_TIME = "any day"


CHANCE = {Leaving.AFTER_A_PURCHASE: (1.2, 6.8), Leaving.SELDOM: (0.5, 12.0)}
"""Beta(a, b) of each customer's chance to leave after a purchase, the first included."""
MEAN_STAY = 500.0
"""Days that a customer stays who leaves on any day, exponentially distributed."""
TYPICAL_GAP = 28.0
"""Days; mean gaps differ among customers as a lognormal about it, two thirds of them between half and twice as long."""


@dataclass(frozen=True)
class Kind:
    """So many customers, won evenly over so many months of records, the first on their first day.

    stages: of a gap; 1 buys irregularly, 4 by the clock.
    """

    customers: int
    months: int
    stages: int
    leaving: Leaving


@dataclass(frozen=True)
class Business:
    """Each customer's sale days up to TODAY (some twice), and whether it is truly a customer still."""

    days: list[list[date]]
    alive: np.ndarray


def business(kind: Kind, seed: int) -> Business:
    number = list(Leaving).index(kind.leaving)
    dice = np.random.default_rng([seed, kind.customers, kind.months, kind.stages, number])
    years, months = divmod(TODAY.month - 1 - kind.months, 12)
    recorded = (TODAY - date(TODAY.year + years, months + 1, TODAY.day)).days
    known = [recorded, *dice.integers(0, recorded, kind.customers - 1)]
    customers = [_customer(dice, int(days), kind) for days in known]
    return Business([days for days, _ in customers], np.array([alive for _, alive in customers]))


def _customer(dice: np.random.Generator, known: int, kind: Kind) -> tuple[list[date], bool]:
    gap = TYPICAL_GAP * float(np.exp(dice.normal(0, 0.7)))
    leaves = float(dice.beta(*CHANCE[kind.leaving])) if kind.leaving in CHANCE else 0.0
    stays = np.inf if kind.leaving in CHANCE else float(dice.exponential(MEAN_STAY))
    days, at = [], 0.0
    while at < min(known + 1, stays):
        days.append(TODAY - timedelta(known - int(at)))
        if dice.random() < leaves:
            return days, False
        at += float(dice.gamma(kind.stages, gap / kind.stages))
    return days, stays > known
