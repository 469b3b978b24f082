"""A cadence the owner set: whose counts, and what it says of a silence."""

import pytest

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.cadence import Cadence, band_by_cadence, cadence_for


@pytest.mark.parametrize(
    ("cadence", "silent", "band"),
    [
        (Cadence(30, 90), 0, Band.CURRENT),
        (Cadence(30, 90), 30, Band.CURRENT),
        (Cadence(30, 90), 31, Band.QUIET),
        (Cadence(30, 90), 90, Band.QUIET),
        (Cadence(30, 90), 91, Band.GONE),
        (Cadence(30, 30), 31, Band.GONE),
        (Cadence(30), 9999, Band.QUIET),
        (Cadence(longest=90), 90, Band.CURRENT),
        (Cadence(longest=90), 91, Band.GONE),
    ],
)
def test_band(cadence: Cadence, silent: int, band: Band) -> None:
    assert band_by_cadence(cadence, silent) is band


@pytest.mark.parametrize(
    ("own", "tags", "chosen"),
    [
        (None, [], None),
        (Cadence(), [Cadence()], None),
        (Cadence(90), [Cadence(7, 14)], Cadence(90)),
        (None, [Cadence(30, 90), Cadence(60, 70)], Cadence(30, 70)),
        (Cadence(), [Cadence(30), Cadence(longest=90), Cadence()], Cadence(30, 90)),
        (None, [Cadence(30), Cadence(longest=20)], Cadence(20, 20)),
    ],
)
def test_own_before_the_strictest_of_the_tags(own: Cadence | None, tags: list[Cadence], chosen: Cadence | None) -> None:
    assert cadence_for(own, tags) == chosen


@pytest.mark.parametrize(("ideal", "longest"), [(0, None), (None, 0), (-5, 10), (30, 29)])
def test_no_cadence(ideal: int | None, longest: int | None) -> None:
    with pytest.raises(BadInput):
        Cadence(ideal, longest)
