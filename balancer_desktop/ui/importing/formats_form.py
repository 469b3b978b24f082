"""How one sheet is read: its kind, where its headings are, how its dates and numbers are written."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.importing.fields import DATED, Field, Kind
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.importing.batch import OpenSheet
from balancer_desktop.ui.importing.choice_box import ChoiceBox
from balancer_desktop.ui.importing.words import DATE_ORDERS, DECIMALS, DELIMITERS, ENCODINGS, HOURS, KINDS, SIDES
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_LONGEST_LINE = 60
_SHORT = 16
"""Characters a list is at least wide."""


class FormatsForm(QWidget):
    """Everything detected is shown, and corrected by choosing something else. What does not apply is not offered."""

    kind_chosen = Signal(object)
    side_chosen = Signal(object)
    choices_made = Signal(object)
    """Choices: the file is to be read another way."""
    corrections_made = Signal(object)
    """Corrections."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: OpenSheet | None = None
        self._captions: dict[QWidget, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        for column in (1, 4):
            self._grid.setColumnStretch(column, 1)
        self._grid.setColumnMinimumWidth(2, BETWEEN)
        self.kind: ChoiceBox[Kind] = self._add(0, 0, "Each row is", "What each row of this sheet is")
        self.headings: ChoiceBox[int] = self._add(0, 1, "Headings", "The line that names the columns")
        self.dates: ChoiceBox[DateOrder] = self._add(1, 0, "Dates", "Which part of 3/4/2026 comes first")
        self.decimal: ChoiceBox[str] = self._add(1, 1, "Decimal mark", "What stands before the cents")
        self.encoding: ChoiceBox[str] = self._add(2, 0, "Encoding", "If names look garbled, try another")
        self.delimiter: ChoiceBox[str] = self._add(2, 1, "Separator", "What stands between two columns")
        self.hours: ChoiceBox[bool] = self._add(3, 0, "Time worked", "What a bare number of time worked means")
        self.side: ChoiceBox[Side] = self._add(
            3, 1, "Without a person", "What a row is for that names neither a side nor a person"
        )
        self._offer()
        self._listen()

    @property
    def last(self) -> QWidget:
        """The last stop of the Tab key."""
        return self.side

    def show_sheet(self, sheet: OpenSheet) -> None:
        self._sheet = sheet
        found, mapping, fields = sheet.reading.sheet, sheet.mapping, set(sheet.mapping.fields)
        self.kind.show_value(mapping.kind)
        lines = [(line, f"Line {line}: {_short(text)}") for line, text in sheet.look.lines]
        self.headings.offer([(0, "None; the first line is a record"), *lines])
        self.headings.show_value(found.header_row)
        self.dates.show_value(mapping.date_order)
        self.decimal.show_value(mapping.decimal)
        self.hours.show_value(mapping.hours)
        self.side.show_value(mapping.side)
        if found.encoding:
            self.encoding.show_value(found.encoding)
            self.delimiter.show_value(found.delimiter)
        self._show(self.encoding, shown=bool(found.encoding))
        self._show(self.delimiter, shown=bool(found.encoding))
        self._show(self.hours, shown=mapping.kind is Kind.WORK)
        self._show(self.side, shown=mapping.kind in {Kind.WORK, Kind.EXPENSES})
        self.dates.setEnabled(bool(fields & DATED))
        self.decimal.setEnabled(Field.AMOUNT in fields)

    def _add(self, row: int, pair: int, label: str, tip: str) -> ChoiceBox[Any]:
        box: ChoiceBox[Any] = ChoiceBox(label, tip)
        box.setMinimumContentsLength(_SHORT)
        caption = QLabel(label)
        caption.setBuddy(box)
        self._captions[box] = caption
        self._grid.addWidget(caption, row, 3 * pair, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(box, row, 3 * pair + 1)
        return box

    def _offer(self) -> None:
        self.kind.offer(KINDS)
        self.dates.offer(DATE_ORDERS)
        self.decimal.offer(DECIMALS)
        self.encoding.offer(ENCODINGS)
        self.delimiter.offer(DELIMITERS)
        self.hours.offer(HOURS)
        self.side.offer(SIDES)

    def _listen(self) -> None:
        self.kind.picked.connect(self.kind_chosen)
        self.side.picked.connect(self.side_chosen)
        self.headings.picked.connect(lambda line: self._choose(header_row=line))
        # Another encoding or separator may put the headings elsewhere.
        self.encoding.picked.connect(lambda name: self._choose(encoding=name, header_row=None))
        self.delimiter.picked.connect(lambda mark: self._choose(delimiter=mark, header_row=None))
        self.dates.picked.connect(lambda order: self._correct(date_order=order))
        self.decimal.picked.connect(lambda mark: self._correct(decimal=mark))
        self.hours.picked.connect(lambda hours: self._correct(hours=hours))

    def _choose(self, **choice: Any) -> None:
        if self._sheet is not None:
            self.choices_made.emit(replace(self._sheet.choices, **choice))

    def _correct(self, **correction: Any) -> None:
        if self._sheet is not None:
            self.corrections_made.emit(replace(self._sheet.corrections, **correction))

    def _show(self, box: QWidget, *, shown: bool) -> None:
        box.setVisible(shown)
        self._captions[box].setVisible(shown)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}…"
