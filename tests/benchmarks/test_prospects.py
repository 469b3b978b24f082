"""Two thousand opportunities and a thousand inquiries in a book of 1,000,000 ledger rows: read, shown, and moved."""

from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from balancer_desktop.app import discipline, funnel, opportunities, pipeline
from balancer_desktop.app.book import Book
from balancer_desktop.app.inquiry_list import inquiry_lines
from balancer_desktop.app.today import agenda
from balancer_desktop.app.today_prospects import prospects
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, StageMove
from balancer_desktop.storage.import_store import DIARY_TABLES, ImportStore
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.prospects.views import VIEWS
from balancer_desktop.ui.tabs import TABS
from tests.benchmarks.conftest import Books
from tests.benchmarks.measuring import Taken, by_turns, report, timed
from tests.benchmarks.painting import repainted, until_painted, window_on
from tests.benchmarks.test_lapsed import settled

TURNS = 5
DEALS, OPEN, ASKED, WAITING = 2_000, 400, 1_000, 20


def with_prospects(book: Book) -> Book:
    """The last of the people, who are prospects, with deals of five years, a fifth of them open, and what was asked."""
    people = len(book.people.names())
    parties = range(people - DEALS + 1, people + 1)
    dice = Random(DEALS)
    store, stages, today = ImportStore(book.file.db), book.stages.stages(), book.today()

    def inquiry(number: int) -> Inquiry:
        waits = number >= ASKED - WAITING
        days = number % 9 if waits else dice.randrange(10, 1_800)
        at = datetime.combine(today - timedelta(days), time(9, number % 60)).astimezone()
        state = InquiryState.WAITING if waits else InquiryState.ANSWERED
        return Inquiry(
            at, InquiryChannel.CALL, parties[number], asked="roof", responded=None if waits else at, state=state
        )

    def deal(number: int) -> Opportunity:
        opened = today - timedelta(dice.randrange(1, 60) if number < OPEN else dice.randrange(80, 1_800))
        moves = tuple(StageMove(opened + timedelta(step), stages[step].id) for step in range(dice.randrange(1, 6)))
        one = Opportunity(parties[number], f"Roof {number}", opened, dice.randrange(500_00), moves=moves)
        if number < OPEN:
            return one
        closed, won = opened + timedelta(dice.randrange(6, 70)), number % 2
        end = {"outcome": Outcome.WON, "agreed": one.value} if won else {"outcome": Outcome.LOST, "reason_id": 1}
        return Opportunity(one.party_id, one.title, opened, one.value, closed=closed, moves=moves, **end)

    steps = [NextStep(today + timedelta(number % 30 - 10), parties[number], "ask") for number in range(OPEN * 3 // 4)]
    with book.change("Fill"), book.file.history.bulk(*DIARY_TABLES):
        store.add_inquiries(inquiry(number) for number in range(ASKED))
        store.add_opportunities([deal(number) for number in range(DEALS)])
        store.add_steps((step, "") for step in steps)
    book.start_history()
    return book


def test_reading_them(opened: Books) -> None:
    """Against reading the open opportunities, and against today's list of the same book before it had any."""
    book = opened(1_000_000)
    (before,) = by_turns(TURNS, lambda: timed(lambda: agenda(book, prospects(book))))
    with_prospects(book)
    assert sum(column.count for column in pipeline.board(book)) == OPEN
    assert len(inquiry_lines(book)) == ASKED
    today = book.today()
    works = {
        "the board": partial(pipeline.board, book),
        "today's list": lambda: agenda(book, prospects(book)),
        "the list of inquiries": partial(inquiry_lines, book),
        "the funnel of a year": partial(funnel.funnel, book, today - timedelta(365), today),
        "the discipline strip": lambda: (discipline.week(book), discipline.streak(book), discipline.alarms(book)),
    }
    floor, *taken = by_turns(TURNS, *(partial(timed, work) for work in (book.pipeline.open, *works.values())))
    for name, one in zip(works, taken, strict=True):
        report(f"{name} ÷ the {OPEN} open opportunities read", one, floor)
    report("today's list with prospects ÷ without any", taken[1], before)


def test_showing_them(opened: Books, tmp_path: Path, qtbot: QtBot) -> None:
    """Against a bare repaint of what is shown."""
    book = with_prospects(opened(1_000_000))
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("prospects/view", "board")
    settings.sync()
    window = window_on(book, tmp_path, qtbot, tab="today")
    page = window.tabs.widget([tab.name for tab in TABS].index("prospects"))
    assert page is not None
    first = until_painted(partial(window.show_tab, "prospects"), page)
    bare = Taken(tuple(repainted(page) for _ in range(TURNS)))
    report("the board shown for the first time ÷ bare repaint of the tab", Taken((first,)), Taken(bare.turns[:1]))
    one = book.pipeline.open()[0]
    stages = [stage.id for stage in book.stages.stages() if stage.id != one.stage_id]
    moved = [settled(partial(opportunities.move, book, one.id, stages[turn % 2])) for turn in range(TURNS)]
    assert book.pipeline.get(one.id) != one
    report("a card moved, until all is painted ÷ bare repaint of the tab", Taken(tuple(moved)), bare)
    tab = page.findChild(ProspectsTab)
    assert isinstance(tab, ProspectsTab)
    for view in VIEWS:
        took = until_painted(partial(tab.show_view, view.name), page)
        report(f"the view {view.title} ÷ bare repaint of the tab", Taken((took,)), Taken(bare.turns[:1]))
    today = window.tabs.widget(0)
    assert today is not None
    back = until_painted(partial(window.show_tab, "today"), today)
    report("today's tab again ÷ bare repaint of it", Taken((back,)), Taken((repainted(today),)))
    window.session.close()
    window.hide()
