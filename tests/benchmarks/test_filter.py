"""From a key in the filter to the filtered list painted, with 100,000 people in one list."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings

from balancer_desktop.app.book import Book
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.application import make_application
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.list_bar import ListBar
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.people.people_table_model import PeopleTableModel
from balancer_desktop.ui.session import Session
from tests.benchmarks.conftest import Books
from tests.benchmarks.measuring import Goal, Taken, by_turns, report, timed
from tests.benchmarks.windows import repaint, settle

TYPED = ("m", "ma", "mar", "maren", "maren b", "9", "99", "jorg", "zz", "+49 30 00")
TURNS = 5


def test_a_key_in_the_filter(opened: Books, tmp_path: Path) -> None:
    keys: list[float] = []
    with _tab(opened(1_000_000), tmp_path / "large") as large, _tab(opened(100_000), tmp_path / "small") as small:
        key, key_small, paint = by_turns(
            TURNS, lambda: _typed(large, keys), lambda: _typed(small, []), lambda: _paint(large)
        )
    worst = Taken(tuple(sorted(keys)[-TURNS:]))
    report("a key in the filter → list painted, 100,000 people ÷ repaint (median key)", key, paint, Goal(8))
    report("the same, the worst keys ÷ repaint", worst, paint, Goal(30))
    report("a key in the filter, 100,000 ÷ 10,000 people", key, key_small, Goal(3))


@contextmanager
def _tab(book: Book, folder: Path) -> Iterator[PeopleTab]:
    """Everybody in one list, whatever their standing."""
    make_application()
    session = Session(book, Formats(book.currency))
    tab = PeopleTab(session, tuple(Standing), QSettings(str(folder / "tab.ini"), QSettings.Format.IniFormat))
    tab.resize(880, 690)
    tab.show()
    settle()
    yield tab
    tab.close()
    session.close()


def _typed(tab: PeopleTab, keys: list[float]) -> float:
    """The median of one round of keys; every single one is noted in `keys`."""
    (table,), (bar,) = tab.findChildren(PeopleTable), tab.findChildren(ListBar)
    model = table.model()
    assert isinstance(model, PeopleTableModel)
    taken = []
    for text in TYPED:
        bar.filter.setText("")
        before = len(model.shown)
        taken.append(timed(lambda text=text: (bar.filter.setText(text), repaint(table.viewport()))))
        assert before == model.total >= 10_000
        assert len(model.shown) == sum(all(w in row.folded for w in text.split()) for row in _all(model))
    keys += taken
    return sorted(taken)[len(taken) // 2]


def _all(model: PeopleTableModel) -> list[PersonRow]:
    return model.rows_of(range(1, 200_000))


def _paint(tab: PeopleTab) -> float:
    (table,) = tab.findChildren(PeopleTable)
    return timed(lambda: repaint(table.viewport()))
