"""One month said aloud, and the titles of lists."""

import pytest

from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.words import entries_title, share_words, spoken
from balancer_desktop.ui.format import Formats


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_month_aloud(mix: Mix, formats: Formats) -> None:
    october = mix.months[9]
    assert plain(spoken(october, None, mix, formats)) == (
        "October 2026: gaining 10 h, winning back 20 h, keeping 120 h; acquisition share 20 %, in target."
    )
    assert plain(spoken(october, Side.KEEP, mix, formats)).startswith("October 2026: keeping 120 h, gaining 10 h")
    assert "November 2026, so far" in spoken(mix.months[10], None, mix, formats)
    assert spoken(mix.months[2], None, mix, formats).endswith("; no share.")


@pytest.mark.parametrize(
    ("gain", "expected"),
    [(10, "10 %, below target"), (30, "30 %, in target"), (60, "60 %, above target"), (0, "0 %, below target")],
)
def test_the_verdict_in_words(gain: int, expected: str, mix: Mix, formats: Formats) -> None:
    assert plain(share_words(MixMonth(Month(2026, 5), 100 - gain, gain), mix, formats)) == expected


@pytest.mark.parametrize(
    ("side", "measure", "amounts", "expected"),
    [
        (Side.GAIN, Measure.HOURS, [150, 600], "Gaining in October 2026: 12 h 30 in 2 entries"),
        (Side.KEEP, Measure.MONEY, [4550], "Keeping in October 2026: €45.50 in 1 entry"),
        (Side.WIN_BACK, Measure.INCOME, [100, 200], "Won back in October 2026: €3.00 in 2 entries"),
        (Side.GAIN, Measure.HEADS, [100, 200], "New in October 2026: 2 customers"),
        (Side.GAIN, Measure.HOURS, [], "Gaining in October 2026: 0 h in 0 entries"),
    ],
)
def test_titles_of_lists(side: Side, measure: Measure, amounts: list[int], expected: str, formats: Formats) -> None:
    assert plain(entries_title(Month(2026, 10), side, measure, amounts, formats)) == expected
