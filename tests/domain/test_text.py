"""Text that is stored, and text that is shown in one line."""

import pytest

from balancer_desktop.domain.text import one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("deck work", "deck work"),
        ("wants shelves\n\n  call her back\r\n", "wants shelves · call her back"),
        ("a\tb", "a\tb"),
    ],
)
def test_lines_stand_in_a_row(text: str, shown: str) -> None:
    assert one_line(text) == shown
