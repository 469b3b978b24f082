"""Which side an hour or a cost is on, in words."""

from PySide6.QtWidgets import QComboBox

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.side import Side

_WORDS = {
    Side.KEEP: "Keeping · serving customers",
    Side.GAIN: "Gaining · winning new ones",
    Side.WIN_BACK: "Winning back · who lapsed or left",
    Side.RUN: "Running the business",
}


class SideField(QComboBox):
    """Proposes a side until the owner has chosen one; nothing is chosen at first."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen = False
        for side, words in _WORDS.items():
            self.addItem(words, side)
        self.setPlaceholderText("Choose what it was for")
        self.setCurrentIndex(-1)
        self.activated.connect(self._settle)

    def propose(self, side: Side | None) -> None:
        if not self._chosen:
            self.setCurrentIndex(-1 if side is None else list(_WORDS).index(side))

    def choose(self, side: Side) -> None:
        self.propose(side)
        self._chosen = True

    def value(self) -> Side:
        """BadInput when nothing is chosen."""
        side = self.shown
        if side is None:
            self.setFocus()
            raise BadInput("What it was for is missing.", "Choose keeping, gaining, winning back or running.")
        return side

    @property
    def shown(self) -> Side | None:
        """What is chosen or proposed so far."""
        return list(_WORDS)[self.currentIndex()] if self.currentIndex() >= 0 else None

    def _settle(self) -> None:
        self._chosen = True
