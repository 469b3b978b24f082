"""The income mix of an imported business equals a separate count straight from its two CSV files, to the cent."""

import csv
import json
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from balancer_desktop.__main__ import main

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples" / "chinook"
FIRST, LAST = "2021-01", "2025-12"
Months = dict[str, dict[str, int]]


def counted_separately(invoices: Path) -> Months:
    """Month → side → cents, by the definition in words: every sale is judged on its own from all sale dates."""
    sales: dict[str, list[tuple[date, int]]] = defaultdict(list)
    with invoices.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            cents = round(float(row["Total"]) * 100)
            sales[row["CustomerId"]].append((date.fromisoformat(row["InvoiceDate"][:10]), cents))
    months: dict[str, dict[str, int]] = defaultdict(lambda: {"keep": 0, "gain": 0, "win_back": 0})
    for bought in sales.values():
        days = sorted({on for on, _ in bought})
        for on, cents in bought:
            months[f"{on:%Y-%m}"][side_of(on, days)] += cents
    return months


def side_of(on: date, days: list[date]) -> str:
    """days: all sale days of the party."""
    if on - days[0] < timedelta(days=90):
        return "gain"
    openers = [day for previous, day in pairwise(days) if (day - previous).days > 365 and (day - days[0]).days >= 90]
    return "win_back" if any(timedelta() <= on - opener < timedelta(days=90) for opener in openers) else "keep"


def write_business(folder: Path, seed: int = 11) -> tuple[Path, Path]:
    """A customers file and an invoices file joined by a number: split names, accents, time-stamped dates, gaps."""
    dice = Random(seed)
    people, invoices = folder / "customers.csv", folder / "invoices.csv"
    with people.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["CustomerId", "FirstName", "LastName", "Company", "Email"])
        for number in range(1, 41):
            writer.writerow([number, "Zoë", f"Müller-{number}", "", f"z{number}@example.org"])
    with invoices.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["InvoiceId", "CustomerId", "InvoiceDate", "Total"])
        for number in range(1, 301):
            on = date(2021, 1, 1) + timedelta(days=dice.randrange(5 * 365))
            writer.writerow(
                [number, dice.randrange(1, 41), f"{on} 00:00:00", f"{dice.randrange(100, 99999) / 100:.2f}"]
            )
    return people, invoices


def imported_mix(
    book: Path, people: Path, invoices: Path, capsys: pytest.CaptureFixture[str]
) -> dict[str, dict[str, int]]:
    assert main(["--book", str(book), "new", "--currency", "USD"]) == 0
    assert main(["import", str(people), str(invoices), "--book", str(book)]) == 0
    capsys.readouterr()
    arguments = ["mix", "--measure", "income", "--from", FIRST, "--to", LAST, "--json", "--book", str(book)]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["measure"] == "income"
    assert told["currency"] == "USD"
    return {month.pop("month"): month for month in told["months"]}


def assert_equal_by_month(ours: Months, theirs: Months) -> None:
    assert len(ours) == 60
    for month, sides in ours.items():
        expected = theirs.get(month, {"keep": 0, "gain": 0, "win_back": 0})
        assert {side: sides[side] for side in expected} == expected, month
        whole = sum(expected.values())
        share = None if not whole else (expected["gain"] + expected["win_back"]) / whole
        assert sides["share"] == (pytest.approx(share) if share is not None else None)


def test_a_made_up_business_adds_up_month_by_month(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people, invoices = write_business(tmp_path)
    theirs = counted_separately(invoices)
    assert all(any(month[side] for month in theirs.values()) for side in ("keep", "gain", "win_back"))
    assert_equal_by_month(imported_mix(tmp_path / "book", people, invoices, capsys), theirs)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside this project")
def test_the_chinook_business_adds_up_month_by_month(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people, invoices = SAMPLES / "customers.csv", SAMPLES / "invoices.csv"
    ours = imported_mix(tmp_path / "book", people, invoices, capsys)
    assert_equal_by_month(ours, counted_separately(invoices))
    assert sum(sides["keep"] + sides["gain"] + sides["win_back"] for sides in ours.values()) == 232860
    assert main(["people", "--standing", "current", "--json", "--book", str(tmp_path / "book")]) == 0
    assert len(json.loads(capsys.readouterr().out)["people"]) == 59
