"""Checklists: their templates, and beginning one with a party. Its steps wait in Today like any others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from balancer_desktop.app.book import Book
from balancer_desktop.app.standings import past_day
from balancer_desktop.app.wording import name_of
from balancer_desktop.domain.checklist import ONBOARDING, TemplateStep
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.text import storable

LONGEST_DAYS = 3650
LONGEST = 500


def template(book: Book, name: str = ONBOARDING) -> list[TemplateStep]:
    """The steps a checklist begins with, in their order."""
    return book.stages.template(name)


def set_template(book: Book, name: str, steps: Sequence[TemplateStep]) -> None:
    """Have a checklist begin with these steps from now on; no steps take it away. BadInput for one without words."""
    name = _name(name)
    wanted = [_checked(replace(step, checklist=name)) for step in steps]
    before = [(step.what, step.days) for step in template(book, name)]
    if before != [(step.what, step.days) for step in wanted]:
        with book.change(f"Change the checklist “{name}”"):
            book.stages.replace_template(name, wanted)


def start(book: Book, party_id: int, name: str = ONBOARDING, on: date | None = None) -> list[int]:
    """Plan the steps of a checklist with a party, each due so many days after the day (today); their ids.

    BadInput for a checklist without steps, one that runs with the party, or a day to come.
    """
    name, day, who = _name(name), past_day(book, on), name_of(book, party_id)
    steps = template(book, name)
    if not steps:
        raise BadInput(f"There is no checklist “{name}”.", "Write its steps first.")
    if running(book, party_id, name):
        raise BadInput(f"The checklist “{name}” runs with {who} already.", "Finish its steps first.")
    with book.change(f"Begin the checklist “{name}” · {who}"):
        return [
            book.contacts.add_step(NextStep(day + timedelta(days=step.days), party_id, step.what, checklist=name))
            for step in steps
        ]


def running(book: Book, party_id: int, name: str = ONBOARDING) -> bool:
    """Whether steps of the checklist are open with the party."""
    return any(step.checklist == name and step.done_on is None for step in book.contacts.steps_of(party_id))


@dataclass(frozen=True, slots=True)
class Begun:
    """A checklist as it stands with a party: its steps in the order of the days they are due."""

    name: str
    steps: tuple[NextStep, ...]

    @property
    def done(self) -> int:
        return sum(step.done_on is not None for step in self.steps)

    @property
    def is_finished(self) -> bool:
        return self.done == len(self.steps)


def begun(book: Book, party_id: int) -> list[Begun]:
    """The checklists that were begun with a party, those with something left to do first."""
    steps: dict[str, list[NextStep]] = {}
    for step in book.contacts.steps_of(party_id):
        if step.checklist:
            steps.setdefault(step.checklist, []).append(step)
    lists = [Begun(name, tuple(its)) for name, its in steps.items()]
    return sorted(lists, key=lambda one: (one.is_finished, one.steps[0].due, one.name))


def _name(name: str) -> str:
    name = storable(" ".join(name.split()))
    if not 0 < len(name) <= LONGEST:
        raise BadInput("The checklist needs a name.", "Write a word or two, such as “Onboarding”.")
    return name


def _checked(step: TemplateStep) -> TemplateStep:
    what = storable(" ".join(step.what.split()))
    if not 0 < len(what) <= LONGEST:
        raise BadInput("What to do is missing.", "Write a word or two, such as “call”.")
    if not 0 <= step.days <= LONGEST_DAYS:
        raise BadInput(f"{step.days} days is no time for “{what}”.", f"Give 0 to {LONGEST_DAYS} days.")
    return replace(step, what=what)
