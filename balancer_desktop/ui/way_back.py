"""The way back from somebody's page to where it was opened: Today, the entries of a bar, a link, what was found."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from balancer_desktop.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Place:
    """The tab's number, whose page was open there (0: nobody's), and what had the keys."""

    tab: int
    page: int
    keys: QWidget | None


class WayBack:
    """Forgets everything when the owner goes to another tab, or opens somebody else."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._steps: list[tuple[int, _Place]] = []
        self._walking = False
        window.tabs.currentChanged.connect(self._left)

    @contextmanager
    def to(self, party_id: int) -> Iterator[None]:
        """Around whatever opens a party's page: the place before it is remembered."""
        place = _Place(self._window.tabs.currentIndex(), self._window.open_page(), self._window.focusWidget())
        with self._walk():
            yield
        if place.page != party_id:
            self._steps.append((party_id, place))

    def back(self, party_id: int) -> bool:
        """From a party's page to where it was opened; False when that was not elsewhere."""
        if not self._steps or self._steps[-1][0] != party_id:
            self._steps.clear()
            return False
        _, place = self._steps.pop()
        with self._walk():
            self._window.tabs.setCurrentIndex(place.tab)
            if place.page not in (0, self._window.open_page()):
                self._window.show_page(place.page)
        if place.keys is not None and isValid(place.keys) and place.keys.isVisible():
            place.keys.setFocus()
        return True

    def _left(self, _tab: int) -> None:
        if not self._walking:
            self._steps.clear()

    @contextmanager
    def _walk(self) -> Iterator[None]:
        self._walking = True
        try:
            yield
        finally:
            self._walking = False
