"""Verbs about leaving and coming back, its reasons and its folders."""

from collections.abc import Callable
from datetime import date

from balancer_desktop.app import (
    archive,
    archive_folders,
    filing,
    leaving,
    reasons,
)
from balancer_desktop.app.book import Book
from balancer_desktop.domain.standing import ReasonClass
from tests.app.undo.filled import ACME, FOLDER, GONE, INNER, TODAY, ZOE

CASES: dict[str, Callable[[Book], object]] = {
    "archive.archive": lambda book: archive.archive(
        book, [ACME, ZOE, GONE], 1, TODAY, FOLDER, "closed", "ask for the new owner", date(2027, 6, 1)
    ),
    "archive.restore": lambda book: archive.restore(book, [GONE, ACME]),
    "archive.refile": lambda book: archive.refile(book, [GONE], FOLDER),
    "archive.set_hook": lambda book: archive.set_hook(book, GONE, "send a card"),
    "archive.finish_hook": lambda book: archive.finish_hook(book, GONE),
    "archive.postpone_hook": lambda book: archive.postpone_hook(book, GONE, date(2027, 3, 1)),
    "archive_folders.add": lambda book: archive_folders.add(book, "Retired", FOLDER),
    "archive_folders.make": lambda book: archive_folders.make_path(book, "moved/Far away/Islands/North"),
    "archive_folders.rename": lambda book: archive_folders.rename(book, FOLDER, "Moved \u202e🌿"),
    "archive_folders.move": lambda book: archive_folders.move(book, INNER, 0),
    "archive_folders.remove": lambda book: archive_folders.remove(book, 3),
    "reasons.change_reason": lambda book: reasons.change_reason(book, 3, "Finished school", ReasonClass.UNKNOWN),
    "reasons.retire": lambda book: reasons.retire(book, 2),
    "reasons.bring_back": lambda book: reasons.bring_back(book, 4),
    "reasons.remove_reason": lambda book: reasons.remove_reason(book, 3),
    "reasons.add_reason": lambda book: reasons.add_reason(book, "Found a relative", ReasonClass.BENIGN),
    "reasons.archive_because": lambda book: reasons.archive_because(book, [ACME, ZOE], "Feud", ReasonClass.UNKNOWN),
    "filing.start_again": lambda book: filing.start_again(book, ACME),
    "leaving.leave": lambda book: leaving.leave(
        book, [ACME, GONE], leaving.Leaving(own_reason="Feud", new_folder="Empty/Odd 🌿", note="x", on=TODAY)
    ),
}
