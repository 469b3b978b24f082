"""The demo book shows, on any day, what an owner would find in a real one: and no more than fits a page."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from balancer_desktop.app.archive import restore
from balancer_desktop.app.book import Book
from balancer_desktop.app.demo import make_demo
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.today import agenda
from balancer_desktop.app.touch import touch
from balancer_desktop.domain.agenda import Waiting
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.standing import Standing


@pytest.fixture(params=[date(2026, 11, 24), date(2026, 1, 1), date(2025, 8, 12)], ids=str)
def demo(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """The book as it is on three days, one of them within the days off."""
    book = make_demo(tmp_path / "book", lambda: request.param)
    yield book
    book.close()


def test_a_day_of_work(demo: Book) -> None:
    """Of every kind something, and together a page of it."""
    known = KnownRhythms(demo)
    known.read_all()
    items = agenda(demo, touch(demo, known))
    kinds = Counter(item.kind for item in items)
    expected = set(Waiting) - {Waiting.TIMER, Waiting.OWES}
    assert set(kinds) == expected
    assert 12 <= len(items) <= 19
    assert 2 <= kinds[Waiting.GONE] <= 3
    assert kinds[Waiting.HOOK] == kinds[Waiting.RETURN] == 1


def test_people_are_filed(demo: Book) -> None:
    """The folders hold those who left, the inner one too."""
    folders = demo.folders.all()
    people = demo.folders.people_in()
    paths = {"/".join(path_of(folders, folder.id)): people.get(folder.id, 0) for folder in folders}
    assert paths.keys() == {"Moved away", "Moved away/Coast", "Retired", "Closed", "Finished"}
    assert all(count >= 1 for count in paths.values())
    assert sum(people.get(folder.id, 0) for folder in folders) < demo.people.standings()[Standing.EX]


def test_leaving_closed_what_was_open(demo: Book) -> None:
    """The steps of those who left are done with, and open again when one is restored."""
    ex = [id_ for id_ in demo.people.names() if demo.people.standing(id_) is Standing.EX]
    closed = [step for id_ in ex for step in demo.contacts.steps_of(id_) if step.closed_by]
    assert len(closed) == 2
    assert all(step.done_on and "left" in step.outcome for step in closed)
    assert not any(step.done_on is None for id_ in ex for step in demo.contacts.steps_of(id_))
    restore(demo, [closed[0].party_id])
    assert any(step.done_on is None for step in demo.contacts.steps_of(closed[0].party_id))
