"""The filled book, anew for each test."""

import pytest

from balancer_desktop.app.book import Book
from tests.app.undo.filled import fill


@pytest.fixture
def filled(book: Book) -> Book:
    fill(book)
    return book
