"""Whatever the owner does can be taken back to the byte and done again, and the book stays sound."""

import importlib
import inspect
import pkgutil

import pytest

import balancer_desktop.app
from balancer_desktop.app import (
    work,
)
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.side import Side
from balancer_desktop.storage.verify import problems
from tests.app.undo import entries_cases, leaving_cases, people_cases, prospects_cases, settings_cases
from tests.app.undo.filled import ACME, NOON, dump

CASES = people_cases.CASES | leaving_cases.CASES | entries_cases.CASES | settings_cases.CASES | prospects_cases.CASES
RUNNING = {"work.stop_timer", "work.cancel_timer"}
"""Verbs that need a timer to be running."""
NOT_THE_OWNERS = {
    "demo_filling.fill": "makes the demo book, which begins with it",
    "suggestions.apply_rules": "puts off what is taken back: see test_suggestions",
}


@pytest.mark.parametrize("verb", CASES)
def test_do_undo_redo(filled: Book, verb: str) -> None:
    if verb in RUNNING:
        work.start_timer(filled, NOON, ACME, Side.KEEP, "bolts")
        filled.start_history()
    before = dump(filled)
    told: list[Changes] = []
    filled.subscribe(told.append)
    CASES[verb](filled)
    after = dump(filled)
    label = filled.undo_label
    assert label
    assert after != before
    assert problems(filled.file.db) == []
    for _ in range(2):
        assert filled.undo() == label
        assert dump(filled) == before
        assert problems(filled.file.db) == []
        assert (filled.undo_label, filled.redo_label) == ("", label)
        assert filled.redo() == label
        assert dump(filled) == after
        assert problems(filled.file.db) == []
        assert (filled.undo_label, filled.redo_label) == (label, "")
    assert len(told) == 5
    assert len(set(told)) == 1, "undo and redo concern what doing it concerned"


def _verbs() -> list[str]:
    """Every public function of app that opens a change."""
    found = []
    for module in pkgutil.iter_modules(balancer_desktop.app.__path__):
        if not module.ispkg:
            loaded = importlib.import_module(f"balancer_desktop.app.{module.name}")
            found += [
                f"{module.name}.{name}"
                for name, function in inspect.getmembers(loaded, inspect.isfunction)
                if function.__module__ == loaded.__name__
                and not name.startswith("_")
                and ".change(" in inspect.getsource(function)
            ]
    return found


def test_every_verb_has_its_case() -> None:
    assert set(_verbs()) == CASES.keys() | NOT_THE_OWNERS.keys()
