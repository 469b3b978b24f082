"""Prospecting week by week against its goals, and the alarms."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.app.income import income_of_12_months
from balancer_desktop.domain.pipeline import alarms as rules
from balancer_desktop.domain.pipeline import discipline
from balancer_desktop.domain.pipeline.alarms import Alarm, Workload
from balancer_desktop.domain.pipeline.cycle import Spans, first_gaps
from balancer_desktop.domain.pipeline.discipline import MONDAY, Goals, Week
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.worth import worth
from balancer_desktop.domain.side import Side
from balancer_desktop.storage import closed_rows, pipeline_rows, prospecting

HOURS_GOAL = "prospecting_hours_goal"
TOUCHES_GOAL = "touches_goal"
_LONGEST_STREAK = 53
_LATEST = 300
"""So many of the latest first sales tell the usual gap."""


def goals(book: Book) -> Goals:
    hours = int(book.settings.get(HOURS_GOAL, str(discipline.HOURS)))
    return Goals(hours * 60, int(book.settings.get(TOUCHES_GOAL, str(discipline.TOUCHES))))


def week(book: Book, day: date | None = None, first_weekday: int = MONDAY) -> Week:
    """The week a day (today) is in, up to that day; weekdays by ISO, Monday 1 to Sunday 7."""
    return _week(book, day or book.today(), first_weekday, most=-1)


def streak(book: Book, day: date | None = None, first_weekday: int = MONDAY) -> int:
    """How many weeks in a row both goals were reached, a year at most; goals are those of now."""
    return discipline.streak(_weeks(book, day or book.today(), first_weekday))


def usual_gap(book: Book, day: date | None = None) -> Spans:
    """Days from first contact to first sale, of those who bought first most lately."""
    day = day or book.today()
    return first_gaps(prospecting.firsts(book.file.db, day, _LATEST), day)


def alarms(book: Book, day: date | None = None) -> list[Alarm]:
    """What should be heard on a day (today), the emptiest first. Steps are known only as they are now."""
    day = day or book.today()
    open_ones = book.pipeline.open_on(day)
    empty = rules.empty_pipeline(open_ones, day)
    dry = rules.drought(prospecting.newest_prospect(book.file.db, day), usual_gap(book, day).usual, day)
    return [alarm for alarm in (empty, dry, _too_busy(book, open_ones, day)) if alarm]


def _too_busy(book: Book, open_ones: Sequence[Opportunity], day: date) -> Alarm | None:
    running = book.pipeline.running(day)
    if not running:
        return None
    sales = pipeline_rows.sales(book.file.db, [one.sale_id for one in running if one.sale_id])
    steps = pipeline_rows.open_steps(book.file.db, {one.party_id for one in open_ones})
    cycle = Spans(closed_rows.cycles(book.file.db, day)).usual
    workload = Workload(
        running, lambda one: worth(one, sales), open_ones, lambda party_id: steps.get(party_id, ()), cycle
    )
    if rules.ending_soon(workload, day) is None:
        return None
    return rules.too_busy(workload, income_of_12_months(book, day), day)


def _week(book: Book, day: date, first_weekday: int, most: int) -> Week:
    first = discipline.week_start(day, first_weekday)
    minutes = book.work.minutes(first, day)[Side.GAIN]
    return Week(first, minutes, prospecting.touches(book.file.db, first, day, most), goals(book))


def _weeks(book: Book, day: date, first_weekday: int) -> Iterator[Week]:
    """From the present one back, with no more touches counted than keep a goal."""
    most = goals(book).touches
    for _ in range(_LONGEST_STREAK):
        one = _week(book, day, first_weekday, most)
        yield one
        day = one.first - timedelta(days=1)
