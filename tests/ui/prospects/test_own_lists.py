"""The owner's lists: stages, reasons of loss and the checklist are added to, corrected, ordered and retired."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import checklists, losing
from balancer_desktop.ui.own_list_dialog import OwnListDialog
from balancer_desktop.ui.own_lists import open_checklist, open_loss_reasons, open_stages
from balancer_desktop.ui.prospects.figure_fields import DaysField
from balancer_desktop.ui.prospects.stages_dialog import RetireForm, StageForm
from balancer_desktop.ui.session import Session
from tests.ui.prospects.conftest import Pipeline, ended

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Opened = Callable[[Callable[[QWidget, Session], None]], OwnListDialog]


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Opened:
    page = QWidget()
    qtbot.addWidget(page)

    def open_(opens: Callable[[QWidget, Session], None]) -> OwnListDialog:
        opens(page, session)
        dialog = page.findChild(OwnListDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_


def table(dialog: OwnListDialog) -> QTableWidget:
    return dialog.findChild(QTableWidget)


def rows(dialog: OwnListDialog, column: int = 0) -> list[str]:
    return [table(dialog).item(row, column).text() for row in range(table(dialog).rowCount())]


def press(dialog: OwnListDialog, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(table(dialog), key, modifier or Qt.KeyboardModifier.NoModifier)


def said(dialog: OwnListDialog) -> str:
    return next(label.text() for label in dialog.findChildren(QLabel) if label.accessibleName() == "What happened")


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def fill(dialog: OwnListDialog, qtbot: QtBot, *texts: str) -> None:
    """Fill in the form that is open, and save it by Enter."""
    form = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.parent() is dialog)
    qtbot.waitUntil(form.isActiveWindow)
    for line, text in zip(form.findChildren(QLineEdit), texts, strict=False):
        line.setText(text)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    table(dialog).setFocus()


def test_stages_are_added_corrected_and_ordered_by_keys(session: Session, opened: Opened, qtbot: QtBot) -> None:
    dialog, book = opened(open_stages), session.book
    press(dialog, qtbot, Qt.Key.Key_Insert)
    fill(dialog, qtbot, "Site visit", "50", "12")
    assert rows(dialog)[-1] == "Site visit"
    assert [rows(dialog, n)[-1] for n in (1, 2, 3)] == ["50 %", "50 %", "12\xa0days"]
    assert table(dialog).currentRow() == 6, "the new one is chosen"
    press(dialog, qtbot, Qt.Key.Key_Up, ALT)
    press(dialog, qtbot, Qt.Key.Key_Up, ALT)
    assert rows(dialog).index("Site visit") == 4
    assert table(dialog).currentRow() == 4, "and stays chosen while it moves"
    assert [stage.name for stage in book.stages.stages()] == rows(dialog)
    press(dialog, qtbot, Qt.Key.Key_F2)
    fill(dialog, qtbot, "Visit", "55 %")
    assert rows(dialog)[4] == "Visit"
    press(dialog, qtbot, Qt.Key.Key_Delete)
    assert "Visit" not in rows(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert rows(dialog)[4] == "Visit"
    assert said(dialog) == "Taken back: Remove the stage “Visit”"


def test_a_stage_that_was_in_use_is_retired_not_removed(
    session: Session, pipeline: Pipeline, opened: Opened, qtbot: QtBot
) -> None:
    dialog = opened(open_stages)
    press(dialog, qtbot, Qt.Key.Key_Delete)
    assert "Retire it instead" in said(dialog)
    table(dialog).selectRow(5)
    button(dialog, "Retire").click()
    assert rows(dialog, 4)[5] == "Retired"
    button(dialog, "Bring back").click()
    assert rows(dialog, 4)[5] == ""


def test_what_is_in_a_stage_moves_on_as_it_is_retired(
    session: Session, pipeline: Pipeline, opened: Opened, qtbot: QtBot
) -> None:
    dialog, book = opened(open_stages), session.book
    button(dialog, "Retire").click()
    form = dialog.findChild(RetireForm)
    qtbot.waitUntil(form.isActiveWindow)
    assert "Move its 2 opportunities to" in [label.text() for label in form.findChildren(QLabel)]
    assert form.findChild(QComboBox).currentText() == "Researched", "there is none before it"
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert {one.stage_id for one in book.pipeline.open()} == {pipeline.stages[1], pipeline.stages[3]}
    assert rows(dialog, 4)[0] == "Retired"
    book.undo()
    assert {one.stage_id for one in book.pipeline.open()} == {pipeline.stages[0], pipeline.stages[3]}
    assert rows(dialog, 4)[0] == "", "both go in one step"


def test_the_dialog_says_what_is_weighed_with(session: Session, pipeline: Pipeline, opened: Opened) -> None:
    ended(session, pipeline)
    dialog = opened(open_stages)
    assert (rows(dialog, 1)[0], rows(dialog, 2)[0]) == ("10 %", "75\xa0%, 9 of 12 won")
    assert rows(dialog, 2)[1] == "15 %"


def test_reasons_of_loss_count_their_uses_and_ask_for_words(
    session: Session, pipeline: Pipeline, opened: Opened, qtbot: QtBot
) -> None:
    losing.lose(session.book, pipeline.roof, session.book.stages.loss_reasons()[0].id)
    dialog = opened(open_loss_reasons)
    assert (rows(dialog)[0], rows(dialog, 1)[0]) == ("Price", "1")
    assert not button(dialog, "Remove").isVisible(), "a reason is retired, never removed"
    press(dialog, qtbot, Qt.Key.Key_Insert)
    form = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.parent() is dialog)
    form.findChild(QCheckBox).setChecked(True)
    fill(dialog, qtbot, "Something odd")
    added = next(reason for reason in session.book.stages.loss_reasons() if reason.label == "Something odd")
    assert added.other
    button(dialog, "Retire").click()
    assert rows(dialog, 2)[rows(dialog).index("Something odd")] == "Retired"


def test_the_steps_of_the_checklist_are_the_owners(session: Session, opened: Opened, qtbot: QtBot) -> None:
    dialog, book = opened(open_checklist), session.book
    assert rows(dialog)[0] == "Check their credit"
    press(dialog, qtbot, Qt.Key.Key_Insert)
    fill(dialog, qtbot, "Send a welcome card", "9 days")
    assert checklists.template(book)[-1].what == "Send a welcome card"
    assert rows(dialog, 1)[-1] == "9\xa0days"
    table(dialog).selectRow(0)
    press(dialog, qtbot, Qt.Key.Key_Down, ALT)
    assert rows(dialog)[:2] == ["Enter the account data", "Check their credit"]
    press(dialog, qtbot, Qt.Key.Key_Return)
    fill(dialog, qtbot, "Ask for the account data", "2")
    assert checklists.template(book)[0].what == rows(dialog)[0]
    press(dialog, qtbot, Qt.Key.Key_Delete)
    for _ in range(4):
        book.undo()
    assert checklists.template(book)[0].what == "Check their credit"
    assert rows(dialog)[0] == "Check their credit", "the dialog follows the book"


@pytest.mark.parametrize(
    ("texts", "refusal"),
    [
        (("", "50", "7"), "A stage needs a name."),
        (("Won", "50", "7"), "is no stage but how it ends"),
        (("Proposal", "50", "7"), "There is a stage “Proposal” already."),
        (("Visit", "", "7"), "The probability is missing."),
        (("Visit", "101", "7"), "is no probability"),
        (("Visit", "50", "0"), "is no number of days here."),
    ],
)
def test_what_is_wrong_with_a_stage_is_said_in_its_form(
    session: Session, opened: Opened, qtbot: QtBot, texts: tuple[str, ...], refusal: str
) -> None:
    form = StageForm(opened(open_stages), session)
    form.show()
    qtbot.waitUntil(form.isActiveWindow)
    for line, text in zip(form.findChildren(QLineEdit), texts, strict=True):
        line.setText(text)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.isVisible()
    assert refusal in " | ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())
    form.reject()


def test_up_and_down_move_by_a_day(qtbot: QtBot) -> None:
    field = DaysField(1, 0, 3)
    qtbot.addWidget(field)
    for key, text in ((Qt.Key.Key_Up, "2\xa0days"), (Qt.Key.Key_Down, "1\xa0day"), (Qt.Key.Key_Down, "0\xa0days")):
        qtbot.keyClick(field, key)
        assert field.text() == text
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == 0
    field.setText("soon")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 0
