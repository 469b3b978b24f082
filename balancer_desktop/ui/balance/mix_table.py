"""The same numbers as a table: for reading aloud and for taking elsewhere."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.mix_finding import english_name
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.balance.stack import amount
from balancer_desktop.ui.balance.words import figure, side_word
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme.tables import dress, stand_on_a_row

Index = QModelIndex | QPersistentModelIndex
_SIDES = (Side.KEEP, Side.GAIN, Side.WIN_BACK)
_NOWHERE = QModelIndex()


class MixTableModel(QAbstractTableModel):
    """A row per month, the newest first: month, keep, gain, win back, acquisition share."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._mix: Mix | None = None

    def set_mix(self, mix: Mix) -> None:
        """Other numbers in the same months leave the selection where it is."""
        before, self._mix = self._mix, mix
        if before is None or len(before.months) != len(mix.months):
            self.beginResetModel()
            self.endResetModel()
        elif mix.months:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._mix is None else len(self._mix.months)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2 + len(_SIDES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(self._month(index.row()), index.column())
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def tsv(self, rows: list[int]) -> str:
        """The rows under their headings, tab-separated, as a spreadsheet of the same locale reads numbers."""
        lines = [[self._heading(column, exact=True) for column in range(self.columnCount())]]
        lines += [[self._plain(self._month(row), column) for column in range(self.columnCount())] for row in rows]
        return "\n".join("\t".join(line) for line in lines) + "\n"

    def _month(self, row: int) -> MixMonth:
        assert self._mix is not None  # noqa: S101 - a model without a mix has no rows
        return self._mix.months[-1 - row]

    def _heading(self, column: int, *, exact: bool = False) -> str:
        measure = self._mix.measure if self._mix else Measure.HOURS
        if column == 0:
            return "Month"
        if column > len(_SIDES):
            return "Share"
        units = {Measure.HOURS: " (h)", Measure.HEADS: ""}
        unit = units.get(measure, f" ({self._formats.currency.code})") if exact else ""
        return side_word(_SIDES[column - 1], measure, briefly=True) + unit

    def _shown(self, month: MixMonth, column: int) -> str:
        assert self._mix is not None  # noqa: S101 - as above
        if column == 0:
            return self._named(month)
        if column > len(_SIDES):
            return "–" if month.share is None else self._formats.percent(month.share)
        value, measure = amount(month, _SIDES[column - 1]), self._mix.measure
        return self._formats.money(value) if _is_money(measure) else figure(value, measure, self._formats)

    def _named(self, month: MixMonth) -> str:
        assert self._mix is not None  # noqa: S101 - as above
        name = english_name(month.month)[:3]  # as the words beside it are
        return f"{name} so far" if month.month == self._mix.unfinished else f"{name} {month.month.year}"

    def _plain(self, month: MixMonth, column: int) -> str:
        """Numbers without group marks; hours as decimals; no share is no text."""
        assert self._mix is not None  # noqa: S101 - as above
        conventions = self._formats.conventions()
        if column == 0:
            return str(month.month)
        if column > len(_SIDES):
            text = "" if month.share is None else f"{month.share * 100:.1f}%"
        elif self._mix.measure is Measure.HOURS:
            text = f"{amount(month, _SIDES[column - 1]) / 60:.2f}"
        elif _is_money(self._mix.measure):
            return self._formats.money(amount(month, _SIDES[column - 1])).replace(conventions.group, "")
        else:
            text = str(amount(month, _SIDES[column - 1]))
        return text.replace(".", conventions.decimal)


class MixTable(QTableView):
    """Ctrl+C copies the chosen rows, or all when the owner chose none; where the keys came to is no choice."""

    def __init__(self, model: MixTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._chosen = False
        dress(self)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName("The chart's numbers as a table")
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_mix(self, mix: Mix) -> None:
        self._rows.set_mix(mix)

    def focusInEvent(self, event: QFocusEvent) -> None:
        chosen = self._chosen
        stand_on_a_row(self)
        self._chosen = chosen
        super().focusInEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._chosen = self.selectionModel().hasSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        chosen = sorted({index.row() for index in self.selectedIndexes()}) if self._chosen else []
        QGuiApplication.clipboard().setText(self._rows.tsv(chosen or list(range(self._rows.rowCount()))))


def _is_money(measure: Measure) -> bool:
    return measure in (Measure.INCOME, Measure.MONEY)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
