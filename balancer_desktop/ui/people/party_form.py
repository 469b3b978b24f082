"""All there is to know about a person or business, to be filled in beside the table."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.app import people
from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.domain.party import ContactKind, Party, PartyKind
from balancer_desktop.domain.rhythm.cadence import Cadence, cadence_for
from balancer_desktop.domain.rhythm.gaps import gap_words
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import hint_label, tell
from balancer_desktop.ui.forms.filled_in import filled_in
from balancer_desktop.ui.forms.gap_field import GapField
from balancer_desktop.ui.forms.leave_question import LeaveQuestion
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.people.contact_rows import ContactRows
from balancer_desktop.ui.people.tags_field import TagsField
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.areas import rounded
from balancer_desktop.ui.theme.metrics import BETWEEN, FIELD, GAP, UNIT

_WIDEST = 640
_NEW = {
    Standing.PROSPECT: "Add a prospect",
    Standing.CURRENT: "Add a customer",
    Standing.LAPSED: "Add a customer who lapsed",
    Standing.EX: "Add a customer who left",
}


class PartyForm(QWidget):
    """For an existing party, or a new one of a standing. Ctrl+Enter saves.

    Esc leaves, and asks first when something was changed. The keyboard goes to the field that had it last.
    """

    saved = Signal(int)
    cancelled = Signal()

    def __init__(self, session: Session, party: Party | None, standing: Standing) -> None:
        super().__init__()
        self._session, self._standing = session, standing
        self._party = party or Party("")
        self._is_new = party is None
        self._hints: dict[QWidget, QLabel] = {}
        self._message = hint_label()
        self._question, self._buttons = LeaveQuestion(), QWidget()
        self._inside = QWidget()
        self._rows = QFormLayout()
        self._make_fields()
        self.setFocusProxy(self._name)
        self._lay_out(f"Edit {party.name}" if party else _NEW[standing])
        for keys, run in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Esc", self.leave)):
            QShortcut(QKeySequence(keys), self, run).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._question.save_wanted.connect(self._save_after_all)
        self._question.discard_wanted.connect(self.cancelled)
        self._question.stay_wanted.connect(self._go_on)
        self._at_first = filled_in(self)
        QApplication.instance().focusChanged.connect(self._remember)  # type: ignore[union-attr]  # there is one

    def focus_first(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    @property
    def is_changed(self) -> bool:
        return filled_in(self) != self._at_first

    def commit_edits(self) -> None:
        """Save what was changed, before all is closed; what cannot be read stays in the form, and is said there."""
        if self.is_changed:
            self.save()

    def leave(self) -> None:
        """Esc: away with the form, but not with what was typed; a second Esc goes on editing."""
        if self._question.isVisible():
            self._go_on()
        elif self.is_changed:
            self._buttons.hide()
            self._question.ask(self._consequence())
        else:
            self.cancelled.emit()

    def save(self) -> None:
        """Write what the fields say; when something is wrong, say what would be right beneath its field."""
        for hint in (*self._hints.values(), self._message):
            tell(hint, "")
        try:
            party = self._draft()
        except BadInput:
            return
        party_id = self._session.attempt(lambda: self._write(party))
        if party_id:
            self.saved.emit(party_id)

    def _consequence(self) -> str:
        if self._is_new:
            return "This is not saved yet. Save adds them to the book; Discard throws away what you typed."
        return f"You changed {self._party.name}. Save keeps the changes; Discard leaves {self._party.name} as before."

    def _save_after_all(self) -> None:
        self._go_on()
        self.save()

    def _go_on(self) -> None:
        self._question.hide()
        self._buttons.show()
        self.setFocus()

    def _remember(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now and self._inside.isAncestorOf(now):
            self.setFocusProxy(now)

    def _draft(self) -> Party:
        since = self._since.value() if self._since.text().strip() else None
        ideal, longest = self._ideal.value(), self._longest.value()
        phones, emails = self._phones.value(), self._emails.value()
        name = self._name.text().strip() or next((point.value for point in phones), "")
        if not name:
            refusal = BadInput("A name is missing.", "Give a name, or a phone number in its place.")
            tell(self._hints[self._name], str(refusal), wrong=True)
            self._name.setFocus()
            raise refusal
        return Party(
            name,
            list(PartyKind)[self._kind.currentIndex()],
            self._company.text(),
            (*phones, *emails),
            self._tags.value(),
            self._address.toPlainText(),
            self._referrer.value(),
            since,
            self._notes.toPlainText(),
            self._party.id,
            ideal,
            longest,
        )

    def _write(self, party: Party) -> int:
        try:
            if not self._is_new:
                people.edit(self._session.book, party)
                return party.id
            return people.add(self._session.book, party, self._standing, self._begins(party))
        except Refused as refusal:
            tell(self._message, str(refusal), wrong=True)
            raise

    def _begins(self, party: Party) -> date | None:
        """A customer since 2019 has been current since 2019."""
        return party.customer_since if self._standing is Standing.CURRENT else None

    def _make_fields(self) -> None:
        party, session = self._party, self._session
        self._kind, self._name, self._company = QComboBox(), QLineEdit(party.name), QLineEdit(party.company)
        self._kind.addItems(["Person", "Business"])
        self._kind.setCurrentIndex(list(PartyKind).index(party.kind))
        self._phones = ContactRows(ContactKind.PHONE, party.contacts)
        self._emails = ContactRows(ContactKind.EMAIL, party.contacts)
        self._tags = TagsField(session.book.people.tags(), party.tags)
        self._address, self._notes = (rounded(QPlainTextEdit(text)) for text in (party.address, party.notes))
        self._referrer = PartyPicker(session, party.referred_by)
        self._since = DateField(session, party.customer_since)
        self._since.setPlaceholderText(self._known_since())
        self._ideal, self._longest = GapField(party.ideal_gap), GapField(party.longest_gap)
        self._say_what_tags_set()
        for label, field in (
            ("Name", self._name),
            ("Kind", self._kind),
            ("Company", self._company),
            ("Phone", self._phones),
            ("E-mail", self._emails),
            ("Tags", self._tags),
            ("Address", self._address),
            ("Referred by", self._referrer),
            ("Customer since", self._since),
            ("In touch every", self._ideal),
            ("At the latest after", self._longest),
            ("Notes", self._notes),
        ):
            if field is not self._since or not (self._is_new and self._standing is Standing.PROSPECT):
                self._add_row(label, field)

    def _known_since(self) -> str:
        """Without a day of its own, the first sale tells it."""
        first = self._session.book.ledger.first_sale(self._party.id) if self._party.id else None
        return f"{self._session.formats.date(first.on)}, by the first sale" if first else "not noted"

    def _say_what_tags_set(self) -> None:
        """Where nothing is typed, the tags' cadence holds."""
        gaps = self._session.book.reminders.tag_gaps()
        of_tags = [Cadence(*(days or None for days in gaps[tag])) for tag in self._party.tags if tag in gaps]
        cadence = cadence_for(None, of_tags) or Cadence()
        for field, days in ((self._ideal, cadence.ideal), (self._longest, cadence.longest)):
            if days:
                field.setPlaceholderText(f"{gap_words(days)}, by their tags")

    def _add_row(self, label: str, field: QWidget) -> None:
        field.setAccessibleName(label)
        cell = QVBoxLayout()
        cell.setSpacing(UNIT // 2)
        cell.addWidget(field)
        if not isinstance(field, ContactRows):
            self._hints[field] = hint_label()
            cell.addWidget(self._hints[field])
            field.setMinimumHeight(FIELD)
        if isinstance(field, ReadingField | PartyPicker):
            field.understood.connect(lambda text: tell(self._hints[field], text))
            field.doubted.connect(lambda text: tell(self._hints[field], text, wrong=True))
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.setFixedHeight(field.fontMetrics().lineSpacing() * 4)
        caption = QLabel(label)
        caption.setFixedHeight(FIELD)
        caption.setBuddy(field)
        self._rows.addRow(caption, cell)

    def _lay_out(self, title: str) -> None:
        heading = QLabel(title)
        heading.setFont(typeface.title(heading.font()))
        self._rows.setHorizontalSpacing(BETWEEN)
        self._rows.setVerticalSpacing(GAP)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        inside = self._inside
        inside.setMaximumWidth(_WIDEST)
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, GAP, 0)
        fields.addLayout(self._rows)
        fields.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, GAP, BETWEEN, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(heading)
        layout.addWidget(area, 1)
        layout.addWidget(self._message)
        layout.addWidget(self._question)
        layout.addWidget(self._buttons)
        self._fill_buttons(title)

    def _fill_buttons(self, title: str) -> None:
        save, cancel = QPushButton(title if self._is_new else "Save"), QPushButton("Cancel")
        save.setDefault(True)
        save.setToolTip("Keep this (Ctrl+Enter)")
        cancel.setToolTip("Close the form (Esc)")
        save.clicked.connect(lambda _checked: self.save())
        cancel.clicked.connect(lambda _checked: self.leave())
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for button in (save, cancel):
            button.setMinimumHeight(FIELD)
            row.addWidget(button)
        row.addStretch(1)
