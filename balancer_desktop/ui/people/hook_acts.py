"""What can be done about what somebody who left is to be come back to for: on their page, and in the menu."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import archive
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.shifting import shift
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms import open_hook_form
from balancer_desktop.ui.session import Session


class HookAct(NamedTuple):
    """briefly: on a button beside the hook's words. name: where it stands alone."""

    briefly: str
    name: str
    run: Callable[[], object]


def hook_acts(parent: QWidget, session: Session, row: PersonRow) -> list[HookAct]:
    """Of somebody with an open hook; none of all others."""
    if row.standing is not Standing.EX or not row.hook:
        return []
    book = session.book
    return [
        HookAct("Done", f"Done: {row.hook}", lambda: session.attempt(lambda: archive.finish_hook(book, row.id))),
        HookAct("+1 week", f"Put off {row.hook} by 1 week", partial(_put_off, session, row, "w")),
        HookAct("+1 month", f"Put off {row.hook} by 1 month", partial(_put_off, session, row, "m")),
        HookAct("Edit", f"Edit {row.hook} …", lambda: open_hook_form(parent, session, row.id)),
    ]


def _put_off(session: Session, row: PersonRow, unit: str) -> None:
    """From its day, or from today when that has passed or there is none."""
    book, today = session.book, session.book.today()
    session.attempt(lambda: archive.postpone_hook(book, row.id, shift(max(row.hook_due or today, today), 1, unit)))
