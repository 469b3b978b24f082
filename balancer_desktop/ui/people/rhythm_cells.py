"""The rhythms of the rows that are looked at, and the signs of those that are worth one."""

from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.rhythm import Rhythm
from balancer_desktop.ui.people.late_cells import LateCells

SIGNS = {Band.QUIET: "clock", Band.GONE: "lapsed"}
"""Icons of the bands that are worth a sign."""


class RhythmCells(LateCells[Rhythm]):
    def words(self, party_id: int) -> str:
        """The sentence, briefly; the band is a sign before it."""
        rhythm = self._told(party_id)
        return rhythm.brief if rhythm else ""

    def in_full(self, party_id: int) -> str:
        """`Probably gone: usually every 5 weeks; silent 14`; the band alone where it is worth a word."""
        rhythm = self._told(party_id)
        if rhythm is None:
            return ""
        return f"{rhythm.band.capitalize()}: {rhythm.reason}" if rhythm.band in SIGNS else rhythm.reason

    def _told(self, party_id: int) -> Rhythm | None:
        """A rhythm there is something to say of."""
        rhythm = self.of(party_id)
        return rhythm if rhythm and (rhythm.history or rhythm.band) else None
