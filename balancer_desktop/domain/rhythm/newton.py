"""Climbing to the top of a smooth function of a few coordinates: Newton's method, damped so that it never descends."""

from collections.abc import Callable

import numpy as np

from balancer_desktop.domain.rhythm.likelihood import Height, Vector

LONGEST = 2.0
"""No coordinate moves further than this in one step: all are logarithms, and e² is far."""
FAR = 12.0
"""No coordinate goes beyond: with flat priors a book of identical buyers has its top at infinity."""
_STEPS, _HALVINGS, _CLOSE, _ROUNDING = 60, 12, 1e-10, 1e-13


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
    """The step, or as small a part of it as does not descend by more than rounding; None when even that does."""
    for halvings in range(_HALVINGS):
        there = height(point + step / 2**halvings)
        if there.value >= here.value - _ROUNDING * abs(here.value):
            return point + step / 2**halvings, there
    return None


def _step(here: Height) -> Vector:
    """Newton's step, along every axis of the Hessian uphill, even where the function is not concave yet."""
    curvatures, axes = np.linalg.eigh(here.hessian)
    steepness = np.maximum(np.abs(curvatures), 1e-9 * max(1.0, float(np.abs(curvatures).max())))
    step = axes @ ((here.gradient @ axes) / steepness)
    return np.asarray(step * min(1.0, LONGEST / max(float(np.abs(step).max()), 1e-300)))
