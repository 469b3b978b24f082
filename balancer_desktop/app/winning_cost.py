"""What winning customers cost, one of them and all of them, as of a day."""

from datetime import date, timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.domain.pipeline import winning_cost as costs
from balancer_desktop.domain.pipeline.gain_and_keep import Effort, GainAndKeep, average_current
from balancer_desktop.domain.pipeline.winning_cost import Deeds, WinningCost
from balancer_desktop.domain.rhythm.enough import months_between
from balancer_desktop.domain.shifting import shift
from balancer_desktop.domain.side import Side
from balancer_desktop.storage import effort_rows
from balancer_desktop.storage.exits_store import records_begin

HOURLY_COST = "hourly_cost"
"""The setting, in minor units; 0 or none while the owner has not said."""


def hourly_cost(book: Book) -> int:
    return int(book.settings.get(HOURLY_COST, "0"))


def winning_cost(book: Book, party_id: int, day: date | None = None) -> WinningCost:
    """What it cost to win one party, and whether that has come back by a day (today)."""
    deeds = Deeds(
        book.work.of_party(party_id),
        book.ledger.expenses_of(party_id),
        book.ledger.sales_of(party_id),
        book.people.history(party_id),
    )
    return costs.winning_cost(deeds, hourly_cost(book), day or book.today())


def gain_and_keep(book: Book, day: date | None = None) -> GainAndKeep:
    """To gain a customer against to keep one, over the 12 months that end with a day (today)."""
    last = day or book.today()
    first = shift(last, -1, "y") + timedelta(days=1)
    minutes, spent = book.work.minutes(first, last), effort_rows.spent(book.file.db, first, last)
    begun = records_begin(book.file.db)
    return GainAndKeep(
        first,
        last,
        Effort(minutes[Side.GAIN], spent.get(Side.GAIN, 0) + spent.get(None, 0)),
        Effort(minutes[Side.KEEP], spent.get(Side.KEEP, 0)),
        effort_rows.gained(book.file.db, first, last),
        average_current(effort_rows.turns_of_current(book.file.db), [shift(last, -back, "m") for back in range(12)]),
        months_between(begun, last + timedelta(days=1)) if begun and begun <= last else 0,
        hourly_cost(book),
    )
