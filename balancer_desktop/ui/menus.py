"""The menu bar: every command by name, with its shortcut; the find dialog offers the same list."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from balancer_desktop.app.changes import EVERYTHING, Changes
from balancer_desktop.ui import own_lists
from balancer_desktop.ui.application import remember_colours
from balancer_desktop.ui.tabs import TABS
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from balancer_desktop.ui.find.command import Command
    from balancer_desktop.ui.main_window import MainWindow
    from balancer_desktop.ui.session import Session

_START, _STOP = "Start a &timer…", "Stop the &timer and log its time"


class Menus:
    """Builds the menu bar of a window and keeps undo and redo named after what they would do."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._actions: list[QAction] = []
        self._file()
        self.undo, self.redo = self._edit()
        self.timer = self._add_entries()
        self._view()
        self._help()
        window.session.changed.connect(self._name_undo)
        window.session.changed.connect(self._name_timer)
        self._name_undo()
        self._name_timer(EVERYTHING)

    def commands(self) -> list["Command"]:
        """Everything that can be done now, for the find dialog."""
        from balancer_desktop.ui.find.command import Command

        return [
            Command(action.text().replace("&", "").rstrip("…"), action.shortcut().toString(), action.trigger)
            for action in self._actions
            if action.isEnabled()
        ]

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _action(self, menu: QMenu, text: str, keys: str, run: Callable[[], object], picture: str = "") -> QAction:
        action = QAction(icon(picture), text, self._window) if picture else QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked: run())
        menu.addAction(action)
        self._actions.append(action)
        return action

    def _file(self) -> None:
        window, menu = self._window, self._menu("&Book")
        self._action(menu, "&New or other book…", "Ctrl+N", window.start_wanted.emit)
        self._action(menu, "&Open a book…", "Ctrl+O", window.choose_wanted.emit, "folder")
        recent = menu.addMenu("Open &recent")
        for path in window.recent:
            if path != window.book.folder:
                self._action(recent, f"Open {path.name}", "", partial(window.open_wanted.emit, path))
        recent.setEnabled(not recent.isEmpty())
        self._action(menu, "Look around in the &demo business", "", window.demo_wanted.emit)
        menu.addSeparator()
        self._action(menu, "&Import…", "Ctrl+I", window.import_files, "import")
        self._action(menu, "Bring in calls and &appointments…", "Ctrl+J", window.bring_in_calls, "phone")
        self._action(menu, "&Form for whoever answers the phone…", "", window.make_call_form)
        self._action(menu, "&Export as CSV…", "Ctrl+Shift+E", self._export, "export")
        self._action(menu, "&Back up now", "Ctrl+Shift+B", self._back_up)
        lists = menu.addMenu("&Lists of your own")
        self._action(lists, "&Reasons why people leave…", "", window.change_reasons)
        for text, opens in (
            ("&Stages of the pipeline…", own_lists.open_stages),
            ("Reasons why opportunities are &lost…", own_lists.open_loss_reasons),
            ("&Checklist for new customers…", own_lists.open_checklist),
        ):
            self._action(lists, text, "", partial(opens, window, window.session))
        self._action(menu, "&Settings of this book…", "Ctrl+,", window.change_settings, "settings")
        menu.addSeparator()
        self._action(menu, "&Quit", "Ctrl+Q", window.close)

    def _edit(self) -> tuple[QAction, QAction]:
        window, menu = self._window, self._menu("&Edit")
        undo = self._action(menu, "&Undo", "Ctrl+Z", self._undo, "undo")
        redo = self._action(menu, "&Redo", "Ctrl+Shift+Z", self._redo, "redo")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.addSeparator()
        self._action(menu, "&Find anything…", "Ctrl+K", window.find_anything, "search")
        self._action(menu, "Filter this &list", "Ctrl+F", window.filter_here, "filter")
        self._action(menu, "&Quick entry", "Ctrl+Space", window.quick_entry.focus_line, "edit")
        return undo, redo

    def _add_entries(self) -> QAction:
        from balancer_desktop.ui import forms

        window, menu = self._window, self._menu("&Add")
        session = window.session

        def opens(form: Callable[..., object]) -> Callable[[], object]:
            return lambda: form(window, session, window.selected_party())

        self._action(menu, "Add a &person", "", window.add_person, "add-person")
        menu.addSeparator()
        self._action(menu, "Log &work…", "Ctrl+Shift+W", opens(forms.open_work_form), "clock")
        self._action(menu, "Record a &sale…", "Ctrl+Shift+S", opens(forms.open_sale_form), "sale")
        self._action(menu, "Record an &expense…", "Ctrl+Shift+X", opens(forms.open_expense_form), "expense")
        self._action(menu, "Log a &contact…", "Ctrl+Shift+C", opens(forms.open_contact_form), "call")
        self._action(menu, "Note an &inquiry…", "Ctrl+Shift+I", self._ask_inquiry, "phone")
        self._action(menu, "Add an &opportunity…", "Ctrl+Shift+P", opens(_opportunity_form), "prospects")
        self._action(menu, "Plan a &next step…", "Ctrl+Shift+N", opens(forms.open_step_form), "calendar")
        menu.addSeparator()
        self._start = opens(forms.open_timer_form)
        return self._action(menu, _START, "Ctrl+Shift+T", self._turn_timer, "timer")

    def _ask_inquiry(self) -> None:
        """Whoever turns to the business is seldom who is chosen just now: only on somebody's own page it is them."""
        from balancer_desktop.ui import forms
        from balancer_desktop.ui.people.party_page import PartyPage

        at: QWidget | None = self._window.focusWidget()
        while at is not None and not isinstance(at, PartyPage):
            at = at.parentWidget()
        forms.open_inquiry_form(self._window, self._window.session, at.party_id if at else 0)

    def _view(self) -> None:
        window, menu = self._window, self._menu("&View")
        for number, tab in enumerate(TABS, 1):
            show = partial(window.show_tab, tab.name)
            self._action(menu, f"&{number} {tab.title}", f"Alt+{number}", show, tab.icon)
        menu.addSeparator()
        self._action(menu, "Show or hide the &Balance panel", "Ctrl+B", window.toggle_panel, "balance")
        self._action(menu, "Balance in the &whole window", "F11", window.fill_panel, "expand")
        menu.addSeparator()
        self._colours(menu.addMenu("&Colours"))

    def _colours(self, menu: QMenu) -> None:
        look = self._window.theme
        if look is None:
            menu.setEnabled(False)
            return
        group = QActionGroup(self._window)
        for text, dark in (("As the system", None), ("Light", False), ("Dark", True)):
            action = self._action(menu, text, "", partial(self._choose_colours, look, dark=dark))
            action.setCheckable(True)
            action.setChecked(dark is look.forced)
            group.addAction(action)

    def _choose_colours(self, look: Theme, *, dark: bool | None) -> None:
        look.choose(dark=dark)
        remember_colours(self._window.settings, dark=dark)

    def _help(self) -> None:
        menu = self._menu("&Help")
        self._action(menu, "&Keys and the one line", "F1", self._keys)
        self._action(menu, "&About Balancer", "", self._about)

    def _keys(self) -> None:
        from balancer_desktop.ui.help import show_keys

        show_keys(self._window)

    def _about(self) -> None:
        from balancer_desktop.ui.help import show_about

        show_about(self._window)

    def _undo(self) -> None:
        label = self._window.session.attempt(self._window.book.undo)
        if label:
            self._window.session.said.emit(f"Taken back: {label}")

    def _redo(self) -> None:
        label = self._window.session.attempt(self._window.book.redo)
        if label:
            self._window.session.said.emit(f"Done again: {label}")

    def _name_undo(self, _changes: object = None) -> None:
        book = self._window.book
        for action, verb, label in ((self.undo, "&Undo", book.undo_label), (self.redo, "&Redo", book.redo_label)):
            action.setText(f"{verb}: {label.replace('&', '&&')}" if label else verb)
            action.setEnabled(bool(label))

    def _name_timer(self, changes: Changes) -> None:
        if changes.timer:
            self.timer.setText(_STOP if self._window.book.work.timer() else _START)

    def _turn_timer(self) -> None:
        """Start a timer, or stop the one that runs."""
        from datetime import datetime

        from balancer_desktop.app.work import stop_timer

        book, session = self._window.book, self._window.session
        if book.work.timer() is None:
            self._start()
        elif session.did(lambda: stop_timer(book, datetime.now().astimezone())):
            session.said.emit("Stopped and logged — Ctrl+Z takes it back")

    def _export(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from balancer_desktop.app.export import export_csv
        from balancer_desktop.ui.last_folder import last_folder, remember_folder

        window, asked = self._window, "Export the book as CSV files into a folder"
        chosen = QFileDialog.getExistingDirectory(window, asked, last_folder("export"))
        files = window.session.attempt(lambda: export_csv(window.book, Path(chosen))) if chosen else None
        if files:
            remember_folder("export", Path(chosen))
            window.session.said.emit(f"{len(files)} files written to {chosen}")

    def _back_up(self) -> None:
        from balancer_desktop.app.backups import back_up_now

        window = self._window
        file = window.session.attempt(lambda: back_up_now(window.book))
        if file:
            window.status_line.show_backup()
            window.session.said.emit(f"Backed up and checked: {file.name}")


def _opportunity_form(parent: QWidget, session: "Session", party_id: int) -> object:
    from balancer_desktop.ui.prospects.forms import open_opportunity_form

    return open_opportunity_form(parent, session, party_id)
