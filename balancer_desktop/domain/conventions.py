"""How the owner's locale writes numbers and dates; passed in, never looked up."""

from dataclasses import dataclass
from enum import StrEnum


class DateOrder(StrEnum):
    """Which part comes first in 3/4/2026."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"
    YEAR_FIRST = "YMD"


@dataclass(frozen=True, slots=True)
class Conventions:
    """decimal and group are the marks in 1,234.50; group may be a (no-break) space or an apostrophe."""

    decimal: str = "."
    group: str = ","
    date_order: DateOrder = DateOrder.DAY_FIRST


PLAIN = Conventions()
