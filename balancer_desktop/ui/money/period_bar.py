"""The page's title that is a choice: which month, year or span is listed, with the neighbours one key away."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from balancer_desktop.domain.mix_finding import english_name
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.period import Period, Stretch, month
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import TOUCH, UNIT


def period_text(period: Period, formats: Formats) -> str:
    """`November 2026`, `2026`, `Dec 2025 – Nov 2026`, `Everything`."""
    if period.stretch is Stretch.MONTH:
        return formats.month(period.end)
    if period.stretch is Stretch.YEAR:
        return str(period.end.year)
    if period.stretch is Stretch.TWELVE:
        return " – ".join(f"{english_name(m)[:3]} {m.year}" for m in (period.first, period.last))
    return "Everything"


def within(period: Period, formats: Formats) -> str:
    """The period inside a sentence: `in November 2026`, `in this book`."""
    return "in this book" if period.stretch is Stretch.ALL else f"in {period_text(period, formats)}"


class PeriodBar(QWidget):
    """`changed` carries the Period the owner chose."""

    changed = Signal(object)

    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__()
        self._formats, self._today = formats, Month.of(today)
        self.period = month(self._today)
        self._title = QToolButton()
        self._title.setFont(typeface.title(self.font()))
        self._title.setToolTip("Choose what is listed (Alt+Down)")
        self._title.setIcon(icon("chevron-down"))
        self._title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the words first, then the mark
        self._title.clicked.connect(self.open_menu)
        self._choices = self._menu()
        self._before = self._arrow("chevron-left", "Earlier", "Alt+Left", -1)
        self._after = self._arrow("chevron-right", "Later", "Alt+Right", 1)
        self._lay_out()
        self.show_period(self.period)

    def show_period(self, period: Period, today: date | None = None) -> None:
        """Say which period is listed, without telling anybody."""
        self.period = period
        if today:
            self._today = Month.of(today)
        self._title.setText(period_text(period, self._formats))
        self._title.setAccessibleName(f"Listed: {self._title.text()}")
        self._before.setEnabled(period.stretch is not Stretch.ALL)
        self._after.setEnabled(period.stretch is not Stretch.ALL and period.last < self._today)

    def step(self, by: int) -> None:
        """The period before (−1) or after; never beyond today's."""
        button = self._after if by > 0 else self._before
        if button.isEnabled():
            self._choose(self.period.stepped(by))

    def open_menu(self) -> None:
        """Offer the usual periods under the title."""
        self._choices.popup(self._title.mapToGlobal(self._title.rect().bottomLeft()))

    def _choose(self, period: Period) -> None:
        self.show_period(period)
        self.changed.emit(period)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, stretch, back in (
            ("This month", Stretch.MONTH, 0),
            ("Last month", Stretch.MONTH, 1),
            ("This year", Stretch.YEAR, 0),
            ("Last 12 months", Stretch.TWELVE, 0),
            ("Everything", Stretch.ALL, 0),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _on, s=stretch, b=back: self._choose(Period(s, self._today.plus(-b))))
            menu.addAction(action)
        return menu

    def _arrow(self, picture: str, text: str, keys: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})")
        button.clicked.connect(lambda: self.step(by))
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        for button in (self._before, self._title, self._after):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumHeight(TOUCH)
            layout.addWidget(button)
        self._before.setMinimumWidth(TOUCH)
        self._after.setMinimumWidth(TOUCH)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
