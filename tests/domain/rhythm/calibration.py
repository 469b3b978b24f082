"""How right the model is on invented businesses, beside the 3 × own-gap rule: worked out, and written as a table.

Run as a module, it prints what calibration.md records.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np
from numpy.typing import NDArray

from balancer_desktop.domain.rhythm.bands import LEAST_GAPS, QUIET_AFTER
from balancer_desktop.domain.rhythm.enough import Enough, months_between
from balancer_desktop.domain.rhythm.history import SaleHistory, sale_history
from balancer_desktop.domain.rhythm.model import fit, p_alive
from tests.domain.rhythm.businesses import TODAY, Business, Kind, Leaving, business

Vector = NDArray[np.float64]
TIMES = 40
FIFTHS = 5
KINDS = [Kind(*cell) for cell in product((12, 25, 50), (6, 12, 36), (1, 4), Leaving)]


@dataclass(frozen=True)
class Judged:
    """One customer each: the chances that were told, and the truth (1 still a customer, 0 gone).

    model: P(alive) as fitted, whatever the records; shown: the same from the data minimum on, and the rule before.
    figures: the model again, when of each customer's gaps only their sum is known. rule: 1 unless silent for more
    than 3 × its median gap; who has fewer than three gaps is taken for a customer. spoke: it has three.
    """

    model: Vector
    shown: Vector
    figures: Vector
    rule: Vector
    spoke: NDArray[np.bool_]
    truth: Vector


def judged(made: Business) -> Judged:
    histories = [history for days in made.days if (history := sale_history(days, TODAY)) is not None]
    x = np.array([history.x for history in histories])
    t_x, known = (np.array([getattr(history, name) for history in histories]) for name in ("t_x", "T"))
    logs = np.array([history.log_gaps for history in histories])
    model = p_alive(fit(x, t_x, known, logs), x, t_x, known)
    figures = p_alive(fit(x, t_x, known), x, t_x, known)
    rule = np.array([by_rule(history) for history in histories])
    enough = Enough(months_between(min(map(min, made.days), default=date.max), TODAY), int(x.sum()))
    spoke = np.array([history.repeats >= LEAST_GAPS for history in histories])
    return Judged(model, model if enough else rule, figures, rule, spoke, made.alive.astype(float))


def by_rule(history: SaleHistory) -> float:
    if history.median_gap is None or history.repeats < LEAST_GAPS:
        return 1.0
    return float(history.silent_days <= QUIET_AFTER * history.median_gap)


@dataclass(frozen=True)
class Row:
    """One cell: Brier scores (the mean squared distance of the chance told from the truth; 0 is perfect)."""

    model: float
    shown: float
    figures: float
    rule: float
    model_spoke: float
    rule_spoke: float
    told: float
    alive: float

    @property
    def all(self) -> tuple[float, ...]:
        return (
            self.model, self.shown, self.figures, self.rule, self.model_spoke, self.rule_spoke, self.told, self.alive
        )  # fmt: skip


def row(customers: Judged) -> Row:
    def brier(chances: Vector, among: NDArray[np.bool_] | slice = slice(None)) -> float:
        return float(np.mean((chances[among] - customers.truth[among]) ** 2))

    return Row(
        *(brier(chances) for chances in (customers.model, customers.shown, customers.figures, customers.rule)),
        *(brier(chances, customers.spoke) for chances in (customers.model, customers.rule)),
        float(customers.model.mean()),
        float(customers.truth.mean()),
    )


def together(many: list[Judged]) -> Judged:
    names = ("model", "shown", "figures", "rule", "spoke", "truth")
    return Judged(*(np.concatenate([getattr(one, name) for one in many]) for name in names))


@dataclass(frozen=True)
class Fifth:
    """Customers whose P(alive) lies in one fifth of 0..1: how many, the mean told, the share truly alive."""

    customers: int
    told: float
    alive: float


def fifths(customers: Judged) -> list[Fifth]:
    place = np.minimum((customers.model * FIFTHS).astype(int), FIFTHS - 1)
    return [
        Fifth(int(among.sum()), float(customers.model[among].mean()), float(customers.truth[among].mean()))
        for among in (place == number for number in range(FIFTHS))
    ]


@dataclass(frozen=True)
class Calibration:
    """Each kind's row, the mean of the rows, and all customers by fifths."""

    rows: dict[Kind, Row]
    mean: Row
    fifths: list[Fifth]


def calibrate() -> Calibration:
    cells = {kind: together([judged(business(kind, seed)) for seed in range(TIMES)]) for kind in KINDS}
    rows = {kind: row(customers) for kind, customers in cells.items()}
    mean = Row(*np.mean([one.all for one in rows.values()], axis=0).tolist())
    return Calibration(rows, mean, fifths(together(list(cells.values()))))


HEAD = f"""# How right P(alive) is

Brier scores (the mean squared distance between the chance told and the truth; smaller is better) on invented
businesses whose customers' fate is known: `businesses.py` makes them, {TIMES} of each kind, `calibration.py` judges
them, and `test_calibration.py` holds these figures. Print them anew with `python -m tests.domain.rhythm.calibration`.

- *model*: P(alive) as fitted, also below the data minimum. *shown*: the same from the data minimum on (6 months and
  20 repeats), the rule before. *four figures*: the model when only x, t_x, T and the median gap are kept.
- *rule*: a customer unless silent for more than 3 × its own median gap; with fewer than three gaps, a customer.
- *≥ 3 gaps*: only the customers of whom the rule has something to say.
- *told* and *alive*: the mean P(alive), and the share who truly are customers still.
- Buying *at random* has gaps of one exponential stage, *by the clock* of four (half as spread). Leaving *any day* is
  not what the model believes.
"""
COLUMNS = (
    "| customers | months | buying | leaving "
    "| model | shown | four figures | rule | ≥ 3 gaps: model | rule | told | alive |"
)


def table(found: Calibration) -> str:
    return "\n".join(lines(found)) + "\n"


def lines(found: Calibration) -> Iterator[str]:
    yield HEAD
    yield COLUMNS
    yield "|--:|--:|---|---|" + "--:|" * 8
    for kind, one in found.rows.items():
        buying = "at random" if kind.stages == 1 else "by the clock"
        yield f"| {kind.customers} | {kind.months} | {buying} | {kind.leaving} | {figures(one)} |"
    yield f"| mean | | | | {figures(found.mean)} |"
    yield "\nAll customers together, by the fifth in which the model's P(alive) lies:\n"
    yield "| P(alive) | customers | told | alive |\n|---|--:|--:|--:|"
    for number, fifth in enumerate(found.fifths):
        span = f"{number / FIFTHS:.1f}–{(number + 1) / FIFTHS:.1f}"
        yield f"| {span} | {fifth.customers} | {fifth.told:.3f} | {fifth.alive:.3f} |"


def figures(one: Row) -> str:
    return " | ".join(f"{figure:.3f}" for figure in one.all)


if __name__ == "__main__":
    print(table(calibrate()), end="")
