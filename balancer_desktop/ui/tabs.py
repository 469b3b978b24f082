"""The tabs, in order. Each page is built when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from balancer_desktop.domain.standing import Standing

if TYPE_CHECKING:
    from balancer_desktop.ui.main_window import MainWindow


class Tab(NamedTuple):
    """name is what --tab takes; standings are the people a tab shows."""

    name: str
    title: str
    icon: str
    make: Callable[["MainWindow"], QWidget]
    standings: tuple[Standing, ...] = ()


def _today(window: "MainWindow") -> QWidget:
    from balancer_desktop.app.today import count_for_today
    from balancer_desktop.ui.today.today_tab import TodayTab

    tab = TodayTab(window.session)

    def show(count: int) -> None:
        window.tabs.setTabText(0, f"Today · {count}" if count else "Today")

    tab.count_changed.connect(show)
    show(count_for_today(window.book))
    return tab


def _people(*standings: Standing) -> Callable[["MainWindow"], QWidget]:
    def make(window: "MainWindow") -> QWidget:
        from balancer_desktop.ui.people.people_tab import PeopleTab

        tab = PeopleTab(window.session, standings, window.settings, window.way_back.back)
        tab.import_wanted.connect(window.import_files)
        return tab

    return make


def _lapsed(window: "MainWindow") -> QWidget:
    from balancer_desktop.ui.lapsed.lapsed_tab import LapsedTab

    tab = LapsedTab(window.session, window.settings, window.way_back.back)
    tab.customers_wanted.connect(lambda: window.show_tab("customers"))
    return tab


def _prospects(window: "MainWindow") -> QWidget:
    from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab

    return ProspectsTab(window.session, window.settings, window.way_back.back)


def _money(window: "MainWindow") -> QWidget:
    from balancer_desktop.ui.money.money_tab import MoneyTab

    return MoneyTab(window.session, window.settings)


def _review(window: "MainWindow") -> QWidget:
    from balancer_desktop.ui.review.review_tab import ReviewTab

    return ReviewTab(window.session)


_CUSTOMERS = (Standing.CURRENT,)
_GONE = (Standing.LAPSED, Standing.EX)
_PROSPECTS = (Standing.PROSPECT,)

TABS = (
    Tab("today", "Today", "today", _today),
    Tab("customers", "Customers", "customers", _people(*_CUSTOMERS), _CUSTOMERS),
    Tab("lapsed", "Lapsed && ex", "lapsed", _lapsed, _GONE),
    Tab("prospects", "Prospects", "prospects", _prospects, _PROSPECTS),
    Tab("money", "Money", "money", _money),
    Tab("review", "Review", "review", _review),
)
