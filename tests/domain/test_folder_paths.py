"""A folder's place in the tree as one line, whatever its names hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.folder import DEEPEST, LONGEST_NAME, path_text, read_path

NAMES = (st.text(max_size=9) | st.text("/\\ a", max_size=9)).map(
    lambda text: " ".join(text.replace("\0", "").encode("utf-8", "ignore").decode().split())
)


@given(st.lists(NAMES.filter(bool), max_size=DEEPEST))
def test_what_is_written_is_read(names: list[str]) -> None:
    assert read_path(path_text(names)) == tuple(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [("Moved/Abroad", ("Moved", "Abroad")), (" Moved / Abroad/", ("Moved", "Abroad")), ("/a", ("a",)), ("", ())],
)
def test_paths_as_people_write_them(text: str, names: tuple[str, ...]) -> None:
    assert read_path(text) == names


@pytest.mark.parametrize("text", ["a/ /b", "n" * (LONGEST_NAME + 1), "/".join("n" * (DEEPEST + 1))])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_path(text)
    assert refused.value.remedy
