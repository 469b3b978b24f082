"""Who waits, told of everybody at once, against each party's rhythm told by itself."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balancer_desktop.domain.keep_in_touch import REST, Waits, who_waits
from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.book_model import BookModel, book_model
from balancer_desktop.domain.rhythm.cadence import Cadence, cadence_for
from balancer_desktop.domain.rhythm.columns import CURRENT, EX, FIELDS, LAPSED, PROSPECT, Columns
from balancer_desktop.domain.rhythm.model import expected_purchases
from balancer_desktop.domain.rhythm.rhythms import Basis, PartyDays, rhythms
from balancer_desktop.domain.rhythm.sale_days import sale_days
from balancer_desktop.domain.rhythm.sample import sample
from balancer_desktop.domain.rhythm.told import told

TODAY = date(2026, 11, 20)
DAY = TODAY.toordinal()


def row(id_: int, *bought: int, standing: int = CURRENT, **figures: float) -> tuple[float, ...]:
    """bought: days ago; figures replace those of FIELDS, days as days ago."""
    days = sale_days([TODAY - timedelta(back) for back in bought])
    known: dict[str, float] = dict.fromkeys(FIELDS, 0)
    known |= {"id": id_, "standing": standing, "income": 1000 * len(bought), "half_year": 300}
    if days:
        known |= {"first": days.first.toordinal(), "last": days.last.toordinal(), "days": days.days}
        known |= {"gap": days.gap or 0, "contact": days.last.toordinal()}
    for name, value in figures.items():
        known[name] = DAY - value if name in ("contact", "since", "began") else value
    return tuple(known[field] for field in FIELDS)


def without_model(*rows: tuple[float, ...]) -> Waits:
    return who_waits(Columns(rows), BookModel(None, "too little", TODAY - timedelta(2000)), TODAY)


def ids(listed: list[tuple[int, int]]) -> list[int]:
    return [id_ for _, id_ in listed]


def days_back(*gaps: int, silent: int) -> list[int]:
    return [silent + sum(gaps[:n]) for n in range(len(gaps) + 1)]


def test_by_its_own_gap_from_three_gaps_on() -> None:
    waits = without_model(
        row(1, *days_back(10, 10, 10, silent=30)),
        row(2, *days_back(10, 10, 10, silent=31)),
        row(3, *days_back(10, 10, 10, silent=61)),
        row(4, *days_back(10, 10, silent=500)),
        row(5, *days_back(10, 10, 10, silent=500), standing=PROSPECT),
    )
    assert (ids(waits.quiet), ids(waits.gone)) == ([2], [3])
    assert waits.quiet == [(DAY - 21, 2)], "ten days after the last sale they were due"


def test_a_cadence_wins_and_counts_any_contact() -> None:
    bought = days_back(10, 10, 10, silent=500)
    waits = without_model(
        row(1, *bought, contact=14, ideal=14, longest=28),
        row(2, *bought, contact=15, ideal=14, longest=28),
        row(3, *bought, contact=28, ideal=14, longest=28),
        row(4, *bought, contact=29, ideal=14, longest=28),
        row(5, *bought, contact=400, ideal=14),
        row(6, *bought, contact=400, longest=600),
        row(7, since=40, longest=30),
        row(8, longest=30),
    )
    assert ids(waits.quiet) == [5, 3, 2]
    assert waits.gone == [(DAY - 10, 7), (DAY - 1, 4)]


def test_the_tags_cadence_holds_where_the_party_has_none() -> None:
    waits = without_model(
        row(1, 20, tag_ideal=14, tag_longest=60),
        row(2, 20, ideal=30, tag_ideal=14, tag_longest=18),
        row(3, 20, tag_ideal=100, tag_longest=14),
    )
    assert (ids(waits.quiet), ids(waits.gone)) == ([1], [3])


def test_who_was_called_rests_for_one_of_their_gaps() -> None:
    bought = days_back(40, 40, 40, silent=200)
    waits = without_model(row(1, *bought, contact=40), row(2, *bought, contact=41))
    assert ids(waits.quiet) == [2]
    assert waits.quiet == [(DAY - 1, 2)]


def test_who_bought_after_leaving_came_back_and_is_not_called_to_be_won_back() -> None:
    waits = without_model(
        row(1, 10, standing=LAPSED, began=10),
        row(2, 9, standing=LAPSED, began=10),
        row(3, 9, standing=EX, began=10),
        row(4, 10, standing=EX, began=10),
        row(5, REST, standing=LAPSED, began=10),
        row(6, REST + 1, standing=LAPSED, began=10, half_year=-5),
        row(7, REST + 1, standing=LAPSED, began=10),
    )
    assert ids(waits.back) == [2, 3]
    assert waits.worth == [(-300, 7), (0, 6)]


def test_a_change_of_one_party_touches_no_other() -> None:
    rows = [row(n, *days_back(10, 10, 10, silent=30 + 5 * n)) for n in range(1, 12)]
    waits = without_model(*rows)
    fresh = row(4, *days_back(10, 10, 10, silent=3))
    assert waits.replace({4}, without_model(fresh))
    assert not waits.replace({4}, without_model(fresh))
    rows[3] = fresh
    assert waits == without_model(*rows)


histories = st.lists(st.integers(0, 900), max_size=8)
contacts = st.none() | st.integers(0, 900)
limits = st.sampled_from([0, 0, 0, 20, 90])


@given(st.lists(st.tuples(histories, contacts, limits, limits, st.integers(0, 1200)), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_all_at_once_is_as_one_by_one(lives: list[tuple[list[int], int | None, int, int, int]]) -> None:
    rows, parties = [], []
    for id_, (bought, contact, ideal, longest, since) in enumerate(lives, 1):
        seen = [*bought, *([] if contact is None else [contact])]
        figures: dict[str, float] = {"since": since} if since else {}
        figures |= {"ideal": min(ideal, longest) if longest else ideal, "longest": longest}
        if seen:
            figures["contact"] = min(seen)
        rows.append(row(id_, *bought, **figures))
        cadence = cadence_for(Cadence(int(figures["ideal"]) or None, longest or None), [])
        days = [TODAY - timedelta(back) for back in bought]
        latest = TODAY - timedelta(min(seen)) if seen else None
        begun = TODAY - timedelta(since) if since else None
        parties.append(PartyDays(id_, days, latest, begun, cadence))
    columns, expected = Columns(rows), rhythms(parties, TODAY)
    every = [(p.party_id, day.toordinal()) for p in parties for day in sorted(set(p.sale_days or ()))]
    fitted = book_model(columns, every, TODAY)
    assert sample(columns, TODAY) == [id_ for id_, (bought, *_) in enumerate(lives, 1) if bought]
    assert (fitted.model is None) is (expected.model is None)
    assert fitted.why == expected.why
    if fitted.model and expected.model:
        for figure in ("k", "r", "alpha", "a", "b"):
            assert getattr(fitted.model, figure) == pytest.approx(getattr(expected.model, figure), rel=1e-6)
    waits, one_by_one = who_waits(columns, fitted, TODAY), told(columns, fitted, TODAY)
    for party, other in zip(one_by_one.values(), expected.parties, strict=True):
        assert (party.band, party.basis, party.sentence) == (other.band, other.basis, other.sentence)
        assert party.p_alive == (other.p_alive if other.p_alive is None else pytest.approx(other.p_alive, abs=1e-9))
        seen_to = (
            party.basis is not Basis.CADENCE
            and party.silent_days is not None
            and (party.silent_days <= (min(max(party.median_gap_days, 7), 90) if party.median_gap_days else REST))
        )
        assert (party.party_id in ids(waits.gone)) is (party.band is Band.GONE and not seen_to)
        assert (party.party_id in ids(waits.quiet)) is (party.band is Band.QUIET and not seen_to)


def test_the_worth_of_a_call_is_what_they_may_buy_times_their_own_average_sale() -> None:
    rows = [row(n, *days_back(*[20 + n] * 6, silent=60 + n)) for n in range(1, 30)]
    lapsed = row(30, *days_back(30, 30, 30, 30, silent=45), standing=LAPSED, began=1, income=50_000)
    columns = Columns([*rows, lapsed])
    every = [
        (n, DAY - back)
        for n in range(1, 31)
        for back in sorted(
            days_back(*([20 + n] * 6 if n < 30 else [30] * 4), silent=60 + n if n < 30 else 45), reverse=True
        )
    ]
    fitted = book_model(columns, every, TODAY)
    assert fitted.model
    one = np.array([4]), np.array([120 / 7]), np.array([165 / 7])
    expected = float(expected_purchases(fitted.model, *one, 26.0)[0]) * 50_000 / 5
    waits = who_waits(columns, fitted, TODAY)
    assert waits.by_model
    assert waits.worth == [(-round(expected), 30)]


def test_a_large_book_is_fitted_to_a_sample_spread_over_it() -> None:
    columns = Columns([row(n, 30, 60) for n in range(1, 24)])
    assert sample(columns, TODAY, most=10) == [1, 4, 7, 10, 13, 16, 19, 22]
    assert sample(Columns(), TODAY) == []
