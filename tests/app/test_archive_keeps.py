"""Whoever is archived keeps every line: figures, timelines, searches and exports are the same before and after."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from balancer_desktop.app import archive, archive_folders, balance, find, people, totals
from balancer_desktop.app.book import Book
from balancer_desktop.app.demo import make_demo
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.picking import suggestions
from balancer_desktop.app.timeline import ItemKind, timeline
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.verify import problems

TODAY = date(2026, 11, 20)
FIRST, LAST = Month(2023, 1), Month(2026, 11)
HAPPENED = (ItemKind.SALE, ItemKind.WORK, ItemKind.EXPENSE, ItemKind.CONTACT)


@pytest.fixture
def demo(tmp_path: Path) -> Book:
    book = make_demo(tmp_path / "demo", lambda: TODAY)
    yield book
    book.close()


def told(book: Book, folder: Path) -> dict[str, object]:
    """All that is said of the past: chart, totals, timelines and notes, what a search finds and an export holds."""
    export_csv(book, folder)
    files = ("sales", "expenses", "work", "contacts")
    names = book.people.names()
    return {
        "mix": [balance.mix(book, measure, FIRST, LAST).months for measure in Measure],
        "totals": totals.month_totals(book, FIRST, LAST),
        "timelines": {id_: [item for item in timeline(book, id_) if item.kind in HAPPENED] for id_ in names},
        "records": book.people.get_many(),
        "steps": {id_: [(step.what, step.due) for step in book.contacts.steps_of(id_)] for id_ in names},
        "found": {
            id_: sorted((hit.kind.value, hit.party_id, hit.title, hit.id) for hit in find.find(book, name, 60))
            for id_, name in names.items()
        },
        "entries": sorted((hit.kind.value, hit.id) for hit in find.find_entries(book, "ro", 500)),
        "figures": {row.id: (row.income, row.costs, row.minutes, row.last_sale) for row in people.rows(book)},
        "files": [(folder / f"{name}.csv").read_text(encoding="utf-8-sig") for name in files],
    }


def test_archiving_everybody_changes_no_past_figure(demo: Book, tmp_path: Path) -> None:
    before = told(demo, tmp_path / "before")
    here = [id_ for id_ in demo.people.names() if demo.people.standing(id_) is not Standing.EX]
    folder = archive_folders.add(demo, "Sold the business")
    archive.archive(demo, here, 1, TODAY, folder, "all of them", "ask the buyer")
    assert told(demo, tmp_path / "after") == before
    assert problems(demo.file.db) == []
    for id_ in here:
        name = demo.people.names([id_])[id_]
        assert all(one.id != id_ for one in suggestions(demo, name)), "no picker offers them"
        assert any(hit.party_id == id_ and hit.standing is Standing.EX for hit in find.find_people(demo, name, 60))
    archive.restore(demo, here)
    assert told(demo, tmp_path / "restored") == before
    assert all(not step.closed_by for id_ in here for step in demo.contacts.steps_of(id_))


@pytest.mark.parametrize("seed", range(4))
def test_leaving_and_coming_back_at_random_ends_where_it_says(demo: Book, seed: int) -> None:
    """Of every party the open steps and the standing follow from whether it left; undoing all of it leaves no trace."""
    dice, ids = Random(seed), list(demo.people.names())
    start = list(demo.file.db.connection().iterdump())
    steps = {
        id_: {step.id for step in demo.contacts.steps_of(id_) if step.done_on is None or step.closed_by} for id_ in ids
    }
    archive_folders.add(demo, "A")
    archive_folders.add(demo, "B")
    for _ in range(80):
        some = dice.sample(ids, dice.randint(1, 6))
        match dice.randrange(5):
            case 0 | 1:
                folders = [0, *(folder.id for folder in demo.folders.all())]  # undo may have taken some away
                archive.archive(demo, some, dice.randint(1, 13), TODAY, dice.choice(folders))
            case 2:
                archive.restore(demo, some)
            case 3:
                people.set_standing(demo, some, dice.choice([Standing.CURRENT, Standing.LAPSED]))
            case 4:
                demo.undo() if dice.random() < 0.6 else demo.redo()
    assert problems(demo.file.db) == []
    for id_ in ids:
        still = {step.id for step in demo.contacts.steps_of(id_) if step.done_on is None}
        assert still == (set() if demo.people.standing(id_) is Standing.EX else steps[id_])
    while demo.undo():
        pass
    assert list(demo.file.db.connection().iterdump()) == start
