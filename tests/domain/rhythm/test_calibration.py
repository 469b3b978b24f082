"""On invented small businesses P(alive) is nearer to the truth than the own-gap rule; the table beside this says it."""

from pathlib import Path
from re import findall

import pytest

from tests.domain.rhythm.calibration import Calibration, calibrate, table

RECORDED = Path(__file__).with_name("calibration.md")
WORSE = 0.02
"""How much worse than the rule the model may be in any cell."""
NEAR = 0.01
"""How far a figure may lie from the recorded one, where another processor rounds otherwise."""


@pytest.fixture(scope="module")
def found() -> Calibration:
    return calibrate()


def test_better_than_the_rule_on_average_and_nowhere_much_worse(found: Calibration) -> None:
    assert found.mean.model < found.mean.rule
    assert found.mean.shown < found.mean.rule
    assert found.mean.model_spoke < found.mean.rule_spoke
    for kind, row in found.rows.items():
        assert row.model <= row.rule + WORSE, kind
        assert row.shown <= row.rule + WORSE, kind
        assert row.figures <= row.rule + WORSE, kind
        assert row.model_spoke <= row.rule_spoke + WORSE, kind


def test_what_is_told_happens(found: Calibration) -> None:
    """Of those with a P(alive) about 0.7, about 70 % are customers."""
    assert found.mean.told == pytest.approx(found.mean.alive, abs=0.02)
    for fifth in found.fifths:
        assert fifth.told == pytest.approx(fifth.alive, abs=0.06)


def test_the_record_says_so(found: Calibration) -> None:
    recorded, now = RECORDED.read_text(encoding="utf-8").splitlines(), table(found).splitlines()
    assert len(recorded) == len(now)
    for line, other in zip(recorded, now, strict=True):
        if line.startswith("| 0."):  # a customer on the edge of a fifth may count to the next
            continue
        assert words(line) == words(other)
        assert numbers(line) == pytest.approx(numbers(other), abs=NEAR)


def words(line: str) -> list[str]:
    return findall(r"[^\d.\s|]+", line)


def numbers(line: str) -> list[float]:
    return [float(number) for number in findall(r"\d+(?:\.\d+)?", line)]
