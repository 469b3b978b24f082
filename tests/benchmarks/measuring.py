"""Measuring against a floor: taken in the same run, turn by turn, as medians with their spread.

Machines differ and drift, so a figure here is a ratio. Nothing fails on a time; a benchmark asserts only that the
work it timed was really done.
"""

import gc
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import PySide6
from PySide6.QtCore import qVersion

Work = Callable[[], float]
"""Does the work once and returns what it took, in seconds (or, for memory, in megabytes)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one piece of work took, turn by turn."""

    turns: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.turns)

    def told(self, unit: str) -> str:
        """`12.3 ms (11.9–14.0)`."""
        scale = {"ms": 1000, "s": 1, "MB": 1}[unit]
        low, middle, high = (f"{value * scale:,.4g}" for value in (min(self.turns), self.median, max(self.turns)))
        return f"{middle} {unit} ({low}–{high})"


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that is to be reached, and the one from which it counts as failed; failed 0: the same."""

    most: float
    failed: float = 0

    def told(self, ratio: float) -> str:
        limit = f"goal ≤ {self.most:g}" + (f" (fails above {self.failed:g})" if self.failed else "")
        verdict = "reached" if ratio <= self.most else "missed" if ratio <= self.failed else "FAILED"
        return f"{limit}: {verdict}"


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call, garbage of earlier ones cleared away first."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def by_turns(turns: int, *works: Work) -> list[Taken]:
    """Each work `turns` times, in turn, so that a machine that slows down slows all. The turn before them is lost."""
    for work in works:
        work()
    rounds = [[work() for work in works] for _ in range(turns)]
    return [Taken(column) for column in zip(*rounds, strict=True)]


def report(what: str, taken: Taken, floor: Taken, goal: Goal | None = None, unit: str = "ms") -> float:
    """Print one line and return the ratio of the medians. The spread is that of the turns' own ratios."""
    ratio = taken.median / floor.median
    each = [one / other for one, other in zip(taken.turns, floor.turns, strict=True)]
    line = f"{what}: {ratio:.3g} × ({min(each):.3g}–{max(each):.3g})"
    tell(f"{line}, {taken.told(unit)} ÷ {floor.told(unit)}{f'; {goal.told(ratio)}' if goal else ''}")
    return ratio


def tell(line: str) -> None:
    """Print a line of its own, past pytest's dots."""
    print(f"\n  {line}", end="", flush=True)


def machine() -> str:
    """Processor, cores, system and versions, for the record."""
    versions = f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}"
    return f"{_processor()}, {os.cpu_count()} cores, {_system()}, {versions}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _system() -> str:
    if sys.platform == "linux":
        return f"{platform.freedesktop_os_release().get('PRETTY_NAME', 'Linux')}, Linux {platform.release()}"
    return platform.platform(terse=True)
