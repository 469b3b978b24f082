"""Who asks is told apart from one line: a name, a number, an address, or several of them."""

import pytest

from balancer_desktop.domain.inquiries.asker import Asker, read_asker


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("", Asker()),
        ("Ann Byrne", Asker("Ann Byrne")),
        ("087 555 0101", Asker(phone="087 555 0101")),
        ("+353 (0)87 555 01 01", Asker(phone="+353 (0)87 555 01 01")),
        ("555-0101", Asker(phone="555-0101")),
        ("ann@example.org", Asker(email="ann@example.org")),
        ("Ann Byrne 087 555 0101", Asker("Ann Byrne", "087 555 0101")),
        ("Ann <ann@example.org> 0875550101", Asker("Ann", "0875550101", "ann@example.org")),
        ("Studio 54", Asker("Studio 54")),
        ("someone@", Asker("someone@")),
    ],
)
def test_reading(text: str, asker: Asker) -> None:
    assert read_asker(text) == asker
