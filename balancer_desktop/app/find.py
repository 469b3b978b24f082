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
_ENOUGH = 7
"""Last digits that tell a number."""
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
    entries = [hit for kind in _ENTRIES for hit in _found(book, kind, words, _phone(text), each)]
    return entries + list(islice(_documents(book, words), each))


def _found(book: Book, kind: HitKind, words: list[str], number: str, each: int) -> list[Hit]:
    """By the words; of inquiries, whose callers need not be in the book, by the number too."""
    found = find_store.entries(book.file.db, kind, words, each)
    if kind is not HitKind.INQUIRY or not number or [number] == words:
        return found
    also = find_store.entries(book.file.db, kind, [number], each)
    return list(dict.fromkeys((*found, *also)))[:each]


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
    number = _phone(" ".join(words))
    found = [other for other in others if any(_within(word, other) for word in (*missing, *filter(None, [number])))]
    return " · ".join(part for part in dict.fromkeys((party.company, *found)) if part)


def _within(word: str, other: str) -> bool:
    digits = phone_digits(word)
    return word in folded(other) or (len(digits) >= 3 and digits in phone_digits(other))


def _phone(text: str) -> str:
    """The digits by which a text that can be nothing but part of a phone number is sought, else an empty text.

    Without what one writes and another leaves out, a country's code or the zero before an area: `030 1234567` and
    `+49 30 1234567` are sought by their last seven.
    """
    digits = phone_digits(text)
    if len(digits) < 3 or any(c.isalpha() for c in text):
        return ""
    bare = digits.lstrip("0")
    return (bare if len(bare) >= 3 else digits)[-_ENOUGH:]
