"""Hours are logged, corrected and timed; a timer counts time as it passes, not as clocks show it."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from balancer_desktop.app import people, work
from balancer_desktop.app.book import Book, new_book, open_book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.entries import LONGEST_DAY, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.domain.timer import Timer

ON = date(2026, 11, 2)
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme"), on=date(2026, 1, 1))


def test_work_comes_back_as_logged(book: Book, acme: int) -> None:
    new = work.log(book, Work(ON, 150, Side.GAIN, acme, "  showed samples\0 "))
    assert book.work.get(new) == Work(ON, 150, Side.GAIN, acme, "showed samples\0".replace("\0", "\ufffd"), new)
    assert book.undo_label == "Log 2 h 30 min for Acme"
    assert book.work.of_party(acme) == [book.work.get(new)]
    work.log(book, Work(ON, 45, Side.RUN))
    assert book.undo_label == "Log 45 min"


def test_work_is_listed_newest_first(book: Book) -> None:
    for day in (3, 1, 2, 3):
        work.log(book, Work(date(2026, 11, day), day, Side.RUN))
    found = book.work.between(date(2026, 11, 2), date(2026, 11, 3))
    assert [(entry.on.day, entry.id) for entry in found] == [(3, 4), (3, 1), (2, 3)]


@pytest.mark.parametrize("minutes", [0, -1, LONGEST_DAY + 1])
def test_a_day_has_its_minutes(book: Book, minutes: int) -> None:
    entry = work.log(book, Work(ON, LONGEST_DAY, Side.KEEP))
    with pytest.raises(BadInput, match="cannot be worked in one day"):
        work.log(book, Work(ON, minutes, Side.KEEP))
    with pytest.raises(BadInput, match="cannot be worked in one day"):
        work.edit(book, Work(ON, minutes, Side.KEEP, id=entry))
    assert [found.minutes for found in book.work.between(ON, ON)] == [LONGEST_DAY]


def test_nothing_was_worked_tomorrow(book: Book, today: date) -> None:
    with pytest.raises(BadInput, match="future"):
        work.log(book, Work(today + timedelta(1), 5, Side.KEEP))


def test_work_is_for_nobody_or_for_somebody_in_the_book(book: Book) -> None:
    with pytest.raises(BadInput, match="not in the book"):
        work.log(book, Work(ON, 5, Side.KEEP, 99))


def test_work_is_corrected_and_removed(book: Book, acme: int) -> None:
    entry = work.log(book, Work(ON, 5, Side.KEEP))
    corrected = Work(date(2026, 10, 1), 60, Side.WIN_BACK, acme, "called", entry)
    work.edit(book, corrected)
    assert book.work.get(entry) == corrected
    assert book.undo_label == "Edit 1 h for Acme"
    work.remove(book, entry)
    assert book.work.get(entry) is None
    with pytest.raises(BadInput, match="not in the book any more"):
        work.edit(book, corrected)


@pytest.mark.parametrize(
    ("standing", "side"),
    [
        (Standing.CURRENT, Side.KEEP),
        (Standing.PROSPECT, Side.GAIN),
        (Standing.LAPSED, Side.WIN_BACK),
        (Standing.EX, Side.WIN_BACK),
    ],
)
def test_the_side_follows_from_the_standing(book: Book, standing: Standing, side: Side) -> None:
    party = people.add(book, Party("Zoë"), standing, date(2026, 1, 1))
    assert work.proposed_side(book, party) is side


def test_a_later_standing_does_not_rewrite_an_hours_side(book: Book, acme: int) -> None:
    entry = work.log(book, Work(ON, 5, work.proposed_side(book, acme), acme))
    people.set_standing(book, [acme], Standing.CURRENT)
    assert book.work.get(entry).side is Side.GAIN


# The timer.


def test_a_timer_becomes_work(book: Book, acme: int, today: date) -> None:
    work.start_timer(book, MORNING, acme, Side.KEEP, " bolts ")
    assert book.work.timer() == Timer(MORNING, Side.KEEP, acme, "bolts")
    assert book.undo_label == "Start the timer for Acme"
    entry = work.stop_timer(book, MORNING + timedelta(hours=1, minutes=29, seconds=31))
    assert book.work.get(entry) == Work(today, 90, Side.KEEP, acme, "bolts", entry)
    assert book.work.timer() is None
    assert book.undo_label == "Stop the timer: 1 h 30 min for Acme"


def test_undoing_the_stop_lets_the_timer_run_on(book: Book, acme: int) -> None:
    work.start_timer(book, MORNING, acme, Side.KEEP)
    work.stop_timer(book, MORNING + timedelta(hours=1))
    book.undo()
    assert book.work.timer() == Timer(MORNING, Side.KEEP, acme)
    assert book.work.of_party(acme) == []
    entry = work.stop_timer(book, MORNING + timedelta(hours=2))
    assert book.work.get(entry).minutes == 120


def test_one_timer_at_a_time(book: Book, acme: int) -> None:
    with pytest.raises(BadInput, match="No timer is running"):
        work.stop_timer(book, MORNING)
    work.start_timer(book, MORNING, 0, Side.RUN)
    with pytest.raises(BadInput, match="running already"):
        work.start_timer(book, MORNING, acme, Side.KEEP)
    work.cancel_timer(book)
    assert book.work.timer() is None
    assert book.undo() == "Discard the timer"
    assert book.work.timer() == Timer(MORNING, Side.RUN)


def test_a_timer_is_for_nobody_or_for_somebody_in_the_book(book: Book) -> None:
    with pytest.raises(BadInput, match="not in the book"):
        work.start_timer(book, MORNING, 99, Side.KEEP)
    assert book.work.timer() is None


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(0, 1), (29, 1), (31, 1), (91, 2), (-3600, 1), (23 * 3600, 1380), (24 * 3600, 1440), (72 * 3600, 1440)],
)
def test_a_timer_counts_at_least_a_minute_and_at_most_a_day(book: Book, seconds: int, minutes: int) -> None:
    work.start_timer(book, MORNING - timedelta(days=3), 0, Side.RUN)
    entry = work.stop_timer(book, MORNING - timedelta(days=3) + timedelta(seconds=seconds))
    assert book.work.get(entry).minutes == minutes


def test_work_over_midnight_belongs_to_the_day_it_began(book: Book) -> None:
    began = datetime(2026, 11, 18, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    work.start_timer(book, began, 0, Side.RUN)
    entry = work.stop_timer(book, began + timedelta(hours=1))
    assert (book.work.get(entry).on, book.work.get(entry).minutes) == (date(2026, 11, 18), 60)


def test_a_clock_set_back_puts_no_work_in_the_future(book: Book, today: date) -> None:
    work.start_timer(book, MORNING + timedelta(days=3), 0, Side.RUN)
    entry = work.stop_timer(book, MORNING)
    assert (book.work.get(entry).on, book.work.get(entry).minutes) == (today, 1)


class Clocks(tzinfo):
    """A place whose clocks change: local time before the change has one offset from UTC (in hours), from it on another.

    Made here because a bare machine has no list of time zones.
    """

    def __init__(self, before: float, after: float, change: datetime) -> None:
        self._before, self._after, self._change = timedelta(hours=before), timedelta(hours=after), change

    def utcoffset(self, when: datetime | None) -> timedelta:
        assert when
        is_before = when.replace(tzinfo=None, fold=0) < self._change and not when.fold
        return self._before if is_before else self._after

    def dst(self, when: datetime | None) -> timedelta:
        return self.utcoffset(when) - min(self._before, self._after)

    def tzname(self, when: datetime | None) -> str:
        return f"UTC+{self.utcoffset(when)}"


SPRING = Clocks(1, 2, datetime(2026, 3, 29, 3, 0))
AUTUMN = Clocks(2, 1, datetime(2026, 10, 25, 3, 0))
NEW_YORK = Clocks(-4, -5, datetime(2026, 11, 1, 2, 0))
LORD_HOWE = Clocks(11, 10.5, datetime(2026, 4, 5, 2, 0))


@pytest.mark.parametrize(
    ("start", "stop", "minutes"),
    [
        # Berlin, 25 October 2026: 3:00 becomes 2:00. From 1:30 to 3:30 on the clock passed three hours.
        (datetime(2026, 10, 25, 1, 30, tzinfo=AUTUMN), datetime(2026, 10, 25, 3, 30, tzinfo=AUTUMN), 180),
        # 2:30 came twice: from the first to the second one, an hour.
        (
            datetime(2026, 10, 25, 2, 30, tzinfo=AUTUMN),
            datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=AUTUMN),
            60,
        ),
        # Berlin, 29 March 2026: 2:00 becomes 3:00.
        (datetime(2026, 3, 29, 1, 30, tzinfo=SPRING), datetime(2026, 3, 29, 3, 30, tzinfo=SPRING), 60),
        # New York, 1 November 2026, over midnight.
        (datetime(2026, 10, 31, 23, 0, tzinfo=NEW_YORK), datetime(2026, 11, 1, 2, 0, tzinfo=NEW_YORK), 240),
        # Lord Howe moves its clocks by half an hour.
        (datetime(2026, 4, 5, 1, 0, tzinfo=LORD_HOWE), datetime(2026, 4, 5, 3, 0, tzinfo=LORD_HOWE), 150),
        # Started at home, stopped abroad.
        (datetime(2026, 10, 25, 12, 0, tzinfo=AUTUMN), datetime(2026, 10, 25, 8, 0, tzinfo=NEW_YORK), 60),
    ],
)
def test_a_change_of_clocks_costs_and_gives_nothing(book: Book, start: datetime, stop: datetime, minutes: int) -> None:
    work.start_timer(book, start, 0, Side.RUN)
    entry = work.stop_timer(book, stop)
    assert book.work.get(entry) == Work(start.date(), minutes, Side.RUN, id=entry)


def test_a_timer_runs_on_while_the_book_is_closed(tmp_path: object, today: date) -> None:
    folder = tmp_path / "book"  # type: ignore[operator]
    first = new_book(folder, "EUR", lambda: today)
    work.start_timer(first, MORNING, 0, Side.GAIN, "flyers")
    first.close()
    second = open_book(folder, lambda: today)
    entry = work.stop_timer(second, MORNING + timedelta(minutes=75))
    assert second.work.get(entry) == Work(today, 75, Side.GAIN, 0, "flyers", entry)
    second.close()


def test_subscribers_learn_of_the_timer(book: Book, acme: int) -> None:
    told: list[Changes] = []
    book.subscribe(told.append)
    work.start_timer(book, MORNING, acme, Side.KEEP)
    work.stop_timer(book, MORNING)
    work.log(book, Work(ON, 5, Side.RUN))
    assert told == [
        Changes(timer=True, parties=frozenset({acme})),
        Changes(timer=True, work=True, parties=frozenset({acme})),
        Changes(work=True, parties=frozenset()),
    ]
