"""A setting's text in an export is read back as the text in the book, and nonsense is refused."""

import pytest

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.setting_texts import WORDINGS


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("business_name", "Odd & Sons", "Odd & Sons"),
        ("business_name", "", ""),
        ("target_band", "3-8", "3 to 8"),  # which no spreadsheet takes for a day in August
        ("new_days", "90", "90"),
        ("silent_days", "365", "365"),
        ("first_sale_rule", "on", "yes"),
        ("auto_lapse", "off", "no"),
        ("auto_return", "on", "yes"),
        ("hourly_cost", "4500", "4500"),
        ("prospecting_hours_goal", "3", "3"),
        ("touches_goal", "0", "0"),
        (
            "working_week",
            "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00",
            "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00",
        ),
        (
            "working_week",
            "mon-fri 08:00-17:00 | from 2026-11-24 mon 08:00-12:00",
            "mon-fri 08:00-17:00 | from 2026-11-24 mon 08:00-12:00",
        ),
        ("holidays", "", "none"),  # as an empty cell would be a missing one
        ("holidays", "2026-12-25 Christmas; 2026-12-31", "2026-12-25 Christmas; 2026-12-31"),
        ("response_goal", "240", "4"),
        ("response_goal", "90", "1.5"),
        ("response_goal", "100", "1.67"),
        ("response_goal", "1", "0.02"),
        ("response_goal", "2400", "40"),
    ],
)
def test_there_and_back(name: str, text: str, shown: str) -> None:
    wording = WORDINGS[name]
    assert wording.shown(text) == shown
    assert wording.read(shown) == text


def test_a_band_as_people_write_it() -> None:
    for text in ("20-40", "20–40 %", "20 % to 40 %", "20 to 40"):
        assert WORDINGS["target_band"].read(text) == "20-40"


def test_a_goal_as_people_write_it_and_any_number_of_minutes() -> None:
    read, shown = WORDINGS["response_goal"].read, WORDINGS["response_goal"].shown
    assert [read(text) for text in ("4", "4 h", "1,5 hours", "0.5 working hours")] == ["240", "240", "90", "30"]
    assert all(read(shown(str(minutes))) == str(minutes) for minutes in range(1, 24_001))


@pytest.mark.parametrize(
    ("name", "text"),
    [("target_band", "40 to 20"), ("target_band", "twenty"), ("new_days", "0"), ("silent_days", "3651"),
     ("silent_days", "soon"), ("touches_goal", "-1"), ("touches_goal", "1001"), ("prospecting_hours_goal", "2.5"),
     ("prospecting_hours_goal", "101"), ("hourly_cost", "ten"), ("hourly_cost", "1000000001"),
     ("auto_lapse", "maybe"), ("business_name", "x" * 101),
     ("working_week", "never"), ("working_week", "mon 8-12; mon 13-17"), ("holidays", "soon"), ("response_goal", "0"),
     ("response_goal", "401"), ("response_goal", "soon")],
)  # fmt: skip
def test_nonsense_is_refused(name: str, text: str) -> None:
    with pytest.raises(BadInput) as refused:
        WORDINGS[name].read(text)
    assert refused.value.remedy
