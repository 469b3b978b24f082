"""Where the parts of the funnel's picture lie. Pure: no painting."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from balancer_desktop.domain.pipeline.funnel import Flow

_LEGEND, _AXIS = 24.0, 38.0
_NAMES = 0.22
_NAMES_MOST = 190.0
_BARS, _SHARES = 0.52, 0.28
_BETWEEN = 24.0
_ROW = (26.0, 64.0)
WAYS = ("won", "moved_on", "moved_back", "lost", "still")
"""The parts of a bar from left to right: fields of Flow."""


class Part(NamedTuple):
    """A stretch of a bar in opportunities."""

    way: str
    start: int
    many: int


def parts(flow: Flow) -> list[Part]:
    """What became of everything that was in a stage, end to end; empty ones are left out."""
    made, start = [], 0
    for way in WAYS:
        count = getattr(flow, way)
        if count:
            made.append(Part(way, start, count))
        start += count
    return made


def total(flow: Flow) -> int:
    return flow.before + flow.entered


def ticks(most: int) -> list[int]:
    """Whole numbers from 0 to at least `most`, at most six of them."""
    step = 1
    while most > 5 * step:
        step = {1: 2, 2: 5, 5: 10}[int(str(step)[0])] * 10 ** (len(str(step)) - 1)
    return list(range(0, max(most, 1) + step, step)) if most % step or not most else list(range(0, most + 1, step))


def height(rows: int) -> int:
    """What the picture can use at the most."""
    return round(_LEGEND + _AXIS + _ROW[1] * rows)


@dataclass(frozen=True, slots=True)
class Shapes:
    """For a widget of a size, with so many stages, the largest bar counting `most`."""

    width: float
    height: float
    rows: int
    most: int

    @property
    def row(self) -> float:
        room = (self.height - _LEGEND - _AXIS) / max(self.rows, 1)
        return min(max(room, _ROW[0]), _ROW[1])

    @property
    def names(self) -> float:
        return min(self.width * _NAMES, _NAMES_MOST)

    @property
    def bottom(self) -> float:
        """Where the axes lie."""
        return _LEGEND + self.rows * self.row

    @property
    def bars(self) -> tuple[float, float]:
        """Left and right of the bars."""
        room = self.width - self.names
        return self.names, self.names + room * _BARS - _BETWEEN

    @property
    def shares(self) -> tuple[float, float]:
        room = self.width - self.names
        return self.names + room * _BARS + _BETWEEN / 2, self.names + room * (_BARS + _SHARES) - _BETWEEN

    @property
    def times(self) -> float:
        """Left of the words on days."""
        return self.names + (self.width - self.names) * (_BARS + _SHARES)

    def band(self, number: int) -> QRectF:
        """The whole row of a stage."""
        return QRectF(0, _LEGEND + number * self.row, self.width, self.row)

    def count_x(self, count: float) -> float:
        left, right = self.bars
        return left + (right - left) * count / max(ticks(self.most)[-1], 1)

    def share_x(self, share: float) -> float:
        left, right = self.shares
        return left + (right - left) * share

    def bar(self, number: int, part: Part) -> QRectF:
        band, thick = self.band(number), self.row * 0.62
        left, right = self.count_x(part.start), self.count_x(part.start + part.many)
        return QRectF(left, band.center().y() - thick / 2, right - left, thick)

    def stage_at(self, y: float) -> int:
        """The number of the stage at a height, -1 outside."""
        number = int((y - _LEGEND) // self.row)
        return number if 0 <= number < self.rows else -1
