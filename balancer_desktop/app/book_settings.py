"""What the owner sets for one book: its name, the target, and the rules that figures follow."""

from dataclasses import dataclass

from balancer_desktop.app.balance import BAND
from balancer_desktop.app.book import Book
from balancer_desktop.app.discipline import HOURS_GOAL, TOUCHES_GOAL
from balancer_desktop.app.first_sale import SETTING as FIRST_SALE
from balancer_desktop.app.phone_numbers import SETTING as PHONE_REGION
from balancer_desktop.app.phone_numbers import checked_region
from balancer_desktop.app.suggestions import AUTO_LAPSE, AUTO_RETURN
from balancer_desktop.app.winning_cost import HOURLY_COST
from balancer_desktop.app.working_hours import (
    GOAL_SETTING,
    HOLIDAYS_SETTING,
    WEEK_SETTING,
    holidays,
    response_goal,
    working_weeks,
)
from balancer_desktop.domain.inquiries.holidays import Holiday, holidays_text
from balancer_desktop.domain.inquiries.response import GOAL
from balancer_desktop.domain.inquiries.working_week import checked_week
from balancer_desktop.domain.inquiries.working_weeks import FIRST_WEEKS, WorkingWeeks, weeks_text
from balancer_desktop.domain.mix import NEW_DAYS, SILENT_DAYS
from balancer_desktop.domain.pipeline.discipline import HOURS, TOUCHES
from balancer_desktop.domain.setting_texts import (
    MOST_HOURS,
    MOST_TOUCHES,
    band_text,
    checked_name,
    count_text,
    days_text,
    goal_text,
    hourly_text,
)
from balancer_desktop.domain.text import storable


@dataclass(frozen=True, slots=True)
class BookSettings:
    """target is the acquisition share wanted, in per cent; new_days and silent_days as in domain.mix.

    auto_lapse, auto_return: whether what app.suggestions suggests is done by a rule. hourly_cost: minor units, 0 where
    the owner has not said. prospecting_hours, touches: the goals of a week, 0 for none.
    weeks, holidays: when somebody can be expected to answer. response_goal: working minutes until the first answer.
    phone_region: where phone numbers without a country's code are dialled, as `IE`; empty for what the numbers tell.
    """

    name: str = ""
    target_low: int = BAND[0]
    target_high: int = BAND[1]
    first_sale_rule: bool = True
    new_days: int = NEW_DAYS
    silent_days: int = SILENT_DAYS
    auto_lapse: bool = False
    auto_return: bool = False
    hourly_cost: int = 0
    prospecting_hours: int = HOURS
    touches: int = TOUCHES
    weeks: WorkingWeeks = FIRST_WEEKS
    holidays: tuple[Holiday, ...] = ()
    response_goal: int = GOAL
    phone_region: str = ""


def read(book: Book) -> BookSettings:
    get = book.settings.get
    low, high = get("target_band", "{}-{}".format(*BAND)).split("-")
    return BookSettings(
        get("business_name"),
        int(low),
        int(high),
        get(FIRST_SALE, "on") == "on",
        int(get("new_days", str(NEW_DAYS))),
        int(get("silent_days", str(SILENT_DAYS))),
        get(AUTO_LAPSE) == "on",
        get(AUTO_RETURN) == "on",
        int(get(HOURLY_COST, "0")),
        int(get(HOURS_GOAL, str(HOURS))),
        int(get(TOUCHES_GOAL, str(TOUCHES))),
        working_weeks(book),
        holidays(book),
        response_goal(book),
        get(PHONE_REGION),
    )


def texts(settings: BookSettings) -> dict[str, str]:
    """As the book holds them, by name; BadInput for a band, days, a week, a goal or a region that is none."""
    checked_week(settings.weeks.latest)
    switches = {
        FIRST_SALE: settings.first_sale_rule,
        AUTO_LAPSE: settings.auto_lapse,
        AUTO_RETURN: settings.auto_return,
    }
    return {
        "business_name": checked_name(storable(" ".join(settings.name.split()))),
        "target_band": band_text(settings.target_low, settings.target_high),
        "new_days": days_text(settings.new_days),
        "silent_days": days_text(settings.silent_days),
        HOURLY_COST: hourly_text(settings.hourly_cost),
        HOURS_GOAL: count_text(settings.prospecting_hours, MOST_HOURS),
        TOUCHES_GOAL: count_text(settings.touches, MOST_TOUCHES),
        WEEK_SETTING: weeks_text(settings.weeks),
        HOLIDAYS_SETTING: holidays_text(settings.holidays),
        GOAL_SETTING: goal_text(settings.response_goal),
        PHONE_REGION: checked_region(settings.phone_region),
        **{name: "on" if on else "off" for name, on in switches.items()},
    }


def save(book: Book, wanted: BookSettings) -> None:
    """Set all of them as one step; BadInput as for texts."""
    changed = texts(wanted)
    if read(book) == wanted:
        return
    with book.change("Change the book's settings"):
        for setting, text in changed.items():
            book.settings.set(setting, text)
