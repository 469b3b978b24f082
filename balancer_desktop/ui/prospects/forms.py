"""The forms about an opportunity. Each is loaded when first opened."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.ui.session import Session

if TYPE_CHECKING:
    from balancer_desktop.ui.forms.entry_form import EntryForm


def open_opportunity_form(
    parent: QWidget, session: Session, party_id: int = 0, opportunity: Opportunity | None = None
) -> "EntryForm":
    """Show a form for a new opportunity (with a party), or for correcting one. Not modal."""
    from balancer_desktop.ui.prospects.opportunity_form import OpportunityForm

    return _shown(OpportunityForm(parent, session, party_id, opportunity))


def open_action_form(parent: QWidget, session: Session, card: Card) -> "EntryForm":
    """Show a form for what is to be done next about an opportunity. Not modal."""
    from balancer_desktop.ui.prospects.action_form import ActionForm

    return _shown(ActionForm(parent, session, card))


def open_park_form(parent: QWidget, session: Session, card: Card) -> "EntryForm":
    """Ask until when an opportunity is to be left alone. Not modal."""
    from balancer_desktop.ui.prospects.park_form import ParkForm

    return _shown(ParkForm(parent, session, card))


def open_win_form(parent: QWidget, session: Session, opportunity: Opportunity) -> "EntryForm":
    """Ask what was won, and whether the onboarding is to begin. Not modal."""
    from balancer_desktop.ui.prospects.win_form import WinForm

    return _shown(WinForm(parent, session, opportunity))


def open_lose_form(parent: QWidget, session: Session, opportunity: Opportunity) -> "EntryForm":
    """Ask why an opportunity was lost. Not modal."""
    from balancer_desktop.ui.prospects.lose_form import LoseForm

    return _shown(LoseForm(parent, session, opportunity))


def _shown(form: "EntryForm") -> "EntryForm":
    form.show()
    form.raise_()
    form.activateWindow()
    return form
