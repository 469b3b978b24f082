"""What is detected of files chosen together is shown, explained where nothing decides it, and correctable."""

from pathlib import Path

import pytest

from balancer_desktop.app.importing.plan import plan
from balancer_desktop.app.importing.readings import detect, with_field, with_kind
from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.known import Known
from tests.app.importing.planning import EUR, understood, written


def test_date_order_is_decided_by_the_last_row_of_a_long_column(tmp_path: Path) -> None:
    rows = "2/3/2021,Ann,5\n" * 3000 + "2/13/2021,Ann,5\n"
    (reading,) = understood(written(tmp_path, "a.csv", "Date,Customer,Total\n" + rows))
    assert reading.mapping.date_order is DateOrder.MONTH_FIRST
    assert reading.assumed == ()


def test_what_nothing_decides_follows_the_conventions_and_is_said(tmp_path: Path) -> None:
    sheets = open_sheets(written(tmp_path, "a.csv", "Date,Customer,Total\n2/3/2021,Ann,1.234\n"))
    (german,) = detect(sheets, Conventions(",", ".", DateOrder.DAY_FIRST))
    (american,) = detect(sheets, Conventions(".", ",", DateOrder.MONTH_FIRST))
    assert (german.mapping.date_order, german.mapping.decimal) == (DateOrder.DAY_FIRST, ",")
    assert (american.mapping.date_order, american.mapping.decimal) == (DateOrder.MONTH_FIRST, ".")
    assert len(german.assumed) == len(american.assumed) == 2
    assert "day first" in german.assumed[0]


def test_hours_and_minutes(tmp_path: Path) -> None:
    (hours,) = understood(written(tmp_path, "a.csv", "Date,Client,Hours\n2021-01-02,Ann,90\n"))
    (by_size,) = understood(written(tmp_path, "b.csv", "Date,Client,Duration\n2021-01-02,Ann,90\n"))
    assert (hours.mapping.hours, hours.assumed) == (True, ())
    assert by_size.mapping.hours is False
    assert "minutes" in by_size.assumed[0]


def test_a_column_of_its_own_name_joins_two_files(tmp_path: Path) -> None:
    people = written(tmp_path, "patients.csv", "PatientRefId,Name\np1,Ann\np2,Bob\n")
    visits = written(tmp_path, "visits.csv", "Date,PatientRefId,Total\n2021-01-02,p2,5.00\n")
    readings = understood(visits, people)
    assert readings[0].mapping.fields == (Field.DATE, Field.PARTY_KEY, Field.AMOUNT)
    assert plan(readings, Known(), EUR).sales[0].party == -2


def test_a_mapping_is_remembered_by_its_headings(tmp_path: Path) -> None:
    first = written(tmp_path, "a.csv", "Foo,Bar,Baz\nAnn,2021-01-02,5.00\n")
    (reading,) = understood(first)
    assert reading.missing
    reading = with_kind(reading, Kind.SALES)
    for column, field in enumerate((Field.NAME, Field.DATE, Field.AMOUNT)):
        reading = with_field(reading, column, field)
    again = open_sheets(written(tmp_path, "b.csv", "foo,BAR,baz\nBob,2022-01-02,6.00\n"))
    (remembered,) = detect(again, remembered={reading.fingerprint: reading.mapping})
    assert remembered.mapping == reading.mapping
    assert plan([remembered], Known(), EUR).sales_total == 600
    (other,) = detect(again, kind=Kind.PEOPLE, remembered={reading.fingerprint: reading.mapping})
    assert other.mapping.kind is Kind.PEOPLE


def test_a_column_given_by_hand_has_its_dates_and_marks_detected(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Foo;Customer;Bar\n13/2/2021;Ann;1.234,50\n")
    reading = with_kind(understood(path)[0], Kind.SALES)
    reading = with_field(with_field(reading, 0, Field.DATE), 2, Field.AMOUNT)
    assert (reading.mapping.date_order, reading.mapping.decimal) == (DateOrder.DAY_FIRST, ",")
    assert plan([reading], Known(), EUR).sales_total == 123450


def test_a_file_without_the_columns_it_needs_says_which(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Date,Customer,Foo\n2021-01-02,Ann,5\n")
    with pytest.raises(BadInput, match="no column says the amount") as caught:
        plan(understood(path, kind=Kind.SALES), Known(), EUR)
    assert "a.csv" in caught.value.what
    with pytest.raises(BadInput, match="No file"):
        plan([], Known(), EUR)
