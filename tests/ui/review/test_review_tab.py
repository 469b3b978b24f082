"""The Review page: the last finished month in figures, its neighbours a key away."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from balancer_desktop.app import money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Expense, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.review.review_tab import ReviewTab
from balancer_desktop.ui.session import Session


@pytest.fixture
def tab(book: Book, session: Session, qtbot: QtBot) -> ReviewTab:
    anna = people.add(book, Party("Anna & Sons"), Standing.CURRENT, date(2025, 1, 1))
    people.add(book, Party("Bert"), Standing.PROSPECT, date(2026, 10, 3))
    money.record_sale(book, Sale(date(2025, 1, 5), anna, 100))
    money.record_sale(book, Sale(date(2025, 10, 5), anna, 100))
    money.record_sale(book, Sale(date(2026, 10, 1), anna, 20000))
    money.record_expense(book, Expense(date(2026, 10, 2), 5000, Side.RUN))
    work.log(book, Work(date(2026, 10, 2), 90, Side.KEEP, anna))
    work.log(book, Work(date(2026, 10, 2), 30, Side.GAIN))
    people.set_standing(book, [anna], Standing.EX, date(2026, 10, 30), book.people.reasons()[1].id)
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> ReviewTab:
    made = ReviewTab(session)
    qtbot.addWidget(made)
    made.resize(900, 740)
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(tab: ReviewTab, block: str) -> list[str]:
    found = [" ".join(filter(None, (f.who, f.words, f.value))) for f in tab.blocks[block].rows]
    return [text.replace("\u00a0", " ") for text in found]


def test_it_opens_on_the_last_finished_month(tab: ReviewTab) -> None:
    assert tab.title.text() == "October 2026"
    assert tab.finding.text().replace("\u00a0", " ") == (
        "2 h worked, 25 % of it to gain or win back customers; €200.00 earned; 1 came, 1 left."
    )
    assert rows(tab, "Hours") == [
        "Keeping 1 h 30",
        "Winning back 0 h",
        "Gaining 30 min",
        "Running the business 0 h",
        "All hours 2 h",
    ]
    assert rows(tab, "Income")[0] == "From existing customers 200.00"
    assert rows(tab, "Money") == ["Earned 200.00", "Spent 50.00", "Left over 150.00"]
    assert rows(tab, "People") == ["Bert came 03/10/2026", "Anna & Sons left: moved away 30/10/2026"]


def test_alt_and_arrows_turn_the_months_up_to_this_one(tab: ReviewTab, qtbot: QtBot) -> None:
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(tab, key, Qt.KeyboardModifier.AltModifier)
        seen.append(tab.title.text())
    assert seen == ["November 2026", "November 2026", "October 2026", "September 2026"]
    assert tab.finding.text() == "Nothing is in the book for September 2026."
    assert not tab.blocks["Hours"].isVisible()


def test_it_follows_the_book(tab: ReviewTab, book: Book) -> None:
    money.record_expense(book, Expense(date(2026, 10, 2), 20000, Side.RUN))
    assert rows(tab, "Money")[-1] == "More spent than earned 50.00"
    book.undo()
    assert rows(tab, "Money")[-1] == "Left over 150.00"


def test_a_name_opens_the_person(tab: ReviewTab, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.party_wanted) as wanted:
        tab.blocks["People"].party_wanted.emit(tab.blocks["People"].rows[0].party_id)
    assert wanted.args == [2]


def test_a_month_of_many_names_stays_small(book: Book, session: Session, qtbot: QtBot) -> None:
    for number in range(20):
        people.add(book, Party(f"P{number}"), Standing.PROSPECT, date(2026, 10, 3))
    tab = shown(session, qtbot)
    assert len(rows(tab, "People")) == 8
    assert rows(tab, "People")[-1] == "13 more came"
