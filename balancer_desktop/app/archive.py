"""Archiving people who left, and bringing them back: nothing is deleted, and reminders stop meanwhile.

A hook is what to come back to somebody for: a referral, the new owner. It belongs to the latest leaving, and is
brought up while they are ex and until it is done.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.app.standings import move, past_day
from balancer_desktop.app.wording import name_of, whom
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.standing import Standing, StandingChange, ex_spell
from balancer_desktop.domain.text import storable

RESTORED = "restored"
"""The note of the change that brought somebody back."""


def archive(
    book: Book,
    ids: Collection[int],
    reason_id: int,
    on: date | None = None,
    folder_id: int = 0,
    note: str = "",
    hook: str = "",
    hook_due: date | None = None,
) -> None:
    """Make parties ex on a date (today), filed in a folder (0: none), as one step; who is ex already stays as they are.

    What was open with them in the pipeline is lost with the exit (see app.left_opportunities).
    BadInput for no reason or one that is not in use, a date to come, a folder that is not there, or a hook with a date
    but no words, or with one from before they left.
    """
    day = past_day(book, on)
    _check_reason(book, reason_id)
    _check_folder(book, folder_id)
    hook = _checked_hook(hook, hook_due, day)
    leaving = [id_ for id_ in book.people.names(ids) if book.people.standing(id_) is not Standing.EX]
    with book.change(f"Archive {whom(book, leaving)}"):
        for party_id in leaving:
            move(
                book,
                StandingChange(
                    party_id, day, Standing.EX, reason_id, storable(note.strip()), folder_id=folder_id, hook=hook,
                    hook_due=hook_due,
                ),
            )  # fmt: skip


def restore(book: Book, ids: Collection[int], on: date | None = None) -> None:
    """Give people who left the standing they had before, on a date (today); the others stay as they are.

    On the day they left it is as if they never had: no exit stays in the summaries (see app.standings).
    """
    day = past_day(book, on)
    returning = [id_ for id_ in book.people.names(ids) if book.people.standing(id_) is Standing.EX]
    with book.change(f"Restore {whom(book, returning)}"):
        for party_id in returning:
            move(book, StandingChange(party_id, day, _before(book, party_id), note=RESTORED))


def refile(book: Book, ids: Collection[int], folder_id: int) -> None:
    """Move people who left to another folder (0: none); the others stay. BadInput when none of them left."""
    _check_folder(book, folder_id)
    latest = [change for id_ in book.people.names(ids) if (change := _leaving(book, id_))]
    if not latest:
        raise BadInput("None of them is archived.", "Archive them first, then they can be filed.")
    moving = [change for change in latest if change.folder_id != folder_id]
    where = next((f.name for f in book.folders.all() if f.id == folder_id), "ex_Customers")
    with book.change(f"File {whom(book, [change.party_id for change in moving])} in {where}"):
        for change in moving:
            book.people.refile(replace(change, folder_id=folder_id))


def set_hook(book: Book, party_id: int, hook: str, due: date | None = None) -> None:
    """Note what to come back to somebody for, and when; no words take it away. BadInput when they did not leave."""
    change = _left(book, party_id)
    hook = _checked_hook(hook, due, change.on)
    if (change.hook, change.hook_due, change.hook_done) != (hook, due, None):
        act = f"Note “{hook}”" if hook else f"Drop “{change.hook}”"
        with book.change(f"{act} · {_name(book, change)}"):
            book.people.refile(replace(change, hook=hook, hook_due=due, hook_done=None))


def finish_hook(book: Book, party_id: int) -> None:
    """Mark as done today what somebody was to be come back to for; BadInput when there is nothing."""
    change = _hooked(book, party_id)
    if change.hook_done is None:
        with book.change(f"Done: “{change.hook}” · {_name(book, change)}"):
            book.people.refile(replace(change, hook_done=book.today()))


def postpone_hook(book: Book, party_id: int, due: date) -> None:
    """Come back to it on another day; BadInput when there is nothing to come back for, or it is done."""
    change = _hooked(book, party_id)
    if change.hook_done:
        raise BadInput(f"“{change.hook}” was done on {change.hook_done}.", "Note a new one instead.")
    _checked_hook(change.hook, due, change.on)
    if change.hook_due != due:
        with book.change(f"Postpone “{change.hook}” · {_name(book, change)}"):
            book.people.refile(replace(change, hook_due=due))


def _before(book: Book, party_id: int) -> Standing:
    """The standing before they left; of those who were ex from the first, whether they ever bought tells."""
    history = book.people.history(party_id)
    earlier = history[: -len(ex_spell(history))]
    if earlier:
        return earlier[-1].standing
    party = book.people.get(party_id)
    bought = book.ledger.first_sale(party_id) or (party and party.customer_since)
    return Standing.CURRENT if bought else Standing.PROSPECT


def _leaving(book: Book, party_id: int) -> StandingChange | None:
    """The change that says why, where and what for of somebody who is ex now; None of all others."""
    spell = ex_spell(book.people.history(party_id))
    return spell[-1] if spell else None


def _left(book: Book, party_id: int) -> StandingChange:
    name, change = name_of(book, party_id), _leaving(book, party_id)
    if change is None:
        raise BadInput(f"{name} has not left.", "Plan a next step instead.")
    return change


def _hooked(book: Book, party_id: int) -> StandingChange:
    change = _left(book, party_id)
    if not change.hook:
        raise BadInput(f"There is nothing to come back to {_name(book, change)} for.", "Note something first.")
    return change


def _name(book: Book, change: StandingChange) -> str:
    return name_of(book, change.party_id)


def _check_reason(book: Book, reason_id: int) -> None:
    if not reason_id:
        raise BadInput("Why they left is missing.", "Choose a reason; “Unknown” is one.")
    reason = next((reason for reason in book.people.reasons() if reason.id == reason_id), None)
    if reason is None:
        raise BadInput("That reason is not in the book.", "Choose one of the list.")
    if reason.retired:
        raise BadInput(f"The reason “{reason.label}” is retired.", "Choose another one, or bring it back first.")


def _check_folder(book: Book, folder_id: int) -> None:
    if folder_id and all(folder.id != folder_id for folder in book.folders.all()):
        raise BadInput("That folder is not in the book any more.", "Choose another one.")


def _checked_hook(hook: str, due: date | None, left_on: date) -> str:
    hook = storable(" ".join(hook.split()))
    if due and not hook:
        raise BadInput("What to come back for is missing.", "Write a word or two, such as “ask for a referral”.")
    if due and due < left_on:
        raise BadInput(f"{due} comes before they left on {left_on}.", "Give a later date to come back.")
    return hook
