"""One process per book: an operating-system lock on a file beside the database.

The system drops the lock when its holder ends, however it ends, so a lock left by a crash needs no clean-up.
"""

import os
import sys
from pathlib import Path

from balancer_desktop.domain.errors import Refused
from balancer_desktop.storage.header import BookRefused

LOCK_NAME = "book.lock"


class BookInUse(Refused):
    """Another window or command has this book open."""


class BookLock:
    """Held from construction to release(); BookInUse when somebody else holds it."""

    def __init__(self, folder: Path) -> None:
        try:
            self._handle: int | None = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise BookRefused(
                f"Nothing can be written in {folder} ({error.strerror}).", "Check the folder's permissions."
            ) from None
        try:
            _lock(self._handle)
        except OSError:
            self.release()
            raise BookInUse(
                f"The book in {folder} is open in another window or command.",
                "Close that one first; nothing was changed.",
            ) from None

    def release(self) -> None:
        """Let others open the book; once is enough, again does nothing."""
        # The file stays: removing it would let two later processes lock two different files of one name.
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
