"""Exits are counted once, by day, class and reason, and what they make a year says what it stands on."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.exits import (
    Attrition,
    Count,
    Exit,
    Span,
    Turn,
    attrition,
    attrition_sentence,
    by_reason,
    count,
    exits_of,
    over_time,
    performance_words,
)
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.standing import ReasonClass, Standing, StandingChange, standing_on

BEGUN = date(2026, 1, 1)
TODAY = date(2026, 11, 20)
CLASSES = {1: ReasonClass.BENIGN, 2: ReasonClass.PERFORMANCE, 3: ReasonClass.UNKNOWN}
CURRENT, LAPSED, PROSPECT, EX = Standing.CURRENT, Standing.LAPSED, Standing.PROSPECT, Standing.EX


def day(number: int) -> date:
    return BEGUN + timedelta(days=number)


def history(*turns: tuple[int, Standing]) -> list[Turn]:
    return [Turn(1, day(on), standing, 1 if standing is EX else 0) for on, standing in turns]


def leaving(on: date, kind: ReasonClass = ReasonClass.BENIGN, *, customer: bool = True) -> Exit:
    return Exit(1, on, 1, kind, customer)


@pytest.mark.parametrize(
    ("turns", "days"),
    [
        (((0, CURRENT), (5, EX)), [5]),
        (((0, CURRENT), (5, EX), (5, CURRENT)), []),
        (((0, CURRENT), (5, EX), (6, CURRENT), (9, EX)), [5, 9]),
        (((0, CURRENT), (5, EX), (8, EX)), [5]),
        (((0, EX),), []),
        (((0, EX), (4, CURRENT), (7, EX)), [7]),
        (((0, PROSPECT), (0, EX)), [0]),
        (((0, CURRENT), (5, EX), (9, CURRENT), (9, EX)), [5]),
    ],
    ids=["left", "slip", "twice", "one spell", "came as ex", "left later", "added and left", "return taken back"],
)
def test_an_exit_is_the_first_day_of_being_ex(turns: tuple[tuple[int, Standing], ...], days: list[int]) -> None:
    assert [one.on for one in exits_of(history(*turns), CLASSES)] == [day(number) for number in days]


def test_whether_they_had_been_customers_is_known() -> None:
    found = exits_of(
        [
            Turn(1, day(0), PROSPECT), Turn(1, day(2), EX, 1),
            Turn(2, day(0), PROSPECT), Turn(2, day(1), LAPSED), Turn(2, day(1), EX, 9),
        ],
        CLASSES,
    )  # fmt: skip
    assert [(one.party_id, one.kind, one.was_customer) for one in found] == [
        (2, ReasonClass.UNKNOWN, True),
        (1, ReasonClass.BENIGN, False),
    ]


@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from(Standing)), min_size=1, max_size=9))
def test_exits_are_what_a_look_at_every_evening_shows(turns: list[tuple[int, Standing]]) -> None:
    changes = [
        StandingChange(1, day(on), standing, id=number)
        for number, (on, standing) in enumerate(sorted(turns, key=lambda turn: turn[0]), 1)
    ]
    evenings, before = [], changes[0].standing
    for number in range(13):
        evening = standing_on(changes, day(number)) if changes[0].on <= day(number) else before
        if evening is EX and before is not EX:
            evenings.append(day(number))
        before = evening
    told = exits_of([Turn(1, change.on, change.standing, change.reason_id) for change in changes], CLASSES)
    assert [one.on for one in told] == evenings


def test_months_quarters_and_years_have_no_gaps() -> None:
    exits = [leaving(date(2025, 12, 31)), leaving(date(2026, 2, 1), ReasonClass.PERFORMANCE)]
    months = over_time(exits, Span.MONTH, Month(2025, 12), Month(2026, 2))
    assert months == {"2025-12": Count(1), "2026-01": Count(), "2026-02": Count(0, 1)}
    assert over_time(exits, Span.QUARTER, Month(2025, 12), Month(2026, 6)) == {
        "2025-Q4": Count(1), "2026-Q1": Count(0, 1), "2026-Q2": Count(),
    }  # fmt: skip
    assert list(over_time(exits, Span.YEAR, Month(2024, 3), Month(2026, 1)).values()) == [
        Count(),
        Count(1),
        Count(0, 1),
    ]


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.sampled_from(ReasonClass)), max_size=30))
def test_every_span_sums_to_the_same(drawn: list[tuple[date, ReasonClass]]) -> None:
    exits = [leaving(on, kind) for on, kind in drawn]
    for span in Span:
        counts = over_time(exits, span, Month(2020, 1), Month(2026, 12)).values()
        assert sum(one.total for one in counts) == len(drawn)
        assert sum(one.benign for one in counts) == sum(kind is ReasonClass.BENIGN for _, kind in drawn)
    assert sum(years.total() for years in by_reason(exits).values()) == len(drawn)


def test_reasons_by_year() -> None:
    exits = [leaving(date(2025, 1, 1)), leaving(date(2026, 1, 1)), leaving(date(2026, 5, 1))]
    assert by_reason(exits) == {1: Counter({2025: 1, 2026: 2})}


def test_unknown_makes_performance_a_range() -> None:
    exits = [leaving(TODAY, kind) for kind in (ReasonClass.PERFORMANCE, ReasonClass.UNKNOWN, ReasonClass.UNKNOWN)]
    assert count(exits).performance_range == (1, 3)
    assert (performance_words(count(exits)), performance_words(Count(1, 3))) == ("1 to 3", "3")


def test_attrition_is_of_customers_with_reasons_of_their_own() -> None:
    exits = [
        leaving(date(2024, 6, 1)), leaving(date(2025, 11, 20)), leaving(date(2025, 11, 21)), leaving(TODAY),
        leaving(TODAY, customer=False), leaving(TODAY, ReasonClass.UNKNOWN),
    ]  # fmt: skip
    found = attrition(exits, date(2022, 11, 21), TODAY)
    assert (found.last_year, found.total) == (2, 4)
    assert found.years == pytest.approx(1461 / 365.25)
    assert found.a_year == pytest.approx(4 / 4)
    assert attrition_sentence(found) == (
        "2 customers left for reasons of their own in the last 12 months; on average 1.0 a year "
        "(4 in 4.0 years, since 2022-11). That many new ones keep you where you are."
    )


def test_a_year_is_not_made_of_months() -> None:
    young = Attrition(1, 1, date(2026, 5, 21), TODAY)
    assert young.a_year is None
    assert attrition_sentence(young) == (
        "1 customer left for reasons of their own so far. What that makes a year needs 12 months of records; "
        "you have 5 months."
    )
    assert Attrition(0, 0, date(2025, 11, 20), TODAY).a_year == 0
    assert Attrition(0, 0, date(2025, 11, 21), TODAY).a_year is None
    assert attrition_sentence(Attrition(0, 0, None, TODAY)) == "Nobody has left yet."
