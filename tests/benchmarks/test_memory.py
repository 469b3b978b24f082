"""The most memory the program holds at once, against bare windows."""

from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.children import Children
from tests.benchmarks.measuring import Goal, by_turns, report

TURNS = 5
DAY = ("--today", "2026-11-20")


def test_the_demo_window(children: Children) -> None:
    bare, plot, window, chart = by_turns(
        TURNS,
        lambda: float(children.run("empty_window.py")["peak"]),
        lambda: float(children.run("empty_window.py", "plot")["peak"]),
        lambda: float(children.run("program.py", "window", "--demo")["peak"]),
        lambda: float(children.run("program.py", "chart", "--demo")["charted_peak"]),
    )
    report("demo window before its chart ÷ empty QMainWindow", window, bare, Goal(1.6), unit="MB")
    report("demo window with its chart ÷ empty QMainWindow", chart, bare, Goal(2.6), unit="MB")
    report("demo window with its chart ÷ a bare window with a pyqtgraph plot", chart, plot, unit="MB")


def test_growth_with_the_book(children: Children, big_books: Callable[[int], Path]) -> None:
    empty, full = by_turns(TURNS, lambda: _peak(children, big_books(0)), lambda: _peak(children, big_books(1_000_000)))
    report("1,000,000 ledger rows and 100,000 people ÷ empty book", full, empty, Goal(1.3), unit="MB")


def _peak(children: Children, book: Path) -> float:
    return float(children.run("program.py", "chart", "--book", str(book), *DAY)["charted_peak"])
