"""The list for whoever answers the phone comes back as it was filled in."""

import csv
from datetime import date, datetime, time
from pathlib import Path

import pytest

from balancer_desktop.app.book import Book
from balancer_desktop.app.intake.preview import preview
from balancer_desktop.app.intake.template import write_template
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.intake.item import ItemKind


def filled(path: Path, *rows: tuple[str, ...], delimiter: str = ",") -> Path:
    with path.open(encoding="utf-8-sig", newline="") as file:
        (headings,) = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([headings, *rows])
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_filled_in(book: Book, tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "calls.csv"
    write_template(path)
    call = ("2026-11-19", "14:30", "Jane Roe", "555-0101", "Gutter, leaks", "Acme", "call back", "2026-11-21", "")
    visit = ("2026-11-27", "9:00", "Bob", "", "Attic", "", "", "", "appointment")
    plan = preview(book, [filled(path, call, visit, delimiter=delimiter)])
    first, second = (planned.item for planned in plan.items)
    assert (plan.faults, first.kind, second.kind) == ((), ItemKind.INQUIRY, ItemKind.APPOINTMENT)
    assert first.at is not None
    assert first.at.replace(tzinfo=None) == datetime.combine(date(2026, 11, 19), time(14, 30))
    assert (first.name, first.phone, first.about, first.referred_by) == (
        "Jane Roe",
        "555-0101",
        "Gutter, leaks",
        "Acme",
    )
    assert (first.promised, first.deadline) == ("call back", date(2026, 11, 21))


def test_an_empty_list_brings_nothing(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    write_template(path)
    plan = preview(book, [path])
    assert (plan.items, "no rows below" in plan.faults[0].what) == ((), True)
    with pytest.raises(BadInput):
        write_template(tmp_path / "nowhere" / "calls.csv")
