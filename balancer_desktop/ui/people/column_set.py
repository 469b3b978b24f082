"""Which columns a table of people shows, in which order and how wide; remembered on this machine."""

import json
from collections.abc import Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from balancer_desktop.ui.people.columns import COLUMNS, KEYS, NAME, WORDY, FirstColumns, Reading
from balancer_desktop.ui.theme.metrics import BETWEEN, GAP

_NARROWEST_NAME, _LEAST_NAME = 210, 140
_WIDE_NAME = 250
_MORE_NAME = 100
_NARROWEST = 48
_NARROW_WORDS = 76
_SIGN = 30
"""The sign of SignDelegate, and what is left empty beside it."""
_ARROW = 20
"""What shows the order takes from a heading that is flush right."""


class ColumnSet(QObject):
    """The name takes the room that the other columns leave, so that a table never ends in a void or a scroll bar."""

    def __init__(
        self,
        view: QTableView,
        settings: QSettings,
        group: str,
        first: FirstColumns,
        offered: Sequence[str],
        reading: Reading,
    ) -> None:
        super().__init__(view)
        self._view, self._settings, self._place, self._first = view, settings, f"{group}/columns", first
        self._offered, self._reading = frozenset(offered), reading
        self._header: QHeaderView = view.horizontalHeader()
        self._busy = False
        self._widths: dict[int, int] = {}
        self._header.setSectionsMovable(True)
        self._header.setFirstSectionMovable(False)
        self._header.setMinimumSectionSize(_NARROWEST)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(lambda at: self.menu().popup(self._header.mapToGlobal(at)))
        self._restore()
        self._header.sectionResized.connect(self._resized)
        self._header.sectionMoved.connect(self._save)
        self._header.sortIndicatorChanged.connect(self._save)

    def use(self, group: str, first: FirstColumns) -> None:
        """Turn to another choice of columns, remembered in its own place."""
        place = f"{group}/columns"
        if place != self._place:
            self._place, self._first = place, first
            self._restore()
            self.fit()

    def shown(self) -> list[int]:
        """The columns on screen, as numbers of COLUMNS, from left to right."""
        visual = (self._header.logicalIndex(place) for place in range(len(COLUMNS)))
        return [column for column in visual if not self._header.isSectionHidden(column)]

    def menu(self) -> QMenu:
        """Every column there is here to be ticked, and the way back to the first choice."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, column in enumerate(COLUMNS):
            if column.key not in self._offered:
                continue
            action = menu.addAction("Name, always shown" if number == NAME else column.in_menu or column.title)
            action.setToolTip(column.told(self._reading))
            action.setCheckable(True)
            action.setChecked(not self._header.isSectionHidden(number))
            action.setEnabled(number != NAME)
            action.toggled.connect(lambda on, number=number: self._toggle(number, on=on))
        menu.addSeparator()
        menu.addAction("Reset columns", self._start_over)
        return menu

    def fit(self) -> None:
        """Give the name what the others leave of the table's width, and another column of words if that is plenty.

        Where they leave too little, the columns of words give way: they are read well enough when cut.
        """
        shown = self.shown()
        free = self._view.viewport().width() - sum(self._widths[column] for column in shown if column != NAME)
        if free < _NARROWEST_NAME:
            self._squeeze(shown, _NARROWEST_NAME - free)
            return
        wordy = next((column for column in WORDY if column in shown), None)
        spare = max(0, free - _WIDE_NAME) if wordy is not None else 0
        spare -= min(spare // 2, _MORE_NAME)
        self._busy = True
        self._header.resizeSection(NAME, free - spare)
        for column in shown:
            if column in WORDY:
                self._header.resizeSection(column, self._widths[column] + (spare if column == wordy else 0))
        self._busy = False

    def _squeeze(self, shown: Sequence[int], missing: int) -> None:
        """Take what is missing from the columns of words, from each by what it can spare; the rest from the name."""
        room = {column: max(0, self._widths[column] - self._narrowest(column)) for column in shown if column in WORDY}
        total = sum(room.values())
        part = min(1.0, missing / total) if total else 0.0
        name = max(_LEAST_NAME, _NARROWEST_NAME - max(0, missing - total))
        self._busy = True
        for column, spare in room.items():
            self._header.resizeSection(column, self._widths[column] - ceil(spare * part))
        self._header.resizeSection(NAME, name)
        self._busy = False

    def _toggle(self, number: int, *, on: bool) -> None:
        self._header.setSectionHidden(number, not on)
        self.fit()
        self._save()

    def _resized(self, column: int, _old: int, width: int) -> None:
        if not self._busy and column != NAME:
            self._widths[column] = width
            self.fit()
            self._save()

    def _start_over(self) -> None:
        self._settings.remove(self._place)
        self._restore()
        self.fit()

    def _restore(self) -> None:
        self._busy = True
        saved = self._saved()
        shown = [key for key in saved.get("shown", ()) if key in self._offered] or list(self._first.keys)
        for place, key in enumerate([*shown, *(key for key in KEYS if key not in shown)]):
            column = KEYS.index(key)
            self._header.moveSection(self._header.visualIndex(column), place)
            self._header.setSectionHidden(column, key not in shown)
            self._widths[column] = saved.get("widths", {}).get(key) or self._first_width(column)
            self._header.resizeSection(column, self._widths[column])
        descending = saved.get("descending") if "sort" in saved else self._first.descending
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(KEYS.index(saved.get("sort", self._first.sort)), order)
        self._busy = False

    def _saved(self) -> dict[str, Any]:
        """What was remembered; nothing when it cannot be read, for it may stem from another version."""
        try:
            saved = json.loads(str(self._settings.value(self._place, "{}")))
        except ValueError:
            return {}
        return saved if isinstance(saved, dict) and _is_readable(saved) else {}

    def _save(self, *_: object) -> None:
        if self._busy:
            return
        widths = {KEYS[column]: self._widths[column] for column in self.shown() if column != NAME}
        descending = self._header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        state = {
            "shown": [KEYS[column] for column in self.shown()],
            "widths": widths,
            "sort": KEYS[self._header.sortIndicatorSection()],
            "descending": descending,
        }
        self._settings.setValue(self._place, json.dumps(state))

    def _narrowest(self, column: int) -> int:
        """No heading is cut."""
        title = QFontMetrics(self._view.font()).horizontalAdvance(COLUMNS[column].title)
        return max(_NARROW_WORDS, title + BETWEEN)

    def _first_width(self, column: int) -> int:
        words = QFontMetrics(self._view.font()).horizontalAdvance
        heading = str(self._view.model().headerData(column, Qt.Orientation.Horizontal))
        sign, beside = _SIGN if COLUMNS[column].signed else 0, _ARROW if COLUMNS[column].right else GAP
        return max(words(COLUMNS[column].sample) + sign, words(heading) + beside) + BETWEEN + GAP // 2


def _is_readable(saved: dict[str, Any]) -> bool:
    shown, widths = saved.get("shown", []), saved.get("widths", {})
    return (
        isinstance(shown, list)
        and isinstance(widths, dict)
        and all(isinstance(width, int) for width in widths.values())
        and saved.get("sort", "name") in KEYS
    )
