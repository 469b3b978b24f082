"""Numbers and addresses in a cell: parted and checked, unless an apostrophe says that it is text as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.contact_cells import contact_cell, read_contacts
from balancer_desktop.domain.party import ContactKind, ContactPoint

PHONE, EMAIL = ContactKind.PHONE, ContactKind.EMAIL
VALUES = (st.text(min_size=1) | st.text("+-=@;|: '\n0a.", min_size=1)).map(lambda text: " ".join(text.split()))


@given(VALUES.filter(bool), st.sampled_from(ContactKind))
def test_what_is_written_is_read_and_no_formula(value: str, kind: ContactKind) -> None:
    cell = contact_cell(ContactPoint(kind, value))
    assert read_contacts(cell, kind) == [value]
    assert cell[0] not in "=+-@"


@pytest.mark.parametrize(
    ("cell", "kind", "values"),
    [
        ("+49 1 ::: +49 2", PHONE, ["+49 1", "+49 2"]),
        ("'030 1", PHONE, ["030 1"]),
        ("'+49 30", PHONE, ["+49 30"]),
        ("n/a", PHONE, []),
        ("'", PHONE, []),
        ("a@x.example; b@x.example", EMAIL, ["a@x.example", "b@x.example"]),
    ],
)
def test_cells_of_other_programs(cell: str, kind: ContactKind, values: list[str]) -> None:
    assert read_contacts(cell, kind) == values


def test_what_is_neither_is_refused() -> None:
    for kind in ContactKind:
        with pytest.raises(BadInput, match="is not a"):
            read_contacts("ask her", kind)


def test_plain_values_stay_plain() -> None:
    assert contact_cell(ContactPoint(PHONE, "030 1")) == "030 1"
    assert contact_cell(ContactPoint(EMAIL, "a@x.example")) == "a@x.example"
