"""Choosing one party by typing a few letters. People who left are never offered."""

from dataclasses import dataclass

from balancer_desktop.app.book import Book
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.party_search import search_parties

MOST = 50


@dataclass(frozen=True, slots=True)
class Suggestion:
    id: int
    name: str
    company: str
    standing: Standing


def suggestions(book: Book, text: str, most: int = MOST) -> list[Suggestion]:
    """The parties that the typed words may mean, the likeliest first; an empty text suggests the first by name."""
    return [Suggestion(*found) for found in search_parties(book.file.db, folded(text).split(), most)]


def meant(book: Book, text: str, *, exactly: bool = False) -> int:
    """The id of the one party whose name this is, or the only one the words fit; 0 when nobody or several may be.

    exactly: words that fit a longer name mean nobody.
    """
    wanted, found = folded(text), suggestions(book, text)
    exact = [one for one in found if folded(one.name) == wanted] or ([] if exactly else found)
    return exact[0].id if wanted and len(exact) == 1 else 0
