"""Something the window can do, by its name."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """shortcut is shown beside the name, and may be empty."""

    name: str
    shortcut: str
    run: Callable[[], object]
