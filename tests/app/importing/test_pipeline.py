"""Inquiries and deals come in as other programs export them, joined to who is known, with what they name made."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from balancer_desktop.app import contacts, money, opportunities, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.readings import detect
from balancer_desktop.app.importing.run import Imported, import_files
from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.entries import Channel, Contact, Expense, Sale, Work
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

Write = Callable[[str, str], Path]
Bring = Callable[[str], Imported]

HUBSPOT = """Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated Contact,\
Deal probability,Closed Lost Reason
901,New roof,Qualified To Buy,Sales,"4,500.00",2026-12-15 00:00,2026-10-01 09:12,Me,Ann Lee,0.4,
902,Gate,Closed Won,Sales,800.00,2026-09-20 00:00,2026-08-01 10:00,Me,Bob Hall,1.0,
903,Fence,Closed Lost,Sales,1200.00,2026-07-02 00:00,2026-06-01 10:00,Me,Cy Dow,0.0,Too dear
"""
PIPEDRIVE = """Title;Value;Currency;Organization;Contact person;Stage;Status;Deal created;Won time;Lost time;\
Lost reason;Expected close date;Probability
Deck;2.400,00;EUR;Hilltop Ltd;Zoë Fry;Contact made;Open;2026-11-01 08:00:00;;;;2026-12-20;35 %
Door;350,00;EUR;;Zoë Fry;Proposal;Lost;2026-03-01 08:00:00;;2026-04-01 08:00:00;price;;
Lock;120,00;EUR;;Moe Ray;Proposal;Won;2026-02-01 08:00:00;2026-02-09 17:00:00;;;;
"""
SALESFORCE = """Opportunity Name,Account Name,Stage,Amount,Probability (%),Close Date,Lead Source,Opportunity Owner
Hall floor,Parish Hall Ltd,Prospecting,"1,000",10,1/12/2027,Web,Me
"""


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

    def brought(text: str) -> Imported:
        done = import_files(book, [write("export.csv", text)])
        assert done.issues == ()
        assert verify(book) == []
        return done

    return brought


def name(book: Book, party_id: int) -> str:
    return book.people.names()[party_id]


def stage(book: Book, opportunity: Opportunity) -> str:
    return next(stage.name for stage in book.stages.stages() if stage.id == opportunity.stage_id)


def reason(book: Book, opportunity: Opportunity) -> str:
    return next(one.label for one in book.stages.loss_reasons() if one.id == opportunity.reason_id)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HUBSPOT, Kind.OPPORTUNITIES),
        (PIPEDRIVE, Kind.OPPORTUNITIES),
        (SALESFORCE, Kind.OPPORTUNITIES),
        ("Deal Name,Account Name,Stage,Closing Date,Amount\nRoof,Acme,Proposal,2027-01-01,5\n", Kind.OPPORTUNITIES),
        ("Received,Name,Phone,Message\n2026-11-02 09:30,Ann,030 1,a roof\n", Kind.INQUIRIES),
        ("Submitted at,Name,Email,Message\n2026-11-02T09:30:05Z,Ann,a@x.example,a roof\n", Kind.INQUIRIES),
        ("Name,Email,Lead Status,Stage\nAnn,a@x.example,New,Lead\n", Kind.PEOPLE),
        ("Stage,Probability,Stale after (days)\nTalk,20,5\n", Kind.STAGES),
        ("Invoice,Date,Customer,Amount,Received\n1,2026-11-01,Ann,5,2026-11-02\n", Kind.SALES),
    ],
)
def test_the_kind_is_told_by_the_headings(write: Write, text: str, kind: Kind) -> None:
    (reading,) = detect(open_sheets(write("export.csv", text)))
    assert reading.mapping.kind is kind


def test_deals_of_a_program_with_won_and_lost_among_its_stages(book: Book, bring: Bring) -> None:
    ann = people.add(book, Party("Ann Lee"), Standing.CURRENT)
    assert bring(HUBSPOT).added == 5  # three deals, two people
    roof, gate, fence = sorted(book.pipeline.all(), key=lambda one: one.source)
    assert (roof.party_id, roof.title, roof.value, roof.probability) == (ann, "New roof", 450_000, 40)
    assert (roof.opened, roof.expected, roof.outcome) == (date(2026, 10, 1), date(2026, 12, 15), None)
    assert stage(book, roof) == "Qualified To Buy"
    assert book.stages.stages()[-1].name == "Qualified To Buy"
    assert (gate.outcome, gate.closed, stage(book, gate)) == (Outcome.WON, date(2026, 9, 20), "Inquiry")
    assert (fence.outcome, fence.closed, reason(book, fence)) == (Outcome.LOST, date(2026, 7, 2), "Too dear")
    assert [name(book, one.party_id) for one in (gate, fence)] == ["Bob Hall", "Cy Dow"]
    assert bring(HUBSPOT).added == 0


def test_deals_of_a_program_with_a_status_of_its_own(book: Book, bring: Bring) -> None:
    bring(PIPEDRIVE)
    lock, door, deck = book.pipeline.all()
    assert (deck.value, deck.probability, deck.expected) == (240_000, 35, date(2026, 12, 20))
    assert (name(book, deck.party_id), stage(book, deck)) == ("Zoë Fry", "Contact made")
    assert (door.outcome, door.closed, reason(book, door)) == (Outcome.LOST, date(2026, 4, 1), "Price")
    assert (lock.outcome, lock.closed, stage(book, lock)) == (Outcome.WON, date(2026, 2, 9), "Proposal")


def test_whoever_was_won_is_a_customer_unless_the_files_tell_it_otherwise(
    book: Book, bring: Bring, write: Write
) -> None:
    lapsed = people.add(book, Party("Moe Ray"), Standing.LAPSED)
    bring(HUBSPOT)
    standings = {name: book.people.standing(id_) for id_, name in book.people.names().items()}
    assert standings["Bob Hall"] is Standing.CURRENT
    assert (
        book.people.history(next(i for i, n in book.people.names().items() if n == "Bob Hall"))[-1].note == "won: Gate"
    )
    assert standings["Cy Dow"] is Standing.PROSPECT
    bring(PIPEDRIVE)
    assert book.people.standing(lapsed) is Standing.LAPSED, "who left is no prospect: that is for the owner to say"
    history = "Name,Date,Standing\nJo Poe,2026-01-01,prospect\n"
    deal = "Deal Name,Customer,Stage,Close Date,Create Date\nRoof,Jo Poe,won,2026-03-01,2026-02-01\n"
    import_files(book, [write("standings.csv", history), write("deals.csv", deal)])
    assert {book.people.standing(i) for i, n in book.people.names().items() if n == "Jo Poe"} == {Standing.PROSPECT}
    assert verify(book) == []


def test_deals_without_a_day_begin_today(book: Book, bring: Bring) -> None:
    bring(SALESFORCE)
    (floor,) = book.pipeline.all()
    assert (floor.opened, floor.origin, floor.probability) == (book.today(), "Web", 10)
    assert name(book, floor.party_id) == "Parish Hall Ltd"


def test_a_loss_without_a_reason_says_nothing_by_itself(book: Book, bring: Bring) -> None:
    bring("Deal Name,Customer,Stage,Referred by\nRoof,Ann,lost,Somebody\n")
    (roof,) = book.pipeline.all()
    assert (reason(book, roof), roof.note) == ("Other", "Referred by Somebody")


def test_who_asked_is_matched_but_not_made(book: Book, bring: Bring) -> None:
    """A number names a customer, a name one that has it; whoever is in no book stays as they called themselves."""
    ann = people.add(book, Party("Ann Lee"))
    sent = people.add(book, Party("Sid Sender"))
    for twin in ("Bo", "Bo"):
        people.add(book, Party(twin))
    bring(
        "Received,Name,Phone,How,Message,Answered at,Promised,Promised by,Status,Referred by\n"
        "2026-11-02 09:30,Ann Lee,,website,a roof,,,,new,Sid Sender\n"
        "02/11/2026 4:05 PM,Cy Dow,030 1,phone,a gate,2026-11-03 08:00,a price,2026-11-30,in progress,\n"
        "2026-11-04,Bo,,,a door,,,,unqualified,Nobody\n"
        "2026-11-05T10:00:00+09:00,,030 2,missed call,,,,,,\n"
    )
    roof, gate, door, missed = book.inquiries.all()
    assert (roof.party_id, roof.name, roof.referred_by, roof.channel) == (ann, "", sent, InquiryChannel.WEBSITE)
    assert (roof.received, roof.state) == (datetime(2026, 11, 2, 9, 30).astimezone(), InquiryState.WAITING)
    assert (gate.party_id, gate.name, gate.phone, gate.state) == (0, "Cy Dow", "030 1", InquiryState.PROMISED)
    assert gate.received == datetime(2026, 11, 2, 16, 5).astimezone()
    assert (door.party_id, door.name, door.timed, door.state) == (0, "Bo", False, InquiryState.NOT_FOR_US)
    assert (door.settled_on, door.asked) == (date(2026, 11, 4), "a door\nReferred by Nobody")
    assert missed.received.isoformat() == "2026-11-05T10:00:00+09:00"
    assert len(book.people.names()) == 4


def test_missed_calls_of_a_log_count_as_answered_by_what_came_after(book: Book, bring: Bring) -> None:
    """The rule by which they left today's list while they were contacts; others wait."""
    ann, bob = people.add(book, Party("Ann")), people.add(book, Party("Bob"))
    work.log(book, Work(date(2026, 5, 9), 30, Side.GAIN, bob))
    log = (
        "Contact ID,Name,Date,Channel,Note\n7,Ann,2026-05-04,missed call,first\n8,Ann,2026-05-06,call,back\n"
        "9,Bob,2026-05-07,voicemail,second\n10,Ann,2026-05-08,missed call,third\n"
    )
    bring(log)
    assert [(i.asked, i.state, i.responded and i.responded.date()) for i in book.inquiries.all()] == [
        ("first", InquiryState.ANSWERED, date(2026, 5, 6)),
        ("second", InquiryState.ANSWERED, date(2026, 5, 9)),
        ("third", InquiryState.WAITING, None),
    ]
    assert [contact.note for contact in book.contacts.of_party(ann)] == ["back"]
    assert bring(log).added == 0
    assert bring(log.replace("Contact ID,", "Number,")).added == 0


def test_the_lists_of_a_book_in_use_are_added_to_and_never_changed(book: Book, write: Write) -> None:
    people.add(book, Party("Ann"))
    files = [
        write("stages.csv", "Stage,Probability,Stale after (days)\nPROPOSAL,99,99\nSite visit,50,\n"),
        write("losses.csv", "Loss reason,Needs words\nprice,yes\nRain,no\n"),
        write("lists.csv", "Checklist,Step,Due after (days)\nOnboarding,Other,5\nAfter,ring,5\nAfter,ring,5\n"),
    ]
    done = import_files(book, files)
    assert (done.added, done.skipped, done.issues) == (4, 3, ())
    proposal, added = (next(s for s in book.stages.stages() if s.name == n) for n in ("Proposal", "Site visit"))
    assert (proposal.probability, proposal.stale_days) == (40, 7)
    assert (added.probability, added.stale_days, added.place) == (50, 7, 6)
    assert [r.label for r in book.stages.loss_reasons()][-2:] == ["Rain", "Other"]
    assert [step.days for step in book.stages.template("After")] == [5, 5]
    assert len(book.stages.template("Onboarding")) == 4
    assert import_files(book, files).added == 0


def test_the_lists_of_an_untouched_book_give_way(book: Book, write: Write) -> None:
    import_files(book, [write("stages.csv", "Stage,Probability,Stale after (days)\nTalk,20,5\nproposal,60,9\n")])
    assert [(s.name, s.probability, s.place) for s in book.stages.stages()] == [("Talk", 20, 0), ("proposal", 60, 1)]
    book.undo()
    assert len(book.stages.stages()) == 6


def test_a_record_of_the_very_book_is_known_by_its_number_day_and_amount(book: Book, bring: Bring) -> None:
    ann, bob = people.add(book, Party("Ann")), people.add(book, Party("Bob"))
    for amount in (500, 700):
        money.record_sale(book, Sale(date(2026, 5, 4), ann, amount))
    head = "Sale ID,Customer,Date,Amount\n"
    assert bring(f"{head}1,Ann,2026-05-04,5.00\n2,Ann,2026-05-04,7.00\n").added == 0
    others = (
        "1,Ann,2026-05-04,5.01\n2,Bob,2026-05-04,7.00\n3,Ann,2026-05-04,7.00\n9" + "9" * 30 + ",Ann,2026-05-04,1.00\n"
    )
    assert bring(f"{head}{others}").added == 4
    assert bring(f"{head}{others}").added == 0
    money.record_expense(book, Expense(date(2026, 5, 4), 250, Side.KEEP, bob))
    spent = book.ledger.expenses(date(2026, 5, 4), date(2026, 5, 4))[0].id
    assert bring(f"Expense ID,Customer,Date,Amount,Side\n{spent},Bob,2026-05-04,2.50,keep\n").added == 0
    work.log(book, Work(date(2026, 5, 4), 30, Side.RUN))
    assert bring("Work ID,Date,Minutes\n1,2026-05-04,30\n").added == 0


def test_introductory_spending(book: Book, bring: Bring) -> None:
    ann = people.add(book, Party("Ann"))
    bring(
        "Date,Customer,Spent,Side,Introductory\n2026-05-04,Ann,5.00,gain,yes\n2026-05-05,Ann,6.00,,yes\n2026-05-06,,1,,\n"
    )
    told = [(e.amount, e.side, e.party_id, e.introductory) for e in book.ledger.expenses(date.min, date.max)]
    assert told == [(100, Side.RUN, 0, False), (600, Side.GAIN, ann, True), (500, Side.GAIN, ann, True)]


def test_what_was_noted_by_hand_is_not_taken_twice(book: Book, bring: Bring) -> None:
    ann = people.add(book, Party("Ann"))
    contacts.log(book, Contact(date(2026, 5, 4), ann, Channel.CALL, "hello"))
    with book.change("Note an inquiry"):
        at = datetime(2026, 5, 4, 9, 30).astimezone()
        book.inquiries.add(Inquiry(at, InquiryChannel.CALL, ann, asked="roof"))
    opportunities.add(book, Opportunity(ann, "Roof", date(2026, 5, 4)))
    assert bring("Received,Name,How,Message\n2026-05-04 09:30,Ann,call,roof\n").added == 0
    assert bring("Title,Name,Stage,Opened\nROOF,Ann,Inquiry,2026-05-04\n").added == 0


DEALS = "Deal name,Customer,Stage,Amount,Close date,Probability,Status"


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        (f"{DEALS}\n,Ann,Talk,,,,\n", "Deal name", "missing"),
        (f"{DEALS}\nRoof,,Talk,,,,\n", "Customer", "whom it is about"),
        (f"{DEALS}\nRoof,Ann,Talk,-5,,,\n", "Amount", "less than nothing"),
        (f"{DEALS}\nRoof,Ann,Talk,,,140,\n", "Probability", "probability"),
        (f"{DEALS}\nRoof,Ann,{'x' * 61},,,,\n", "Stage", "60 characters"),
        ("Received,Name,Phone\n2027-01-01,Ann,1\n", "Received", "future"),
        ("Received,Name,Phone\n2026-01-01,,\n", "Name", "who asked"),
        ("Received,Name,Message,Answered at\n2026-05-01,Ann,x,2026-04-01\n", "Received", "before it was received"),
        ("Opportunity ID,Date,Stage\n1,2026-01-01,Talk\n", "Opportunity ID", "No opportunity has the number"),
        ("Stage,Probability,Stale after (days)\nTalk,20,0\n", "Stale after (days)", "number of days"),
        ("Checklist,Step,Due after (days)\n,ring,2\n", "Checklist", "missing"),
    ],
)
def test_a_wrong_row_names_its_place_and_keeps_everything_out(
    book: Book, write: Write, text: str, column: str, words: str
) -> None:
    before = "\n".join(book.file.db.connection().iterdump())
    (issue,) = import_files(book, [write("x.csv", text)]).issues
    assert (issue.line, issue.column) == (2, column)
    assert words in f"{issue.reason} {issue.remedy}"
    assert "\n".join(book.file.db.connection().iterdump()) == before
