"""The verbs without a window: what they print, their exit status, and options before or after the verb."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from balancer_desktop.__main__ import main
from balancer_desktop.arguments import KINDS
from balancer_desktop.domain.importing.fields import Kind

Capture = pytest.CaptureFixture[str]
TODAY = ["--today", "2026-11-20"]


@pytest.fixture
def folder(tmp_path: Path, capsys: Capture) -> Path:
    made = tmp_path / "book"
    assert main(["new", "--book", str(made)]) == 0
    capsys.readouterr()
    return made


def told(capsys: Capture) -> dict[str, object]:
    answer = json.loads(capsys.readouterr().out)
    assert isinstance(answer, dict)
    return answer


def add_acme(folder: Path, capsys: Capture) -> None:
    file = folder.parent / "people.csv"
    file.write_text("Name,Standing\nAcme Roofing,current\nHilltop,prospect\n", encoding="utf-8")
    assert main(["import", str(file), "--book", str(folder), *TODAY]) == 0
    capsys.readouterr()


def test_options_mean_the_same_before_and_after_the_verb(folder: Path, capsys: Capture) -> None:
    add_acme(folder, capsys)
    assert main(["--book", str(folder), "--json", *TODAY, "log", "2h Acme roof repair"]) == 0
    before = told(capsys)
    assert main(["log", "2h Acme roof repair", "--book", str(folder), *TODAY, "--json"]) == 0
    assert told(capsys) == before
    assert before["reading"]["who"] == "Acme Roofing"  # type: ignore[index]  # JSON


@pytest.mark.parametrize("line", ["quote Zzyzx 2400", "won Zzyzx", "call Zzyzx fri", "paid Zzyzx 50"])
def test_somebody_new_is_taken_in_when_asked_to(folder: Path, capsys: Capture, line: str) -> None:
    add_acme(folder, capsys)
    there = ["--book", str(folder), *TODAY]
    assert main(["log", line, *there]) == 1
    assert "Give --new to write it with new person “Zzyzx”." in capsys.readouterr().err
    assert main(["log", line, "--new", *there]) == 0
    assert "who: Zzyzx (new person)" in capsys.readouterr().out


def test_who_may_be_a_slip_is_named_as_well(folder: Path, capsys: Capture) -> None:
    add_acme(folder, capsys)
    assert main(["log", "quote Hiltop 2400", "--book", str(folder), *TODAY]) == 1
    assert "Did you mean Hilltop? Give --new to write it with new person “Hiltop”. Or name Hilltop." in (
        capsys.readouterr().err
    )


def test_what_is_so_already_is_said_to_be(folder: Path, capsys: Capture) -> None:
    add_acme(folder, capsys)
    line = ["log", "quote Hilltop 2400", "--book", str(folder), *TODAY]
    assert main(line) == 0
    assert "amount: 2,400.00 EUR" in capsys.readouterr().out
    assert main(line) == 0
    assert capsys.readouterr().out == "Already so; nothing was written.\n"
    assert main([*line, "--json"]) == 0
    assert told(capsys)["written"] is False


def test_the_mix_counts_what_was_logged(folder: Path, capsys: Capture) -> None:
    add_acme(folder, capsys)
    for line in ("2h Acme roof", "45m prospecting", "paid Acme 450.50 yesterday", "spent 60 flyers"):
        assert main(["log", line, "--book", str(folder), *TODAY]) == 0
    capsys.readouterr()
    expected = {
        "hours": (120, 45, 0, 45 / 165),
        "income": (0, 45050, 0, 1.0),
        "money": (0, 6000, 0, 1.0),
        "heads": (0, 1, 0, 1.0),
    }
    for measure, (keep, gain, win_back, share) in expected.items():
        where = ["--from", "2026-10", "--to", "2026-11", "--json", "--book", str(folder), *TODAY]
        assert main(["mix", "--measure", measure, *where]) == 0
        assert told(capsys) == {
            "measure": measure,
            "currency": "EUR",
            "months": [
                {"month": "2026-10", "keep": 0, "gain": 0, "win_back": 0, "share": None},
                {"month": "2026-11", "keep": keep, "gain": gain, "win_back": win_back, "share": pytest.approx(share)},
            ],
        }


def test_an_ambiguous_line_is_refused_on_stderr_with_status_1(folder: Path, capsys: Capture) -> None:
    file = folder.parent / "people.csv"
    file.write_text("Name\nAcme Roofing\nAcme Bakery\n", encoding="utf-8")
    main(["import", str(file), "--book", str(folder)])
    capsys.readouterr()
    assert main(["log", "2h Acme", "--book", str(folder)]) == 1
    caught = capsys.readouterr()
    assert caught.out == ""
    assert "Acme Bakery" in caught.err
    assert "Acme Roofing" in caught.err


def test_an_import_tells_its_counts_and_names_wrong_rows(folder: Path, capsys: Capture) -> None:
    file = folder.parent / "sales.csv"
    file.write_text("Customer,Date,Amount\nAnn,2026-05-04,10.00\nBob,2026-05-05,ten\n", encoding="utf-8")
    assert main(["import", str(file), "--book", str(folder), "--json"]) == 1
    caught = capsys.readouterr()
    counts = json.loads(caught.out)
    assert (counts["added"], counts["refused"]) == (0, 1)
    assert "sales.csv, line 3" in caught.err
    file.write_text("Customer,Date,Amount\nAnn,2026-05-04,10.00\n", encoding="utf-8")
    assert main(["import", str(file), "--dry-run", "--book", str(folder), "--json"]) == 0
    assert told(capsys)["added"] == 2
    assert main(["people", "--book", str(folder), "--json"]) == 0
    assert told(capsys) == {"people": []}


def test_a_kind_can_be_said_where_headings_do_not(folder: Path, capsys: Capture) -> None:
    add_acme(folder, capsys)
    file = folder.parent / "x.csv"
    file.write_text("Customer,Date,Text\nAcme Roofing,2026-05-04,asked\n", encoding="utf-8")
    assert main(["import", str(file), "--kind", "contacts", "--book", str(folder), "--json", *TODAY]) == 0
    assert told(capsys) == {"added": 1, "matched": 0, "skipped": 0, "refused": 0, "issues": []}


def test_the_kinds_of_the_command_line_are_those_of_the_importer() -> None:
    assert list(KINDS) == list(Kind)


def test_people_can_be_chosen_by_standing(folder: Path, capsys: Capture) -> None:
    add_acme(folder, capsys)
    assert main(["people", "--standing", "prospect", "--book", str(folder), "--json"]) == 0
    (person,) = told(capsys)["people"]  # type: ignore[misc]  # JSON
    assert (person["name"], person["standing"]) == ("Hilltop", "prospect")


def test_what_is_exported_imports_again(folder: Path, capsys: Capture) -> None:
    add_acme(folder, capsys)
    for line in ("2h Acme roof", "paid Acme 450.50", "refund Acme 20", "spent 60 flyers"):
        assert main(["log", line, "--book", str(folder), *TODAY]) == 0
    out, second = folder.parent / "out", folder.parent / "second"
    assert main(["export", str(out), "--book", str(folder)]) == 0
    assert main(["new", "--book", str(second)]) == 0
    assert main(["import", *map(str, out.iterdir()), "--book", str(second), *TODAY]) == 0
    again = folder.parent / "again"
    assert main(["export", str(again), "--book", str(second)]) == 0
    assert {file.name: file.read_bytes() for file in out.iterdir()} == {
        file.name: file.read_bytes() for file in again.iterdir()
    }
    capsys.readouterr()
    mixes = []
    for book in (folder, second):
        for measure in ("hours", "income", "money", "heads"):
            assert main(["mix", "--measure", measure, "--json", "--book", str(book), *TODAY]) == 0
            mixes.append(told(capsys))
    assert mixes[:4] == mixes[4:]


def test_verify_is_silent_about_a_sound_book_and_lists_what_is_wrong(folder: Path, capsys: Capture) -> None:
    import sqlite3

    add_acme(folder, capsys)
    assert main(["verify", "--book", str(folder), "--json"]) == 0
    assert told(capsys) == {"sound": True, "problems": []}
    with sqlite3.connect(folder / "book.db") as db:
        db.execute("UPDATE party SET standing = 'lapsed' WHERE name = 'Hilltop'")
    db.close()
    assert main(["verify", "--book", str(folder)]) == 1
    assert "lapsed" in capsys.readouterr().out


def test_a_book_that_is_not_there_is_refused(tmp_path: Path, capsys: Capture) -> None:
    assert main(["people", "--book", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["mix"], ["mix", "--measure", "smiles"], ["log"], ["dance"], ["people", "--today", "tomorrow"], ["new", "--demo"]],
)
def test_wrong_usage_exits_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_month_that_is_none_is_refused(folder: Path, capsys: Capture) -> None:
    assert main(["mix", "--measure", "hours", "--from", "2026-13", "--book", str(folder)]) == 1
    assert "2026-13" in capsys.readouterr().err


def test_a_verb_brings_in_no_window(folder: Path) -> None:
    """Scripts must not pay for Qt or numpy, nor need a display."""
    code = (
        "import sys; from balancer_desktop.__main__ import main; "
        f"main(['people', '--book', {str(folder)!r}]); "
        "print(sorted({'PySide6', 'numpy', 'pyqtgraph', 'python_calamine', 'phonenumbers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_who_has_read_enough_ends_it_without_complaint(folder: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    words = [sys.executable, "-m", "balancer_desktop", "verify", "--book", str(folder)]
    done = subprocess.run(words, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, "")
