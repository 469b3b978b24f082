"""The board: what may become a sale, stage by stage, moved on by the pointer or by keys."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app import conversion, live_board
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.live_board import Board
from balancer_desktop.domain.pipeline.board import Card, Column
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.elided_label import ElidedLabel
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.own_lists import open_stages
from balancer_desktop.ui.prospects import card_words
from balancer_desktop.ui.prospects.acting import Acting
from balancer_desktop.ui.prospects.acts_bar import ActsBar
from balancer_desktop.ui.prospects.card_list import CardList
from balancer_desktop.ui.prospects.chance_words import of_stage
from balancer_desktop.ui.prospects.doing import Doing
from balancer_desktop.ui.prospects.lanes import Lanes
from balancer_desktop.ui.prospects.outcomes import Outcomes
from balancer_desktop.ui.prospects.what_next import WhatNext
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP, UNIT

_EMPTY = "What may become a sale will stand here, stage by stage, each with its next step."


class BoardView(QWidget):
    wandered = Signal(int)
    """The chosen opportunity is this party's now."""

    def __init__(self, session: Session, write: Callable[[EntryForm], None]) -> None:
        """write: have a form filled in beside the board."""
        super().__init__()
        self._session, self._formats = session, session.formats
        self.lanes, self._empty, self._bar = Lanes(session.formats, self._why), EmptyPage(), ActsBar()
        self._board, self._outcomes = QWidget(), Outcomes()
        self._stack, self.tools = QStackedWidget(), QWidget()
        self._totals = ElidedLabel("What the pipeline is worth")
        self._read: Board | None = None
        self._page_of = 0
        self._next = WhatNext(session)
        self._doing = Doing(self, session, self._next, write)
        self._acting = Acting(self, self.lanes.current, self._doing.act)
        self._lay_out()
        self._connect()
        keep_fresh(self, session, concerns, self._refresh)

    def add(self) -> None:
        """Ask for a new opportunity."""
        self._doing.add()

    def selected_party(self) -> int:
        card = self.lanes.current()
        return card.opportunity.party_id if card else 0

    @property
    def room(self) -> int:
        """The width from which no stage is scrolled out of sight."""
        return self.lanes.room + UNIT + self._outcomes.sizeHint().width() + 2 * GAP

    def go_to_party(self, party_id: int) -> None:
        """Somebody's page is opened: what can be done is about them, or about nobody."""
        self._page_of = party_id
        self.lanes.go_to_party(party_id)

    def leave_party(self) -> None:
        """The page is closed again."""
        self._page_of = 0
        self.lanes.go_to_first()

    def _refresh(self, changes: Changes) -> None:
        before = self._read
        if before and not touches(changes, (card for column in before.columns for card in column.cards)):
            return
        self._read = live_board.board(self._session.book, before, changes)
        columns, today = self._read.columns, self._read.day
        here = has_keys(self)
        some = any(column.count for column in columns)
        self.lanes.show_columns(columns, today)
        self._totals.setText(_totals(columns, self._session))
        self._stack.setCurrentWidget(self._board if some else self._empty)
        self._bar.setVisible(some)
        self._add.setVisible(some)
        if some and not self._page_of:
            self.lanes.go_to_first()
        self.setFocusProxy(self.lanes if some else self._empty)
        if here and not has_keys(self):
            self.setFocus()
        self._follow()

    def _why(self, stage: Stage) -> str:
        book = self._session.book
        history = conversion.by_stage(book, book.pipeline.open()).get(stage.id, Conversion())
        return of_stage(stage, history, self._formats)

    def _follow(self) -> None:
        """What can be done is about the chosen card."""
        self._acting.name_actions()
        self._bar.show_card(self.lanes.current())
        self.wandered.emit(self.selected_party())

    def _connect(self) -> None:
        self.lanes.list_made.connect(self._take)
        self.lanes.chosen.connect(self._follow)
        self.lanes.moved.connect(self._doing.move)
        self._outcomes.dropped.connect(self._act_on)
        self._outcomes.pressed.connect(self._acting.act)
        self.lanes.stages_wanted.connect(lambda: open_stages(self, self._session))
        self._bar.pressed.connect(self._acting.act)
        self._next.answered.connect(self.setFocus)
        self._empty.say(_EMPTY, "New opportunity")
        self._empty.wanted.connect(self.add)
        self.lanes.add_wanted.connect(self.add)
        new = QShortcut(QKeySequence("Insert"), self, self.add)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _take(self, cards: CardList) -> None:
        self._acting.give([cards])
        cards.doubleClicked.connect(lambda _index: self._acting.act("open"))

    def _act_on(self, name: str, opportunity_id: int) -> None:
        """What was dropped is what is chosen then."""
        if self.lanes.go_to(opportunity_id):
            self._acting.act(name)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self._board)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(UNIT)
        across.addWidget(self.lanes, 1)
        across.addWidget(self._outcomes)
        self._stack.addWidget(self._board)
        self._stack.addWidget(self._empty)
        self._add = add = QPushButton(icon("add"), "New opportunity")
        add.setToolTip("New opportunity (Ins)")
        add.setMinimumHeight(FIELD)
        add.clicked.connect(lambda _checked: self.add())
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._totals, 1)
        row.addWidget(add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._next)
        layout.addWidget(self._bar)
        self.setFocusProxy(self.lanes)


def concerns(changes: Changes) -> bool:
    """Any logged event may end a silence."""
    return changes.pipeline or changes.people or changes.contacts or changes.work or changes.money


def touches(changes: Changes, cards: Iterable[Card]) -> bool:
    """Whether any of these opportunities may look different: what is logged with others leaves them as they are."""
    if changes.pipeline or changes.parties is None:
        return True
    return any(card.opportunity.party_id in changes.parties for card in cards)


def _totals(columns: list[Column], session: Session) -> str:
    count = sum(column.count for column in columns)
    if not count:
        return ""
    formats = session.formats
    value, weighted = (sum(getattr(column, name) for column in columns) for name in ("value", "weighted"))
    parts = [f"{formats.number(count)} open", formats.whole_money(value), card_words.weighted(weighted, formats)]
    return " · ".join(parts)
