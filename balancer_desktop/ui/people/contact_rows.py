"""Several phone numbers or e-mail addresses, each with a label; a row more or less at a click."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import ContactKind, ContactPoint, phone_digits
from balancer_desktop.ui.forms.entry_form import hint_label, tell
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import FIELD, GAP, UNIT

_NAMES = {ContactKind.PHONE: "phone number", ContactKind.EMAIL: "e-mail address"}
_LABELS = {ContactKind.PHONE: ("mobile", "work", "home"), ContactKind.EMAIL: ("work", "private", "invoices")}


class ContactRows(QWidget):
    """There is always one row to type into."""

    def __init__(self, kind: ContactKind, points: Iterable[ContactPoint]) -> None:
        super().__init__()
        self._kind = kind
        self._rows: list[_Row] = []
        self._hint = hint_label()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT)
        more = QToolButton()
        more.setIcon(icon("add"))
        more.setText(f"Another {_NAMES[kind]}")
        more.setAccessibleName(more.text())
        more.setToolTip(f"Add a row for another {_NAMES[kind]}")
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        more.setAutoRaise(True)
        more.clicked.connect(lambda _checked: self._add(ContactPoint(kind, "")).value.setFocus())
        for point in [p for p in points if p.kind is kind] or [ContactPoint(kind, "")]:
            self._add(point)
        self._layout.addWidget(self._hint)
        self._layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[ContactPoint, ...]:
        """What is filled in; BadInput, told beneath the rows, for what can be no number or address."""
        tell(self._hint, "")
        points = tuple(ContactPoint(self._kind, row.value.text(), row.label.text()) for row in self._rows)
        for row, point in zip(self._rows, points, strict=True):
            if point.value.strip() and not _plausible(point):
                refusal = _refusal(point)
                tell(self._hint, str(refusal), wrong=True)
                row.value.setFocus()
                raise refusal
        return tuple(point for point in points if point.value.strip())

    def _add(self, point: ContactPoint) -> "_Row":
        row = _Row(point, len(self._rows) + 1)
        row.remove.clicked.connect(lambda _checked: self._drop(row))
        self._layout.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _drop(self, row: "_Row") -> None:
        if len(self._rows) == 1:
            row.value.clear()
            return
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.deleteLater()


class _Row(QWidget):
    def __init__(self, point: ContactPoint, number: int) -> None:
        super().__init__()
        name = f"{_NAMES[point.kind].capitalize()} {number}"
        self.value, self.label, self.remove = QLineEdit(point.value), QLineEdit(point.label), QToolButton()
        self.value.setAccessibleName(name)
        self.label.setAccessibleName(f"{name}: label")
        self.label.setPlaceholderText(_LABELS[point.kind][0])
        self.label.setCompleter(_completer(_LABELS[point.kind]))
        self.label.setFixedWidth(90)
        self.remove.setIcon(icon("close"))
        self.remove.setAutoRaise(True)
        self.remove.setText(f"Remove {name.lower()}")
        self.remove.setAccessibleName(self.remove.text())
        self.remove.setToolTip(self.remove.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.value.setMinimumHeight(FIELD)
        self.label.setMinimumHeight(FIELD)
        row.addWidget(self.value, 1)
        row.addWidget(self.label)
        row.addWidget(self.remove)


def _completer(labels: Sequence[str]) -> QCompleter:
    completer, offered = QCompleter(list(labels)), QListView()
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offered.setAccessibleName("Labels")
    completer.setPopup(offered)
    return completer


def _plausible(point: ContactPoint) -> bool:
    if point.kind is ContactKind.PHONE:
        return len(phone_digits(point.value)) >= 3
    return bool(re.fullmatch(r"[^@\s]+@[^@\s]+", point.value.strip()))


def _refusal(point: ContactPoint) -> BadInput:
    what = f"“{point.value.strip()[:40]}” is not a {_NAMES[point.kind]}."
    if point.kind is ContactKind.EMAIL:
        return BadInput(what.replace("a e-mail", "an e-mail"), "It looks like name@example.com.")
    return BadInput(what, "It has at least three digits.")
