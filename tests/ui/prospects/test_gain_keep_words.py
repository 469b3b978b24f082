"""What a customer costs to gain and to keep, in a sentence, and where the funnel shows it."""

from datetime import date
from fractions import Fraction

import pytest

from balancer_desktop.domain.pipeline.gain_and_keep import Effort, GainAndKeep
from balancer_desktop.ui.prospects.funnel_view import FunnelView
from balancer_desktop.ui.prospects.gain_keep_words import gain_keep_words
from balancer_desktop.ui.session import Session


def both(gaining: Effort, keeping: Effort, *, gained: int = 4, hourly: int = 0) -> GainAndKeep:
    return GainAndKeep(date(2025, 11, 21), date(2026, 11, 20), gaining, keeping, gained, Fraction(10), 14, hourly)


WORK = Effort(6000, 40_000), Effort(15_000, 10_000)
TOLD = "In 12 months gaining a customer took 25 h and €100, keeping one 25 h and €10."
WITHHELD = "What gaining a customer costs against keeping one:"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            both(*WORK),
            f"{TOLD} Say in the settings what an hour of yours costs, and hours are priced and payback is told.",
        ),
        # 100 h at 30.00 and 400.00 by 4 are 850.00; 250 h at 30.00 and 100.00 by 10 are 760.00.
        (both(*WORK, hourly=3000), f"{TOLD} With your hours priced, that is €850 against €760, 1.1 times as much."),
        (both(Effort(), Effort(0, 9000)), "In 12 months gaining a customer took nothing, keeping one €9."),
        (both(*WORK, gained=1), f"{WITHHELD} needs 3 customers gained in 12 months; you gained 1."),
    ],
)
def test_a_sentence_tells_it_or_why_it_does_not(told: GainAndKeep, words: str, session: Session) -> None:
    assert gain_keep_words(told, session.formats).replace("\u00a0", " ") == words


def test_the_funnel_tells_it_below_its_tables(show, session: Session) -> None:
    tab = show("funnel")
    assert tab.findChild(FunnelView).efforts.text().startswith("What gaining a customer costs against keeping one: ")
