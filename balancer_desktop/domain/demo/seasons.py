"""The business's calendar: seasons, working days, holidays, and the months in which nobody looked for work."""

from dataclasses import dataclass
from datetime import date, timedelta

from balancer_desktop.domain.month import Month

YEARS = 3
# January first; May and June are the peak.
INCOME_SEASON = (0.72, 0.77, 0.96, 1.13, 1.24, 1.24, 1.10, 0.92, 1.10, 1.05, 0.95, 0.82)
# Hours a week spent on being found: more when it is quiet.
MARKETING_HOURS = (4.6, 4.4, 3.4, 3.0, 2.6, 2.6, 2.8, 3.0, 3.2, 3.4, 3.8, 4.0)
# In months before today's: when prospecting stops, and when that shows in fewer new customers.
DROUGHT = range(6, 11)
THIN = range(4, 9)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Three years of months before today's, and the part of today's that has passed."""

    today: date

    @property
    def start(self) -> date:
        return Month.of(self.today).plus(-12 * YEARS).first

    def months(self) -> list[Month]:
        return list(Month.of(self.start).until(Month.of(self.today)))

    def ago(self, month: Month) -> int:
        """How many months before today's."""
        return (self.today.year - month.year) * 12 + self.today.month - month.month

    def is_drought(self, day: date) -> bool:
        return self.ago(Month.of(day)) in DROUGHT

    def is_after_drought(self, day: date) -> bool:
        return self.ago(Month.of(day)) < DROUGHT.start

    def grown(self, month: Month) -> float:
        """0 in the first month, 1 in today's: how far the business has come."""
        return 1 - self.ago(month) / (12 * YEARS)

    def income(self, month: Month) -> float:
        """Roughly what a month like this brings, in whole currency units."""
        return (4300 + 1700 * self.grown(month)) * INCOME_SEASON[month.month - 1]

    def newcomers(self, month: Month) -> float:
        """How many first sales a month like this brings: few after the drought, more again once it was noticed."""
        ago = self.ago(month)
        if ago in THIN:
            return 0.25
        return (1.75 if ago < DROUGHT.stop + 3 else 1.0) * INCOME_SEASON[month.month - 1]


def is_working(day: date) -> bool:
    """Monday to Friday, but for two weeks in August and the days around the new year."""
    away = (day.month == 8 and 5 <= day.day <= 18) or (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)
    return day.weekday() < 5 and not away


def last_working(day: date) -> date:
    """The day itself when it is worked on, or the last one before it that was."""
    while not is_working(day):
        day -= timedelta(1)
    return day


def next_working(day: date) -> date:
    """The day itself when it is worked on, or the first one after it that is."""
    while not is_working(day):
        day += timedelta(1)
    return day
