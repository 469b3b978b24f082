"""Time worked as other programs write it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell, cell_of
from balancer_desktop.domain.importing.durations import detect_hours, read_minutes


@pytest.mark.parametrize(
    ("text", "hours", "minutes"),
    [
        ("1:30", False, 90),
        ("1:30", True, 90),
        ("01:30:00", True, 90),
        ("00:25:13", False, 25),
        ("00:00:10", False, 1),
        ("90", False, 90),
        ("1.5", True, 90),
        ("1,5", True, 90),
        ("0.33", True, 20),
        ("1.5 h", False, 90),
        ("1h30", False, 90),
        ("1 h 30 min", True, 90),
        ("90 min", True, 90),
        ("45m", True, 45),
        ("2 Stunden", False, 120),
        ("2 hrs", False, 120),
        (cell_of(1.5), True, 90),
        (cell_of(90), False, 90),
        ("24:00", False, 1440),
    ],
)
def test_minutes(text: Cell, hours: bool, minutes: int) -> None:
    assert read_minutes(text, hours=hours) == minutes


@pytest.mark.parametrize(
    "text", ["", "0", "0:00", "25:00", "1:75", "-1", "soon", "h", "1:2:3:4", "1441", "1" * 50, "1\0"]
)
def test_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_minutes(text, hours=False)


@pytest.mark.parametrize(
    ("heading", "cells", "hours", "certain"),
    [
        ("Minutes", ["1.5"], False, True),
        ("Hours", ["90"], True, True),
        ("Duration (h)", ["2"], True, True),
        ("Stunden", [], True, True),
        ("Duration", ["1.5", "2"], True, True),
        ("Duration", ["90", "15"], False, False),
        ("Duration", ["2", "8"], True, False),
        ("Duration", ["1:30"], False, True),
    ],
)
def test_what_a_bare_number_counts(heading: str, cells: list[str], hours: bool, certain: bool) -> None:
    found = detect_hours(heading, cells)
    assert (found.hours, found.certain) == (hours, certain)


@given(st.text(alphabet="0123456789:.,hm ٣") | st.text(), st.booleans())
def test_any_text_is_minutes_or_bad_input(text: str, hours: bool) -> None:
    with suppress(BadInput):
        assert 0 < read_minutes(text, hours=hours) <= 1440
