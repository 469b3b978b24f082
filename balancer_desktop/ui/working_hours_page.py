"""When somebody can be expected to answer: a line for each weekday, the holidays, and the goal for the first answer."""

from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.inquiries.holidays import Holiday, holiday_text, read_holidays
from balancer_desktop.domain.inquiries.working_week import (
    DAYS,
    Spell,
    WorkingWeek,
    checked_week,
    read_spells,
    spells_text,
)
from balancer_desktop.domain.setting_texts import goal_hours, read_goal
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.labels import subtitle, words
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP

_FRIDAY = 4
_WHY = (
    "Inquiries grow older in these hours alone; one that waits beyond the goal is shown in red. "
    "A changed week holds from today on."
)


class WorkingHours(NamedTuple):
    """goal: working minutes until the first answer."""

    week: WorkingWeek
    holidays: tuple[Holiday, ...]
    goal: int


class WorkingHoursPage(QWidget):
    """A page of the settings; what is wrong is told beneath the part it is wrong in."""

    def __init__(self, hours: WorkingHours, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.days = [_day_field(day, spells) for day, spells in zip(DAYS, hours.week.days, strict=True)]
        self.same = QPushButton("Until Friday the same")
        self.same.setToolTip("Gives Tuesday to Friday the hours of Monday")
        self.told = words(name="Hours a week")
        _keep_place(self.told)
        self.holidays = QPlainTextEdit("\n".join(map(holiday_text, hours.holidays)))
        self.holidays.setPlaceholderText("2026-12-25 Christmas\n2026-08-03 to 2026-08-14 away")
        self.holidays.setAccessibleName("Holidays, one a line")
        self.holidays.setTabChangesFocus(True)
        self.doubted = words(name="What is wrong with the holidays")
        self.goal = ReadingField(read_goal, lambda minutes: f"{goal_hours(minutes)} working hours")
        self.goal.setAccessibleName("First answer within")
        self.goal.setToolTip("Working hours, like 4 or 1.5")
        self.goal.show_value(hours.goal)
        self.goal_doubted = words(name="What is wrong with the goal")
        self._lay_out()
        self._connect()
        self._tell_week()
        self.doubted.hide()
        self.goal_doubted.hide()

    def value(self) -> WorkingHours:
        """What the fields say; BadInput when they say nothing, which is told where it is wrong."""
        days = tuple(self._spells(day) for day in range(len(DAYS)))
        self._tell_week()
        return WorkingHours(checked_week(WorkingWeek(days)), self._holidays(), self.goal.value())

    def is_right(self) -> bool:
        """Whether value() can be had; what cannot is told, and has the cursor."""
        try:
            self.value()
        except BadInput:
            return False
        return True

    def _spells(self, day: int) -> tuple[Spell, ...]:
        try:
            return self.days[day].value()
        except BadInput as refusal:
            self._tell_day(day, str(refusal))
            raise

    def _holidays(self) -> tuple[Holiday, ...]:
        try:
            return read_holidays(self.holidays.toPlainText())
        except BadInput as refusal:
            _tell(self.doubted, str(refusal), bad=True)
            self.holidays.setFocus()
            raise

    def _connect(self) -> None:
        for day, field in enumerate(self.days):
            field.textChanged.connect(self._tell_week)
            field.doubted.connect(partial(self._tell_day, day))
        self.same.clicked.connect(self._copy_monday)
        self.holidays.textChanged.connect(self._tell_holidays)
        self.goal.doubted.connect(lambda wrong: _tell(self.goal_doubted, wrong, bad=True))
        self.goal.textChanged.connect(lambda _: _tell(self.goal_doubted, ""))

    def _copy_monday(self) -> None:
        for field in self.days[1 : _FRIDAY + 1]:
            field.setText(self.days[0].text())

    def _tell_week(self) -> None:
        """The hours of the week, or why it cannot be; nothing of a line that is still being typed."""
        try:
            days = tuple(read_spells(field.text()) for field in self.days)
        except BadInput:
            _tell(self.told, "")
            return
        try:
            week = checked_week(WorkingWeek(days))
        except BadInput as refusal:
            _tell(self.told, str(refusal), bad=True)
        else:
            _tell(self.told, f"{self._formats.hours(week.minutes)} a week")

    def _tell_day(self, day: int, wrong: str) -> None:
        _tell(self.told, f"{DAYS[day]}: {wrong}", bad=True)

    def _tell_holidays(self) -> None:
        """Of the lines above the one that is being typed."""
        before = self.holidays.toPlainText()[: self.holidays.textCursor().position()].rpartition("\n")[0]
        try:
            read_holidays(before)
            _tell(self.doubted, "")
        except BadInput as refusal:
            _tell(self.doubted, str(refusal), bad=True)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, BETWEEN, 0, 0)
        columns.setSpacing(BETWEEN + GAP)
        columns.addLayout(self._week_part(), 1)
        columns.addLayout(self._other_part(), 1)

    def _week_part(self) -> QVBoxLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(BETWEEN)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for day, field in zip(DAYS, self.days, strict=True):
            form.addRow(_label(day, field), field)
        self.same.setMinimumHeight(FIELD)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.same)
        return _column(subtitle("Working week"), form, below)

    def _other_part(self) -> QVBoxLayout:
        self.goal.setMinimumHeight(FIELD)
        goal = QHBoxLayout()
        goal.setSpacing(GAP)
        goal.addWidget(_label("First answer within", self.goal))
        goal.addWidget(self.goal, 1)
        why = words(_WHY, muted=True)
        return _column(
            subtitle("Holidays"), self.holidays, self.doubted, subtitle("Goal"), goal, self.goal_doubted, why
        )


def _day_field(day: str, spells: tuple[Spell, ...]) -> ReadingField[tuple[Spell, ...]]:
    field = ReadingField(read_spells, spells_text)
    field.setPlaceholderText("closed")
    field.setToolTip("From … to …, like 08:00-12:00 13:00-17:00; 22:00-02:00 ends after midnight; empty for a free day")
    field.setAccessibleName(day)
    field.setMinimumHeight(FIELD)
    field.show_value(spells)
    return field


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setMinimumHeight(FIELD)
    label.setBuddy(buddy)
    return label


def _column(*parts: QWidget | QFormLayout | QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return column


def _keep_place(label: QLabel) -> None:
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    label.setSizePolicy(policy)


def _tell(label: QLabel, text: str, *, bad: bool = False) -> None:
    """Nothing in its place when there is nothing to tell."""
    label.setText(text)
    label.setVisible(bool(text))
    label.setForegroundRole(QPalette.ColorRole.WindowText if bad else QPalette.ColorRole.PlaceholderText)
