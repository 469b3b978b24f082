"""Workbooks (XLSX, XLS, ODS) through python-calamine, which is imported only when one is read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from zipfile import is_zipfile

from balancer_desktop.app.importing.extent import refuse_if_huge
from balancer_desktop.app.importing.trouble import as_bad_input, unreadable
from balancer_desktop.domain.importing.cells import Row, cell_of

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Records = Callable[[], Iterator[tuple[int, Row]]]


def is_workbook(path: Path) -> bool:
    """By its first bytes, whatever its name; BadInput when they cannot be read."""
    with as_bad_input(path), path.open("rb") as file:
        return file.read(8).startswith((_ZIP, _OLE))


def sheets_in(path: Path) -> list[tuple[str, Records]]:
    """The name and records of each visible sheet that holds anything; BadInput for what is no workbook."""
    with as_bad_input(path):
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        if is_zipfile(path):
            refuse_if_huge(path)
        with CalamineWorkbook.from_path(path) as book:
            wanted = [
                (index, sheet.name)
                for index, sheet in enumerate(book.sheets_metadata)
                if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible
            ]
            found = [(name, book.get_sheet_by_index(index)) for index, name in wanted]
        filled = [(name, _records(path, sheet.iter_rows)) for name, sheet in found if sheet.end is not None]
    if not filled:
        raise unreadable(path, "has no sheet with anything in it", "Choose another file.")
    return filled


def _records(path: Path, iter_rows: Callable[[], Iterable[Sequence[object]]]) -> Records:
    def records() -> Iterator[tuple[int, Row]]:
        with as_bad_input(path):
            for line, row in enumerate(iter_rows(), start=1):
                yield line, [cell_of(value) for value in row]

    return records
