"""Who leaves is kept whole and reminds no more; who comes back has all of it again; slips leave no exit."""

from datetime import date, timedelta

import pytest

from balancer_desktop.app import archive, archive_folders, contacts, money, people, reasons, standings, today
from balancer_desktop.app.book import Book
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.find import find
from balancer_desktop.app.picking import suggestions
from balancer_desktop.app.timeline import timeline
from balancer_desktop.domain.entries import NextStep, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import ReasonClass, Standing, StandingChange

START = date(2026, 1, 1)
LEFT = date(2026, 6, 1)
DUE = date(2026, 12, 24)
MOVED = "Moved away"


@pytest.fixture
def acme(book: Book) -> int:
    acme = people.add(book, Party("Acme"), Standing.CURRENT, START)
    contacts.plan(book, NextStep(DUE, acme, "sweep"))
    contacts.finish(book, contacts.plan(book, NextStep(DUE, acme, "call")))
    return acme


def reason(book: Book, label: str = MOVED) -> int:
    return next(r.id for r in book.people.reasons() if r.label == label)


def open_steps(book: Book, party_id: int) -> list[str]:
    return [step.what for step in book.contacts.steps_of(party_id) if step.done_on is None]


def standings_of(book: Book, party_id: int) -> list[Standing]:
    return [change.standing for change in book.people.history(party_id)]


def test_leaving_is_one_row_with_all_that_was_said(book: Book, acme: int) -> None:
    folder = archive_folders.add(book, "Moved")
    archive.archive(book, [acme], reason(book), LEFT, folder, " to the sea ", "ask  who moved in", DUE)
    assert book.people.history(acme)[-1] == StandingChange(
        acme,
        LEFT,
        Standing.EX,
        reason(book),
        "to the sea",
        id=2,
        folder_id=folder,
        hook="ask who moved in",
        hook_due=DUE,
    )
    assert book.undo_label == "Archive Acme"
    assert book.folders.folder_of() == {acme: folder}


def test_reminders_stop_and_say_why(book: Book, acme: int) -> None:
    archive.archive(book, [acme], reason(book), LEFT)
    closed = next(step for step in book.contacts.steps_of(acme) if step.closed_by)
    assert (closed.what, closed.done_on, closed.outcome) == ("sweep", LEFT, "Closed: Acme left (Moved away)")
    assert closed.closed_by == book.people.history(acme)[-1].id
    assert today.agenda(book, ahead=60) == []


def test_restoring_gives_back_the_standing_and_the_steps(book: Book, acme: int) -> None:
    people.set_standing(book, [acme], Standing.LAPSED, date(2026, 5, 1))
    before = book.contacts.steps_of(acme)
    archive.archive(book, [acme], reason(book), LEFT, hook="card", hook_due=DUE)
    archive.restore(book, [acme])
    assert standings_of(book, acme) == [Standing.CURRENT, Standing.LAPSED, Standing.EX, Standing.LAPSED]
    last = book.people.history(acme)[-1]
    assert (last.on, last.note) == (book.today(), "restored")
    assert book.people.history(acme)[-2].hook == "card", "nothing else is cleared"
    assert book.contacts.steps_of(acme) == before
    assert book.undo_label == "Restore Acme"


def test_restored_on_the_day_it_never_happened(book: Book, acme: int) -> None:
    before, steps = book.people.history(acme), book.contacts.steps_of(acme)
    archive.archive(book, [acme], reason(book))
    archive.restore(book, [acme])
    assert (book.people.history(acme), book.contacts.steps_of(acme)) == (before, steps)
    archive.archive(book, [acme], reason(book), LEFT)
    archive.restore(book, [acme], LEFT)
    assert book.people.history(acme) == before


def test_moving_on_by_hand_is_the_same_path(book: Book, acme: int) -> None:
    archive.archive(book, [acme], reason(book))
    people.set_standing(book, [acme], Standing.LAPSED)
    assert standings_of(book, acme) == [Standing.CURRENT, Standing.LAPSED]
    assert open_steps(book, acme) == ["sweep"]
    people.set_standing(book, [acme], Standing.EX, None, reason(book), "gone")
    assert open_steps(book, acme) == []
    people.set_standing(book, [acme], Standing.CURRENT)
    assert open_steps(book, acme) == ["sweep"]


def test_a_first_sale_of_the_day_counts_once_the_slip_is_taken_back(book: Book) -> None:
    zoe = people.add(book, Party("Zoë"), on=START)
    archive.archive(book, [zoe], reason(book))
    money.record_sale(book, Sale(book.today(), zoe, 100))
    assert book.people.standing(zoe) is Standing.EX
    archive.restore(book, [zoe])
    assert standings_of(book, zoe) == [Standing.PROSPECT, Standing.CURRENT]


def test_who_was_ex_from_the_first_becomes_what_they_must_have_been(book: Book) -> None:
    buyer = people.add(book, Party("Buyer", customer_since=START), Standing.EX)
    stranger = people.add(book, Party("Stranger"), Standing.EX)
    archive.restore(book, [buyer, stranger])
    assert standings_of(book, buyer) == [Standing.EX, Standing.CURRENT]
    assert standings_of(book, stranger) == [Standing.EX, Standing.PROSPECT]


def test_several_at_once_leave_those_who_left_alone(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"), on=START)
    archive.archive(book, [acme], reason(book), LEFT, note="first")
    archive.archive(book, [acme, zoe, 99], reason(book, "Price"))
    assert book.people.history(acme)[-1].note == "first"
    assert book.undo_label == "Archive Zoë"
    archive.restore(book, [acme, zoe])
    assert book.undo() == "Restore 2 people"
    assert {book.people.standing(acme), book.people.standing(zoe)} == {Standing.EX}


def test_removing_the_leaving_opens_the_steps_again(book: Book, acme: int) -> None:
    archive.archive(book, [acme], reason(book), LEFT)
    standings.remove_change(book, acme, book.people.history(acme)[-1].id)
    assert open_steps(book, acme) == ["sweep"]


def test_removing_the_return_closes_them_again(book: Book, acme: int) -> None:
    archive.archive(book, [acme], reason(book), LEFT)
    archive.restore(book, [acme])
    standings.remove_change(book, acme, book.people.history(acme)[-1].id)
    assert book.people.standing(acme) is Standing.EX
    assert open_steps(book, acme) == []
    closed = next(step for step in book.contacts.steps_of(acme) if step.closed_by)
    assert closed.done_on == LEFT


def test_of_two_leavings_in_a_row_the_other_one_keeps_them_closed(book: Book, acme: int) -> None:
    archive.archive(book, [acme], reason(book), LEFT)
    archive.restore(book, [acme], LEFT + timedelta(30))
    archive.archive(book, [acme], reason(book, "Price"), LEFT + timedelta(60))
    first, back, last = book.people.history(acme)[1:]
    standings.remove_change(book, acme, back.id)
    standings.remove_change(book, acme, last.id)
    assert open_steps(book, acme) == []
    assert next(step.closed_by for step in book.contacts.steps_of(acme) if step.closed_by) == first.id
    archive.restore(book, [acme])
    assert open_steps(book, acme) == ["sweep"]


def test_people_are_filed_elsewhere(book: Book, acme: int) -> None:
    folder, zoe = archive_folders.add(book, "Moved"), people.add(book, Party("Zoë"))
    with pytest.raises(BadInput, match="None of them is archived"):
        archive.refile(book, [acme, zoe], folder)
    archive.archive(book, [acme], reason(book), LEFT)
    archive.refile(book, [acme, zoe], folder)
    assert book.folders.folder_of() == {acme: folder}
    assert book.undo_label == "File Acme in Moved"
    archive.refile(book, [acme], 0)
    assert book.folders.folder_of() == {acme: 0}


def test_a_hook_is_put_off_and_done(book: Book, acme: int) -> None:
    with pytest.raises(BadInput, match="Acme has not left"):
        archive.set_hook(book, acme, "card")
    archive.archive(book, [acme], reason(book), LEFT)
    with pytest.raises(BadInput, match="nothing to come back to Acme for"):
        archive.finish_hook(book, acme)
    archive.set_hook(book, acme, "card", DUE)
    archive.postpone_hook(book, acme, DUE + timedelta(7))
    archive.finish_hook(book, acme)
    last = book.people.history(acme)[-1]
    assert (last.hook, last.hook_due, last.hook_done) == ("card", DUE + timedelta(7), book.today())
    with pytest.raises(BadInput, match="was done on"):
        archive.postpone_hook(book, acme, DUE)
    archive.set_hook(book, acme, "")
    assert book.undo_label == "Drop “card” · Acme"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reason_id": 0}, "Why they left is missing"),
        ({"reason_id": 99}, "reason is not in the book"),
        ({"reason_id": 1}, "is retired"),
        ({"on": date(2026, 11, 21)}, "future"),
        ({"on": date(2025, 1, 1)}, "Choose a later date"),
        ({"folder_id": 7}, "folder is not in the book"),
        ({"hook_due": DUE}, "come back for is missing"),
        ({"hook": "card", "hook_due": START}, "comes before they left"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    book: Book, acme: int, wrong: dict[str, object], words: str
) -> None:
    reasons.retire(book, 1)
    before, label = list(book.file.db.connection().iterdump()), book.undo_label
    with pytest.raises(BadInput, match=words):
        archive.archive(book, [acme], **{"reason_id": 2, "on": LEFT} | wrong)  # type: ignore[arg-type]
    assert (list(book.file.db.connection().iterdump()), book.undo_label) == (before, label)


def test_a_reason_of_their_own_takes_all_the_rest(book: Book, acme: int) -> None:
    folder = archive_folders.add(book, "Moved")
    reasons.archive_because(book, [acme], "Feud", ReasonClass.UNKNOWN, LEFT, folder, "loud", "make up", DUE)
    last = book.people.history(acme)[-1]
    assert (last.folder_id, last.note, last.hook, last.hook_due) == (folder, "loud", "make up", DUE)
    assert book.undo() == "Archive Acme"
    assert all(r.label != "Feud" for r in book.people.reasons())


def test_who_left_is_found_by_search_and_offered_by_no_picker(book: Book, acme: int) -> None:
    archive.archive(book, [acme], reason(book))
    assert suggestions(book, "acme") == []
    assert [(hit.title, hit.standing) for hit in find(book, "acme")] == [("Acme", Standing.EX)]
    assert [item.note for item in timeline(book, acme) if item.what == "Not done"] == [
        "sweep · Closed: Acme left (Moved away)"
    ]


def test_the_export_has_them_as_before(book: Book, acme: int, tmp_path) -> None:
    money.record_sale(book, Sale(START, acme, 5000, "roof"))
    export_csv(book, tmp_path / "before")
    archive.archive(book, [acme], reason(book))
    export_csv(book, tmp_path / "after")
    for name in ("sales", "expenses", "work", "contacts"):
        assert (tmp_path / "before" / f"{name}.csv").read_text() == (tmp_path / "after" / f"{name}.csv").read_text()
