"""Whether the book holds together, in sentences."""

from balancer_desktop.app.book import Book
from balancer_desktop.app.filing_check import unfiled
from balancer_desktop.storage.verify import problems


def verify(book: Book) -> list[str]:
    """A sentence for everything that is not as it should be; empty when the book is sound.

    The folders on the disk are compared with a record that is itself sound.
    """
    return problems(book.file.db) or unfiled(book)
