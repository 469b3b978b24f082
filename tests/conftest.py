"""Fixtures every test may use. All are made anew for each test."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from balancer_desktop.app.book import Book, new_book

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = date(2026, 11, 20)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A new, empty EUR book whose today is 2026-11-20."""
    made = new_book(tmp_path / "book", "EUR", lambda: TODAY)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _no_open_transaction(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves its book inside a transaction fails, whatever else it found."""
    yield
    if "book" in request.fixturenames:
        made: Book = request.getfixturevalue("book")
        assert not made.file.db.in_transaction(), "a transaction was left open"
