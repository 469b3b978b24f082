"""From a key in the filter until the list is painted, among a hundred thousand people; and the same in the one line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.session import Session
from tests.benchmarks.conftest import Books
from tests.benchmarks.measuring import Goal, Taken, by_turns, report
from tests.benchmarks.painting import repainted, table_in, until_painted, window_on

TYPED = ("h", "a", "n", "a", " b", "e", "r", "g", " 1")
"""Each leaves fewer: thousands after the first word, hundreds after the second. A space alone does nothing."""
TURNS = 5


@pytest.fixture
def tab(opened: Books, tmp_path: Path, qtbot: QtBot) -> Callable[[int], PeopleTab]:
    """People → a tab that lists them all, shown and painted."""

    def of(people: int) -> PeopleTab:
        book = opened(people * 10)
        session = Session(book, Formats(book.currency))
        settings = QSettings(str(tmp_path / f"{people}.ini"), QSettings.Format.IniFormat)
        made = PeopleTab(session, tuple(Standing), settings)
        qtbot.addWidget(made)
        made.resize(900, 700)
        with qtbot.waitExposed(made):
            made.show()
        assert table_in(made).model().rowCount() == people
        return made

    return of


def test_filtering_people_key_by_key(tab: Callable[[int], PeopleTab]) -> None:
    large, small = tab(100_000), tab(10_000)
    rounds: dict[str, list[list[float]]] = {"large": [], "small": []}

    def typed(name: str, page: PeopleTab) -> float:
        rounds[name].append(keys(page))
        return sum(rounds[name][-1]) / len(TYPED)

    floor, in_large, in_small = by_turns(
        TURNS,
        lambda: repainted(table_in(large).viewport()),
        lambda: typed("large", large),
        lambda: typed("small", small),
    )
    each = Taken(tuple(sorted(one)[len(one) // 2] for one in rounds["large"][1:]))
    worst = Taken(tuple(map(max, rounds["large"][1:])))
    report("key in the filter, 100,000 people, the median key ÷ bare repaint of the table", each, floor, Goal(8))
    report("key in the filter, 100,000 people, the worst key ÷ bare repaint of the table", worst, floor, Goal(30))
    report("keys in the filter on average, 100,000 ÷ 10,000 people", in_large, in_small, Goal(3))


def keys(page: PeopleTab) -> list[float]:
    """Seconds of each key; the filter is emptied again."""
    page.focus_filter()
    line = page.focusWidget()
    assert isinstance(line, QLineEdit)
    before = table_in(page).model().rowCount()
    taken = [press(line, key, page) for key in TYPED]
    assert 0 < table_in(page).model().rowCount() < before
    until_painted(line.clear, table_in(page).viewport())
    return taken


def press(line: QLineEdit, key: str, page: PeopleTab) -> float:
    return until_painted(lambda: QTest.keyClicks(line, key), table_in(page).viewport())


def test_reading_the_quick_entry_key_by_key(opened: Books, tmp_path: Path, qtbot: QtBot) -> None:
    """What is understood stands under the line after every key, whoever of 100,000 is meant."""
    window = window_on(opened(1_000_000), tmp_path, qtbot)
    line = window.quick_entry.line

    def typed() -> float:
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        taken = [until_painted(lambda key=key: QTest.keyClicks(line, key), line) for key in "2h hana berg roof"]  # type: ignore[misc]
        assert window.quick_entry.dialogue.reading.line.endswith("roof")
        QTest.keyClick(line, Qt.Key.Key_Escape)
        return max(taken)

    worst, floor = by_turns(TURNS, typed, lambda: repainted(line))
    report("worst key in the quick entry, 100,000 people ÷ bare repaint of the line", worst, floor)
    window.close()
