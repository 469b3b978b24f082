"""People are added, edited, moved between standings, tagged and removed; what makes no sense is refused in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from balancer_desktop.app import contacts, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import LONGEST_NAME, ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ReasonClass, Standing, StandingChange

START = date(2026, 1, 1)


@pytest.fixture
def acme(book: Book) -> int:
    return people.add(book, Party("Acme"), on=START)


def reason(book: Book, label: str) -> int:
    return next(r.id for r in book.people.reasons() if r.label == label)


def test_a_person_comes_back_as_added(book: Book, acme: int) -> None:
    points = (
        ContactPoint(ContactKind.EMAIL, "a@b.example", "work"),
        ContactPoint(ContactKind.PHONE, "555-0101", "mobile"),
        ContactPoint(ContactKind.PHONE, "555-0102"),
    )
    party = Party("Zoë", PartyKind.BUSINESS, "Gardens", points, ("b", "a"), "1 High St", acme, date(2020, 1, 1), "n\nn")
    new = people.add(book, party, Standing.LAPSED, date(2025, 5, 5))
    assert book.people.get(new) == replace(party, id=new)
    assert book.people.history(new) == [StandingChange(new, date(2025, 5, 5), Standing.LAPSED, id=2)]
    assert book.people.standing(new) is Standing.LAPSED
    assert book.undo_label == "Add Zoë"


def test_who_is_added_without_a_date_begins_today(book: Book, today: date) -> None:
    new = people.add(book, Party("Zoë"))
    assert book.people.history(new)[0].on == today
    assert book.people.standing(new) is Standing.PROSPECT


def test_what_is_typed_is_tidied(book: Book) -> None:
    points = (ContactPoint(ContactKind.PHONE, "  555  0101 ", " work "), ContactPoint(ContactKind.EMAIL, "   "))
    messy = Party(
        "  Zoë \t O’Hara ",
        company=" G\n",
        contacts=points,
        tags=(" roof ", "", "roof", "net  30"),
        address="\n1 High St\nTown\n",
        notes="  a\n\n b ",
    )
    assert book.people.get(people.add(book, messy)) == Party(
        "Zoë O’Hara",
        company="G",
        contacts=(ContactPoint(ContactKind.PHONE, "555 0101", "work"),),
        tags=("roof", "net 30"),
        address="1 High St\nTown",
        notes="a\n\n b",
        id=1,
    )


def test_any_text_is_text(book: Book) -> None:
    odd = "\u202e🌿 '; DROP TABLE party; -- %_\\ \"\x1f İı"
    new = people.add(book, Party(odd, company=odd, notes=odd * 1000, tags=(odd,)))
    found = book.people.get(new)
    assert (found.notes, found.company) == (odd * 1000, " ".join(odd.split()))
    spoilt = book.people.get(people.add(book, Party("a\0b\ud800c", notes="\udfff\0")))
    assert "\0" not in spoilt.name + spoilt.notes
    assert (spoilt.name + spoilt.notes).encode()


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (Party(""), "A name is missing"),
        (Party(" \t\n"), "A name is missing"),
        (Party("x" * (LONGEST_NAME + 1)), "501 characters"),
        (Party("Zoë", referred_by=99), "not in the book"),
    ],
)
def test_a_party_that_makes_no_sense_is_refused(book: Book, acme: int, party: Party, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        people.add(book, party)
    with pytest.raises(BadInput, match=words):
        people.edit(book, replace(party, id=acme))
    assert book.people.names() == {acme: "Acme"}


def test_nobody_begins_in_the_future(book: Book, today: date) -> None:
    with pytest.raises(BadInput, match="future"):
        people.add(book, Party("Zoë"), on=today + timedelta(1))
    assert book.people.names() == {}


def test_an_edited_person_is_found_by_the_new_words_only(book: Book, acme: int) -> None:
    people.edit(book, Party("Hilltop", tags=("Garten",), contacts=(ContactPoint(ContactKind.PHONE, "1-2"),), id=acme))
    (row,) = people.rows(book)
    assert row.folded == "hilltop garten 1-2 12"
    assert book.undo_label == "Edit Hilltop"


def test_nobody_refers_themselves(book: Book, acme: int) -> None:
    with pytest.raises(BadInput, match="referred by themselves"):
        people.edit(book, Party("Acme", referred_by=acme, id=acme))


def test_editing_somebody_removed_meanwhile_is_refused(book: Book, acme: int) -> None:
    people.remove(book, [acme])
    with pytest.raises(BadInput, match="not in the book any more"):
        people.edit(book, Party("Acme 2", contacts=(ContactPoint(ContactKind.PHONE, "1"),), id=acme))


def test_a_standing_is_a_dated_row_with_its_reason(book: Book, acme: int, today: date) -> None:
    people.set_standing(book, [acme], Standing.CURRENT, date(2026, 2, 1), note="signed")
    people.set_standing(book, [acme], Standing.EX, None, reason(book, "Price"), "too dear \0")
    assert book.people.history(acme)[1:] == [
        StandingChange(acme, date(2026, 2, 1), Standing.CURRENT, note="signed", id=2),
        StandingChange(acme, today, Standing.EX, reason(book, "Price"), "too dear \ufffd", id=3),
    ]
    assert book.people.standing(acme) is Standing.EX
    assert book.undo_label == "Archive Acme"


def test_a_reason_belongs_to_ex_only(book: Book, acme: int) -> None:
    people.set_standing(book, [acme], Standing.LAPSED, None, reason(book, "Price"))
    assert book.people.history(acme)[-1].reason_id == 0


def test_nobody_becomes_ex_without_a_reason(book: Book, acme: int) -> None:
    with pytest.raises(BadInput, match="Why they left"):
        people.set_standing(book, [acme], Standing.EX)
    with pytest.raises(BadInput, match="reason is not in the book"):
        people.set_standing(book, [acme], Standing.EX, reason_id=99)
    assert book.people.standing(acme) is Standing.PROSPECT


def test_many_are_moved_as_one_step_or_not_at_all(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"), Standing.LAPSED, date(2026, 6, 1))
    with pytest.raises(BadInput, match=r"Zoë changed standing on 2026-06-01, after 2026-05-01"):
        people.set_standing(book, [acme, zoe], Standing.CURRENT, date(2026, 5, 1))
    assert book.people.standing(acme) is Standing.PROSPECT
    people.set_standing(book, [acme, zoe, acme], Standing.CURRENT, date(2026, 6, 1))
    assert [len(book.people.history(party)) for party in (acme, zoe)] == [2, 2]
    assert book.undo() == "Make a current customer of 2 people"
    assert [book.people.standing(party) for party in (acme, zoe)] == [Standing.PROSPECT, Standing.LAPSED]


def test_no_standing_begins_in_the_future(book: Book, acme: int, today: date) -> None:
    with pytest.raises(BadInput, match="future"):
        people.set_standing(book, [acme], Standing.CURRENT, today + timedelta(1))


def test_who_is_in_that_standing_stays(book: Book, acme: int) -> None:
    people.set_standing(book, [acme], Standing.PROSPECT, date(2026, 5, 1))
    assert len(book.people.history(acme)) == 1


def test_tags_are_given_and_taken_once(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë", tags=("a", "roof", "b")), on=START)
    people.tag(book, [acme, zoe], "  roof ")
    assert [book.people.get(party).tags for party in (acme, zoe)] == [("roof",), ("a", "roof", "b")]
    assert book.undo_label == "Tag 2 people “roof”"
    people.tag(book, [acme, zoe], "roof", on=False)
    assert [book.people.get(party).tags for party in (acme, zoe)] == [(), ("a", "b")]
    assert [row.folded for row in people.rows(book)] == ["acme", "zoe a b"]
    assert book.people.tags() == ["a", "b"]
    with pytest.raises(BadInput, match="tag is empty"):
        people.tag(book, [acme], " ")


def test_somebody_added_by_mistake_leaves_no_trace(book: Book, acme: int) -> None:
    points = (ContactPoint(ContactKind.PHONE, "1"),)
    zoe = people.add(book, Party("Zoë", contacts=points, tags=("a",)), Standing.CURRENT, START)
    before = list(book.file.db.connection().iterdump())
    people.remove(book, [acme, zoe])
    for table in ("party", "contact_point", "party_tag", "standing_change"):
        assert book.file.db.execute_sql(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    book.undo()
    assert list(book.file.db.connection().iterdump()) == before


@pytest.mark.parametrize("what", ["sale", "work", "contact", "step", "referral", "timer"])
def test_a_history_is_not_removed(book: Book, acme: int, today: date, what: str) -> None:
    match what:
        case "sale":
            money.record_sale(book, Sale(today, acme, 1))
        case "work":
            work.log(book, Work(today, 1, Side.KEEP, acme))
        case "contact":
            contacts.log(book, Contact(today, acme, Channel.NOTE))
        case "step":
            contacts.plan(book, NextStep(today, acme, "call"))
        case "referral":
            people.add(book, Party("Zoë", referred_by=acme))
        case "timer":
            work.start_timer(book, datetime(2026, 11, 20, 9, tzinfo=UTC), acme, Side.KEEP)
    newcomer = people.add(book, Party("Newcomer"))
    with pytest.raises(BadInput, match="Acme has 1 entry in the book") as refused:
        people.remove(book, [newcomer, acme])
    assert "ex" in refused.value.remedy
    assert {acme, newcomer} <= book.people.names().keys()


def test_subscribers_learn_who_was_concerned(book: Book, acme: int) -> None:
    zoe = people.add(book, Party("Zoë"), on=START)
    told: list[Changes] = []
    book.subscribe(told.append)
    people.set_standing(book, [acme, zoe], Standing.CURRENT)
    people.edit(book, Party("Zoë 2", id=zoe))
    book.undo()
    everybody, only = frozenset({acme, zoe}), frozenset({zoe})
    assert told == [Changes(people=True, parties=who) for who in (everybody, only, only)]


def test_the_first_reasons_have_their_classes(book: Book) -> None:
    classes = {r.label: r.kind for r in book.people.reasons()}
    assert classes["Moved away"] is ReasonClass.BENIGN
    assert classes["Price"] is ReasonClass.PERFORMANCE
    assert classes["Unknown"] is ReasonClass.UNKNOWN
