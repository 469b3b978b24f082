"""The items to be looked at: marked with Space, made an inquiry, an appointment or nothing by a letter."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.app.intake.preview import IntakePlan
from balancer_desktop.domain.intake.item import ItemKind
from balancer_desktop.ui import labels
from balancer_desktop.ui.intake.intake_table_model import (
    ABOUT,
    BECOMES,
    COLUMNS,
    KNOWN,
    NUMBER,
    WHEN,
    WHO,
    IntakeTableModel,
)
from balancer_desktop.ui.intake.item_cells import ItemCells
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import FIELD, GAP
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tables import dress

_WIDTHS = {WHO: 180, KNOWN: 180, NUMBER: 124, WHEN: 132, ABOUT: 190, BECOMES: 160}
_CHOICES = (
    (ItemKind.INQUIRY, "&Inquiry", Qt.Key.Key_I, "Have the chosen rows become inquiries that wait for an answer (I)"),
    (ItemKind.APPOINTMENT, "&Appointment", Qt.Key.Key_A, "Have them become next steps on their day (A)"),
    (ItemKind.NOTHING, "&Nothing", Qt.Key.Key_N, "Leave them out (N)"),
)
_KEYS = {key: kind for kind, _, key, _ in _CHOICES}
_DOUBT = Qt.Key.Key_E


class ItemsPage(QWidget):
    chosen = Signal()
    """What comes in is another."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.table, self.model = _Table(), IntakeTableModel(session, self)
        self._why = labels.words(name="About the chosen row")
        self._buttons = [QPushButton(text) for _, text, _, _ in _CHOICES]
        self.correct, self.doubt = QPushButton("&Correct…"), QPushButton("Somebody &else")
        self._make_table(session)
        self._lay_out()
        self.model.chosen.connect(self.chosen)
        self.model.chosen.connect(self._tell)
        self.model.refused.connect(self._say)
        self.correct.clicked.connect(self._correct)
        for button, (kind, _, _, _) in zip(self._buttons, _CHOICES, strict=True):
            button.clicked.connect(partial(self._become, kind))
        self.table.turned.connect(self.model.turn)
        self.doubt.clicked.connect(self._doubt)
        self.table.doubted.connect(self._doubt)
        self.table.named.connect(lambda key: self._become(_KEYS[Qt.Key(key)]))
        self.table.selectionModel().selectionChanged.connect(self._tell)

    @property
    def kinds(self) -> dict[int, ItemKind]:
        """What becomes of each item by its place in the plan."""
        return self.model.kinds

    def show_plan(self, plan: IntakePlan) -> None:
        self.model.show_plan(plan)
        self.table.clearSpans()
        for row in range(self.model.faults):
            self.table.setSpan(row, WHO, 1, len(COLUMNS))
        self.table.selectRow(min(self.model.faults, self.model.rowCount() - 1))

    def focus_first(self) -> None:
        self.table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "model"):
            self.model.dress(tokens_of(self.palette()))

    def _become(self, kind: ItemKind) -> None:
        self.model.become(self.table.rows(), kind)
        self.table.setFocus()

    def _correct(self) -> None:
        """Who the current row is about, in place."""
        self.table.setFocus()
        self.table.edit(self.model.index(self.table.currentIndex().row(), WHO))

    def _doubt(self) -> None:
        self.model.doubt(self.table.rows())
        self.table.setFocus()

    def _tell(self) -> None:
        rows = self.table.rows()
        self._say(self.model.why(rows[0]) if len(rows) == 1 else "")
        free = [one for row in rows if (one := self.model.planned(row)) is not None and not one.known]
        for button in (*self._buttons, self.correct, self.doubt):
            button.setEnabled(bool(free))

    def _say(self, why: str) -> None:
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _make_table(self, session: Session) -> None:
        dress(self.table)
        self.table.setModel(self.model)
        self.model.dress(tokens_of(self.palette()))
        self.table.setItemDelegate(ItemCells(session, self.model, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName("Calls and appointments to come in")
        headings = self.table.horizontalHeader()
        headings.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        headings.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(_caption())
        for button, (_, _, _, tip) in zip(self._buttons, _CHOICES, strict=True):
            button.setMinimumHeight(FIELD)
            button.setAutoDefault(False)
            button.setToolTip(tip)
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.correct, self.doubt):
            button.setMinimumHeight(FIELD)
            button.setAutoDefault(False)
            row.addWidget(button)
        self.correct.setToolTip("Write who it is about, somebody of the book or new; or the day, on When (F2)")
        self.doubt.setToolTip("Not from whom it is known as, but from somebody new; or from them after all (E)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._why)
        layout.addLayout(row)


def _caption() -> QLabel:
    made = labels.words("The chosen rows become:", muted=True)
    made.setWordWrap(False)
    return made


class _Table(QTableView):
    """Space marks the chosen rows, a letter says what becomes of them."""

    turned = Signal(list)
    named = Signal(int)
    doubted = Signal()

    def rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Space:
            self.turned.emit(self.rows())
        elif plain and event.key() in _KEYS:
            self.named.emit(event.key())
        elif plain and event.key() == _DOUBT:
            self.doubted.emit()
        else:
            super().keyPressEvent(event)
