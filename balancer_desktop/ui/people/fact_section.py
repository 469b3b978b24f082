"""A part of a party's page: a heading, perhaps a way to add one, and a few lines that can be opened."""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from balancer_desktop.ui.labels import subtitle, words
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, ICON, UNIT

_FLAGS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class RowAct(NamedTuple):
    """text: on the button; tip: the same in full, with its key. Keys work while the row or a part of it has them."""

    text: str
    tip: str
    keys: tuple[str, ...]
    run: Callable[[], object]


class FactRow(NamedTuple):
    """text: what it is; with an `opened` it is a link. alert: to be done today. detail: the rest, muted.

    key: what the row is about; where it is another, or says something else, the row is made anew. act: a button's text,
    what it does in full, and how. below: more buttons, under the words.
    """

    key: object
    text: str
    detail: str = ""
    picture: str = ""
    alert: str = ""
    opened: Callable[[], object] | None = None
    act: tuple[str, str, Callable[[], object]] | None = None
    below: tuple[RowAct, ...] = ()

    def said(self) -> tuple[object, ...]:
        """What can be seen of it."""
        acts = (self.act and self.act[:2], *(act.text for act in self.below))
        return self.key, self.text, self.detail, self.picture, self.alert, *acts


class FactSection(QWidget):
    """Hidden without rows, unless something can be added."""

    def __init__(self, title: str, add: tuple[str, Callable[[], object]] | None = None) -> None:
        """add: the tip of the button beside the heading, and what it does."""
        super().__init__()
        self.setAccessibleName(title)
        self._said: list[tuple[object, ...]] = []
        self._rows: list[QWidget] = []
        self._pictures: list[tuple[QLabel, str]] = []
        self._adds = add is not None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT)
        self._layout.addLayout(section_head(title, add))

    def show_rows(self, rows: Sequence[FactRow]) -> None:
        """Show these rows instead of those there were."""
        said = [row.said() for row in rows]
        self.setVisible(bool(rows) or self._adds)
        if said == self._said:
            return
        self._said = said
        held = self._held()
        for old in self._rows:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._pictures = []
        self._rows = [self._row(row) for row in rows]
        for made in self._rows:
            self._layout.addWidget(made)
            made.show()
        self._paint()
        if held >= 0:
            self._hold(held)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint()

    def _row(self, row: FactRow) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        if row.picture:
            label = QLabel()
            label.setFixedWidth(ICON)
            label.setAccessibleName(row.alert or row.detail or row.text)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._pictures.append((label, row.picture))
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(_link(row) if row.opened else words(row.text))
        if row.alert:
            column.addWidget(_alert(row.alert))
        if row.detail:
            column.addWidget(words(row.detail, muted=True))
        if row.below:
            column.addLayout(_below(row.below, made))
        line.addLayout(column, 1)
        if row.act:
            line.addWidget(_act_button(*row.act), 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _held(self) -> int:
        """The row that has the keys, or will have them when a form above the window is closed; -1 for none."""
        focus = self.window().focusWidget()
        return next((place for place, row in enumerate(self._rows) if focus and row.isAncestorOf(focus)), -1)

    def _hold(self, place: int) -> None:
        """Have the row in this place, or the nearest, take the keys, or else the button that adds one."""
        inside = self._rows[min(place, len(self._rows) - 1)] if self._rows else self
        parts = (part for part in inside.findChildren(QWidget) if part.isVisibleTo(self))
        part = next((part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if part:
            part.setFocus()

    def _paint(self) -> None:
        for label, picture in self._pictures:
            label.setPixmap(icon(picture).pixmap(ICON, ICON))


def section_head(title: str, add: tuple[str, Callable[[], object]] | None = None) -> QHBoxLayout:
    """The heading of a part, and beside it the button that adds one."""
    head = QHBoxLayout()
    head.setSpacing(GAP)
    head.addWidget(subtitle(title))
    if add:
        head.addWidget(_add_button(*add))
    head.addStretch(1)
    return head


def _link(row: FactRow) -> QLabel:
    """The words open it, by mouse and by Tab and Enter."""
    label = words(name=row.text)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(f'<a href="#" style="text-decoration: none">{escape(row.text)}</a>')
    label.setTextInteractionFlags(_FLAGS)
    label.setToolTip(f"Open {row.text}")
    if row.opened:
        label.linkActivated.connect(lambda _link, run=row.opened: run())
    return label


def _alert(text: str) -> QLabel:
    label = words(text)
    label.setForegroundRole(QPalette.ColorRole.BrightText)
    return label


def _act_button(text: str, tip: str, run: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("check"))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _checked: run())
    return button


def _below(acts: Sequence[RowAct], row: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, UNIT // 2, 0, 0)
    line.setSpacing(UNIT)
    for act in acts:
        button = QToolButton()
        button.setText(act.text)
        button.setToolTip(act.tip)
        button.setAccessibleName(act.tip.partition(" (")[0])
        button.clicked.connect(lambda _checked, run=act.run: run())
        line.addWidget(button)
        for key in act.keys:
            QShortcut(QKeySequence(key), row, act.run).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    line.addStretch(1)
    return line


def _add_button(tip: str, run: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("add"))
    button.setText(tip)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.clicked.connect(lambda _checked: run())
    return button
