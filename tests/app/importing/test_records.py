"""Standings, contacts, next steps and the owner's lists come in from any program's files, joined to what is there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from balancer_desktop.app import archive, archive_folders, book_settings, contacts, money, people, reasons
from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.apply import apply
from balancer_desktop.app.importing.plan import plan
from balancer_desktop.app.importing.readings import detect, with_field, with_kind
from balancer_desktop.app.importing.run import import_files, known
from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.entries import Channel, Contact, NextStep, Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import ReasonClass, Standing

Write = Callable[[str, str], Path]
Bring = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, text: str) -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return written


@pytest.fixture
def bring(book: Book, write: Write) -> Bring:
    """Import one file, in which everything must be right, and check the book."""

    def brought(name: str, text: str) -> None:
        assert import_files(book, [write(name, text)]).issues == ()
        assert verify(book) == []

    return brought


def ids(book: Book) -> dict[str, int]:
    return {name: party_id for party_id, name in book.people.names().items()}


def told(book: Book, name: str) -> list[tuple[str, str]]:
    return [(str(change.on), change.standing.value) for change in book.people.history(ids(book)[name])]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("export.csv", "Contact,Date,Direction,Type,Remarks\nAnn,2026-05-04,Inbound,Call,x\n", Kind.CONTACTS),
        ("calls.csv", "Date,Time,Name,Channel\n2026-05-04,10:30,Ann,phone\n", Kind.CONTACTS),
        ("Anrufe.csv", "Datum;Kunde;Kanal;Notiz\n04.05.2026;Ann;Anruf;x\n", Kind.CONTACTS),
        ("log.csv", "Date,Client,Type,Hours\n2026-05-04,Ann,Meeting,2\n", Kind.WORK),
        ("orders.csv", "Date,Customer,Channel,Total\n2026-05-04,Ann,Message,5\n", Kind.SALES),
        ("shop.csv", "Date,Customer,Channel\n2026-05-04,Ann,Webshop\n", Kind.PEOPLE),
        ("tasks.csv", "Task,Due date,Contact\nCall back,2026-12-04,Ann\n", Kind.NEXT_STEPS),
        ("Aufgaben.csv", "Aufgabe;Fällig am;Kunde\nAnrufen;04.12.2026;Ann\n", Kind.NEXT_STEPS),
        ("invoices.csv", "Invoice,Date,Due date,Subject,Customer,Total\n1,2026-05-04,2026-06-04,x,Ann,5\n", Kind.SALES),
        ("leads.csv", "Name,Next action,Due date,Phone\nAnn,call,2026-12-04,030 1\n", Kind.PEOPLE),
        ("changes.csv", "Customer,Date,Standing\nAnn,2026-05-04,lapsed\n", Kind.STANDINGS),
        ("people.csv", "Name,Standing,Created at,Email\nAnn,lapsed,2026-05-04,a@x.example\n", Kind.PEOPLE),
        ("people.csv", "Name,Status,Since\nAnn,lapsed,2026-05-04\n", Kind.PEOPLE),
    ],
)
def test_the_kind_is_told_by_headings_and_values(write: Write, name: str, text: str, kind: Kind) -> None:
    (reading,) = detect(open_sheets(write(name, text)))
    assert reading.mapping.kind is kind


def test_a_call_log_of_another_program(book: Book, bring: Bring) -> None:
    ann = people.add(book, Party("Ann"))
    bring(
        "calls.csv",
        "Contact,Date,Direction,Type,Reached,Remarks\n"
        "Ann,2026-05-04,Inbound,Phone call,yes,asked\nBob,2026-05-05,out,Voicemail,,\nAnn,2026-05-06,,E-mail,no,\n",
    )
    assert [(c.channel, c.incoming, c.answered, c.note) for c in book.contacts.of_party(ann)] == [
        (Channel.CALL, True, True, "asked"),
        (Channel.EMAIL, False, False, ""),
    ]
    assert book.contacts.of_party(ids(book)["Bob"]) == []
    (missed,) = book.inquiries.of_party(ids(book)["Bob"])
    assert (missed.channel, missed.on, missed.state) == (
        InquiryChannel.MISSED_CALL, date(2026, 5, 5), InquiryState.WAITING
    )  # fmt: skip
    assert book.people.standing(ids(book)["Bob"]) is Standing.PROSPECT


def test_columns_are_chosen_by_hand_as_for_every_kind(book: Book, write: Write) -> None:
    (reading,) = detect(open_sheets(write("x.csv", "Foo,Bar,Baz\nAnn,4/12/2026,tidy up\n")))
    reading = with_kind(reading, Kind.NEXT_STEPS)
    assert reading.missing == "who it is (a name or customer number) and when it is due and what to do"
    for column, field in enumerate((Field.NAME, Field.DUE, Field.WHAT)):
        reading = with_field(reading, column, field)
    assert reading.assumed
    apply(book, plan([reading], known(book), book.currency, today=book.today()), [reading])
    assert [(str(s.due), s.what) for s in book.contacts.steps_of(ids(book)["Ann"])] == [("2026-12-04", "tidy up")]
    (again,) = detect(
        open_sheets(write("x.csv", "Foo,Bar,Baz\nAnn,4/12/2026,tidy up\n")),
        remembered={reading.fingerprint: reading.mapping},
    )
    assert again.mapping == reading.mapping


def test_a_history_replaces_what_would_be_made_up_for_a_new_person(book: Book, write: Write) -> None:
    who = write("people.csv", "Id,Name,Standing\n1,Ann,ex\n")
    sold = write("sales.csv", "Customer,Date,Amount\nAnn,2025-05-04,100.00\n")
    stood = write(
        "standings.csv", "Customer,Date,Standing,Reason\nAnn,2025-03-01,current,\nAnn,2026-03-01,ex,Gone sailing\n"
    )
    import_files(book, [stood, sold, who])
    assert told(book, "Ann") == [("2025-03-01", "current"), ("2026-03-01", "ex")]
    (new,) = (reason for reason in book.people.reasons() if reason.label == "Gone sailing")
    assert (new.kind, book.people.history(1)[-1].reason_id) == (ReasonClass.UNKNOWN, new.id)


def test_changes_join_the_history_of_somebody_in_the_book(book: Book, bring: Bring) -> None:
    """What is there stays, what the rule made gives way to what is known now, and steps follow the standing."""
    ann = people.add(book, Party("Ann"), on=date(2025, 1, 1))
    money.record_sale(book, Sale(date(2025, 6, 1), ann, 100))
    contacts.plan(book, NextStep(date(2027, 1, 1), ann, "call"))
    assert told(book, "Ann") == [("2025-01-01", "prospect"), ("2025-06-01", "current")]
    rows = "Ann,2025-01-01,prospect,,\nAnn,2025-02-01,current,,\nAnn,2026-02-01,ex,moved away,Far/Away\n"
    bring("standings.csv", f"Customer,Date,Standing,Reason,Folder\n{rows}")
    assert told(book, "Ann") == [("2025-01-01", "prospect"), ("2025-02-01", "current"), ("2026-02-01", "ex")]
    left, folders = book.people.history(ann)[-1], book.folders.all()
    assert (left.reason_id, path_of(folders, left.folder_id)) == (2, ("Far", "Away"))
    (step,) = book.contacts.steps_of(ann)
    assert (step.done_on, step.closed_by) == (date(2026, 2, 1), left.id)
    book.undo()
    assert told(book, "Ann") == [("2025-01-01", "prospect"), ("2025-06-01", "current")]
    assert book.contacts.steps_of(ann)[0].done_on is None


def test_what_the_book_has_already_is_not_taken_twice(book: Book, write: Write) -> None:
    ann = people.add(book, Party("Ann"), on=date(2025, 1, 1))
    contacts.log(book, Contact(date(2026, 5, 4), ann, Channel.CALL, "hello"))
    step = contacts.plan(book, NextStep(date(2026, 6, 1), ann, "visit"))
    contacts.finish(book, step)
    calls = write("calls.csv", "Name,Date,Channel,Note\n" + 3 * "Ann,2026-05-04,call,hello\n")
    steps = write("steps.csv", "Name,Due,What\nAnn,2026-06-01,visit\nAnn,2026-06-01,call\n")
    done = import_files(book, [calls, steps])
    assert (done.added, done.skipped) == (3, 2)  # two more equal calls, and another step
    assert (len(book.contacts.of_party(ann)), len(book.contacts.steps_of(ann))) == (3, 2)
    assert import_files(book, [calls, steps]).added == 0


def test_the_lists_of_a_book_in_use_are_added_to_and_never_changed(book: Book, write: Write) -> None:
    people.add(book, Party("Ann", tags=("roof",)))
    reasons.retire(book, 2)
    archive_folders.make(book, ["Far"])
    book_settings.save(book, book_settings.BookSettings("Mine", 5, 10))
    with book.change("Be in touch"):
        book.reminders.set_tag_gaps("roof", 5, 0)
    files = [
        write("reasons.csv", "Reason,Kind of reason,Retired\nMOVED away,performance,no\nSailing,benign,yes\n"),
        write("folders.csv", "Folder,People\nfar,1\nFar/Away,2\nFar/Away,2\n"),
        write("settings.csv", "Setting,Value\nName of the business,Theirs\n"),
        write("cadences.csv", "Tag,Ideal gap,Longest gap\nroof,30,60\nnet 30,2 weeks,60\n"),
    ]
    done = import_files(book, files)
    assert (done.added, done.skipped, done.issues) == (3, 5, ())
    assert [(r.label, r.kind.value, r.retired) for r in book.people.reasons() if r.id in {2, 14}] == [
        ("Moved away", "benign", True),
        ("Sailing", "benign", True),
    ]
    assert [path_of(book.folders.all(), folder.id) for folder in book.folders.all()] == [("Far", "Away"), ("Far",)]
    assert book_settings.read(book).name == "Mine"
    assert book.reminders.tag_gaps() == {"net 30": (14, 60), "roof": (5, 0)}
    assert import_files(book, files).added == 0


def test_an_empty_file_is_no_harm_among_others(book: Book, write: Write) -> None:
    empty, filled = write("sales.csv", "Customer,Date,Amount\n"), write("people.csv", "Name\nAnn\n")
    assert import_files(book, [empty, filled]).added == 1
    with pytest.raises(BadInput, match="no rows below"):
        import_files(book, [empty])


STANDINGS, STEPS = "Name,Date,Standing,Reason,Folder,Hook,Hook due", "Name,Due,What,Done on"


@pytest.mark.parametrize(
    ("headings", "row", "column", "words"),
    [
        (STANDINGS, "Ann,2027-01-01,ex,,,,", "Date", "future"),
        (STANDINGS, ",2026-01-01,ex,,,,", "Name", "whom it is about"),
        (STANDINGS, "Ann,2026-01-01,,,,,", "Standing", "not a standing"),
        (STANDINGS, f"Ann,2026-01-01,ex,,{'n' * 101},,", "Folder", "101 characters"),
        (STANDINGS, f"Ann,2026-01-01,ex,,{'/'.join('abcdefghijklm')},,", "Folder", "that deep"),
        (STANDINGS, "Ann,2026-01-01,ex,,,,2027-01-01", "Hook", "missing"),
        ("Name,Date,Channel", "Ann,2026-01-01,pigeon", "Channel", "way of contact"),
        ("Name,Date,Channel,Direction", "Ann,2026-01-01,call,up", "Direction", "direction"),
        (STEPS, "Ann,,call,", "Due", "not a date"),
        (STEPS, "Ann,2027-01-01,,", "What", "missing"),
        (STEPS, "Ann,2026-01-01,call,2027-01-01", "Done on", "future"),
        ("Reason,Kind of reason", "Rain,wet", "Kind of reason", "kind of reason"),
        ("Tag,Ideal gap,Longest gap", "roof,30,20", "Longest gap", "shorter"),
        ("Tag,Ideal gap,Longest gap", "roof,,", "Ideal gap", "missing"),
        ("Name,What is put off,Until", "Ann,everything,2027-01-01", "What is put off", "put off"),
        ("Setting,Value", "Colour,red", "Setting", "no setting"),
        ("Setting,Value", "A customer is new for (days),0", "Value", "between 1 and 3650"),
        ("Setting,Value", "Target share of gaining (per cent),40 to 20", "Value", "not a band"),
    ],
)
def test_a_wrong_row_names_its_place_and_keeps_everything_out(
    book: Book, write: Write, headings: str, row: str, column: str, words: str
) -> None:
    before = "\n".join(book.file.db.connection().iterdump())
    kind = Kind.CONTACTS if "Channel" in headings else None
    (issue,) = import_files(book, [write("x.csv", f"{headings}\n{row}\n")], kind=kind).issues
    assert (issue.file, issue.line, issue.column) == ("x.csv", 2, column)
    assert words in issue.reason
    assert issue.remedy
    assert "\n".join(book.file.db.connection().iterdump()) == before


def test_a_wrong_row_makes_no_person(book: Book, write: Write) -> None:
    (reading,) = detect(open_sheets(write("x.csv", "Name,Date,Channel\nAnn,soon,call\nBob,2026-01-01,call\n")))
    done = plan([reading], known(book), book.currency, today=book.today())
    assert [draft.party.name for draft in done.people] == ["Bob"]


def test_somebody_restored_in_the_file_has_their_steps_again(book: Book, bring: Bring) -> None:
    ann = people.add(book, Party("Ann"), Standing.CURRENT, date(2025, 1, 1))
    contacts.plan(book, NextStep(date(2027, 1, 1), ann, "call"))
    archive.archive(book, [ann], 2, date(2026, 1, 1))
    bring("standings.csv", "Customer,Date,Standing\nAnn,2026-05-01,current\n")
    assert book.contacts.steps_of(ann)[0].done_on is None
