"""Lapsed & ex among a hundred thousand people: opened, filtered key by key, walked folder by folder, and kept up."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from balancer_desktop.app import archive, archive_folders, contacts
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.lapsed.lapsed_tab import LapsedTab
from balancer_desktop.ui.lapsed.places import EX, EXITS, LAPSED
from balancer_desktop.ui.session import Session
from tests.benchmarks.conftest import Books
from tests.benchmarks.measuring import Goal, Taken, report
from tests.benchmarks.painting import repainted, table_in, until_painted
from tests.benchmarks.test_filter import TYPED, press

TURNS = 5


def filed(book: Book) -> list[int]:
    """Ten folders with five in each, and those who left spread over them: their ids."""
    inner = []
    for number in range(10):
        outer = archive_folders.add(book, f"Folder {number}")
        inner += [archive_folders.add(book, f"Within {place}", outer) for place in range(5)]
    gone = [party for party, _, standing, *_ in book.people.known() if standing is Standing.EX]
    for place, folder in enumerate(inner):
        archive.refile(book, gone[place :: len(inner)], folder)
    return inner


def settled(act: Callable[[], object]) -> float:
    """Seconds of an act and of whatever it has painted: a row out of sight is not."""
    QApplication.processEvents()
    start = perf_counter()
    act()
    QApplication.processEvents()
    return perf_counter() - start


def test_lapsed_and_ex(opened: Books, tmp_path: Path, qtbot: QtBot) -> None:
    book = opened(1_000_000)
    folders = filed(book)
    session = Session(book, Formats(book.currency))
    tab = LapsedTab(session, QSettings(str(tmp_path / "tab.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(tab)
    tab.resize(900, 700)
    first = until_painted(tab.show, tab)
    seen = table_in(tab).viewport()

    def told(what: str, taken: list[float], goal: Goal | None = None) -> None:
        """Against as many bare repaints of the list, of the same minute."""
        report(
            f"{what} ÷ bare repaint of the list",
            Taken(tuple(taken)),
            Taken(tuple(repainted(seen) for _ in taken)),
            goal,
        )

    told("Lapsed & ex shown for the first time, 33,000 people", [first])
    places = (EX, *folders[:8], LAPSED)
    told("another folder chosen", [until_painted(partial(tab.tree.go_to, place), seen) for place in places])
    tab.focus_filter()
    line = tab.focusWidget()
    assert isinstance(line, QLineEdit)
    rounds = []
    for _ in range(TURNS):
        rounds.append([press(line, key, tab.people) for key in TYPED])
        until_painted(line.clear, seen)
    told("key in its filter, the median key", [sorted(one)[len(one) // 2] for one in rounds[1:]], Goal(8))
    tab.tree.go_to(EX)
    one = next(party for party, filed_in in book.folders.folder_of().items() if filed_in == folders[0])
    moves = [settled(partial(archive.refile, book, [one], to)) for to in (0, *folders[1:TURNS])]
    told("one of them filed elsewhere, until all is painted", moves)
    tab.tree.go_to(LAPSED)
    tab.hide()
    with qtbot.waitSignal(session.rhythms_ready, timeout=60_000):
        session.learn_rhythms()
    told("what calling 33,000 may be worth, and them ordered by it", [until_painted(tab.show, seen)])
    lapsed = [party for party, _, standing, *_ in book.people.known() if standing is Standing.LAPSED]
    calls = [partial(contacts.log, book, Contact(book.today(), party, Channel.CALL)) for party in lapsed[:TURNS]]
    told("a call with one of them, until all is painted", [settled(call) for call in calls])
    summed = Taken((until_painted(partial(tab.tree.go_to, EXITS), tab.exits),))
    sums = Taken((repainted(tab.exits.table.viewport()),))
    report("the exits summed up, 16,000 of them ÷ bare repaint of their table", summed, sums)
    session.close()
