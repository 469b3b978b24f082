"""A working week and holidays as people write them are read, written back the short way, and nonsense is named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.holidays import Holiday, free_days, holidays_text, read_holidays
from balancer_desktop.domain.inquiries.working_week import (
    DAY,
    DEFAULT_WEEK,
    WorkingWeek,
    read_spells,
    read_week,
    spells_text,
    week_text,
)


def test_the_week_everybody_begins_with() -> None:
    assert week_text(DEFAULT_WEEK) == "mon-fri 08:00-17:00"
    assert DEFAULT_WEEK.minutes == 45 * 60


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00", None),
        ("Monday to Friday 8-12, 13-17; Saturday 9:00–12:00", "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00"),
        ("mon, wed fri 8.30-17h30", "mon 08:30-17:30; wed 08:30-17:30; fri 08:30-17:30"),
        ("fri-sat 22:00-02:00", None),
        ("sat-mon 10:00-24:00", "mon 10:00-24:00; sat-sun 10:00-24:00"),
        ("daily 00:00-24:00", "mon-sun 00:00-24:00"),
        ("mon 8 to 12 and 13 to 17", "mon 08:00-12:00 13:00-17:00"),
        ("mon 08:00-12:00 12:00-17:00", "mon 08:00-17:00"),
        ("mon 13:00-17:00 08:00-12:00", "mon 08:00-12:00 13:00-17:00"),
        ("mon 22:00-00:00", "mon 22:00-24:00"),
        ("mon-tue 8-9\nthu: 8-9; fri closed", "mon-tue 08:00-09:00; thu 08:00-09:00"),
        ("mon-tue 20:00-06:00; wed 06:00-07:00", "mon-tue 20:00-06:00; wed 06:00-07:00"),
    ],
)
def test_as_people_write_it(text: str, short: str | None) -> None:
    assert week_text(read_week(text)) == (short or text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "leaves nobody"),
        ("mon-sun closed", "leaves nobody"),
        ("mno 08:00-12:00", "“mno” is not a day"),
        ("m 08:00-12:00", "“m” is not a day"),
        ("08:00-12:00", "“” is not a day"),
        ("mon 08:00", "“08:00” is no time from"),
        ("mon 8-12 lunch 13-17", "“lunch 13-17” is no time from"),
        ("mon 08:00-25:00", "“25:00” is not a time of day"),
        ("mon 08:60-12:00", "“08:60” is not a time of day"),
        ("mon 08:00-08:00", "“08:00-08:00” is no time at all"),
        ("mon 24:00-08:00", "“24:00-08:00” is no time at all"),
        ("mon 08:00-12:00 11:00-15:00", "08:00-12:00 and 11:00-15:00 overlap"),
        ("mon-wed 8-12; tue 13-17", "Tuesday is there twice"),
        ("mon 22:00-06:00; tue 05:00-09:00", "Monday's 22:00-06:00 runs into Tuesday's 05:00-09:00"),
        ("sun 22:00-06:00; mon 05:00-09:00", "Sunday's 22:00-06:00 runs into Monday's 05:00-09:00"),
    ],
)
def test_what_is_wrong_is_named(text: str, named: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_week(text)
    assert named in refused.value.what
    assert refused.value.remedy


def test_a_day_for_itself() -> None:
    assert read_spells("8-12, 13-17") == ((480, 720), (780, 1020))
    assert read_spells("22-2") == ((1320, 1560),)
    assert read_spells("closed") == read_spells(" ") == ()
    assert spells_text(((480, 720), (1320, 1560))) == "08:00-12:00 22:00-02:00"


mornings = st.lists(st.integers(360, 719), max_size=5, unique=True).map(sorted)
nights = st.lists(st.integers(720, DAY + 360), max_size=3, unique=True).map(sorted)


@given(st.lists(st.tuples(mornings, nights), min_size=7, max_size=7))
def test_any_week_there_and_back(edges: list[tuple[list[int], list[int]]]) -> None:
    days = [
        tuple((few[n], few[n + 1]) for few in both for n in range(0, len(few) - 1, 2) if few[n] < DAY) for both in edges
    ]
    week = WorkingWeek(tuple(days))
    if week.minutes:
        assert read_week(week_text(week)) == week


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("2026-12-25", "2026-12-25"),
        ("2026-12-25 Christmas\n2026-01-01  New  Year", "2026-01-01 New Year; 2026-12-25 Christmas"),
        ("2026-12-25, 2026-12-26", "2026-12-25; 2026-12-26"),
        ("2026-12-25: Peace, quiet; 2026-12-25: Peace, quiet", "2026-12-25 Peace, quiet"),
        ("2026-08-03 – 2026-08-14 away", "2026-08-03 to 2026-08-14 away"),
        ("2026-08-03 to 2026-08-03", "2026-08-03"),
        ("2028-02-29 leap day", "2028-02-29 leap day"),
    ],
)
def test_holidays_there_and_back(text: str, short: str) -> None:
    assert holidays_text(read_holidays(text)) == short
    assert read_holidays(short) == read_holidays(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Christmas", "“Christmas” is not a date"),
        ("25.12.2026", "“25.12.2026” is not a date"),
        ("2026-02-29", "There is no 2026-02-29"),
        ("2026-12-24 to 2026-12-23", "“2026-12-24 to 2026-12-23” does not last"),
        ("2026-01-01 to 2036-01-01", "does not last"),
        ("2026-12-25 Christmas; whenever", "“whenever”"),
    ],
)
def test_what_is_no_holiday_is_named(text: str, named: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_holidays(text)
    assert named in refused.value.what
    assert refused.value.remedy


def test_every_day_of_a_longer_holiday_is_free() -> None:
    away = Holiday(date(2026, 12, 30), date(2027, 1, 2))
    assert sorted(free_days((away,))) == [date(2026, 12, 30).toordinal() + n for n in range(4)]
