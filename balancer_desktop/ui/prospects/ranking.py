"""Where opportunities come from and who sends them, by what they brought: side by side, or one of the two at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from balancer_desktop.ui.money.segments import Segments
from balancer_desktop.ui.prospects import funnel_words
from balancer_desktop.ui.prospects.figures_table import FiguresTable
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_WIDE = 1000
"""From this width on both have room for their names."""
_WIDEST = 640
_MOST, _MOST_ALONE = 8, 4
"""Rows in view, side by side and one at a time; more of them are scrolled to."""
_CHOICES = (("Sources", "Where they came from"), ("Referrers", "Who sent them"))


class Ranking(QWidget):
    referrer_wanted = Signal(int)
    """The number of a row of the referrers."""

    def __init__(self) -> None:
        super().__init__()
        self.sources = FiguresTable(funnel_words.SOURCES, funnel_words.SOURCE_TIPS, "Sources")
        self.referrers = FiguresTable(funnel_words.REFERRERS, funnel_words.REFERRER_TIPS, "Referrers")
        self.segments = Segments(_CHOICES, "Ranked")
        tables = QHBoxLayout()
        tables.setSpacing(BETWEEN)
        for table in (self.sources, self.referrers):
            table.setMaximumWidth(_WIDEST)
            tables.addWidget(table, 100, Qt.AlignmentFlag.AlignTop)
        tables.addStretch(1)
        choice = QHBoxLayout()
        choice.addWidget(self.segments)
        choice.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(choice)
        layout.addLayout(tables)
        self.segments.chosen.connect(lambda _number: self._arrange())
        self.referrers.row_wanted.connect(self.referrer_wanted)

    def show_rows(self, sources: Sequence[Sequence[str]], referrers: Sequence[Sequence[str]]) -> None:
        self.sources.show_rows(sources)
        self.referrers.show_rows(referrers)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= _WIDE

    def _arrange(self) -> None:
        tables = (self.sources, self.referrers)
        full = [table for table in tables if table.figures.rows]
        self.segments.setVisible(len(full) > 1 and not self._is_wide)
        chosen = tables[self.segments.choice]
        shown = full if self._is_wide or len(full) < 2 else [chosen]
        for table in tables:
            table.setVisible(table in shown)
            table.set_most(_MOST if self._is_wide else _MOST_ALONE)
