"""Rows of people as Qt's tables want them. Knows no database: rows are put in, sorted and filtered here."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon

from balancer_desktop.domain.party import PartyKind, folded
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.ui.people.columns import COLUMNS, FOLDER, LAST_DONE, NAME, PIPELINE, RHYTHM, SHARE, WORTH, Reading
from balancer_desktop.ui.people.pipeline_cells import is_urgent
from balancer_desktop.ui.people.rhythm_cells import SIGNS
from balancer_desktop.ui.people.scope import EVERYBODY, Scope
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.tokens import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
ID = _Role.UserRole
TAGS = _Role.UserRole + 1

_NOWHERE = QModelIndex()
_SCREEN = 40
"""Rows whose rhythm, or what was done last, is asked for together."""
_MANY = 200
"""More changed rows than this are cheaper to sort anew than to place one by one."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_base_order = attrgetter("folded", "id")
_STARTS = Qt.MatchFlag(Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap)


class PeopleTableModel(QAbstractTableModel):
    """All rows in the chosen order, of which those are shown that fit the filter.

    Rows of equal rank are in order of name. What has no value comes last, whichever way it is sorted.
    """

    renamed = Signal(int, str)
    """The owner typed another name for a party into the table."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self._named: list[PersonRow] = []
        self._rows: list[PersonRow] = []
        self._shown: list[PersonRow] = []
        self._by_id: dict[int, PersonRow] = {}
        self._words: tuple[str, ...] = ()
        self._scope = EVERYBODY
        self._order: Callable[[PersonRow], Any] = COLUMNS[NAME].order
        self._sorted_by = NAME
        self._descending = False
        self._icons = {PartyKind.PERSON: icon("person"), PartyKind.BUSINESS: icon("business")}
        self.dress(LIGHT)

    @property
    def shown(self) -> Sequence[PersonRow]:
        """The rows on screen, in their order."""
        return self._shown

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._rows)

    def __contains__(self, party_id: int) -> bool:
        return party_id in self._by_id

    def rows_of(self, ids: Iterable[int]) -> list[PersonRow]:
        """The rows of these parties, in the order asked for."""
        return [self._by_id[id_] for id_ in ids if id_ in self._by_id]

    def dress(self, tokens: Tokens) -> None:
        """Colour the secondary columns for light or dark."""
        self._muted, self._late = QBrush(QColor(tokens.muted)), QBrush(QColor(tokens.bad))
        self._signs = {
            Band.QUIET: icon(SIGNS[Band.QUIET], tokens.warn), Band.GONE: icon(SIGNS[Band.GONE], tokens.bad),
        }  # fmt: skip

    def set_rows(self, rows: Iterable[PersonRow], income: int) -> None:
        """Show these rows instead of all there were. income is everybody's of 12 months, in minor units."""
        self.beginResetModel()
        self.reading.income = income
        self.reading.rhythms.forget()
        self.reading.done.forget()
        self.reading.pipeline.forget()
        self._rank()
        self._named = sorted(rows, key=_base_order)
        self._by_id = {row.id: row for row in self._named}
        self._rows = self._sorted()
        self._shown = self._filtered()
        self.endResetModel()

    def patch(self, ids: Collection[int], fresh: Iterable[PersonRow], income: int) -> None:
        """Bring the rows of some parties up to date; those of ids that are not among the fresh ones are gone."""
        self.reading.rhythms.forget(ids)
        self.reading.done.forget(ids)
        self.reading.pipeline.forget(ids)
        new = {row.id: row for row in fresh}
        if len(ids) > _MANY:
            kept = [row for row in self._named if row.id not in new and row.id not in ids]
            self.set_rows([*kept, *new.values()], income)
            return
        for id_ in ids:
            self._replace(self._by_id.pop(id_, None), new.get(id_))
        self._rank_anew()
        if income != self.reading.income:
            self.reading.income = income
            self._repaint(0, len(self._shown) - 1, SHARE, SHARE)

    def set_filter(self, text: str, scope: Scope = EVERYBODY) -> None:
        """Show the rows in which every word occurs, of those within a scope."""
        words = tuple(folded(text).split())
        if (words, scope) == (self._words, self._scope):
            return
        self.beginResetModel()
        self._words, self._scope = words, scope
        self._shown = self._filtered()
        self.endResetModel()

    def name_folders(self, folders: Mapping[int, str]) -> None:
        """Say by these names where people are filed."""
        if folders != self.reading.folders:
            self.beginResetModel()
            self.reading.folders = dict(folders)
            self._sort_anew(FOLDER)
            self.endResetModel()

    def value(self, worth: Mapping[int, int], *, by_model: bool = False) -> None:
        """Say what calling these people may be worth, in minor units (by_model: see domain.keep_in_touch.Waits)."""
        self.reading.worth_by_model = by_model
        if worth != self.reading.worth:
            self.beginResetModel()
            self.reading.worth = dict(worth)
            self._sort_anew(WORTH)
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted_by, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._rank()
        self._order = COLUMNS[column].ordered(self.reading)
        self._rows = self._sorted()
        self._shown = self._filtered()
        self.endResetModel()

    def places(self, ids: Collection[int]) -> dict[int, int]:
        """Party id → row on screen, of those that are shown."""
        if not ids:
            return {}
        return {row.id: place for place, row in enumerate(self._shown) if row.id in ids}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """The role of one cell; painting a screen asks a thousand times, so the commonest come first."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], index.column()
        if column == RHYTHM:
            self.reading.rhythms.of(row.id, lambda: self._near(index.row()))
        elif column == LAST_DONE and row.last_done:
            self.reading.done.of(row.id, lambda: self._near(index.row()))
        elif column == PIPELINE:
            self.reading.pipeline.of(row.id, lambda: self._near(index.row()))
        if role == _Role.DisplayRole:
            return COLUMNS[column].text(row, self.reading)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if COLUMNS[column].right else _LEFT
        if role == _Role.ForegroundRole:
            return self._colour(row, column)
        if role == _Role.DecorationRole:
            return self._icons[row.kind] if column == NAME else self._sign(row) if column == RHYTHM else None
        return self._rare(row, column, role)

    def rhythms_changed(self) -> None:
        """Say everybody's rhythm anew."""
        self.reading.rhythms.forget()
        self._repaint(0, len(self._shown) - 1, RHYTHM, RHYTHM)

    def pipeline_changed(self) -> None:
        """Say anew what is open with everybody: a stage has another name, perhaps."""
        self.reading.pipeline.forget()
        self._rank_anew()
        self._repaint(0, len(self._shown) - 1, PIPELINE, PIPELINE)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = COLUMNS[section]
        if role == _Role.DisplayRole:
            return column.heading(self.reading)
        if role == _Role.ToolTipRole:
            return column.told(self.reading)
        return (_RIGHT if column.right else _LEFT) if role == _Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Tells of a new name; the row follows when the book has it."""
        if role != _Role.EditRole or index.column() != NAME:
            return False
        row = self._shown[index.row()]
        if str(value).strip() and str(value) != row.name:
            self.renamed.emit(row.id, str(value))
        return True

    def match(self, start: Index, role: int, value: Any, hits: int = 1, flags: Qt.MatchFlag = _STARTS) -> list[Any]:
        """Finding a row by the first letters of its name, quickly; anything else as Qt does."""
        if not start.isValid() or role != _Role.DisplayRole or start.column() != NAME or hits != 1:
            return list(super().match(start, role, value, hits, flags))
        wanted, first = folded(str(value)), start.row()
        for place in (*range(first, len(self._shown)), *range(first)):
            if self._shown[place].folded.startswith(wanted):
                return [self.index(place, NAME)]
        return []

    def _rare(self, row: PersonRow, column: int, role: int) -> Any:
        if role == ID:
            return row.id
        if role == TAGS:
            return row.tags
        if role == _Role.EditRole:
            return COLUMNS[column].text(row, self.reading)
        if role == _Role.ToolTipRole:
            return self._tip(row, column)
        if role == _Role.AccessibleTextRole:
            return self._read_out(row, column)
        return None

    def _read_out(self, row: PersonRow, column: int) -> str | None:
        """What a cell says by colour, sign or tags, in words; None where its text is all."""
        if column == NAME:
            return ", ".join(filter(None, (row.name, row.kind.value, row.tags)))
        return self.reading.rhythms.in_full(row.id) if column == RHYTHM else None

    def _tip(self, row: PersonRow, column: int) -> str | None:
        more = COLUMNS[column].more
        text = more(row, self.reading) if more else COLUMNS[column].text(row, self.reading)
        return text or None

    def _sort_anew(self, column: int) -> None:
        """Of a column that says something else now, if it is the one sorted by."""
        if self._sorted_by == column:
            self._order = COLUMNS[column].ordered(self.reading)
            self._rows = self._sorted()
            self._shown = self._filtered()

    def _rank(self) -> bool:
        """Ask how urgent everybody's opportunities are, if it is sorted by that; whether they are in another order."""
        ranks = self.reading.ask_ranks() if self._sorted_by == PIPELINE else {}
        same, self.reading.ranks = ranks == self.reading.ranks, ranks
        return not same

    def _rank_anew(self) -> None:
        """The rows stand by what was told before, so that each was found; now by what is told."""
        if self._rank():
            self.beginResetModel()
            self._sort_anew(PIPELINE)
            self.endResetModel()

    def _near(self, place: int) -> list[int]:
        """Who is likely to be looked at next."""
        return [row.id for row in self._shown[max(0, place - _SCREEN // 4) : place + _SCREEN]]

    def _sign(self, row: PersonRow) -> QIcon | None:
        rhythm = self.reading.rhythms.of(row.id)
        return self._signs.get(rhythm.band) if rhythm and rhythm.band else None

    def _colour(self, row: PersonRow, column: int) -> QBrush | None:
        if column == NAME or COLUMNS[column].right:
            return None
        if column == RHYTHM:
            rhythm = self.reading.rhythms.of(row.id)
            return self._late if rhythm and rhythm.band is Band.GONE else self._muted
        if column == PIPELINE:
            return self._late if is_urgent(self.reading.pipeline.of(row.id)) else self._muted
        due = {"next_step": row.next_due, "hook": row.hook_due}.get(COLUMNS[column].key)
        return self._late if due and due <= self.reading.today else self._muted

    def _fits(self, row: PersonRow) -> bool:
        return self._scope.holds(row) and all(word in row.folded for word in self._words)

    def _filtered(self) -> list[PersonRow]:
        """As _fits, in comprehensions: a key pressed over 100,000 rows has a few milliseconds."""
        rows, standing, folders = self._rows, self._scope.standing, self._scope.folders
        if standing is not None:
            rows = [row for row in rows if row.standing is standing]
        if folders is not None:
            rows = [row for row in rows if row.folder_id in folders]
        for word in self._words:
            rows = [row for row in rows if word in row.folded]
        return list(rows)

    def _sorted(self) -> list[PersonRow]:
        """All rows by the chosen column; Python's sort keeps the order of equals either way."""
        keyed = [(self._order(row), row) for row in self._named]
        valued = [pair for pair in keyed if pair[0] is not None]
        valued.sort(key=itemgetter(0), reverse=self._descending)
        return [row for _, row in valued] + [row for key, row in keyed if key is None]

    def _before(self, one: PersonRow, other: PersonRow) -> bool:
        """The same order as _sorted makes, of two rows."""
        a, b = self._order(one), self._order(other)
        if a is None or b is None or a == b:
            return _base_order(one) < _base_order(other) if a == b else b is None
        return bool(a < b) is not self._descending

    def _place(self, rows: list[PersonRow], row: PersonRow) -> int:
        """Where the row is, or belongs."""
        low, high = 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            if self._before(rows[middle], row):
                low = middle + 1
            else:
                high = middle
        return low

    def _replace(self, old: PersonRow | None, new: PersonRow | None) -> None:
        if old:
            del self._named[bisect_left(self._named, _base_order(old), key=_base_order)]
            del self._rows[self._place(self._rows, old)]
        if new:
            insort(self._named, new, key=_base_order)
            self._rows.insert(self._place(self._rows, new), new)
            self._by_id[new.id] = new
        shown = old if old and self._fits(old) else None
        show = new if new and self._fits(new) else None
        if shown and show:
            self._move(shown, show)
        elif shown:
            self._hide(shown)
        elif show:
            self._show(show)

    def _move(self, old: PersonRow, new: PersonRow) -> None:
        """The row as it is now, where it now belongs."""
        source = self._place(self._shown, old)
        target = self._place(self._shown, new)
        target -= target > source
        if source != target:
            self.beginMoveRows(_NOWHERE, source, source, _NOWHERE, target + (target > source))
            del self._shown[source]
            self._shown.insert(target, new)
            self.endMoveRows()
        else:
            self._shown[source] = new
        self._repaint(target, target, 0, len(COLUMNS) - 1)

    def _hide(self, old: PersonRow) -> None:
        place = self._place(self._shown, old)
        self.beginRemoveRows(_NOWHERE, place, place)
        del self._shown[place]
        self.endRemoveRows()

    def _show(self, new: PersonRow) -> None:
        place = self._place(self._shown, new)
        self.beginInsertRows(_NOWHERE, place, place)
        self._shown.insert(place, new)
        self.endInsertRows()

    def _repaint(self, top: int, bottom: int, left: int, right: int) -> None:
        if bottom >= top:
            self.dataChanged.emit(self.index(top, left), self.index(bottom, right))
