"""From the start of the process to the first painted window, against an empty QMainWindow; then until the chart."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.children import Children
from tests.benchmarks.measuring import Goal, Taken, by_turns, report, tell

TURNS = 11
PLATFORMS = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_demo_window_against_an_empty_one(installed: Path, tmp_path: Path, platform: str) -> None:
    """The demo business of the day is there already, as at every start but the day's first."""
    children = Children(installed, tmp_path / "home", platform)
    told: list[dict[str, Any]] = []
    empty, painted = by_turns(TURNS, lambda: empty_window(children), lambda: program(children, told, "--demo"))
    charted = Taken(tuple(turn["charted"] - turn["started"] for turn in told[-TURNS:]))
    stalls = Taken(tuple(turn["stall"] for turn in told[-TURNS:]))
    report(f"{platform}: demo window painted ÷ empty QMainWindow", painted, empty, Goal(1.8, 2.3))
    report(f"{platform}: its chart painted ÷ empty QMainWindow", charted, empty, Goal(4.5))
    tell(f"{platform}: longest stall of the window meanwhile: {stalls.told('ms')}; goal ≤ 50 ms")


def test_the_first_start_of_the_day(installed: Path, tmp_path: Path) -> None:
    """The demo business is made then."""
    homes = iter(range(100))

    def first() -> float:
        return program(Children(installed, tmp_path / f"home-{next(homes)}"), [], "--demo")

    empty, painted = by_turns(3, lambda: empty_window(Children(installed, tmp_path)), first)
    report("demo window painted for the first time ÷ empty QMainWindow", painted, empty)


def test_growth_with_the_book(children: Children, big_books: Callable[[int], Path]) -> None:
    """100,000 people and 1,000,000 ledger rows against an empty book."""
    day = ("--today", "2026-11-20")
    empty, full = by_turns(
        TURNS,
        lambda: program(children, [], "--book", str(big_books(0)), *day, chart=False),
        lambda: program(children, [], "--book", str(big_books(1_000_000)), *day, chart=False),
    )
    report("window painted, 1,000,000 ledger rows and 100,000 people ÷ empty book", full, empty, Goal(1.15))


def empty_window(children: Children) -> float:
    told = children.run("empty_window.py")
    return float(told["painted"] - told["started"])


def program(children: Children, told: list[dict[str, Any]], *arguments: str, chart: bool = True) -> float:
    """Seconds until the window is painted. Nothing heavy may have been imported for that."""
    turn = children.run("program.py", "chart" if chart else "window", *arguments)
    told.append(turn)
    assert not {"numpy", "pyqtgraph"} & set(turn["loaded"])
    assert not chart or turn["colours"] > 3
    return float(turn["painted"] - turn["started"])
