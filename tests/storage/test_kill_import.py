"""A process killed anywhere during an import leaves the book with all of it or none of it."""

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from balancer_desktop.app.book import new_book, open_book
from balancer_desktop.app.importing.run import import_files
from balancer_desktop.app.verify import verify

ROUNDS = 60
ROWS = 3000


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk() -> None:
    """Here the disk is waited for, as in the program."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_killed_import_is_whole_or_absent(tmp_path: Path) -> None:
    file = tmp_path / "sales.csv"
    lines = (f"Customer {n % 200},2026-05-{n % 28 + 1:02d},{n}.50\n" for n in range(ROWS))
    file.write_text("Customer,Date,Amount\n" + "".join(lines), encoding="utf-8")
    new_book(tmp_path / "model").close()
    started = time.perf_counter()
    model = open_book(tmp_path / "model")
    import_files(model, [file])
    model.close()
    usual, dice = time.perf_counter() - started, Random(3)
    outcomes = set()
    for number in range(ROUNDS):
        folder = tmp_path / f"book{number}"
        new_book(folder).close()
        child = os.fork()
        if child == 0:
            import_files(open_book(folder), [file])
            os._exit(0)
        time.sleep(usual * dice.uniform(0.3, 1.3))  # the kill has to come at a random moment
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        book = open_book(folder)
        count = book.file.db.execute_sql("SELECT count(*) FROM entry").fetchone()[0]
        outcomes.add(count)
        assert count in (0, ROWS)
        assert verify(book) == []
        book.close()
    assert outcomes <= {0, ROWS}
