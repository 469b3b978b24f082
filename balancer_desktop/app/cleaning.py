"""Drafts made fit to be stored: trimmed, storable text, checked values."""

from dataclasses import replace

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import ContactPoint, Party, checked
from balancer_desktop.domain.rhythm.cadence import Cadence
from balancer_desktop.domain.rhythm.gaps import LONGEST
from balancer_desktop.domain.text import storable


def clean_party(party: Party) -> Party:
    """The party as it will be stored; BadInput for a missing or absurdly long name, or gaps that are none."""
    check_gaps(party.ideal_gap, party.longest_gap)
    contacts = (ContactPoint(c.kind, _line(c.value), _line(c.label)) for c in party.contacts)
    return checked(
        replace(
            party,
            name=storable(party.name),
            company=_line(party.company),
            address=storable(party.address.strip()),
            notes=storable(party.notes.strip()),
            contacts=tuple(c for c in contacts if c.value),
            tags=tuple(dict.fromkeys(tag for tag in map(_line, party.tags) if tag)),
        )
    )


def check_gaps(ideal: int, longest: int) -> None:
    """BadInput for days that are no cadence; 0 leaves a limit open."""
    Cadence(ideal or None, longest or None)
    if max(ideal, longest) > LONGEST:
        raise BadInput(f"{max(ideal, longest)} days are too long a gap.", f"Give {LONGEST} days at most.")


def _line(text: str) -> str:
    return storable(" ".join(text.split()))
