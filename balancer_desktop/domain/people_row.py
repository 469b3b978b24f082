"""One line of a table of people: who it is, and figures derived from what was logged."""

from datetime import date
from typing import NamedTuple

from balancer_desktop.domain.party import PartyKind
from balancer_desktop.domain.standing import Standing

ENOUGH_MINUTES = 180
"""With less work logged than this, what an hour brings is chance: it is too early to tell."""


class PersonRow(NamedTuple):
    """A tuple, because a book can hold a hundred thousand of them.

    Figures cover the 12 months up to today: income and costs in minor units, work in minutes.
    last_contact is the latest call, visit, message, work or sale, last_done the latest work or sale; folded is what a
    filter compares with. beyond: days since the last sale, in usual gaps; None of those who have none.
    Of those who left: the folder they are filed in, and what is still to be come back to them for.
    """

    id: int
    name: str
    kind: PartyKind
    standing: Standing
    company: str
    tags: str
    phone: str
    email: str
    folded: str
    customer_since: date | None = None
    standing_since: date | None = None
    reason: str = ""
    last_contact: date | None = None
    last_sale: date | None = None
    last_done: date | None = None
    income: int = 0
    costs: int = 0
    minutes: int = 0
    next_due: date | None = None
    next_step: str = ""
    folder_id: int = 0
    hook: str = ""
    hook_due: date | None = None
    beyond: float | None = None

    @property
    def hourly_rate(self) -> int | None:
        """Minor units an hour: (income − direct costs) / hours (design, numbers §10); None below ENOUGH_MINUTES."""
        return round((self.income - self.costs) * 60 / self.minutes) if self.minutes >= ENOUGH_MINUTES else None
