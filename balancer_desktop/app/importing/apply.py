"""Carrying out a plan: all of it or nothing, as one step that one undo takes back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice
from typing import TypeVar

from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import follow_first_sale, rule_is_on
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.app.importing.readings import Reading
from balancer_desktop.app.importing.workbench import STEP, Progress
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.importing.drafts import PersonDraft
from balancer_desktop.domain.importing.mapping import to_json
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side, side_for
from balancer_desktop.domain.standing import ReasonClass, Standing, StandingChange, standing_on
from balancer_desktop.storage.import_store import BULK_TABLES, ImportStore

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _FirstSale:
    """A party's earliest new sale that is no refund."""

    on: date
    id: int


def apply(
    book: Book,
    plan: ImportPlan,
    readings: Sequence[Reading] = (),
    label: str = "Import",
    progress: Progress | None = None,
) -> None:
    """Write what the plan says, and remember how its files were read.

    BadInput while the plan has wrong rows that the owner has not left out. Refused when progress returns False.
    """
    plan = plan.checked()
    if not plan.new:
        return
    with book.change(label):
        for reading in readings:
            book.settings.remember_mapping(reading.fingerprint, to_json(reading.mapping))
        _Writing(book, plan, progress).write()


class _Writing:
    """One plan on its way into the book: who got which id, and who bought when for the first time."""

    def __init__(self, book: Book, plan: ImportPlan, progress: Progress | None) -> None:
        self._book, self._plan, self._progress = book, plan, progress
        self._store = ImportStore(book.file.db)
        first = self._store.next_id("party")
        self._ids = range(first, first + len(plan.people))
        self._id = cache(lambda ref: plan.party_id(ref, self._ids))
        self._first_entry = self._store.next_id("entry")
        self._first_sales = self._find_first_sales()
        self._histories: dict[int, list[StandingChange]] = {}
        self._done = 0

    def write(self) -> None:
        plan, entry = self._plan, self._first_entry
        with self._book.file.history.bulk(*BULK_TABLES):
            self._store.add_people(self._ticked(map(self._person, self._ids, plan.people)))
            self._store.add_sales(
                (draft.key, Sale(draft.on, self._id(draft.party), draft.amount, draft.memo, id=number))
                for number, draft in enumerate(self._ticked(plan.sales), entry)
            )
            self._store.add_expenses(
                (draft.key, Expense(draft.on, draft.amount, self._side(draft.side, draft.party, draft.on),
                                    self._id(draft.party), draft.memo, number))
                for number, draft in enumerate(self._ticked(plan.expenses), entry + len(plan.sales))
            )  # fmt: skip
            self._store.add_work(
                (draft.key, Work(draft.on, draft.minutes, self._side(draft.side, draft.party, draft.on),
                                 self._id(draft.party), draft.note))
                for draft in self._ticked(plan.work)
            )  # fmt: skip
        for party_id in self._known_newcomers():
            follow_first_sale(self._book, party_id)

    def _find_first_sales(self) -> dict[int, _FirstSale]:
        """By party id; of two on one day the one that comes first in the file."""
        found: dict[int, _FirstSale] = {}
        for number, draft in enumerate(self._plan.sales, self._first_entry):
            party_id = self._id(draft.party)
            if draft.amount > 0 and (party_id not in found or draft.on < found[party_id].on):
                found[party_id] = _FirstSale(draft.on, number)
        return found

    def _person(self, party_id: int, draft: PersonDraft) -> tuple[str, Party, list[StandingChange]]:
        referrer = self._id(draft.referred_by) if draft.referred_by else 0
        party = replace(draft.party, id=party_id, referred_by=referrer)
        history = self._new_history(party, draft.standing)
        self._histories[party_id] = history
        return draft.key, party, history

    def _new_history(self, party: Party, standing: Standing | None) -> list[StandingChange]:
        """What the file says, else a prospect whom the first sale makes a customer."""
        sale, today = self._first_sales.get(party.id), self._book.today()
        start = min(filter(None, (party.customer_since, sale.on if sale else None, today)))
        if standing is not None:
            reason = self._unknown_reason() if standing is Standing.EX else 0
            day = start if standing is Standing.CURRENT else today
            return [StandingChange(party.id, day, standing, reason)]
        history = [StandingChange(party.id, start, Standing.PROSPECT)]
        if sale:
            cause = sale.id if rule_is_on(self._book) else 0
            history.append(StandingChange(party.id, sale.on, Standing.CURRENT, cause_sale=cause))
        return history

    def _unknown_reason(self) -> int:
        return next(r.id for r in self._book.people.reasons() if r.kind is ReasonClass.UNKNOWN)

    def _side(self, side: Side | None, ref: int, on: date) -> Side:
        """The side the file names, else the one that fits the party's standing on that day."""
        if side is not None:
            return side
        party_id = self._id(ref)
        if party_id not in self._histories:
            self._histories[party_id] = self._book.people.history(party_id)
        return side_for(standing_on(self._histories[party_id], on))

    def _known_newcomers(self) -> list[int]:
        """Parties that were in the book and whose first sale is, or may be, one of the new ones."""
        prospects, ruled = self._store.prospects(), self._store.rule_dates()
        return [
            party_id
            for party_id, sale in self._first_sales.items()
            if party_id not in self._ids
            and (party_id in prospects or (party_id in ruled and sale.on < ruled[party_id]))
        ]

    def _ticked(self, drafts: Iterable[T]) -> Iterator[T]:
        """The drafts as they come, telling how far it is; Refused when the owner stops it."""
        rest = iter(drafts)
        while lot := list(islice(rest, STEP)):
            yield from lot
            self._done += len(lot)
            if self._progress and not self._progress(self._done):
                raise Refused("The import was stopped.", "Nothing was changed.")
