"""The program ends between the commit and the move of the file: nothing comes twice, nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from balancer_desktop.app.book import new_book, open_book
from balancer_desktop.app.intake import inbox
from balancer_desktop.app.intake.inbox import Waiting
from balancer_desktop.app.intake.preview import preview, read_files

CALLS = "Date,Time,Name,Number\n2026-01-20,09:15,Jane,555-0101\n2026-01-20,09:20,Bob,555-0102\n"
CHILD = """
import os, sys
from pathlib import Path
from balancer_desktop.app.book import open_book
from balancer_desktop.app.intake import bring_in, inbox, preview
book = open_book(Path(sys.argv[1]))
paths = [path for path, _ in inbox.seen(book)]
plan = preview.preview(book, paths)
if sys.argv[2] == "after":
    bring_in.bring_in(book, plan)
else:
    bring_in.bring_in(book, plan, progress=lambda _count: os._exit(9)) if len(plan.items) > 99 else os._exit(9)
os._exit(9)
"""


@pytest.mark.parametrize(("when", "rows"), [("before", 1), ("during", 100), ("after", 1)])
def test_a_sudden_end(tmp_path: Path, when: str, rows: int) -> None:
    new_book(tmp_path / "book").close()
    path = tmp_path / "book" / "Inbox" / "calls.csv"
    lines = CALLS + "".join(f"2026-02-01,10:{n % 60:02d},Caller {n},555-{n:04d}\n" for n in range(rows))
    path.write_text(lines, encoding="utf-8")
    ended = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path / "book"), when], check=False)
    assert ended.returncode == 9
    book = open_book(tmp_path / "book")
    came = len(book.inquiries.all())
    assert came == (rows + 2 if when == "after" else 0)
    assert preview(book, [path]).new == rows + 2 - came
    waits = inbox.waiting(book, read_files([path], book.now()))
    assert (waits == Waiting(), path.exists()) == ((True, False) if came else (False, True))
    book.close()
