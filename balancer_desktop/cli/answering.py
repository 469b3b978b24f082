"""What all verbs share: opening the book for their time, and the answer as text or JSON."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from balancer_desktop.app.book import Book, Today, open_book

Verb = Callable[[Namespace, Path, Today], int]
"""Does its work on the book in a folder; its exit status."""


@contextmanager
def opened(folder: Path, today: Today) -> Iterator[Book]:
    book = open_book(folder, today)
    try:
        yield book
    finally:
        book.close()


def answer(arguments: Namespace, document: dict[str, object], text: str) -> None:
    print(json.dumps(document, ensure_ascii=False) if arguments.json else text)
