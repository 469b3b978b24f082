"""What is dropped into the Inbox waits to be looked at, is moved when it has been, and is never overwritten or lost."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from balancer_desktop.app.book import Book
from balancer_desktop.app.intake import inbox
from balancer_desktop.app.intake.bring_in import bring_in
from balancer_desktop.app.intake.inbox import Waiting
from balancer_desktop.app.intake.preview import preview, read_files, stamp_of

CALLS = "Date,Time,Name,Number\n2026-11-20,09:15,Jane,555-0101\n2026-11-20,09:20,Bob,555-0102\n"


def drop(book: Book, name: str = "calls.csv", text: str = CALLS) -> Path:
    path = inbox.folder(book) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def waiting(book: Book) -> Waiting:
    paths = [path for path, _ in inbox.seen(book)]
    return inbox.waiting(book, read_files(paths, book.now()))


@pytest.fixture(autouse=True)
def clock(book: Book) -> None:
    book.clock = lambda: datetime.combine(book.today(), datetime.min.time()).replace(hour=12).astimezone()


def test_what_is_seen(book: Book) -> None:
    assert inbox.seen(book) == ()
    path = drop(book)
    for passed_over in (".hidden.csv", "calls.csv.part", "~lock.csv", "calls.crdownload"):
        drop(book, passed_over)
    drop(book, "empty.csv", "")
    (inbox.folder(book) / "Done").mkdir()
    assert [path for path, _ in inbox.seen(book)] == [path]
    inbox.folder(book).rename(book.folder / "gone")
    assert inbox.seen(book) == ()


def test_a_file_that_is_still_written_is_not_settled(book: Book) -> None:
    path = drop(book)
    first = inbox.seen(book)
    with path.open("a", encoding="utf-8") as file:
        file.write("2026-11-20,09:30,Cy,555-0103\n")
    second = inbox.seen(book)
    assert inbox.settled(first, second) == []
    assert inbox.settled(second, inbox.seen(book)) == [path]
    assert inbox.settled((), second) == []


def test_what_waits(book: Book) -> None:
    assert waiting(book).sentence == ""
    drop(book)
    assert waiting(book).sentence == "2 calls from calls.csv wait to be looked at"
    drop(book, "later.csv", "Date,Name\n2026-12-24,Eve\n")
    assert waiting(book).sentence == "3 items from 2 files wait to be looked at"


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (Waiting((Path("a.vcf"),), 1), "1 call from a.vcf waits to be looked at"),
        (Waiting((Path("a.vcf"),), 0, 1), "1 item from a.vcf waits to be looked at"),
        (Waiting((Path("a.vcf"),)), "a.vcf in the Inbox cannot be read"),
    ],
)
def test_sentences(held: Waiting, sentence: str) -> None:
    assert held.sentence == sentence


def test_what_was_brought_in_moves_away(book: Book) -> None:
    path = drop(book)
    plan = preview(book, [path])
    bring_in(book, plan)
    (moved,) = inbox.put_away(book, plan.paths, plan.stamps)
    assert moved == inbox.folder(book) / "Done" / "calls.csv"
    assert moved.read_text(encoding="utf-8") == CALLS
    assert inbox.seen(book) == ()
    book.undo()  # leaves the file where it is: it is the owner's, and can be dropped again
    assert preview(book, [moved]).new == 2


def test_nothing_is_overwritten(book: Book) -> None:
    for text in ("one", "two", "three"):
        path = drop(book, text=text)
        inbox.put_away(book, [path], {path: stamp_of(path)})
    done = inbox.folder(book) / "Done"
    assert {path.name: path.read_text(encoding="utf-8") for path in done.iterdir()} == {
        "calls.csv": "one",
        "calls (2).csv": "two",
        "calls (3).csv": "three",
    }


def test_a_crash_between_commit_and_move_brings_nothing_twice(book: Book) -> None:
    path = drop(book)
    bring_in(book, preview(book, [path]))
    assert waiting(book) == Waiting()
    assert not path.exists()
    assert (path.parent / "Done" / path.name).exists()
    assert len(book.inquiries.all()) == 2


def test_what_was_added_after_the_look_is_not_put_away(book: Book) -> None:
    path = drop(book)
    plan = preview(book, [path])
    with path.open("a", encoding="utf-8") as file:
        file.write("2026-11-20,09:30,Cy,555-0103\n")
    bring_in(book, plan)
    assert inbox.put_away(book, plan.paths, plan.stamps) == []
    assert waiting(book).sentence == "1 call from calls.csv waits to be looked at"


def test_a_file_that_cannot_be_read_stays(book: Book) -> None:
    path = drop(book, "odd.csv", "a,b\n1,2\n")
    assert waiting(book).sentence == "odd.csv in the Inbox cannot be read"
    assert path.exists()


def test_only_what_lies_in_the_inbox_is_moved(book: Book, tmp_path: Path) -> None:
    elsewhere = tmp_path / "calls.csv"
    elsewhere.write_text(CALLS, encoding="utf-8")
    gone = inbox.folder(book) / "gone.csv"
    assert inbox.put_away(book, [elsewhere, gone], {path: stamp_of(path) for path in (elsewhere, gone)}) == []
    assert elsewhere.exists()


def test_a_disk_that_refuses_leaves_the_file(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drop(book)

    def refuse(*_names: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    assert inbox.put_away(book, [path], {path: stamp_of(path)}) == []
    assert path.read_text(encoding="utf-8") == CALLS
