"""Lapsed & ex: folders on the left as in a file manager, the people in the chosen one on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from balancer_desktop.app import archive_folders
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.folder import path_of, within
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.lapsed.exits_page import ExitsPage
from balancer_desktop.ui.lapsed.folder_tree import FolderTree
from balancer_desktop.ui.lapsed.place_words import words_of
from balancer_desktop.ui.lapsed.places import EX, EXITS, LAPSED
from balancer_desktop.ui.people.leaving import move_people
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.people.scope import Scope
from balancer_desktop.ui.refresh import keep_fresh
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme.metrics import GAP

_GONE = (Standing.LAPSED, Standing.EX)
_PLACE, _FOLDED, _SPLITTER = "lapsed/place", "lapsed/folded", "lapsed/splitter"
_TREE_WIDTH = 184
_BETWEEN_NAMES = " › "


class LapsedTab(QWidget):
    """The tree chooses whom the table shows; a filter looks at everybody, wherever they are filed."""

    customers_wanted = Signal()
    """Show the customers, whom one might archive."""

    def __init__(
        self, session: Session, settings: QSettings, back: Callable[[int], bool] = lambda _party_id: False
    ) -> None:
        """back: as for PeopleTab."""
        super().__init__()
        self._session, self._settings = session, settings
        self.tree = FolderTree()
        self.people = PeopleTab(session, _GONE, settings, back)
        self.exits = ExitsPage(session)
        self._stack, self._splitter = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._read()
        self._restore()
        keep_fresh(self, session, lambda changes: changes.people or changes.folders, self._refresh)

    def focus_filter(self) -> None:
        """Ready to type whom to look for, wherever they are."""
        if self.tree.place == EXITS:
            self.tree.go_to(EX)
        self.people.focus_filter()

    def open_party(self, party_id: int) -> None:
        """Show somebody's page, and in the tree where they are filed."""
        self.people.open_party(party_id)

    @property
    def page_of(self) -> int:
        """As PeopleTab.page_of."""
        return self.people.page_of

    def selected_party(self) -> int:
        return self.people.selected_party() if self.people.isVisible() else 0

    def add_person(self) -> None:
        self.tree.go_to(LAPSED)
        self.people.add_person()

    def _refresh(self, _changes: Changes) -> None:
        self._read()
        if self.tree.place > EX:  # the folders within it may be others now
            self._show(self.tree.place, keep=True)

    def _read(self) -> None:
        folders = self._session.book.folders.all()
        self.people.name_folders({f.id: _BETWEEN_NAMES.join(path_of(folders, f.id)) for f in folders})
        self.tree.show_tree(archive_folders.tree(self._session.book))

    def _show(self, place: int, *, keep: bool = False) -> None:
        self._settings.setValue(_PLACE, place)
        if place == EXITS:
            self._stack.setCurrentWidget(self.exits)
            self.setFocusProxy(self.exits)
            return
        self._stack.setCurrentWidget(self.people)
        self.setFocusProxy(self.people)
        folders = self._session.book.folders.all()
        name = next((folder.name for folder in folders if folder.id == place), "")
        scope = Scope(Standing.LAPSED) if place == LAPSED else Scope(Standing.EX)
        if place > EX:
            scope = Scope(Standing.EX, frozenset(within(folders, place)))
        self.people.show_scope(scope, words_of(place, name), scope.standing or Standing.EX, keep=keep)

    def _reveal(self, party_id: int) -> None:
        """Go where somebody is, unless they are within what is shown already."""
        book = self._session.book
        standing = book.people.standing(party_id)
        filed = book.folders.folder_of([party_id]).get(party_id, 0)
        if standing not in _GONE or self._holds(self.tree.place, standing, filed):
            return
        self.tree.go_to(filed if standing is Standing.EX else LAPSED)

    def _holds(self, place: int, standing: Standing, filed: int) -> bool:
        if place in (EXITS, LAPSED) or standing is Standing.LAPSED:
            return place == LAPSED and standing is Standing.LAPSED
        return place == EX or filed in within(self._session.book.folders.all(), place)

    def _fill(self) -> None:
        """The button where nobody is."""
        if self.tree.place == LAPSED:
            self.add_person()
        elif self.tree.place == EX:
            self.customers_wanted.emit()
        else:
            self.tree.remove()

    def _make(self, within_id: int, name: str) -> None:
        """The new folder is looked at, as in a file manager."""
        made = self._attempt(lambda: archive_folders.add(self._session.book, name, within_id))
        if made:
            self.tree.go_to(made)

    def _move(self, folder_id: int) -> None:
        """By keys: ask into which folder."""
        from balancer_desktop.ui.people.filing_form import FilingForm

        book = self._session.book
        folder = next(folder for folder in book.folders.all() if folder.id == folder_id)

        def move(place: int) -> None:
            archive_folders.move(book, folder_id, place)

        FilingForm(self, self._session, f"“{folder.name}”", move, folder.parent_id, without=folder_id).show()

    def _drop_people(self, ids: Sequence[int], place: int) -> None:
        if place == LAPSED:
            move_people(self, self._session, ids, Standing.LAPSED)
        else:
            move_people(self, self._session, ids, Standing.EX, place)

    def _attempt(self, verb: Callable[[], int | None]) -> int | None:
        return self._session.attempt(verb)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.people)
        self._stack.addWidget(self.exits)
        column = QWidget()
        around = QVBoxLayout(column)
        around.setContentsMargins(GAP, GAP, 0, 0)
        around.addWidget(self.tree)
        self._splitter.addWidget(column)
        self._splitter.addWidget(self._stack)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.setFocusProxy(self.people)

    def _connect(self) -> None:
        book, tree = self._session.book, self.tree
        tree.chosen.connect(self._show)
        tree.entered.connect(self._enter)
        tree.made.connect(self._make)
        tree.named.connect(lambda id_, name: self._attempt(lambda: archive_folders.rename(book, id_, name)))
        tree.removed.connect(lambda id_: self._attempt(lambda: archive_folders.remove(book, id_)))
        tree.move_wanted.connect(self._move)
        tree.folder_dropped.connect(lambda id_, to: self._attempt(lambda: archive_folders.move(book, id_, to)))
        tree.people_dropped.connect(self._drop_people)
        tree.folds_changed.connect(self._remember_folds)
        self.people.opening.connect(self._reveal)
        self.people.fill_wanted.connect(self._fill)
        self._splitter.splitterMoved.connect(lambda *_: self._settings.setValue(_SPLITTER, self._splitter.saveState()))

    def _enter(self) -> None:
        if self.tree.place == EXITS:
            self.exits.setFocus()
        else:
            self.people.focus_table()

    def _restore(self) -> None:
        """The place, the folds and the width of last time; at first whoever has lapsed, or else left."""
        folded = str(self._settings.value(_FOLDED, ""))
        self.tree.fold_up([int(part) for part in folded.split(",") if part.isdecimal()])
        saved = str(self._settings.value(_PLACE, ""))
        at_first = LAPSED if self._session.book.people.standings()[Standing.LAPSED] else EX
        place = int(saved) if saved.lstrip("-").isdecimal() else at_first
        if not self.tree.go_to(place):
            place = EX
            self.tree.go_to(place)
        self._show(place)
        state = self._settings.value(_SPLITTER)
        if isinstance(state, QByteArray):
            self._splitter.restoreState(state)
        else:
            self._splitter.setSizes([_TREE_WIDTH, 10 * _TREE_WIDTH])

    def _remember_folds(self) -> None:
        self._settings.setValue(_FOLDED, ",".join(map(str, self.tree.folded_up())))
