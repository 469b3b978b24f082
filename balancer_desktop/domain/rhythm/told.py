"""One Rhythm a party from the columns, for those whose page or row is looked at."""

from datetime import date
from typing import TYPE_CHECKING

from balancer_desktop.domain.rhythm.cadence import Cadence, cadence_for
from balancer_desktop.domain.rhythm.columns import Columns
from balancer_desktop.domain.rhythm.history import SaleHistory
from balancer_desktop.domain.rhythm.rhythm import PartyDays, Rhythm
from balancer_desktop.domain.rhythm.rhythms import WEEKS_AHEAD, Outlook, history_in, rhythm_of
from balancer_desktop.domain.rhythm.sale_days import SaleDays

if TYPE_CHECKING:
    from balancer_desktop.domain.rhythm.book_model import BookModel


def told(columns: Columns, fitted: "BookModel | None", today: date) -> dict[int, Rhythm]:
    """By id, every party of the columns; by its own gap and cadence alone where there is no model."""
    parties = [_party(columns, row) for row in range(len(columns))]
    begun = fitted.begun if fitted else date.min
    histories = [history_in(party, begun, today) for party in parties]
    outlooks = _outlooks(histories, fitted)
    return {
        party.party_id: rhythm_of(party, history, outlook, today)
        for party, history, outlook in zip(parties, histories, outlooks, strict=True)
    }


def _party(columns: Columns, row: int) -> PartyDays:
    def figure(field: str) -> int:
        return int(columns[field][row])

    def day(field: str) -> date | None:
        return date.fromordinal(figure(field)) if figure(field) else None

    first, last = day("first"), day("last")
    days = SaleDays(first, last, figure("days"), columns["gap"][row] or None) if first and last else None
    own = Cadence(figure("ideal") or None, figure("longest") or None)
    tags = (Cadence(figure("tag_ideal") or None), Cadence(None, figure("tag_longest") or None))
    return PartyDays(figure("id"), days, day("contact"), day("since"), cadence_for(own, tags))


def _outlooks(histories: list[SaleHistory | None], fitted: "BookModel | None") -> list[Outlook | None]:
    known = [history for history in histories if history is not None]
    if fitted is None or fitted.model is None or not known:
        return [None] * len(histories)
    import numpy as np  # was needed to fit the model, so it is there

    from balancer_desktop.domain.rhythm.model import expected_purchases, p_alive

    x = np.array([history.x for history in known])
    t_x, T = np.array([history.t_x for history in known]), np.array([history.T for history in known])
    chance = p_alive(fitted.model, x, t_x, T).tolist()
    expected = expected_purchases(fitted.model, x, t_x, T, WEEKS_AHEAD).tolist()
    found = iter(zip(chance, expected, strict=True))
    return [None if history is None else next(found) for history in histories]
