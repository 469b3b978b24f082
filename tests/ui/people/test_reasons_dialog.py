"""The owner's reasons why people leave: added, edited, retired and removed by keys, and taken back."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import FIRST_REASONS, ExitReason, ReasonClass, Standing
from balancer_desktop.ui.people.reason_form import ReasonForm
from balancer_desktop.ui.people.reason_list import ReasonList
from balancer_desktop.ui.people.reasons_dialog import ReasonsDialog
from balancer_desktop.ui.people.standing_dialog import StandingDialog
from balancer_desktop.ui.session import Session

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[ReasonsDialog]:
    """Emil and Fay left for “Moved away”, the second reason."""
    book, day = session.book, date(2026, 1, 1)
    ids = [people.add(book, Party(name), Standing.CURRENT, day) for name in ("Emil", "Fay")]
    archive.archive(book, ids, reason(book, "Moved away").id, day)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = ReasonsDialog(parent, session)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    parent.close()


def reason(book: Book, label: str) -> ExitReason:
    return next(one for one in book.people.reasons() if one.label == label)


def table(dialog: ReasonsDialog) -> QTableWidget:
    return dialog.findChild(QTableWidget)


def lines(dialog: ReasonsDialog) -> list[tuple[str, ...]]:
    rows = table(dialog)
    return [
        tuple(rows.model().index(row, column).data() for column in range(rows.columnCount()))
        for row in range(rows.rowCount())
    ]


def go_to(dialog: ReasonsDialog, label: str) -> None:
    table(dialog).selectRow([line[0] for line in lines(dialog)].index(label))
    table(dialog).setFocus()


def press(qtbot: QtBot, dialog: ReasonsDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(table(dialog), key, modifier)


def form(dialog: ReasonsDialog) -> ReasonForm | None:
    return next((made for made in dialog.findChildren(ReasonForm) if made.isVisible()), None)


def button(dialog: ReasonsDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def told(dialog: ReasonsDialog) -> str:
    return next(one.text() for one in dialog.findChildren(QLabel) if one.accessibleName() == "What happened")


def write(dialog: ReasonsDialog, label: str, kind: str = "") -> None:
    made = form(dialog)
    assert made
    made.findChild(QLineEdit).setText(label)
    if kind:
        made.findChild(QComboBox).setCurrentText(kind)
    made.save()


def test_every_reason_is_listed_with_its_kind_and_how_many_left_for_it(dialog: ReasonsDialog) -> None:
    listed = lines(dialog)
    assert {line[0] for line in listed} == {one.label for one in FIRST_REASONS}
    assert ("Moved away", "For reasons of their own", "2", "") in listed
    assert ("Price", "Because of us", "", "") in listed
    go_to(dialog, "Moved away")
    said = table(dialog).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Reason: Moved away, What kind it is: For reasons of their own, Left for it: 2"


def test_one_is_added_by_ins_and_stood_upon(dialog: ReasonsDialog, session: Session, qtbot: QtBot) -> None:
    press(qtbot, dialog, Key.Key_Insert)
    write(dialog, "Emigrated", "For reasons of their own")
    assert reason(session.book, "Emigrated").kind is ReasonClass.BENIGN
    assert table(dialog).item(table(dialog).currentRow(), 0).text() == "Emigrated"
    press(qtbot, dialog, Key.Key_Z, CTRL)
    assert "Emigrated" not in {line[0] for line in lines(dialog)}
    assert told(dialog) == "Taken back: Add the reason “Emigrated”"
    press(qtbot, dialog, Key.Key_Y, CTRL)
    assert "Emigrated" in {line[0] for line in lines(dialog)}


def test_one_that_is_there_already_is_refused_in_the_form(dialog: ReasonsDialog, qtbot: QtBot) -> None:
    press(qtbot, dialog, Key.Key_Insert)
    write(dialog, "price")
    made = form(dialog)
    assert made
    assert "There is a reason “Price” already." in made._message.text()


def test_an_unused_one_is_edited_and_removed(dialog: ReasonsDialog, session: Session, qtbot: QtBot) -> None:
    go_to(dialog, "Price")
    press(qtbot, dialog, Key.Key_F2)
    write(dialog, "Too dear", "Nobody knows")
    assert reason(session.book, "Too dear").kind is ReasonClass.UNKNOWN
    go_to(dialog, "Too dear")
    press(qtbot, dialog, Key.Key_Delete)
    assert "Too dear" not in {line[0] for line in lines(dialog)}
    assert table(dialog).currentRow() >= 0, "the keyboard stands on a neighbour"
    press(qtbot, dialog, Key.Key_Z, CTRL)
    assert table(dialog).item(table(dialog).currentRow(), 0).text() == "Too dear"


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Delete])
def test_one_in_use_stays_and_it_is_said_why(
    dialog: ReasonsDialog, session: Session, qtbot: QtBot, key: Qt.Key
) -> None:
    go_to(dialog, "Moved away")
    assert not button(dialog, "Edit…").isEnabled()
    assert not button(dialog, "Remove").isEnabled()
    press(qtbot, dialog, key)
    assert form(dialog) is None
    assert told(dialog) == "⚠ “Moved away” is why 2 people left. Retire it, and add another one."
    assert reason(session.book, "Moved away")


def test_one_is_retired_and_brought_back(dialog: ReasonsDialog, session: Session) -> None:
    go_to(dialog, "Moved away")
    button(dialog, "Retire").click()
    assert reason(session.book, "Moved away").retired
    assert ("Moved away", "For reasons of their own", "2", "Retired") in lines(dialog)
    assert table(dialog).item(table(dialog).currentRow(), 0).text() == "Moved away"
    button(dialog, "Bring back").click()
    assert not reason(session.book, "Moved away").retired


def test_the_archive_dialog_leads_here_and_follows(session: Session, qtbot: QtBot) -> None:
    book = session.book
    gil = people.add(book, Party("Gil"), Standing.CURRENT, date(2026, 1, 1))
    parent = QWidget()
    qtbot.addWidget(parent)
    archiving = StandingDialog(parent, session, [gil])
    archiving.show()
    offered = archiving.findChild(ReasonList)

    def labels() -> list[str]:
        return [offered.item(row).text().strip() for row in range(offered.count())]

    offered.setCurrentRow(labels().index("Quality"))
    offered.actions()[0].trigger()
    reasons = archiving.findChild(ReasonsDialog)
    go_to(reasons, "Price")
    button(reasons, "Retire").click()
    assert "Price" not in labels()
    assert offered.currentItem().text().strip() == "Quality"
    go_to(reasons, "Quality")
    button(reasons, "Retire").click()
    assert offered.currentItem().text().strip() == "Unknown", "of those still offered, the one that is never wrong"
    reasons.close()
    archiving.save()
    assert book.people.standing(gil) is Standing.EX
    QApplication.processEvents()
