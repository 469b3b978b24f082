"""A cadence the owner set: how often to be in touch with a party, whatever it buys."""

from collections.abc import Iterable
from dataclasses import dataclass

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.gaps import LONGEST


@dataclass(frozen=True, slots=True)
class Cadence:
    """Days without contact: up to `ideal` all is well, past `longest` it is too long. None leaves a limit open.

    BadInput when a limit is below one day, or the longest gap shorter than the ideal one.
    """

    ideal: int | None = None
    longest: int | None = None

    def __post_init__(self) -> None:
        if any(days is not None and days < 1 for days in (self.ideal, self.longest)):
            raise BadInput("A gap between contacts is at least one day.", "Correct it, or leave it empty.")
        if self.ideal is not None and self.longest is not None and self.longest < self.ideal:
            raise BadInput("The longest gap is shorter than the ideal one.", "Correct one of them.")

    @property
    def is_set(self) -> bool:
        return self.ideal is not None or self.longest is not None


def check_gaps(ideal: int, longest: int) -> None:
    """BadInput for days that are no cadence; 0 leaves a limit open."""
    Cadence(ideal or None, longest or None)
    if max(ideal, longest) > LONGEST:
        raise BadInput(f"{max(ideal, longest)} days are too long a gap.", f"Give {LONGEST} days at most.")


def cadence_for(own: Cadence | None, of_tags: Iterable[Cadence]) -> Cadence | None:
    """The party's own cadence, else the strictest of its tags'; None when neither sets one.

    Each limit of the tags is the shortest that any of them sets; an ideal gap gives way to a shorter longest one.
    """
    if own is not None and own.is_set:
        return own
    tags = list(of_tags)
    longest = min((tag.longest for tag in tags if tag.longest is not None), default=None)
    ideal = min((tag.ideal for tag in tags if tag.ideal is not None), default=None)
    if ideal is not None and longest is not None:
        ideal = min(ideal, longest)
    found = Cadence(ideal, longest)
    return found if found.is_set else None


def band_by_cadence(cadence: Cadence, silent_days: int) -> Band:
    """Within the ideal gap current, past it quiet, past the longest one probably gone."""
    if cadence.longest is not None and silent_days > cadence.longest:
        return Band.GONE
    if cadence.ideal is not None and silent_days > cadence.ideal:
        return Band.QUIET
    return Band.CURRENT
