"""Round numbers for the axes. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from math import ceil, floor

from balancer_desktop.domain.mix import Measure, Mix
from balancer_desktop.domain.mix_finding import NO_BREAK
from balancer_desktop.ui.balance.stack import reach
from balancer_desktop.ui.format import Formats

_THOUSANDS = ((10**9, "billion "), (10**6, "million "), (10**3, "thousand "))


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis: its name with the unit, its ends, and the labelled values on it, in the mix's unit."""

    name: str
    low: int
    high: int
    ticks: tuple[tuple[int, str], ...]


def bar_scale(mix: Mix, formats: Formats, rows: int = 4) -> Scale:
    """At most about `rows` steps that reach over every bar, from zero or below."""
    low, high = reach(mix)
    if mix.measure is Measure.HOURS:
        return _hours(low, high, rows, formats)
    if mix.measure is Measure.HEADS:
        step = _step(low, high, rows, _decimal_steps())
        return _scaled("Customers with a sale, per month", low, high, step, formats.number)
    name = "Income" if mix.measure is Measure.INCOME else "Money spent"
    return _money(name, low, high, rows, formats)


def share_scale(mix: Mix) -> Scale:
    """Whole per cents: over every share and the target, in steps of 20 or 50."""
    shares = [month.share for month in mix.months if month.share is not None]
    top = max([*shares, mix.band[1]])
    step = 20 if top <= 0.6 else 50
    high = max(step, ceil(round(top * 100, 6) / step) * step)
    return Scale(f"Acquisition share,{NO_BREAK}%", 0, high, tuple((v, str(v)) for v in range(0, high + 1, step)))


def _hours(low: int, high: int, rows: int, formats: Formats) -> Scale:
    """Whole hours; halves and quarters only while everything is within an hour or two."""
    step = _step(low, high, rows, iter([15, 30])) if 0 < high - low <= 120 else 0
    step = step or _step(low, high, rows, (60 * hours for hours in _decimal_steps()))
    return _scaled("Hours per month", low, high, step, lambda minutes: _hours_label(minutes, step, formats))


def _hours_label(minutes: int, step: int, formats: Formats) -> str:
    """`1` where all are whole; `0.5` in halves; `0.25` in quarters, all with as many places."""
    if step % 60 == 0:
        return formats.number(minutes // 60)
    return f"{minutes / 60:.{1 if step % 30 == 0 else 2}f}".replace(".", formats.conventions().decimal)


def _money(name: str, low: int, high: int, rows: int, formats: Formats) -> Scale:
    """Whole units; thousands or more where every label would end in 000; minor units for trifles."""
    step, unit = _step(low, high, rows, _decimal_steps()), formats.currency.unit
    if step < unit:
        return _scaled(f"{name} per month, {formats.symbol}", low, high, step, formats.money)
    factor, word = _thousands(step // unit, max(high, -low) // unit)
    return _scaled(
        f"{name} per month, {word}{formats.symbol}",
        low,
        high,
        step,
        lambda value: formats.number(value // (factor * unit)),
    )


def _thousands(step: int, top: int) -> tuple[int, str]:
    """What the labels are divided by, and its word."""
    fits = ((factor, word) for factor, word in _THOUSANDS if step >= factor and top >= 10 * factor)
    return next(fits, (1, ""))


def _step(low: int, high: int, rows: int, steps: Iterator[int]) -> int:
    """The first step that needs no more than `rows` rows; 0 when there is none."""
    return next((step for step in steps if ceil(high / step) - floor(low / step) <= rows), 0)


def _decimal_steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, …"""
    return (lead * 10**power for power in count() for lead in (1, 2, 5))


def _scaled(name: str, low: int, high: int, step: int, label: Callable[[int], str]) -> Scale:
    first, last = floor(low / step) * step, ceil(high / step) * step
    last = max(last, first + step)
    return Scale(name, first, last, tuple((value, label(value)) for value in range(first, last + 1, step)))
