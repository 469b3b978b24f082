"""A book's settings as text: in the book's file under a name, in an export under a label, each in its own form."""

import re
from collections.abc import Callable
from typing import NamedTuple

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.holidays import holidays_text, read_holidays
from balancer_desktop.domain.inquiries.working_weeks import read_weeks, weeks_text

LONGEST_NAME = 100
MOST_HOURS = 100
MOST_TOUCHES = 1000
MOST_HOURLY = 10**9
LONGEST_GOAL = 400 * 60
_BAND = re.compile(r"(\d{1,3}) ?(?:%|per cent)?\s*(?:to|-|–|—|…)\s*(\d{1,3}) ?(?:%|per cent)?")
_DAYS = re.compile(r"(\d{1,4}) ?(?:days?)?")
_HOURS = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))? ?(?:h|hours?|working hours?)?")
_SWITCH = {"yes": "on", "on": "on", "no": "off", "off": "off"}


class Wording(NamedTuple):
    """A setting's label in an export, and its text there, from and to the text in the book."""

    label: str
    shown: Callable[[str], str]
    read: Callable[[str], str]


def checked_name(name: str) -> str:
    """The business's name; BadInput for an overlong one."""
    if len(name) > LONGEST_NAME:
        raise BadInput("The name is too long.", f"Shorten it to {LONGEST_NAME} characters.")
    return name


def band_text(low: int, high: int) -> str:
    """The target in per cent as `20-40`; BadInput for what is no band."""
    if not 0 <= low < high <= 100:
        raise BadInput(f"{low}–{high} % is not a band.", "Give two figures from 0 to 100, the smaller first.")
    return f"{low}-{high}"


def days_text(days: int) -> str:
    """BadInput for what are no days."""
    if not 1 <= days <= 3650:
        raise BadInput("The days must lie between 1 and 3650.", "Give whole days.")
    return str(days)


def count_text(count: int, most: int) -> str:
    """A whole figure from 0 to `most`, 0 where nothing is set; BadInput otherwise."""
    if not 0 <= count <= most:
        raise BadInput(f"{count} is out of range.", f"Give 0 to {most}.")
    return str(count)


def goal_text(minutes: int) -> str:
    """Working minutes until the first answer; BadInput for none, or for more than a quarter of a year has."""
    if not 1 <= minutes <= LONGEST_GOAL:
        raise BadInput("The goal must lie between a minute and 400 hours.", "Give working hours, like 4 or 1.5.")
    return str(minutes)


def hourly_text(cost: int) -> str:
    """What an hour costs in minor units, 0 where nothing is said; BadInput for what no hour costs."""
    if not 0 <= cost <= MOST_HOURLY:
        raise BadInput("No hour costs that.", "Give what an hour of yours costs, or nothing.")
    return str(cost)


def _read_band(text: str) -> str:
    found = _BAND.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"“{text[:40]}” is not a band.", "Write it like 20 to 40.")
    return band_text(int(found[1]), int(found[2]))


def _read_days(text: str) -> str:
    found = _DAYS.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"“{text[:40]}” is not a number of days.", "Write it like 365.")
    return days_text(int(found[1]))


def goal_hours(minutes: int) -> str:
    """Hours with two decimals at most, none of them idle: 240 → `4`, 90 → `1.5`."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")


def read_goal(text: str) -> int:
    """Minutes of what goal_hours writes, also `4 h` and `1,5 hours`; BadInput otherwise."""
    found = _HOURS.fullmatch(text.strip().casefold())
    if found is None:
        raise BadInput(f"“{text[:40]}” is not a number of hours.", "Write it like 4 or 1.5.")
    minutes = int(found[1]) * 60 + (int((found[2] or "0").ljust(2, "0")) * 60 + 50) // 100
    goal_text(minutes)
    return minutes


def _read_holidays(text: str) -> str:
    return "" if text.strip().casefold() == "none" else holidays_text(read_holidays(text))


def _read_switch(text: str) -> str:
    switch = _SWITCH.get(text.strip().casefold())
    if switch is None:
        raise BadInput(f"“{text[:40]}” is neither yes nor no.", "Write yes or no.")
    return switch


def _read_region(text: str) -> str:
    """Two letters in capitals, or nothing."""
    region = text.strip().upper()
    if region == _AS_TOLD.upper():
        return ""
    if not re.fullmatch("[A-Z]{2}", region):
        raise BadInput(f"“{text[:40]}” is not a country's code.", "Write its two letters, such as IE.")
    return region


def _whole(label: str, checked: Callable[[int], str]) -> Wording:
    def read(text: str) -> str:
        if not re.fullmatch("[0-9]{1,12}", text.strip()):
            raise BadInput(f"“{text[:40]}” is not a whole figure.", "Write it in digits alone.")
        return checked(int(text))

    return Wording(label, str, read)


def _count(label: str, most: int) -> Wording:
    return _whole(label, lambda count: count_text(count, most))


def _switch(label: str) -> Wording:
    return Wording(label, lambda text: "yes" if text == "on" else "no", _read_switch)


_AS_TOLD = "as the numbers tell"

WORDINGS = {
    "business_name": Wording("Name of the business", str, lambda text: checked_name(" ".join(text.split()))),
    "target_band": Wording("Target share of gaining (per cent)", lambda text: text.replace("-", " to "), _read_band),
    "new_days": Wording("A customer is new for (days)", str, _read_days),
    "silent_days": Wording("A sale wins back after a silence of (days)", str, _read_days),
    "working_week": Wording("Working week", str, lambda text: weeks_text(read_weeks(text))),
    "holidays": Wording("Holidays", lambda text: text or "none", _read_holidays),
    "response_goal": Wording(
        "First answer within (working hours)", lambda text: goal_hours(int(text)), lambda text: str(read_goal(text))
    ),
    "phone_region": Wording("Country of phone numbers without a code", lambda text: text or _AS_TOLD, _read_region),
    "first_sale_rule": _switch("A first sale makes a customer of a prospect"),
    "auto_lapse": _switch("Mark customers as lapsed when they are probably gone"),
    "auto_return": _switch("Make current again who lapsed or left and buys"),
    "hourly_cost": _whole("What an hour of the owner costs (in the smallest unit of the currency)", hourly_text),
    "prospecting_hours_goal": _count("Goal for prospecting (hours a week)", MOST_HOURS),
    "touches_goal": _count("Goal for touches (a week)", MOST_TOUCHES),
}
"""By the name in the book."""
