"""Whom the model is fitted to."""

from datetime import date

from balancer_desktop.domain.rhythm.columns import Columns

MOST = 5000
"""Buyers the model is fitted to; more would take longer and say the same."""


def sample(columns: Columns, today: date, most: int = MOST) -> list[int]:
    """The parties to fit to, by id: everybody who ever bought, or so many spread evenly over them."""
    buyers = [id_ for id_, first in zip(columns["id"], columns["first"], strict=True) if 0 < first <= today.toordinal()]
    return [int(id_) for id_ in buyers[:: -(-len(buyers) // most) or 1]]
