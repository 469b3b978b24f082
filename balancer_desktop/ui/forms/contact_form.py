"""Something said or tried: a call, a visit, a message."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from balancer_desktop.app import contacts
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session

_CHANNELS = tuple(Channel)


class ContactForm(EntryForm):
    def __init__(self, parent: QWidget, session: Session, party_id: int = 0, contact: Contact | None = None) -> None:
        title = "Edit the contact" if contact else "Log a contact"
        super().__init__(parent, session, title, "Save" if contact else "Log contact")
        self._contact = contact
        self._who = PartyPicker(session, contact.party_id if contact else party_id, required=True)
        self._how = QComboBox()
        self._how.addItems([channel.value.capitalize() for channel in _CHANNELS])
        self._how.setCurrentIndex(_CHANNELS.index(contact.channel) if contact else 0)
        self._note = QLineEdit(contact.note if contact else "")
        self._on = DateField(session, contact.on if contact else session.book.today())
        self.add_row("With whom", self._who)
        self.add_row("How", self._how)
        self.add_row("About what", self._note)
        self.add_row("When", self._on)
        (self._note if self._who.party_id else self._who).setFocus()

    def draft(self) -> Callable[[], object]:
        party_id, on = self._who.value(), self._on.value()
        channel, book, note = _CHANNELS[self._how.currentIndex()], self.session.book, self._note.text()
        if self._contact:
            edited = Contact(on, party_id, channel, note, self._contact.id)
            return lambda: contacts.edit(book, edited)
        return lambda: contacts.log(book, Contact(on, party_id, channel, note))
