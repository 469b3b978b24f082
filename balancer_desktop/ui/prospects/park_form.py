"""Until when an opportunity is to be left alone."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import opportunities
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.shifting import shift
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.session import Session


class ParkForm(EntryForm):
    """Offers a month from today; nothing of it is overdue or stale meanwhile."""

    def __init__(self, parent: QWidget, session: Session, card: Card) -> None:
        super().__init__(parent, session, f"Park “{card.opportunity.title}”", f"Park {card.who}")
        self._id = card.opportunity.id
        self._until = DateField(session, shift(session.book.today(), 1, "m"), ahead=True)
        self.add_row("Until", self._until)
        self._until.setFocus()
        self._until.selectAll()

    def draft(self) -> Callable[[], object]:
        until, book = self._until.value(), self.session.book
        return lambda: opportunities.park(book, [self._id], until)
