"""On a party's page: what may be sold to them and what was, what was begun, who is to be told, what they asked for."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from balancer_desktop.app import pipeline, referrers
from balancer_desktop.app.referrers import ToTell
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.board import Card, Sign
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.ui import forms
from balancer_desktop.ui.channel_pictures import channel_picture
from balancer_desktop.ui.people.checklist_rows import ChecklistRows
from balancer_desktop.ui.people.fact_section import FactRow, FactSection
from balancer_desktop.ui.people.opportunity_acts import row_acts
from balancer_desktop.ui.prospects import card_words, inquiry_words
from balancer_desktop.ui.prospects.forms import open_opportunity_form
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN

_BRIEF = 90
"""Characters of what was asked; a click shows it all."""
_MOST = 6
"""Inquiries and closed opportunities shown; the timeline has all of them."""


class PartyPipeline(QWidget):
    """Several parts; each takes room only for what there is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._party = session, 0
        self.opportunities = FactSection(
            "Opportunities", ("Add an opportunity", lambda: open_opportunity_form(self, session, self._party))
        )
        self.checklists = ChecklistRows(session)
        self.inquiries = FactSection("Inquiries")
        self.thanks = FactSection("To tell and thank")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BETWEEN)
        for part in (self.opportunities, self.checklists, self.thanks, self.inquiries):
            layout.addWidget(part)

    def show_party(self, party: Party) -> None:
        self._party = party_id = party.id
        self.checklists.show_party(party_id)
        book, today = self._session.book, self._session.book.today()
        cards = pipeline.cards_of(book, party_id)
        open_ones = [card for card in cards if card.sign]
        closed = [card for card in reversed(cards) if not card.sign]
        self.opportunities.show_rows([self._opportunity(card, today) for card in [*open_ones, *closed[:_MOST]]])
        latest = book.inquiries.of_party(party_id)[::-1][:_MOST]
        self.inquiries.show_rows([self._inquiry(one, today) for one in latest])
        self.thanks.show_rows([*self._to_tell(party_id), *self._told(party, cards)])

    def _opportunity(self, card: Card, today: date) -> FactRow:
        """`Gutter over the gym · €2,400`, and below it where it stands and what comes next."""
        one, formats = card.opportunity, self._session.formats
        worth = f" · {card_words.value(card, formats)}" if card.value else ""
        sign, late = card_words.sign(card, today, formats), card.sign is Sign.OVERDUE
        if card.sign:
            detail = [self._stage(one), card.next_step.what if card.next_step else "", "" if late else sign]
        else:
            detail = [sign, self._reason(one)]
        return FactRow(
            card,
            f"{one.title}{worth}",
            " · ".join(filter(None, detail)),
            card_words.ICONS[card.sign] if card.sign else "close" if one.reason_id else "check",
            sign if late else "",
            opened=lambda: open_opportunity_form(self, self._session, opportunity=one),
            below=row_acts(self, self._session, card),
        )

    def _stage(self, one: Opportunity) -> str:
        stages = self._session.book.stages.stages()
        return next((stage.name for stage in stages if stage.id == one.stage_id), "")

    def _reason(self, one: Opportunity) -> str:
        reasons = self._session.book.stages.loss_reasons() if one.reason_id else []
        label = next((reason.label for reason in reasons if reason.id == one.reason_id), "")
        return ": ".join(filter(None, (label, one.note)))

    def _inquiry(self, one: Inquiry, today: date) -> FactRow:
        formats = self._session.formats
        came = f"{one.channel.value.capitalize()}, {inquiry_words.received(one, formats)}"
        state, asked = inquiry_words.state(one, today), _briefly(one.asked)
        is_owed = one.state is InquiryState.WAITING or _is_owed(one, today)
        return FactRow(
            one,
            came,
            asked if is_owed else " · ".join(filter(None, (state, asked))),
            channel_picture(one.channel),
            state if is_owed else "",
            opened=lambda: forms.open_inquiry_form(self, self._session, inquiry=one),
        )

    def _to_tell(self, party_id: int) -> list[FactRow]:
        """Whom to tell what became of this party, and what this one is to be told of others."""
        owed = referrers.to_tell(self._session.book)
        return [self._owed(item, party_id) for item in owed if party_id in (item.party_id, item.referrer_id)]

    def _owed(self, item: ToTell, party_id: int) -> FactRow:
        became, since = inquiry_words.became(item), self._session.formats.date(item.since)
        about_others = item.referrer_id == party_id
        text = f"{item.about}, whom they sent: {became}" if about_others else f"Tell {item.referrer}: {became}"
        return FactRow(
            (item.opportunity_id, item.inquiry_id),
            text,
            " · ".join(filter(None, (_briefly(item.title), since))),
            "visit",
            act=("Told", f"{item.referrer} was told of {item.about}, and thanked", self._tell(item)),
        )

    def _tell(self, item: ToTell) -> Callable[[], object]:
        return lambda: self._session.did(lambda: referrers.told(self._session.book, item))

    def _told(self, party: Party, cards: Sequence[Card]) -> list[FactRow]:
        """Who heard already what became of this party."""
        told = {
            card.opportunity.referred_by or party.referred_by: card.opportunity.referrer_told
            for card in cards
            if card.opportunity.referrer_told
        }
        names = self._session.book.people.names(told)
        return [
            FactRow(("told", id_), f"{names[id_]} was told on {self._session.formats.date(on)}", picture="check")
            for id_, on in told.items()
            if on and id_ in names
        ]


def _is_owed(one: Inquiry, today: date) -> bool:
    """Whether something was promised for today or before."""
    return one.state is InquiryState.PROMISED and one.promised_by is not None and one.promised_by <= today


def _briefly(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _BRIEF else f"{line[:_BRIEF].rstrip()}…"
