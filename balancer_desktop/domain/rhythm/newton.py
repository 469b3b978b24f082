"""Climbing to the top of a smooth function of a few coordinates: Newton's method, damped so that it never descends."""

from collections.abc import Callable

import numpy as np

from balancer_desktop.domain.rhythm.likelihood import Height, Vector

LONGEST = 2.0
"""How far a step goes along any axis: all coordinates are logarithms, and e² is far."""
FAR = 12.0
"""No coordinate goes beyond: with flat priors a book of identical buyers has its top at infinity."""
_STEPS, _HALVINGS, _FAIR, _CLOSE, _ROUNDING = 60, 12, 1e-4, 1e-10, 1e-13


def climb(height: Callable[[Vector], Height], start: Vector) -> tuple[Vector, Height]:
    """The point reached from start, and what is there.

    Stops when a step would gain less than 1e-10, or gained no more than rounding hides.
    """
    point, here = start, height(start)
    for _ in range(_STEPS):
        step = np.clip(point + _step(here), -FAR, FAR) - point
        if float(here.gradient @ step) < _CLOSE:
            break
        reached = _uphill(height, point, here, step)
        if reached is None:
            break
        gained = reached[1].value - here.value
        point, here = reached
        if gained <= _ROUNDING * abs(here.value):
            break
    return point, here


def _uphill(
    height: Callable[[Vector], Height], point: Vector, here: Height, step: Vector
) -> tuple[Vector, Height] | None:
    """The step, or as small a part of it as gains what the slope promises, or a fair part; None when even that fails.

    Steps that gain nothing but rounding pass as well: near the top no other are left.
    """
    slope = float(here.gradient @ step)
    for halvings in range(_HALVINGS):
        part = 0.5**halvings
        there = height(point + part * step)
        if there.value >= here.value + _FAIR * part * slope - _ROUNDING * abs(here.value):
            return point + part * step, there
    return None


def _step(here: Height) -> Vector:
    """Newton's step, along every axis of the Hessian uphill, even where the function is not concave yet."""
    curvatures, axes = np.linalg.eigh(here.hessian)
    slopes = here.gradient @ axes
    steepness = np.maximum(np.abs(curvatures), np.abs(slopes) / LONGEST)
    along = np.divide(slopes, steepness, out=np.zeros_like(slopes), where=steepness > 0)
    return np.asarray(axes @ along)
