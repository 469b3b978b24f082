"""The first page: what waits, what can be done about it in place, and what was done today already."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from balancer_desktop.app import contacts, work
from balancer_desktop.app import today as today_list
from balancer_desktop.app.changes import EVERYTHING, Changes
from balancer_desktop.domain.agenda import ASKED, SILENT, AgendaItem, Waiting
from balancer_desktop.domain.entries import Channel, NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.side import Side
from balancer_desktop.ui import forms
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.labels import title, words
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, GAP, ROW, TOUCH
from balancer_desktop.ui.today import sentences
from balancer_desktop.ui.today.acts import ACTS, Act
from balancer_desktop.ui.today.offer import NextOffer
from balancer_desktop.ui.today.row import Row
from balancer_desktop.ui.today.row_buttons import RowButtons
from balancer_desktop.ui.today.rows_view import RowsView
from balancer_desktop.ui.today.two_lists import TwoLists

if TYPE_CHECKING:
    from balancer_desktop.ui.today.ask_next import AskNext
    from balancer_desktop.ui.today.waiting_time import Waited, WaitingTime

_TICK_MS = 20_000


_WARNING = frozenset((Waiting.QUIET, Waiting.STALE, Waiting.NO_STEP))
_SETTLED = frozenset((Waiting.BOUGHT, Waiting.OWES, Waiting.THANK, Waiting.STALE))
"""After these nothing is to be planned, or is planned already."""


def _now() -> datetime:
    return datetime.now().astimezone()


def _concerned(changes: Changes) -> bool:
    told = changes.people or changes.contacts or changes.pipeline
    return told or changes.work or changes.money or changes.timer or changes.settings


class TodayTab(QWidget):
    """count_changed carries how many lines are for today and no other day."""

    count_changed = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None, now: Callable[[], datetime] = _now) -> None:
        super().__init__(parent)
        self._session, self._book, self._formats, self._now = session, session.book, session.formats, now
        self._day = self._book.today()
        self._items: list[AgendaItem] = []
        self._minutes: Mapping[Side, int] = {}
        self._dated: list[AgendaItem] = []
        self._told: list[AgendaItem] = []
        self._prospects: list[AgendaItem] = []
        self.is_whole = False
        """Whether what winning customers tells is there too: it joins once the rest has been painted."""
        self._untold, self._version = False, 0
        self._next: AskNext | None = None
        self._asked_after = 0
        """The step that what comes next was asked after."""
        self._times: WaitingTime | None = None
        self._count = -1
        self._make_parts()
        self._lay_out()
        self._make_actions()
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()
        keep_fresh(self, session, _concerned, self._refresh)
        session.changed.connect(self._recount)
        session.changed.connect(self._drop_question)
        session.rhythms_ready.connect(self._learnt)

    @property
    def count(self) -> int:
        """How many lines are for today and no other day."""
        return max(self._count, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._untold:
            self._learnt()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_whole:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)

    def customEvent(self, _event: QEvent) -> None:
        """Once the rest is painted, and before the chart is brought in, which would hold it up."""
        if not self.is_whole and self.isVisible():  # else with the next painting; the window may be gone by now
            self.is_whole = True
            self._refresh(Changes(pipeline=True))

    def _make_parts(self) -> None:
        self.title, self.headline = title(name="The day"), words(name="What matters today", muted=True)
        self.waiting, self.done = (
            RowsView("What waits for you", TOUCH, eager=True),
            RowsView("Done today", ROW, eager=False),
        )
        self.buttons = RowButtons(self.waiting)
        self.empty = EmptyPage()
        self.empty.say(sentences.NOBODY, "Plan a next step", "Plan what to do next with somebody")
        self.empty.setFocusProxy(self.empty.findChildren(QPushButton)[0])
        self.offer = NextOffer(self)
        self.buttons.pressed.connect(self._act)
        self.empty.wanted.connect(lambda: forms.open_step_form(self, self._session))
        self.offer.taken.connect(lambda party_id: forms.open_step_form(self, self._session, party_id))
        self.offer.answered.connect(self.setFocus)
        self.done.focused.connect(self._mark_one)
        for view in (self.waiting, self.done):
            view.row_wanted.connect(self._open)

    def _lay_out(self) -> None:
        self.lists = TwoLists(self.waiting, self.done, self.empty)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.headline)
        layout.addWidget(self.lists, 1)
        layout.addWidget(self.offer)
        self.setFocusProxy(self.waiting)

    def _make_actions(self) -> None:
        self._actions = {act.name: self._action(act) for act in ACTS}
        self.waiting.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.waiting.current_changed.connect(self._name_actions)
        self._name_actions()

    def _action(self, act: Act) -> QAction:
        action = QAction(self.waiting)
        action.setShortcut(QKeySequence(act.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setAutoRepeat(False)  # a key that is held ends one line, not all of them
        action.triggered.connect(lambda: self._act(act.name))
        self.waiting.addAction(action)
        return action

    def _name_actions(self) -> None:
        item = self._current()
        for act in ACTS:
            action = self._actions[act.name]
            fits = item is not None and act.applies(item)
            action.setEnabled(fits)
            action.setVisible(fits)
            if item is not None:
                action.setText(act.text(item))

    def _current(self) -> AgendaItem | None:
        row = self.waiting.current()
        return row.item if row else None

    def _refresh(self, changes: Changes) -> None:
        before, self._day = self._day, self._book.today()
        if self._day != before:
            changes = EVERYTHING
        if changes.work:
            self._minutes = self._book.work.minutes(self._week_start(), self._day)
        if changes.settings:
            self._times = None
        self._read(changes)
        waiting, done = self._show_waiting(), self._show_done()
        if waiting or done:
            self.lists.arrange()
        head = today_list.headline(self._items, self._minutes)
        self.headline.setText(sentences.headline(head, self._formats))
        self.title.setText(
            self._formats.locale.toString(
                QDate(self._day.year, self._day.month, self._day.day), QLocale.FormatType.LongFormat
            )
        )

    def _recount(self, changes: Changes) -> None:
        """Keep the tab's count right while the page is hidden: any entry may answer a call, or take an answer back."""
        if not self.isVisible() and _concerned(changes):
            self._tell(today_list.count_for_today(self._book))

    def _learnt(self) -> None:
        """What the rhythms tell takes its place among what was there before."""
        self._untold = not self.isVisible()
        if not self._untold:
            self._refresh(EVERYTHING)

    def _read(self, changes: Changes) -> None:
        known = self._session.rhythms
        if known and (changes.people or changes.contacts or known.version() != self._version):
            from balancer_desktop.app.touch import touch

            self._told, self._version = touch(self._book, known), known.version()
        if self.is_whole and self._concerns_prospects(changes):
            from balancer_desktop.app.today_prospects import prospects

            self._prospects = prospects(self._book, self._formats.locale.firstDayOfWeek().value)
        if changes.people or changes.contacts or changes.pipeline or changes.timer:
            self._dated = today_list.dated(self._book)
        self._items = today_list.around(self._book, self._dated, [*self._told, *self._prospects])
        self._tell(sum(item.is_for_today for item in self._items))

    def _concerns_prospects(self, changes: Changes) -> bool:
        """Whether the pipeline may tell other things: a sale to somebody else does not."""
        if changes.pipeline or changes.contacts or changes.people or changes.settings or changes.work:
            return True
        if not changes.money:
            return False
        return changes.parties is None or today_list.courted(self._book, changes.parties)

    def _tell(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.count_changed.emit(count)

    def _show_waiting(self) -> bool:
        """Whether that changed anything."""
        here = has_keys(self.lists.stack)
        changed = self.waiting.show_rows(self._rows())
        shown = self.lists.show_one(waits=bool(self._items))
        self.setFocusProxy(shown)
        if here:
            shown.setFocus()
        if changed:
            self.buttons.place()
            self._name_actions()
        return changed

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        section = ""
        for item in self._items:
            if sentences.SECTIONS[item.kind] != section:
                section = sentences.SECTIONS[item.kind]
                rows.append(Row(section, aside=self._section_count(section)))
            rows.append(self._row(item))
        return rows

    def _section_count(self, section: str) -> str:
        """A line about several people counts for none: they have lines of their own."""
        inside = [item for item in self._items if sentences.SECTIONS[item.kind] == section]
        count = sum(item.more or not item.together for item in inside)
        return str(count) if count > 1 else ""

    def _row(self, item: AgendaItem) -> Row:
        waited = self._waited(item.inquiry) if item.inquiry else None
        what = sentences.what(item, self._formats)
        return Row(
            sentences.who(item),
            " · ".join(filter(None, (what, waited.since))) if waited else what,
            waited.long if waited else self._aside(item),
            sentences.picture(item),
            urgent=not item.more and (waited.late if waited else item.is_for_today or item.kind is Waiting.GONE),
            warns=item.kind in _WARNING and not item.more,
            quiet=item.kind is Waiting.SOON or bool(item.more),
            party_id=item.party_id,
            item=item,
            tip=sentences.why_owed(item.week, self._formats) if item.week else "",
        )

    def _aside(self, item: AgendaItem) -> str:
        timer = self._book.work.timer() if item.kind is Waiting.TIMER else None
        if timer:
            return sentences.running(timer, self._now(), self._formats)
        return sentences.when(item, self._day, self._formats)

    def _waited(self, inquiry: Inquiry) -> "Waited":
        if self._times is None:
            from balancer_desktop.ui.today.waiting_time import WaitingTime

            self._times = WaitingTime(self._book)
        return self._times.of(inquiry)

    def _show_done(self) -> bool:
        """Whether that changed anything."""
        rows = []
        for entry in today_list.done_today(self._book):
            picture, who, said = sentences.done(entry, self._formats)
            rows.append(Row(who or said, said if who else "", icon=picture, quiet=True, party_id=entry.entry.party_id))
        return self.done.show_rows(rows)

    def _mark_one(self, done: bool) -> None:  # noqa: FBT001 - the signal of the list
        """Only the list the owner walks in shows a chosen row."""
        self.waiting.rows_delegate.marks = not done
        self.waiting.viewport().update()
        self.buttons.place()

    def _week_start(self) -> date:
        first = self._formats.locale.firstDayOfWeek().value
        return self._day - timedelta(days=(self._day.isoweekday() - first) % 7)

    def _tick(self) -> None:
        """A new day, or another minute on the timer and for those who wait."""
        if not self.isVisible():
            return
        if self._day != self._book.today():
            self._refresh(EVERYTHING)
            self._session.learn_rhythms()
        for place, row in enumerate(self.waiting.rows_model.rows):
            if row.item and row.item.kind in (Waiting.TIMER, Waiting.INQUIRY) and (now := self._row(row.item)) != row:
                self.waiting.rows_model.replace(place, now)

    def _act(self, name: str) -> None:
        item = self._current()
        if item is None or not next(act for act in ACTS if act.name == name).applies(item):
            return
        self.offer.hide()
        if self._next:
            self._next.hide()
        acts: dict[str, Callable[[], object]] = {
            "finish": lambda: self._finish(item),
            "week": lambda: self._put_off("Put off by a week", item, weeks=1),
            "month": lambda: self._put_off("Put off by a month", item, months=1),
            "later": lambda: self._put_off("Left alone for three months", item, months=3),
            "call": lambda: self._call(item),
            "in_vain": lambda: self._do("No answer", item, lambda: _acts().called(self._book, item, answered=False)),
            "lapse": lambda: self._do("Marked as lapsed", item, lambda: self._lapse(item)),
            "promise": lambda: self._ask(item, forms.open_promise_form),
            "prospect": lambda: self._ask(item, forms.open_make_prospect_form),
            "not_for_us": lambda: self._do("Not for us", item, lambda: _acts().decline(self._book, item)),
            "something_else": lambda: self._do("Not this one", item, lambda: _acts().something_else(self._book, item)),
            "silence": lambda: self._do("Lost to silence", item, lambda: _acts().lose_to_silence(self._book, item)),
            "park": lambda: self._park(item),
            "won": lambda: self._about(item, _prospect_forms().open_win_form),
            "lost": lambda: self._about(item, _prospect_forms().open_lose_form),
            "discard": lambda: self._do("Timer discarded", item, lambda: work.cancel_timer(self._book)),
            "open": lambda: self._open(self._row(item)),
        }
        acts[name]()

    def _open(self, row: Row) -> None:
        """The person's page, or the tab that has all of a kind."""
        if row.party_id:
            self._session.party_wanted.emit(row.party_id)
        elif row.item and row.item.kind in ASKED:
            self._session.inquiry_wanted.emit(row.item.ids[0])
        elif row.item and row.item.kind in SILENT:
            self._session.silent_wanted.emit()
        elif row.item and row.item.kind in sentences.TABS:
            self._session.tab_wanted.emit(sentences.TABS[row.item.kind])

    def _put_off(self, verb: str, item: AgendaItem, weeks: int = 0, months: int = 0) -> None:
        self._do(verb, item, lambda: _acts().postpone(self._book, item, weeks, months))

    def _about(self, item: AgendaItem, form: Callable[..., object]) -> None:
        """More is to be said of the opportunity of a line than a key can."""
        opportunity = self._book.pipeline.get(item.opportunity_id)
        if opportunity:
            form(self, self._session, opportunity)

    def _park(self, item: AgendaItem) -> None:
        from balancer_desktop.app.pipeline import card_of

        card = card_of(self._book, item.opportunity_id)
        if card:
            _prospect_forms().open_park_form(self, self._session, card)

    def _call(self, item: AgendaItem) -> None:
        if item.kind is Waiting.THANK:
            self._do("Told by phone", item, lambda: _acts().thank(self._book, item, Channel.CALL))
        else:
            forms.open_contact_form(self, self._session, item.party_id)

    def _ask(self, item: AgendaItem, form: Callable[..., object]) -> None:
        """More is to be said than a key can."""
        inquiry = self._book.inquiries.get(item.ids[0])
        if inquiry:
            form(self, self._session, inquiry, item.who, item.ids[1:])

    def _lapse(self, item: AgendaItem) -> None:
        from balancer_desktop.app.suggestions import lapse

        if self._session.rhythms:
            lapse(self._book, self._session.rhythms, item.parties)

    def _finish(self, item: AgendaItem) -> None:
        if item.kind is Waiting.TIMER:
            self._do(sentences.FINISHED[item.kind], item, lambda: work.stop_timer(self._book, self._now()))
            return
        if item.kind is Waiting.PROSPECTING:
            self._do(sentences.FINISHED[item.kind], item, lambda: _acts().start_prospecting(self._book, self._now()))
            return
        if item.kind is Waiting.NO_STEP and not item.more:
            self._ask_next(f"What comes next with {item.who}?", item, lambda step: contacts.plan(self._book, step))
            return
        known = self._session.rhythms
        finished = self._do(sentences.FINISHED[item.kind], item, lambda: _acts().finish(self._book, item, known))
        if finished and item.asks_next:
            done = f"Done: {item.what}. What comes next with {item.who}?"
            self._ask_next(done, item, lambda step: _acts().plan_next(self._book, item.ids[0], step))
        elif finished and item.party_id and item.kind not in _SETTLED:
            self._asked_after = self._book.latest_step
            self.offer.make(item.party_id, item.who)

    def _ask_next(self, sentence: str, item: AgendaItem, plan: Callable[[NextStep], object]) -> None:
        """Ask it in place; the field comes with the first question."""
        if self._next is None:
            from balancer_desktop.ui.today.ask_next import AskNext

            self._next = AskNext(self._session)
            self._next.answered.connect(self.setFocus)
            self._column.addWidget(self._next)

        def planned(what: str, on: date) -> bool:
            step = NextStep(on, item.party_id, what, opportunity_id=item.opportunity_id)
            done = self._session.did(lambda: plan(step))
            if done:
                self._session.said.emit(f"Planned: {what}, {item.who} — Ctrl+Z takes it back")
            return done

        self._asked_after = self._book.latest_step
        self._next.ask(sentence, planned)

    def _drop_question(self, _changes: Changes) -> None:
        """What comes next is no question any more when what it was asked after is undone, or something followed it."""
        if self._book.latest_step == self._asked_after:
            return
        for question in (self.offer, self._next):
            if question and not question.isHidden():
                question.leave() if has_keys(question) else question.hide()

    def _do(self, verb: str, item: AgendaItem, run: Callable[[], object]) -> bool:
        """Do it and say so; False when it was refused, and the reason has been said."""
        before = self._book.latest_step
        done = self._session.did(run)
        if done:
            changed = self._book.latest_step != before
            self._session.said.emit(sentences.happened(verb, item) if changed else sentences.NOTHING_NEW)
        return done


def _prospect_forms() -> ModuleType:
    from balancer_desktop.ui.prospects import forms as prospect_forms

    return prospect_forms


def _acts() -> ModuleType:
    """The verbs come with the first of them: the window opens without."""
    from balancer_desktop.app import today_acts

    return today_acts
