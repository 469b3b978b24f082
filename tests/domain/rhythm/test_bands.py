"""Where current ends and quiet begins, by the model and by the own gap."""

import pytest

from balancer_desktop.domain.rhythm.bands import Band, band_by_gap, band_by_model


@pytest.mark.parametrize(
    ("chance", "band"),
    [
        (1.0, Band.CURRENT),
        (0.6, Band.CURRENT),
        (0.599, Band.QUIET),
        (0.2, Band.QUIET),
        (0.199, Band.GONE),
        (0.0, Band.GONE),
    ],
)
def test_by_model(chance: float, band: Band) -> None:
    assert band_by_model(chance) is band


@pytest.mark.parametrize(
    ("gap", "gaps", "silent", "band"),
    [
        (None, 0, 500, None),
        (10.0, 2, 500, None),
        (10.0, 3, 30, Band.CURRENT),
        (10.0, 3, 31, Band.QUIET),
        (10.5, 4, 63, Band.QUIET),
        (10.5, 4, 64, Band.GONE),
    ],
)
def test_by_own_gap(gap: float | None, gaps: int, silent: int, band: Band | None) -> None:
    assert band_by_gap(gap, gaps, silent) is band


def test_words() -> None:
    assert [str(band) for band in Band] == ["current", "quiet", "probably gone"]
