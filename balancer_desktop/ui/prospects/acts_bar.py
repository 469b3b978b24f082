"""Below a list of opportunities: what can be done about the chosen one, by buttons that tell their keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.prospects.acts import ACTS, Act, applying
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP

_SHARED = ("park", "resume")
"""One or the other: they take the same place."""
_KEYS = ("Ctrl+← → moves · W won · L lost · P park", "W won · L lost · P park")
"""Where there is room for it, and for less."""


class ActsBar(QWidget):
    """As many buttons as there is room for; the keys and the menu have all.

    Each keeps its place whatever card is chosen: one that makes no sense there cannot be pressed.
    """

    pressed = Signal(str)
    """The name of an act."""

    def __init__(self) -> None:
        super().__init__()
        self._card: Card | None = None
        self._buttons = [(act, self._button(act)) for act in ACTS if not act.rare]
        self._keys = _keys()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for _, button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self._keys)
        widest = max(button.sizeHint().width() for act, button in self._buttons if act.name in _SHARED)
        for act, button in self._buttons:
            button.setFixedWidth(widest if act.name in _SHARED else button.sizeHint().width())
        self.setMinimumWidth(1)
        self.setFixedHeight(FIELD)
        self.show_card(None)

    def show_card(self, card: Card | None) -> None:
        """Offer what makes sense; nothing can be pressed while no card is chosen."""
        self._card = card
        applies = {act.name for act in applying(card)}
        room = self.width()
        for act, button in self._buttons:
            there = act.name not in _SHARED or (act.name == "resume") == ("resume" in applies)
            width = button.width() + GAP
            button.setVisible(there and width <= room)
            room -= width if there else 0
            button.setEnabled(act.name in applies)
            button.setAccessibleName(f"{act.text.rstrip('…')}: {card.who}" if card else act.text.rstrip("…"))
        self._tell_keys(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_card(self._card)

    def _tell_keys(self, room: int) -> None:
        """The keys nobody would guess from the buttons, where the buttons leave room for them."""
        measured = self._keys.fontMetrics().horizontalAdvance
        fitting = next((said for said in _KEYS if measured(said) + BETWEEN <= room), "")
        self._keys.setText(fitting)
        self._keys.setVisible(bool(fitting))

    def _button(self, act: Act) -> QPushButton:
        button = QPushButton(icon(act.picture), act.text) if act.picture else QPushButton(act.text)
        button.setToolTip(act.told)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the list
        button.setMinimumHeight(FIELD)
        button.clicked.connect(lambda _checked: self.pressed.emit(act.name))
        return button


def _keys() -> QLabel:
    label = words(name="Keys", muted=True)
    label.setWordWrap(False)
    label.setFont(typeface.small(label.font()))
    return label
