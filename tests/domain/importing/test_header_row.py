"""The row of headings is found below titles and blank lines, and not invented where there is none."""

import pytest

from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.header_row import find_header


@pytest.mark.parametrize(
    ("rows", "index"),
    [
        ([["Name", "Email"], ["Ann", "ann@x.example"]], 0),
        ([["Customers of 2026"], [""], ["Name", "Email"], ["Ann", "a@x.example"]], 2),
        (
            [
                ["Sales report", "", ""],
                ["from", "1 Jan", ""],
                ["Date", "Customer", "Total"],
                ["2026-01-01", "Ann", "5"],
            ],
            2,
        ),
        ([["name"], ["Ann"]], 0),
        ([["Foo", "Bar"], ["x", "12.50"]], 0),
        ([["22.01.2014", "-18,00", "EUR"], ["17.01.2014", "-9,05", "EUR"]], None),
        ([["Ann", "ann@x.example"], ["Bob", "bob@x.example"]], None),
        ([["Ann", "Berlin"], ["Bob", "Paris"]], None),
        ([["4/1/2008", "Check", "-$76.00"]], None),
        ([], None),
    ],
)
def test_find_header(rows: list[Row], index: int | None) -> None:
    assert find_header(rows) == index
