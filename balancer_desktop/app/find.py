"""Finding anything: people of every standing, then the entries that speak of them."""

from collections.abc import Iterator
from itertools import islice

from balancer_desktop.app.book import Book
from balancer_desktop.app.documents import file_names
from balancer_desktop.domain.hit import Hit, HitKind
from balancer_desktop.domain.party import Party, PartyKind, folded, phone_digits
from balancer_desktop.domain.standing import Standing
from balancer_desktop.domain.text import storable
from balancer_desktop.storage import find_store

SHORTEST = 2
"""Letters from which on entries are searched; one letter is in all of them."""
MOST_FOLDERS = 2_000
"""Folders of files that a search looks through, those of the people who came last."""
_ENTRIES = (HitKind.STEP, HitKind.OPPORTUNITY, HitKind.INQUIRY, HitKind.CONTACT, HitKind.NOTE, HitKind.SALE,
            HitKind.WORK, HitKind.EXPENSE)  # fmt: skip


def find(book: Book, text: str, limit: int = 30) -> list[Hit]:
    """People, the likeliest first, then the newest entries of each kind whose words hold every word."""
    people = find_people(book, text, limit)
    return people + find_entries(book, text)[: limit - len(people)]


def find_people(book: Book, text: str, limit: int = 15) -> list[Hit]:
    """By name, company, phone, e-mail or tag, of every standing. Quick enough for every key typed."""
    words = folded(text).split()
    rows = find_store.people(book.file.db, words, _phone(text), limit)
    parties = {party.id: party for party in book.people.get_many(row[0] for row in rows)}
    return [_person(parties[id_], standing, words) for id_, _, _, standing in rows]


def find_entries(book: Book, text: str, each: int = 5) -> list[Hit]:
    """Steps, opportunities, inquiries, contacts, notes, sales, work and spending among the newest of each, and
    documents by the names of their files; none for a single letter.
    """
    words = folded(text).split()
    if len("".join(words)) < SHORTEST:
        return []
    entries = [hit for kind in _ENTRIES for hit in find_store.entries(book.file.db, kind, words, each)]
    return entries + list(islice(_documents(book, words), each))


def _documents(book: Book, words: list[str]) -> Iterator[Hit]:
    """Files that hold every word in their names, in the folders where they were last seen, those who left included."""
    filed, places = book.folders.filed(), book.folders.places()
    for party in filed[-MOST_FOLDERS:][::-1]:
        place = places.get(party.uid)
        for name in file_names(book.folder / place.placed) if place else ():
            if all(word in folded(name) for word in words):
                yield Hit(HitKind.DOCUMENT, party.party_id, storable(name), party.name)


def _person(party: Party, standing: Standing, words: list[str]) -> Hit:
    kind = HitKind.BUSINESS if party.kind is PartyKind.BUSINESS else HitKind.PERSON
    return Hit(kind, party.id, party.name, _detail(party, words), standing)


def _detail(party: Party, words: list[str]) -> str:
    """The company, and whatever else of the record holds a word that the name does not."""
    name, others = folded(party.name), (*party.tags, *(contact.value for contact in party.contacts))
    missing = [word for word in words if word not in name]
    found = [other for other in others if any(_within(word, other) for word in missing)]
    return " · ".join(part for part in dict.fromkeys((party.company, *found)) if part)


def _within(word: str, other: str) -> bool:
    digits = phone_digits(word)
    return word in folded(other) or (len(digits) >= 3 and digits in phone_digits(other))


def _phone(text: str) -> str:
    """The digits of a text that can be nothing but part of a phone number, else an empty text."""
    digits = phone_digits(text)
    return digits if len(digits) >= 3 and not any(c.isalpha() for c in text) else ""
