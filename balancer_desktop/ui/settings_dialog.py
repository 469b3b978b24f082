"""The book's settings: its name, the target, the rules that the figures follow, and the working hours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.app.book_settings import BookSettings, read, save
from balancer_desktop.app.phone_numbers import region_of
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.money import parse_amount
from balancer_desktop.domain.setting_texts import MOST_HOURS, MOST_TOUCHES
from balancer_desktop.ui.labels import words
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, FIELD, GAP
from balancer_desktop.ui.theme.tabs import tab_widget
from balancer_desktop.ui.working_hours_page import WorkingHours, WorkingHoursPage


class SettingsDialog(QDialog):
    """Saves all of it as one step that undo takes back."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Settings of this book")
        self._session = session
        self._before = now = read(session.book)
        self.name = QLineEdit(now.name)
        self.name.setPlaceholderText(session.book.folder.name)
        self.low = _number(now.target_low, 0, 99, " %", "Target from, per cent")
        self.high = _number(now.target_high, 1, 100, " %", "Target to, per cent")
        self.rule = QCheckBox("The first sale makes a customer of a prospect")
        self.rule.setChecked(now.first_sale_rule)
        self.lapse = QCheckBox("Mark customers as lapsed when they are probably gone")
        self.lapse.setChecked(now.auto_lapse)
        self.back = QCheckBox("Make current again who lapsed or left and buys")
        self.back.setChecked(now.auto_return)
        for choice in (self.lapse, self.back):
            choice.setToolTip("Without asking; the history says that the rule did it, and undo takes it back")
        self.new_days = _number(now.new_days, 1, 3650, " days", "A customer is new for")
        self.silent_days = _number(now.silent_days, 1, 3650, " days", "A sale wins back after a silence of")
        self.hours = _number(now.prospecting_hours, 0, MOST_HOURS, " hours", "Hours for winning prospects, a week")
        self.touches = _number(now.touches, 0, MOST_TOUCHES, " touches", "Touches a week")
        self.touches.setToolTip(
            "Calls, mails, messages and visits to prospects, and answers to those who ask; 0 asks for nothing"
        )
        self.hourly = QLineEdit(session.formats.money(now.hourly_cost) if now.hourly_cost else "")
        self.hourly.setPlaceholderText("not said yet")
        self.hourly.setAccessibleName("What an hour of yours costs")
        self.hourly.setToolTip("Prices your hours where it is told what winning or keeping a customer costs")
        self.region = QLineEdit(now.phone_region)
        told = region_of(session.book, session.formats.conventions().region)
        self.region.setPlaceholderText(
            f"{told}, as the numbers tell" if told and not now.phone_region else "such as IE"
        )
        self.region.setAccessibleName("Country of your phone numbers")
        self.region.setToolTip("Two letters: where a number without a country's code is dialled; empty, the book tells")
        self.working_hours = WorkingHoursPage(
            WorkingHours(now.weeks.latest, now.holidays, now.response_goal), session.formats
        )
        self.pages = tab_widget()
        self.problem = words(name="What is wrong")
        self._lay_out()

    def wanted(self) -> BookSettings:
        """What the fields say; BadInput for an hour's cost that is no amount, and for what are no working hours."""
        hours = self.working_hours.value()
        return BookSettings(
            self.name.text(),
            self.low.value(),
            self.high.value(),
            self.rule.isChecked(),
            self.new_days.value(),
            self.silent_days.value(),
            self.lapse.isChecked(),
            self.back.isChecked(),
            self._hourly_cost(),
            self.hours.value(),
            self.touches.value(),
            self._before.weeks.changed(hours.week, self._session.book.today()),
            hours.holidays,
            hours.goal,
            self.region.text().strip().upper(),
        )

    def _hourly_cost(self) -> int:
        formats, text = self._session.formats, self.hourly.text()
        return parse_amount(text, formats.currency, formats.conventions()) if text.strip() else 0

    def accept(self) -> None:
        if not self.working_hours.is_right():  # which says what is wrong in place
            self.problem.hide()
            self.pages.setCurrentWidget(self.working_hours)
            return
        try:
            save(self._session.book, self.wanted())
        except Refused as refusal:
            self.problem.setText(str(refusal))
            self.problem.show()
            return
        super().accept()

    def _lay_out(self) -> None:
        self.name.setAccessibleName("Name of the business")
        for field in (self.name, self.low, self.high, self.new_days, self.silent_days, self.hours, self.touches,
                      self.hourly, self.region):  # fmt: skip
            field.setMinimumHeight(FIELD)
        prospecting = QHBoxLayout()
        prospecting.setSpacing(GAP)
        prospecting.addWidget(self.hours)
        prospecting.addWidget(QLabel("and"))
        prospecting.addWidget(self.touches)
        prospecting.addWidget(QLabel("a week"))
        prospecting.addStretch(1)
        band = QHBoxLayout()
        band.setSpacing(GAP)
        band.addWidget(self.low)
        band.addWidget(QLabel("to"))
        band.addWidget(self.high)
        band.addWidget(QLabel("of your hours"))
        band.addStretch(1)
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, BETWEEN, 0, 0)
        form.setHorizontalSpacing(BETWEEN)
        form.setVerticalSpacing(GAP)
        form.addRow(_label("Name of the business"), self.name)
        form.addRow(_label("Target for gaining and winning back"), band)
        form.addRow(_label("Goal for prospecting"), prospecting)
        form.addRow(_label("What an hour of yours costs"), self.hourly)
        form.addRow(_label("Country of your phone numbers"), self.region)
        form.addRow(_label("A customer is new for"), self.new_days)
        form.addRow(_label("A sale wins back after a silence of"), self.silent_days)
        for rule in (self.rule, self.lapse, self.back):
            form.addRow(rule)
        self.pages.addTab(page, "Figures and rules")
        self.pages.addTab(self.working_hours, "Working hours")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, BETWEEN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.problem)
        layout.addLayout(self._buttons())
        self.setMinimumWidth(760)
        self.name.setFocus()

    def _buttons(self) -> QHBoxLayout:
        """Cancel, then the verb, as in every form."""
        cancel, save_button = QPushButton("Cancel"), QPushButton("Save the settings", self)
        cancel.clicked.connect(self.reject)
        save_button.clicked.connect(self.accept)
        save_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button in (cancel, save_button):
            button.setMinimumHeight(FIELD)
            row.addWidget(button)
        return row


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setMinimumHeight(FIELD)
    return label


def _number(value: int, low: int, high: int, unit: str, name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(low, high)
    box.setValue(value)
    box.setSuffix(unit)
    box.setAccessibleName(name)
    return box
