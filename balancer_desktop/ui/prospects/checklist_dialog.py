"""The steps that begin when a prospect is won: the owner's own, each due some days later."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from balancer_desktop.app import checklists
from balancer_desktop.app.book import Book
from balancer_desktop.domain.checklist import ONBOARDING, TemplateStep
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.forms.step_form import read_what
from balancer_desktop.ui.own_list_dialog import Line, OwnList, OwnListDialog
from balancer_desktop.ui.prospects.card_words import days
from balancer_desktop.ui.prospects.figure_fields import DaysField
from balancer_desktop.ui.session import Session

_TOLD = (
    "What is to be done once somebody became a customer, in how many days. Changes hold for checklists that begin "
    "from now on; the steps then wait in Today like any others."
)


class ChecklistDialog(OwnListDialog):
    """Lines are told apart by their places, 1 for the first: a template has no history."""

    def __init__(self, parent: QWidget, session: Session, checklist: str = ONBOARDING) -> None:
        book = session.book
        own = OwnList(
            f"Checklist “{checklist}”",
            _TOLD,
            "Steps",
            ("What", "After"),
            frozenset((1,)),
            lambda: [_line(n, step) for n, step in enumerate(checklists.template(book, checklist), 1)],
            lambda page, line: TemplateStepForm(page, session, checklist, line.id if line else 0).show(),
            remove=lambda place: _remove(book, checklist, place),
            reorder=lambda places: _reorder(book, checklist, places),
            concerns=lambda changes: changes.settings,
        )
        super().__init__(parent, session, own)


class TemplateStepForm(EntryForm):
    """place: which step is corrected, 0 for a new one at the end."""

    def __init__(self, parent: QWidget, session: Session, checklist: str, place: int = 0) -> None:
        super().__init__(parent, session, "Edit the step" if place else "Add a step", "Save" if place else "Add step")
        self._checklist, self._place = checklist, place
        steps = checklists.template(session.book, checklist)
        last = steps[-1].days if steps else 1
        self._what = ReadingField(read_what, str)
        self._days = DaysField(steps[place - 1].days if place else last, 0, checklists.LONGEST_DAYS)
        self._what.setText(steps[place - 1].what if place else "")
        self._what.setPlaceholderText("explain how billing works …")
        self.add_row("What", self._what)
        self.add_row("After", self._days)
        self._what.setFocus()

    def draft(self) -> Callable[[], object]:
        book, name, place = self.session.book, self._checklist, self._place
        step = TemplateStep(name, self._what.value(), self._days.value())
        steps = checklists.template(book, name)
        steps = [*steps[: place - 1], step, *steps[place:]] if place else [*steps, step]
        return lambda: checklists.set_template(book, name, steps)


def _line(place: int, step: TemplateStep) -> Line:
    return Line(place, (step.what, days(step.days)))


def _remove(book: Book, checklist: str, place: int) -> None:
    steps = checklists.template(book, checklist)
    checklists.set_template(book, checklist, [*steps[: place - 1], *steps[place:]])


def _reorder(book: Book, checklist: str, places: list[int]) -> None:
    steps = checklists.template(book, checklist)
    checklists.set_template(book, checklist, [steps[place - 1] for place in places])
