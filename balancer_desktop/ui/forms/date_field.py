"""A day, typed as one likes or picked from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from balancer_desktop.domain.days import read_day
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class DateField(ReadingField[date]):
    """Up and Down move by a day, Page Up and Page Down by a week. Empty at first without a day.

    ahead: `fri` is the coming one.
    """

    def __init__(self, session: Session, day: date | None, *, ahead: bool = False) -> None:
        self._formats, self._today, self._ahead = session.formats, session.book.today(), ahead
        super().__init__(self._day, self._formats.date)
        self.setToolTip("A date, “today”, “fri”, “3 nov” … Up and Down move by a day")
        self._calendar = QAction(icon("calendar"), "Calendar", self)
        self._calendar.setToolTip("Pick from a calendar (F4)")
        self._calendar.setShortcut(Qt.Key.Key_F4)
        self._calendar.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._calendar.triggered.connect(self._pick)
        self.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)
        if day:
            self.show_value(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = _STEPS.get(Qt.Key(event.key()))
        if days is None:
            super().keyPressEvent(event)
        else:
            self._move(days)

    def _day(self, text: str) -> date:
        return read_day(text, self._today, self._formats.conventions(), ahead=self._ahead)

    def _move(self, days: int) -> None:
        try:
            self.show_value(self._day(self.text()) + timedelta(days=days))
        except (BadInput, OverflowError):  # nothing readable to move from, or the end of the calendar
            self.show_value(self._today)

    def _pick(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setAccessibleName("Calendar")
        try:
            day = self._day(self.text())
        except BadInput:
            day = self._today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.activated.connect(lambda chosen: self._picked(menu, chosen))
        calendar.clicked.connect(lambda chosen: self._picked(menu, chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _picked(self, menu: QMenu, chosen: QDate) -> None:
        menu.close()
        self.show_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.setFocus()
