"""How a month's bar is stacked, and how a cursor walks over the bars. Pure."""

from dataclasses import dataclass
from typing import NamedTuple

from balancer_desktop.domain.mix import Mix, MixMonth
from balancer_desktop.domain.side import MIX_SIDES, Side


class Segment(NamedTuple):
    """A side's piece of a bar, low..high in the mix's unit; below zero for what refunds outweigh."""

    side: Side
    low: int
    high: int


def amount(month: MixMonth, side: Side) -> int:
    """The month's total on one of the mix's sides; 0 for `run`, which is outside the mix."""
    return {Side.KEEP: month.keep, Side.GAIN: month.gain, Side.WIN_BACK: month.win_back}.get(side, 0)


def segments(month: MixMonth) -> tuple[Segment, ...]:
    """From zero upwards keep, win back, gain; totals below zero downwards from zero in the same order."""
    made, top, bottom = [], 0, 0
    for side in MIX_SIDES:
        value = amount(month, side)
        if value > 0:
            made.append(Segment(side, top, top + value))
            top += value
        elif value < 0:
            made.append(Segment(side, bottom + value, bottom))
            bottom += value
    return tuple(made)


def reach(mix: Mix) -> tuple[int, int]:
    """The lowest and the highest end of any bar; zero is always among them."""
    ends = [end for month in mix.months for piece in segments(month) for end in (piece.low, piece.high)]
    return min([0, *ends]), max([0, *ends])


@dataclass(frozen=True, slots=True)
class Cursor:
    """A month by its index in the mix, and a side of it, or the whole month."""

    index: int
    side: Side | None = None


def beside(cursor: Cursor, mix: Mix, steps: int) -> Cursor:
    """The cursor `steps` months on, stopping at the ends; on the same side where that month has it."""
    index = max(0, min(len(mix.months) - 1, cursor.index + steps))
    return Cursor(index, cursor.side if cursor.side in sides(mix.months[index]) else None)


def climbed(cursor: Cursor, mix: Mix, steps: int) -> Cursor:
    """The side above (1) or below (-1) in the same bar; from the whole month, its lowest or its highest side."""
    there = sides(mix.months[cursor.index])
    if not there:
        return Cursor(cursor.index)
    if cursor.side not in there:
        return Cursor(cursor.index, there[0] if steps > 0 else there[-1])
    place = max(0, min(len(there) - 1, there.index(cursor.side) + steps))
    return Cursor(cursor.index, there[place])


def sides(month: MixMonth) -> list[Side]:
    """The sides that have a piece in the bar, from the lowest piece to the highest."""
    return [piece.side for piece in sorted(segments(month), key=lambda piece: piece.low)]


def hit(month: MixMonth, value: float) -> Side | None:
    """The side whose piece covers a height."""
    return next((piece.side for piece in segments(month) if piece.low <= value <= piece.high), None)
