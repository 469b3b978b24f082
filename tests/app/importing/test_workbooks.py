"""Workbooks: typed cells come out exact, sheets are told apart, and no damage ends the program."""

import io
import random
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.app.importing.trouble import as_bad_input
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.fields import Kind
from tests.app.importing.planning import planned, written

Sheets = dict[str, list[list[object]]]

ODS_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="Sales">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""


def workbook(sheets: Sheets) -> bytes:
    """A valid XLSX file."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def saved(folder: Path, sheets: Sheets, name: str = "book.xlsx") -> Path:
    path = folder / name
    path.write_bytes(workbook(sheets))
    return path


def ods(folder: Path, rows: str) -> Path:
    """An OpenDocument spreadsheet with one sheet of these rows."""
    path = folder / "sales.ods"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr("content.xml", ODS_CONTENT.format(rows=rows))
    return path


def ods_row(*texts: str, repeat: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeat}">{cells}</table:table-row>'


ONE_SALE: Sheets = {"Sales": [["Date", "Customer", "Total"], [date(2021, 1, 2), "Ann", 1.98]]}

SOUND = workbook(ONE_SALE)


def test_typed_cells_come_out_exact(tmp_path: Path) -> None:
    values = [
        0.1 + 0.2,
        datetime(2021, 1, 2, 3, 4),
        date(2021, 1, 2),
        time(1, 30),
        timedelta(hours=30),
        True,
        12.0,
        None,
    ]
    (sheet,) = open_sheets(saved(tmp_path, {"S": [["Name", "City", *"abcdef"], values]}))
    assert [row for _, row in sheet.rows()] == [
        [Decimal("0.3"), "2021-01-02 03:04:00", "2021-01-02", "01:30:00", "30:00:00", "true", Decimal(12), ""]
    ]


def test_numbers_need_no_decimal_mark(tmp_path: Path) -> None:
    rows = [["Datum", "Kunde", "Betrag"], [date(2021, 1, 2), "Ann", 1234.5], ["03.02.2021", "Ann", "1.234,50"]]
    plan = planned(saved(tmp_path, {"S": rows}))
    assert [(str(sale.on), sale.amount) for sale in plan.sales] == [("2021-01-02", 123450), ("2021-02-03", 123450)]


def test_every_sheet_with_rows_is_a_table_and_empty_ones_are_not(tmp_path: Path) -> None:
    people: list[list[object]] = [["CustomerId", "Name"], [7, "Ann"]]
    sales: list[list[object]] = [["InvoiceId", "CustomerId", "Date", "Total"], [1, 7, date(2021, 1, 2), 5]]
    path = saved(tmp_path, {"Customers": people, "Notes": [], "Invoices": sales})
    assert [sheet.label for sheet in open_sheets(path)] == [
        "book.xlsx, sheet “Customers”",
        "book.xlsx, sheet “Invoices”",
    ]
    plan = planned(path)
    assert (plan.counts[Kind.PEOPLE].new, plan.counts[Kind.SALES].new, plan.sales_total) == (1, 1, 500)


def test_lines_count_the_empty_rows_above(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], ["Sales of 2021"], [], ["Date", "Customer", "Total"], ["soon", "Ann", 5]]
    plan = planned(saved(tmp_path, {"S": rows}))
    assert [(issue.line, issue.column) for issue in plan.issues] == [(5, "Date")]


def test_the_content_counts_not_the_name(tmp_path: Path) -> None:
    assert planned(saved(tmp_path, ONE_SALE, "misnamed.csv")).sales_total == 198
    assert planned(written(tmp_path, "text.xlsx", "Date,Customer,Total\n2021-01-02,Ann,1.98\n")).sales_total == 198


def test_open_document(tmp_path: Path) -> None:
    rows = ods_row("Date", "Customer", "Total") + ods_row("2021-01-02", "Ann", "1.98")
    filler = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    assert planned(ods(tmp_path, rows + filler)).sales_total == 198


def test_an_old_workbook_locked_with_a_password_says_so(tmp_path: Path) -> None:
    class PasswordError(Exception):
        """As the workbook reader calls it."""

    with pytest.raises(BadInput, match="locked with a password"), as_bad_input(tmp_path / "a.xlsx"):
        raise PasswordError


def test_a_panic_of_the_reader_is_bad_input_but_ctrl_c_is_not(tmp_path: Path) -> None:
    class PanicException(BaseException):
        """As the workbook reader's language calls it; no Exception."""

    with pytest.raises(BadInput, match=r"a\.xlsx"), as_bad_input(tmp_path / "a.xlsx"):
        raise PanicException
    with pytest.raises(KeyboardInterrupt), as_bad_input(tmp_path / "a.xlsx"):
        raise KeyboardInterrupt


@pytest.mark.parametrize("cell", [b"XFD1048576", b"ZZZZ9", b"AAA1048576"])
def test_a_stray_cell_far_away_does_not_take_all_memory(tmp_path: Path, cell: bytes) -> None:
    path = tmp_path / "stray.xlsx"
    path.write_bytes(repacked(SOUND, lambda xml: xml.replace(b'r="C2"', b'r="%s"' % cell)))
    with pytest.raises(BadInput, match=r"stray\.xlsx"):
        planned(path)


def test_a_sheet_repeated_without_end_does_not_take_all_memory(tmp_path: Path) -> None:
    wide = '<table:table-cell office:value-type="string" table:number-columns-repeated="900000"/>'
    row = f'<table:table-row table:number-rows-repeated="900000">{wide}</table:table-row>'
    with pytest.raises(BadInput, match="too large"):
        planned(ods(tmp_path, row))


def repacked(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with each of its XML parts changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
    return held.getvalue()


def mutated(data: bytes, rnd: random.Random) -> bytes:
    """Bytes with a few of them overwritten, cut out or doubled."""
    body = bytearray(data)
    for _ in range(rnd.randint(1, 8)):
        at = rnd.randrange(len(body) or 1)
        match rnd.randrange(4):
            case 0 if body:
                body[at] = rnd.randrange(256)
            case 1:
                del body[at : at + rnd.randint(1, 30)]
            case 2:
                body[at:at] = body[at : at + rnd.randint(1, 30)]
            case _:
                body[at:at] = rnd.choice([b"9999999", b"<c>", b'"', b"-1", b"\0", b"</row>", b'r="ZZ99999"', b"1e999"])
    return bytes(body)


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.booleans())
def test_damaged_workbooks_give_bad_input_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, rnd: random.Random, inside: bool
) -> None:
    data = mutated(SOUND, rnd)
    if inside:
        data = repacked(SOUND, lambda xml: mutated(xml, rnd) if rnd.random() < 0.4 else xml)
    path = tmp_path_factory.mktemp("fuzz") / "damaged.xlsx"
    path.write_bytes(data)
    try:
        planned(path)
    except BadInput as wrong:
        assert "damaged.xlsx" in wrong.what  # noqa: PT017 - either outcome is right, but this one must name the file
