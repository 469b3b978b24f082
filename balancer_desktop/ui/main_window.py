"""The window of one book: quick entry on top, tabs beside the Balance panel, a status line at the bottom."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from balancer_desktop.app.book import Book
from balancer_desktop.ui.balance.panel import BalancePanel
from balancer_desktop.ui.dragging import dropped_files
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.lazy_tab import LazyTab
from balancer_desktop.ui.live_balance import LiveBalance
from balancer_desktop.ui.menus import Menus
from balancer_desktop.ui.quick_entry.bar import QuickEntryBar
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.status_line import StatusLine
from balancer_desktop.ui.tab_bar import TabBar
from balancer_desktop.ui.tab_order import step
from balancer_desktop.ui.tabs import TABS
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.theme import Theme
from balancer_desktop.ui.way_back import WayBack

if TYPE_CHECKING:
    from balancer_desktop.domain.hit import Hit
    from balancer_desktop.ui.intake.inbox_notice import InboxNotice

_FIRST_SIZE = QSize(1280, 800)
_FRAME = QSize(16, 48)
"""What a window manager adds around a window, at the most."""
_TABS_WIDTH = 640
"""Six tabs, each with its word."""
_PANEL_WIDTH = 400
_CALENDARS = frozenset((".vcf", ".ics", ".ical", ".vcs"))
_CALLS = _CALENDARS | {".csv", ".tsv", ".xlsx", ".xls", ".ods"}
_PROSPECTS = [tab.name for tab in TABS].index("prospects")
_LATEST_MS = 1000
"""By then everybody's rhythm is wanted, chart or no chart."""


class MainWindow(QMainWindow):
    """Closing it closes the book."""

    open_wanted = Signal(object)
    choose_wanted = Signal()
    start_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, book: Book, settings: QSettings, recent: list[Path], *, demo: bool = False) -> None:
        super().__init__()
        self.book = book
        self.recent = recent
        self.settings = settings
        self.session = Session(book, Formats(book.currency), self)
        self._demo = demo
        self._above = QVBoxLayout()
        self._inbox: InboxNotice | None = None
        self.setWindowIcon(icon("balancer"))
        self.quick_entry = QuickEntryBar(self.session)
        self.tabs = self._make_tabs()
        self.panel = self._make_panel()
        self.way_back = WayBack(self)
        self._splitter = self._lay_out()
        self.status_line = StatusLine(self.session)
        self.setStatusBar(self.status_line)
        self.menus = Menus(self)
        self.quick_entry.left.connect(self._focus_tab)
        self.session.party_wanted.connect(self.open_party)
        self.session.inquiry_wanted.connect(self.show_inquiry)
        self.session.tab_wanted.connect(self.show_tab)
        self.session.silent_wanted.connect(self.show_silent)
        self.session.changed.connect(self._name_window)
        self._name_window()
        self.setAcceptDrops(True)
        self._restore()

    @property
    def theme(self) -> Theme | None:
        """The application's look, when it was put on by make_application."""
        return _application().findChild(Theme)

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front: today, customers, lapsed, prospects, money or review."""
        self.tabs.setCurrentIndex([tab.name for tab in TABS].index(name))
        self._focus_tab()

    def show_silent(self) -> None:
        """The customers, whoever is silent for too long first."""
        self.show_tab("customers")
        sort = getattr(self._shown_tab(), "sort_by_silence", None)
        if sort:
            sort()

    def open_party(self, party_id: int) -> None:
        """Show a party's page in the tab of its standing."""
        standing = self.book.people.standing(party_id)
        name = next(tab.name for tab in TABS if standing in tab.standings)
        with self.way_back.to(party_id):
            self.show_tab(name)
            self.show_page(party_id)

    def show_page(self, party_id: int) -> None:
        """A party's page in the tab that is shown, if it is one of people."""
        opens = getattr(self._shown_tab(), "open_party", None)
        if opens:
            opens(party_id)

    def open_page(self) -> int:
        """The party whose page is open in the tab that is shown, 0 for nobody's."""
        return int(getattr(self._shown_tab(), "page_of", 0))

    def selected_party(self) -> int:
        """The party chosen in the tab that is shown, 0 when none is."""
        chosen = getattr(self._shown_tab(), "selected_party", None)
        return int(chosen()) if chosen else 0

    def find_anything(self) -> None:
        from balancer_desktop.ui.find.find_dialog import FindDialog

        dialog = FindDialog(self.session, self.menus.commands(), self)
        dialog.party_wanted.connect(self.open_party)
        dialog.entry_wanted.connect(self._open_entry)
        dialog.open()

    def add_person(self) -> None:
        """Start a new person: in the tab of people that is shown, else among the prospects."""
        if not TABS[self.tabs.currentIndex()].standings:
            self.show_tab("prospects")
        add = getattr(self._shown_tab(), "add_person", None)
        if add:
            add()

    def change_settings(self) -> None:
        from balancer_desktop.ui.settings_dialog import SettingsDialog

        SettingsDialog(self.session, self).open()

    def change_reasons(self) -> None:
        from balancer_desktop.ui.people.reasons_dialog import ReasonsDialog

        ReasonsDialog(self, self.session).show()

    def import_files(self, files: list[Path] | None = None) -> None:
        from balancer_desktop.ui.importing.import_dialog import ImportDialog

        ImportDialog(self.session, files or [], self).open()

    def bring_in_calls(self, files: list[Path] | None = None) -> None:
        """Look at what whoever answers the phone handed over, and bring it in."""
        from balancer_desktop.ui.intake.intake_dialog import IntakeDialog

        IntakeDialog(self.session, files or [], self).open()

    def make_call_form(self) -> None:
        """The form for whoever answers the phone, on paper and as a list."""
        from balancer_desktop.ui.intake.form_dialog import FormDialog

        FormDialog(self.session, self).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards and calendars may be dropped anywhere, lists on the prospects."""
        kinds = _CALLS if self.tabs.currentIndex() == _PROSPECTS else _CALENDARS
        if dropped_files(event.mimeData(), kinds):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.bring_in_calls(dropped_files(event.mimeData(), _CALLS))

    def toggle_panel(self) -> None:
        """Collapse the Balance panel, or bring it back."""
        self.panel.setVisible(not self.panel.isVisible())
        self.panel.set_filled(filled=False)
        self.tabs.setVisible(True)

    def fill_panel(self) -> None:
        """Give the Balance panel the whole window, or give the tabs their place back."""
        self.panel.setVisible(True)
        self.tabs.setVisible(not self.tabs.isVisible())
        self.panel.set_filled(filled=not self.tabs.isVisible())

    def filter_here(self) -> None:
        focus = getattr(self._shown_tab(), "focus_filter", None)
        if focus:
            focus()

    def commit_edits(self) -> None:
        """What is being typed in a page or a form counts before the book is closed."""
        for widget in self.findChildren(QWidget):
            commit = getattr(widget, "commit_edits", None)
            if commit:
                commit()

    def _unsaved(self) -> list[QWidget]:
        """Open forms with something in them that could not be saved."""
        return [form for form in self.findChildren(QWidget) if form.isVisible() and getattr(form, "is_changed", False)]

    def _may_be_lost(self) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(
            QMessageBox.Icon.Warning, "Balancer", "A form that is open cannot be saved as it is.", parent=self
        )
        box.setInformativeText("It says what is missing. Everything else is saved.")
        back = box.addButton("Go back to the form", QMessageBox.ButtonRole.RejectRole)
        box.addButton("Close and lose what is in it", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(back)
        box.exec()
        return box.clickedButton() is not back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter or digit typed where nothing takes text goes to the quick-entry line; Enter presses a button."""
        pressed = self.focusWidget() if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else None
        if isinstance(pressed, QAbstractButton):
            pressed.click()
        elif _starts_a_line(event):  # what has the focus had the key first, and did not want it
            self.quick_entry.type_into(event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """From the line to the tabs, into the page, and on to the panel."""
        page = self.tabs.currentWidget()
        notice = [self._inbox] if self._inbox else []
        parts = (self.quick_entry, *notice, self.tabs.tabBar(), *([page] if page else ()), self.panel)
        return step(parts, self.focusWidget(), forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.commit_edits()
        if self._unsaved() and not self._may_be_lost():
            event.ignore()
            return
        self.settings.setValue("window/geometry", self.saveGeometry())
        self.settings.setValue("window/splitter", self._splitter.saveState())
        self.settings.setValue("window/panel", not self.panel.isHidden())
        self.settings.sync()
        for form in self.findChildren(QWidget):
            if form.isWindow():
                form.hide()  # Qt would leave it standing alone, and the program running with it
        if self._inbox:
            self._inbox.watch.close()
        self.session.close()
        self.book.close()
        super().closeEvent(event)

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        bar = TabBar(frozenset(number for number, tab in enumerate(TABS) if tab.standings))
        bar.people_dropped.connect(self._drop_people)
        tabs.setTabBar(bar)
        tabs.setDocumentMode(True)
        tabs.setMinimumWidth(_TABS_WIDTH)
        tabs.setAccessibleName("Tabs")
        for number, tab in enumerate(TABS, 1):
            page = LazyTab(partial(tab.make, self))
            tabs.addTab(page, icon(tab.icon), tab.title)
            tabs.setTabToolTip(number - 1, f"{tab.title} (Alt+{number})")
        tabs.currentChanged.connect(self._focus_tab)
        return tabs

    def _drop_people(self, ids: list[int], tab: int) -> None:
        """Let people stand where the tab's people do; of Lapsed & ex that is ex, with the question why."""
        from balancer_desktop.ui.people.leaving import move_people

        move_people(self, self.session, ids, TABS[tab].standings[-1])

    def _name_window(self, _changes: object = None) -> None:
        name = self.book.settings.get("business_name") or self.book.folder.name
        demo = " (demo)" if self._demo else ""
        self.setWindowTitle("Balancer" if name == "Balancer" else f"{name}{demo} · Balancer")

    def _open_entry(self, hit: "Hit") -> None:
        """Show an entry that concerns nobody in particular in the Money tab's list, an inquiry among the prospects."""
        from balancer_desktop.domain.hit import HitKind
        from balancer_desktop.domain.line import LineKind
        from balancer_desktop.domain.month import Month

        if hit.kind is HitKind.INQUIRY:
            self.show_inquiry(hit.id)
            return
        self.show_tab("money")
        show = getattr(self._tab("money"), "show_line", None)
        if show and hit.on:
            show(LineKind(hit.kind.value), Month.of(hit.on), hit.id)

    def show_inquiry(self, inquiry_id: int) -> None:
        """The inquiry in its list, on the Prospects tab."""
        self.show_tab("prospects")
        show = getattr(self._tab("prospects"), "show_inquiry", None)
        if show:
            show(inquiry_id)

    def _focus_tab(self, _index: int = -1) -> None:
        page = self.tabs.currentWidget()
        if page:
            page.setFocus()

    def _tab(self, name: str) -> QWidget | None:
        page = self.tabs.widget([tab.name for tab in TABS].index(name))
        return page.made() if isinstance(page, LazyTab) else None

    def _shown_tab(self) -> QWidget | None:
        return self._tab(TABS[self.tabs.currentIndex()].name)

    def _make_panel(self) -> BalancePanel:
        panel = BalancePanel(self.session.formats)
        panel.party_opened.connect(self.open_party)
        panel.collapse_requested.connect(self.toggle_panel)
        panel.fill_requested.connect(self.fill_panel)
        panel.chart_ready.connect(self._count_today)
        once = Qt.ConnectionType.SingleShotConnection
        self.session.rhythms_ready.connect(self.session.look_for_folders, once)
        panel.chart_ready.connect(self._learn_rhythms)
        QTimer.singleShot(_LATEST_MS, self._learn_rhythms)
        LiveBalance(panel, self.session, self.settings)
        return panel

    def _count_today(self) -> None:
        """The tab carries the count of what waits, whichever tab came first; the window may be gone by then."""
        if self.isVisible():
            self._tab("today")

    def _learn_rhythms(self) -> None:
        """After the chart, so that neither waits for the other; or without it, where the panel is collapsed."""
        if self.isVisible() and (self.panel.chart is not None or self.panel.isHidden()):
            self.session.learn_rhythms()

    def _lay_out(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setChildrenCollapsible(False)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.quick_entry)
        layout.addLayout(self._above)
        layout.addWidget(splitter, 1)
        self.session.rhythms_ready.connect(self._watch_inbox, Qt.ConnectionType.SingleShotConnection)
        self.setCentralWidget(centre)
        return splitter

    def _watch_inbox(self) -> None:
        """Once the window has what it needs: a line above the tabs says when something waits in the Inbox."""
        from balancer_desktop.ui.intake.inbox_notice import InboxNotice

        if self.isVisible() and self._inbox is None:
            self._inbox = InboxNotice(self.session)
            self._inbox.wanted.connect(self.bring_in_calls)
            self._above.addWidget(self._inbox)

    def _restore(self) -> None:
        """The size and the splitter of last time, within the screen there is."""
        room = QGuiApplication.primaryScreen().availableSize() - _FRAME
        self.resize(_FIRST_SIZE.boundedTo(room))
        geometry, state = self.settings.value("window/geometry"), self.settings.value("window/splitter")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            self._splitter.restoreState(state)
        else:
            self._splitter.setSizes([self.width() - _PANEL_WIDTH, _PANEL_WIDTH])
        if self.settings.value("window/panel", defaultValue=True, type=bool) is False:
            self.panel.hide()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs an application")
    return app


def _starts_a_line(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and len(event.text()) == 1 and event.text().isalnum()
