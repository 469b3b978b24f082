"""Fixtures of the folders' tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from balancer_desktop.app.book import Book, new_book
from tests.conftest import TODAY


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor wait for the folders to be on the disk."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def book(tmp_path: Path, quick: None) -> Iterator[Book]:
    made = new_book(tmp_path / "book", "EUR", lambda: TODAY)
    yield made
    made.close()
