"""Keys and menu of a list of opportunities, from the table of acts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.prospects.acts import ACTS, Act
from balancer_desktop.ui.theme.icons import icon


class Acting:
    """The same acts in several lists of one page; each list offers them in its menu, and by key where it has them.

    run is given the act's name and the card that is chosen.
    """

    def __init__(self, page: QWidget, chosen: Callable[[], Card | None], run: Callable[[str, Card], None]) -> None:
        self._chosen, self._run = chosen, run
        self._page = page
        self._actions = {act.name: self._action(act) for act in ACTS}
        self.name_actions()

    def give(self, lists: Sequence[QWidget]) -> None:
        """Have these lists offer the acts."""
        for widget in lists:
            widget.addActions(list(self._actions.values()))
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def name_actions(self) -> None:
        """Another card is chosen: what can be done about it."""
        card = self._chosen()
        for act in ACTS:
            fits = card is not None and act.applies(card)
            self._actions[act.name].setEnabled(fits)
            self._actions[act.name].setVisible(fits)

    def act(self, name: str) -> None:
        """Do it with the chosen card, if it makes sense there."""
        card = self._chosen()
        if card is not None and next(act for act in ACTS if act.name == name).applies(card):
            self._run(name, card)

    def _action(self, act: Act) -> QAction:
        action = QAction(icon(act.picture), act.text, self._page) if act.picture else QAction(act.text, self._page)
        action.setShortcuts([QKeySequence(key) for key in act.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(act.told)
        action.triggered.connect(lambda: self.act(act.name))
        return action
