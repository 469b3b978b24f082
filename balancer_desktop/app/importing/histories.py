"""The histories of standing that an import writes: as its files tell them, else as its people and sales imply them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import follow_first_sale, rule_is_on
from balancer_desktop.app.importing.owner_lists import Filing
from balancer_desktop.app.standings import follow_steps
from balancer_desktop.domain.importing.drafts import PersonDraft
from balancer_desktop.domain.importing.records import StandingRecord
from balancer_desktop.domain.standing import Standing, StandingChange


class FirstSale(NamedTuple):
    """A party's earliest sale that is no refund."""

    on: date
    id: int


class Histories:
    """told: the changes in the files, by the id of their party. first_sales: the earliest new ones, likewise."""

    def __init__(
        self, book: Book, told: Iterable[tuple[int, StandingRecord]], first_sales: Mapping[int, FirstSale]
    ) -> None:
        self._book, self._first_sales = book, first_sales
        self._filing, self._ruled = Filing(book), rule_is_on(book)
        self._told: dict[int, list[StandingRecord]] = defaultdict(list)
        for party_id, record in told:
            self._told[party_id].append(record)

    def of_new(self, party_id: int, draft: PersonDraft) -> list[StandingChange]:
        """What the files say, else a prospect whom the first sale makes a customer."""
        if told := self._told.get(party_id):
            return [self._change(party_id, record) for record in told]
        standing, sale, today = draft.standing, self._first_sales.get(party_id), self._book.today()
        start = min(filter(None, (draft.party.customer_since, sale.on if sale else None, today)))
        if standing is not None:
            reason = self._filing.unknown_reason() if standing is Standing.EX else 0
            day = start if standing is Standing.CURRENT else today
            return [StandingChange(party_id, day, standing, reason)]
        history = [StandingChange(party_id, start, Standing.PROSPECT)]
        if sale:
            cause = sale.id if self._ruled else 0
            history.append(StandingChange(party_id, sale.on, Standing.CURRENT, cause_sale=cause))
        return history

    def of_known(self, new: range) -> dict[int, list[StandingChange]]:
        """What the files say of parties that were in the book, by their ids; new: the ids of the others."""
        return {
            party_id: [self._change(party_id, record) for record in told]
            for party_id, told in self._told.items()
            if party_id not in new
        }

    def _change(self, party_id: int, record: StandingRecord) -> StandingChange:
        reason, folder = self._filing.reason(record), self._filing.folder(record)
        return record.change(party_id, reason, folder, self._first_sale(party_id) if record.by_first_sale else 0)

    def _first_sale(self, party_id: int) -> int:
        """The sale that is or will be the first of a party; 0 where there is none."""
        there, new = self._book.ledger.first_sale(party_id), self._first_sales.get(party_id)
        sales = [FirstSale(sale.on, sale.id) for sale in (there, new) if sale]
        return min(sales).id if sales else 0


def follow_standings(book: Book, were_ex: Mapping[int, bool]) -> None:
    """What goes with a standing, for parties of the book whose history an import made longer."""
    for party_id, was_ex in were_ex.items():
        follow_first_sale(book, party_id)
        follow_steps(book, party_id, was_ex=was_ex)
