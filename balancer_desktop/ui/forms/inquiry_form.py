"""Somebody turned to the business: who, how, what for. A name or a number is enough."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from balancer_desktop.app import inquiries
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.asker import read_asker
from balancer_desktop.domain.inquiries.inquiry import SETTLED, Inquiry, InquiryChannel, InquiryState
from balancer_desktop.ui.forms.asker_field import AskerField
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.time_field import TimeField
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session

_CHANNELS = tuple(InquiryChannel)
_NOTHING = BadInput("What was asked is missing.", "Write a word or two, or say how they turned to you.")


class InquiryForm(EntryForm):
    """For a new inquiry, or one to be corrected. A missed call has been answered by nobody."""

    asks = True

    def __init__(self, parent: QWidget, session: Session, party_id: int = 0, inquiry: Inquiry | None = None) -> None:
        title = "Edit the inquiry" if inquiry else "New inquiry"
        super().__init__(parent, session, title, "Save" if inquiry else "Keep the inquiry")
        self._before = inquiry or Inquiry(session.book.now(), InquiryChannel.CALL, party_id)
        self._is_new = inquiry is None
        self._make_fields()
        self._ask_what_fits()
        (self._asked if self._from.party_id else self._from).setFocus()

    def draft(self) -> Callable[[], object]:
        if self._is_new and self._from.party_id and not self.is_changed:
            self._asked.setFocus()
            raise _NOTHING
        book, inquiry = self.session.book, self._filled_in()
        return lambda: inquiries.receive(book, inquiry) if self._is_new else inquiries.edit(book, inquiry)

    def _make_fields(self) -> None:
        one, session = self._before, self.session
        self._from = AskerField(session, one)
        self._phone, self._email = QLineEdit(one.phone), QLineEdit(one.email)
        self._how = QComboBox()
        self._how.addItems([channel.value.capitalize() for channel in _CHANNELS])
        self._how.setCurrentIndex(_CHANNELS.index(one.channel))
        self._asked = QLineEdit(one.asked)
        self._referrer = PartyPicker(session, one.referred_by)
        self._on = DateField(session, one.on)
        self._at = TimeField(one.received.time() if one.timed else None)
        self._answered = QCheckBox("Somebody has answered")
        self._answered.setChecked(one.responded is not None)
        self._by, self._promised = QLineEdit(one.answered_by), QLineEdit(one.promised)
        self._by.setPlaceholderText("you")
        self._promised.setPlaceholderText("a quote, a call back … or nothing")
        self._until = DateField(session, one.promised_by, ahead=True)
        for label, field in (
            ("From", self._from),
            ("Phone", self._phone),
            ("E-mail", self._email),
            ("How", self._how),
            ("What was asked", self._asked),
            ("Referred by", self._referrer),
            ("Received on", self._on),
            ("At", self._at),
            ("Answered", self._answered),
            ("By whom", self._by),
            ("Promised", self._promised),
            ("By when", self._until),
        ):
            self.add_row(label, field)
        for line in (self._phone, self._email):
            line.textEdited.connect(lambda _text: self._from.recognise(self._phone.text(), self._email.text()))
        self._how.currentIndexChanged.connect(self._ask_what_fits)
        self._answered.toggled.connect(self._ask_what_fits)

    def _filled_in(self) -> Inquiry:
        party_id, typed = self._from.value(), read_asker(self._from.text())
        phone, email = self._phone.text().strip() or typed.phone, self._email.text().strip() or typed.email
        if not (party_id or typed.name or phone or email):
            refusal = BadInput("Who asks is missing.", "A name or a phone number is enough.")
            self._from.doubted.emit(str(refusal))
            self._from.setFocus()
            raise refusal
        on, at = self._on.value(), self._at.value()
        received = datetime.combine(on, at or time.min).astimezone()
        if (on, at or time.min) == (self._before.on, self._before.received.time()):
            received = self._before.received  # with the offset it came with
        asker = replace(
            self._before,
            received=received,
            channel=self._channel,
            party_id=party_id,
            name="" if party_id else typed.name,
            phone=phone,
            email=email,
            referred_by=self._referrer.value(),
            asked=self._asked.text(),
        )
        return self._with_answer(asker)

    def _with_answer(self, asker: Inquiry) -> Inquiry:
        """What became of it stays what it is, but for an answer that is given or taken back here."""
        if not self._is_answered:
            state = asker.state if asker.state in SETTLED else InquiryState.WAITING
            return replace(asker, state=state, responded=None, answered_by="", promised="", promised_by=None)
        promised, until = self._promised.text().strip(), self._until.value() if self._until.text().strip() else None
        state = InquiryState.PROMISED if promised or until else InquiryState.ANSWERED
        return replace(
            asker,
            responded=self._before.responded or self._answered_at(asker.received),
            answered_by=self._by.text(),
            promised=promised,
            promised_by=until,
            state=asker.state if asker.state in SETTLED else state,
        )

    def _answered_at(self, received: datetime) -> datetime:
        """A call or a visit was answered when it came; anything else by now."""
        at_once = self._channel in (InquiryChannel.CALL, InquiryChannel.VISIT)
        return received if at_once else max(received, self.session.book.now())

    @property
    def _channel(self) -> InquiryChannel:
        return _CHANNELS[self._how.currentIndex()]

    @property
    def _is_answered(self) -> bool:
        return self._answered.isChecked()

    def _ask_what_fits(self) -> None:
        for field in (self._by, self._promised, self._until):
            self.show_row(field, visible=self._is_answered)
