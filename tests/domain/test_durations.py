"""What people type into a field for time worked means minutes, or is refused with an example."""

import pytest

from balancer_desktop.domain.durations import read_minutes
from balancer_desktop.domain.errors import BadInput


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2h", 120), ("2 h", 120), ("1:30", 90), ("90", 90), ("9", 9), ("8", 480), ("2", 120), ("1.5", 90),
        ("1,25", 75), (".5", 30), ("½", 30), ("1½", 90), ("45m", 45), ("45 min", 45), ("2h30", 150),
        ("2\u00a0h\u00a030", 150), ("2 hours 30 min", 150), ("24h", 1440), (" 1H ", 60),
    ],
)  # fmt: skip
def test_reads(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "  ", "h", "two", "1:75", "-5", "2h Acme", "0", "25h", "1441", "99999", "1.234"])
def test_refuses(text: str) -> None:
    with pytest.raises(BadInput):
        read_minutes(text)
