"""What may be sold to somebody: in which stage, what it is worth, and what comes next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from balancer_desktop.app import conversion, opportunity_drafts
from balancer_desktop.app.opportunity_drafts import Draft
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, parked_on
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.party_picker import PartyPicker
from balancer_desktop.ui.prospects.chance_words import of_stage, told_short
from balancer_desktop.ui.prospects.figure_fields import PercentField, WorthField
from balancer_desktop.ui.session import Session

_FEWEST_ROWS = 8
_NOBODY = BadInput("Whom it is for is missing.", "Type a name; somebody new is added as a prospect.")


class OpportunityForm(EntryForm):
    """Of one that is won or lost only what it was about can be corrected, and what was agreed.

    What happened to it while the form stood there holds, unless the owner says otherwise in it.
    """

    asks = True

    def __init__(
        self, parent: QWidget, session: Session, party_id: int = 0, opportunity: Opportunity | None = None
    ) -> None:
        title = "Edit the opportunity" if opportunity else "New opportunity"
        super().__init__(parent, session, title, "Save" if opportunity else "Add opportunity")
        today = session.book.today()
        self._one = one = opportunity or Opportunity(party_id, "", today)
        self._who = PartyPicker(session, one.party_id, strangers=True)
        self._title, self._value = QLineEdit(one.title), WorthField(session, one.value)
        self._stage, self._chance = QComboBox(), PercentField(one.probability)
        self._stages = [s for s in session.book.stages.stages() if not s.retired or s.id == one.stage_id]
        self._step = opportunity_drafts.step_of(session.book, one) if opportunity and not one.closed else None
        self._what = QLineEdit(self._step.what if self._step else "")
        self._due = DateField(session, self._step.due if self._step else None, ahead=True)
        self._expected = DateField(session, one.expected, ahead=True)
        self._origin, self._referrer = QLineEdit(one.origin), PartyPicker(session, one.referred_by)
        self._parked = DateField(session, parked_on(one, today), ahead=True)
        self._agreed, self._ends = WorthField(session, one.agreed or 0), DateField(session, one.ends, ahead=True)
        self._history = conversion.by_stage(session.book, session.book.pipeline.open())
        self._fill()
        self._at_opening = self._course()
        self._add_rows()
        self._who.setEnabled(opportunity is None)
        self._who.setPlaceholderText("Type a name")
        self._who.editingFinished.connect(self._say_new)
        self._stage.currentIndexChanged.connect(lambda _index: self._say_chance())
        self._say_chance()
        (self._title if one.party_id else self._who).setFocus()

    def draft(self) -> Callable[[], object]:
        book = self.session.book
        one = book.pipeline.get(self._one.id) or self._one
        party_id = self._whom()
        said = replace(
            one,
            party_id=party_id,
            title=self._title.text(),
            value=self._value.value(),
            expected=_day(self._expected),
            origin=self._origin.text(),
            referred_by=self._referrer.value(),
        )
        if self._one.outcome is Outcome.WON:
            said = replace(said, agreed=self._agreed.value() or None, ends=_day(self._ends))
        if one.outcome is not None:
            return lambda: opportunity_drafts.save(book, Draft(said))
        stage_id, step, parked = self._course_now(one)
        new_party = "" if party_id else self._who.text().strip()
        draft = Draft(replace(said, probability=self._chance.value()), new_party, stage_id, *step, parked)
        return lambda: opportunity_drafts.save(book, draft)

    def _course(self) -> tuple[int, tuple[str, str], str]:
        """What the fields say of stage, next action and parking."""
        return self._stage.currentIndex(), (self._what.text(), self._due.text()), self._parked.text()

    def _course_now(self, one: Opportunity) -> tuple[int, tuple[str, date | None], date | None]:
        """Stage, next action and parking as they are to be: as they are, where the field was left alone."""
        (stage, step, parked), (stage_then, step_then, parked_then) = self._course(), self._at_opening
        planned = opportunity_drafts.step_of(self.session.book, one) if one.id else None
        as_it_is = (planned.what, planned.due) if planned else ("", None)
        return (
            0 if one.id and stage == stage_then else self._stages[stage].id,
            as_it_is if step == step_then else (self._what.text(), _day(self._due)),
            parked_on(one, self.session.book.today()) if parked == parked_then else _day(self._parked),
        )

    def _whom(self) -> int:
        """The party, 0 for somebody new; BadInput when nobody is named."""
        party_id = self._who.value()
        if not party_id and not self._who.text().strip():
            self._who.doubted.emit(str(_NOBODY))
            self._who.setFocus()
            raise _NOBODY
        return party_id

    def _say_new(self) -> None:
        typed = self._who.text().strip() and not self._who.party_id
        self._who.understood.emit("New: they are added as a prospect" if typed else "")

    def _fill(self) -> None:
        names = [stage.name for stage in self._stages]
        self._stage.addItems(names)
        ids = [stage.id for stage in self._stages]
        self._stage.setCurrentIndex(ids.index(self._one.stage_id) if self._one.stage_id in ids else 0)
        self._stage.setMaxVisibleItems(max(_FEWEST_ROWS, len(names)))
        known = QCompleter(opportunity_drafts.origins(self.session.book), self)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._origin.setCompleter(known)
        self._title.setPlaceholderText("new roof, yearly contract …")
        self._what.setPlaceholderText("call, send the quote …")
        self._due.setPlaceholderText("A day")
        self._expected.setPlaceholderText("When they may decide, or leave it empty")
        self._origin.setPlaceholderText("referral, website, flyer …")
        self._parked.setPlaceholderText("Leave it empty unless it is to wait")
        self._ends.setPlaceholderText("Until when the work runs, or leave it empty")

    def _add_rows(self) -> None:
        for label, field in (
            ("For whom", self._who),
            ("What about", self._title),
            ("Value", self._value),
            ("Agreed", self._agreed),
            ("The work runs until", self._ends),
            ("Stage", self._stage),
            ("Probability", self._chance),
            ("Next action", self._what),
            ("When", self._due),
            ("Expected", self._expected),
            ("Where from", self._origin),
            ("Referred by", self._referrer),
            ("Parked until", self._parked),
        ):
            self.add_row(label, field)
        closed, won = self._one.outcome is not None, self._one.outcome is Outcome.WON
        of_open = (self._stage, self._chance, self._what, self._due, self._expected, self._parked)
        for field in (*(of_open if closed else ()), *(() if won else (self._agreed, self._ends))):
            self.show_row(field, visible=False)

    def _say_chance(self) -> None:
        stage = self._stages[self._stage.currentIndex()] if self._stages else None
        if stage:
            history, formats = self._history.get(stage.id, Conversion()), self.session.formats
            self._chance.setPlaceholderText(told_short(stage, history, formats))
            told = f"Your own reckoning for this one, in per cent. Left empty: {of_stage(stage, history, formats)}"
            self._chance.setToolTip(told)


def _day(field: DateField) -> date | None:
    return field.value() if field.text().strip() else None
