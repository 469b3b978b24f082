"""The pipeline as a table: sorted and filtered as one likes, the closed ones too, with what each stage adds up to."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app import conversion, live_table
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.live_table import Table
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.money.segments import Segments
from balancer_desktop.ui.prospects import table_words
from balancer_desktop.ui.prospects.acting import Acting
from balancer_desktop.ui.prospects.acts_bar import ActsBar
from balancer_desktop.ui.prospects.board_view import concerns, touches
from balancer_desktop.ui.prospects.doing import Doing
from balancer_desktop.ui.prospects.pipeline_columns import Reading
from balancer_desktop.ui.prospects.pipeline_table import PipelineTable
from balancer_desktop.ui.prospects.pipeline_table_model import Kept, PipelineTableModel
from balancer_desktop.ui.prospects.what_next import WhatNext
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP

_KINDS = (Kept.OPEN, Kept.WON, Kept.LOST)
_FILTER = (160, 320)


class TableView(QWidget):
    wandered = Signal(int)
    """The chosen opportunity is this party's now."""

    def __init__(self, session: Session, settings: QSettings, write: Callable[[EntryForm], None]) -> None:
        """write: have a form filled in beside the table."""
        super().__init__()
        self._session = session
        self._model = PipelineTableModel(Reading(session.formats, self._history), self.font())
        self._read: Table | None = None
        self.table = PipelineTable(self._model, settings)
        self.segments = Segments([(kind.value.capitalize(), tip) for kind, tip in table_words.KINDS.items()], "Listed")
        self.filter, self.tools = QLineEdit(), QWidget()
        self._count, self._totals = words(name="How many", muted=True), words(name="What the stages add up to")
        self._empty, self._bar, self._next = EmptyPage(), ActsBar(), WhatNext(session)
        self._stack = QStackedWidget()
        self._doing = Doing(self, session, self._next, write)
        self._acting = Acting(self, self.table.current, self._doing.act)
        self._lay_out()
        self._connect()
        keep_fresh(self, session, concerns, self._refresh)

    @property
    def kind(self) -> Kept:
        return _KINDS[self.segments.choice]

    def add(self) -> None:
        """Ask for a new opportunity."""
        self._doing.add()

    def selected_party(self) -> int:
        card = self.table.current()
        return card.opportunity.party_id if card else 0

    def go_to_party(self, party_id: int) -> None:
        """Somebody's page is opened: what can be done is about them, or about nobody."""
        card = self.table.current()
        if card and card.opportunity.party_id == party_id:
            return
        rows = (row for row, it in enumerate(self._model.shown) if it.opportunity.party_id == party_id)
        self.table.go_to(next(rows, -1))

    def focus_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def look_for(self, text: str) -> None:
        """List what is open and has these words in it."""
        self.segments.choose(0)
        self.filter.setText(text)
        self._list()

    def _refresh(self, changes: Changes) -> None:
        before, reading = self._read, self._model.reading
        if before and not touches(changes, before.cards):
            return
        self._read = live_table.table(self._session.book, before, changes)
        reading.today = self._read.day
        reading.stages = {stage.id: stage for stage in self._read.stages}
        self._model.show_cards(self._read.cards)
        self._say()

    def _history(self, stage_id: int) -> Conversion:
        """Reckoned when somebody wonders."""
        book = self._session.book
        return conversion.by_stage(book, book.pipeline.open()).get(stage_id, Conversion())

    def _list(self) -> None:
        self._model.set_filter(self.filter.text(), self.kind)
        self._say()

    def _say(self) -> None:
        cards, formats = self._model.shown, self._session.formats
        here = has_keys(self._stack)
        self._count.setText(table_words.counted(len(cards), self._model.of_kind(), self.kind, formats))
        self._totals.setText(table_words.totals(cards, self._model.reading, self.kind))
        self._totals.setVisible(bool(self._totals.text()))
        sought = bool(self.filter.text().strip()) and self._model.of_kind() > 0
        sentence, verb = table_words.nothing(self.kind, self.filter.text().strip() if sought else "")
        self._empty.say(sentence, verb)
        shown = self.table if cards else self._empty
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self._bar.setVisible(bool(cards))
        if here and not has_keys(shown):
            shown.setFocus()
        self._follow()

    def _follow(self) -> None:
        self._acting.name_actions()
        self._bar.show_card(self.table.current())
        self.wandered.emit(self.selected_party())

    def _help(self) -> None:
        """The button where nothing is listed."""
        if self._model.of_kind() and self.filter.text().strip():
            self.filter.clear()
            self.filter.setFocus()
        elif self.kind is Kept.OPEN:
            self.add()
        else:
            self.segments.choose(0)
            self._list()

    def _connect(self) -> None:
        self._acting.give([self.table])
        self.table.chosen.connect(self._follow)
        self.table.copied.connect(lambda count: self._session.said.emit(table_words.copied(count)))
        self.table.doubleClicked.connect(lambda _index: self._acting.act("open"))
        self.filter.textChanged.connect(lambda _text: self._list())
        self.filter.returnPressed.connect(self.table.setFocus)
        self.segments.chosen.connect(lambda _number: self._list())
        self._empty.wanted.connect(self._help)
        self._bar.pressed.connect(self._acting.act)
        self._next.answered.connect(self.setFocus)
        for keys, widget, run in (
            ("Insert", self, self.add),
            ("Down", self.filter, self.table.setFocus),
            ("Esc", self.filter, self.filter.clear),
        ):
            shortcut = QShortcut(QKeySequence(keys), widget, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.table.setAccessibleName("Pipeline")
        self.filter.setPlaceholderText("Filter by person, words, stage …")
        self.filter.setAccessibleName("Filter the pipeline")
        self.filter.setToolTip("Every word must occur (Ctrl+F); Esc clears")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(_FILTER[0])
        self.filter.setMaximumWidth(_FILTER[1])
        self._count.setWordWrap(False)
        self._lay_out_tools()
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.segments)
        bar.addWidget(self._count)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, GAP, BETWEEN, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        for part in (self._totals, self._next, self._bar):
            layout.addWidget(part)

    def _lay_out_tools(self) -> None:
        columns, add = QPushButton(icon("columns"), "Columns"), QPushButton(icon("add"), "New opportunity")
        columns.setToolTip("Choose the columns of the table")
        add.setToolTip("New opportunity (Ins)")
        add.clicked.connect(lambda _checked: self.add())
        columns.clicked.connect(
            lambda _checked: self.table.columns_menu().popup(columns.mapToGlobal(columns.rect().bottomLeft()))
        )
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        for field in (self.filter, columns, add):
            field.setMinimumHeight(FIELD)
        row.addWidget(columns)
        row.addWidget(add)
