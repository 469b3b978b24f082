"""Opportunities and reasons of loss by what a script calls them: one is meant, or none is taken."""

from collections.abc import Iterable, Sequence

from balancer_desktop.app.book import Book
from balancer_desktop.app.find import find_people
from balancer_desktop.domain.errors import BadInput, NeedsChoice
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.opportunity import Opportunity

_MOST = 6
"""Candidates named in a refusal."""


def opportunity_named(book: Book, text: str) -> Opportunity:
    """The one open opportunity that a text means.

    `#7` is the seventh opportunity; `7` that one or what is open with the seventh party; other words are whose it is,
    or else what it is called. NeedsChoice names the candidates when several remain, BadInput is raised for none.
    """
    found = _meant(book, text)
    if len(found) == 1:
        return found[0]
    if found:
        names = book.people.names({one.party_id for one in found})
        shown = ", ".join(f"{names[one.party_id]}: {one.title} (#{one.id})" for one in found[:_MOST])
        more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise NeedsChoice(f"“{text}” may be {shown}{more}.", "Give the number of the one meant, such as “#7”.")
    raise _nothing(book, text)


def loss_reason_named(book: Book, text: str) -> LossReason:
    """The reason in use with this label, or the only one that contains it; BadInput with all labels otherwise."""
    reasons = [reason for reason in book.stages.loss_reasons() if not reason.retired]
    wanted = folded(text)
    whole = [reason for reason in reasons if folded(reason.label) == wanted]
    for fitting in (whole, [reason for reason in reasons if wanted in folded(reason.label)]):
        if len(fitting) == 1 and wanted:
            return fitting[0]
    labels = ", ".join(f"“{reason.label}”" for reason in reasons)
    raise BadInput(f"“{text}” is none of the reasons.", f"Choose one of {labels}.")


def _meant(book: Book, text: str) -> list[Opportunity]:
    open_ones = book.pipeline.open()
    number = text.removeprefix("#")
    if number.isdecimal() and number.isascii():
        found = [one for one in open_ones if one.id == int(number) or (text == number and one.party_id == int(number))]
        if found or text != number:
            return found
    wanted = folded(text)
    if not wanted:
        return []
    hits = find_people(book, text, limit=50)
    whole = [hit.party_id for hit in hits if folded(hit.title) == wanted]
    titles = [(folded(one.title), one) for one in open_ones]
    tiers: tuple[Sequence[Opportunity], ...] = (
        _of(open_ones, whole),
        _of(open_ones, [hit.party_id for hit in hits]),
        [one for title, one in titles if title == wanted],
        [one for title, one in titles if wanted in title],
    )
    return list(next((tier for tier in tiers if tier), ()))


def _of(opportunities: Iterable[Opportunity], parties: Sequence[int]) -> list[Opportunity]:
    return [one for one in opportunities if one.party_id in parties]


def _nothing(book: Book, text: str) -> BadInput:
    number = text.removeprefix("#")
    closed = book.pipeline.get(int(number)) if number.isdecimal() and number.isascii() else None
    if closed and closed.closed:
        said = f"“{closed.title}” was {closed.outcome} on {closed.closed}."
        return BadInput(said, "Add a new opportunity.")
    return BadInput(f"Nothing that is open is “{text}”.", "Name whose it is, or its number as “pipeline” lists it.")
