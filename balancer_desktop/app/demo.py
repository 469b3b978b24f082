"""The demo business as a book of its own, in a folder of its own, made from its seed."""

import shutil
from datetime import date
from pathlib import Path

from balancer_desktop.app.book import Book, Today, new_book, open_book
from balancer_desktop.app.demo_mark import MADE, mark
from balancer_desktop.domain.errors import Refused
from balancer_desktop.storage.lock import BookInUse

SEED = 7


def open_demo(folder: Path, today: Today = date.today, *, attach: bool = True) -> Book:
    """The demo book in `folder`, made anew unless it was made today, by this program; BookInUse when it is open.

    `folder` belongs to the demo alone: whatever else is found there is replaced. attach: see app.book.open_book.
    """
    if (folder / "book.db").exists():
        try:
            book = open_book(folder, today, attach=attach)
        except BookInUse:
            raise
        except Refused:
            book = None
        if book and book.settings.get(MADE) == mark(today()):
            return book
        if book:
            book.close()
    shutil.rmtree(folder, ignore_errors=True)
    return make_demo(folder, today)


def make_demo(folder: Path, today: Today = date.today) -> Book:
    """A new book filled with the demo business; Refused when the folder holds a book."""
    from balancer_desktop.app.demo_filling import fill  # large, and at most starts the demo is there already
    from balancer_desktop.domain.demo.generate import generate

    business = generate(SEED, today())
    book = new_book(folder, business.currency, today)
    fill(book, business)
    return book
