"""Mixes made up by hand, and the widgets that show them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.month import Month
from balancer_desktop.ui.balance.panel import BalancePanel
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme.palette import palette
from balancer_desktop.ui.theme.tokens import LIGHT

NOVEMBER = Month(2026, 11)
# (keep, gain, win back) in minutes, January to November; a month with nothing in it, one with a side missing.
YEAR = [
    (6000, 1500, 300),
    (5000, 500, 0),
    (0, 0, 0),
    (4000, 1000, 0),
    (4000, 1600, 400),
    (3000, 3000, 0),
    (5000, 1500, 0),
    (5000, 900, 100),
    (6000, 1500, 0),
    (7200, 600, 1200),
    (1200, 600, 300),
]

MakeMix = Callable[..., Mix]


@pytest.fixture
def make_mix() -> MakeMix:
    """make_mix(sides, measure) → months that end with November 2026, the last unfinished."""

    def make(sides: list[tuple[int, int, int]] | None = None, measure: Measure = Measure.HOURS) -> Mix:
        given = YEAR if sides is None else sides
        months = tuple(MixMonth(NOVEMBER.plus(i + 1 - len(given)), *parts) for i, parts in enumerate(given))
        return Mix(measure, months, (0.2, 0.4), NOVEMBER)

    return make


@pytest.fixture
def mix(make_mix: MakeMix) -> Mix:
    return make_mix()


@pytest.fixture
def formats() -> Formats:
    return Formats(currency("EUR"), QLocale("en_GB"))


@pytest.fixture
def light(qapp: QApplication) -> Iterator[QApplication]:
    """The application in our light colours; what it had comes back."""
    before = QPalette(qapp.palette())
    qapp.setPalette(palette(LIGHT))
    yield qapp
    qapp.setPalette(before)


@pytest.fixture
def panel(qtbot: QtBot, light: QApplication, formats: Formats, mix: Mix) -> BalancePanel:
    """Shown with the year's mix, its chart brought in."""
    made = BalancePanel(formats)
    qtbot.addWidget(made)
    made.resize(520, 760)
    made.set_mix(mix)
    with qtbot.waitSignal(made.chart_ready):
        made.show()
    return made
