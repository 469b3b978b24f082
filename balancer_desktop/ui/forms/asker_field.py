"""Who asks: a name, known or not, a phone number or an e-mail address; whose it is, is said at once."""

from balancer_desktop.app.asking import Owners
from balancer_desktop.domain.inquiries.asker import Asker, read_asker
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.session import Session

_STANDING = {
    Standing.PROSPECT: "a prospect",
    Standing.CURRENT: "a customer",
    Standing.LAPSED: "a customer who lapsed",
    Standing.EX: "a customer who left",
}


class AskerField(PartyPicker):
    """A number or an address that somebody has chooses them."""

    def __init__(self, session: Session, inquiry: Inquiry) -> None:
        self._book, self._owners = session.book, Owners(session.book, session.formats.conventions().region)
        super().__init__(session, inquiry.party_id, strangers=True)
        self.setPlaceholderText("A name, or a phone number")
        if not inquiry.party_id:
            self.setText(inquiry.who)
        self.textEdited.connect(self._read)
        self.picked.connect(lambda party_id: self.understood.emit(self._words(party_id)))

    def value(self) -> int:
        """Somebody in the book by name, number or address; 0 for a stranger."""
        return super().value() or self._owner(read_asker(self.text()))

    def recognise(self, phone: str, email: str) -> None:
        """Choose who has a number or an address typed elsewhere, as long as nothing is said here."""
        found = self._owner(Asker("", phone, email))
        if found and not self.text().strip():
            self.choose(found)

    def _read(self, text: str) -> None:
        if not self.party_id:
            self.understood.emit(self._words(self._owner(read_asker(text))))

    def _owner(self, typed: Asker) -> int:
        """Whose number or address it is, unless another name is said with it."""
        if typed.name:
            return 0
        return self._owners.of_number(typed.phone) or (self._owners.of_address(typed.email) if typed.email else 0)

    def _words(self, party_id: int) -> str:
        if not party_id:
            return ""
        name = self._book.people.names([party_id]).get(party_id, "")
        return f"{name}, {_STANDING[self._book.people.standing(party_id)]}"
