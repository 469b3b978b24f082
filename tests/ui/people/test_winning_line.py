"""What it cost to win somebody, and what came back of it, in a sentence that says why a figure is missing."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from balancer_desktop.domain.money import currency
from balancer_desktop.domain.pipeline.winning_cost import UNPRICED, Payback, WinningCost
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.winning_line import cost_words

FORMATS = Formats(currency("EUR"), QLocale(QLocale.Language.English, QLocale.Country.Ireland))
FIRST = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (WinningCost(FIRST, 0, 0, 0, 3000, 0, Payback.NOTHING), ""),
        (
            WinningCost(FIRST, 120, 6000, 0, 3000, 12000, Payback.PAID, date(2026, 3, 3), 0),
            "2 h and €60.00 up to the first sale, €120.00 in all; paid back on 03/03/2026.",
        ),
        (
            WinningCost(FIRST, 0, 6000, 4000, 0, 6000, Payback.NOT_YET, None, 1250),
            "€60.00 up to the first sale, of which €40.00 introductory; not paid back yet: €12.50 to go.",
        ),
        (
            WinningCost(None, 45, 0, 0, 4000, 3000, Payback.NO_SALE, None, 3000),
            "45 min so far, €30.00 in all; nothing has come back yet.",
        ),
        (
            WinningCost(FIRST, 0, 6000, 0, 0, 6000, Payback.NEVER, None, 2000),
            "€60.00 up to the first sale; not paid back before they left: €20.00 is gone.",
        ),
        (
            WinningCost(FIRST, 120, 6000, 0, 0, None, Payback.UNPRICED),
            f"2 h and €60.00 up to the first sale. {UNPRICED}",
        ),
    ],
)
def test_a_sentence(found: WinningCost, words: str) -> None:
    assert cost_words(found, FORMATS).replace("\u00a0", " ") == words
