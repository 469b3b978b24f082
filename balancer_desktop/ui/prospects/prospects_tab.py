"""Prospects: who may become a customer, in several views, and beside them the page of whoever is opened."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.lazy_tab import LazyTab
from balancer_desktop.ui.money.segments import Segments
from balancer_desktop.ui.people.side_panel import SidePanel
from balancer_desktop.ui.prospects.discipline_strip import DisciplineStrip
from balancer_desktop.ui.prospects.form_place import FormPlace
from balancer_desktop.ui.prospects.views import FIRST, VIEWS, Place
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_KEY = "prospects/view"
_WIDE = 1240
"""From this width on a page stands beside the view; below, it takes the view's place."""
_PAUSE_MS, _MINUTE_MS = 60, 60_000
_FORM = 460
"""No field of a form is cut."""
_NAMES = tuple(view.name for view in VIEWS)


class ProspectsTab(QWidget):
    """Remembers which view was shown."""

    def __init__(
        self, session: Session, settings: QSettings, back: Callable[[int], bool] = lambda _party_id: False
    ) -> None:
        """back: as for PeopleTab."""
        super().__init__()
        self._session, self._settings, self._back = session, settings, back
        self.segments = Segments([(view.title, f"{view.tip} (Ctrl+PgUp, Ctrl+PgDown)") for view in VIEWS], "View")
        self._tools, self._stack = QStackedWidget(), QStackedWidget()
        self._place = Place(session, settings, back, self.show_view, self.write)
        self._views = [LazyTab(partial(self._made, number)) for number in range(len(VIEWS))]
        self._side, self._form = SidePanel(session), FormPlace(session)
        self._asked = self._dragged = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._follow)
        self._day = session.book.today()
        self.clock = QTimer(self, interval=_MINUTE_MS)
        self.clock.timeout.connect(self._look_at_the_day)
        self.clock.start()
        self._lay_out()
        self._connect()
        stored = str(settings.value(_KEY, FIRST))
        self._show(_NAMES.index(stored if stored in _NAMES else FIRST))

    @property
    def view(self) -> str:
        """The name of the view that is shown."""
        return _NAMES[self.segments.choice]

    def show_view(self, name: str) -> QWidget:
        """Turn to a view, with the keys in it; the view itself."""
        self._turn(_NAMES.index(name))
        return self._shown()

    def show_inquiry(self, inquiry_id: int) -> None:
        self.show_view("inquiries")
        self._ask("show_inquiry", inquiry_id)

    def focus_filter(self) -> None:
        """Ready to type what to look for; where a view has nothing to type into, in the table."""
        if not hasattr(self._shown(), "focus_filter"):
            self.show_view("table")
        self._put_away()
        self._ask("focus_filter")

    def open_party(self, party_id: int) -> None:
        """Show somebody's page beside the view, or in its place."""
        if hasattr(self._shown(), "open_party"):
            self._ask("open_party", party_id)
        elif party_id:
            self._ask("go_to_party", party_id)
            self._side.show_party(party_id)
            self._open_side()

    @property
    def page_of(self) -> int:
        """As PeopleTab.page_of."""
        own = int(getattr(self._shown(), "page_of", 0))
        return own or (self._side.party_id if self._asked else 0)

    def selected_party(self) -> int:
        """Whom a new entry is likely to be about."""
        return self.page_of or int(self._ask("selected_party") or 0)

    def add_person(self) -> None:
        if hasattr(self._shown(), "add_person"):
            self._ask("add_person")
        else:
            self._side.add_party(Standing.PROSPECT)
            self._open_side()

    def write(self, form: EntryForm) -> None:
        """Have a form filled in beside the view, or in its place; one that cannot be saved yet stays instead."""
        if not self._form.may_change():
            form.deleteLater()
            return
        self._form.write(form)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and the book may be about to be closed."""
        self._pause.stop()
        super().hideEvent(event)

    def _shown(self) -> QWidget:
        return self._views[self.segments.choice].made()

    def _made(self, number: int) -> QWidget:
        """A view, made now if it was not before; a page beside it follows where one stands there."""
        view = VIEWS[number].make(self._place)
        wandered = getattr(view, "wandered", None)
        if wandered:
            wandered.connect(lambda _party_id: self._pause.start())
        return view

    def _look_at_the_day(self) -> None:
        """On a new day other things are late, stale and due."""
        if self.isVisible() and self._day != self._session.book.today():
            self._day = self._session.book.today()
            self._session.changed.emit(Changes(pipeline=True, parties=frozenset()))

    def _follow(self) -> None:
        """The page that stands beside a view turns to whoever is chosen there, once the keys have paused."""
        party_id = int(self._ask("selected_party") or 0)
        beside = self._side.isVisible() and self._main.isVisible() and not self._side.is_writing
        if beside and party_id not in (0, self._side.party_id):
            self._side.show_party(party_id)

    def _ask(self, name: str, *what: object) -> Any:
        """What a view need not be able to do."""
        does = getattr(self._shown(), name, None)
        return does(*what) if does else None

    def _turn(self, number: int) -> None:
        self._put_away()
        self._show(number)
        self._settings.setValue(_KEY, self.view)
        self._shown().setFocus()

    def _step(self, by: int) -> None:
        self._turn((self.segments.choice + by) % len(VIEWS))

    def _show(self, number: int) -> None:
        self.segments.choose(number)
        self._stack.setCurrentIndex(number)
        view = self._shown()
        tools = getattr(view, "tools", None)
        if isinstance(tools, QWidget):
            if self._tools.indexOf(tools) < 0:
                self._tools.addWidget(tools)
            self._tools.setCurrentWidget(tools)
        self._tools.setVisible(isinstance(tools, QWidget))
        self._arrange()

    def _open_side(self) -> None:
        self._asked = True
        self._arrange()
        self._side.setFocus()

    def _put_away(self) -> None:
        """Close the page and the form, unless something is being written there that cannot be saved yet."""
        self._asked = self._asked and self._side.is_writing
        if not self._asked:
            self._ask("leave_party")
        if self._form.form and self._form.may_change() and self._form.form:
            self._form.form.reject()
        self._arrange()

    def _close_side(self) -> None:
        self._asked = False
        self._arrange()
        if not self._back(self._side.party_id):
            self._ask("leave_party")
            self._shown().setFocus()

    def _close_form(self) -> None:
        self._arrange()
        self.setFocus()

    def _arrange(self) -> None:
        """A form stands before a page, and either of them beside the view where there is room for it."""
        wide, writing = self.width() >= _WIDE, self._form.is_writing
        beside = self._form if writing else self._side if self._asked else None
        self._side.setVisible(self._asked and not writing)
        self._form.setVisible(writing)
        self._main.setVisible(wide or beside is None)
        if wide and beside is self._side and not self._dragged:
            self._share()
        self.setFocusProxy(beside if beside and (writing or not wide) else self._views[self.segments.choice])

    def _share(self) -> None:
        """The page takes what the view leaves, as long as it is not narrower than it can be."""
        share, needed = self.width() * 3 // 5, int(getattr(self._shown(), "room", 0))
        view = min(max(share, needed), self.width() - self._side.minimumSizeHint().width())
        self._splitter.setSizes([view, self.width() - view, 0])

    def _drag(self) -> None:
        """From now on the owner's shares hold."""
        self._dragged = True

    def _lay_out(self) -> None:
        for view in self._views:
            self._stack.addWidget(view)
        top = QHBoxLayout()
        top.setContentsMargins(BETWEEN, GAP, BETWEEN, 0)
        top.setSpacing(BETWEEN)
        top.addWidget(self.segments)
        top.addWidget(self._tools, 1)
        top.addStretch()
        self._main = QWidget()
        self._column = QVBoxLayout(self._main)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(DisciplineStrip(self._session))
        self._column.addLayout(top)
        self._column.addWidget(self._stack, 1)
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.splitterMoved.connect(self._drag)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._main)
        splitter.setStretchFactor(0, 3)
        for number, (beside, share) in enumerate(((self._side, 2), (self._form, 0)), 1):
            splitter.addWidget(beside)
            splitter.setStretchFactor(number, share)
        self._form.setMinimumWidth(_FORM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self._side.setVisible(False)

    def _connect(self) -> None:
        self.segments.chosen.connect(self._turn)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            step = QShortcut(QKeySequence(keys), self, partial(self._step, by))
            step.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._form.closed.connect(self._close_form)
        self._side.closed.connect(self._close_side)
        self._side.saved.connect(self.open_party)
