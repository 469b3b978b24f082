"""What was bought from the business while an opportunity stood open: asked about until the owner has answered."""

from balancer_desktop.app.book import Book
from balancer_desktop.app.opportunities import check_sale, get
from balancer_desktop.app.wording import money, name_of
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.pipeline.bought import Bought, Declined, declined_text, read_declined, to_ask
from balancer_desktop.storage import bought_rows

DECLINED = "not_what_it_became"
"""The setting with the sales that the owner said did not come of what was open."""


def to_settle(book: Book) -> list[Bought]:
    """Open opportunities with the sale that each of them may have become, the first opened first."""
    found = bought_rows.bought(book.file.db)
    return to_ask(found, _declined(book)) if found else []


def sale_for(book: Book, opportunity_id: int) -> Sale | None:
    """The sale that this opportunity may have become."""
    return next((one.sale for one in to_settle(book) if one.opportunity_id == opportunity_id), None)


def decline(book: Book, opportunity_id: int, sale_id: int) -> None:
    """Say that an opportunity did not become this sale: it is not asked about again, a later one may be.

    BadInput for a sale of another party, or that came of something else.
    """
    opportunity, declined = get(book, opportunity_id), _declined(book)
    sale, said = check_sale(book, opportunity, sale_id), (opportunity_id, sale_id)
    if said in declined or opportunity.closed:
        return
    open_ones = {one.id for one in book.pipeline.open()}
    kept = [pair for pair in declined if pair[0] in open_ones]
    who = name_of(book, opportunity.party_id)
    with book.change(f"Not “{opportunity.title}”: the sale of {money(book, sale.amount)} · {who}"):
        book.settings.set(DECLINED, declined_text([*kept, said]))


def _declined(book: Book) -> Declined:
    return read_declined(book.settings.get(DECLINED))
