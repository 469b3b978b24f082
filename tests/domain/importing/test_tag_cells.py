"""Tags in one cell: parted as other programs part them, and back as they were when an export wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.importing.tag_cells import read_tags, tags_cell

TAGS = st.text(",;|\\:ab 漢", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(TAGS))
def test_what_is_written_is_read(tags: list[str]) -> None:
    assert read_tags(tags_cell(tags)) == tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a, b;a | c", ["a", "b", "a", "c"]),
        ("* myContacts ::: friends", ["* myContacts", "friends"]),
        (" ,; ", []),
        (r"C:\temp", [r"C:\temp"]),
        (r"net\, 30,b", ["net, 30", "b"]),
    ],
)
def test_tags_of_other_programs(text: str, tags: list[str]) -> None:
    assert read_tags(text) == tags
