"""Above the views: what of the week's prospecting is done, for how long it was kept up, and what to beware of."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from balancer_desktop.app import discipline
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.pipeline.alarms import Alarm
from balancer_desktop.domain.pipeline.discipline import Goals, Week
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_PAUSE_MS = 40
"""The board has been painted by then."""


_TOUCHES_TOLD = (
    "A touch is something that goes out to somebody who is no customer yet, or to whom something may be sold: a call, "
    "a visit or a message of yours that was logged, an inquiry answered, a next action done that says so. What they "
    "send you is none. “Goals…” sets how many a week owes."
)


class DisciplineStrip(QWidget):
    """Two lines at the most in a calm week; the goals are a click away."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.week, self.alarms = words(name="Prospecting this week"), words(name="What to beware of")
        self.week.setToolTip(_TOUCHES_TOLD)
        self.alarms.setTextFormat(Qt.TextFormat.RichText)
        goals = QPushButton("Goals…")
        goals.setToolTip("Set how much prospecting a week owes")
        goals.setAccessibleName("Goals of prospecting")
        goals.setFlat(True)
        goals.clicked.connect(lambda _checked: self.change_goals())
        self._told: list[Alarm] = []
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.week, 1)
        line.addWidget(goals, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, GAP, BETWEEN, 0)
        layout.setSpacing(UNIT)
        layout.addLayout(line)
        layout.addWidget(self.alarms)
        keep_fresh(self, session, _concerns, self._refresh, _PAUSE_MS)

    def change_goals(self) -> None:
        """Ask what a week owes."""
        from balancer_desktop.ui.prospects.goals_form import GoalsForm

        form = GoalsForm(self, self._session)
        form.show()
        form.activateWindow()

    def _refresh(self, changes: Changes) -> None:
        book, formats = self._session.book, self._session.formats
        if _concerns_week(changes):
            first = formats.locale.firstDayOfWeek().value
            week, streak = discipline.week(book, None, first), discipline.streak(book, None, first)
            self.week.setText(week_words(week, streak, formats))
        if _concerns_alarms(changes):
            self._told = discipline.alarms(book)
            self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_told"):
            self._tell()

    def _tell(self) -> None:
        self.alarms.setText(alarm_words(self._told, tokens_of(self.palette()).warn))
        self.alarms.setVisible(bool(self._told))


def week_words(week: Week, streak: int, formats: Formats) -> str:
    """`Prospecting this week: 1 h 30 of 3 h · 2 of 5 touches · goals kept 4 weeks in a row`."""
    if week.goals == Goals(0, 0):
        done = f"{formats.hours(week.minutes)} and {_touches(week.touches)}"
        return f"Prospecting this week: {done}. No goal is set, so that nothing is owed."
    parts = [
        _of(formats.hours(week.minutes), formats.hours(week.goals.minutes), reached=not week.minutes_left)
        if week.goals.minutes
        else formats.hours(week.minutes),
        _of(str(week.touches), _touches(week.goals.touches), reached=not week.touches_left)
        if week.goals.touches
        else _touches(week.touches),
        _streak(streak, kept=week.kept),
    ]
    return f"Prospecting this week: {' · '.join(part for part in parts if part)}"


def alarm_words(alarms: Sequence[Alarm], colour: str) -> str:
    """Rich text: a line for each, with a sign in a colour. Red would say that it must be done today."""
    return "<br>".join(f'<span style="color: {colour}">⚠</span> {escape(alarm.words)}' for alarm in alarms)


def _of(done: str, goal: str, *, reached: bool) -> str:
    return f"{'✓ ' if reached else ''}{done} of {goal}"


def _touches(count: int) -> str:
    return "1 touch" if count == 1 else f"{count} touches"


def _streak(weeks: int, *, kept: bool) -> str:
    if weeks == 0:
        return ""
    if weeks == 1:
        return "goals kept" if kept else "goals kept last week"
    return f"goals kept {weeks} weeks in a row"


def _concerns(changes: Changes) -> bool:
    return _concerns_week(changes) or _concerns_alarms(changes)


def _concerns_week(changes: Changes) -> bool:
    """Hours, touches, whether those were prospects then, and the goals."""
    return changes.work or changes.contacts or changes.people or changes.pipeline or changes.settings


def _concerns_alarms(changes: Changes) -> bool:
    """What is open and when its next step is due, who became a prospect, and what a job is worth."""
    return changes.pipeline or changes.contacts or changes.people or changes.money
