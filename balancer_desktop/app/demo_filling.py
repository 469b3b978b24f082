"""Writing a generated business into a book."""

from balancer_desktop.app import archive_folders
from balancer_desktop.app.book import Book
from balancer_desktop.app.demo import MADE
from balancer_desktop.app.standings import move
from balancer_desktop.domain.demo.business import DemoBusiness
from balancer_desktop.domain.standing import Standing, StandingChange


def fill(book: Book, business: DemoBusiness) -> None:
    """Write a generated business into an empty book, as one step that cannot be undone."""
    with book.change("Fill the demo book"):
        book.settings.set(MADE, book.today().isoformat())
        book.settings.set("business_name", business.name)
        _write_people(book, business)
        for sale in business.sales:
            book.ledger.add_sale(sale)
        for expense in business.expenses:
            book.ledger.add_expense(expense)
        for work in business.work:
            book.work.add(work)
        for contact in business.contacts:
            book.contacts.add(contact)
        for step in business.next_steps:
            book.contacts.add_step(step)
        for tag, ideal, longest in business.tag_gaps:
            book.reminders.set_tag_gaps(tag, ideal, longest)
        _write_exits(book, business)
    book.start_history()


def _write_people(book: Book, business: DemoBusiness) -> None:
    """Ids come out as the generator counted them: the book is empty and people are written in order."""
    for person in business.people:
        party_id = book.people.add(person.party)
        for change in person.history:
            if change.standing is not Standing.EX:
                book.people.add_standing(StandingChange(party_id, change.on, change.standing, note=change.note))


def _write_exits(book: Book, business: DemoBusiness) -> None:
    """Written last, for leaving closes the steps that are open."""
    reasons = {reason.label: reason.id for reason in book.people.reasons()}
    for party_id, person in enumerate(business.people, 1):
        left = person.history[-1]
        if left.standing is Standing.EX:
            folder = archive_folders.make_path(book, left.folder) if left.folder else 0
            move(
                book,
                StandingChange(
                    party_id, left.on, left.standing, reasons[left.reason], left.note, folder_id=folder,
                    hook=left.hook, hook_due=left.hook_due, hook_done=left.hook_done,
                ),
            )  # fmt: skip
