"""Inquiries and opportunities of a plan on their way into the book."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import TypeVar

from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.owner_lists import Pipeline
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.pipeline_records import (
    InquiryRecord,
    OpportunityRecord,
    ParkingRecord,
    StageMoveRecord,
)
from balancer_desktop.domain.importing.records import StandingRecord
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryState
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, StageMove
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.storage.import_store import ImportStore

R = TypeVar("R", StageMoveRecord, ParkingRecord)
IdOf = Callable[[int], int]
SaleOf = Callable[[OpportunityRecord, int], int]


class PipelineWriting:
    """party: the id behind a reference. sale: that of the sale an opportunity became, 0 where it is not there."""

    def __init__(self, book: Book, plan: ImportPlan, party: IdOf, sale: SaleOf) -> None:
        self._book, self._plan, self._party, self._sale = book, plan, party, sale
        self._store = ImportStore(book.file.db)
        self._inquiries = self._store.next_id("inquiry")
        self._opportunities = self._store.next_id("opportunity")

    def write(self) -> None:
        """After everything that answers a missed call was written."""
        self._store.add_inquiries(self._made_inquiries())
        made = self._made_opportunities()
        self._store.add_opportunities(made)
        self._welcome(made)

    def opportunity(self, ref: int) -> int:
        """The id behind a reference to an opportunity."""
        return _id(ref, self._opportunities)

    def _welcome(self, made: Sequence[Opportunity]) -> None:
        """Whoever was won is a customer, unless the files tell the history of their standing themselves."""
        told = {self._party(record.party) for record in self._plan.of(StandingRecord)}
        won = (one for one in made if one.outcome is Outcome.WON and one.closed and one.party_id not in told)
        for one in sorted(won, key=lambda one: one.closed or one.opened):
            if self._book.people.standing(one.party_id) is Standing.PROSPECT:
                began = self._book.people.history(one.party_id)[-1].on
                day = max(one.closed or one.opened, began)
                note = f"won: {one.title}"
                self._book.people.add_standing(StandingChange(one.party_id, day, Standing.CURRENT, note=note))

    def _made_inquiries(self) -> Iterator[Inquiry]:
        """Those of files of inquiries first: only to them anything refers."""
        for records in (self._plan.records.get(kind, ()) for kind in (Kind.INQUIRIES, Kind.CONTACTS)):
            for record in records:
                if isinstance(record, InquiryRecord):
                    yield self._inquiry(record)

    def _inquiry(self, record: InquiryRecord) -> Inquiry:
        referrer = self._party(record.referrer) if record.referrer else 0
        made = record.inquiry(self._party(record.party) if record.party else 0, referrer)
        if not record.by_rule:
            return made
        received = made.received.astimezone()
        on = self._store.next_event(made.party_id, made.on)
        answered = datetime.combine(on, time.min).astimezone() if on else None
        state = InquiryState.ANSWERED if on else InquiryState.WAITING
        return replace(made, received=received, responded=answered, state=state)

    def _made_opportunities(self) -> list[Opportunity]:
        lists, moves, parkings = Pipeline(self._book), self._of(StageMoveRecord), self._of(ParkingRecord)
        made = []
        for number, record in enumerate(self._plan.of(OpportunityRecord), 1):
            party = self._party(record.party)
            told = [move.move(lists.stage(move.stage)) for move in moves.get(-number, ())]
            made.append(
                replace(
                    record.opportunity(party, self._party(record.referrer) if record.referrer else 0),
                    moves=tuple(told or [StageMove(record.opened, lists.stage(record.stage))]),
                    parkings=tuple(parking.parking() for parking in parkings.get(-number, ())),
                    inquiry_id=_id(record.inquiry, self._inquiries),
                    reason_id=lists.loss(record.reason) if record.outcome is Outcome.LOST else 0,
                    sale_id=self._sale(record, party),
                )
            )
        return made

    def _of(self, kind: type[R]) -> Mapping[int, Sequence[R]]:
        """By reference to the opportunity."""
        found: dict[int, list[R]] = defaultdict(list)
        for record in self._plan.of(kind):
            found[record.opportunity].append(record)
        return found


def _id(ref: int, first: int) -> int:
    return ref if ref >= 0 else first - ref - 1
