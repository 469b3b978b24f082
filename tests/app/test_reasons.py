"""Own reasons: added, retired and brought back; what somebody left for is never rewritten."""

from datetime import date

import pytest

from balancer_desktop.app import archive, people, reasons
from balancer_desktop.app.book import Book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import ExitReason, ReasonClass


@pytest.fixture
def feud(book: Book) -> int:
    return reasons.add_reason(book, "Feud", ReasonClass.UNKNOWN)


@pytest.fixture
def used(book: Book, feud: int) -> int:
    archive.archive(book, [people.add(book, Party("Acme"), on=date(2026, 1, 1))], feud)
    return feud


def test_a_reason_in_use_is_retired_but_never_rewritten(book: Book, used: int) -> None:
    with pytest.raises(BadInput, match="“Feud” is why 1 person left"):
        reasons.change_reason(book, used, "Quarrel", ReasonClass.PERFORMANCE)
    with pytest.raises(BadInput, match="“Feud” is why 1 person left"):
        reasons.remove_reason(book, used)
    reasons.retire(book, used)
    assert book.people.reasons()[-1] == ExitReason("Feud", ReasonClass.UNKNOWN, retired=True, id=used)
    with pytest.raises(BadInput, match="bring it back"):
        reasons.add_reason(book, "feud", ReasonClass.BENIGN)
    reasons.bring_back(book, used)
    assert not book.people.reasons()[-1].retired


def test_one_nobody_left_for_is_changed_or_removed(book: Book, feud: int) -> None:
    reasons.change_reason(book, feud, "FEUD", ReasonClass.PERFORMANCE)
    assert book.people.reasons()[-1] == ExitReason("FEUD", ReasonClass.PERFORMANCE, id=feud)
    for wrong, words in (("price", "There is a reason “Price” already"), (" ", "empty"), ("x" * 501, "too long")):
        with pytest.raises(BadInput, match=words):
            reasons.change_reason(book, feud, wrong, ReasonClass.BENIGN)
    reasons.remove_reason(book, feud)
    assert all(reason.id != feud for reason in book.people.reasons())
    with pytest.raises(BadInput, match="not in the book any more"):
        reasons.retire(book, feud)
