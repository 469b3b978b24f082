"""The first page: three choices, keyboard first, asking only what a new book needs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from balancer_desktop.ui.start.start_page import StartPage
from balancer_desktop.ui.theme.palette import tokens_of


def shown(qtbot: QtBot, tmp_path: Path, locale: str = "ja_JP", recent: int = 0) -> StartPage:
    page = StartPage(tmp_path / "Book", [tmp_path / f"R & {n}" for n in range(recent)], QLocale(locale))
    qtbot.addWidget(page)
    page.resize(900, 740)
    with qtbot.waitExposed(page):
        page.show()
    page.setFocus()
    return page


@pytest.mark.parametrize(("locale", "code"), [("ja_JP", "JPY"), ("de_DE", "EUR"), ("en_US", "USD"), ("ar_KW", "KWD")])
def test_enter_starts_an_empty_book_in_the_locales_currency(
    qtbot: QtBot, tmp_path: Path, locale: str, code: str
) -> None:
    page = shown(qtbot, tmp_path, locale)
    assert page.choices[0].hasFocus()
    with qtbot.waitSignal(page.new_wanted) as wanted:
        qtbot.keyClick(page.choices[0], Qt.Key.Key_Space)
    assert wanted.args == [tmp_path / "Book", code]


def test_other_answers_are_passed_on(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.folder.setText(f" {tmp_path / 'Other'} ")
    page.currency.setText("kwd")
    with qtbot.waitSignal(page.import_wanted) as wanted:
        qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert wanted.args == [tmp_path / "Other", "KWD"]


def test_the_demo_needs_no_answers(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.folder.clear()
    with qtbot.waitSignal(page.demo_wanted):
        qtbot.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize(("folder", "code", "said"), [("", "EUR", "folder"), ("x", "E1", "three letters")])
def test_a_missing_answer_is_asked_for_and_nothing_happens(
    qtbot: QtBot, tmp_path: Path, folder: str, code: str, said: str
) -> None:
    page = shown(qtbot, tmp_path)
    page.folder.setText(folder)
    page.currency.setText(code)
    where = page.choices[0].mapTo(page, page.choices[0].rect().topLeft())
    with qtbot.assertNotEmitted(page.new_wanted):
        page.choices[0].click()
    QApplication.processEvents()
    assert page.choices[0].mapTo(page, page.choices[0].rect().topLeft()) == where
    assert page.message.palette().windowText().color().name().upper() == tokens_of(page.palette()).warn
    assert said in page.message.text()
    assert page.message.isVisible()
    assert (page.currency if folder else page.folder).hasFocus()


def test_recent_books_open_with_a_click_and_others_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, recent=9)
    assert len(page.recent) == 6
    with qtbot.waitSignal(page.open_wanted) as wanted:
        page.recent[1].click()
    assert wanted.args == [tmp_path / "R & 1"]
    with qtbot.waitSignal(page.open_other_wanted):
        qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)


def test_every_button_is_named_and_explained(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, recent=2)
    for button in page.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
        assert button.toolTip()
