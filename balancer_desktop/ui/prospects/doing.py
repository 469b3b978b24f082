"""Does what the owner wants done about an opportunity, by a verb at once or by a form that asks what it takes."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import contacts, opportunities
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.shifting import shift
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.prospects import card_words
from balancer_desktop.ui.prospects.forms import (
    open_action_form,
    open_lose_form,
    open_park_form,
    open_win_form,
)
from balancer_desktop.ui.prospects.what_next import WhatNext
from balancer_desktop.ui.session import Session


class Doing:
    """Small forms open over the page, the whole opportunity beside it; what comes next is asked in its own line."""

    def __init__(
        self, page: QWidget, session: Session, what_next: WhatNext, write: Callable[[EntryForm], None]
    ) -> None:
        self._page, self._session, self._book, self._next = page, session, session.book, what_next
        self._write_form = write

    def act(self, name: str, card: Card) -> None:
        """Do an act of acts.ACTS."""
        page, session, one = self._page, self._session, card.opportunity
        acts: dict[str, Callable[[], object]] = {
            "open": lambda: session.party_wanted.emit(one.party_id),
            "edit": lambda: self._write(one),
            "on": lambda: self._step_aside(card, 1),
            "back": lambda: self._step_aside(card, -1),
            "step": lambda: open_action_form(page, session, card),
            "finish": lambda: self._next.ask(card),
            "week": lambda: self._put_off(card, 1, "w"),
            "month": lambda: self._put_off(card, 1, "m"),
            "park": lambda: open_park_form(page, session, card),
            "resume": lambda: self._did(f"{card.who} waits no more", lambda: opportunities.resume(self._book, one.id)),
            "win": lambda: open_win_form(page, session, one),
            "lose": lambda: open_lose_form(page, session, one),
            "remove": lambda: self._did(f"Removed “{one.title}”", lambda: opportunities.remove(self._book, one.id)),
        }
        acts[name]()

    def add(self, party_id: int = 0) -> None:
        """Ask for a new opportunity."""
        self._write(party_id=party_id)

    def move(self, opportunity_id: int, stage: Stage) -> None:
        """Have it in a stage from today on."""
        found = self._book.pipeline.get(opportunity_id)
        if found and found.stage_id != stage.id:
            said = f"“{found.title}” is in {stage.name} now"
            self._did(said, lambda: opportunities.move(self._book, opportunity_id, stage.id))

    def _write(self, opportunity: Opportunity | None = None, party_id: int = 0) -> None:
        from balancer_desktop.ui.prospects.opportunity_form import OpportunityForm

        self._write_form(OpportunityForm(self._page, self._session, party_id, opportunity))

    def _step_aside(self, card: Card, by: int) -> None:
        """To the neighbouring stage in use; after the last one there is nothing but winning."""
        stages = [s for s in self._book.stages.stages() if not s.retired or s.id == card.opportunity.stage_id]
        place = next(n for n, stage in enumerate(stages) if stage.id == card.opportunity.stage_id) + by
        if 0 <= place < len(stages):
            self.move(card.opportunity.id, stages[place])
        elif by > 0:
            self.act("win", card)

    def _put_off(self, card: Card, count: int, unit: str) -> None:
        """From its day, or from today when that has passed."""
        step = card.next_step
        if step:
            today, formats = self._book.today(), self._session.formats
            to = shift(max(step.due, today), count, unit)
            said = f"“{step.what}” is put off to {card_words.day(to, today, formats)}"
            self._did(said, lambda: contacts.postpone(self._book, step.id, to))

    def _did(self, said: str, verb: Callable[[], object]) -> None:
        if self._session.did(verb):
            self._session.said.emit(f"{said} — Ctrl+Z takes it back")
