"""The rhythm and today's list without a window: shapes as documented, figures as an independent reckoning has them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from balancer_desktop.__main__ import main
from balancer_desktop.domain.rhythm.parameters import Model
from tests.domain.rhythm.independent import by_integration
from tests.test_cli import TODAY, Capture, folder, told

__all__ = ["folder"]

DAY = date(2026, 11, 20)


def sales(*customers: tuple[str, int, int, int]) -> str:
    """name, days between, how many, days since the last."""
    rows = ["Date,Customer,Amount"]
    for name, gap, count, silent in customers:
        rows += [f"{DAY - timedelta(silent + gap * n)},{name},100.00" for n in range(count)]
    return "\n".join(rows) + "\n"


@pytest.fixture
def run(folder: Path, capsys: Capture):
    """A verb on a book of these sales → its JSON."""

    def verb(file: str, *words: str) -> dict:
        csv = folder.parent / "sales.csv"
        csv.write_text(file, encoding="utf-8")
        assert main(["import", str(csv), "--kind", "sales", "--book", str(folder), *TODAY]) == 0
        capsys.readouterr()
        assert main([*words, "--json", "--book", str(folder), *TODAY]) == 0
        return told(capsys)

    return verb


GAPS = {"Acme": 20, "Bert": 35, "Cora": 14, "Dora": 60, "Emil": 30, "Fay": 25}
MANY = sales(
    ("Acme", 20, 9, 10), ("Bert", 35, 6, 150), ("Cora", 14, 12, 15), ("Dora", 60, 4, 50), ("Emil", 30, 1, 300),
    ("Fay", 25, 7, 160),
)  # fmt: skip


def test_the_model_and_everybodys_chances(run) -> None:
    answer = run(MANY, "rhythm")
    model, parties = answer["model"], {party["name"]: party for party in answer["parties"]}
    assert set(model) == {"k", "r", "alpha", "a", "b", "unit"}
    assert model["unit"] == "weeks"
    assert answer["why"].startswith("from ")
    acme = parties["Acme"]
    assert (acme["id"] > 0, acme["x"], acme["t_x"], acme["T"]) == (
        True, 8, pytest.approx(160 / 7), pytest.approx(170 / 7),
    )  # fmt: skip
    assert {name: party["band"] for name, party in parties.items()} | {"Dora": None} == {
        "Acme": "current", "Bert": "probably gone", "Cora": "current", "Dora": None, "Emil": parties["Emil"]["band"],
        "Fay": "probably gone",
    }  # fmt: skip
    for party in parties.values():
        gaps = [GAPS[party["name"]] / 7] * party["x"]
        _, alive = by_integration(Model(*(model[name] for name in ("k", "r", "alpha", "a", "b"))), gaps, party["T"])
        assert party["p_alive"] == pytest.approx(alive, rel=1e-6)
        assert 0 <= party["expected_26_weeks"] < 26


def test_with_too_little_the_reason_is_said_and_no_chance(run) -> None:
    answer = run(sales(("Acme", 10, 5, 35), ("Bert", 9, 1, 9)), "rhythm")
    assert answer["model"] is None
    assert answer["why"] == "needs 6 months of sales and 20 repeat sales; you have 2 and 4"
    assert [(p["name"], p["p_alive"], p["expected_26_weeks"], p["band"]) for p in answer["parties"]] == [
        ("Acme", None, None, "quiet"),
        ("Bert", None, None, None),
    ]


def test_an_empty_book_has_no_rhythm_and_nobody_waits(folder: Path, capsys: Capture) -> None:
    assert main(["rhythm", "--json", "--book", str(folder), *TODAY]) == 0
    answer = told(capsys)
    assert (answer["model"], answer["parties"]) == (None, [])
    assert main(["today", "--book", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out == "Nobody is waiting for you.\n"


def test_today_lists_what_waits_in_its_order(run, folder: Path, capsys: Capture) -> None:
    for line in ("call Acme tomorrow", "missed call 555-0199 gutter"):
        run(MANY, "log", line)
    items = run(MANY, "today")["items"]
    assert [(item["kind"], item["who"]) for item in items] == [
        ("inquiry", "555-0199"),
        ("lapse", "3 customers have gone quiet"),
        ("gone", "Emil"),
        ("gone", "Fay"),
        ("gone", "Bert"),
        ("prospecting", ""),
        ("soon", "Acme"),
    ]
    assert main(["today", "--book", str(folder), *TODAY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "what waits\tsince or due\twho\twhat"
    assert any(line.startswith("silent for too long\t") for line in lines)
    assert [line.split("\t")[2] for line in lines if line.startswith("prospecting\t")] == ["this week"]
