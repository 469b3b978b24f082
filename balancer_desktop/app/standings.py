"""Taking back a change of standing that was a mistake, long after undo's reach."""

from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import follow_first_sale
from balancer_desktop.domain.errors import BadInput


def remove_change(book: Book, party_id: int, change_id: int) -> None:
    """Remove one change from a party's history; BadInput for its beginning, or for what a first sale caused."""
    history = book.people.history(party_id)
    change = next((change for change in history if change.id == change_id), None)
    if change is None:
        return
    if change.cause_sale:
        raise BadInput("This came with the first sale.", "Remove or correct that sale, and it goes as well.")
    if change == history[0]:
        raise BadInput("This is where the history begins.", "Change the standing, or remove the person.")
    name = book.people.names([party_id])[party_id]
    with book.change(f"Remove “{change.standing.value}” of {change.on} · {name}"):
        book.people.remove_standing(change_id, party_id)
        follow_first_sale(book, party_id)
