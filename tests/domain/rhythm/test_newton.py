"""The climb reaches tops that can be told beforehand, also from where the ground is not concave, and never descends."""

import numpy as np
import pytest

from balancer_desktop.domain.rhythm.likelihood import Height, Vector
from balancer_desktop.domain.rhythm.newton import FAR, climb

TOP = np.array([1.0, -2.0, 0.5, 3.0])
VALLEY = np.diag([1.0, 25.0, 4.0, 9.0])


def paraboloid(point: Vector) -> Height:
    off = point - TOP
    return Height(float(-off @ VALLEY @ off) / 2, -VALLEY @ off, -VALLEY)


def bells(point: Vector) -> Height:
    """−log(1 + off²) along each axis: convex from 1 away on, where Newton's own step leads outward."""
    off = point - TOP
    square = 1 + off**2
    bend = np.diag(2 * (off**2 - 1) / square**2)
    return Height(float(-np.log(square).sum()), -2 * off / square, bend)


def test_a_paraboloid_in_few_steps() -> None:
    asked: list[Vector] = []

    def counted(point: Vector) -> Height:
        asked.append(point)
        return paraboloid(point)

    point, here = climb(counted, np.zeros(4))
    assert point == pytest.approx(TOP, abs=1e-9)
    assert here.value == pytest.approx(0, abs=1e-12)
    assert len(asked) <= 4


@pytest.mark.parametrize("start", [(0.0, 0.0, 0.0, 0.0), (9.0, 9.0, -9.0, -9.0), (1.0, -2.0, 0.5, -11.0)])
def test_uphill_all_the_way(start: tuple[float, ...]) -> None:
    values: list[float] = []

    def told(point: Vector) -> Height:
        here = bells(point)
        values.append(here.value)
        return here

    point, here = climb(told, np.array(start))
    assert point == pytest.approx(TOP, abs=1e-5)
    assert here.value >= max(values) - 1e-12


def test_a_top_at_infinity_ends_at_the_bound() -> None:
    def slope(point: Vector) -> Height:
        return Height(float(point.sum()), np.ones(4), np.zeros((4, 4)))

    point, _ = climb(slope, np.zeros(4))
    assert point == pytest.approx(np.full(4, FAR))
