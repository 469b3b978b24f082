"""The intake verb, as a script runs it."""

import json
from pathlib import Path

import pytest

from balancer_desktop.__main__ import main
from balancer_desktop.app.book import new_book, open_book

CALLS = "Date,Time,Name,Number,What about\n2026-11-19,09:15,Jane,555-0101,Gutter\n2026-11-27,10:00,Bob,555-0102,Attic\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_book(tmp_path / "book").close()
    return tmp_path / "book"


def intake(folder: Path, *words: str) -> int:
    return main(["intake", *words, "--book", str(folder), "--today", "2026-11-20"])


def test_calls_come_in_once(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calls = tmp_path / "calls.csv"
    calls.write_text(CALLS + "never,,,1,\n", encoding="utf-8")
    assert intake(folder, str(calls), "--dry-run") == 0
    shown = capsys.readouterr()
    assert "inquiries 1 · appointments 1" in shown.out
    assert shown.out.splitlines()[0] == "kind\twhen\twho\tphone\twhat about\tremark"
    assert "calls.csv, line 4: 1: “never” is not a date" in shown.err
    assert intake(folder, str(calls), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["inquiries"], told["appointments"], told["people"], told["doubtful"], told["broken"]) == (
        1,
        1,
        1,
        1,
        0,
    )
    assert [item["kind"] for item in told["items"]] == ["inquiry", "appointment", "nothing"]
    assert intake(folder, str(calls), "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["inquiries"], again["known"]) == (0, 2)
    book = open_book(folder)
    assert (len(book.inquiries.all()), len(book.contacts.all_steps())) == (1, 1)
    book.close()


def test_what_cannot_be_read(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert intake(folder, str(tmp_path / "gone.vcf")) == 1
    assert "“gone.vcf” is not there" in capsys.readouterr().err


def test_cards_as_people_without_the_broken_one(folder: Path, tmp_path: Path) -> None:
    cards = tmp_path / "friends.vcf"
    cards.write_text("BEGIN:VCARD\nFN:Ann\nEND:VCARD\nBEGIN:VCARD\nNOTE:?\nEND:VCARD\n", encoding="utf-8")
    assert main(["import", str(cards), "--book", str(folder)]) == 1
    assert main(["import", str(cards), "--skip-wrong", "--book", str(folder)]) == 0
    book = open_book(folder)
    assert [party.name for party in book.people.get_many()] == ["Ann"]
    book.close()
