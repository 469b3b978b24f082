"""Inquiries, the pipeline, winning, losing and the funnel without a window; who is not meant for certain is not won."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from balancer_desktop.__main__ import main
from balancer_desktop.app import inquiries, opportunities, people
from balancer_desktop.app.book import open_book
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party, PartyKind
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from tests.test_cli import TODAY, Capture, folder, told

__all__ = ["folder"]

BEGUN = date(2026, 10, 1)
HILLTOP, BAKERY, ROOFING = 1, 2, 3
ROOF, OVEN, SHED, GUTTER = 1, 2, 3, 4


@pytest.fixture
def run(folder: Path, capsys: Capture):
    """A verb on a book of three people with four opportunities and three inquiries → its JSON."""
    book = open_book(folder, lambda: date(2026, 11, 20))
    people.add(book, Party("Hilltop", PartyKind.BUSINESS), on=BEGUN)
    people.add(book, Party("Acme Bakery", PartyKind.BUSINESS, referred_by=HILLTOP), on=BEGUN)
    people.add(book, Party("Acme Roofing", PartyKind.BUSINESS), Standing.CURRENT, BEGUN)
    roof = Opportunity(HILLTOP, "New roof", BEGUN, 240000, origin="website")
    opportunities.add(book, roof, step=NextStep(date(2026, 11, 19), 0, "send the quote"))
    opportunities.add(book, Opportunity(BAKERY, "Oven", BEGUN, 50000, referred_by=HILLTOP), 4)
    opportunities.add(book, Opportunity(ROOFING, "Shed", BEGUN))
    opportunities.add(book, Opportunity(ROOFING, "Gutter", BEGUN))
    opportunities.park(book, [GUTTER], date(2027, 3, 1))
    received = datetime(2026, 11, 19, tzinfo=UTC)
    call = Inquiry(received, InquiryChannel.MISSED_CALL, phone="555-0199", referred_by=HILLTOP, asked="a fence")
    inquiries.receive(book, call)
    inquiries.promise(book, inquiries.receive(book, Inquiry(received, InquiryChannel.VISIT, BAKERY)), "a price",
                      date(2026, 11, 24), "Ann")  # fmt: skip
    inquiries.not_for_us(book, inquiries.receive(book, Inquiry(received, InquiryChannel.CALL, name="Wanda")))
    book.close()

    def verb(*words: str, status: int = 0) -> dict[str, object]:
        assert main([*words, "--json", "--book", str(folder), *TODAY]) == status
        return told(capsys)

    return verb


def test_inquiries_tell_who_waits_and_for_how_long(run, folder: Path, capsys: Capture) -> None:
    answer = run("inquiries")
    assert (answer["today"], answer["waiting"]) == ("2026-11-20", 1)
    waiting, promised = answer["inquiries"]
    assert {key: waiting[key] for key in ("id", "who", "party", "channel", "referred_by", "asked", "state")} == {
        "id": 1, "who": "555-0199", "party": None, "channel": "missed call", "referred_by": "Hilltop",
        "asked": "a fence", "state": "waiting",
    }  # fmt: skip
    assert (waiting["age"], waiting["responded"], waiting["settled"]) == ("since yesterday", None, None)
    assert waiting["received"] == "2026-11-19"
    assert (promised["who"], promised["promised"], promised["promised_by"], promised["answered_by"]) == (
        "Acme Bakery", "a price", "2026-11-24", "Ann",
    )  # fmt: skip
    everything = run("inquiries", "--all")
    assert [one["state"] for one in everything["inquiries"]] == ["waiting", "promised", "not for us"]
    assert everything["inquiries"][2]["settled"] == "2026-11-20"
    assert main(["inquiries", "--book", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "id\tstate\twho\twaiting or received\twhat was asked or promised",
        "1\twaiting\t555-0199\tsince yesterday\ta fence · from Hilltop",
        "2\tpromised by 2026-11-24\tAcme Bakery\t2026-11-19\ta price",
    ]


def test_nobody_waits_in_an_empty_book(folder: Path, capsys: Capture) -> None:
    assert main(["inquiries", "--book", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out == "Nobody waits for an answer.\n"
    assert main(["pipeline", "--book", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Won: none yet"
    assert main(["funnel", "--book", str(folder), *TODAY]) == 0
    assert "2025-11-21 to 2026-11-20: 0 opened, 0.00 EUR won" in capsys.readouterr().out


def test_the_pipeline_counts_values_and_weighs_every_stage(run, folder: Path, capsys: Capture) -> None:
    answer = run("pipeline")
    stages = {stage["stage"]: stage for stage in answer["stages"]}
    assert [*stages][:4] == ["Inquiry", "Researched", "Decision-maker found", "Proposal"]
    first, proposal = stages["Inquiry"], stages["Proposal"]
    assert (first["count"], first["parked"], first["value"], first["without_value"]) == (3, 1, 240000, 2)
    assert (first["weighted"], proposal["weighted"]) == (24000, 20000)
    assert (answer["count"], answer["value"], answer["weighted"]) == (4, 290000, 44000)
    roof = next(one for one in first["opportunities"] if one["id"] == ROOF)
    assert (roof["name"], roof["title"], roof["sign"], roof["days"]) == ("Hilltop", "New roof", "overdue", 1)
    assert roof["next_step"] == {"what": "send the quote", "due": "2026-11-19"}
    nothing = {"won": 0, "lost": 0, "long_open": 0, "of": 0, "share": None, "low": 0.0, "high": 1.0}
    assert answer["conversion"] == nothing | {"open": 3, "parked": 1}
    run("win", "Hilltop", "--on", "2026-11-01")
    run("lose", "Oven", "--reason", "Price")
    told_now = run("pipeline")["conversion"]
    assert (told_now["won"], told_now["lost"], told_now["of"], told_now["share"]) == (1, 1, 2, 0.5)
    assert (told_now["low"], told_now["high"]) == (pytest.approx(0.0945, abs=1e-4), pytest.approx(0.9055, abs=1e-4))
    assert main(["pipeline", "--book", str(folder), *TODAY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "Inquiry\t2\t0.00\t0.00\t1 of 1 (21–100 %)"
    assert lines[-1] == "Won: 1 of 2, 50 % (9–91 %)"


def test_win_makes_a_customer_with_the_sale(run, folder: Path, capsys: Capture) -> None:
    words = ["--sale", "2,400.50", "--on", "2026-11-15", "--ends", "2027-01-31"]
    assert run("win", "hilltop", *words) == {
        "won": {
            "id": ROOF, "title": "New roof", "party": HILLTOP, "name": "Hilltop", "on": "2026-11-15", "sale": 1,
            "value": 240050, "ends": "2027-01-31", "standing": "current",
        }
    }  # fmt: skip
    assert main(["win", "Oven", "--agreed", "450", "--book", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out == "Acme Bakery: won “Oven”, 450.00 EUR\n"
    assert run("win", "#3")["won"]["value"] is None
    assert {person["standing"] for person in run("people")["people"]} == {"current"}
    assert run("verify")["sound"] is True


def test_without_amount_the_value_is_what_was_agreed(run) -> None:
    assert (run("win", "1")["won"]["value"], run("win", "Bakery")["won"]["value"]) == (240000, 50000)


def test_lose_says_why(run, folder: Path, capsys: Capture) -> None:
    done = run("lose", "Acme Bakery", "--reason", "rival", "--note", " cheaper ", "--on", "2026-11-10")
    assert done["lost"] == {
        "id": OVEN, "title": "Oven", "party": BAKERY, "name": "Acme Bakery", "on": "2026-11-10",
        "reason": "Went to a rival", "note": "cheaper",
    }  # fmt: skip
    assert main(["lose", "Hilltop", "--reason", "Price", "--book", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out == "Hilltop: lost “New roof” (Price)\n"


def test_what_is_meant_must_be_plain(run, folder: Path, capsys: Capture) -> None:
    for words, says in (
        (["win", "acme"], ["Acme Bakery: Oven (#2)", "Acme Roofing: Shed (#3)", "such as “#7”"]),
        (["win", "Acme Roofing"], ["Shed (#3), Acme Roofing: Gutter (#4)."]),
        (["lose", "3", "--reason", "Price"], ["“3” may be Acme Roofing: Shed (#3), Acme Roofing: Gutter (#4)"]),
        (["win", "Nobody"], ["Nothing that is open is “Nobody”", "as “pipeline” lists it"]),
        (["win", " "], ["Nothing that is open"]),
        (["win", "#99"], ["Nothing that is open is “#99”"]),
        (["lose", "Hilltop", "--reason", "x"], ["“x” is none of the reasons", "“Price”, “No answer”"]),
        (["lose", "Hilltop", "--reason", "Other"], ["“Other” says nothing by itself"]),
        (["lose", "Hilltop", "--reason", "Price", "--on", "2026-09-01"], ["was opened on 2026-10-01"]),
        (["win", "Hilltop", "--sale", "lots"], ["“lots” is not an amount"]),
        (["win", "Hilltop", "--sale=-5"], ["A first sale earns something"]),
        (["win", "Hilltop", "--sale", "0"], ["A first sale earns something"]),
        (["win", "Hilltop", "--on", "2026-11-21"], ["lies in the future"]),
        (["funnel", "--from", "soon"], ["“soon” is no day and no month"]),
        (["funnel", "--from", "2026-13"], ["2026-13"]),
        (["funnel", "--from", "2026-11", "--to", "2026-10-31"], ["2026-10-31 comes before 2026-11-01"]),
    ):
        assert main([*words, "--book", str(folder), *TODAY]) == 1
        refused = capsys.readouterr()
        assert refused.out == ""
        assert all(word in refused.err for word in says), refused.err
    assert run("pipeline")["count"] == 4
    run("win", "1")
    assert main(["win", "#1", "--book", str(folder), *TODAY]) == 1
    assert "“New roof” was won on 2026-11-20. Add a new opportunity." in capsys.readouterr().err


def test_archive_tells_what_was_lost_with_them(run, folder: Path, capsys: Capture) -> None:
    assert run("archive", "Hilltop", "--reason", "Price")["lost"] == [
        {"id": ROOF, "title": "New roof", "party": HILLTOP}
    ]
    assert main(["archive", "Bakery", "--reason", "Died", "--book", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "Acme Bakery: lost “Oven”"
    assert run("pipeline")["count"] == 2


@pytest.mark.parametrize(
    "words",
    [
        ["win"],
        ["lose", "Hilltop"],
        ["win", "Hilltop", "--sale", "5", "--agreed", "5"],
        ["win", "Hilltop", "--on", "tomorrow"],
        ["inquiries", "Hilltop"],
        ["pipeline", "--all"],
    ],
)
def test_wrong_usage_exits_2(words: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_the_funnel_tells_a_period(run, folder: Path, capsys: Capture) -> None:
    run("win", "Hilltop", "--on", "2026-11-15", "--sale", "2400")
    run("lose", "Oven", "--reason", "Price", "--on", "2026-11-10")
    november = run("funnel", "--from", "2026-11", "--to", "2026-11")
    assert (november["from"], november["to"], november["opened"]) == ("2026-11-01", "2026-11-20", 0)
    assert (november["value_won"], november["cycle_days"]) == (240000, {"count": 1, "median": 45})
    assert (november["conversion"]["won"], november["conversion"]["lost"]) == (1, 1)
    stages = {stage["stage"]: stage for stage in november["stages"]}
    first, proposal = stages["Inquiry"], stages["Proposal"]
    assert [first[key] for key in ("before", "entered", "moved_on", "won", "lost", "still")] == [3, 0, 0, 1, 0, 2]
    assert (proposal["before"], proposal["lost"], proposal["conversion"]["of"]) == (1, 1, 1)
    sources = {one["source"]: one for one in november["sources"]}
    assert (sources["website"]["won"], sources["website"]["value"]) == (1, 240000)
    assert (sources["referral"]["inquiries"], sources["referral"]["lost"]) == (1, 1)
    assert [(one["name"], one["lost"]) for one in november["referrers"]] == [("Hilltop", 1)]
    both = november["gain_and_keep"]
    assert (both["from"], both["gained"], both["to_gain_one"]) == ("2025-11-21", 1, None)
    assert both["withheld"].startswith("Needs 12 months of records; you have ")
    october = run("funnel", "--from", "2026-10-01", "--to", "2026-10-31")
    assert (october["opened"], october["value_won"]) == (4, 0)
    assert main(["funnel", "--from", "2026-11", "--book", str(folder), *TODAY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["2026-11-01 to 2026-11-20: 0 opened, 2,400.00 EUR won", "Won: 1 of 2, 50 % (9–91 %)"]
    assert "Inquiry\t3\t0\t0\t0\t1\t0\t2\t1 of 1 (21–100 %)" in lines
    assert lines.index("brought by\twon of what ended\twon, EUR") < lines.index(
        "sent by Hilltop\t0 of 1 (0–79 %)\t0.00"
    )
    assert "sent by Hilltop\t0 of 1 (0–79 %)\t0.00" in lines
