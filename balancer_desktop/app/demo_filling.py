"""Writing a generated business into a book."""

from collections.abc import Iterator
from dataclasses import replace

from balancer_desktop.app import archive_folders
from balancer_desktop.app.book import Book
from balancer_desktop.app.demo_mark import MADE, mark
from balancer_desktop.app.standings import move
from balancer_desktop.domain.demo.business import DemoBusiness
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.pipeline.opportunity import Opportunity, StageMove
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.storage.import_store import ImportStore


def fill(book: Book, business: DemoBusiness) -> None:
    """Write a generated business into an empty book, as one step that cannot be undone."""
    with book.change("Fill the demo book"):
        book.settings.set(MADE, mark(book.today()))
        book.settings.set("business_name", business.name)
        book.settings.set("hourly_cost", str(business.hourly_cost))
        _write_people(book, business)
        for sale in business.sales:
            book.ledger.add_sale(sale)
        for expense in business.expenses:
            book.ledger.add_expense(expense)
        for work in business.work:
            book.work.add(work)
        many = ImportStore(book.file.db)
        many.add_contacts((contact, "") for contact in business.contacts)
        many.add_inquiries(_inquiries(book, business))
        many.add_opportunities(_opportunities(book, business))
        many.add_steps((step, "") for step in business.next_steps)
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


def _inquiries(book: Book, business: DemoBusiness) -> Iterator[Inquiry]:
    """None came or was answered later than now, should it be early in the day."""
    now = book.now()
    for inquiry in business.inquiries:
        responded = min(inquiry.responded.astimezone(), now) if inquiry.responded else None
        yield replace(inquiry, received=min(inquiry.received.astimezone(), now), responded=responded)


def _opportunities(book: Book, business: DemoBusiness) -> list[Opportunity]:
    stages = [stage.id for stage in book.stages.stages()]
    reasons = {reason.label: reason.id for reason in book.stages.loss_reasons()}
    return [
        replace(
            made.opportunity,
            moves=tuple(StageMove(move.on, stages[move.stage_id - 1]) for move in made.opportunity.moves),
            reason_id=reasons[made.reason] if made.reason else 0,
        )
        for made in business.opportunities
    ]


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
