"""The first page of all: begin, import, or look around; below, the books there are."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.ui.labels import subtitle, title, words
from balancer_desktop.ui.start.choice_button import ChoiceButton
from balancer_desktop.ui.start.currency_field import CurrencyField
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE, FIELD, GAP, UNIT
from balancer_desktop.ui.theme.palette import tokens_of

_WIDTH = 600
_MOST_RECENT = 6


class StartPage(QWidget):
    """Asks only what a new book needs: where, and in which currency. Both have sensible answers already."""

    new_wanted = Signal(Path, str)
    """Folder and currency of an empty book."""
    import_wanted = Signal(Path, str)
    """Folder and currency of a book that begins with an import."""
    open_wanted = Signal(Path)
    open_other_wanted = Signal()
    demo_wanted = Signal()

    def __init__(
        self, folder: Path, recent: Sequence[Path] = (), locale: QLocale | None = None, parent: QWidget | None = None
    ) -> None:
        """folder: where a new book goes unless the owner says otherwise."""
        super().__init__(parent)
        self.folder = QLineEdit(str(folder))
        self.currency = CurrencyField(locale or QLocale())
        self.message = words(name="What is missing")
        self.choices = self._make_choices()
        self.recent = [self._recent(path) for path in recent[:_MOST_RECENT]]
        self._lay_out()
        self.setFocusProxy(self.choices[0])

    def _make_choices(self) -> list[ChoiceButton]:
        told: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("add", "Start an empty book", "Add people, work and money as they come.", self._new),
            ("import", "Import what I have", "Bring people, sales, work and spending from a file.", self._import),
            ("today", "Look around in a demo business", "Three years of somebody else's work, to try everything on.",
             self.demo_wanted.emit),
        )  # fmt: skip
        made = []
        for number, (picture, name, meaning, run) in enumerate(told, 1):
            button = ChoiceButton(picture, name, meaning, f"{name} (Alt+{number})")
            button.clicked.connect(run)
            QShortcut(QKeySequence(f"Alt+{number}"), self, button.click)
            made.append(button)
        return made

    def _new(self) -> None:
        self._with_answers(self.new_wanted.emit)

    def _import(self) -> None:
        self._with_answers(self.import_wanted.emit)

    def _with_answers(self, wanted: Callable[[Path, str], object]) -> None:
        """Pass on folder and currency, or say which of them is missing."""
        text = self.folder.text().strip()
        if not text:
            self._say("Where the book should be kept is missing. Type or choose a folder.", self.folder)
        elif not self.currency.valid():
            self._say("The currency needs three letters, such as EUR, USD or JPY.", self.currency)
        else:
            self._say("")
            wanted(Path(text).expanduser().absolute(), self.currency.code())

    def _say(self, text: str, field: QWidget | None = None) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self._colour()
        if field:
            field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, tokens_of(palette).warn)
        self.message.setPalette(palette)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Choose where the book is kept", self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _recent(self, path: Path) -> QPushButton:
        button = QPushButton(icon("folder"), f"{path.name}   {path.parent}".replace("&", "&&"))
        button.setFlat(True)
        button.setMinimumHeight(FIELD)
        button.setToolTip(f"Open {path}")
        button.setAccessibleName(f"Open {path.name} in {path.parent}")
        button.clicked.connect(lambda: self.open_wanted.emit(path))
        return button

    def _lay_out(self) -> None:
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, EDGE, 0, EDGE)
        layout.setSpacing(GAP)
        layout.addStretch(2)
        layout.addWidget(title("Balancer"))
        layout.addWidget(words("The customers you have, and the ones you will need, in one book.", muted=True))
        layout.addSpacing(GAP)
        for button in self.choices:
            layout.addWidget(button)
        layout.addLayout(self._answers())
        layout.addWidget(self.message)
        layout.addSpacing(BETWEEN)
        self._add_books(layout)
        layout.addStretch(3)
        kept = self.message.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing moves when something has to be said
        self.message.setSizePolicy(kept)
        self.message.setMinimumHeight(self.message.fontMetrics().lineSpacing() + UNIT)
        self.message.hide()
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(_centred(column))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def _answers(self) -> QFormLayout:
        self.folder.setAccessibleName("Folder of a new book")
        self.folder.setToolTip("The folder that holds the book and the customers' files")
        change = QPushButton("Choose…")
        change.setToolTip("Choose a folder")
        change.setAccessibleName("Choose the folder of a new book")
        change.clicked.connect(self._choose_folder)
        where = QHBoxLayout()
        where.setSpacing(GAP)
        where.addWidget(self.folder, 1)
        where.addWidget(change)
        for field in (self.folder, change, self.currency):
            field.setMinimumHeight(FIELD)
        self.currency.setMaximumWidth(4 * EDGE)
        form = QFormLayout()
        form.setContentsMargins(0, GAP, 0, 0)
        form.setHorizontalSpacing(BETWEEN)
        form.setVerticalSpacing(GAP)
        form.addRow(_label("A new book is kept in", self.folder), where)
        form.addRow(_label("Its currency", self.currency), self.currency)
        return form

    def _add_books(self, layout: QVBoxLayout) -> None:
        if self.recent:
            layout.addWidget(subtitle("Books you had open"))
        for button in self.recent:
            layout.addLayout(_left(button))
        other = QPushButton(icon("folder"), "Open another book…")
        other.setToolTip("Open the folder of a book (Ctrl+O)")
        other.setFlat(True)
        other.setMinimumHeight(FIELD)
        other.clicked.connect(self.open_other_wanted)
        QShortcut(QKeySequence("Ctrl+O"), self, other.click)
        layout.addLayout(_left(other))


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    label.setMinimumHeight(FIELD)
    return label


def _left(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row


def _centred(column: QWidget) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(EDGE, 0, EDGE, 0)
    layout.addStretch(1)
    layout.addWidget(column)
    layout.addStretch(1)
    return made
