"""Inquiries: nobody who turns to the business waits unseen. The open ones come first, and grow older as one looks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app import inquiries
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.inquiry_list import InquiryLine, inquiry_lines
from balancer_desktop.domain.inquiries.inquiry import LOST, OPEN, Inquiry
from balancer_desktop.domain.party import folded
from balancer_desktop.ui import forms
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.money.segments import Segments
from balancer_desktop.ui.people.page_button import page_button
from balancer_desktop.ui.prospects.form_place import FormPlace
from balancer_desktop.ui.prospects.inquiries_model import Age
from balancer_desktop.ui.prospects.inquiries_table import InquiriesTable
from balancer_desktop.ui.prospects.inquiry_card import InquiryCard
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP

_MINUTE_MS = 60_000
_INTO_TABLE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FILTER = (120, 220)
SHOWN: tuple[tuple[str, str, Callable[[Inquiry], bool]], ...] = (
    ("Open", "Nobody has answered yet, or something was promised", lambda one: one.state in OPEN),
    ("All", "Every inquiry, the open ones first", lambda _: True),
    ("Lost", "Not for us, or lost to silence", lambda one: one.state in LOST),
)
_EMPTY = (
    "Nobody waits for an answer. Whoever calls, writes or comes by next is noted here, and by a line such as "
    "“missed call 555-0101 gutter”.",
    "No inquiries yet. Note whoever calls or writes: a name or a number is enough, and the list shows how long "
    "they have been waiting.",
    "No inquiry was lost. Those that are not for us, and those nobody was reached about, stand here.",
)


class InquiriesView(QWidget):
    """A view of the Prospects tab; `add` opens the form for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._book = session, session.book
        self._lines: list[InquiryLine] = []
        self.segments = Segments([(title, tip) for title, tip, _ in SHOWN], "Which inquiries")
        self.filter, self.figures = QLineEdit(), words(name="How fast inquiries are answered", muted=True)
        self.table, self.card, self.empty = InquiriesTable(session.formats), InquiryCard(session.formats), EmptyPage()
        self.form = FormPlace(session)
        self._rows = QStackedWidget()
        self._lay_out()
        self._connect()
        self._minutes = QTimer(self, interval=_MINUTE_MS)
        self._minutes.timeout.connect(self._tick)
        keep_fresh(self, session, _concerns, self._refresh)

    def add(self) -> None:
        """An empty form for a new inquiry."""
        self._write(lambda: forms.inquiry_form(self.form, self._session))

    def focus_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def selected_party(self) -> int:
        line = self.table.chosen()
        return line.inquiry.party_id if line else 0

    def show_inquiry(self, inquiry_id: int) -> None:
        """Make one the chosen one, whatever is filtered."""
        self.filter.clear()
        if not self.table.choose(inquiry_id):
            self.segments.choose(1)
            self._filter()
            self.table.choose(inquiry_id)
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minutes.start()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks; nothing grows older here."""
        self._minutes.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, Down and Enter go into the table, Esc clears."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _INTO_TABLE:
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.filter.clear()
                return True
        return super().eventFilter(watched, event)

    def _refresh(self, _changes: Changes) -> None:
        self._lines = inquiry_lines(self._book)
        self._filter()

    def _filter(self) -> None:
        belongs, words_typed = SHOWN[self.segments.choice][2], folded(self.filter.text()).split()
        shown = [line for line in self._lines if belongs(line.inquiry) and _fits(line, words_typed)]
        here = self._rows.isAncestorOf(self.focusWidget() or self)
        self.table.show_lines(shown, self._age(), self._book.today())
        self._say_empty(bool(words_typed))
        self._rows.setCurrentWidget(self.table if shown else self.empty)
        self.setFocusProxy(self._rows.currentWidget())
        if here:
            self._rows.currentWidget().setFocus()
        self._show_card()
        for number, (title, _tip, fits) in enumerate(SHOWN):
            count = sum(fits(line.inquiry) for line in self._lines)
            self.segments.rename(number, f"{title} · {count}" if count else title)

    def _say_empty(self, sought: bool) -> None:  # noqa: FBT001
        if sought:
            self.empty.say(f"No inquiry here fits “{self.filter.text().strip()}”.", "Show them all")
        else:
            place = self.segments.choice if self._lines else 1
            self.empty.say(_EMPTY[place], "Note an inquiry", "Who asks, how, and what for (Ctrl+Shift+I)")
