"""The rule that a first sale makes a current customer of a prospect: on by default, dated, undone with the sale."""

from balancer_desktop.app.book import Book
from balancer_desktop.domain.standing import Standing, StandingChange, standing_on

SETTING = "first_sale_rule"


def rule_is_on(book: Book) -> bool:
    return book.settings.get(SETTING, "on") == "on"


def follow_first_sale(book: Book, party_id: int) -> None:
    """Bring the rule's own change of standing in line with the party's sales as they are now.

    The change carries the date and the id of the first sale; it moves with that sale, and goes when no sale is left.
    What the owner decided by hand is never touched. Where the rule is off it makes no new change, but what it made
    before keeps following its sale.
    """
    history = book.people.history(party_id)
    ours = [change for change in history if change.cause_sale]
    if not ours and not rule_is_on(book):
        return
    wanted = _wanted(book, party_id, [change for change in history if not change.cause_sale])
    if [(c.on, c.cause_sale) for c in ours] == [(c.on, c.cause_sale) for c in wanted]:
        return
    for change in ours:
        book.people.remove_standing(change.id, party_id)
    for change in wanted:
        book.people.add_standing(change)


def _wanted(book: Book, party_id: int, by_hand: list[StandingChange]) -> list[StandingChange]:
    """The one change the rule asks for, or none. A sale from before the party's record counts from its first day."""
    sale = book.ledger.first_sale(party_id)
    if sale is None:
        return []
    day = max([sale.on, *(change.on for change in by_hand[:1])])
    if standing_on(by_hand, day) is not Standing.PROSPECT:
        return []
    return [StandingChange(party_id, day, Standing.CURRENT, cause_sale=sale.id)]
