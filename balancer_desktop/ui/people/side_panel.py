"""Beside or instead of the table: somebody's page, or the form to write down who they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.party_form import PartyForm
from balancer_desktop.ui.people.party_page import PartyPage
from balancer_desktop.ui.session import Session


class SidePanel(QStackedWidget):
    """The page is made when first needed, the form every time anew."""

    closed = Signal()
    saved = Signal(int)
    """A form was filled in: this party is new, or known better."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._page: PartyPage | None = None
        self._form: PartyForm | None = None

    @property
    def party_id(self) -> int:
        """Whose page is open, 0 for nobody's."""
        return self._page.party_id if self._page and not self._form else 0

    @property
    def is_writing(self) -> bool:
        """Whether a form is being filled in, which nothing may take away."""
        return self._form is not None

    def show_party(self, party_id: int) -> bool:
        """Turn to a page; a changed form is saved first. False when it cannot be, and therefore stays."""
        if not self._form_is_kept():
            return False
        self._drop_form()
        page = self._made_page()
        page.show_party(party_id)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        return True

    def edit_party(self, party_id: int) -> None:
        self._write(PartyForm(self._session, self._session.book.people.get(party_id), Standing.CURRENT))

    def add_party(self, standing: Standing) -> None:
        self._write(PartyForm(self._session, None, standing))

    def _write(self, form: PartyForm) -> None:
        if not self._form_is_kept():
            form.deleteLater()
            return
        self._drop_form()
        self._form = form
        form.saved.connect(self._saved)
        form.cancelled.connect(self._cancelled)
        self.addWidget(form)
        self.setCurrentWidget(form)
        self.setFocusProxy(form)
        form.focus_first()

    def _form_is_kept(self) -> bool:
        """Whether nothing typed is in the way any more."""
        if self._form:
            self._form.commit_edits()
        if self._form and self._form.is_changed:
            self._session.refused.emit("This cannot be saved yet, and is still here: correct it first, or press Esc.")
            self._form.setFocus()
            return False
        return True

    def _saved(self, party_id: int) -> None:
        self._drop_form()
        self.saved.emit(party_id)

    def _cancelled(self) -> None:
        self._drop_form()
        if self._page and self._page.party_id:
            self.show_party(self._page.party_id)
            self._page.setFocus()
        else:
            self.closed.emit()

    def _drop_form(self) -> None:
        form, self._form = self._form, None
        if form:
            self.removeWidget(form)
            form.deleteLater()

    def _made_page(self) -> PartyPage:
        if self._page is None:
            self._page = PartyPage(self._session)
            self._page.edit_wanted.connect(self.edit_party)
            self._page.closed.connect(self.closed)
            self.addWidget(self._page)
        return self._page
