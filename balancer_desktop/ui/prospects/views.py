"""The views of the Prospects tab, in order. Each is built when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.session import Session

if TYPE_CHECKING:
    from balancer_desktop.ui.forms.entry_form import EntryForm


class Place(NamedTuple):
    """What a view is given. back: where a page closes to that was opened from elsewhere; False when it was not.

    turn: show another view, by its name; it is returned. write: have a form filled in beside the view.
    """

    session: Session
    settings: QSettings
    back: Callable[[int], bool]
    turn: Callable[[str], QWidget]
    write: Callable[["EntryForm"], None]


class View(NamedTuple):
    """name is what the settings remember.

    The widget may have `tools`, which stand beside the choice of views; `add`, for a new one of what it shows;
    `wandered`, which tells whose page is to follow; focus_filter, selected_party, open_party and page_of as a tab has
    them.
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

    return BoardView(place.session, place.write)


def _table(place: Place) -> QWidget:
    from balancer_desktop.ui.prospects.table_view import TableView

    return TableView(place.session, place.settings, place.write)


def _funnel(place: Place) -> QWidget:
    from balancer_desktop.ui.prospects.board_view import BoardView
    from balancer_desktop.ui.prospects.funnel_view import FunnelView
    from balancer_desktop.ui.prospects.table_view import TableView

    def look(words: str) -> None:
        table = place.turn("table")
        if isinstance(table, TableView):
            table.look_for(words)

    def add() -> None:
        board = place.turn("board")
        if isinstance(board, BoardView):
            board.add()

    return FunnelView(place.session, look, add)


def _people(place: Place) -> QWidget:
    from balancer_desktop.ui.people.people_tab import PeopleTab

    return PeopleTab(place.session, (Standing.PROSPECT,), place.settings, place.back)


VIEWS = (
    View("inquiries", "Inquiries", "Who turned to you, and waits for an answer", _inquiries),
    View("board", "Board", "What may become a sale, stage by stage", _board),
    View("table", "Table", "The pipeline as a table, the closed ones too", _table),
    View("funnel", "Funnel", "Where opportunities get stuck, and who and what brings them", _funnel),
    View("people", "People", "Everybody who may become a customer", _people),
)
FIRST = "board"
"""The view of a book in which none was chosen yet."""
