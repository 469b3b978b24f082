"""An import being prepared: what the owner asks for is done one after the other, and then planned anew."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from balancer_desktop.app.importing.apply import apply
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.app.importing.run import label_of
from balancer_desktop.app.importing.workbench import Progress
from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui.importing.batch import Batch
from balancer_desktop.ui.importing.reader import Reader
from balancer_desktop.ui.worker import Worker

Change = Callable[[Batch, Progress], Batch]


class Preparation(QObject):
    """Owns the batch and its plan. A correction that comes while a plan is made stops that plan and starts another."""

    read = Signal()
    """The batch may be another."""
    planned = Signal()
    """The plan is another, or there is none."""
    refused = Signal(object)
    """A Refused: what was asked for last was not done, and everything is as it was before."""
    working = Signal(str)
    """What the worker is doing; empty when it rests."""
    written = Signal(object)
    """The ImportPlan that has come in."""

    def __init__(self, reader: Reader, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.batch = Batch()
        self.plan: ImportPlan | None = None
        self.doing = ""
        self.writing = False
        self._reader, self._worker = reader, worker
        self._asked: list[Change] = []
        self._stale = False
        self._planning = False
        self._given_up = False

    @property
    def busy(self) -> bool:
        """Something asked for is not done yet."""
        return bool(self.doing)

    def ask(self, change: Change) -> None:
        """Do a change of the batch, after those asked for before."""
        self._asked.append(change)
        self._given_up = False
        if self._planning:
            self._worker.stop()
        self._go_on()

    def write(self, plan: ImportPlan) -> None:
        """Bring the plan into the book."""
        self.writing = True
        readings = [sheet.reading for sheet in self.batch.included]
        book, label = self._reader.book, label_of(readings)
        self._show("Writing")
        self._worker.run(
            lambda tick: apply(book, plan, readings, label, tick), partial(self._written, plan), self._not_written
        )

    def stop(self) -> None:
        """Give up what is being done and what was asked for."""
        self._asked.clear()
        self._given_up = True
        self._worker.stop()

    def _go_on(self) -> None:
        if self._worker.busy:
            return
        if self._asked:
            self._change(self._asked.pop(0))
        elif self._stale and self.batch.ready and not self._given_up:
            self._make_plan()
        else:
            self._show("")

    def _show(self, doing: str) -> None:
        self.doing = doing
        self.working.emit(doing)

    def _change(self, change: Change) -> None:
        batch = self.batch
        self._show("Reading")
        self._worker.run(lambda tick: change(batch, tick), self._changed, self._not_changed)

    def _changed(self, batch: Batch) -> None:
        self.batch, self._stale = batch, True
        self._take_plan(None)
        self.read.emit()
        self._go_on()

    def _not_changed(self, why: Refused) -> None:
        self.read.emit()
        self.refused.emit(why)
        self._go_on()

    def _make_plan(self) -> None:
        batch, self._planning = self.batch, True
        self._show("Checking")
        self._worker.run(lambda tick: self._reader.plan(batch, tick), self._planned, self._not_planned)

    def _planned(self, plan: ImportPlan) -> None:
        self._planning = self._stale = False
        self._take_plan(plan)
        self._go_on()

    def _not_planned(self, why: Refused) -> None:
        self._planning = False
        if not self._asked:  # else it was stopped because another one will be made
            self._stale = False
            self.refused.emit(why)
        self._go_on()

    def _take_plan(self, plan: ImportPlan | None) -> None:
        self.plan = plan
        self.planned.emit()

    def _written(self, plan: ImportPlan, _nothing: object) -> None:
        self.writing = False
        self._show("")
        self.written.emit(plan)

    def _not_written(self, why: Refused) -> None:
        self.writing = False
        self._show("")
        self.refused.emit(why)
