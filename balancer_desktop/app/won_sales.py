"""Sales that opportunities became: when one is taken out or was another's, what was won stays won."""

from dataclasses import replace

from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import follow_first_sale
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.pipeline.opportunity import Outcome
from balancer_desktop.domain.standing import Standing, StandingChange


def keep_won(book: Book, sale: Sale) -> None:
    """Have the opportunity that became this sale keep its amount as what was agreed, before the sale goes."""
    opportunity = book.pipeline.of_sale(sale.id)
    if opportunity:
        agreed = opportunity.agreed if opportunity.agreed is not None else max(sale.amount, 0)
        book.pipeline.update(replace(opportunity, sale_id=0, agreed=agreed))


def follow_sales(book: Book, party_id: int) -> None:
    """The rule of the first sale; a customer by something won stays one when the sale is gone, since it was won."""
    was = book.people.standing(party_id)
    follow_first_sale(book, party_id)
    if was is Standing.CURRENT and book.people.standing(party_id) is Standing.PROSPECT:
        won = [(one.closed, one.title) for one in book.pipeline.of_party(party_id) if one.outcome is Outcome.WON]
        for closed, title in won[:1]:
            begun = book.people.history(party_id)[-1].on
            day = max(begun, closed or begun)
            book.people.add_standing(StandingChange(party_id, day, Standing.CURRENT, note=f"won: {title}"))
