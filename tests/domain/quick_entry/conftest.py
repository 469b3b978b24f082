"""A small book of names, and the day its lines are read on: Friday 20 November 2026."""

from datetime import date

import pytest

from balancer_desktop.domain.conventions import PLAIN
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.quick_entry.names import KnownParty, NameIndex
from balancer_desktop.domain.quick_entry.parse import Context
from balancer_desktop.domain.standing import Standing

PEOPLE = (
    KnownParty(1, "Acme Roofing Ltd", Standing.CURRENT, ("555-0199",)),
    KnownParty(2, "Hilltop Farm", Standing.PROSPECT),
    KnownParty(3, "Jane Doe", Standing.LAPSED, ("+1 212 555 2222",), "Acme Roofing Ltd"),
    KnownParty(4, "Old Mill", Standing.EX),
    KnownParty(5, "John Smith", Standing.CURRENT),
    KnownParty(6, "Smith & Sons", Standing.EX),
    KnownParty(7, "Müller Bau", Standing.CURRENT),
    KnownParty(8, "Studio 54", Standing.CURRENT),
    KnownParty(9, "Sun Bakery", Standing.CURRENT),
    KnownParty(10, "Maria Lopez", Standing.CURRENT),
    KnownParty(11, "Flyers Unlimited", Standing.PROSPECT),
)


@pytest.fixture
def context() -> Context:
    return Context(date(2026, 11, 20), currency("EUR"), PLAIN, NameIndex.of(PEOPLE))
