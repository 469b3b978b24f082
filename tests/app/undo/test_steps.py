"""Steps within steps, how far undo reaches, and who is told."""

from datetime import date

import pytest

from balancer_desktop.app import (
    people,
    work,
)
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.history import DEPTH
from tests.app.undo.filled import ACME, NEWCOMER, TODAY, ZOE, dump


def test_a_change_within_a_change_is_one_step_and_whole_or_absent(filled: Book) -> None:
    before = dump(filled)
    with filled.change("Both"):
        people.tag(filled, [ACME], "x")
        with pytest.raises(Refused):
            people.set_standing(filled, [ZOE, NEWCOMER], Standing.EX, date(2025, 6, 1), 1)
        people.tag(filled, [ACME], "y")
    assert filled.people.get(ACME).tags == ("roof", "x", "y")
    assert filled.people.standing(NEWCOMER) is Standing.PROSPECT
    assert filled.undo() == "Both"
    assert dump(filled) == before
    assert filled.undo_label == ""


def test_a_new_step_ends_what_could_be_redone(filled: Book) -> None:
    people.tag(filled, [ACME], "x")
    filled.undo()
    people.tag(filled, [ACME], "y")
    assert filled.redo_label == ""
    assert filled.redo() == ""
    assert filled.people.get(ACME).tags == ("roof", "y")


def test_nothing_to_take_back_is_no_error(filled: Book) -> None:
    before = dump(filled)
    assert (filled.undo(), filled.redo()) == ("", "")
    assert dump(filled) == before


def test_undo_reaches_as_far_as_it_says_and_no_further(filled: Book) -> None:
    kept: list[str] = []
    for number in range(DEPTH + 3):
        if number == 3:
            kept = dump(filled)
        with filled.change(f"Step {number}"):
            filled.settings.set("number", str(number))
    undone = []
    while label := filled.undo():
        undone.append(label)
    assert undone == [f"Step {number}" for number in range(DEPTH + 2, 2, -1)]
    assert dump(filled) == kept
    while filled.redo():
        pass
    assert filled.settings.get("number") == str(DEPTH + 2)


def test_going_back_and_forth_for_long_wears_nothing_out(filled: Book) -> None:
    before = dump(filled)
    people.tag(filled, [ACME], "first")
    people.tag(filled, [ACME], "second")
    for _ in range(DEPTH + 10):
        filled.undo()
        filled.redo()
    assert (filled.undo(), filled.undo()) == ("Tag Acme “second”", "Tag Acme “first”")
    assert dump(filled) == before


def test_steps_out_of_reach_leave_no_images(filled: Book) -> None:
    for _ in range(5):
        people.tag(filled, [ACME], "x")
        filled.undo()
    filled.start_history()
    work.log(filled, Work(TODAY, 1, Side.RUN))
    for table in ("party", "party_tag"):
        assert filled.file.db.execute_sql(f"SELECT count(*) FROM temp.undo_{table}").fetchone() == (0,)


def test_nobody_is_told_of_what_failed(filled: Book) -> None:
    told: list[Changes] = []
    end = filled.subscribe(told.append)
    with pytest.raises(Refused):
        people.set_standing(filled, [ACME], Standing.EX)
    assert told == []
    people.tag(filled, [ACME], "x")
    assert told == [Changes(people=True, parties=frozenset({ACME}))]
    end()
    filled.undo()
    assert len(told) == 1
