"""How the owner's locale writes numbers, dates and phone numbers; passed in, never looked up."""

from dataclasses import dataclass
from enum import StrEnum


class DateOrder(StrEnum):
    """Which part comes first in 3/4/2026."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"
    YEAR_FIRST = "YMD"


@dataclass(frozen=True, slots=True)
class Conventions:
    """decimal and group are the marks in 1,234.50; group may be a (no-break) space or an apostrophe.

    region: the country in which a phone number without its code is dialled (`IE`), empty where that is not known.
    """

    decimal: str = "."
    group: str = ","
    date_order: DateOrder = DateOrder.DAY_FIRST
    region: str = ""


PLAIN = Conventions()
