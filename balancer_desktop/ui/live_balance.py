"""Keeps the Balance panel in step with the book: it asks, this answers."""

from PySide6.QtCore import QObject, QSettings

from balancer_desktop.app.balance import entries_behind, mix
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.mix_finding import is_empty
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.panel import BalancePanel
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session

_MEASURE = "balance/measure"


class LiveBalance(QObject):
    """Feeds one panel; remembers the measure the owner chose last.

    Until one is chosen, it shows hours, or the first measure that has anything: a book that began with an import of
    sales opens on its income.
    """

    def __init__(self, panel: BalancePanel, session: Session, settings: QSettings) -> None:
        super().__init__(panel)
        self._panel, self._session, self._settings = panel, session, settings
        chosen = str(settings.value(_MEASURE, ""))
        self._chosen = Measure(chosen) if chosen in {m.value for m in Measure} else None
        self.measure = self._chosen or Measure.HOURS
        panel.measure_changed.connect(self._choose)
        panel.drill.connect(self._list)
        keep_fresh(panel, session, lambda changes: changes.mix, self._refresh)

    def _choose(self, measure: Measure) -> None:
        self._chosen = self.measure = measure
        self._settings.setValue(_MEASURE, measure.value)
        self._panel.close_entries()
        self._refresh()

    def _refresh(self, _changes: Changes | None = None) -> None:
        mixes = (mix(self._session.book, measure) for measure in ([self._chosen] if self._chosen else Measure))
        first = next(mixes)
        shown = first if self._chosen or not is_empty(first) else next((m for m in mixes if not is_empty(m)), first)
        self.measure = shown.measure
        self._panel.set_mix(shown)
        if self._panel.listed:
            self._list(*self._panel.listed)

    def _list(self, month: Month, side: Side, _measure: Measure | None = None) -> None:
        from balancer_desktop.ui.balance.entries_list import EntryRow  # with the first bar that is opened

        lines = entries_behind(self._session.book, self.measure, month, side)
        rows = [EntryRow(line.on, line.who, line.what, line.amount, line.party_id) for line in lines]
        self._panel.show_entries(month, side, rows)
