"""The reasons why people leave: the owner's own, and which of them are offered."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import reasons
from balancer_desktop.app.book import Book
from balancer_desktop.domain.standing import ExitReason
from balancer_desktop.ui.own_list_dialog import Line, OwnList, OwnListDialog
from balancer_desktop.ui.people.reason_form import ReasonForm
from balancer_desktop.ui.people.words import CLASSES
from balancer_desktop.ui.session import Session

_FIXED = "Somebody left for it: retire it, and add another one"


class ReasonsDialog(OwnListDialog):
    """A reason somebody left for is retired and stays in all figures; the others may be edited and removed."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        book = session.book
        own = OwnList(
            "Reasons why people leave",
            "What you choose from when somebody leaves. Retired ones are offered no more.",
            "Reasons",
            ("Reason", "What kind it is", "Left for it", ""),
            frozenset((2,)),
            lambda: _lines(book),
            lambda page, line: _ask(page, session, line),
            remove=lambda id_: reasons.remove_reason(book, id_),
            retire=lambda id_: reasons.retire(book, id_),
            restore=lambda id_: reasons.bring_back(book, id_),
            concerns=lambda changes: changes.people,
            height=560,
        )
        super().__init__(parent, session, own)


def _ask(page: QWidget, session: Session, line: Line | None) -> None:
    reason = next((one for one in session.book.people.reasons() if line and one.id == line.id), None)
    if line and line.fixed and reason:
        reasons.change_reason(session.book, reason.id, reason.label, reason.kind)  # which says why not
    else:
        ReasonForm(page, session, reason).show()


def _lines(book: Book) -> Sequence[Line]:
    """By kind, those that are retired last in it."""
    uses, order = book.people.reason_uses(), list(CLASSES)
    listed = sorted(book.people.reasons(), key=lambda reason: (order.index(reason.kind), reason.retired))
    return [_line(reason, uses.get(reason.id, 0)) for reason in listed]


def _line(reason: ExitReason, uses: int) -> Line:
    texts = (reason.label, CLASSES[reason.kind], f"{uses:,}" if uses else "", "Retired" if reason.retired else "")
    return Line(reason.id, texts, reason.retired, _FIXED if uses else "")
