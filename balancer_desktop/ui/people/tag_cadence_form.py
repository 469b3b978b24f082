"""How often to be in touch with everybody of a tag."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from balancer_desktop.app import cadence
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.forms.gap_field import GapField
from balancer_desktop.ui.session import Session


class TagCadenceForm(EntryForm):
    """Holds for all who have no cadence of their own; of several tags the strictest counts."""

    def __init__(self, parent: QWidget, session: Session, tag: str = "") -> None:
        super().__init__(parent, session, "How often to be in touch", "Set for the tag")
        self._gaps = session.book.reminders.tag_gaps()
        self._tag = QComboBox()
        self._tag.addItems(sorted({*session.book.people.tags(), *self._gaps}))
        self._ideal, self._longest = GapField(0), GapField(0)
        self.add_row("Tag", self._tag)
        self.add_row("In touch every", self._ideal)
        self.add_row("At the latest after", self._longest)
        self._tag.currentTextChanged.connect(self._show_gaps)
        self._tag.setCurrentText(tag)
        self._show_gaps(self._tag.currentText())
        self._ideal.setFocus()

    def draft(self) -> Callable[[], object]:
        tag, ideal, longest = self._tag.currentText(), self._ideal.value(), self._longest.value()
        if not tag:
            raise BadInput("No tag is in use yet.", "Give somebody a tag first.")
        return lambda: cadence.set_tag(self.session.book, tag, ideal, longest)

    def _show_gaps(self, tag: str) -> None:
        for field, days in zip((self._ideal, self._longest), self._gaps.get(tag, (0, 0)), strict=True):
            field.show_value(days)
