"""What can be done with the people selected, by menu and by key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from balancer_desktop.app import people
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui import forms
from balancer_desktop.ui.people.copying import as_table
from balancer_desktop.ui.people.hook_acts import hook_acts
from balancer_desktop.ui.people.leaving import move_people, refile_people, restore_people
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.people.people_table_model import PeopleTableModel
from balancer_desktop.ui.people.words import STANDING
from balancer_desktop.ui.people.words import people as counted
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.icons import icon

_Context = Qt.ShortcutContext
_MOST_TAGS = 15


class PeopleActions:
    """targets() says whom an action is about: those selected, or whose page has the keyboard."""

    def __init__(
        self,
        tab: QWidget,
        table: PeopleTable,
        model: PeopleTableModel,
        session: Session,
        targets: Callable[[], list[int]],
        open_party: Callable[[int], None],
    ) -> None:
        self._tab, self._table, self._model, self._session = tab, table, model, session
        self._targets = targets
        self._one = [
            self._make("Open the page", lambda: open_party(table.current_id()), "Return", "Enter", on=table),
            self._make("Rename", table.edit_name, "F2", on=table, picture="edit"),
        ]
        self._entries = [
            self._entry("Log work …", "clock", forms.open_work_form),
            self._entry("Record a sale …", "sale", forms.open_sale_form),
            self._entry("Log a contact …", "call", forms.open_contact_form),
            self._entry("Plan the next step …", "calendar", forms.open_step_form),
        ]
        self._standings = [
            self._make(_verb(standing), partial(self._move, standing), f"Ctrl+{number}")
            for number, standing in enumerate(Standing, 1)
        ]
        self._restore = self._make("Restore", self._bring_back, "Ctrl+R", picture="restore")
        self._refile = self._make("Move to a folder …", self._file, "F6", picture="folder")
        self._restore.setToolTip("The standing they had before they left, and their next steps")
        self._new_tag = self._make("New tag …", self._tag, "Ctrl+T", picture="tag")
        self._tag_cadence = self._make("How often to be in touch …", self._set_tag_cadence, picture="clock")
        self._copies = [
            self._make("Copy as a table", self._copy, "Ctrl+C", on=table, picture="copy"),
            self._make("Copy e-mail addresses", self._copy_emails, "Ctrl+Alt+C", picture="email"),
        ]
        self._remove = self._make("Remove", self._take_out, "Del", on=table, picture="delete")

    def pop_up(self, at: QPoint) -> None:
        """The context menu, at a point of the screen."""
        ids = self._targets()
        if ids:
            self._menu(ids).popup(at)

    def _menu(self, ids: list[int]) -> QMenu:
        menu = QMenu(self._tab)
        menu.aboutToHide.connect(menu.deleteLater)
        if len(ids) == 1:
            menu.addActions(self._one)
            menu.addSeparator()
            menu.addActions(self._entries)
            self._add_hook(menu, ids[0])
        else:
            menu.addSection(counted(len(ids)))
        standing = menu.addMenu("Standing")
        standing.addActions(self._standings)
        if any(row.standing is Standing.EX for row in self._model.rows_of(ids)):
            menu.addActions([self._restore, self._refile])
        self._fill_tags(menu.addMenu("Tags"), ids)
        menu.addSeparator()
        menu.addActions([*self._copies, self._remove])
        return menu

    def _add_hook(self, menu: QMenu, party_id: int) -> None:
        """Of somebody who left: what to come back to them for."""
        rows = self._model.rows_of([party_id])
        if not rows or rows[0].standing is not Standing.EX:
            return
        acts = hook_acts(self._tab, self._session, rows[0])
        if not acts:
            menu.addAction(icon("calendar"), "Come back for …", lambda: self._note_hook(party_id))
            return
        inner = menu.addMenu(icon("calendar"), "Come back for")
        for act in acts:
            inner.addAction(act.name.replace("&", "&&"), act.run)

    def _note_hook(self, party_id: int) -> None:
        forms.open_hook_form(self._tab, self._session, party_id)

    def _make(
        self, text: str, run: Callable[[], object], *keys: str, on: QWidget | None = None, picture: str = ""
    ) -> QAction:
        """An action of the table alone (on), where other widgets need the same keys; else of the whole tab."""
        action = QAction(icon(picture), text, self._tab) if picture else QAction(text, self._tab)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(_Context.WidgetShortcut if on else _Context.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked: run())
        (on or self._tab).addAction(action)
        return action

    def _entry(self, text: str, picture: str, form: Callable[[QWidget, Session, int], object]) -> QAction:
        return self._make(text, lambda: form(self._tab, self._session, self._targets()[0]), picture=picture)

    def _fill_tags(self, menu: QMenu, ids: list[int]) -> None:
        """Every tag in use, ticked when all of those chosen have it."""
        parties = self._session.book.people.get_many(ids)
        for tag in self._session.book.people.tags()[:_MOST_TAGS]:
            action = menu.addAction(tag.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(all(tag in party.tags for party in parties))
            action.toggled.connect(partial(self._set_tag, ids, tag))
        menu.addSeparator()
        menu.addActions([self._new_tag, self._tag_cadence])

    def _set_tag(self, ids: list[int], tag: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal hands it over
        self._session.attempt(lambda: people.tag(self._session.book, ids, tag, on=on))

    def _move(self, standing: Standing) -> None:
        if ids := self._targets():
            move_people(self._tab, self._session, ids, standing)

    def _bring_back(self) -> None:
        if ids := self._targets():
            restore_people(self._session, ids)

    def _file(self) -> None:
        if ids := self._targets():
            refile_people(self._tab, self._session, ids)

    def _tag(self) -> None:
        from balancer_desktop.ui.people.tag_dialog import TagDialog

        if ids := self._targets():
            TagDialog(self._tab, self._session, ids).show()

    def _set_tag_cadence(self) -> None:
        from balancer_desktop.ui.people.tag_cadence_form import TagCadenceForm

        tags = [tag for party in self._session.book.people.get_many(self._targets()) for tag in party.tags]
        TagCadenceForm(self._tab, self._session, next(iter(tags), "")).show()

    def _copy(self) -> None:
        rows = self._model.rows_of(self._table.selected_ids())
        QGuiApplication.clipboard().setText(as_table(rows, self._table.columns.shown(), self._model.reading))
        self._session.said.emit(f"Copied: {counted(len(rows))}")

    def _copy_emails(self) -> None:
        parties = self._session.book.people.get_many(self._targets())
        emails = list(dict.fromkeys(email for party in parties for email in party.emails))
        if emails:
            QGuiApplication.clipboard().setText(", ".join(emails))
        count = "1 e-mail address" if len(emails) == 1 else f"{len(emails) or 'no'} e-mail addresses"
        self._session.said.emit(f"Copied: {count}" if emails else f"There are {count} to copy.")

    def _take_out(self) -> None:
        ids = self._targets()
        self._session.attempt(lambda: people.remove(self._session.book, ids))


def _verb(standing: Standing) -> str:
    return {Standing.LAPSED: "Lapsed", Standing.EX: "Ex, with a reason …"}.get(standing, STANDING[standing])
