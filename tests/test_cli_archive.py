"""Archiving, restoring and the summary of exits without a window; who is not meant for certain is not touched."""

from pathlib import Path

import pytest

from balancer_desktop.__main__ import main
from tests.test_cli import TODAY, Capture, folder, told

__all__ = ["folder"]

PEOPLE = """Name,Standing,Customer since
Acme Roofing,current,2024-01-01
Acme Bakery,current,2024-01-01
Hilltop,current,2024-01-01
Zoë,lapsed,2024-01-01
"""


@pytest.fixture
def run(folder: Path, capsys: Capture):
    """A verb on a book of four people → its JSON."""
    file = folder.parent / "people.csv"
    file.write_text(PEOPLE, encoding="utf-8")
    assert main(["import", str(file), "--book", str(folder), "--today", "2025-01-01"]) == 0
    capsys.readouterr()

    def verb(*words: str, status: int = 0) -> dict[str, object]:
        assert main([*words, "--json", "--book", str(folder), *TODAY]) == status
        return told(capsys)

    return verb


def test_archive_files_people_with_all_that_is_said(run) -> None:
    said = ["--note", "sold up", "--hook", "ask who is next", "--hook-due", "2027-01-01"]
    where = ["--on", "2026-06-01", "--folder", "Moved/Abroad"]
    done = run("archive", "hilltop", "Acme Roofing", "--reason", "moved", *where, *said)
    assert done == {
        "archived": [{"id": 1, "name": "Acme Roofing"}, {"id": 3, "name": "Hilltop"}],
        "already_ex": [],
        "on": "2026-06-01",
        "reason": "Moved away",
        "class": "benign",
        "folder": "ex_Customers/Moved/Abroad",
        "lost": [],
    }
    again = run("archive", "3", "4", "--reason", "Price", "--folder", "moved")
    assert again["already_ex"] == [{"id": 3, "name": "Hilltop"}]
    assert (again["archived"], again["folder"]) == ([{"id": 4, "name": "Zoë"}], "ex_Customers/Moved")
    assert {person["standing"] for person in run("people")["people"]} == {"current", "ex"}


def test_restore_gives_the_standing_back(run) -> None:
    run("archive", "Zoe", "Hilltop", "--reason", "Unknown", "--on", "2026-06-01")
    assert run("restore", "zoë", "3", "Acme Bakery") == {
        "restored": [
            {"id": 4, "name": "Zoë", "standing": "lapsed"},
            {"id": 3, "name": "Hilltop", "standing": "current"},
        ],
        "not_ex": [{"id": 2, "name": "Acme Bakery"}],
    }


def test_who_is_meant_must_be_plain(run, folder: Path, capsys: Capture) -> None:
    for names, words in (
        (["acme"], ["Acme Bakery (2, current)", "Acme Roofing (1, current)", "the whole name, or the number"]),
        (["Nobody"], ["Nobody is called"]),
        (["Hilltop", "99"], ["Nobody is called “99”"]),
    ):
        assert main(["archive", *names, "--reason", "Price", "--book", str(folder), *TODAY]) == 1
        refused = capsys.readouterr()
        assert refused.out == ""
        assert all(word in refused.err for word in words)
    run("archive", "Acme Bakery", "--reason", "Price")
    assert run("restore", "acme")["restored"] == [{"id": 2, "name": "Acme Bakery", "standing": "current"}]
    assert all(person["standing"] != "ex" for person in run("people")["people"])


def test_a_reason_that_is_none_names_those_there_are(run, folder: Path, capsys: Capture) -> None:
    assert main(["archive", "Hilltop", "--reason", "x", "--book", str(folder), *TODAY]) == 1
    assert "“Moved away”, “Graduated”" in capsys.readouterr().err
    assert main(["archive", "Hilltop", "--reason", "Price", "--folder", "New", "--on", "2027-01-01",
                 "--book", str(folder), *TODAY]) == 1  # fmt: skip
    assert "future" in capsys.readouterr().err
    assert run("archive", "Hilltop", "--reason", "Price", "--folder", "new")["folder"] == "ex_Customers/new", (
        "what was refused made no folder"
    )


def test_exits_are_summed_up(run, folder: Path, capsys: Capture) -> None:
    run("archive", "Hilltop", "--reason", "Moved away", "--on", "2025-03-01")
    run("archive", "Zoë", "--reason", "Price", "--on", "2026-02-01")
    run("archive", "Acme Bakery", "--reason", "Unknown", "--on", "2026-02-28")
    run("archive", "Acme Roofing", "--reason", "Unknown")
    run("restore", "Acme Roofing")
    told_all = run("exits")
    nobody = {"benign": 0, "performance": 0, "unknown": 0, "total": 0, "performance_range": [0, 0]}
    february = {"benign": 0, "performance": 1, "unknown": 1, "total": 2, "performance_range": [1, 2]}
    assert (told_all["from"], told_all["to"]) == ("2025-03", "2026-11")
    assert len(told_all["months"]) == 21
    assert {"month": "2026-02", **february} in told_all["months"]
    assert {"quarter": "2026-Q1", **february} in told_all["quarters"]
    assert [year["total"] for year in told_all["years"]] == [1, 2]
    assert told_all["total"]["performance_range"] == [1, 2]
    assert [(r["reason"], r["class"], r["exits"], r["years"]) for r in told_all["reasons"]] == [
        ("Moved away", "benign", 1, {"2025": 1}),
        ("Price", "performance", 1, {"2026": 1}),
        ("Unknown", "unknown", 1, {"2026": 1}),
    ]
    benign = told_all["benign_attrition"]
    assert (benign["last_12_months"], benign["total"], benign["since"]) == (0, 1, "2025-03-01")
    assert benign["a_year"] == pytest.approx(1 / (630 / 365.25))
    assert [(one["name"], one["on"], one["class"]) for one in told_all["exits"]] == [
        ("Hilltop", "2025-03-01", "benign"), ("Zoë", "2026-02-01", "performance"),
        ("Acme Bakery", "2026-02-28", "unknown"),
    ]  # fmt: skip
    march = run("exits", "--from", "2026-03", "--to", "2026-04")
    assert march["months"] == [{"month": f"2026-0{month}", **nobody} for month in (3, 4)]
    early = run("exits", "--to", "2020-01")
    assert (early["from"], early["to"], early["exits"]) == ("2020-01", "2020-01", [])
    assert main(["exits", "--book", str(folder), *TODAY, "--from", "2026-04", "--to", "2026-03"]) == 1
    assert "2026-03 comes before 2026-04." in capsys.readouterr().err
    assert main(["exits", "--book", str(folder), *TODAY]) == 0
    assert "3 left: 1 for reasons of their own, 1 to 2 because of us, 1 unknown" in capsys.readouterr().out
