"""A time of day as people type it."""

from datetime import time

import pytest

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.time_field import read_time


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", None),
        ("14:05", time(14, 5)),
        ("14.05", time(14, 5)),
        ("1405", time(14, 5)),
        ("905", time(9, 5)),
        ("9", time(9)),
        ("2 pm", time(14)),
        ("12:30 am", time(0, 30)),
        ("12 pm", time(12)),
        ("0:00", time(0)),
    ],
)
def test_reading(text: str, meant: time | None) -> None:
    assert read_time(text) == meant


@pytest.mark.parametrize("text", ["25", "14:65", "noon", "14:05:30", "13 pm", "٢"])
def test_no_time(text: str) -> None:
    with pytest.raises(BadInput):
        read_time(text)
