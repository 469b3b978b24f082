"""What changes nothing leaves no step to undo."""

from collections.abc import Callable
from datetime import date

import pytest

from balancer_desktop.app import (
    archive,
    archive_folders,
    balance,
    contacts,
    money,
    people,
    reasons,
    work,
)
from balancer_desktop.app.book import Book
from balancer_desktop.domain.standing import ReasonClass, Standing
from tests.app.undo import prospects_cases
from tests.app.undo.filled import ACME, EXPENSE, FOLDER, GONE, INNER, SALE, ZOE, dump


@pytest.mark.parametrize(
    "vain",
    [
        lambda book: people.edit(book, book.people.get(ACME)),
        lambda book: people.set_standing(book, [ACME], Standing.CURRENT),
        lambda book: people.tag(book, [ACME], "roof"),
        lambda book: people.tag(book, [ZOE], "roof", on=False),
        lambda book: archive.archive(book, [GONE], 1),
        lambda book: archive.restore(book, [ACME]),
        lambda book: archive.refile(book, [GONE, ACME], INNER),
        lambda book: archive.set_hook(book, GONE, " ask who  moved in ", date(2027, 1, 1)),
        lambda book: archive.postpone_hook(book, GONE, date(2027, 1, 1)),
        lambda book: archive_folders.rename(book, FOLDER, "Moved"),
        lambda book: archive_folders.move(book, INNER, FOLDER),
        lambda book: reasons.change_reason(book, 3, "Graduated", ReasonClass.BENIGN),
        lambda book: reasons.retire(book, 4),
        lambda book: reasons.bring_back(book, 1),
        lambda book: people.remove(book, []),
        lambda book: people.remove(book, [99]),
        lambda book: work.edit(book, book.work.get(1)),
        lambda book: work.remove(book, 99),
        work.cancel_timer,
        lambda book: money.edit_sale(book, book.ledger.sale(SALE)),
        lambda book: money.remove_sale(book, EXPENSE),
        lambda book: money.edit_expense(book, book.ledger.expense(EXPENSE)),
        lambda book: money.remove_expense(book, SALE),
        lambda book: contacts.edit(book, book.contacts.get(1)),
        lambda book: contacts.remove(book, 99),
        lambda book: contacts.finish(book, 99),
        lambda book: contacts.postpone(book, 1, date(2026, 12, 1)),
        lambda book: contacts.remove_step(book, 99),
        lambda book: balance.set_target(book, *balance.BAND) or balance.set_target(book, *balance.BAND) or book.undo(),
        *prospects_cases.VAIN,
    ],
)
def test_what_changes_nothing_leaves_no_step(filled: Book, vain: Callable[[Book], object]) -> None:
    before = dump(filled)
    vain(filled)
    assert filled.undo_label == ""
    assert dump(filled) == before
