"""Fixtures every test may use. All are made anew for each test."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from balancer_desktop.app.book import Book, new_book
from balancer_desktop.storage import book_file

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    """What a power cut would lose is not what most tests are about. Those that are give this name to nothing."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(book_file, "_PRAGMAS", book_file._PRAGMAS | {"synchronous": "off"})
        yield


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A new, empty EUR book whose today is 2026-11-20.

    A test that leaves it inside a transaction fails, whatever else it found.
    """
    made = new_book(tmp_path / "book", "EUR", lambda: TODAY)
    yield made
    left_open = made.file.db.in_transaction()
    if not left_open:
        made.close()
    assert not left_open, "a transaction was left open"
