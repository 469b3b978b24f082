"""People and reasons by the names that a script or a list calls them by: one is meant, or none is taken."""

from collections.abc import Collection, Sequence

from balancer_desktop.app.book import Book
from balancer_desktop.app.find import find_people
from balancer_desktop.domain.errors import BadInput, NeedsChoice
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import ExitReason, Standing

_MOST = 6
"""Candidates named in a refusal."""


def party_named(book: Book, text: str, likely: Collection[Standing] = tuple(Standing)) -> int:
    """The id of the one party that a text means: its number, its whole name, or words that fit it alone.

    Where several fit, those in the likely standings go before the others. NeedsChoice names the candidates when
    several remain, BadInput is raised when there is none.
    """
    if text.isdecimal() and text.isascii() and book.people.names([int(text)]):
        return int(text)
    hits = {hit.party_id: hit for hit in find_people(book, text, limit=50)} if text.strip() else {}
    for fitting in ([id_ for id_, hit in hits.items() if folded(hit.title) == folded(text)], list(hits)):
        chosen = [id_ for id_ in fitting if hits[id_].standing in likely] or fitting
        if len(chosen) == 1:
            return chosen[0]
        if chosen:
            shown = ", ".join(f"{hits[id_].title} ({id_}, {hits[id_].standing})" for id_ in chosen[:_MOST])
            more = f" and {len(chosen) - _MOST} more" if len(chosen) > _MOST else ""
            raise NeedsChoice(f"“{text}” may be {shown}{more}.", "Give the whole name, or the number.")
    raise BadInput(f"Nobody is called “{text}”.", "Give the name as it stands in the book, or the number.")


def reason_named(book: Book, text: str) -> ExitReason:
    """The reason in use with this label, or the only one that contains it; BadInput with all labels otherwise."""
    reasons = [reason for reason in book.people.reasons() if not reason.retired]
    wanted = folded(text)
    for fitting in (_with(reasons, wanted, whole=True), _with(reasons, wanted, whole=False)):
        if len(fitting) == 1 and wanted:
            return fitting[0]
    labels = ", ".join(f"“{reason.label}”" for reason in reasons)
    raise BadInput(f"“{text}” is none of the reasons.", f"Choose one of {labels}.")


def _with(reasons: Sequence[ExitReason], wanted: str, *, whole: bool) -> list[ExitReason]:
    return [r for r in reasons if (folded(r.label) == wanted if whole else wanted in folded(r.label))]
