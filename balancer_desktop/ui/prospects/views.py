"""The views of the Prospects tab, in order. Each is built when it is first shown."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session


class Place(NamedTuple):
    """What a view is given. back: where a page closes to that was opened from elsewhere; False when it was not."""

    session: Session
    settings: QSettings
    back: Callable[[int], bool]


class View(NamedTuple):
    """name is what the settings remember.

    The widget may have `tools`, which stand beside the choice of views; `add`, for a new one of what it shows;
    focus_filter, selected_party, open_party and page_of as a tab has them.
    """

    name: str
    title: str
    tip: str
    make: Callable[[Place], QWidget]


def _inquiries(place: Place) -> QWidget:
    from balancer_desktop.ui.prospects.inquiries_view import InquiriesView

    return InquiriesView(place.session)


def _board(place: Place) -> QWidget:
    from balancer_desktop.ui.prospects.board_view import BoardView

    return BoardView(place.session)


def _table(place: Place) -> QWidget:
    from balancer_desktop.ui.prospects.table_view import TableView

    return TableView(place.session, place.settings)


def _people(place: Place) -> QWidget:
    from balancer_desktop.ui.people.people_tab import PeopleTab

    return PeopleTab(place.session, (Standing.PROSPECT,), place.settings, place.back)


VIEWS = (
    View("inquiries", "Inquiries", "Who turned to you, and waits for an answer", _inquiries),
    View("board", "Board", "What may become a sale, stage by stage", _board),
    View("table", "Table", "The pipeline as a table, the closed ones too", _table),
    View("people", "People", "Everybody who may become a customer", _people),
)
FIRST = "board"
"""The view of a book in which none was chosen yet."""
