"""The window stands before anything heavy is loaded. How long that takes is measured in tests/benchmarks."""

from pathlib import Path

from balancer_desktop.app.book import new_book
from tests.benchmarks.children import PROJECT, Children

LATE = (
    "phonenumbers", "icalendar", "balancer_desktop.domain.intake", "balancer_desktop.app.intake",
    "balancer_desktop.ui.intake",
    "numpy", "pyqtgraph", "python_calamine", "statistics", "PySide6.QtNetwork", "balancer_desktop.ui.single_instance",
    "balancer_desktop.domain.quick_entry", "balancer_desktop.ui.quick_entry.dialogue", "balancer_desktop.domain.demo",
    "balancer_desktop.domain.importing", "balancer_desktop.app.importing", "balancer_desktop.ui.importing",
    "balancer_desktop.ui.people", "balancer_desktop.ui.money", "balancer_desktop.ui.review", "balancer_desktop.ui.find",
    "balancer_desktop.ui.prospects", "balancer_desktop.app.today_prospects", "balancer_desktop.domain.pipeline.board",
    "balancer_desktop.domain.pipeline.opportunity", "balancer_desktop.domain.pipeline.stage",
    "balancer_desktop.domain.folder", "balancer_desktop.domain.put_off",
    "balancer_desktop.app.discipline", "balancer_desktop.app.referrers", "fractions",
    "balancer_desktop.ui.forms.entry_form", "balancer_desktop.ui.help", "balancer_desktop.ui.settings_dialog",
    "balancer_desktop.ui.balance.mix_table", "balancer_desktop.ui.balance.entries_list",
)  # fmt: skip
"""Modules, and packages with all that is in them, which the first painted window shows nothing of."""


def test_what_is_not_seen_comes_after_the_first_paint(tmp_path: Path) -> None:
    """In a process of its own, as the command starts it."""
    new_book(tmp_path / "mine").close()
    children = Children(PROJECT, tmp_path / "home")
    children.run("program.py", "window", "--demo")  # the first of the day makes the demo business
    for arguments in (("--demo",), ("--book", str(tmp_path / "mine"))):
        told = children.run("program.py", "window", *arguments)
        assert "Balancer" in told["title"]
        assert [name for name in told["loaded"] if any(f"{name}.".startswith(f"{late}.") for late in LATE)] == []


def test_the_chart_comes_by_itself(tmp_path: Path) -> None:
    told = Children(PROJECT, tmp_path / "home").run("program.py", "chart", "--demo")
    assert told["colours"] > 3
    assert told["charted"] > told["painted"]
