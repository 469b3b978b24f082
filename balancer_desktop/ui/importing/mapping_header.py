"""The headings of a file, and under each a list of what its column can be."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from balancer_desktop.domain.importing.fields import FIELDS_OF, Field, Kind
from balancer_desktop.ui.importing.batch import OpenSheet
from balancer_desktop.ui.importing.choice_box import ChoiceBox
from balancer_desktop.ui.importing.words import field_name
from balancer_desktop.ui.theme.metrics import FIELD, ROW, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_NARROWEST = 132


class MappingHeader(QHeaderView):
    """One stop of the Tab key per column; a list that gets the focus is brought into view."""

    mapped = Signal(int, object)
    """The owner has chosen a Field for a column."""

    def __init__(self, view: QTableView, before: QWidget) -> None:
        """before: the widget from which Tab comes here."""
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._before = view, before
        self._boxes: list[ChoiceBox[Field]] = []
        self._kind: Kind | None = None
        self.setAccessibleName("What each column holds")
        self.setMinimumSectionSize(_NARROWEST)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self._place)
        view.horizontalScrollBar().valueChanged.connect(self._place)

    def show_sheet(self, sheet: OpenSheet) -> None:
        headings, mapping = sheet.reading.sheet.headings, sheet.mapping
        self._make_boxes(len(headings), mapping.kind)
        for number, box in enumerate(self._boxes):
            used = number < len(headings)
            box.setVisible(used)
            if used:
                box.call(f"What the column “{headings[number]}” holds")
                box.show_value(mapping.fields[number])
        self._place()

    def box(self, column: int) -> ChoiceBox[Field]:
        return self._boxes[column]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), ROW + FIELD + UNIT)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """The heading above; the list below it paints itself."""
        tokens = tokens_of(self.palette())
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        heading = QRect(rect.left(), rect.top(), rect.width(), ROW).adjusted(2 * UNIT, 0, -UNIT, 0)
        text = str(self.model().headerData(index, Qt.Orientation.Horizontal))
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, heading.width())
        painter.setPen(QColor(tokens.text))
        painter.drawText(heading, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched in self._boxes:
            column = self._boxes.index(watched)
            self._view.scrollTo(self._view.model().index(max(0, self._view.rowAt(0)), column))
        return super().eventFilter(watched, event)

    def _make_boxes(self, count: int, kind: Kind) -> None:
        while len(self._boxes) < count:
            self._boxes.append(self._box(len(self._boxes)))
            self._kind = None
        if kind is not self._kind:
            self._kind = kind
            choices = [(field, field_name(field)) for field in (Field.LEAVE_OUT, *FIELDS_OF[kind])]
            for box in self._boxes:
                box.offer(choices)

    def _box(self, column: int) -> ChoiceBox[Field]:
        box: ChoiceBox[Field] = ChoiceBox("", "What this column holds; a field that another column had moves here")
        box.setParent(self.viewport())
        box.picked.connect(lambda field: self.mapped.emit(column, field))
        box.installEventFilter(self)
        QWidget.setTabOrder(self._boxes[-1] if self._boxes else self._before, box)
        QWidget.setTabOrder(box, self._view)
        return box

    def _place(self, *_moved: int) -> None:
        for number, box in enumerate(self._boxes[: self.count()]):
            left, width = self.sectionViewportPosition(number), self.sectionSize(number)
            box.setGeometry(left + UNIT // 2, ROW, width - UNIT, FIELD)
