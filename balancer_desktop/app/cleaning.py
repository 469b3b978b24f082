"""Drafts made fit to be stored: trimmed, storable text, checked values."""

from dataclasses import replace

from balancer_desktop.domain.party import ContactPoint, Party, checked
from balancer_desktop.domain.rhythm.cadence import check_gaps
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
            contacts=tuple(dict.fromkeys(c for c in contacts if c.value)),
            tags=tuple(dict.fromkeys(tag for tag in map(_line, party.tags) if tag)),
        )
    )


def _line(text: str) -> str:
    return storable(" ".join(text.split()))
