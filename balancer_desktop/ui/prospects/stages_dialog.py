"""The stages on the way to a sale: the owner's own, in their order."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from balancer_desktop.app import conversion, stages
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.conversion import ENOUGH, Conversion
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.own_list_dialog import Line, OwnList, OwnListDialog
from balancer_desktop.ui.prospects.card_words import days
from balancer_desktop.ui.prospects.chance_words import hits
from balancer_desktop.ui.prospects.figure_fields import DaysField, PercentField
from balancer_desktop.ui.session import Session

_TOLD = (
    "What leads to a sale, from the first word to the last. The probability you reckon with weighs what is in a stage "
    f"until {ENOUGH} that were there came to an end; from then on your own history does. Stale is what nothing was "
    "logged about for so many days. Won and lost end any of them."
)
_NEW = Stage("", 30, 7)
_LONGEST = 3650
_NO_OTHER = BadInput("There is no other stage.", "Add one first.")
_NO_CHANCE = BadInput("The probability is missing.", "Give 0 to 100.")


class StagesDialog(OwnListDialog):
    def __init__(self, parent: QWidget, session: Session) -> None:
        book = session.book
        own = OwnList(
            "Stages of the pipeline",
            _TOLD,
            "Stages",
            ("Stage", "You reckon", "Weighed with", "Stale after", ""),
            frozenset((1, 3)),
            lambda: _lines(session),
            lambda page, line: StageForm(page, session, _stage(session, line)).show(),
            remove=lambda id_: stages.remove(book, id_),
            retire=self._empty_and_retire,
            restore=lambda id_: stages.restore(book, id_),
            reorder=lambda ids: stages.reorder(book, ids),
        )
        super().__init__(parent, session, own)

    def _empty_and_retire(self, stage_id: int) -> None:
        """What is in it has to go somewhere, which is asked in the same step."""
        if stages.open_in(self._session.book, stage_id):
            RetireForm(self, self._session, stage_id).show()
        else:
            stages.retire(self._session.book, stage_id)


class RetireForm(EntryForm):
    """Where what is in a stage goes when that is retired: the stage before it at first."""

    def __init__(self, parent: QWidget, session: Session, stage_id: int) -> None:
        there = session.book.stages.stages()
        stage = next(one for one in there if one.id == stage_id)
        super().__init__(parent, session, f"Retire “{stage.name}”", f"Retire {stage.name}")
        self._id, count = stage_id, len(stages.open_in(session.book, stage_id))
        self._others = [one for one in there if not one.retired and one.id != stage_id]
        self._into = QComboBox()
        self._into.addItems([one.name for one in self._others])
        before = [n for n, one in enumerate(self._others) if one.place < stage.place]
        self._into.setCurrentIndex(before[-1] if before else 0)
        self.add_row(f"Move its {'1 opportunity' if count == 1 else f'{count} opportunities'} to", self._into)
        self._into.setFocus()

    def draft(self) -> Callable[[], object]:
        if not self._others:
            raise _NO_OTHER
        book, into = self.session.book, self._others[self._into.currentIndex()].id
        return lambda: stages.retire(book, self._id, into)


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


def _lines(session: Session) -> list[Line]:
    history = conversion.by_stage(session.book, session.book.pipeline.open())
    stages_there = session.book.stages.stages()
    return [_line(stage, history.get(stage.id, Conversion()), session.formats) for stage in stages_there]


def _line(stage: Stage, history: Conversion, formats: Formats) -> Line:
    own = f"{formats.percent(float(history.chance))}, {hits(history.proportion)}" if history.chance is not None else ""
    weighed = own or f"{stage.probability} %"
    texts = (stage.name, f"{stage.probability} %", weighed, days(stage.stale_days), "Retired" if stage.retired else "")
    return Line(stage.id, texts, stage.retired)


def _stage(session: Session, line: Line | None) -> Stage | None:
    return next((stage for stage in session.book.stages.stages() if line and stage.id == line.id), None)
