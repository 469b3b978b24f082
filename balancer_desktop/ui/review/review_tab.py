"""What will become the month-end sitting: for now, a month's figures, calmly."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from balancer_desktop.app.changes import Changes
from balancer_desktop.app.month_summary import month_summary
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.month_summary import MonthSummary
from balancer_desktop.ui.labels import title, words
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.review import figures
from balancer_desktop.ui.review.block import Block
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, GAP, TOUCH, UNIT

_WIDEST = 900
_BLOCKS = ("Hours", "Income", "Money", "People")


class ReviewTab(QWidget):
    """Opens on the last finished month; Alt+← and Alt+→ turn the pages."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._book, self._formats = session, session.book, session.formats
        self.month = Month.of(self._book.today()).plus(-1)
        self.title = title(name="Month")
        self.finding = words(name="What the month was")
        self.blocks = {name: Block(name) for name in _BLOCKS}
        self.blocks["People"].party_wanted.connect(session.party_wanted)
        self._before = self._arrow("chevron-left", "Earlier month", "Alt+Left", -1)
        self._after = self._arrow("chevron-right", "Later month", "Alt+Right", 1)
        self._lay_out()
        keep_fresh(self, session, lambda changes: changes.mix or changes.contacts, self._refresh)

    def step(self, by: int) -> None:
        """Show the month before (−1) or after, never one that has not begun."""
        wanted = self.month.plus(by)
        if wanted <= Month.of(self._book.today()):
            self.month = wanted
            self._show()

    def _refresh(self, _changes: Changes) -> None:
        self._show()

    def _show(self) -> None:
        self._after.setEnabled(self.month < Month.of(self._book.today()))
        self.title.setText(self._formats.month(self.month))
        summary = month_summary(self._book, self.month)
        self.finding.setText(figures.finding(summary, self._formats))
        for block in self.blocks.values():
            block.setVisible(not summary.empty)
        if not summary.empty:
            self._fill(summary)

    def _fill(self, summary: MonthSummary) -> None:
        formats = self._formats
        self.blocks["Hours"].show_rows(figures.hours(summary, formats))
        self.blocks["Income"].show_rows(figures.income(summary, formats))
        self.blocks["Money"].show_rows(figures.money(summary, formats))
        self.blocks["People"].show_rows(figures.people(summary, formats))

    def _arrow(self, picture: str, text: str, keys: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumSize(TOUCH, TOUCH)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})")
        button.clicked.connect(lambda: self.step(by))
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, lambda: self.step(by)).setContext(here)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        for part in (self._before, self.title, self._after):
            head.addWidget(part)
        head.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * EDGE)
        grid.setVerticalSpacing(EDGE)
        for number, name in enumerate(_BLOCKS):
            grid.addWidget(self.blocks[name], number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        page.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(BETWEEN)
        inside.addWidget(words(figures.PROMISE, "About this page", muted=True))
        inside.addWidget(self.finding)
        inside.addLayout(grid)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(page, 1)
        self.setFocusProxy(self._before)
