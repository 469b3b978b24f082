"""Everybody's rhythm on one day: which rule speaks for whom, and what is withheld below the data minimum."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.cadence import Cadence
from balancer_desktop.domain.rhythm.rhythms import Basis, PartyDays, Rhythm, rhythms
from balancer_desktop.domain.rhythm.sale_days import sale_days

TODAY = date(2026, 11, 20)


def back(*days: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(day) for day in days)


def every(gap: int, until: int, times: int) -> tuple[date, ...]:
    """Sales `gap` days apart, the last one `until` days ago."""
    return back(*(until + gap * number for number in range(times)))


def one(*parties: PartyDays) -> Rhythm:
    """Of the first."""
    return rhythms(parties, TODAY).parties[0]


CROWD = [PartyDays(90 + n, every(20 + n, n % 3 * 40, 8)) for n in range(12)]


def test_below_the_minimum_the_own_gap_speaks() -> None:
    found = rhythms([PartyDays(1, every(10, 31, 4)), PartyDays(2, every(10, 31, 3)), PartyDays(3)], TODAY)
    assert (found.model, found.enough) == (None, False)
    assert found.why == "needs 6 months of sales and 20 repeat sales; you have 2 and 5"
    quiet, few, none = found.parties
    assert (quiet.band, quiet.basis, quiet.p_alive, quiet.expected_26_weeks) == (Band.QUIET, Basis.OWN_GAP, None, None)
    assert (few.band, few.basis, few.median_gap_days, few.sale_days_ago) == (None, Basis.TOO_LITTLE, 10.0, 31)
    assert (none.band, none.basis, none.history, none.silent_days) == (None, Basis.TOO_LITTLE, None, None)
    assert quiet.sentence == "usually every 10 days; silent 4 weeks"


def test_from_the_minimum_on_the_model_speaks() -> None:
    found = rhythms([PartyDays(1, every(20, 3, 12)), PartyDays(2, every(20, 200, 12)), PartyDays(3), *CROWD], TODAY)
    assert found.enough
    assert found.model is not None
    assert found.why == "from 13 months of sales and 106 repeat sales"
    regular, silent, none = found.parties[:3]
    assert (regular.band, regular.basis) == (Band.CURRENT, Basis.MODEL)
    assert (silent.band, silent.basis) == (Band.GONE, Basis.MODEL)
    assert regular.p_alive is not None
    assert silent.p_alive is not None
    assert regular.p_alive > 0.8 > 0.05 > silent.p_alive
    assert regular.expected_26_weeks == pytest.approx(26 * 7 / 20, rel=0.35)
    assert (none.band, none.p_alive) == (None, None)
    assert [party.party_id for party in found.parties] == [1, 2, 3, *range(90, 102)]


def test_a_cadence_wins_and_any_contact_counts_for_it() -> None:
    sales = every(20, 3, 12)
    strict = one(PartyDays(1, sales, cadence=Cadence(1, 2)), *CROWD)
    assert (strict.band, strict.basis) == (Band.GONE, Basis.CADENCE)
    assert strict.p_alive is not None
    silent = every(20, 200, 12)
    called = one(PartyDays(1, silent, last_contact=back(5)[0], cadence=Cadence(7, 14)), *CROWD)
    assert (called.band, called.silent_days, called.sale_days_ago) == (Band.CURRENT, 5, 200)


def test_contacts_leave_the_model_alone() -> None:
    without = one(PartyDays(1, every(20, 200, 12)), *CROWD)
    called = one(PartyDays(1, every(20, 200, 12), last_contact=TODAY), *CROWD)
    assert (called.band, called.p_alive) == (without.band, without.p_alive)


@pytest.mark.parametrize(
    ("party", "band", "silent"),
    [
        (PartyDays(1, cadence=Cadence(30, 60), last_contact=back(31)[0]), Band.QUIET, 31),
        (PartyDays(1, back(80), cadence=Cadence(30, 60), last_contact=back(90)[0]), Band.GONE, 80),
        (PartyDays(1, cadence=Cadence(30, 60), since=back(61)[0]), Band.GONE, None),
        (PartyDays(1, cadence=Cadence(30, 60)), None, None),
        (PartyDays(1, cadence=Cadence(), last_contact=back(31)[0]), None, 31),
        (PartyDays(1, cadence=Cadence(30, 60), last_contact=back(-3)[0]), Band.CURRENT, 0),
    ],
)
def test_what_a_cadence_counts_from(party: PartyDays, band: Band | None, silent: int | None) -> None:
    found = one(party)
    assert (found.band, found.silent_days) == (band, silent)
    assert found.basis is (Basis.TOO_LITTLE if band is None else Basis.CADENCE)


def test_customer_since_reaches_no_further_than_the_books_own_sales() -> None:
    """What was bought in the years before the records is unknown, so those years are no silence."""
    old = one(PartyDays(1, back(40, 10), since=date(1999, 1, 1)), PartyDays(2, back(70)))
    assert old.history is not None
    assert (old.history.x, old.history.T) == (2, 10.0)


def test_sales_to_come_are_not_looked_at() -> None:
    parties = [PartyDays(1, every(10, 31, 4)), *CROWD]
    ahead = [PartyDays(party.party_id, (*party.sale_days, *back(-9, -99))) for party in parties]
    assert rhythms(ahead, TODAY) == rhythms(parties, TODAY)
    assert rhythms([PartyDays(1, back(-9))], TODAY).parties[0].history is None


def test_the_four_figures_of_the_sale_days_do_as_well() -> None:
    """Words and histories are the same; the model knows less of how regular the gaps are, and stays near."""
    days = [every(20, 50, 12), (), *(every(20 + n, n % 3 * 40, 8) for n in range(12))]
    parties = [PartyDays(number, each) for number, each in enumerate(days)]
    figures = [PartyDays(number, sale_days(each)) for number, each in enumerate(days)]
    whole, short = rhythms(parties, TODAY), rhythms(figures, TODAY)
    assert short.why == whole.why
    for one_way, other in zip(whole.parties, short.parties, strict=True):
        assert (other.sentence, other.silent_days) == (one_way.sentence, one_way.silent_days)
        assert (other.p_alive is None) == (one_way.p_alive is None)


def test_nobody() -> None:
    found = rhythms([], TODAY)
    assert (found.parties, found.enough) == ((), False)


DAYS = st.lists(st.integers(-30, 2000), max_size=15)
LIMITS = st.none() | st.integers(1, 500)
PARTIES = st.lists(st.tuples(DAYS, st.none() | st.integers(-30, 2000), st.none() | st.integers(-30, 9000)), max_size=12)


@given(PARTIES, LIMITS)
def test_any_book_has_a_rhythm(rows: Iterable[tuple[list[int], int | None, int | None]], ideal: int | None) -> None:
    parties = [
        PartyDays(
            number,
            back(*days),
            None if contact is None else back(contact)[0],
            None if since is None else back(since)[0],
            Cadence(ideal) if number % 3 == 0 else None,
        )
        for number, (days, contact, since) in enumerate(rows)
    ]
    found = rhythms(parties, TODAY)
    for party in found.parties:
        assert party.sentence
        assert (party.p_alive is None) == (not found.enough or party.history is None)
        assert party.p_alive is None or 0 <= party.p_alive <= 1
        assert party.expected_26_weeks is None or 0 <= party.expected_26_weeks < 1e4
        assert (party.band is None) == (party.basis is Basis.TOO_LITTLE)


def test_numpy_waits_for_the_first_fit() -> None:
    """What the window imports on its way up stays free of it."""
    names = ("bands", "cadence", "enough", "history", "parameters", "rhythm", "rhythms", "sentence", "spans")
    imports = "; ".join(f"import balancer_desktop.domain.rhythm.{name}" for name in names)
    ask = f"import sys; {imports}; print('numpy' in sys.modules)"
    root = Path(__file__).parents[3]
    ran = subprocess.run([sys.executable, "-c", ask], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
