"""What a file holds, whatever its format: vCard, iCalendar, or a table as CSV or a workbook."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from balancer_desktop.app.importing.card_files import beginning, raw_of
from balancer_desktop.app.importing.sheets import SAMPLE, Choices, Sheet, open_sheets
from balancer_desktop.app.importing.trouble import as_bad_input, unreadable
from balancer_desktop.app.intake.calendars import read_events
from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import is_blank
from balancer_desktop.domain.importing.dates import detect_order
from balancer_desktop.domain.importing.header_row import LOOKED_AT
from balancer_desktop.domain.intake.call_columns import Heading, columns_of, further, unused
from balancer_desktop.domain.intake.call_rows import CallRows
from balancer_desktop.domain.intake.card_items import item_of_card
from balancer_desktop.domain.intake.cards import Broken, read_cards
from balancer_desktop.domain.intake.event_items import Local, item_of_event
from balancer_desktop.domain.intake.item import Item

MOST = 20_000
"""Rows of a list of calls."""
_WHO = frozenset({Heading.NAME, Heading.PHONE, Heading.EMAIL, Heading.COMPANY, Heading.LAST_NAME})


class Unused(NamedTuple):
    """The headings of the columns of which nothing is read."""

    headings: tuple[str, ...]


Part = Item | Broken | Unused


def read_file(path: Path, now: datetime, conventions: Conventions, local: Local) -> Iterator[Part]:
    """Every item of a file and what is wrong or not used in it, in order.

    BadInput naming the file when it cannot be read.
    now: the instant, in the owner's zone; local brings another into it.
    """
    mark = beginning(path)
    filed = min(_filed(path, local), now)
    if mark == b"BEGIN:VCARD":
        with _naming(path):
            for card in read_cards(raw_of(path)):
                yield card if isinstance(card, Broken) else item_of_card(card, filed)
    elif mark == b"BEGIN:VCALENDAR":
        with _naming(path):
            for event in read_events(raw_of(path)):
                yield event if isinstance(event, Broken) else item_of_event(event, now, local)
    else:
        for sheet in open_sheets(path):
            yield from _rows(_with_headings(sheet), filed, now, conventions, local)


def _filed(path: Path, local: Local) -> datetime:
    with as_bad_input(path):
        return local(datetime.fromtimestamp(path.stat().st_mtime).astimezone())


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """What is wrong with a whole file, said with its name."""
    try:
        yield
    except BadInput as wrong:
        what = wrong.what.removeprefix("The file ").removesuffix(".")
        raise (wrong if path.name in wrong.what else unreadable(path, what, wrong.remedy)) from wrong


def _with_headings(sheet: Sheet) -> Sheet:
    """The sheet under the row in which most columns of such a list are named."""
    if sheet.name or len(columns_of(sheet.headings)) > 2:
        return sheet
    looked_at = islice(sheet.records(), LOOKED_AT)
    counts = [(len(columns_of([str(cell) for cell in row])), -line) for line, row in looked_at]
    most, line = max(counts, default=(0, 0))
    if most < 2 or -line == sheet.header_row:
        return sheet
    choices = Choices(sheet.encoding, sheet.delimiter, -line)
    return next(iter(open_sheets(sheet.path, choices)))


def _rows(sheet: Sheet, filed: datetime, now: datetime, conventions: Conventions, local: Local) -> Iterator[Part]:
    columns = columns_of(sheet.headings)
    if not _WHO & columns.keys() or len(columns) < 2:
        what = "has no headings such as Date, Name and Number"
        raise unreadable(sheet.path, what, "Use the list that goes with the form for whoever answers the phone.")
    dates = columns.get(Heading.DATE, columns.get(Heading.DEADLINE))
    texts = [str(row[dates])[:10] for row in sheet.sample(SAMPLE)] if dates is not None else []
    order = detect_order(texts, conventions.date_order).order
    rows = CallRows(columns, order, filed, now, local, further(sheet.headings))
    if left := unused(sheet.headings):
        yield Unused(left)
    for count, (line, row) in enumerate(sheet.rows()):
        if count >= MOST:
            raise unreadable(sheet.path, f"has more than {MOST:,} rows", "Bring in fewer at a time.")
        if is_blank(row):
            continue
        try:
            item = rows.item(line, row)
        except BadInput as wrong:
            yield Broken(line, wrong.what, wrong.remedy)
        else:
            yield item
