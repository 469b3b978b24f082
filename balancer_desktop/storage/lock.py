"""One process per book: an operating-system lock on a file beside the database.

The system drops the lock when its holder ends, however it ends, so a lock left by a crash needs no clean-up.
"""

import os
import sys
from pathlib import Path

from balancer_desktop.domain.errors import Refused

LOCK_NAME = "book.lock"


class BookInUse(Refused):
    """Another window or command has this book open."""


class BookLock:
    """Held from construction to release(); BookInUse when somebody else holds it."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError:
            os.close(self._handle)
            raise BookInUse(
                f"The book in {folder} is open in another window or command.",
                "Close that one first; nothing was changed.",
            ) from None

    def release(self) -> None:
        # The file stays: removing it would let two later processes lock two different files of one name.
        os.close(self._handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
