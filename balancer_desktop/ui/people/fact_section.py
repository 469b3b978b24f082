"""A part of a party's page: a heading, perhaps a way to add one, and a few lines that can be opened."""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from balancer_desktop.ui.labels import subtitle, words
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, ICON, UNIT

_FLAGS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class FactRow(NamedTuple):
    """text: what it is; with an `opened` it is a link. alert: to be done today. detail: the rest, muted.

    key tells whether two rows are the same thing. act: a button's text, what it does in full, and how.
    """

    key: object
    text: str
    detail: str = ""
    picture: str = ""
    alert: str = ""
    opened: Callable[[], object] | None = None
    act: tuple[str, str, Callable[[], object]] | None = None

    def said(self) -> tuple[object, ...]:
        """What can be seen of it."""
        return self.key, self.text, self.detail, self.picture, self.alert, self.act and self.act[:2]


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
        line.addLayout(column, 1)
        if row.act:
            line.addWidget(_act_button(*row.act), 0, Qt.AlignmentFlag.AlignTop)
        return made

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


def _add_button(tip: str, run: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("add"))
    button.setText(tip)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.clicked.connect(lambda _checked: run())
    return button
