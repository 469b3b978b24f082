"""The funnel: its finding and figures, the picture by keys and pointer, the table of the same, who brought what."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from balancer_desktop.app import losing, opportunities, people, winning, work
from balancer_desktop.app.funnel import funnel
from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.funnel import Flow
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.prospects import funnel_view
from balancer_desktop.ui.prospects.figures_table import FiguresModel
from balancer_desktop.ui.prospects.funnel_shapes import Shapes, parts, ticks, total
from balancer_desktop.ui.prospects.funnel_view import FunnelView
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.prospects.table_view import TableView
from balancer_desktop.ui.session import Session
from tests.ui.prospects.conftest import TODAY, Pipeline

Show = Callable[..., ProspectsTab]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def year(session: Session, pipeline: Pipeline) -> int:
    """Of five more, opened in October, two were won from the proposal, two lost, one waits; Acme sent two."""
    book, opened = session.book, date(2026, 10, 1)
    acme = next(id_ for id_, name in book.people.names().items() if name == "Acme")
    reason = book.stages.loss_reasons()[0].id
    for number in range(5):
        party = people.add(book, Party(f"Past {number}"), Standing.PROSPECT, opened)
        sent = acme if number in (0, 2) else 0
        one = Opportunity(party, "job", opened, 100000, origin="" if sent else "website", referred_by=sent)
        made = opportunities.add(book, one)
        if number < 2:
            opportunities.move(book, made, pipeline.stages[3], opened + timedelta(days=10))
            winning.win(book, made, on=opened + timedelta(days=20), checklist="")
        elif number < 4:
            losing.lose(book, made, reason, on=opened + timedelta(days=4))
    return acme


def view(tab: ProspectsTab) -> FunnelView:
    return tab.findChild(FunnelView)


def said(tab: ProspectsTab, name: str) -> str:
    return next(label.text() for label in tab.findChildren(QLabel) if label.accessibleName() == name)


def test_the_title_is_the_finding(year: int, show: Show) -> None:
    tab = show("funnel")
    assert view(tab).finding.text == (
        "2 of 4 were won in Dec 2025 – Nov 2026: 50\xa0% (15–85\xa0%). Inquiry lost most: 2."
    ), "Wilson's interval of 2 of 4 is 0.1500 to 0.8500"
    assert said(tab, "Figures") == (
        "8 new ones · 2 won, worth €2,000 · from opening to won 20\xa0days (median of 2) · 4 open at the end"
    )


def test_the_table_one_key_away_has_the_same_numbers(year: int, show: Show, qtbot: QtBot) -> None:
    tab = show("funnel")
    assert QApplication.focusWidget() is view(tab).picture
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    assert QApplication.focusWidget() is view(tab).stages
    rows = {row[0]: row[1:] for row in view(tab).stages.figures.rows}
    assert rows["Inquiry"] == ("", "7", "2", "", "", "2", "3", "50\xa0% (15–85\xa0%)", "7\xa0days\xa0(4)")
    assert rows["Proposal"] == ("", "3", "", "", "2", "", "1", "100\xa0% (34–100\xa0%)", "10\xa0days\xa0(2)")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Inquiry\t\t7\t2\t\t\t2\t3\t50")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    assert QApplication.focusWidget() is view(tab).picture


def test_keys_walk_the_stages_and_enter_lists_one(year: int, show: Show, qtbot: QtBot) -> None:
    tab = show("funnel")
    assert said(tab, "The stage").startswith("Inquiry: 0 before, 7 entered; 2 moved on, 2 lost; 3 there at the end.")
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert said(tab, "The stage").startswith("Proposal: 0 before, 3 entered; 2 won; 1 there at the end.")
    assert view(tab).picture.accessibleDescription() == said(tab, "The stage")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert tab.view == "table"
    table = tab.findChild(TableView)
    assert [card.opportunity.title for card in table.table.model().shown] == ["yearly contract"]


def test_the_pointer_tells_a_stage(year: int, show: Show, qtbot: QtBot) -> None:
    tab = show("funnel")
    picture = view(tab).picture
    band = Shapes(picture.width(), picture.height(), 6, 7).band(3)
    qtbot.mouseMove(picture, QPoint(20, round(band.center().y())))
    assert said(tab, "The stage").startswith("Proposal")
    qtbot.mouseMove(picture, QPoint(20, 4))
    assert said(tab, "The stage").startswith("Inquiry"), "outside, the one the keys are at is told again"


def test_sources_and_referrers_are_ranked_by_what_they_brought(year: int, show: Show, qtbot: QtBot) -> None:
    tab = show("funnel")
    assert [row[0] for row in view(tab).ranking.sources.figures.rows] == ["website", "referral", "not said"]
    (sent,) = view(tab).ranking.referrers.figures.rows
    assert sent == ("Acme", "", "2", "1", "1 of 2, 50\u00a0% (9–91\u00a0%)", "€1,000")
    opened: list[int] = []
    tab._session.party_wanted.connect(opened.append)
    assert not view(tab).ranking.referrers.isVisible(), "there is no room for both"
    next(b for b in view(tab).findChildren(QToolButton) if b.text() == "Referrers").click()
    assert not view(tab).ranking.sources.isVisible()
    view(tab).ranking.referrers.setFocus()
    qtbot.keyClick(view(tab).ranking.referrers, Qt.Key.Key_Return)
    assert opened == [year]


def test_both_are_ranked_side_by_side_where_there_is_room(year: int, show: Show) -> None:
    tab = show("funnel", (1520, 900))
    assert view(tab).ranking.sources.isVisible()
    assert view(tab).ranking.referrers.isVisible()
    assert not view(tab).ranking.segments.isVisible()


def test_all_of_it_fits_where_the_window_is_small(year: int, show: Show) -> None:
    tab = show("funnel", (880, 630))
    assert (tab.width(), tab.height()) == (880, 630)
    assert tab.minimumSizeHint().height() <= 630


def test_the_period_is_changed_by_keys(year: int, show: Show, qtbot: QtBot) -> None:
    tab = show("funnel")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert view(tab).finding.text == "Nothing was in the pipeline in Dec 2024 – Nov 2025."
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, ALT)
    assert view(tab).finding.text.startswith("2 of 4")


def test_the_picture_follows_the_book(session: Session, pipeline: Pipeline, year: int, show: Show) -> None:
    tab = show("funnel")
    winning.win(session.book, pipeline.contract)
    assert view(tab).finding.text.startswith("3 of 5 were won")
    session.book.undo()
    assert view(tab).finding.text.startswith("2 of 4 were won")


def test_only_what_a_change_concerns_is_read(
    session: Session, pipeline: Pipeline, year: int, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    show("funnel")
    read: list[str] = []
    for name in ("read_funnel", "gain_and_keep"):
        verb = getattr(funnel_view, name)
        monkeypatch.setattr(funnel_view, name, lambda *what, name=name, verb=verb: read.append(name) or verb(*what))
    book = session.book
    work.log(book, Work(TODAY, 60, Side.GAIN))
    assert read == ["gain_and_keep"]
    opportunities.move(book, pipeline.roof, pipeline.stages[4])
    assert read == ["gain_and_keep", "read_funnel"]
    people.add(book, Party("Somebody"), Standing.PROSPECT, TODAY)
    assert read == ["gain_and_keep", "read_funnel", "read_funnel", "gain_and_keep"]


def test_without_any_opportunity_it_says_what_will_be_here(session: Session, show: Show) -> None:
    tab = show("funnel")
    assert any("where they get stuck" in label.text() and label.isVisible() for label in tab.findChildren(QLabel))
    begin = [b for b in tab.findChildren(QPushButton) if b.text() == "New opportunity" and b.isVisible()]
    assert len(begin) == 1
    begin[0].click()
    assert tab.view == "board"


def test_the_picture_is_painted_in_light_and_dark_at_any_size(year: int, show: Show) -> None:
    tab = show("funnel")
    for size in ((880, 690), (640, 480), (1520, 900)):
        tab.resize(*size)
        image = view(tab).picture.grab().toImage()
        middle = image.height() // 3
        colours = {image.pixelColor(x, middle).name() for x in range(0, image.width(), 2)}
        assert len(colours) > 3


def test_the_parts_of_a_bar_are_what_was_in_the_stage() -> None:
    flow = Flow(before=2, entered=8, moved_on=3, moved_back=1, won=1, lost=2, still=3)
    assert [tuple(part) for part in parts(flow)] == [
        ("won", 0, 1), ("moved_on", 1, 3), ("moved_back", 4, 1), ("lost", 5, 2), ("still", 7, 3),
    ]  # fmt: skip
    assert sum(part.many for part in parts(flow)) == total(flow) == 10


@pytest.mark.parametrize("most", [1, 2, 5, 6, 9, 10, 11, 37, 56, 100, 999, 2000])
def test_axes_begin_at_zero_and_reach_the_largest(most: int) -> None:
    marks = ticks(most)
    assert marks[0] == 0
    assert marks[-1] >= most
    assert len(marks) <= 7
    assert len({b - a for a, b in pairwise(marks)}) == 1


def test_bars_begin_at_zero_and_their_lengths_are_in_proportion() -> None:
    shapes = Shapes(848.0, 340.0, 6, 40)
    bars = [shapes.bar(0, part) for part in parts(Flow(before=0, entered=40, moved_on=30, still=10))]
    assert bars[0].left() == shapes.count_x(0)
    assert bars[0].width() == pytest.approx(3 * bars[1].width())
    assert [shapes.stage_at(shapes.band(number).center().y()) for number in range(6)] == list(range(6))
    assert shapes.stage_at(0) == -1


def test_the_figures_are_a_proper_model(session: Session, year: int) -> None:
    model = FiguresModel(("Stage", "Won"), ("a", "b"), QApplication.font())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.show_rows([("Inquiry", "2"), ("Proposal", "")])
    assert not model.show_rows([("Inquiry", "2"), ("Proposal", "")])
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Inquiry, Won: 2"
    assert funnel(session.book, date(2026, 10, 1), TODAY).opened == 8
