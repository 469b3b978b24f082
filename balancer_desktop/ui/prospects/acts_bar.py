"""Below a list of opportunities: what can be done about the chosen one, by buttons that tell their keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.prospects.acts import ACTS, Act, applying
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP


class ActsBar(QWidget):
    """As many buttons as there is room for; the keys and the menu have all."""

    pressed = Signal(str)
    """The name of an act."""

    def __init__(self) -> None:
        super().__init__()
        self._card: Card | None = None
        self._buttons = [(act, self._button(act)) for act in ACTS if not act.rare]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for _, button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        self.setMinimumWidth(1)
        self.setFixedHeight(FIELD)
        self.show_card(None)

    def show_card(self, card: Card | None) -> None:
        """Offer what makes sense; nothing can be pressed while no card is chosen."""
        self._card = card
        applies = {act.name for act in applying(card)}
        room = self.width()
        for act, button in self._buttons:
            fits = act.name in applies or (card is None and act.name != "resume")
            width = button.sizeHint().width() + GAP
            button.setVisible(fits and width <= room)
            room -= width if fits else 0
            button.setEnabled(card is not None)
            button.setAccessibleName(f"{act.text.rstrip('…')}: {card.who}" if card else act.text.rstrip("…"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_card(self._card)

    def _button(self, act: Act) -> QPushButton:
        button = QPushButton(icon(act.picture), act.text) if act.picture else QPushButton(act.text)
        button.setToolTip(act.told)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the list
        button.setMinimumHeight(FIELD)
        button.clicked.connect(lambda _checked: self.pressed.emit(act.name))
        return button
