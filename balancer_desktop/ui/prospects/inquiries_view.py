"""Inquiries: nobody who turns to the business waits unseen. The open ones come first, and grow older as one looks."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app import inquiries, referrers
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.inquiry_list import InquiryLine, inquiry_lines
from balancer_desktop.app.referrers import ToTell
from balancer_desktop.app.response_times import response_times
from balancer_desktop.app.working_hours import clock_of, response_goal
from balancer_desktop.domain.inquiries.inquiry import LOST, OPEN, Inquiry
from balancer_desktop.domain.party import folded
from balancer_desktop.ui import forms
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.money.segments import Segments
from balancer_desktop.ui.people.page_button import page_button
from balancer_desktop.ui.prospects import response_words
from balancer_desktop.ui.prospects.form_place import FormPlace
from balancer_desktop.ui.prospects.inquiries_model import Age
from balancer_desktop.ui.prospects.inquiries_table import InquiriesTable
from balancer_desktop.ui.prospects.inquiry_card import InquiryCard
from balancer_desktop.ui.prospects.inquiry_words import EMPTY
from balancer_desktop.ui.prospects.thanks_panel import ThanksPanel
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP

_MINUTE_MS = 60_000
_WIDE = 1160
"""From this width on a form stands beside the list."""
_INTO_TABLE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FILTER = (120, 220)
SHOWN: tuple[tuple[str, str, Callable[[Inquiry], bool]], ...] = (
    ("Open", "Nobody has answered yet, or something was promised", lambda one: one.state in OPEN),
    ("All", "Every inquiry, the open ones first", lambda _: True),
    ("Lost", "Not for us, or lost to silence", lambda one: one.state in LOST),
)
_TO_THANK = ("To thank", "Who sent somebody, and is to be told what became of it")


class InquiriesView(QWidget):
    """A view of the Prospects tab; `add` opens the form for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._book = session, session.book
        self._lines: list[InquiryLine] = []
        self._to_tell: list[ToTell] = []
        self._clock, self._goal = clock_of(self._book), response_goal(self._book)
        choices = [*((title, tip) for title, tip, _ in SHOWN), _TO_THANK]
        self.segments = Segments(choices, "Which inquiries")
        self.filter, self.figures = QLineEdit(), words(name="How fast inquiries are answered", muted=True)
        self.table, self.card, self.empty = InquiriesTable(session.formats), InquiryCard(session.formats), EmptyPage()
        self.thanks, self.form = ThanksPanel(session), FormPlace(session)
        self._rows = QStackedWidget()
        self._shown: QWidget = self.empty
        self._lay_out()
        self._connect()
        self.minutes = QTimer(self, interval=_MINUTE_MS)
        self.minutes.timeout.connect(self._tick)
        keep_fresh(self, session, _concerns, self._refresh)

    def add(self) -> None:
        """An empty form for a new inquiry."""
        self._write(None)

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
            self.show_choice(1)
            self.table.choose(inquiry_id)
        self.table.setFocus()

    def show_choice(self, number: int) -> None:
        """Show the open ones (0), all, the lost ones, or whom to thank."""
        self.segments.choose(number)
        self._filter()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.minutes.start()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks; nothing grows older here."""
        self.minutes.stop()
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

    def _refresh(self, changes: Changes) -> None:
        if changes.settings:
            self._clock, self._goal = clock_of(self._book), response_goal(self._book)
        self._lines, self._to_tell = inquiry_lines(self._book), referrers.to_tell(self._book)
        self._say_figures()
        for number, (title, _tip, fits) in enumerate(SHOWN):
            self._count(number, title, sum(fits(line.inquiry) for line in self._lines))
        self._count(len(SHOWN), _TO_THANK[0], len(self._to_tell))
        self._filter()

    def _count(self, number: int, title: str, count: int) -> None:
        self.segments.rename(number, f"{title} · {count}" if count else title)

    def _filter(self) -> None:
        here = has_keys(self._rows)
        sought = folded(self.filter.text()).split()
        found = self._find_thanks(sought) if self.segments.choice == len(SHOWN) else self._find_inquiries(sought)
        self._shown = found or self.empty
        self._rows.setCurrentWidget(self._shown)
        self._say_empty(is_sought=bool(sought))
        self._show_card()
        self._arrange()
        if here:
            self._shown.setFocus()

    def _find_inquiries(self, sought: list[str]) -> QWidget | None:
        """Show those that fit; None when there are none."""
        belongs = SHOWN[self.segments.choice][2]
        lines = [line for line in self._lines if belongs(line.inquiry) and _fits(line, sought)]
        self.table.show_lines(lines, self._age(), self._book.today())
        return self.table if lines else None

    def _find_thanks(self, sought: list[str]) -> QWidget | None:
        items = [item for item in self._to_tell if _occur(sought, item.referrer, item.about, item.title)]
        self.thanks.table.show_items(items)
        return self.thanks if items else None

    def _say_empty(self, *, is_sought: bool) -> None:
        if is_sought:
            self.empty.say(f"Nothing here fits “{self.filter.text().strip()}”.", "Show them all")
        else:
            place = self.segments.choice if self._lines or self.segments.choice == len(SHOWN) else 1
            self.empty.say(EMPTY[place], "Note an inquiry", "Who asks, how, and what for (Ins)")

    def _show_card(self) -> None:
        row = self.table.currentIndex().row()
        shown = self._shown is self.table
        line = self.table.chosen() if shown else None
        self.card.show_line(line, self.table.rows.age(row) if line else Age(""), self._book.today())

    def _tick(self) -> None:
        """Another minute: who waits has waited longer."""
        if self.isVisible():
            self.table.rows.tick(self._age())
            self._show_card()

    def _age(self) -> Callable[[Inquiry], Age]:
        now, minutes, formats = self._book.now(), self._clock.minutes, self._session.formats
        return lambda one: response_words.age(one, now, minutes, self._goal, formats)

    def _say_figures(self) -> None:
        """How fast the answers of late were; nothing in a book that never had an inquiry."""
        today = self._book.today()
        found = response_times(self._book, today - timedelta(days=response_words.DAYS - 1), today)
        self.figures.setText(response_words.figures(found, self._goal, self._session.formats))
        self.figures.setVisible(bool(self._lines))

    def _fill(self) -> None:
        """The button of the empty page."""
        if self.filter.text().strip():
            self.filter.clear()
            self.filter.setFocus()
        else:
            self.add()

    def _act(self, name: str) -> None:
        line = self.table.chosen()
        if line is None:
            return
        one, book, session = line.inquiry, self._book, self._session
        acts: dict[str, Callable[[], object]] = {
            "answer": lambda: self._do(f"Answered: {line.who}", lambda: inquiries.answer(book, one.id)),
            "promise": lambda: forms.open_promise_form(self, session, one, line.who),
            "prospect": lambda: forms.open_make_prospect_form(self, session, one, line.who),
            "not_for_us": lambda: self._do(f"Not for us: {line.who}", lambda: inquiries.not_for_us(book, one.id)),
            "silence": lambda: self._do(
                f"Lost to silence: {line.who}", lambda: inquiries.lose_to_silence(book, one.id)
            ),
            "edit": lambda: self._write(one),
            "open": lambda: session.party_wanted.emit(one.party_id),
            "remove": lambda: self._do(f"Removed: {line.who}", lambda: inquiries.remove(book, one.id)),
        }
        acts[name]()

    def _do(self, said: str, run: Callable[[], object]) -> None:
        """Do it and say so; when it is refused, the reason has been said."""
        if self._session.did(run):
            self._session.said.emit(f"{said} — Ctrl+Z takes it back")

    def _write(self, inquiry: Inquiry | None) -> None:
        if self.form.may_change():
            from balancer_desktop.ui.forms.inquiry_form import InquiryForm

            self.form.write(InquiryForm(self.form, self._session, inquiry=inquiry))
            self._arrange()

    def _written(self) -> None:
        self._arrange()
        self._shown.setFocus()

    def _arrange(self) -> None:
        """A form stands beside the list where there is room, else in its place."""
        self._list.setVisible(self.width() >= _WIDE or not self.form.is_writing)
        self.setFocusProxy(self.form if self.form.is_writing and not self._list.isVisible() else self._shown)

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText("Filter by name, words, number …")
        self.filter.setAccessibleName("Filter inquiries")
        self.filter.setToolTip("Every word must occur (Ctrl+F); Esc clears")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumHeight(FIELD)
        self.filter.setMinimumWidth(_FILTER[0])
        self.filter.setMaximumWidth(_FILTER[1])
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.segments)
        bar.addWidget(self.filter, 1)
        bar.addStretch(1)
        bar.addWidget(page_button("add", "New inquiry", "Note who asks, how, and what for (Ins)", self.add))
        for rows in (self.table, self.thanks, self.empty):
            self._rows.addWidget(rows)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(BETWEEN, GAP, BETWEEN, 0)
        column.setSpacing(GAP)
        column.addLayout(bar)
        column.addWidget(self.figures)
        column.addWidget(self._rows, 1)
        column.addWidget(self.card)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 3)
        layout.addWidget(self.form, 2)

    def _connect(self) -> None:
        self.segments.chosen.connect(lambda _number: self._filter())
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.filter.installEventFilter(self)
        self.table.chosen_changed.connect(self._show_card)
        for asked in (self.table.act_wanted, self.card.pressed):
            asked.connect(self._act)
        self.empty.wanted.connect(self._fill)
        self.form.closed.connect(self._written)
        add = QShortcut(QKeySequence("Ins"), self, self.add)
        add.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _concerns(changes: Changes) -> bool:
    return changes.pipeline or changes.people or changes.settings


def _fits(line: InquiryLine, sought: list[str]) -> bool:
    one = line.inquiry
    return _occur(sought, line.who, one.name, one.phone, one.email, one.asked, one.promised, line.referrer)


def _occur(sought: list[str], *known: str) -> bool:
    """Whether every word occurs in what is known."""
    text = folded(" ".join(known))
    return all(word in text for word in sought)
