"""The demo business as a book of its own, in a folder of its own, made from its seed."""

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from balancer_desktop.app import archive_folders
from balancer_desktop.app.book import Book, Today, new_book, open_book
from balancer_desktop.app.standings import move
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.standing import Standing, StandingChange
from balancer_desktop.storage.lock import BookInUse

if TYPE_CHECKING:
    from balancer_desktop.domain.demo.business import DemoBusiness

SEED = 7
_MADE = "demo_made_on"


def open_demo(folder: Path, today: Today = date.today, *, attach: bool = True) -> Book:
    """The demo book in `folder`, made anew unless it was made today; BookInUse when a window has it open.

    `folder` belongs to the demo alone: whatever else is found there is replaced. attach: see app.book.open_book.
    """
    if (folder / "book.db").exists():
        try:
            book = open_book(folder, today, attach=attach)
        except BookInUse:
            raise
        except Refused:
            book = None
        if book and book.settings.get(_MADE) == today().isoformat():
            return book
        if book:
            book.close()
    shutil.rmtree(folder, ignore_errors=True)
    return make_demo(folder, today)


def make_demo(folder: Path, today: Today = date.today) -> Book:
    """A new book filled with the demo business; Refused when the folder holds a book."""
    from balancer_desktop.domain.demo.generate import generate  # large, and at most starts the demo is there already

    business = generate(SEED, today())
    book = new_book(folder, business.currency, today)
    fill(book, business)
    return book


def fill(book: Book, business: "DemoBusiness") -> None:
    """Write a generated business into an empty book, as one step that cannot be undone."""
    with book.change("Fill the demo book"):
        book.settings.set(_MADE, book.today().isoformat())
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


def _write_people(book: Book, business: "DemoBusiness") -> None:
    """Ids come out as the generator counted them: the book is empty and people are written in order."""
    for person in business.people:
        party_id = book.people.add(person.party)
        for change in person.history:
            if change.standing is not Standing.EX:
                book.people.add_standing(StandingChange(party_id, change.on, change.standing, note=change.note))


def _write_exits(book: Book, business: "DemoBusiness") -> None:
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
