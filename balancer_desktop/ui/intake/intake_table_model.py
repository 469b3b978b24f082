"""The items of files from others, one a row, each with a mark for whether it comes in; what is wrong stands on top."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont

from balancer_desktop.app.intake import corrections
from balancer_desktop.app.intake.matching import NOBODY
from balancer_desktop.app.intake.preview import Fault, IntakePlan, Planned, local_time
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.intake.call_rows import read_moment
from balancer_desktop.domain.intake.item import ItemKind
from balancer_desktop.domain.standing import Standing
from balancer_desktop.domain.text import one_line
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
COLUMNS = ("Who", "Known as", "Number", "When", "What about", "Becomes")
WHO, KNOWN, NUMBER, WHEN, ABOUT, BECOMES = range(len(COLUMNS))
_LONGEST = 200
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class IntakeTableModel(QAbstractTableModel):
    """Row by row: first the faults, then the items in the order of their files."""

    chosen = Signal()
    """What comes in is another."""
    refused = Signal(str)
    """Why a correction was not taken."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._formats = session, session.formats
        self._plan = IntakePlan()
        self._kinds: list[ItemKind] = []
        self._shown: list[Planned] = []
        self.dress(LIGHT)

    def show_plan(self, plan: IntakePlan) -> None:
        self.beginResetModel()
        self._plan, self._kinds = plan, [planned.kind for planned in plan.items]
        self._shown = list(plan.items)
        self.endResetModel()
        self.chosen.emit()

    @property
    def plan(self) -> IntakePlan:
        """The plan, as the owner corrected it."""
        return replace(self._plan, items=tuple(self._shown))

    @property
    def kinds(self) -> dict[int, ItemKind]:
        """What becomes of each item by its place in the plan, those left out not among them."""
        return {place: kind for place, kind in enumerate(self._kinds) if kind is not ItemKind.NOTHING}

    @property
    def faults(self) -> int:
        """How many rows on top tell what is wrong."""
        return len(self._plan.faults)

    def planned(self, row: int) -> Planned | None:
        """The item of a row; None for a fault."""
        return self._shown[row - self.faults] if row >= self.faults else None

    def why(self, row: int) -> str:
        """In full, what there is to say about a row."""
        planned = self.planned(row)
        if planned is None:
            return str(self._plan.faults[row])
        about = planned.item.about if len(planned.item.about) > 60 else ""
        known = f"It {planned.known}." if planned.known else ""
        promised = f"Promised: {planned.item.promised}." if planned.item.promised else ""
        referrer = planned.referrer.name or planned.item.referred_by
        referred = f"Referred by {referrer}." if referrer else ""
        parts = (known, planned.item.remark, referred, promised, " ".join(about.split()))
        return " ".join(part for part in parts if part)

    def become(self, rows: list[int], kind: ItemKind) -> None:
        """Have rows become something else; what came before stays what it is."""
        for row in rows:
            planned = self.planned(row)
            if planned is not None and not planned.known:
                self._kinds[row - self.faults] = kind
                self.dataChanged.emit(self.index(row, 0), self.index(row, BECOMES))
        self.chosen.emit()

    def doubt(self, rows: list[int]) -> None:
        """Have rows be from somebody else than whom they are known as, or from them after all."""
        for row in rows:
            planned = self.planned(row)
            if planned is not None and not planned.known:
                match = self._plan.items[row - self.faults].match
                self._shown[row - self.faults] = replace(planned, match=NOBODY if planned.match == match else match)
                self.dataChanged.emit(self.index(row, 0), self.index(row, BECOMES))
        self.chosen.emit()

    def name(self, row: int, party_id: int, name: str) -> None:
        """Have a row be about this party, or about somebody new of this name."""
        self._correct(row, lambda planned: corrections.about(self._session.book, planned, party_id, name))

    def date(self, row: int, text: str) -> None:
        """Have a row be of the day, and the time, that a text names."""
        order = self._formats.conventions().date_order
        self._correct(row, lambda planned: corrections.at(planned, local_time(read_moment(text, order))))

    def _correct(self, row: int, correction: Callable[[Planned], Planned]) -> None:
        planned = self.planned(row)
        if planned is None or planned.known:
            return
        try:
            corrected = correction(planned)
        except BadInput as wrong:
            self.refused.emit(str(wrong))
            return
        place = row - self.faults
        self._shown[place] = corrected
        if planned.kind is ItemKind.NOTHING and self._kinds[place] is ItemKind.NOTHING:
            self._kinds[place] = corrected.kind
        self.dataChanged.emit(self.index(row, 0), self.index(row, BECOMES))
        self.chosen.emit()

    def turn(self, rows: list[int]) -> None:
        """Leave the rows out when all of them come in, else have all of them come in."""
        places = [row - self.faults for row in rows if (one := self.planned(row)) is not None and not one.known]
        leave = all(self._kinds[place] is not ItemKind.NOTHING for place in places)
        for place in places:
            usual = self._shown[place].item.kind
            taken = usual if usual is not ItemKind.NOTHING else ItemKind.APPOINTMENT
            self.become([place + self.faults], ItemKind.NOTHING if leave else taken)

    def dress(self, tokens: Tokens) -> None:
        self._muted, self._bad = QBrush(QColor(tokens.muted)), QBrush(QColor(tokens.bad))
        self._warning = icon("warning", tokens.bad)
        self._pictures = {
            ItemKind.INQUIRY: icon("phone", tokens.text),
            ItemKind.APPOINTMENT: icon("calendar", tokens.text),
        }

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.faults + len(self._kinds)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _Role.DisplayRole:
            return COLUMNS[section]
        return _alignment(section) if role == _Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        planned = self.planned(index.row()) if index.isValid() else None
        if planned is not None and not planned.known and index.column() == WHO:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if planned is not None and not planned.known and index.column() in (WHO, WHEN):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        planned = self.planned(row)
        if planned is None:
            return self._of_fault(self._plan.faults[row], column, role)
        kind = self._kinds[row - self.faults]
        if role == _Role.DisplayRole:
            return _line(self._text(planned, kind, column))
        if role == _Role.EditRole:
            return planned.item.name if column == WHO else self._text(planned, kind, column)
        return self._looks(planned, kind, column, role)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        if (Qt.CheckState(value) is _CHECKED) != (self.data(index, role) == _CHECKED):
            self.turn([index.row()])
        return True

    def _looks(self, planned: Planned, kind: ItemKind, column: int, role: int) -> Any:
        if role == _Role.TextAlignmentRole:
            return _alignment(column)
        if role == _Role.ForegroundRole:
            return self._muted if kind is ItemKind.NOTHING or column in {NUMBER, ABOUT} else None
        if role == _Role.ToolTipRole:
            return _line(self._text(planned, kind, column)) or None
        if role == _Role.DecorationRole:
            return self._pictures.get(kind) if column == BECOMES else None
        if column == WHO:
            marked = None if planned.known else _UNCHECKED if kind is ItemKind.NOTHING else _CHECKED
            return {_Role.CheckStateRole: marked, _Role.FontRole: typeface.strong(QFont())}.get(_Role(role))
        return None

    def _of_fault(self, fault: Fault, column: int, role: int) -> Any:
        if column != WHO:
            return None
        looks = {
            _Role.DisplayRole: str(fault),
            _Role.ToolTipRole: str(fault),
            _Role.ForegroundRole: self._bad,
            _Role.DecorationRole: self._warning,
        }
        return looks.get(_Role(role))

    def _text(self, planned: Planned, kind: ItemKind, column: int) -> str:
        item = planned.item
        match column:
            case 0:
                return ", ".join(part for part in (item.name, item.company) if part) or item.who
            case 1:
                return _known_as(planned)
            case 2:
                return item.phone or item.email
            case 3:
                return self._when(planned)
            case 4:
                return item.about
        return planned.known or _becomes(planned, kind)

    def _when(self, planned: Planned) -> str:
        at = planned.item.at
        if at is None:
            return ""
        day = self._formats.date(at.date())
        return f"{day} {at:%H:%M}" if planned.item.timed else day


def _known_as(planned: Planned) -> str:
    """`Jane Roe (by number)`; whoever left is badged."""
    match = planned.match
    if not match.party_id:
        return "nobody known" if planned.item.title and planned.item.doubtful else "new"
    left = "ex-customer, " if match.standing is Standing.EX else ""
    return f"{match.name} ({left}by {match.by})"


def _becomes(planned: Planned, kind: ItemKind) -> str:
    if kind is ItemKind.INQUIRY and planned.item.channel is InquiryChannel.MISSED_CALL:
        return "inquiry (missed call)"
    if kind is ItemKind.NOTHING and planned.item.remark:
        return f"nothing: {planned.item.remark[0].lower()}{planned.item.remark[1:].rstrip('.')}"
    return kind.value


def _line(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == WHEN else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
