"""Something said or tried: a call, a visit, a message; from whom to whom, and whether anybody was reached."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from balancer_desktop.app import contacts
from balancer_desktop.domain.contact_words import ONE_SIDED
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session

_CHANNELS = tuple(Channel)
_REACHED = {
    Channel.CALL: "They answered",
    Channel.EMAIL: "They wrote back",
    Channel.MESSAGE: "They wrote back",
    Channel.VISIT: "They were in",
}
_ANSWERED = {
    Channel.CALL: "You answered",
    Channel.EMAIL: "You wrote back",
    Channel.MESSAGE: "You wrote back",
    Channel.VISIT: "You were in",
}


class ContactForm(EntryForm):
    def __init__(self, parent: QWidget, session: Session, party_id: int = 0, contact: Contact | None = None) -> None:
        title = "Edit the contact" if contact else "Log a contact"
        super().__init__(parent, session, title, "Save" if contact else "Log contact")
        self._contact = contact
        self._who = PartyPicker(session, contact.party_id if contact else party_id, required=True)
        self._how, self._from = QComboBox(), QComboBox()
        self._how.addItems([channel.value.capitalize() for channel in _CHANNELS])
        self._how.setCurrentIndex(_CHANNELS.index(contact.channel) if contact else 0)
        self._from.addItems(["You turned to them", "They turned to you"])
        self._from.setCurrentIndex(int(contact.incoming) if contact else 0)
        self._answered = QCheckBox()
        self._answered.setChecked(contact.answered if contact else True)
        self._note = QLineEdit(contact.note if contact else "")
        self._on = DateField(session, contact.on if contact else session.book.today())
        self.add_row("With whom", self._who)
        self.add_row("How", self._how)
        self.add_row("Who began", self._from)
        self.add_row("Answered", self._answered)
        self.add_row("About what", self._note)
        self.add_row("When", self._on)
        for choice in (self._how, self._from):
            choice.currentIndexChanged.connect(self._ask_what_fits)
        self._ask_what_fits()
        (self._note if self._who.party_id else self._who).setFocus()

    def draft(self) -> Callable[[], object]:
        book, channel = self.session.book, self._channel
        party_id, on = self._who.value(), self._on.value()
        incoming = channel not in ONE_SIDED and self._incoming
        answered = channel in ONE_SIDED or self._answered.isChecked()
        said = Contact(
            on,
            party_id,
            channel,
            self._note.text(),
            self._contact.id if self._contact else 0,
            incoming,
            answered,
        )
        return lambda: contacts.edit(book, said) if self._contact else contacts.log(book, said)

    @property
    def _channel(self) -> Channel:
        return _CHANNELS[self._how.currentIndex()]

    @property
    def _incoming(self) -> bool:
        return self._from.currentIndex() == 1

    def _ask_what_fits(self) -> None:
        """With a note nobody turns to anybody."""
        channel = self._channel
        for field in (self._from, self._answered):
            self.show_row(field, visible=channel not in ONE_SIDED)
        words = _ANSWERED if self._incoming else _REACHED
        self._answered.setText(words.get(channel, ""))
