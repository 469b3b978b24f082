"""What the benchmarks share: the machine told once, large books made once, a copy for each that writes."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler

from balancer_desktop.app.book import Book, open_book
from tests.benchmarks import big_book
from tests.benchmarks.children import Children, install
from tests.benchmarks.measuring import machine, tell

Books = Callable[[int], Book]


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk() -> None:
    """Here the disk is waited for, as in the program."""


@pytest.fixture(scope="session", autouse=True)
def _machine_told() -> None:
    tell(machine())


@pytest.fixture(scope="session", autouse=True)
def _quiet() -> None:
    """The offscreen platform cannot propagate size hints, and would say so among the figures for every window."""
    qInstallMessageHandler(lambda _kind, _where, text: None if "propagateSizeHints" in text else print(text))


@pytest.fixture(scope="session")
def big_books(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Ledger rows → the folder of a book with so many, and a tenth as many people; not to be written to."""
    made: dict[int, Path] = {}

    def of(rows: int) -> Path:
        if rows not in made:
            made[rows] = big_book.make(tmp_path_factory.mktemp(f"rows-{rows}") / "book", rows // 10, rows)
        return made[rows]

    return of


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program lies installed and compiled."""
    return install(tmp_path_factory.mktemp("program"))


@pytest.fixture
def children(installed: Path, tmp_path: Path) -> Children:
    """Processes that find the installed program and a home that nothing was done in yet."""
    return Children(installed, tmp_path / "home")


@pytest.fixture
def opened(big_books: Callable[[int], Path], tmp_path: Path) -> Iterator[Books]:
    """Ledger rows → a copy of that book, open; closed after the test."""
    held: list[Book] = []

    def of(rows: int) -> Book:
        folder = tmp_path / f"rows-{rows}"
        shutil.copytree(big_books(rows), folder)
        held.append(open_book(folder, lambda: big_book.TODAY))
        return held[-1]

    yield of
    for book in held:
        book.close()
