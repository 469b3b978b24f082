"""Who is who: the people of the book and of the files chosen together, found by number, contact or name.

A reference is the party's id in the book; below zero it is the (−ref − 1)th new person of the import.
"""

from collections.abc import Iterable
from dataclasses import replace

from balancer_desktop.domain.errors import NeedsChoice
from balancer_desktop.domain.importing.drafts import PersonDraft
from balancer_desktop.domain.importing.keys import OF_PEOPLE, numbers
from balancer_desktop.domain.importing.known import Known, KnownParty, compared, mail_key
from balancer_desktop.domain.party import Party, folded


class Directory:
    """Filled from the book, then by the people rows, then by the names in sales, work and expenses."""

    def __init__(self, known: Known) -> None:
        self.new: list[PersonDraft] = []
        self._parties: dict[int, KnownParty] = {}
        self._names: dict[str, list[int]] = {}
        self._contacts: dict[str, list[int]] = {}
        self._in_files: dict[str, set[int]] = {}
        self._in_book: dict[str, dict[str, set[int]]] = {}
        self._taken: set[int] = set()
        for party in known.people:
            self._enter(party)
        for column, number, party_id in numbers(known.keys.starting(OF_PEOPLE)):
            if party_id in self._parties:
                self._in_book.setdefault(number, {}).setdefault(column, set()).add(party_id)

    def name_of(self, ref: int) -> str:
        """The name to show for a reference; empty for nobody."""
        return self._parties[ref].name if ref else ""

    def __contains__(self, ref: int) -> bool:
        return ref in self._parties

    def add(self, draft: PersonDraft, number: str = "", party: KnownParty | None = None) -> int:
        """The reference of a new person, who can be found from now on; party is it as compared, where at hand."""
        self.new.append(draft)
        ref = -len(self.new)
        self._enter(replace(party, id=ref) if party else compared(draft.party, ref))
        self.claim(ref, number)
        return ref

    def is_akin(self, ref: int, party: KnownParty) -> bool:
        """Whether a row with the number of an earlier one can be about the same person."""
        return _akin(party, self._parties[ref])

    def claim(self, ref: int, number: str = "") -> None:
        """This person is a row of the import, under the file's number for it."""
        self._taken.add(ref)
        if number:
            self._in_files.setdefault(number, set()).add(ref)

    def row_with(self, number: str) -> int | None:
        """The person whom an earlier row of the files chosen together gave this number."""
        refs = self._in_files.get(number)
        return min(refs) if refs else None

    def same_person(self, row: Party, party: KnownParty, column: str, number: str) -> int | None:
        """Who in the book or among earlier rows is this row's person, given too as it is compared; None for nobody.

        A number and part of the name, or a contact and a fitting name, or the whole name without a contact that
        contradicts. NeedsChoice when that fits several. Rows that the file numbers apart are never one person, and
        earlier rows are this one only by a contact or when they say exactly the same.
        """
        numbered = self._in_book.get(number, {}).get(column, set()) if number else set()
        fitting = {ref for ref in numbered if _akin(party, self._parties[ref])} - self._taken
        if not fitting:
            fitting = {ref for ref in self._candidates(party) if _same(party, self._parties[ref])}
            fitting = {ref for ref in fitting if ref > 0 or self._repeats(ref, row, party)}
            if number:
                fitting = {ref for ref in fitting - self._taken if self._number_allows(ref, party, column)}
        if len(fitting) > 1:
            fitting = {ref for ref in fitting if _shares_contact(party, self._parties[ref])} or fitting
        return _one(fitting, f"“{party.name}” fits {len(fitting)} people.")

    def by_number(self, number: str, column: str) -> int | None:
        """Whom a number names: a person in the files chosen together, else one imported earlier."""
        found = self._in_files.get(number)
        if not found:
            columns = self._in_book.get(number, {})
            found = columns.get(column) or {ref for refs in columns.values() for ref in refs}
        return _one(found or set(), f"The number {number[:40]} belongs to {len(found or ())} people.")

    def by_name(self, name: str, email: str = "") -> int | None:
        """Whom a name names, an e-mail deciding between several of the name or finding who writes it otherwise."""
        wanted = _name_key(folded(name))
        named = self._names.get(wanted, [])
        mailed = self._contacts.get(mail_key(email), []) if email else []
        if both := set(named) & set(mailed):
            return _one(both, f"Several people are called “{name[:40]}”.")
        if not named and mailed:
            akin = {ref for ref in mailed if _names_fit(folded(name), self._parties[ref].folded)}
            return _one(akin, f"Several people use {email[:40]}.")
        return _one(set(named), f"{len(named)} people are called “{name[:40]}”.")

    def _enter(self, party: KnownParty) -> None:
        self._parties[party.id] = party
        self._names.setdefault(_name_key(party.folded), []).append(party.id)
        for contact in (*party.emails, *party.phones):
            self._contacts.setdefault(contact, []).append(party.id)

    def _candidates(self, party: KnownParty) -> Iterable[int]:
        found = set(self._names.get(_name_key(party.folded), ()))
        for contact in (*party.emails, *party.phones):
            found.update(self._contacts.get(contact, ()))
        return found

    def _repeats(self, ref: int, row: Party, party: KnownParty) -> bool:
        return self.new[-ref - 1].party == row or _shares_contact(party, self._parties[ref])

    def _number_allows(self, ref: int, party: KnownParty, column: str) -> bool:
        """Another number in the same column means another person, unless a contact says it is the same."""
        has_other = any(ref in columns.get(column, ()) for columns in self._in_book.values())
        return not has_other or _shares_contact(party, self._parties[ref])


def _same(one: KnownParty, other: KnownParty) -> bool:
    if _shares_contact(one, other):
        return _names_fit(one.folded, other.folded)
    return _name_key(one.folded) == _name_key(other.folded) and not _contradict(one, other)


def _akin(one: KnownParty, other: KnownParty) -> bool:
    """Enough for rows of one number: any word of the name, or any contact, in common."""
    return bool(set(one.folded.split()) & set(other.folded.split())) or _shares_contact(one, other)


def _shares_contact(one: KnownParty, other: KnownParty) -> bool:
    return bool(one.emails & other.emails or one.phones & other.phones)


def _contradict(one: KnownParty, other: KnownParty) -> bool:
    return bool((one.emails and other.emails) or (one.phones and other.phones)) and not _shares_contact(one, other)


def _names_fit(one: str, other: str) -> bool:
    """Whether one name holds every word of the other: `Doe` and `Doe, John`, not `John Doe` and `Jane Doe`."""
    first, second = set(one.replace(",", " ").split()), set(other.replace(",", " ").split())
    return first <= second or second <= first


def _name_key(name: str) -> str:
    """`Doe, John` is found as `john doe`; other names stay as they are."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _one(refs: set[int], several: str) -> int | None:
    if len(refs) > 1:
        raise NeedsChoice(several, "Say which one in the file, with a customer number or an e-mail column.")
    return next(iter(refs), None)
