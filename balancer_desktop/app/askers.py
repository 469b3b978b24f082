"""Whose the open inquiries are: by party, by number, by name."""

from collections.abc import Sequence

from balancer_desktop.app.book import Book
from balancer_desktop.app.phone_numbers import PhoneRegion
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.party import ContactKind, Party, folded
from balancer_desktop.domain.quick_entry.name_tables import begins, name_words
from balancer_desktop.domain.quick_entry.phones import PhoneIndex
from balancer_desktop.domain.quick_entry.reading import Who


def asked_by(book: Book, who: Who) -> list[Inquiry]:
    """The open inquiries of somebody that a line names, the oldest first; a stranger's by number or by first names."""
    if who.party_id:
        return [one for one in book.inquiries.open() if one.party_id == who.party_id]
    strangers = _strangers(book)
    rang = _with_numbers(book, strangers, [who.phone])
    said = name_words(who.name)
    return [
        one
        for one in strangers
        if one.id in rang or (said and begins(name_words(one.name), said) and not (who.phone and one.phone))
    ]


def asked_before(book: Book, party: Party) -> list[Inquiry]:
    """The open inquiries of nobody in the book that have the whole name of a party, its number or its address."""
    strangers = _strangers(book)
    numbers = [point.value for point in party.contacts if point.kind is ContactKind.PHONE]
    addresses = {folded(point.value) for point in party.contacts if point.kind is ContactKind.EMAIL}
    rang = _with_numbers(book, strangers, numbers)
    return [
        one
        for one in strangers
        if one.id in rang or folded(one.email) in addresses or (one.name and folded(one.name) == folded(party.name))
    ]


def _strangers(book: Book) -> list[Inquiry]:
    return [one for one in book.inquiries.open() if not one.party_id]


def _with_numbers(book: Book, inquiries: Sequence[Inquiry], numbers: Sequence[str]) -> set[int]:
    phones = PhoneIndex(((one.id, [one.phone]) for one in inquiries if one.phone), PhoneRegion(book).same)
    return {id_ for number in numbers if number for id_ in phones.owners(number)}
