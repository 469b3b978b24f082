"""Carrying out a plan: all of it or nothing, as one step that one undo takes back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain, count

from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import follow_first_sale
from balancer_desktop.app.importing.histories import FirstSale, Histories, follow_standings
from balancer_desktop.app.importing.owner_lists import write_lists
from balancer_desktop.app.importing.pipeline_writing import PipelineWriting
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.app.importing.readings import Reading
from balancer_desktop.app.importing.sales_found import SalesFound
from balancer_desktop.app.importing.workbench import STEP, Progress
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.importing.drafts import Lot, PersonDraft, marks_of
from balancer_desktop.domain.importing.mapping import to_json
from balancer_desktop.domain.importing.records import ContactRecord, PutOffRecord, StandingRecord, StepRecord
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side, side_for
from balancer_desktop.domain.standing import Standing, StandingChange, ex_spell, standing_on
from balancer_desktop.storage.import_store import BULK_TABLES, DIARY_TABLES, ImportStore


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
        self._first_entry = self._store.next_id("entry")
        self._first_sales = self._find_first_sales()
        self._sold = SalesFound(book, plan)
        self._history = cache(self._make_history)
        self._done = 0

    def write(self) -> None:
        write_lists(self._book, self._plan)
        told = ((self._id(record.party), record) for record in self._plan.of(StandingRecord))
        self._histories = Histories(self._book, told, self._first_sales)
        known = self._histories.of_known(self._ids)
        were_ex = {party_id: self._book.people.standing(party_id) is Standing.EX for party_id in known}
        with self._book.file.history.bulk(*BULK_TABLES):
            self._store.add_people(map(self._person, self._ids, self._plan.people))
            self._store.add_standings(list(chain.from_iterable(known.values())))
            self._write_entries()
        for party_id in self._known_newcomers():
            follow_first_sale(self._book, party_id)
        follow_standings(self._book, were_ex)
        with self._book.file.history.bulk(*DIARY_TABLES):
            self._write_diary()

    def _write_entries(self) -> None:
        plan, entry = self._plan, self._first_entry
        for lot in plan.sales.lots():
            self._store.add_sales(entry, lot._replace(party=self._parties(lot)))
            self._sold.look_through(lot, entry)
            entry += self._tick(len(lot.key))
        for lot in plan.expenses.lots():
            self._store.add_expenses(entry, self._sided(lot))
            entry += self._tick(len(lot.key))
        for lot in plan.work.lots():
            self._store.add_work(self._sided(lot))
            self._tick(len(lot.key))

    def _write_diary(self) -> None:
        plan = self._plan
        self._store.add_contacts((r.contact(self._id(r.party)), r.key) for r in plan.of(ContactRecord))
        pipeline = PipelineWriting(self._book, plan, self._id, self._sold.sale)
        pipeline.write()
        self._store.add_steps((self._step(r, pipeline.opportunity(r.opportunity)), r.key) for r in plan.of(StepRecord))
        self._store.add_put_off(record.put_off(self._id(record.party)) for record in plan.of(PutOffRecord))

    def _step(self, record: StepRecord, opportunity_id: int) -> NextStep:
        """A step that leaving closed is closed by the leaving that was the latest when it was."""
        party_id = self._id(record.party)
        if not record.closed or not record.done_on:
            return record.step(party_id, 0, opportunity_id)
        spell = ex_spell(self._book.people.history(party_id))
        before = [change for change in spell if change.on <= record.done_on]
        return record.step(party_id, (before[-1:] or spell[:1])[0].id if spell else 0, opportunity_id)

    def _id(self, ref: int) -> int:
        return self._plan.party_id(ref, self._ids)

    def _parties(self, lot: Lot) -> list[int]:
        return [ref if ref >= 0 else self._ids[-ref - 1] for ref in lot.party]

    def _find_first_sales(self) -> dict[int, FirstSale]:
        """By party id; of two on one day the one that comes first in the file."""
        found: dict[int, tuple[str, int]] = {}
        numbers = count(self._first_entry)
        for lot in self._plan.sales.lots():
            for party_id, on, amount, number in zip(self._parties(lot), lot.on, lot.measure, numbers, strict=False):
                if amount > 0 and (party_id not in found or on < found[party_id][0]):
                    found[party_id] = on, number
        return {party_id: FirstSale(date.fromisoformat(on), number) for party_id, (on, number) in found.items()}

    def _person(self, party_id: int, draft: PersonDraft) -> tuple[str, Party, list[StandingChange]]:
        referrer = self._id(draft.referred_by) if draft.referred_by else 0
        party = replace(draft.party, id=party_id, referred_by=referrer)
        self._tick(1)
        return draft.key, party, self._histories.of_new(party_id, draft)

    def _make_history(self, party_id: int) -> list[StandingChange]:
        """A party's standings, of one that is new or one of the book."""
        if party_id in self._ids:
            return self._histories.of_new(party_id, self._plan.people[party_id - self._ids.start])
        return self._book.people.history(party_id)

    def _sided(self, lot: Lot) -> Lot:
        """Where the file names no side, the one that fits the party's standing on that day."""
        parties = self._parties(lot)
        marks = []
        for mark, party_id, on in zip(lot.mark, parties, lot.on, strict=True):
            introductory, side = marks_of(mark)
            marks.append(mark if side else introductory + self._side(party_id, on))
        return lot._replace(party=parties, mark=marks)

    def _side(self, party_id: int, on: str) -> Side:
        return side_for(standing_on(self._history(party_id), date.fromisoformat(on)))

    def _known_newcomers(self) -> list[int]:
        """Parties that were in the book and whose first sale is, or may be, one of the new ones."""
        prospects, ruled = self._store.prospects(), self._store.rule_dates()
        return [
            party_id
            for party_id, sale in self._first_sales.items()
            if party_id not in self._ids
            and (party_id in prospects or (party_id in ruled and sale.on < ruled[party_id]))
        ]

    def _tick(self, records: int) -> int:
        """Count records and say now and then how far it is; Refused when the owner stops it."""
        before, self._done = self._done, self._done + records
        if self._progress and before // STEP != self._done // STEP and not self._progress(self._done):
            raise Refused("The import was stopped.", "Nothing was changed.")
        return records
