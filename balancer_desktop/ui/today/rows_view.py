"""A list of rows that keeps its place while the book changes."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from balancer_desktop.domain.agenda import ASKED
from balancer_desktop.ui.theme.metrics import ROW
from balancer_desktop.ui.today.row import Row
from balancer_desktop.ui.today.row_delegate import RowDelegate
from balancer_desktop.ui.today.rows_model import Index, RowsModel

_Hint = QAbstractItemView.ScrollHint
_Flag = QItemSelectionModel.SelectionFlag
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The keys come back by themselves."""
_SETTLED_MS = 400
"""What is clicked this soon after another row slid under the pointer was aimed at the row before."""


class RowsView(QListView):
    """Enter or a double click opens the person; letters are commands here, not a search; digits begin a line."""

    row_wanted = Signal(object)
    """A row was opened."""
    current_changed = Signal()
    focused = Signal(bool)
    """The keys came here, or went."""
    resized = Signal()
    seen = Signal()
    """Other rows may be in sight."""

    def __init__(self, name: str, height: int, *, eager: bool) -> None:
        """height of a row; eager: a row is always current, not only once the owner chose one."""
        super().__init__()
        self.setViewport(QWidget())  # to hand over Qt's own, PySide would first make the classes of all widgets
        self._eager = eager
        self.rows_model, self.rows_delegate = RowsModel(), RowDelegate(height)
        self.setModel(self.rows_model)
        self.setItemDelegate(self.rows_delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._since_change = QElapsedTimer()
        self._foot: QWidget | None = None
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.seen.emit())
        self.doubleClicked.connect(self._open_chosen)

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show these rows; the current one stays current, or else the one that took its place. False: as before."""
        if tuple(rows) == self.rows_model.rows:
            return False
        before, place, top = self.current(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows_model.set_rows(rows)
        self._since_change.start()
        if self._eager or before is not None:
            self._make_current(self._place_of(before, place))
        self.verticalScrollBar().setValue(top)
        self.end_on_a_row()
        self.scrollTo(self.currentIndex())
        return True

    @property
    def is_settling(self) -> bool:
        """Whether the rows changed a moment ago: a click now, perhaps the second of two, was meant for another row."""
        return self._since_change.isValid() and not self._since_change.hasExpired(_SETTLED_MS)

    def current(self) -> Row | None:
        index = self.currentIndex()
        return self.row_at(index) if index.isValid() else None

    def row_at(self, index: QModelIndex) -> Row | None:
        """The row at an index; None for a heading or for nowhere."""
        row = self.rows_model.rows[index.row()] if index.isValid() else None
        return None if row is None or row.heading else row

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.executeDelayedItemsLayout()
        self.end_on_a_row()
        self.scrollTo(self.currentIndex())
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody who comes by Tab sees where they are."""
        super().focusInEvent(event)
        if self.current() is None or not self.selectionModel().hasSelection():  # Qt makes a row current unselected
            self._make_current(self._place_of(None, max(self.currentIndex().row(), 0)))
        self.focused.emit(self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _PASSING:
            return
        if not self._eager:
            self.selectionModel().clear()
        self.focused.emit(self.hasFocus())

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """The first row below a heading is not seen without it."""
        if index.row() > 0 and self.rows_model.rows[index.row() - 1].heading:
            super().scrollTo(self.rows_model.index(index.row() - 1), hint)
        super().scrollTo(index, hint)

    def needed_height(self) -> int:
        """What all the rows take, without scrolling."""
        return sum(self.sizeHintForRow(row) for row in range(len(self.rows_model.rows)))

    def set_foot(self, foot: QWidget) -> None:
        """Let this stand right below the last row that is seen, as long as it is not hidden."""
        self._foot = foot
        foot.setParent(self)

    def end_on_a_row(self) -> None:
        """Leave the room empty in which only a part of a row would be seen, or a heading without a row."""
        foot = ROW if self._foot and not self._foot.isHidden() else 0
        top, end = -self.verticalScrollBar().value(), 0
        for number, row in enumerate(self.rows_model.rows):
            top += self.sizeHintForRow(number)
            if top > self.height() - foot:
                break
            end = end if row.heading else top
        else:
            end = top if foot else 0
        rest = self.height() - end if end else foot
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)
        if self._foot and foot:
            self._foot.setGeometry(0, self.height() - rest, self.viewport().width(), foot)
        self.seen.emit()

    def below(self) -> Sequence[Row]:
        """The rows that are out of sight, further down."""
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        top = 0
        for number in range(len(self.rows_model.rows)):
            top += self.sizeHintForRow(number)
            if top > bottom:
                return self.rows_model.rows[number:]
        return ()

    def go_on(self) -> None:
        """To the first row that is out of sight, at the top."""
        rows = self.rows_model.rows
        for place in range(len(rows) - len(self.below()), len(rows)):
            if not rows[place].heading:
                self._make_current(place)
                first = place - 1 if rows[place - 1].heading else place
                super().scrollTo(self.rows_model.index(first), _Hint.PositionAtTop)
                self.end_on_a_row()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.text().isdigit():  # the time that a line begins with; no row has such a key
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do things to the current row; none may carry the owner off to another."""

    def _open_chosen(self, index: QModelIndex) -> None:
        if not self.is_settling:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = self.row_at(index)
        if row:
            self.row_wanted.emit(row)

    def _place_of(self, before: Row | None, place: int) -> int:
        """Where a row is now: the same line by what it is about, else the next one that is not a heading."""
        rows = self.rows_model.rows
        if before is not None:
            for number, row in enumerate(rows):
                if not row.heading and _about(row) == _about(before):
                    return number
        real = [number for number, row in enumerate(rows) if not row.heading]
        return next((number for number in real if number >= place), real[-1] if real else -1)

    def _make_current(self, place: int) -> None:
        if place >= 0:
            self.selectionModel().setCurrentIndex(self.rows_model.index(place), _Flag.ClearAndSelect)


def _about(row: Row) -> object:
    item = row.item
    if item is None:
        return row.strong, row.words
    return item.kind, item.party_id, item.ids if item.party_id or item.kind in ASKED else bool(item.more)
