"""Verbs about what the owner sets."""

from collections.abc import Callable
from datetime import date

from balancer_desktop.app import (
    balance,
    book_settings,
    cadence,
    keep_in_touch,
)
from balancer_desktop.app.book import Book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.domain.put_off import Matter
from tests.app.undo.filled import ACME, ZOE

CASES: dict[str, Callable[[Book], object]] = {
    "cadence.set_party": lambda book: cadence.set_party(book, ACME, 14, 0),
    "cadence.set_tag": lambda book: cadence.set_tag(book, "roof", 30, 60),
    "keep_in_touch.leave_until": lambda book: keep_in_touch.leave_until(
        book, [ACME, ZOE], [Matter.TOUCH, Matter.LAPSE], date(2027, 1, 1)
    ),
    "book_settings.save": lambda book: book_settings.save(book, BookSettings("Bright", 10, 30, new_days=30)),
    "balance.set_target": lambda book: balance.set_target(book, 10, 30),
}
