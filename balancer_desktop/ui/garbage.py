"""Keeps Python's cyclic garbage collector on the window's thread.

It runs in whichever thread happens to allocate, and it may then destroy widgets and sockets there, which Qt answers
with a crash. So it rests while a worker thread runs, and only then: reference counting frees nearly everything.
"""

import gc

_resting = 0


def rest() -> None:
    """Call on the window's thread before a worker starts."""
    global _resting  # noqa: PLW0603 - the collector is one for the whole process
    _resting += 1
    gc.disable()


def resume() -> None:
    """Call on the window's thread when that worker is done."""
    global _resting  # noqa: PLW0603
    _resting -= 1
    if _resting == 0:
        gc.enable()
