"""Whether the records suffice for percentages: six months of them, and twenty repeat purchases."""

from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.month import Month

LEAST_MONTHS = 6
LEAST_REPEATS = 20


@dataclass(frozen=True, slots=True)
class Enough:
    """What is there: whole calendar months since the first sale, and repeat intervals of all parties."""

    months: int
    repeats: int

    def __bool__(self) -> bool:
        return self.months >= LEAST_MONTHS and self.repeats >= LEAST_REPEATS

    @property
    def why(self) -> str:
        """The reason why percentages are shown, or withheld: `needs 6 months of sales; you have 4`."""
        months, repeats = f"{self.months} months of sales", f"{self.repeats:,} repeat sales"
        if self:
            return f"from {months} and {repeats}"
        if self.repeats >= LEAST_REPEATS:
            return f"needs {LEAST_MONTHS} months of sales; you have {self.months}"
        if self.months >= LEAST_MONTHS:
            return f"needs {LEAST_REPEATS} repeat sales; you have {self.repeats}"
        needed = f"{LEAST_MONTHS} months of sales and {LEAST_REPEATS} repeat sales"
        return f"needs {needed}; you have {self.months} and {self.repeats}"


def months_between(first: date, today: date) -> int:
    """Whole calendar months: from the 31st of a month, one has passed at the end of the next."""
    months = (today.year - first.year) * 12 + today.month - first.month
    return months - (today.day < min(first.day, Month.of(today).last.day))
