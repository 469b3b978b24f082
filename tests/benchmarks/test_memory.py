"""Peak memory of the program against bare windows: before the chart an empty one, with it one with pyqtgraph's plot."""

from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.children import Children
from tests.benchmarks.measuring import Goal, by_turns, report

TURNS = 3
_DAY = ("--today", "2026-11-20")


def test_peak_memory_against_bare_windows(children: Children) -> None:
    empty, plot, before, after = by_turns(
        TURNS,
        lambda: float(children.run("empty_window.py")["peak"]),
        lambda: float(children.run("empty_window.py", "plot")["peak"]),
        lambda: float(children.run("program.py", "window", "--demo")["peak"]),
        lambda: charted(children, "--demo"),
    )
    report("demo window, before its chart ÷ empty QMainWindow", before, empty, Goal(1.6), "MB")
    report("demo window, with its chart ÷ empty QMainWindow", after, empty, Goal(2.6), "MB")
    report("demo window, with its chart ÷ a bare window with pyqtgraph's plot", after, plot, unit="MB")


def test_peak_memory_with_a_full_book(children: Children, big_books: Callable[[int], Path]) -> None:
    """A window on a million ledger rows holds hardly more than one on a thousand: what is not shown is not read."""
    small, full = by_turns(
        TURNS,
        lambda: charted(children, "--book", str(big_books(1_000)), *_DAY),
        lambda: charted(children, "--book", str(big_books(1_000_000)), *_DAY),
    )
    report("window with its chart, 1,000,000 ÷ 1,000 ledger rows", full, small, Goal(1.3), "MB")


def charted(children: Children, *arguments: str) -> float:
    told = children.run("program.py", "chart", *arguments)
    assert told["colours"] > 3
    return float(told["charted_peak"])
