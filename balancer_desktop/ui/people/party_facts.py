"""How to reach a party, who sent them, whom they sent, notes and documents."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from balancer_desktop.app.parties import referrals
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party
from balancer_desktop.ui.people.documents_panel import DocumentsPanel
from balancer_desktop.ui.people.notes_edit import NotesEdit
from balancer_desktop.ui.people.party_pipeline import PartyPipeline
from balancer_desktop.ui.people.winning_line import WinningLine
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_TEXT = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_SENT = 8
"""So many of those referred are named; the rest is a number."""


class PartyFacts(QWidget):
    """Only what is known takes room."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.notes, self.documents = NotesEdit(session), DocumentsPanel(session)
        self.pipeline, self.cost = PartyPipeline(session), WinningLine(session)
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(BETWEEN)
        self._rows.setVerticalSpacing(GAP)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.setSpacing(BETWEEN)
        layout.addLayout(self._rows)
        for part in (self.pipeline, self.cost, self.notes):
            layout.addWidget(part)
        layout.addWidget(self.documents)
        layout.addStretch(1)

    def show_party(self, party: Party) -> None:
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for name, text in self._known(party):
            caption, value = _caption(name), self._value(name, text)
            self._rows.addRow(caption, value)
            for label in (caption, value):  # at once, so that the height asked for is right
                label.setVisible(True)
        self.pipeline.show_party(party)
        self.cost.show_party(party.id)
        self.notes.show_notes(party)
        self.documents.show_party(party.id, party.name)

    def _known(self, party: Party) -> Iterable[tuple[str, str]]:
        """Captions and rich texts, of what there is."""
        sent = referrals(self._session.book, party.id)
        by = self._session.book.people.names([party.referred_by]) if party.referred_by else {}
        known = (
            ("Company", escape(party.company)),
            ("Phone", _points(party, ContactKind.PHONE)),
            ("E-mail", _points(party, ContactKind.EMAIL)),
            ("Address", escape(party.address).replace("\n", "<br>")),
            ("Tags", escape(", ".join(party.tags))),
            ("Referred by", _links(by)),
            ("Referred", _links(sent)),
        )
        return ((name, text) for name, text in known if text)

    def _value(self, name: str, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(_TEXT)
        label.setWordWrap(True)
        label.setAccessibleName(name)
        label.linkActivated.connect(self._follow)
        return label

    def _follow(self, link: str) -> None:
        kind, _, rest = link.partition(":")
        if kind == "party":
            self._session.party_wanted.emit(int(rest))
        else:
            _open(link)


def _open(link: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(link))


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)  # beside the first of several lines
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _points(party: Party, kind: ContactKind) -> str:
    return "<br>".join(_point(point) for point in party.contacts if point.kind is kind)


def _point(point: ContactPoint) -> str:
    shown = escape(point.value)
    if point.kind is ContactKind.EMAIL:
        shown = f'<a href="mailto:{escape(point.value, quote=True)}">{shown}</a>'
    return f"{shown} · {escape(point.label)}" if point.label else shown


def _links(parties: dict[int, str]) -> str:
    links = [f'<a href="party:{id_}">{escape(name)}</a>' for id_, name in list(parties.items())[:_SENT]]
    rest = len(parties) - len(links)
    return ", ".join([*links, f"and {rest} more"] if rest else links)
