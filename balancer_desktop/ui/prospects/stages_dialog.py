"""The stages on the way to a sale: the owner's own, in their order."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from balancer_desktop.app import stages
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.own_list_dialog import Line, OwnList, OwnListDialog
from balancer_desktop.ui.prospects.card_words import days
from balancer_desktop.ui.prospects.figure_fields import DaysField, PercentField
from balancer_desktop.ui.session import Session

_TOLD = (
    "What leads to a sale, from the first word to the last. The probability weighs what is in a stage; "
    "stale is what nothing was logged about for so many days. Won and lost end any of them."
)
_NEW = Stage("", 30, 7)
_LONGEST = 3650
_NO_CHANCE = BadInput("The probability is missing.", "Give 0 to 100.")


class StagesDialog(OwnListDialog):
    def __init__(self, parent: QWidget, session: Session) -> None:
        book = session.book
        own = OwnList(
            "Stages of the pipeline",
            _TOLD,
            "Stages",
            ("Stage", "Probability", "Stale after", ""),
            frozenset((1, 2)),
            lambda: [_line(stage) for stage in book.stages.stages()],
            lambda page, line: StageForm(page, session, _stage(session, line)).show(),
            remove=lambda id_: stages.remove(book, id_),
            retire=lambda id_: stages.retire(book, id_),
            restore=lambda id_: stages.restore(book, id_),
            reorder=lambda ids: stages.reorder(book, ids),
        )
        super().__init__(parent, session, own)


class StageForm(EntryForm):
    def __init__(self, parent: QWidget, session: Session, stage: Stage | None = None) -> None:
        title = "Edit the stage" if stage else "Add a stage"
        super().__init__(parent, session, title, "Save" if stage else "Add stage")
        self._stage = stage or _NEW
        self._name = QLineEdit(self._stage.name)
        self._chance = PercentField(self._stage.probability)
        self._stale = DaysField(self._stage.stale_days, 1, _LONGEST)
        self._chance.setToolTip("What part of what comes here is won in the end, as you reckon")
        self._stale.setToolTip("Stale after so many days without anything logged")
        self.add_row("Name", self._name)
        self.add_row("Probability", self._chance)
        self.add_row("Stale after", self._stale)
        self._name.setFocus()

    def draft(self) -> Callable[[], object]:
        book, chance = self.session.book, self._chance.value()
        if chance is None:
            self._chance.doubted.emit(str(_NO_CHANCE))
            self._chance.setFocus()
            raise _NO_CHANCE
        said = replace(self._stage, name=self._name.text(), probability=chance, stale_days=self._stale.value())
        return (lambda: stages.edit(book, said)) if said.id else (lambda: stages.add(book, said))


def _line(stage: Stage) -> Line:
    retired = "Retired" if stage.retired else ""
    return Line(stage.id, (stage.name, f"{stage.probability} %", days(stage.stale_days), retired), stage.retired)


def _stage(session: Session, line: Line | None) -> Stage | None:
    return next((stage for stage in session.book.stages.stages() if line and stage.id == line.id), None)
