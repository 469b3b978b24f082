"""Which months are named under the bars, and where the year is written. Pure."""

from collections.abc import Callable
from math import ceil

from balancer_desktop.domain.mix import Mix
from balancer_desktop.ui.format import Formats


def month_ticks(mix: Mix, formats: Formats, room: float, width: Callable[[str], float]) -> list[tuple[int, str]]:
    """(index, label) of every month that is named: all of them, or every second or third, counted back from the last.

    room: pixels a month has. width: of a text, in pixels. A year stands under its first named month.
    """
    names = [formats.short_month(month.month) for month in mix.months]
    widest = max(map(width, [*names, "0000"]), default=0.0) + 4
    every = max(1, ceil(widest / max(room, 1.0)))
    named = [i for i in range(len(names)) if (len(names) - 1 - i) % every == 0]
    labels, year = [], 0
    for index in named:
        month = mix.months[index].month
        labels.append((index, names[index] if month.year == year else f"{names[index]}\n{month.year}"))
        year = month.year
    return labels
