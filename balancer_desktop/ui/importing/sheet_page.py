"""One sheet: how it is read, what is assumed or missing, and its first rows under the meaning of each column."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedWidget, QTableView, QVBoxLayout, QWidget

from balancer_desktop.app.importing.sheets import Choices
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.forms.entry_form import hint_label, tell
from balancer_desktop.ui.importing.batch import Broken, Corrections, OpenSheet
from balancer_desktop.ui.importing.formats_form import FormatsForm
from balancer_desktop.ui.importing.line_numbers import LineNumbers
from balancer_desktop.ui.importing.mapping_header import MappingHeader
from balancer_desktop.ui.importing.preparation import Change
from balancer_desktop.ui.importing.reader import Reader
from balancer_desktop.ui.importing.rows_table_model import RowsTableModel
from balancer_desktop.ui.importing.words import KINDS
from balancer_desktop.ui.money.row_cells import RowCells
from balancer_desktop.ui.theme.metrics import GAP
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_COLUMN = 148


class SheetPage(QWidget):
    """Says what the owner wants changed; shows what has become of it."""

    wanted = Signal(object)
    """A Change."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._sheet: OpenSheet | None = None
        self.form = FormatsForm()
        self.notes, self._trouble = hint_label(), hint_label()
        self.table, self._model = QTableView(), RowsTableModel(self)
        self.header = self._make_table()
        self._layout()
        self.form.kind_chosen.connect(self._say_kind)
        self.form.side_chosen.connect(self._say_side)
        self.form.choices_made.connect(self._reopen)
        self.form.corrections_made.connect(self._correct)
        self.header.mapped.connect(self._say_field)

    def show_sheet(self, sheet: OpenSheet) -> None:
        self._sheet = sheet
        self._body.setEnabled(sheet.included)
        self.form.show_sheet(sheet)
        self._model.show_sheet(sheet)
        self.header.show_sheet(sheet)
        self._say_notes(sheet)
        self._stack.setCurrentWidget(self._body)

    def show_broken(self, broken: Broken) -> None:
        self._sheet = None
        tell(self._trouble, f"{broken.what} {broken.remedy}", wrong=True)
        self._stack.setCurrentWidget(self._broken)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_model"):
            self._model.dress(tokens_of(self.palette()))
            if self._sheet:
                self._say_notes(self._sheet)

    def _make_table(self) -> MappingHeader:
        dress(self.table)
        self.table.setModel(self._model)
        self._model.dress(tokens_of(self.palette()))
        header = MappingHeader(self.table, self.form.last)
        self.table.setHorizontalHeader(header)
        header.setDefaultSectionSize(_COLUMN)
        header.setStretchLastSection(True)
        self.table.setVerticalHeader(LineNumbers(self.table))
        self.table.setCornerWidget(QWidget())
        self.table.setItemDelegate(RowCells(self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName("The first rows of the sheet")
        return header

    def _layout(self) -> None:
        self._body, self._broken, self._stack = QWidget(), QWidget(), QStackedWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addWidget(self.form)
        body.addWidget(self.notes)
        body.addWidget(self.table, 1)
        broken = QVBoxLayout(self._broken)
        broken.setContentsMargins(0, 0, 0, 0)
        broken.addWidget(self._trouble)
        broken.addStretch(1)
        self._stack.addWidget(self._broken)
        self._stack.addWidget(self._body)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._stack)
        for label, name in ((self.notes, "What to check"), (self._trouble, "What is wrong")):
            label.setFont(QLabel().font())
            label.setAccessibleName(name)

    def _say_notes(self, sheet: OpenSheet) -> None:
        missing = sheet.reading.missing
        if not sheet.included:
            tell(self.notes, "This sheet is left out.")
        elif missing:
            kind = KINDS[sheet.mapping.kind].lower()
            text = f"No column says {missing} yet. Choose it above its values, or say that the rows are not {kind}."
            tell(self.notes, text, wrong=True)
        else:
            tell(self.notes, " ".join(sheet.reading.assumed))

    def _want(self, change: Callable[..., object], **said: object) -> None:
        if self._sheet is not None:
            wanted: Change = partial(change, place=self._sheet.place, **said)  # type: ignore[assignment]
            self.wanted.emit(wanted)

    def _say_kind(self, kind: Kind) -> None:
        self._want(self._reader.say_kind, kind=kind)

    def _say_side(self, side: Side) -> None:
        self._want(self._reader.say_side, side=side)

    def _say_field(self, column: int, field: Field) -> None:
        self._want(self._reader.say_field, column=column, field=field)

    def _reopen(self, choices: Choices) -> None:
        self._want(self._reader.reopen, choices=choices)

    def _correct(self, corrections: Corrections) -> None:
        self._want(self._reader.correct, corrections=corrections)
