"""One month in a few figures."""

from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody whose record begins in the month."""

    party_id: int
    who: str
    on: date


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who became ex in the month, and the reason's label."""

    party_id: int
    who: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class MonthSummary:
    """minutes by side, every side present; money in minor units; income is split as the mix splits it."""

    month: Month
    minutes: dict[Side, int]
    existing: int
    new: int
    won_back: int
    spent: int
    came: tuple[Came, ...]
    left: tuple[Left, ...]

    @property
    def hours(self) -> int:
        """Minutes of all sides."""
        return sum(self.minutes.values())

    @property
    def income(self) -> int:
        return self.existing + self.new + self.won_back

    @property
    def gaining(self) -> float | None:
        """Gaining's and winning back's part of the hours in the mix, 0..1; None without such hours."""
        mixed = self.hours - self.minutes[Side.RUN]
        return (self.minutes[Side.GAIN] + self.minutes[Side.WIN_BACK]) / mixed if mixed else None

    @property
    def empty(self) -> bool:
        return not (self.hours or self.income or self.spent or self.came or self.left)
