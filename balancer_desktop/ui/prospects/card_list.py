"""The cards of one stage: walked by the arrows, dragged by the pointer."""

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.dragging import drag, opportunity_mime
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects.card_delegate import CardDelegate
from balancer_desktop.ui.prospects.cards_model import CARD, CardsModel, Index

_Flag = QItemSelectionModel.SelectionFlag
_MOUSE = QContextMenuEvent.Reason.Mouse
_SCROLL_BAR = 12
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardList(QListView):
    """Letters are commands here, not a search."""

    walked = Signal(int)
    """The arrows leave the list to the left (−1) or right."""
    chosen = Signal()
    """Another card is current, by whatever way."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.cards_model = CardsModel(formats)
        self.setModel(self.cards_model)
        self.setItemDelegate(CardDelegate(self, self.font()))
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # narrower cards are higher
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.verticalScrollBar().setFixedWidth(_SCROLL_BAR)
        self.viewport().setAutoFillBackground(False)

    def current(self) -> Card | None:
        index = self.currentIndex()
        return index.data(CARD) if index.isValid() else None

    def choose(self, place: int) -> None:
        """Make a card the current, selected one; the nearest there is. Nothing where there is none."""
        count = self.cards_model.rowCount()
        if count:
            index = self.cards_model.index(min(max(place, 0), count - 1))
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            self.scrollTo(index)

    def leave(self) -> None:
        """No card here is chosen any more."""
        self.selectionModel().clear()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody who comes by Tab sees where they are."""
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.selectionModel().hasSelection():
            self.choose(max(self.currentIndex().row(), 0))
        super().focusInEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Beside the cards the menu is the lane's, not that of the card that is chosen."""
        menu = event if isinstance(event, QContextMenuEvent) and event.reason() is _MOUSE else None
        if menu and not self.indexAt(menu.pos()).isValid():
            event.ignore()
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        aside = _ASIDE.get(Qt.Key(event.key()))
        if aside and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self.walked.emit(aside)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do things to the chosen card; none may carry the owner off to another."""

    def startDrag(self, _actions: Qt.DropAction) -> None:
        card = self.current()
        if card:
            drag(self, opportunity_mime(card.opportunity.id), f"{card.who}: {card.opportunity.title}")
