"""Whether the keyboard is in a part of the window: a part that makes itself anew may only keep what it has."""

from PySide6.QtWidgets import QWidget


def has_keys(part: QWidget) -> bool:
    """Whether the part, or something in it, has the keys, or gets them with the window.

    Its own focusWidget() would tell who had them last in it, wherever they have gone since.
    """
    keys = part.window().focusWidget()
    return keys is not None and (keys is part or part.isAncestorOf(keys))
