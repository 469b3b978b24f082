"""What goes in and what comes out, per party and for the book: plain values that need no NumPy to be passed on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.cadence import Cadence
from balancer_desktop.domain.rhythm.history import SaleHistory
from balancer_desktop.domain.rhythm.parameters import Model
from balancer_desktop.domain.rhythm.sale_days import SaleDays
from balancer_desktop.domain.rhythm.sentence import sentence
from balancer_desktop.domain.rhythm.spans import every, span


class Basis(StrEnum):
    """What chose the band; the value says it to the owner."""

    CADENCE = "your cadence"
    MODEL = "all your customers' rhythm"
    OWN_GAP = "its own gap"
    TOO_LITTLE = "too little to say"


@dataclass(frozen=True, slots=True)
class PartyDays:
    """One party's dated facts.

    sale_days: in any order, several a day allowed; refunds are no sales. The four figures of SaleDays do as well, but
    leave the model in doubt how regularly anybody buys, which costs it a little of its certainty.
    last_contact: the latest contact, sale or work. since: customer since. cadence: as cadence_for chose it.
    """

    party_id: int
    sale_days: Sequence[date] | SaleDays | None = ()
    last_contact: date | None = None
    since: date | None = None
    cadence: Cadence | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How one party stands.

    silent_days: since the last contact of any kind, a sale included; sale_days_ago: since the last sale.
    p_alive (0..1) and expected_26_weeks (purchase days) are there only when the records suffice.
    """

    party_id: int
    history: SaleHistory | None
    median_gap_days: float | None
    silent_days: int | None
    sale_days_ago: int | None
    band: Band | None
    basis: Basis
    p_alive: float | None = None
    expected_26_weeks: float | None = None
    cadence: Cadence | None = None

    @property
    def sentence(self) -> str:
        """`usually every 5 weeks; silent 14`."""
        return sentence(self.history, self.silent_days)

    @property
    def reason(self) -> str:
        """Why the band is what it is: the sentence, or what the owner wanted and what became of it."""
        passed = self._passed
        if not passed:
            return self.sentence
        wanted = f"every {passed} days" if self._is_close_to(passed) else every(passed)
        return f"{self._out_of_touch}; you wanted {wanted}"

    @property
    def brief(self) -> str:
        """The reason where there is little room: `no contact for 4 months; ideal 6 weeks`."""
        passed = self._passed
        if not passed:
            return self.sentence
        limit = f"{passed} days" if self._is_close_to(passed) else span(passed)
        return f"{self._out_of_touch}; {'limit' if self.band is Band.GONE else 'ideal'} {limit}"

    @property
    def _passed(self) -> int:
        """The owner's limit that was passed, in days; 0 when it is none of theirs."""
        if self.basis is not Basis.CADENCE or self.cadence is None or self.band is Band.CURRENT:
            return 0
        return (self.cadence.longest if self.band is Band.GONE else self.cadence.ideal) or 1

    @property
    def _out_of_touch(self) -> str:
        if self.silent_days is None:
            return "no contact yet"
        close = self._is_close_to(self._passed)
        return f"no contact for {f'{self.silent_days} days' if close else span(self.silent_days)}"

    def _is_close_to(self, limit: int) -> bool:
        """Whether rounded words would make the silence and the limit it has passed the same."""
        return self.silent_days is not None and limit > 1 and span(self.silent_days) == span(limit)


@dataclass(frozen=True, slots=True)
class Rhythms:
    """Everybody's. model: None unless `enough`; why: what the percentages rest on, or why they are withheld."""

    model: Model | None
    enough: bool
    why: str
    parties: tuple[Rhythm, ...]
