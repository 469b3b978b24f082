"""Sales, spending and hours of a month or longer, with what the months add up to."""

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app import lines as line_lists
from balancer_desktop.app import totals
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.line import Line, LineKind, Lines
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.period import Period, Stretch
from balancer_desktop.domain.period import month as month_period
from balancer_desktop.ui import forms
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.labels import amount, words
from balancer_desktop.ui.money import money_words
from balancer_desktop.ui.money.lines_view import LinesView
from balancer_desktop.ui.money.months_view import MonthsView
from balancer_desktop.ui.money.period_bar import PeriodBar
from balancer_desktop.ui.money.segments import Segments
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, FIELD, GAP, TOUCH

_KINDS = (LineKind.SALE, LineKind.EXPENSE, LineKind.WORK)
_KEY = "money/list"
_PAGE = 100
"""Lines fetched at a time, and anew whenever something is logged: a month of most businesses has fewer."""
_WIDE = 1100
"""From this width on the months stand beside the list, below it otherwise."""
_PAUSE_MS = 80


class MoneyTab(QWidget):
    """Remembers which of the three lists was shown; opens on this month."""

    def __init__(self, session: Session, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._book, self._formats, self._settings = session, session.book, session.formats, settings
        self._limit = _PAGE
        self._found, self._text = Lines((), 0, 0), ""
        self._make_parts()
        self._connect()
        self._lay_out()
        self._restore()
        keep_fresh(self, session, lambda changes: changes.money or changes.work or changes.people, self._refresh)

    @property
    def kind(self) -> LineKind:
        return _KINDS[self.segments.choice]

    @property
    def period(self) -> Period:
        return self.period_bar.period

    def focus_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def show_line(self, kind: LineKind, when: Month, line_id: int) -> None:
        """List the month of one line and select it."""
        self.filter.clear()
        self.segments.choose(_KINDS.index(kind))
        self.period_bar.show_period(month_period(when))
        self._show_all()
        if all(line.id != line_id for line in self._found.rows):  # further down than what is fetched
            self._list(self._found.count)
        self.table.select_line(line_id)
        self.table.setFocus()

    def add(self) -> None:
        """Open the form for a new line of the list shown."""
        opens = (forms.open_sale_form, forms.open_expense_form, forms.open_work_form)[self.segments.choice]
        opens(self, self._session)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(wide=event.size().width() >= _WIDE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked up any more: the book may be closed next."""
        self._pause.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What was typed just before the page was left counts."""
        super().showEvent(event)
        if self.filter.text() != self._text:
            self._list_anew()

    def _make_parts(self) -> None:
        self.period_bar = PeriodBar(self._formats, self._book.today())
        self.headline = words(name="What the period comes to", muted=True)
        self.segments = Segments([(text, f"List {text.lower()}") for text in money_words.TITLES.values()], "List")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter by person or words")
        self.filter.setAccessibleName("Filter")
        self.filter.setToolTip("Filter by person or words (Ctrl+F)")
        self.filter.setClearButtonEnabled(True)
        self.add_button = QPushButton(icon("add"), "")
        self.table = LinesView(self._formats)
        self.empty = EmptyPage()
        self.more = QPushButton("Show more")
        self.more.setToolTip(f"List {_PAGE} more")
        self.listed, self.total = words(name="Listed", muted=True), amount(name="Total")
        self.months = MonthsView(self._formats)
        self.cash, self.owed = words(name="Cash", muted=True), words(name="Owed to you", muted=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)

    def _connect(self) -> None:
        self.period_bar.changed.connect(self._period_chosen)
        self.segments.chosen.connect(lambda _number: self._kind_chosen())
        self.filter.textChanged.connect(lambda _text: self._pause.start())
        self.filter.returnPressed.connect(self.table.setFocus)
        self._pause.timeout.connect(self._list_anew)
        self.add_button.clicked.connect(self.add)
        self.empty.wanted.connect(self._help)
        self.more.clicked.connect(lambda: self._list(self._limit + _PAGE))
        self.months.chosen.connect(lambda month: self._period_wanted(month_period(month)))
        self.table.edit_wanted.connect(self._edit)
        self.table.party_wanted.connect(self._session.party_wanted)
        self.table.remove_wanted.connect(self._remove)
        self.table.paid_wanted.connect(self._paid)
        self.table.copied.connect(self._copied)
        for keys, run in (
            ("Alt+Left", lambda: self.period_bar.step(-1)),
            ("Alt+Right", lambda: self.period_bar.step(1)),
            ("Alt+Down", self.period_bar.open_menu),
            ("Insert", self.add),
        ):
            QShortcut(QKeySequence(keys), self, run).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        top = _row(self.period_bar, None, self.add_button)
        lists = _row(self.segments, self.filter)
        lists.setStretch(1, 1)
        self._list_stack = QStackedWidget()
        self._list_stack.addWidget(self.table)
        self._list_stack.addWidget(self.empty)
        below = _row(self.listed, self.more, None, self.total)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(BETWEEN)
        self._split.addWidget(_column(self._list_stack, below))
        self._split.addWidget(self.months)
        for field in (self.filter, self.add_button, self.more):
            field.setMinimumHeight(FIELD)
        self.add_button.setMinimumHeight(TOUCH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.headline)
        layout.addLayout(lists)
        layout.addWidget(self._split, 1)
        layout.addWidget(self.owed)
        layout.addWidget(self.cash)
        self.setFocusProxy(self.table)

    def _turn(self, *, wide: bool) -> None:
        """The months beside the list where there is room, below it otherwise."""
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() != orientation or not any(self._split.sizes()):
            self._split.setOrientation(orientation)
            self._split.setStretchFactor(1, 0 if wide else 1)
            self._split.setStretchFactor(0, 1 if wide else 2)
            part = self.months.best_width()
            self._split.setSizes([self._split.width() - part, part] if wide else [2000, 1000])  # in proportion

    def _restore(self) -> None:
        stored = str(self._settings.value(_KEY, LineKind.SALE.value))
        names = [kind.value for kind in _KINDS]
        self.segments.choose(names.index(stored) if stored in names else 0)
        self._name_list()

    def _refresh(self, changes: Changes) -> None:
        if changes.money:
            cash, owed = totals.cash_and_owed(self._book)
            self.cash.setText(money_words.cash(cash, self._formats))
            self.owed.setText(money_words.owed(owed, self._formats))
            self.owed.setVisible(bool(owed))
            self.cash.setVisible(bool(cash or owed))
        self.period_bar.show_period(self.period, self._book.today())
        self._show_all()

    def _show_all(self) -> None:
        self._show_months()
        self._name_list()
        self._list(self._limit)

    def _show_months(self) -> None:
        months = totals.months_beside(self._book, self.period)
        single = self.period.stretch is Stretch.MONTH
        inside = [m for m in months if self.period.first <= m.month <= self.period.last]
        self.headline.setText(money_words.headline(inside, self._formats))
        self.months.show_months(months, self.period.end if single else None)
        self.months.setVisible(totals.span(self._book) is not None)

    def _list(self, limit: int) -> None:
        self._limit = limit
        self._text = text = self.filter.text()
        self._found = line_lists.lines(self._book, self.kind, self.period, text, limit)
        self.table.show_lines(self.kind, self._found.rows)
        self.listed.setText(money_words.fetched(self._found, self._formats))
        self.more.setVisible(bool(self.listed.text()))
        self.total.setText(money_words.total(self._found, self.kind, self._formats) if self._found.count else "")
        self._list_stack.setCurrentWidget(self.table if self._found.count else self.empty)
        if not self._found.count:
            nothing = money_words.nothing(self.kind, self.period, text, self._formats, never=self._never())
            self.empty.say(nothing.sentence, nothing.verb)

    def _list_anew(self) -> None:
        self._pause.stop()
        self._list(_PAGE)

    def _never(self) -> bool:
        """Whether the book has no line of this kind at all."""
        ever = Period(Stretch.ALL, self.period.end)
        return not line_lists.lines(self._book, self.kind, ever, limit=1).count

    def _period_chosen(self, _period: Period) -> None:
        self._limit = _PAGE
        self._show_all()

    def _period_wanted(self, period: Period) -> None:
        self.period_bar.show_period(period)
        self._period_chosen(period)

    def _kind_chosen(self) -> None:
        self._settings.setValue(_KEY, self.kind.value)
        self._name_list()
        self._list_anew()

    def _name_list(self) -> None:
        self.add_button.setText(money_words.ADD[self.kind])
        self.add_button.setToolTip(f"{money_words.ADD[self.kind]} (Ins)")
        self.table.setAccessibleName(money_words.TITLES[self.kind])

    def _help(self) -> None:
        if self.filter.text().strip():
            self.filter.clear()
            self._list_anew()
            self.filter.setFocus()
        else:
            self.add()

    def _edit(self, line: Line) -> None:
        book, session = self._book, self._session
        if line.kind is LineKind.SALE:
            forms.open_sale_form(self, session, sale=book.ledger.sale(line.id))
        elif line.kind is LineKind.EXPENSE:
            forms.open_expense_form(self, session, expense=book.ledger.expense(line.id))
        else:
            forms.open_work_form(self, session, work=book.work.get(line.id))

    def _remove(self, chosen: Sequence[Line]) -> None:
        self._session.attempt(lambda: line_lists.remove(self._book, chosen))
        what = money_words.counted(len(chosen), chosen[0].kind, self._formats)
        self._session.said.emit(f"Removed {what}. Ctrl+Z brings {'it' if len(chosen) == 1 else 'them'} back.")

    def _paid(self, sale_ids: Sequence[int]) -> None:
        self._session.attempt(lambda: line_lists.mark_paid(self._book, sale_ids))

    def _copied(self, count: int) -> None:
        self._session.said.emit(f"Copied {money_words.counted(count, self.kind, self._formats)}.")


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Parts side by side; None is where the room goes."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for part in parts:
        row.addWidget(part) if part else row.addStretch(1)
    return row


def _column(top: QWidget, below: QHBoxLayout) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP)
    layout.addWidget(top, 1)
    layout.addLayout(below)
    return made
