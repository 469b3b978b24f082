"""The worker's thread: results, refusals and news of the book all come back to the window's own thread."""

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app.importing.workbench import Progress
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.ui.importing.import_dialog import ImportDialog
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.worker import Worker

Write = Callable[[str, str], Path]


@pytest.fixture
def worker(qtbot: QtBot) -> Worker:
    return Worker()


def test_the_verb_runs_elsewhere_and_its_result_comes_home(worker: Worker, qtbot: QtBot) -> None:
    where: list[threading.Thread] = []

    def verb(_tick: Progress) -> threading.Thread:
        return threading.current_thread()

    worker.run(verb, lambda thread: where.extend([thread, threading.current_thread()]), pytest.fail)
    assert worker.busy
    assert not gc.isenabled(), "the collector may not destroy widgets in another thread"
    qtbot.waitUntil(lambda: bool(where))
    assert where[0] is not threading.main_thread()
    assert where[1] is threading.main_thread()
    assert not worker.busy
    assert gc.isenabled()


def test_a_stopped_verb_is_refused(worker: Worker, qtbot: QtBot) -> None:
    started, heard = threading.Event(), []

    def verb(tick: Progress) -> None:
        while tick(1):
            started.set()
        raise Refused("It was stopped.")

    worker.run(verb, pytest.fail, heard.append)
    assert started.wait(5)
    worker.stop()
    qtbot.waitUntil(lambda: bool(heard))
    assert str(heard[0]) == "It was stopped."


def test_a_fault_is_told_and_not_swallowed(worker: Worker, qtbot: QtBot) -> None:
    heard: list[Refused] = []

    def verb(_tick: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as faults:
        worker.run(verb, pytest.fail, heard.append)
        qtbot.waitUntil(lambda: bool(heard))
    assert [fault[0] for fault in faults] == [ZeroDivisionError]
    assert "nothing was changed" in str(heard[0])
    assert not worker.busy


def test_an_import_on_the_thread_is_news_on_the_windows_own(
    session: Session, desk: QWidget, qtbot: QtBot, write: Write
) -> None:
    rows = "".join(f"Customer {n % 40},2026-05-04,{n}.00\n" for n in range(1, 6_001))
    heard: list[threading.Thread] = []
    session.changed.connect(lambda _changes: heard.append(threading.current_thread()))
    dialog = ImportDialog(session, [write("sales.csv", f"Customer,Date,Amount\n{rows}")], desk)
    dialog.open()
    assert dialog.windowModality() is Qt.WindowModality.ApplicationModal
    qtbot.waitUntil(dialog.footer.go.isEnabled)
    dialog.footer.go.click()
    with qtbot.waitSignal(session.said):
        dialog.footer.go.click()
    assert heard == [threading.main_thread()]
    assert len(session.book.people.names()) == 40


def test_corrections_in_quick_succession_all_count(session: Session, desk: QWidget, qtbot: QtBot, write: Write) -> None:
    rows = "".join(f"Ann,2026-05-04,{n}.00,x\n" for n in range(1, 6_001))
    dialog = ImportDialog(session, [write("sales.csv", f"Customer,Date,Amount,Zorp\n{rows}")], desk)
    dialog.open()
    qtbot.waitUntil(dialog.footer.go.isEnabled)
    header = dialog.files.sheet.header
    for field in (Field.CURRENCY, Field.COMPANY, Field.MEMO):
        header.mapped.emit(3, field)
    qtbot.waitUntil(lambda: dialog.preparation.plan is not None and not dialog.preparation.busy)
    assert dialog.preparation.plan is not None
    assert {sale.memo for sale in dialog.preparation.plan.sales} == {"x"}


def test_escape_while_it_reads_closes_when_the_worker_has_let_go(
    session: Session, desk: QWidget, qtbot: QtBot, write: Write
) -> None:
    rows = "".join(f"Ann,2026-05-04,{n}.00\n" for n in range(1, 60_001))
    dialog = ImportDialog(session, [write("sales.csv", f"Customer,Date,Amount\n{rows}")], desk)
    dialog.open()
    assert dialog.preparation.busy
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    worker = dialog.preparation._worker
    with qtbot.waitSignal(dialog.finished):
        pass
    assert not worker.busy
    assert session.book.people.names() == {}
