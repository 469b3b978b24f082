"""Makes v2.db: the book of format 1 with what format 2 added, every table filled. Run once, when format 2 was current.

python tests/databases/make_v2.py
"""

import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from make_v1 import TODAY, fill  # noqa: E402

from balancer_desktop.app.book import Book, new_book  # noqa: E402
from balancer_desktop.domain.entries import Channel, Contact  # noqa: E402
from balancer_desktop.domain.folder import Folder  # noqa: E402
from balancer_desktop.domain.put_off import Matter, PutOff  # noqa: E402
from balancer_desktop.domain.standing import Standing  # noqa: E402

ACME, ZOE, HILL = 1, 2, 3


def fill_more(book: Book) -> None:
    """Folders, one within another; a hook; cadences; what is put off; folders on the disk; contacts both ways."""
    with book.change("What format 2 added"):
        moved = book.folders.add(Folder("Moved away", uid="0f1e2d3c4b"))
        inner = book.folders.add(Folder("Küste & Inseln 🌊", moved, "a1b2c3d4e5"))
        left = next(change for change in book.people.history(ZOE) if change.standing is Standing.EX)
        book.people.refile(replace(left, folder_id=inner, hook="ask for the new owner", hook_due=date(2027, 3, 1)))
        acme = book.people.get(ACME)
        assert acme
        book.people.update(replace(acme, ideal_gap=30, longest_gap=60))
        book.reminders.set_tag_gaps("roof", 90, 180)
        book.reminders.put_off_until(PutOff(ACME, Matter.TOUCH, date(2026, 12, 24)))
        book.folders.give(ZOE, "5e4d3c2b1a")
        book.contacts.add(Contact(date(2026, 11, 6), HILL, Channel.EMAIL, "no answer yet", answered=False))
        book.contacts.add(Contact(date(2026, 11, 7), HILL, Channel.MESSAGE, "asks for Friday", incoming=True))
        step = book.contacts.steps_of(HILL)[0]
        closed = replace(step, id=0, what="visit", done_on=TODAY, outcome="Closed: they left", closed_by=left.id)
        book.contacts.add_step(closed)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        made = new_book(Path(folder) / "book", "EUR", lambda: TODAY)
        fill(made)
        fill_more(made)
        made.close()
        shutil.copyfile(Path(folder) / "book" / "book.db", HERE / "v2.db")
