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
    ],
)
def test_there_and_back(name: str, text: str, shown: str) -> None:
    wording = WORDINGS[name]
    assert wording.shown(text) == shown
    assert wording.read(shown) == text


def test_a_band_as_people_write_it() -> None:
    for text in ("20-40", "20–40 %", "20 % to 40 %", "20 to 40"):
        assert WORDINGS["target_band"].read(text) == "20-40"


@pytest.mark.parametrize(
    ("name", "text"),
    [("target_band", "40 to 20"), ("target_band", "twenty"), ("new_days", "0"), ("silent_days", "3651"),
     ("silent_days", "soon"), ("touches_goal", "-1"), ("touches_goal", "1001"), ("prospecting_hours_goal", "2.5"),
     ("prospecting_hours_goal", "101"), ("hourly_cost", "ten"), ("hourly_cost", "1000000001"),
     ("auto_lapse", "maybe"), ("business_name", "x" * 101)],
)  # fmt: skip
def test_nonsense_is_refused(name: str, text: str) -> None:
    with pytest.raises(BadInput) as refused:
        WORDINGS[name].read(text)
    assert refused.value.remedy
