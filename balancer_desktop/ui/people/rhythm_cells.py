"""The rhythms of the rows that are looked at: asked for by the screenful, kept until they change."""

from collections.abc import Callable, Collection, Iterable

from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.rhythm import Rhythm

Ask = Callable[[Collection[int]], dict[int, Rhythm]]
SIGNS = {Band.QUIET: "clock", Band.GONE: "lapsed"}
"""Icons of the bands that are worth a sign."""


class RhythmCells:
    def __init__(self, ask: Ask | None = None) -> None:
        """ask: parties → their rhythms; those it does not know yet are asked for again."""
        self._ask = ask
        self._known: dict[int, Rhythm] = {}

    def of(self, party_id: int, near: Callable[[], Iterable[int]] = tuple) -> Rhythm | None:
        """A party's rhythm; when it has to be asked for, those of the parties near it come along."""
        if party_id not in self._known and self._ask:
            self._known |= self._ask({party_id, *near()})
        return self._known.get(party_id)

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

    def forget(self, ids: Collection[int] | None = None) -> None:
        """What was said of these parties (None: of all) holds no more."""
        for party_id in list(self._known) if ids is None else ids:
            self._known.pop(party_id, None)
