"""To gain a customer against to keep one: by hand, and withheld while there is too little to tell it from."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.pipeline.gain_and_keep import Effort, GainAndKeep, average_current
from balancer_desktop.domain.standing import Standing, StandingChange, standing_on
from tests.domain.pipeline.lives import day


def told(gained: int = 4, kept: Fraction = Fraction(25, 2), months: int = 12, hourly: int = 3000) -> GainAndKeep:
    gaining, keeping = Effort(6000, 40_000), Effort(15_000, 10_000)
    return GainAndKeep(date(2025, 11, 21), date(2026, 11, 20), gaining, keeping, gained, kept, months, hourly)


def test_each_is_told_by_head() -> None:
    both = told()
    assert (both.to_gain_one, both.to_keep_one) == (Effort(1500, 10_000), Effort(1200, 800))
    # 100 h and 400.00 for 4 gained: 850.00 each. 250 h and 100.00 for 12.5 kept: 608.00 each.
    assert both.gaining.priced(3000) == 340_000
    assert (both.cost_to_gain, both.cost_to_keep) == (85_000, 60_800)
    assert both.ratio == pytest.approx(85_000 / 60_800)
    assert (both.withheld, both.unpriced) == ("", "")


@pytest.mark.parametrize(
    ("both", "why"),
    [
        (told(months=11), "Needs 12 months of records; you have 11."),
        (told(gained=2), "Needs 3 customers gained in 12 months; you gained 2."),
        (told(kept=Fraction(5, 2)), "Needs 3 current customers on average; you had 2.5."),
    ],
)
def test_it_is_withheld_with_a_reason(both: GainAndKeep, why: str) -> None:
    assert (both.withheld, both.to_gain_one, both.to_keep_one, both.ratio) == (why, None, None, None)


def test_without_the_cost_of_an_hour_hours_and_money_stay_apart() -> None:
    both = told(hourly=0)
    assert (both.to_gain_one, both.cost_to_gain, both.ratio) == (Effort(1500, 10_000), None, None)
    assert both.unpriced.startswith("Say in the settings")


row = st.tuples(st.integers(1, 4), st.integers(0, 60), st.sampled_from(Standing))
changes = st.lists(row, max_size=14).map(
    lambda rows: [StandingChange(party, day(on), what, id=id_) for id_, (party, on, what) in enumerate(rows, 1)]
)


def turns(rows: Iterable[StandingChange]) -> list[tuple[int, date, bool]]:
    ordered = sorted(rows, key=lambda change: (change.party_id, change.on, change.id))
    return [(change.party_id, change.on, change.standing is Standing.CURRENT) for change in ordered]


@given(changes, st.lists(st.integers(-1, 70).map(day), min_size=1, max_size=12))
def test_the_average_is_that_of_the_standings_of_each_day(rows: list[StandingChange], days: list[date]) -> None:
    counted = [
        standing_on((row for row in rows if row.party_id == party), on) is Standing.CURRENT
        for on in days
        for party in range(1, 5)
    ]
    assert average_current(turns(rows), days) == Fraction(sum(counted), len(days))


def test_a_day_of_change_counts_as_it_ended() -> None:
    rows = [StandingChange(1, day(3), Standing.CURRENT, id=1), StandingChange(1, day(5), Standing.EX, id=2)]
    assert [average_current(turns(rows), [day(3) + timedelta(n)]) for n in (-1, 0, 1, 2)] == [0, 1, 1, 0]
