"""How large a workbook would become in memory, found without building it.

The reader lays a sheet out as a full rectangle: one stray cell in the last row and column asks for half a terabyte and
ends the process. So the rectangle is measured in the packed XML first.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from balancer_desktop.app.importing.trouble import unreadable

MOST_CELLS = 20_000_000
_MOST_COLUMNS = 16_384
_MOST_BYTES = 1 << 30
_CHUNK = 1 << 20
_OVERLAP = 200
_XLSX_ROW = re.compile(rb"""[\s"']r\s*=\s*["'][A-Za-z]{0,3}(\d{1,9})["']""")
_XLSX_COLUMN = re.compile(rb"""[\s"']r\s*=\s*["']([A-Za-z]{1,4})\d""")
_ODS_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*?)(/?)>")
_ODS_REPEAT = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d{1,9})["']""")


def refuse_if_huge(path: Path) -> None:
    """BadInput for a packed workbook whose sheets would not fit in memory; damage is left for the reader to name."""
    with zipfile.ZipFile(path) as packed:
        members = packed.infolist()
        if sum(member.file_size for member in members) > _MOST_BYTES:
            raise _too_large(path)
        for member in members:
            name = member.filename.lower().replace("\\", "/")
            if "worksheets/" in name and name.endswith(".xml"):
                with packed.open(member) as xml:
                    _refuse_beyond(path, _xlsx_cells(xml))
            elif name == "content.xml":
                with packed.open(member) as xml:
                    _refuse_beyond(path, _ods_cells(xml))


def _xlsx_cells(xml: IO[bytes]) -> int:
    rows, columns = 0, 1
    for chunk in _chunks(xml):
        rows = max(rows, max(map(int, _XLSX_ROW.findall(chunk)), default=0))
        columns = max(columns, max(map(_column_number, set(_XLSX_COLUMN.findall(chunk))), default=0))
    return rows * columns if columns <= _MOST_COLUMNS else MOST_CELLS + 1


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_cells(xml: IO[bytes]) -> int:
    """The widest row times the last row that holds anything; empty repeated rows and cells at the end are free."""
    most = row = last_row = column = last_column = widest = repeat = 0
    for name, attributes, closed in _tags(xml):
        times = _repeated(attributes)
        if name == b"table":
            row = last_row = widest = 0
        elif name == b"table-row":
            row, repeat, column, last_column = row + times, times, 0, 0
        else:
            column += times
            if b"value-type" in attributes or not closed:
                last_column, last_row = column, row
        widest = max(widest, last_column, 1 if repeat else 0)
        most = max(most, last_row * widest)
    return most


def _repeated(attributes: bytes) -> int:
    found = _ODS_REPEAT.search(attributes)
    return int(found[1]) if found else 1


def _tags(xml: IO[bytes]) -> Iterator[tuple[bytes, bytes, bytes]]:
    rest = b""
    while chunk := xml.read(_CHUNK):
        whole, mark, rest = (rest + chunk).rpartition(b">")
        yield from _ODS_TAG.findall(whole + mark)


def _chunks(xml: IO[bytes]) -> Iterator[bytes]:
    """Pieces that overlap, so that no attribute is cut in two."""
    rest = b""
    while chunk := xml.read(_CHUNK):
        yield rest + chunk
        rest = chunk[-_OVERLAP:]


def _refuse_beyond(path: Path, cells: int) -> None:
    if cells > MOST_CELLS:
        raise _too_large(path)


def _too_large(path: Path) -> Exception:
    return unreadable(path, "is too large for a spreadsheet", "Delete stray cells far away, or save the sheet as CSV.")
