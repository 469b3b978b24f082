"""CSV files: encodings, delimiters, headings and line numbers are found, and can be set instead."""

from pathlib import Path

import pytest

from balancer_desktop.app.importing.sheets import Choices, open_sheets
from balancer_desktop.domain.errors import BadInput
from tests.app.importing.planning import planned, written

TEXT = "Name;Ort\r\nJürgen Weiß;Köln\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        ((TEXT + "x;y\r\n" * 60_000).encode() + "é;\r\n".encode("cp1252"), "cp1252"),
    ],
)
def test_encoding_is_found(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(data)
    (sheet,) = open_sheets(path)
    assert (sheet.encoding, sheet.delimiter, sheet.headings) == (encoding, ";", ("Name", "Ort"))
    if len(data) < 1000:
        assert list(sheet.rows()) == [(2, ["Jürgen Weiß", "Köln"])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    text = "\n".join(delimiter.join(cells) for cells in (["Date", "Customer", "Total"], ["1.2.2021", "Ann", "5"]))
    assert open_sheets(written(tmp_path, "a.csv", text))[0].delimiter == delimiter


@pytest.mark.parametrize(
    ("text", "delimiter", "headings"),
    [
        ("Datum;Kunde;Betrag\n1.2.2021;Ann, Bob;1,50\n1.3.2021;Eve, Joe;2,50\n", ";", ("Datum", "Kunde", "Betrag")),
        ('Name,Notes\nAnn,"a;b;c;d"\nBob,"e;f;g;h"\n', ",", ("Name", "Notes")),
        ("sep=;\nName;City\nAnn;Rome\n", ";", ("Name", "City")),
        ("sep=|\nFoo|Bar\nx|12\n", "|", ("Foo", "Bar")),
        ("Name\nAnn\n", ",", ("Name",)),
        ("Foo\tBar\nx y\t1,5\nz\t2,5\n", "\t", ("Foo", "Bar")),
    ],
)
def test_delimiter_among_others(tmp_path: Path, text: str, delimiter: str, headings: tuple[str, ...]) -> None:
    (sheet,) = open_sheets(written(tmp_path, "a.csv", text))
    assert (sheet.delimiter, sheet.headings) == (delimiter, headings)


def test_lines_are_counted_as_an_editor_does(tmp_path: Path) -> None:
    text = 'Report\r\n\r\nName,Notes\r\nAnn,"one\r\ntwo"\r\n\r\nBob,"x"\r\n'
    (sheet,) = open_sheets(written(tmp_path, "a.csv", text))
    assert sheet.header_row == 3
    assert list(sheet.rows()) == [(4, ["Ann", "one\r\ntwo"]), (7, ["Bob", "x"])]


def test_old_mac_line_ends(tmp_path: Path) -> None:
    (sheet,) = open_sheets(written(tmp_path, "a.csv", "Name,City\rAnn,Rome\rBob,Oslo\r"))
    assert list(sheet.rows()) == [(2, ["Ann", "Rome"]), (3, ["Bob", "Oslo"])]


def test_short_rows_are_filled_and_columns_without_heading_numbered(tmp_path: Path) -> None:
    (sheet,) = open_sheets(written(tmp_path, "a.csv", "Name,,City\nAnn\nBob,x,Rome\n"))
    assert sheet.headings == ("Name", "Column 2", "City")
    assert list(sheet.rows()) == [(2, ["Ann", "", ""]), (3, ["Bob", "x", "Rome"])]


def test_a_file_without_headings_has_numbered_columns(tmp_path: Path) -> None:
    (sheet,) = open_sheets(written(tmp_path, "bank.csv", "22.01.2014;-18,00;EUR\n17.01.2014;-9,05;EUR\n"))
    assert (sheet.header_row, sheet.headings) == (0, ("Column 1", "Column 2", "Column 3"))
    assert [line for line, _ in sheet.rows()] == [1, 2]


def test_everything_detected_can_be_set(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Name,City\nFirst;Second\nМосква;1\n", "cp1251")
    (sheet,) = open_sheets(path, Choices("cp1251", ";", 2))
    assert (sheet.encoding, sheet.delimiter, sheet.header_row) == ("cp1251", ";", 2)
    assert (sheet.headings, list(sheet.rows())) == (("First", "Second"), [(3, ["Москва", "1"])])
    (plain,) = open_sheets(path, Choices("cp1251", ";", 0))
    assert [line for line, _ in plain.rows()] == [1, 2, 3]
    with pytest.raises(BadInput, match="line 9"):
        open_sheets(path, Choices("cp1251", ";", 9))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"  \r\n \n", "is empty"),
        (b"\xef\xbb\xbf", "holds no rows"),
        (b"Name,Email\r\n", "no rows below"),
        (b"Name,Email\r\n,\r\n", "no rows below"),
        (bytes(range(256)) * 4, "not a text or spreadsheet"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "not a text or spreadsheet"),
        (b"%PDF-1.7\n...", "is a PDF"),
        (b"BEGIN:VCALENDAR\n", "is a calendar"),
        (b"<html><table></table></html>", "web page"),
        (b"SQLite format 3\0", "database"),
        (b'Name,Notes\nAnn,"never closed\nBob,x\nEve,y\n', "line 2 that is never closed"),
        (b'Name,Notes\nAnn,ok\nBob,"x"y\n', "closing quotation mark in the record at line 3"),
        (b"Name\n\x81\x8d\x8f\n", "not in the chosen text encoding"),
        (b"PK\x03\x04 not a zip", "damaged or not a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook", "damaged or not a spreadsheet"),
    ],
)
def test_what_cannot_be_read_says_so_and_what_to_do(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "strange.csv"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=words) as caught:
        planned(path)
    assert "strange.csv" in caught.value.what
    assert caught.value.remedy


def test_a_folder_a_missing_and_a_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        open_sheets(tmp_path)
    with pytest.raises(BadInput, match="is not there"):
        open_sheets(tmp_path / "gone.csv")
    path = written(tmp_path, "a.csv", "Name,City\nAnn,Rome\n")

    def forbid(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)  # the tests may run as root, whom no file refuses
    with pytest.raises(BadInput, match="may not be read"):
        open_sheets(path)


def test_a_file_that_changes_while_it_is_chosen(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Name,City\nAnn,Rome\n")
    (sheet,) = open_sheets(path)
    path.write_bytes(b"Name,City\n\xff\xfe,Rome\n")
    with pytest.raises(BadInput, match="text encoding"):
        list(sheet.rows())
    path.unlink()
    with pytest.raises(BadInput, match="is not there"):
        list(sheet.rows())


def test_a_row_without_end_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="5,000 columns"):
        open_sheets(written(tmp_path, "a.csv", "Name" + "," * 4_999 + "\nAnn" + "," * 4_999 + "\n"))
