"""Columns are mapped by their headings and values, corrected one at a time, and remembered as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.kinds import guess_kind
from balancer_desktop.domain.importing.mapping import Mapping, from_json, propose, to_json
from balancer_desktop.domain.side import Side

F = Field


@pytest.mark.parametrize(
    ("kind", "headings", "row", "fields"),
    [
        (Kind.SALES, "InvoiceId,CustomerId,InvoiceDate,BillingCity,Total", "1,2,2021-01-01,Oslo,1.98",
         [F.KEY, F.PARTY_KEY, F.DATE, F.LEAVE_OUT, F.AMOUNT]),
        (Kind.SALES, "Date,Net,Tax,Total,Client", "2021-01-01,1,0.2,1.2,Ann",
         [F.DATE, F.LEAVE_OUT, F.LEAVE_OUT, F.AMOUNT, F.NAME]),
        (Kind.PEOPLE, "Vorname,Name,Ort", "Eva,Klein,Bonn", [F.FIRST_NAME, F.LAST_NAME, F.CITY]),
        (Kind.PEOPLE, "Nombre,Apellidos,Correo", "Eva,Paz,e@x.example", [F.FIRST_NAME, F.LAST_NAME, F.EMAIL]),
        (Kind.PEOPLE, "Nom,Prénom,Ville", "Petit,Eve,Lyon", [F.LAST_NAME, F.FIRST_NAME, F.CITY]),
        (Kind.PEOPLE, "Name,Status", "Ann,Lead", [F.NAME, F.STANDING]),
        (Kind.PEOPLE, "Name,Status", "Ann,hot", [F.NAME, F.LEAVE_OUT]),
        (Kind.PEOPLE, "Name,Type", "Ann,company", [F.NAME, F.LEAVE_OUT]),
        (Kind.PEOPLE, "Name,Kind", "Ann,person", [F.NAME, F.PARTY_KIND]),
        (Kind.PEOPLE, "PatientId,Name", "p7,Ann", [F.KEY, F.NAME]),
        (Kind.PEOPLE, "id,CustomerId,Name", "1,c9,Ann", [F.LEAVE_OUT, F.KEY, F.NAME]),
        (Kind.SALES, "BookingId,Date,Amount,Customer", "b1,2021-01-01,5,Ann", [F.KEY, F.DATE, F.AMOUNT, F.NAME]),
        (Kind.EXPENSES, "Date,Amount,Category", "2021-01-01,5,Marketing", [F.DATE, F.AMOUNT, F.SIDE]),
        (Kind.EXPENSES, "Date,Amount,Category", "2021-01-01,5,Fuel", [F.DATE, F.AMOUNT, F.MEMO]),
        (Kind.WORK, "Date,Client,Project,Task,Notes,Hours", "2021-01-01,Ann,Roof,Tiles,x,2",
         [F.DATE, F.NAME, F.MEMO, F.MEMO, F.MEMO, F.DURATION]),
        (Kind.PEOPLE, "Name,phone_work,phone_home,email_work,email_home", "Ann,1,2,a@x.example,b@x.example",
         [F.NAME, F.PHONE, F.PHONE, F.EMAIL, F.EMAIL]),
    ],
)  # fmt: skip
def test_proposed(kind: Kind, headings: str, row: str, fields: list[Field]) -> None:
    sample: list[Row] = [list(row.split(","))]
    assert list(propose(headings.split(","), sample, kind).fields) == fields


@pytest.mark.parametrize(
    ("headings", "file", "kind"),
    [
        ("CustomerId,FirstName,LastName,Email", "export.csv", Kind.PEOPLE),
        ("InvoiceId,CustomerId,InvoiceDate,Total", "export.csv", Kind.SALES),
        ("Date,Client,Hours,Notes", "export.csv", Kind.WORK),
        ("Date,Vendor,Amount", "export.csv", Kind.EXPENSES),
        ("Date,Description,Amount,Name", "expenses 2026.csv", Kind.EXPENSES),
        ("Date,Description,Amount,Name", "Ausgaben.csv", Kind.EXPENSES),
        ("Date,Description,Amount,Name", "x.csv", Kind.SALES),
        ("Date,Time,Name,Gross", "paypal.csv", Kind.SALES),
        ("Date,Client,Duration,Amount", "toggl.csv", Kind.WORK),
        ("Date,Client,Duration,Amount", "sales.csv", Kind.SALES),
        ("Datum,Kunde,Betrag", "x.csv", Kind.SALES),
        ("Datum,Lieferant,Betrag", "x.csv", Kind.EXPENSES),
        ("Fecha,Cliente,Horas", "x.csv", Kind.WORK),
        ("Foo,Bar", "sales.csv", Kind.PEOPLE),
    ],
)
def test_kind_is_guessed(headings: str, file: str, kind: Kind) -> None:
    assert guess_kind(headings.split(","), [], file) is kind


@pytest.mark.parametrize(
    ("kind", "fields", "missing"),
    [
        (Kind.PEOPLE, [F.PHONE], "who it is"),
        (Kind.PEOPLE, [F.COMPANY], ""),
        (Kind.SALES, [F.DATE, F.AMOUNT], "who it is"),
        (Kind.SALES, [F.PARTY_KEY], "the date and the amount"),
        (Kind.WORK, [F.DATE], "the time worked"),
        (Kind.EXPENSES, [F.DATE, F.AMOUNT], ""),
    ],
)
def test_what_is_missing_is_said(kind: Kind, fields: list[Field], missing: str) -> None:
    said = Mapping(kind, tuple(fields)).missing()
    assert missing in said
    assert bool(missing) == bool(said)


def test_a_single_field_moves_when_it_is_given_to_another_column() -> None:
    mapping = Mapping(Kind.PEOPLE, (F.NAME, F.PHONE, F.LEAVE_OUT))
    assert mapping.with_field(2, F.NAME).fields == (F.LEAVE_OUT, F.PHONE, F.NAME)
    assert mapping.with_field(2, F.PHONE).fields == (F.NAME, F.PHONE, F.PHONE)


def test_remembered_as_it_was() -> None:
    mapping = Mapping(Kind.WORK, (F.DATE, F.DURATION), DateOrder.MONTH_FIRST, ",", hours=True, side=Side.GAIN)
    assert from_json(to_json(mapping)) == mapping


@given(st.text() | st.sampled_from(['{"kind": "people"}', "[]", "null", '{"kind": 3, "fields": 4}', "[" * 100_000]))
def test_a_damaged_memory_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput):
        from_json(text)


def test_a_memory_with_a_field_of_another_kind_is_refused() -> None:
    with pytest.raises(BadInput):
        from_json(to_json(Mapping(Kind.PEOPLE, (F.AMOUNT,))))
