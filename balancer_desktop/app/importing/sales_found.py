"""The sales that opportunities became, found by the numbers their files give them."""

from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.domain.importing import keys
from balancer_desktop.domain.importing.drafts import Lot
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.pipeline_records import OpportunityRecord
from balancer_desktop.storage.stored_keys import StoredKeys

LONGEST_ID = 18


class SalesFound:
    """Filled while the sales are written. Only the few that are asked for are kept, of however many there are."""

    def __init__(self, book: Book, plan: ImportPlan) -> None:
        self._book = book
        self._wanted = {_base(record) for record in plan.of(OpportunityRecord) if record.sale}
        self._found: dict[str, int] = {}

    def look_through(self, lot: Lot, first: int) -> None:
        """Sales being written whose ids count from `first`."""
        if self._wanted:
            for id_, key in enumerate(lot.key, first):
                base = "\t".join(key.split("\t", 3)[:3])
                if base in self._wanted:
                    self._found.setdefault(base, id_)

    def sale(self, record: OpportunityRecord, party_id: int) -> int:
        """The id of the sale; 0 where it is neither in the files nor in the book, or is somebody else's."""
        if not record.sale:
            return 0
        stored = StoredKeys(self._book.file.db).starting(f"{_base(record)}\t")
        found = self._found.get(_base(record))
        ids = [id_ for _, id_ in stored] if found is None else [found]
        sales = (self._book.ledger.sale(id_) for id_ in ids or self._of_this_book(record))
        return next((sale.id for sale in sales if sale and sale.party_id == party_id), 0)

    def _of_this_book(self, record: OpportunityRecord) -> list[int]:
        """An export that comes back into the very book: there the number is the id."""
        number = int(record.sale) if record.sale.isdecimal() and len(record.sale) < LONGEST_ID else 0
        sale = self._book.ledger.sale(number) if number else None
        return [sale.id] if sale and sale.on == record.closed else []


def _base(record: OpportunityRecord) -> str:
    return keys.base(Kind.SALES, record.sale_column, record.sale)
