"""The books opened lately come back in order, and nothing that is wrong with the list stops the program."""

import stat
from pathlib import Path

import pytest

from balancer_desktop.app.recent_books import MOST, RecentBooks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "recent.json"


def make(folder: Path) -> Path:
    """A folder that looks like a book."""
    folder.mkdir()
    (folder / "book.db").write_bytes(b"")
    return folder


def test_there_are_none_at_first(file: Path) -> None:
    assert RecentBooks(file).all() == []
    assert not file.parent.exists()


def test_the_latest_comes_first_and_once(file: Path, tmp_path: Path) -> None:
    books = [make(tmp_path / name) for name in "abc"]
    recent = RecentBooks(file)
    for book in (*books, books[0]):
        recent.remember(book)
    assert RecentBooks(file).all() == [books[0], books[2], books[1]]


def test_books_that_are_gone_come_last(file: Path, tmp_path: Path) -> None:
    there = [make(tmp_path / name) for name in "ab"]
    recent = RecentBooks(file)
    for book in (there[0], tmp_path / "lost", there[1], tmp_path / "stick"):
        recent.remember(book)
    assert recent.all() == [there[1], there[0], tmp_path / "stick", tmp_path / "lost"]


def test_only_the_latest_are_kept(file: Path, tmp_path: Path) -> None:
    recent = RecentBooks(file)
    for number in range(MOST + 5):
        recent.remember(tmp_path / str(number))
    assert [book.name for book in recent.all()] == [str(number) for number in range(MOST + 4, 4, -1)]


def test_a_relative_path_is_kept_as_a_whole_one(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    RecentBooks(file).remember(Path("here"))
    assert RecentBooks(file).all() == [tmp_path / "here"]


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"null", b"3", b'{"a": 1}', b"\xff\xfe", b"[" * 100_000, b'[1, null, ["x"]]', b"\x00" * 50],
)
def test_a_damaged_list_counts_as_empty_and_is_replaced(file: Path, tmp_path: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    recent = RecentBooks(file)
    assert recent.all() == []
    recent.remember(tmp_path)
    assert recent.all() == [tmp_path]


def test_names_that_no_disk_can_hold_are_merely_not_there(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    book = make(tmp_path / "book")
    file.write_text(f'["{"x" * 5000}", "a\\u0000b", "{book}"]')
    assert RecentBooks(file).all() == [book, Path("x" * 5000), Path("a\0b")]


def test_a_list_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    recent = RecentBooks(tmp_path / "config" / "recent.json")
    recent.remember(tmp_path)
    assert recent.all() == []


def test_the_list_is_private(file: Path, tmp_path: Path) -> None:
    RecentBooks(file).remember(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]
