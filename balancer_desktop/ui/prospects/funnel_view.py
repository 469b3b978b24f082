"""The funnel of a period: where opportunities get stuck or lost, and who and what brings them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from balancer_desktop.app.changes import Changes
from balancer_desktop.app.funnel import funnel as read_funnel
from balancer_desktop.app.winning_cost import gain_and_keep
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.period import Period, Stretch
from balancer_desktop.domain.pipeline.funnel import Funnel
from balancer_desktop.ui.balance.finding_label import Finding
from balancer_desktop.ui.balance.panel import TABLE_KEY
from balancer_desktop.ui.empty_page import EmptyPage
from balancer_desktop.ui.keys_here import has_keys
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.money.period_bar import PeriodBar, within
from balancer_desktop.ui.prospects import funnel_words
from balancer_desktop.ui.prospects.figures_table import FiguresTable
from balancer_desktop.ui.prospects.funnel_picture import FunnelPicture
from balancer_desktop.ui.prospects.funnel_shapes import height
from balancer_desktop.ui.prospects.gain_keep_words import gain_keep_words
from balancer_desktop.ui.prospects.ranking import Ranking
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP, TOUCH

_HELP = "Once opportunities move through the stages, this shows where they get stuck, and who and what brings them."


class FunnelView(QWidget):
    """Opens on the last 12 months. look: show the pipeline's table with these words in its filter."""

    def __init__(self, session: Session, look: Callable[[str], None], add: Callable[[], None]) -> None:
        super().__init__()
        self._session, self._formats, self._look = session, session.formats, look
        today = session.book.today()
        self.period_bar, self.tools = PeriodBar(session.formats, today), QWidget()
        self.period_bar.show_period(Period(Stretch.TWELVE, Month.of(today)))
        self.finding, self._figures = Finding(), words(name="Figures", muted=True)
        self.picture = FunnelPicture(session.formats)
        self._told = words(name="The stage")
        self.efforts = words(name="What a customer costs", muted=True)
        self.stages = FiguresTable(funnel_words.STAGES, funnel_words.STAGE_TIPS, "Stages")
        self.ranking = Ranking()
        self._table_button = _table_button()
        self._stack, self._page, self._empty, self._main = QStackedWidget(), QStackedWidget(), EmptyPage(), QWidget()
        self._funnel: Funnel | None = None
        self._empty.say(_HELP, "New opportunity")
        self._empty.wanted.connect(add)
        self._lay_out()
        self._connect()
        keep_fresh(self, session, _concerns, self._refresh)

    @property
    def period(self) -> Period:
        return self.period_bar.period

    def _refresh(self, changes: Changes) -> None:
        days = self.period.days
        self.period_bar.show_period(self.period, self._session.book.today())
        if _concerns_funnel(changes) or self.period.days != days:
            self._read_funnel()
        if _concerns_efforts(changes) or self.period.days != days:
            self._read_efforts()

    def _read(self) -> None:
        self._read_funnel()
        self._read_efforts()

    def _read_efforts(self) -> None:
        if self._funnel:
            told = gain_and_keep(self._session.book, self._funnel.last)
            self.efforts.setText(gain_keep_words(told, self._formats))

    def _read_funnel(self) -> None:
        book, formats = self._session.book, self._formats
        made = self._funnel = read_funnel(book, *self.period.days)
        said = funnel_words.finding(made, within(self.period, formats), formats)
        self.finding.show_text(said)
        self._figures.setText("" if made.empty else funnel_words.figures(made, formats))
        self.picture.show_stages(made.stages, said)
        self.stages.show_rows([funnel_words.stage_row(stage, formats) for stage in made.stages])
        names = book.people.names([one.party_id for one in made.referrers])
        self.ranking.show_rows(
            [funnel_words.brought_row(one.name, one.brought, formats) for one in made.sources],
            [funnel_words.brought_row(names[one.party_id], one.brought, formats) for one in made.referrers],
        )
        never = made.empty and not book.pipeline.all()
        self._page.setCurrentWidget(self._empty if never else self._main)
        self._table_button.setEnabled(not never)
        self._fit()

    def _fit(self) -> None:
        """What the picture can use; what it and the ranking leave stays empty below."""
        if self._funnel:
            self._stack.setMaximumHeight(height(max(len(self._funnel.stages), 1)))

    def _turn(self, tabular: bool) -> None:  # noqa: FBT001 - the signal of the button
        shown = self.stages if tabular else self.picture
        here = has_keys(self) and self.focusWidget() is not self._table_button
        self._stack.setCurrentWidget(shown)
        self._told.setVisible(not tabular)
        self.setFocusProxy(shown)
        if here:
            shown.setFocus()

    def _tell(self, number: int) -> None:
        stages = self._funnel.stages if self._funnel else ()
        there = 0 <= number < len(stages)
        hint = "Point at a stage, or walk with Up and Down; Enter lists what is open in it."
        self._told.setText(funnel_words.in_full(stages[number], self._formats) if there else hint)

    def _list(self, number: int) -> None:
        if self._funnel:
            self._look(self._funnel.stages[number].stage.name)

    def _open_referrer(self, row: int) -> None:
        if self._funnel:
            self._session.party_wanted.emit(self._funnel.referrers[row].party_id)

    def _connect(self) -> None:
        self.period_bar.changed.connect(lambda _period: self._read())
        self._table_button.toggled.connect(self._turn)
        self.picture.pointed.connect(self._tell)
        self.picture.wanted.connect(self._list)
        self.stages.row_wanted.connect(self._list)
        self.ranking.referrer_wanted.connect(self._open_referrer)
        for keys, run in (
            (TABLE_KEY, self._table_button.click),
            ("Alt+Left", lambda: self.period_bar.step(-1)),
            ("Alt+Right", lambda: self.period_bar.step(1)),
            ("Alt+Down", self.period_bar.open_menu),
        ):
            QShortcut(QKeySequence(keys), self, run).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._tell(-1)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.period_bar)
        row.addWidget(self._table_button)
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.stages)
        layout = QVBoxLayout(self._main)
        layout.setContentsMargins(BETWEEN, GAP, BETWEEN, GAP)
        layout.setSpacing(GAP)
        for part in (self.finding, self._figures):
            layout.addWidget(part)
        layout.addWidget(self._stack, 100)
        layout.addWidget(self._told)
        layout.addWidget(self.ranking)
        layout.addWidget(self.efforts)
        layout.addStretch(1)
        self._page.addWidget(self._main)
        self._page.addWidget(self._empty)
        for label in (self._told, self.efforts):  # at most two lines, whatever stage is told: nothing moves
            label.setFixedHeight(2 * label.fontMetrics().lineSpacing())
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._figures.setWordWrap(False)
        self._figures.setMinimumWidth(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._page)
        self.setFocusProxy(self.picture)


def _concerns(changes: Changes) -> bool:
    return _concerns_funnel(changes) or _concerns_efforts(changes)


def _concerns_funnel(changes: Changes) -> bool:
    """Names of referrers and what the won ones brought as well."""
    return changes.pipeline or changes.people or changes.money


def _concerns_efforts(changes: Changes) -> bool:
    """Hours and what one costs, money, who is a customer; with a contact the records may begin."""
    return changes.work or changes.money or changes.people or changes.contacts or changes.settings


def _table_button() -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("table"))
    button.setText("Show the numbers as a table")
    button.setToolTip(f"Show the numbers as a table ({TABLE_KEY})")
    button.setAccessibleName("Show the numbers as a table")
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setMinimumSize(TOUCH, TOUCH)
    return button
