"""Whom to approach again: by worth unless sorted otherwise, with what was done last, asked for by the screenful."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, keep_in_touch, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.lapsed.lapsed_tab import LapsedTab
from balancer_desktop.ui.lapsed.places import EX, LAPSED
from balancer_desktop.ui.people import people_tab
from balancer_desktop.ui.people.columns import COLUMNS, KEYS, LAST_DONE, WORTH
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.session import Session
from tests.app.regulars import TODAY, crowd, regular

Show = Callable[..., LapsedTab]
HEADING, TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def lapsed(book: Book) -> dict[str, int]:
    """Arthur bought little, Bertha much; nothing was ever done for Cora."""
    ids = {name: regular(book, name, 30, 60, amount=amount) for name, amount in (("Arthur", 5000), ("Bertha", 90000))}
    ids["Cora"] = people.add(book, Party("Cora"), Standing.CURRENT, TODAY - timedelta(400))
    people.set_standing(book, list(ids.values()), Standing.LAPSED, TODAY - timedelta(40))
    return ids


def learnt(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.rhythms_ready):
        session.learn_rhythms()


def table(tab: LapsedTab) -> PeopleTable:
    return tab.people.findChild(PeopleTable)


def names(tab: LapsedTab) -> list[str]:
    model = table(tab).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def said(tab: LapsedTab, name: str, column: int) -> str:
    return str(table(tab).model().index(names(tab).index(name), column).data())


def tip(tab: LapsedTab, column: int) -> str:
    return str(table(tab).model().headerData(column, Qt.Orientation.Horizontal, TIP))


def test_the_lapsed_come_by_worth_and_those_who_left_by_name(
    lapsed: dict[str, int], session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    assert tab.tree.place == LAPSED
    assert names(tab) == ["Arthur", "Bertha", "Cora"], "nothing is known yet"
    assert "still being reckoned" in tip(tab, WORTH)
    learnt(session, qtbot)
    assert names(tab) == ["Bertha", "Arthur", "Cora"]
    assert "last half year as a customer" in tip(tab, WORTH)
    header = table(tab).horizontalHeader()
    tab.tree.go_to(EX)
    assert header.sortIndicatorSection() == KEYS.index("name")
    tab.tree.go_to(LAPSED)
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (WORTH, Qt.SortOrder.DescendingOrder)
    assert names(tab) == ["Bertha", "Arthur", "Cora"]


def test_the_tip_tells_of_the_model_where_there_is_one(
    book: Book, lapsed: dict[str, int], session: Session, show: Show, qtbot: QtBot
) -> None:
    crowd(book)
    tab = show()
    learnt(session, qtbot)
    assert "rhythm, times their own average sale" in tip(tab, WORTH)


def test_an_own_order_is_remembered(lapsed: dict[str, int], session: Session, show: Show, qtbot: QtBot) -> None:
    tab = show()
    table(tab).horizontalHeader().setSortIndicator(KEYS.index("name"), Qt.SortOrder.DescendingOrder)
    again = show()
    learnt(session, qtbot)
    assert names(again) == ["Cora", "Bertha", "Arthur"]


def test_what_is_learnt_while_the_tab_is_hidden_is_there_when_it_is_shown(
    lapsed: dict[str, int], session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    tab.hide()
    learnt(session, qtbot)
    tab.show()
    assert names(tab) == ["Bertha", "Arthur", "Cora"]


def test_what_was_done_last_is_told_and_keeps_in_step(
    book: Book, lapsed: dict[str, int], session: Session, show: Show
) -> None:
    tab, day = show(), session.formats.date
    assert said(tab, "Cora", LAST_DONE) == ""
    assert said(tab, "Arthur", LAST_DONE).startswith(day(TODAY - timedelta(60)))
    yesterday = TODAY - timedelta(1)
    work.log(book, Work(yesterday, 30, Side.WIN_BACK, lapsed["Cora"], "rang to ask"))
    assert said(tab, "Cora", LAST_DONE) == f"{day(yesterday)} · rang to ask"
    table(tab).sortByColumn(LAST_DONE, Qt.SortOrder.DescendingOrder)
    assert names(tab)[0] == "Cora"
    book.undo()
    assert said(tab, "Cora", LAST_DONE) == ""
    assert names(tab)[-1] == "Cora", "nothing done comes last"


def test_only_rows_near_the_screen_are_asked_for(
    book: Book, session: Session, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    with book.change("Many"):
        for number in range(300):
            party = people.add(book, Party(f"P{number:03}"), Standing.LAPSED)
            work.log(book, Work(date(2026, 1, 1), 10, Side.KEEP, party, "cut the hedge"))
    asked: list[int] = []

    def counted(book: Book, ids: Collection[int]) -> dict[int, tuple[date, str]]:
        asked.extend(ids)
        return keep_in_touch.last_done(book, ids)

    monkeypatch.setattr(people_tab, "last_done", counted)
    tab = show()
    table(tab).viewport().repaint()
    assert 0 < len(set(asked)) < 120
    assert said(tab, "P000", LAST_DONE).endswith("· cut the hedge")


def test_nothing_essential_is_cut_in_a_small_window(
    lapsed: dict[str, int], session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    learnt(session, qtbot)
    view = table(tab)
    header, words = view.horizontalHeader(), view.fontMetrics()
    shown = [column for column in range(len(COLUMNS)) if not header.isSectionHidden(column)]
    assert {KEYS[column] for column in shown} == {"name", "worth", "last_done", "last_contact"}
    assert sum(header.sectionSize(column) for column in shown) <= view.viewport().width()
    for column in shown:
        heading = str(view.model().headerData(column, Qt.Orientation.Horizontal, HEADING))
        assert words.horizontalAdvance(heading) < header.sectionSize(column)


def current(tab: LapsedTab) -> str:
    return str(table(tab).currentIndex().siblingAtColumn(0).data())


def test_who_is_worth_most_is_stood_upon_unless_somebody_was_chosen(
    lapsed: dict[str, int], session: Session, show: Show, qtbot: QtBot
) -> None:
    tab, other = show((1500, 800)), show((1500, 800))
    assert (current(tab), current(other)) == ("Arthur", "Arthur")
    qtbot.keyClick(table(other), Qt.Key.Key_Down)
    qtbot.keyClick(table(other), Qt.Key.Key_Down)
    assert current(other) == "Cora"
    learnt(session, qtbot)
    assert (current(tab), current(other)) == ("Bertha", "Cora")


def test_why_somebody_has_no_worth_is_told_on_hovering(
    book: Book, lapsed: dict[str, int], session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    learnt(session, qtbot)
    contacts.log(book, Contact(TODAY, lapsed["Arthur"], Channel.CALL))

    def why(name: str) -> str | None:
        return table(tab).model().index(names(tab).index(name), WORTH).data(TIP)

    assert (why("Bertha"), why("Cora")) == (None, "Nothing is expected of them")
    assert str(why("Arthur")).startswith("Not to be called now: they were in touch lately")
