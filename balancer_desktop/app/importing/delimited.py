"""Text files of separated values: their encoding, their delimiter, and their records, streamed."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from balancer_desktop.app.importing.trouble import as_bad_input, unreadable
from balancer_desktop.domain.importing.aliases import known_in_any
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.header_row import LOOKED_AT, usual_width

DELIMITERS = (",", ";", "\t", "|")
ENCODINGS = ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1250", "cp1251", "mac_roman", "cp850")
"""What the owner may choose from; the first three are found without help."""

_HEAD = 256 * 1024
_LONGEST_CELL = 4_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = (
    (b"%PDF", "is a PDF", "Export the table as CSV from the program that made it."),
    (b"BEGIN:VCALENDAR", "is a calendar", "Bring it in by Book ▸ Bring in calls and appointments…"),
    (b"OFXHEADER", "is a bank statement (OFX)", "Download it as CSV."),
    (b"SQLite format 3", "is a database", "Export its tables as CSV."),
    (b"<!doctype html", "is a web page", "Open it in a spreadsheet and save it as CSV."),
    (b"<html", "is a web page", "Open it in a spreadsheet and save it as CSV."),
    (b"<?xml", "is an XML file", "Open it in a spreadsheet and save it as CSV."),
)


def detect_encoding(path: Path) -> str:
    """By byte order mark, else strict UTF-8 over the whole file, else Windows-1252; BadInput for what is no text."""
    with as_bad_input(path), path.open("rb") as file:
        head = file.read(_HEAD)
        marked = next((name for mark, name in _MARKS if head.startswith(mark)), "")
        if marked:
            return marked
        _refuse_foreign(path, head)
        if wide := _wide(head):
            return wide
        _refuse_binary(path, head)
        return "utf-8" if _is_utf8(head, file) else "cp1252"


def detect_delimiter(path: Path, encoding: str) -> str:
    """The separator under which the first rows have known headings and one width; a comma when none separates."""
    head = _head_text(path, encoding)
    if _is_hint(head) and head[4:5] in DELIMITERS:
        return head[4]
    return max(DELIMITERS, key=lambda delimiter: _fit(head, delimiter))


def records(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, Row]]:
    """Every record with the number of its first line in the file, blank ones included; BadInput when one is broken."""
    line = 1
    with as_bad_input(path):
        csv.field_size_limit(_LONGEST_CELL)
        with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
            # Strict: otherwise a quotation mark that is never closed swallows the rest of the file in silence.
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            try:
                for row in reader:
                    if line > 1 or not row or not _is_hint(row[0]):
                        yield line, row  # type: ignore[misc] # list[str] is only read as list[Cell]
                    line = reader.line_num + 1
            except csv.Error as wrong:
                raise _broken(path, line, str(wrong)) from wrong


def _is_hint(text: str) -> bool:
    """A first line that only tells a spreadsheet the separator: `sep=;`."""
    return text[:4].lower() == "sep=" and len(text.partition("\n")[0].strip()) <= 5


def _broken(path: Path, line: int, why: str) -> Exception:
    if "field larger" in why or "unexpected end" in why:
        what = f"has a quotation mark in the record at line {line} that is never closed"
    elif "expected after" in why:
        what = f"has text right after a closing quotation mark in the record at line {line}"
    else:
        what = f"is broken at line {line}"
    return unreadable(path, what, "Correct that line, or save the file once more as CSV.")


def _refuse_foreign(path: Path, head: bytes) -> None:
    start = head[:200].lstrip().lower()
    if not start:
        raise unreadable(path, "is empty", "Export it again from the other program.")
    for mark, what, remedy in _FOREIGN:
        if start.startswith(mark.lower()):
            raise unreadable(path, what, remedy)


def _refuse_binary(path: Path, head: bytes) -> None:
    strange = sum(head.count(bytes([byte])) for byte in (*range(9), 11, *range(14, 32), 127))
    if strange * 10 > len(head):
        raise unreadable(path, "is not a text or spreadsheet file", "Export the table as CSV or XLSX.")


def _wide(head: bytes) -> str:
    """UTF-16 without its mark shows by a NUL in every other byte."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = len(head) // 5
    if len(head) < 4 or (even > enough) == (odd > enough):
        return ""
    return "utf-16-le" if odd > enough else "utf-16-be"


def _is_utf8(head: bytes, rest: io.BufferedReader) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
        while chunk := rest.read(1 << 20):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _head_text(path: Path, encoding: str) -> str:
    with as_bad_input(path), path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
        return file.read(_HEAD)


def _fit(head: str, delimiter: str) -> tuple[int, float, int]:
    """Known headings in one row, share of rows of the usual width, that width."""
    rows = _some_rows(head, delimiter)
    width = usual_width(rows)
    if width < 2:
        return 0, 0.0, 0
    known = max(sum(known_in_any(str(cell)) for cell in row if cell) for row in rows)
    return known, sum(len(row) == width for row in rows) / len(rows), width


def _some_rows(head: str, delimiter: str) -> list[Row]:
    rows: list[Row] = []
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
            if row:
                rows.append(list(row))
            if len(rows) == LOOKED_AT:
                break
    except csv.Error:  # a delimiter that does not fit; the rows before it count
        return rows
    return rows
