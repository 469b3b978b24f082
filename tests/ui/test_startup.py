"""The window stands before anything heavy is loaded. How long that takes is measured in tests/benchmarks."""

from pathlib import Path

from balancer_desktop.app.book import new_book
from tests.benchmarks.children import PROJECT, Children

LATE = {"numpy", "pyqtgraph", "PySide6.QtNetwork", "python_calamine", "balancer_desktop.ui.single_instance"}


def test_what_is_heavy_comes_after_the_first_paint(tmp_path: Path) -> None:
    """In a process of its own, as the command starts it."""
    new_book(tmp_path / "mine").close()
    for arguments in (("--demo",), ("--book", str(tmp_path / "mine"))):
        told = Children(PROJECT, tmp_path / "home").run("program.py", "window", *arguments)
        assert "Balancer" in told["title"]
        assert not LATE & set(told["loaded"])


def test_the_chart_comes_by_itself(tmp_path: Path) -> None:
    told = Children(PROJECT, tmp_path / "home").run("program.py", "chart", "--demo")
    assert told["colours"] > 3
    assert told["charted"] > told["painted"]
