"""Opening, making and swapping books: refusals leave what was open, a second start raises the first window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from balancer_desktop.app import filing, people
from balancer_desktop.app.book import new_book, open_book
from balancer_desktop.domain.party import Party
from balancer_desktop.ui.desk import Desk
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.single_instance import Doorbell, ring
from balancer_desktop.ui.start.start_window import StartWindow
from tests.ui.windows import today


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes say, instead of waiting for a click."""
    texts: list[str] = []

    def note(box: QMessageBox) -> int:
        texts.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", note)
    return texts


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Desk]:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    made = Desk(today)
    yield made
    made.close()


def test_a_first_start_offers_three_choices_and_a_new_book_opens(desk: Desk, tmp_path: Path) -> None:
    assert desk.begin(None, demo=False)
    assert isinstance(desk.window, StartWindow)
    desk.window.page.new_wanted.emit(tmp_path / "mine", "JPY")
    assert isinstance(desk.window, MainWindow)
    assert desk.window.book.currency.code == "JPY"


def test_the_last_book_opens_by_itself(desk: Desk, tmp_path: Path) -> None:
    new_book(tmp_path / "mine").close()
    assert desk.open(tmp_path / "mine")
    desk.close()
    again = Desk(today)
    assert again.begin(None, demo=False)
    assert isinstance(again.window, MainWindow)
    assert again.window.book.folder == tmp_path / "mine"
    again.close()


def test_a_refused_book_leaves_the_open_one(desk: Desk, tmp_path: Path, told: list[str]) -> None:
    desk.new(tmp_path / "mine", "EUR")
    first = desk.window
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "book.db").write_bytes(b"not a database at all" * 20)
    assert not desk.open(tmp_path / "broken")
    assert desk.window is first
    assert "damaged" in told[0]


def test_swapping_books_closes_the_first(desk: Desk, tmp_path: Path) -> None:
    desk.new(tmp_path / "one", "EUR")
    desk.new(tmp_path / "two", "EUR")
    open_book(tmp_path / "one", today).close()
    assert isinstance(desk.window, MainWindow)
    assert desk.window.book.folder == tmp_path / "two"


def test_the_demo_is_its_own_book_and_is_not_remembered(desk: Desk, tmp_path: Path) -> None:
    assert desk.begin(None, demo=True)
    assert isinstance(desk.window, MainWindow)
    assert desk.window.book.folder.is_relative_to(tmp_path / "XDG_CACHE_HOME")
    desk.start_page()
    assert isinstance(desk.window, StartWindow)
    assert not (tmp_path / "XDG_CONFIG_HOME" / "balancer-desktop" / "recent-books.json").exists()


def test_ringing_reaches_the_window_that_has_the_book(tmp_path: Path, qtbot: QtBot) -> None:
    rung: list[bool] = []
    bell = Doorbell(tmp_path, lambda: rung.append(True))
    assert ring(tmp_path)
    qtbot.waitUntil(lambda: rung == [True])
    bell.close()
    assert not ring(tmp_path)


def test_a_window_stands_before_the_folders_are_put_right(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """After a crash the disk may lag behind the record: it catches up once the window is there."""
    book = new_book(tmp_path / "mine", "EUR", today)
    party_id = people.add(book, Party("Acme"))
    was = filing.open_folder(book, party_id)
    book.disk_follows = lambda _changes: ()
    people.edit(book, Party("Acme Ltd", id=party_id))
    book.close()
    assert desk.open(tmp_path / "mine")
    assert was.exists()
    qtbot.waitUntil(lambda: not was.exists())
    assert isinstance(desk.window, MainWindow)
    assert "Acme Ltd" in [found.name.partition(" (")[0] for found in (tmp_path / "mine" / "Customers").iterdir()]
