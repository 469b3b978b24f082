"""Everybody's rhythm on one day: the owner's cadence first, then the model, then each party's own gap."""

from collections.abc import Sequence
from datetime import date

from balancer_desktop.domain.rhythm.bands import Band, band_by_gap, band_by_model
from balancer_desktop.domain.rhythm.cadence import band_by_cadence
from balancer_desktop.domain.rhythm.enough import Enough, months_between
from balancer_desktop.domain.rhythm.history import SaleHistory, history_of, sale_history
from balancer_desktop.domain.rhythm.parameters import Model
from balancer_desktop.domain.rhythm.rhythm import Basis, PartyDays, Rhythm, Rhythms
from balancer_desktop.domain.rhythm.sale_days import SaleDays

WEEKS_AHEAD = 26.0

__all__ = ["WEEKS_AHEAD", "Basis", "PartyDays", "Rhythm", "Rhythms", "rhythms"]

Outlook = tuple[float, float]
"""P(alive), and purchases expected in 26 weeks."""


def rhythms(parties: Sequence[PartyDays], today: date) -> Rhythms:
    """One Rhythm per party, in order. Days after today are not looked at.

    Give those who left too: a model of the faithful alone would take everybody for faithful.
    """
    begun = min(today, min((_first(party.sale_days) for party in parties if party.sale_days), default=today))
    histories = [history_in(party, begun, today) for party in parties]
    known = [history for history in histories if history is not None]
    enough = Enough(months_between(begun, today), sum(history.repeats for history in known))
    model, outlooks = _outlooks(known) if enough else (None, [None] * len(known))
    outlook = iter(outlooks)
    found = tuple(
        rhythm_of(party, history, None if history is None else next(outlook), today)
        for party, history in zip(parties, histories, strict=True)
    )
    return Rhythms(model, bool(enough), enough.why, found)


def _first(days: Sequence[date] | SaleDays) -> date:
    return days.first if isinstance(days, SaleDays) else min(days)


def history_in(party: PartyDays, begun: date, today: date) -> SaleHistory | None:
    """A party's, in a book whose first sale was on the day `begun`.

    It is known since then at the earliest: what it bought in unrecorded years is unknown.
    """
    since = None if party.since is None else max(party.since, begun)
    if party.sale_days is None or isinstance(party.sale_days, SaleDays):
        return history_of(party.sale_days, today, since)
    return sale_history(party.sale_days, today, since)


def _outlooks(known: Sequence[SaleHistory]) -> tuple[Model, list[Outlook | None]]:
    import numpy as np  # at its first use, which is never on the way to the window

    from balancer_desktop.domain.rhythm.model import expected_purchases, fit, p_alive

    count = len(known)
    x = np.fromiter((history.x for history in known), np.int64, count)
    t_x = np.fromiter((history.t_x for history in known), np.float64, count)
    T = np.fromiter((history.T for history in known), np.float64, count)
    logs = [history.log_gaps for history in known]
    spaced = [one for one in logs if one is not None]
    model = fit(x, t_x, T, np.array(spaced) if len(spaced) == count else None)
    alive, expected = p_alive(model, x, t_x, T), expected_purchases(model, x, t_x, T, WEEKS_AHEAD)
    return model, list(zip(alive.tolist(), expected.tolist(), strict=True))


def rhythm_of(party: PartyDays, history: SaleHistory | None, outlook: Outlook | None, today: date) -> Rhythm:
    """One party's, from its history and what the model says of it, if there is one."""
    bought = None if history is None else history.silent_days
    gap = None if history is None else history.median_gap
    met = None if party.last_contact is None else max(0, (today - party.last_contact).days)
    silent = min((days for days in (met, bought) if days is not None), default=None)
    alive, expected = outlook or (None, None)
    band, basis = _by_cadence(party, silent, today) or _by_sales(history, gap, alive)
    return Rhythm(party.party_id, history, gap, silent, bought, band, basis, alive, expected, party.cadence)


def _by_cadence(party: PartyDays, silent: int | None, today: date) -> tuple[Band, Basis] | None:
    """None where no cadence is set, or nothing is known to count from: no contact yet, and no customer since."""
    if party.cadence is None or not party.cadence.is_set:
        return None
    if silent is None:
        if party.since is None:
            return None
        silent = (today - party.since).days
    return band_by_cadence(party.cadence, silent), Basis.CADENCE


def _by_sales(history: SaleHistory | None, gap: float | None, alive: float | None) -> tuple[Band | None, Basis]:
    if alive is not None:
        return band_by_model(alive), Basis.MODEL
    band = None if history is None else band_by_gap(gap, history.repeats, history.silent_days)
    return band, Basis.TOO_LITTLE if band is None else Basis.OWN_GAP
