"""Everybody's rhythm, kept in step with the book.

The model is fitted once and kept for the day; a change of single parties has only these looked at again. Reading a
large book takes a while, so it goes by pages: read_all() for those who can wait, its steps one by one for a window.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.rhythm.columns import Columns
from balancer_desktop.domain.rhythm.sample import sample
from balancer_desktop.storage.rhythm_rows import days_of, rhythm_page, rhythm_rows

if TYPE_CHECKING:  # NumPy comes when it is needed: the window opens sooner
    from balancer_desktop.domain.keep_in_touch import Waits
    from balancer_desktop.domain.rhythm.book_model import BookModel
    from balancer_desktop.domain.rhythm.rhythm import Rhythm

_PAGE = 2000
"""Parties read at once: about 10 ms."""
_SALES_OF = 100


@dataclass(slots=True)
class Material:
    """What was read of a book: everybody's figures, and the sale days of those the model is fitted to."""

    today: date
    columns: Columns = field(default_factory=Columns)
    sale_days: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it: the model, and who waits."""

    today: date
    fitted: "BookModel"
    waits: "Waits"


def reading(book: Book, into: Material) -> Iterator[None]:
    """Read the book into the material, one short step at a time."""
    after = 0
    while page := rhythm_page(book.file.db, after, _PAGE):
        into.columns.add(page)
        after = page[-1][0]
        yield
    chosen = sample(into.columns, into.today)
    yield
    for start in range(0, len(chosen), _SALES_OF):
        into.sale_days += days_of(book.file.db, chosen[start : start + _SALES_OF])
        yield


def judged(material: Material) -> Judged:
    """Fit the model and sort everybody out. Touches nothing but the material: it may run anywhere."""
    from balancer_desktop.domain.keep_in_touch import who_waits
    from balancer_desktop.domain.rhythm.book_model import book_model

    fitted = book_model(material.columns, material.sale_days, material.today)
    return Judged(material.today, fitted, who_waits(material.columns, fitted, material.today))


class KnownRhythms:
    """One book's rhythms, as long as follow() hears of its changes.

    `ready` tells whether they are known as of today; what was known before stays until then.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._judged: Judged | None = None
        self._changed: set[int] = set()
        self._version = 0
        self._outdated = False

    @property
    def ready(self) -> bool:
        return self._judged is not None and not self._outdated and self._judged.today == self._book.today()

    @property
    def fitted(self) -> "BookModel | None":
        """The book's model, once it was fitted."""
        return self._judged.fitted if self._judged else None

    def begin(self) -> Material:
        """What is to be read into; changes from here on are looked at again when the outcome is adopted."""
        self._changed.clear()
        self._outdated = False
        return Material(self._book.today())

    def adopt(self, outcome: Judged) -> None:
        self._judged = outcome
        self._version += 1

    def read_all(self) -> None:
        """All of it now, for those who can wait."""
        material = self.begin()
        for _ in reading(self._book, material):
            pass
        self.adopt(judged(material))

    def version(self) -> int:
        """Another number whenever somebody else waits, or for something else."""
        self.waits()
        return self._version

    def waits(self) -> "Waits | None":
        """Who waits, changes included; None as long as nothing was read."""
        if self._judged is None:
            return None
        if self._changed:
            ids, self._changed = frozenset(self._changed), set()
            from balancer_desktop.domain.keep_in_touch import who_waits

            fresh = who_waits(Columns(rhythm_rows(self._book.file.db, ids)), self._judged.fitted, self._judged.today)
            self._version += self._judged.waits.replace(ids, fresh)
        return self._judged.waits

    def of(self, ids: Collection[int]) -> "dict[int, Rhythm]":
        """The rhythm of each of these parties; without percentages as long as nothing was read."""
        from balancer_desktop.domain.rhythm.told import told

        some = sorted(ids)
        found: dict[int, Rhythm] = {}
        for start in range(0, len(some), _PAGE):
            rows = rhythm_rows(self._book.file.db, some[start : start + _PAGE])
            found |= told(Columns(rows), self.fitted, self._book.today())
        return found

    def follow(self, changes: Changes) -> None:
        """Note what a change concerns; to be told before anybody asks again."""
        if changes.parties is None or changes.settings:
            self._outdated = True
        elif changes.people or changes.work or changes.money or changes.contacts:
            self._changed |= changes.parties
