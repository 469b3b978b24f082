"""What ends or rests an opportunity, in place on the page of whom it is for; the rest is done on the board."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import opportunities
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.people.fact_section import RowAct
from balancer_desktop.ui.prospects.acts import applying
from balancer_desktop.ui.prospects.forms import open_lose_form, open_park_form, open_win_form
from balancer_desktop.ui.session import Session


def row_acts(page: QWidget, session: Session, card: Card) -> tuple[RowAct, ...]:
    """By the words and keys they have on the board; none of one that is closed."""
    one = card.opportunity
    doing: dict[str, Callable[[], object]] = {
        "win": lambda: open_win_form(page, session, one),
        "lose": lambda: open_lose_form(page, session, one),
        "park": lambda: open_park_form(page, session, card),
        "resume": lambda: _resume(session, card),
    }
    acts = {act.name: act for act in applying(card)}
    return tuple(
        RowAct(acts[name].text, acts[name].told, acts[name].keys, run) for name, run in doing.items() if name in acts
    )


def _resume(session: Session, card: Card) -> None:
    if session.did(lambda: opportunities.resume(session.book, card.opportunity.id)):
        session.said.emit(f"{card.who} waits no more — Ctrl+Z takes it back")
