"""Customers, Lapsed & ex, Prospects: a table, a line to filter it, and the page of whoever is chosen."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app import people, pipeline
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.keep_in_touch import last_done, worth_calling
from balancer_desktop.app.parties import income_of_year
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.rhythm.rhythm import Rhythm
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.approach_words import Done
from balancer_desktop.ui.people.columns import RHYTHM, Reading, first_columns
from balancer_desktop.ui.people.empty_state import EmptyState
from balancer_desktop.ui.people.list_bar import ListBar
from balancer_desktop.ui.people.people_actions import PeopleActions
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.people.people_table_model import PeopleTableModel
from balancer_desktop.ui.people.pipeline_cells import Pipelines, with_nothing
from balancer_desktop.ui.people.rhythm_cells import RhythmCells
from balancer_desktop.ui.people.scope import EVERYBODY, Scope
from balancer_desktop.ui.people.side_panel import SidePanel
from balancer_desktop.ui.people.tab_words import TabWords, words_for
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_WIDE = 1240
"""From this width on the page stands beside the table; below, it takes the table's place."""
_INTO_TABLE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PeopleTab(QWidget):
    """Everybody of some standings. Where there is room, the page follows the table's current row."""

    import_wanted = Signal()
    opening = Signal(int)
    """Somebody's page is about to open: show where they are."""
    fill_wanted = Signal()
    """The button of an empty scope was pressed."""

    def __init__(
        self,
        session: Session,
        standings: tuple[Standing, ...],
        settings: QSettings,
        back: Callable[[int], bool] = lambda _party_id: False,
    ) -> None:
        """back: where a page closes to that was opened from elsewhere; False when this one was not."""
        super().__init__()
        self._back = back
        self._session, self._standings, self._settings = session, standings, settings
        self._words = words_for(standings[0])
        self._group = f"people/{'+'.join(standings)}"
        rhythms, done = RhythmCells(self._rhythms_of), Done(lambda ids: last_done(session.book, ids))
        pipelines = Pipelines(lambda ids: with_nothing(ids, pipeline.standings(session.book, ids)))
        reading = Reading(session.formats, session.book.today(), rhythms=rhythms, done=done, pipeline=pipelines)
        reading.ask_ranks = lambda: pipeline.ranks(session.book)
        self._model = PeopleTableModel(reading)
        session.rhythms_ready.connect(self._learnt)
        self._valued = 0
        self._table = PeopleTable(self._model, settings, self._group, standings[0])
        self._bar = ListBar(self._words)
        self._scope, self._scope_words = EVERYBODY, self._words
        self._empty, self._rows = EmptyState(), QStackedWidget()
        self._side = SidePanel(session)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._pause = QTimer(self, singleShot=True, interval=30)
        self._asked = self._dismissed = False
        self._lay_out()
        self._actions = PeopleActions(self, self._table, self._model, session, self._targets, self.open_party)
        self._connect()
        keep_fresh(self, session, _concerns, self._refresh)

    @property
    def title(self) -> str:
        return self._words.title

    def focus_filter(self) -> None:
        """Ready to type what to look for."""
        if not self._is_wide:
            self._asked = False
            self._arrange()
        self._bar.filter.setFocus()
        self._bar.filter.selectAll()

    def open_party(self, party_id: int) -> None:
        """Show somebody's page, and in the table their row."""
        if not party_id:
            return
        self.opening.emit(party_id)
        if not self._table.go_to(party_id) and party_id in self._model:
            self._bar.clear()
            self._table.go_to(party_id)
        self._side.show_party(party_id)  # or what cannot be saved yet, which stays in view
        self._asked, self._dismissed = True, False
        self._arrange()
        self._side.setFocus()

    @property
    def page_of(self) -> int:
        """Whose page the owner asked for and has before them, 0 for nobody's."""
        return self._side.party_id if self._asked and self._side.isVisible() else 0

    def show_scope(self, scope: Scope, words: TabWords, columns: Standing, *, keep: bool = False) -> None:
        """Of the tab's people those within a scope, in the columns that suit a standing.

        The filter looks at all of them; it is emptied unless it is to be kept.
        """
        self._scope, self._scope_words = scope, words
        self._table.columns.use(f"{self._group}/{columns}", first_columns(columns))
        if not keep:
            self._bar.clear()
        self._filter()

    def name_folders(self, folders: Mapping[int, str]) -> None:
        self._model.name_folders(folders)

    def focus_table(self) -> None:
        self._table.setFocus()
        self._table.go_to_first()

    def selected_party(self) -> int:
        """The one party selected, 0 when it is nobody or several: whom a new entry is likely to be about."""
        ids = self._targets()
        return ids[0] if len(ids) == 1 else 0

    def sort_by_silence(self) -> None:
        """Whoever has been silent for longest, in gaps usual for them, comes first."""
        self._table.sortByColumn(RHYTHM, Qt.SortOrder.DescendingOrder)
        self._table.go_to_first_again()

    def add_person(self) -> None:
        """An empty form in place of the page."""
        self._side.add_party(self._standings[0])
        self._asked = True
        self._arrange()
        self._side.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._value()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and the book may be about to be closed."""
        self._pause.stop()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, Down and Enter go into the table, Esc clears."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _INTO_TABLE:
                self._table.setFocus()
                self._table.go_to_first()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._bar.clear()
                return True
        return super().eventFilter(watched, event)

    def _refresh(self, changes: Changes) -> None:
        """Only the rows a change names; all of them when it names none."""
        book, reading = self._session.book, self._model.reading
        same_day, reading.today = reading.today == book.today(), book.today()
        if changes.parties is None:
            self._model.set_rows(people.rows(book, self._standings), income_of_year(book))
        elif changes.parties:
            fresh = people.rows(book, ids=changes.parties)
            income = self._income(changes.parties, fresh) if same_day else income_of_year(book)
            self._model.patch(changes.parties, [row for row in fresh if row.standing in self._standings], income)
        if changes.pipeline and not changes.parties:
            self._model.pipeline_changed()
        self._value(put_off=changes.contacts)
        self._count()
        self._follow()

    def _learnt(self) -> None:
        """A tab that is hidden has time until it is shown."""
        self._model.rhythms_changed()
        if self.isVisible():
            self._value()

    def _value(self, *, put_off: bool = False) -> None:
        """What calling the lapsed may be worth, as far as that is known. put_off: some of it may have been."""
        known = self._session.rhythms
        if known and Standing.LAPSED in self._standings and (put_off or known.version() != self._valued):
            self._valued, waits = known.version(), known.waits()
            if waits:
                at_first = self._model.reading.worth_by_model is None
                self._model.value(worth_calling(self._session.book, known), by_model=waits.by_model)
                if at_first and not self._asked:
                    self._table.go_to_first_again()

    def _rhythms_of(self, ids: Collection[int]) -> dict[int, Rhythm]:
        """What is known of them; nothing before the book's rhythms were learnt, then rhythms_ready tells."""
        known = self._session.rhythms
        return known.of(ids) if known and known.fitted else {}

    def _income(self, ids: Collection[int], fresh: Sequence[PersonRow]) -> int:
        """Everybody's of 12 months: by the difference where all who changed were here and still exist, else counted."""
        before = self._model.rows_of(ids)
        if not len(before) == len(fresh) == len(ids):
            return income_of_year(self._session.book)
        return self._model.reading.income + sum(row.income for row in fresh) - sum(row.income for row in before)

    def _filter(self) -> None:
        text = self._bar.filter.text()
        self._model.set_filter(text, EVERYBODY if text.strip() else self._scope)
        self._count()

    def _count(self) -> None:
        shown, sought = self._model.rowCount(), bool(self._bar.filter.text().strip())
        self._bar.show_count(shown, self._model.total if sought else shown)
        if sought and self._model.total and not shown:
            self._empty.say(f"Nobody here fits “{self._bar.filter.text().strip()}”.", "Show everybody")
        elif not shown:
            self._empty.say(self._scope_words.empty, self._scope_words.button)
        self._rows.setCurrentWidget(self._table if shown else self._empty)

    def _fill(self) -> None:
        """The empty state's button."""
        if self._model.total and self._bar.filter.text().strip():
            self._bar.clear()
            self._bar.filter.setFocus()
        elif self._scope is not EVERYBODY:
            self.fill_wanted.emit()
        elif self._words.imports:
            self.import_wanted.emit()
        else:
            self.add_person()

    def _targets(self) -> list[int]:
        """Whom an action is about: whose page has the keyboard, else those selected in the table."""
        on_page = self._side.isAncestorOf(self.focusWidget() or self)
        if self._side.isVisible() and (on_page or not self._list.isVisible()):
            return [self._side.party_id] if self._side.party_id else []
        return self._table.selected_ids()

    def _wandered(self, _party_id: int) -> None:
        """Another row is current; the page follows when the keys pause."""
        if self._is_wide:
            self._asked = self._asked and self._side.is_writing
            self._pause.start()

    def _follow(self) -> None:
        if self._is_wide and not self._dismissed and not self._side.is_writing and not self._asked:
            self._table.go_to_first()
            if self._table.current_id() not in (0, self._side.party_id):
                self._side.show_party(self._table.current_id())
            self._pause.stop()
        self._arrange()

    def _close_side(self) -> None:
        self._asked = False
        if self._back(self._side.party_id):
            self._arrange()
            return
        self._dismissed = self._is_wide
        self._arrange()
        self._table.setFocus()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= _WIDE

    def _arrange(self) -> None:
        """The page where there is room for it: beside the table, or in its place when it was asked for."""
        followed = self._is_wide and not self._dismissed and (self._side.party_id or self._side.is_writing)
        opened = bool(self._asked or followed)
        self._list.setVisible(self._is_wide or not opened)
        self._side.setVisible(opened)
        in_side = opened and (self._side.is_writing or not self._is_wide)
        self.setFocusProxy(self._side if in_side else self._table)

    def _lay_out(self) -> None:
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(BETWEEN, GAP, BETWEEN, 0)
        column.setSpacing(GAP)
        column.addWidget(self._bar)
        column.addWidget(self._rows, 1)
        self._rows.addWidget(self._table)
        self._rows.addWidget(self._empty)
        self._splitter.addWidget(self._list)
        self._splitter.addWidget(self._side)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._table.setAccessibleName(self._words.title)
        self.setFocusProxy(self._table)
        self._side.setVisible(False)
        state = self._settings.value(f"{self._group}/splitter")
        if isinstance(state, QByteArray):
            self._splitter.restoreState(state)

    def _connect(self) -> None:
        self._bar.filtered.connect(self._filter)
        self._bar.add_wanted.connect(self.add_person)
        add = QShortcut(QKeySequence("Ctrl+Shift+A"), self, self.add_person)
        add.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._bar.filter.installEventFilter(self)
        self._bar.columns.clicked.connect(self._choose_columns)
        self._empty.pressed.connect(self._fill)
        self._table.wandered.connect(self._wandered)
        self._table.doubleClicked.connect(lambda _index: self.open_party(self._table.current_id()))
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(
            lambda at: self._actions.pop_up(self._table.viewport().mapToGlobal(at))
        )
        self._model.renamed.connect(self._rename)
        self._side.closed.connect(self._close_side)
        self._side.currentChanged.connect(lambda _place: self._arrange())
        self._side.saved.connect(self.open_party)
        self._pause.timeout.connect(self._follow)
        self._splitter.splitterMoved.connect(
            lambda *_: self._settings.setValue(f"{self._group}/splitter", self._splitter.saveState())
        )

    def _choose_columns(self) -> None:
        below = self._bar.columns.mapToGlobal(self._bar.columns.rect().bottomLeft())
        self._table.columns.menu().popup(below)

    def _rename(self, party_id: int, name: str) -> None:
        book = self._session.book
        party = book.people.get(party_id)
        if party:
            self._session.attempt(lambda: people.edit(book, replace(party, name=name)))


def _concerns(changes: Changes) -> bool:
    return changes.people or changes.work or changes.money or changes.contacts or changes.pipeline
