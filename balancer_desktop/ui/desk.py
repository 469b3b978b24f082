"""What lies on the desk: the start page, or one book in its window. Opens, makes and swaps books."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from balancer_desktop.app.book import Book, BookInUse, new_book, open_book
from balancer_desktop.app.recent_books import RecentBooks
from balancer_desktop.domain.errors import Refused
from balancer_desktop.paths import config_dir, default_book_dir, demo_dir
from balancer_desktop.ui.application import window_settings
from balancer_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:  # sockets and dialogs come when they are needed: the window opens sooner
    from balancer_desktop.ui.single_instance import Doorbell

_SETTLED_MS = 200
"""By then the window has been painted."""


class Desk(QObject):
    """Keeps the one window there is; a refusal is shown in a dialog and leaves what was open as it was."""

    def __init__(
        self,
        today: Callable[[], date],
        size: tuple[int, int] | None = None,
        tab: str | None = None,
        told: Callable[[Refused], None] | None = None,
    ) -> None:
        """told: where refusals go when nobody sits in front of the window."""
        super().__init__()
        self._today, self._size, self._tab = today, size, tab
        self._told = told
        self._settings = window_settings()
        self._recent = RecentBooks(config_dir() / "recent-books.json")
        self._doorbell: Doorbell | None = None
        self.window: QMainWindow | None = None

    def begin(self, book: Path | None, *, demo: bool) -> bool:
        """Open what the command line says, else the last book, else the start page. False when there is no window."""
        if demo:
            return self.open_demo()
        last = next((path for path in self._recent.all() if (path / "book.db").exists()), None)
        folder = book.expanduser().absolute() if book else last or default_book_dir()
        if book or (folder / "book.db").exists():
            return self.open(folder) or (self._told is None and self._start_page())
        return self._start_page()

    def open(self, folder: Path) -> bool:
        opened = self._attempt(lambda: open_book(folder, self._today, attach=False), folder)
        return opened is not None and self._put(opened)

    def new(self, folder: Path, currency: str) -> bool:
        made = self._attempt(lambda: new_book(folder, currency, self._today, attach=False), folder)
        return made is not None and self._put(made)

    def open_demo(self) -> bool:
        from balancer_desktop.app.demo import open_demo

        folder = demo_dir()
        demo = self._attempt(lambda: open_demo(folder, self._today, attach=False), folder)
        return demo is not None and self._put(demo, remember=False)

    def choose_book(self) -> None:
        """Ask for a book's folder, then open it."""
        from PySide6.QtWidgets import QFileDialog

        start = str(default_book_dir().parent)
        chosen = QFileDialog.getExistingDirectory(self.window, "Open the folder of a book", start)
        if chosen:
            self.open(Path(chosen))

    def start_page(self) -> None:
        """Leave the book for the three choices of a first start."""
        self._start_page()

    def close(self) -> None:
        """Close the window that is open, and its book with it."""
        self._take_down_doorbell()
        if self.window:
            self.window.close()

    def _start_page(self) -> bool:
        from balancer_desktop.ui.start.start_window import StartWindow

        window = StartWindow(default_book_dir(), self._recent.all())
        window.page.new_wanted.connect(self.new)
        window.page.open_wanted.connect(self.open)
        window.page.open_other_wanted.connect(self.choose_book)
        window.page.demo_wanted.connect(self.open_demo)
        window.page.import_wanted.connect(self._new_from_files)
        self._show(window)
        return True

    def _new_from_files(self, folder: Path, currency: str) -> None:
        if self.new(folder, currency) and isinstance(self.window, MainWindow):
            self.window.import_files()

    def _put(self, book: Book, *, remember: bool = True) -> bool:
        if remember:
            self._recent.remember(book.folder)
        window = MainWindow(book, self._settings, recent=self._recent.all(), demo=not remember)
        window.open_wanted.connect(self.open)
        window.choose_wanted.connect(self.choose_book)
        window.start_wanted.connect(self.start_page)
        window.demo_wanted.connect(self.open_demo)
        if self._tab:
            window.show_tab(self._tab)
        self._show(window)
        QTimer.singleShot(_SETTLED_MS, lambda: self._settle(window))
        return True

    def _show(self, window: QMainWindow) -> None:
        before, self.window = self.window, window
        if self._size:
            window.resize(*self._size)
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _settle(self, window: MainWindow) -> None:
        """What can wait until the window stands; it may be gone by then."""
        if self.window is window and window.isVisible():
            self._hang_doorbell(window)
            window.session.attach_folders()

    def _hang_doorbell(self, window: MainWindow) -> None:
        from balancer_desktop.ui.single_instance import Doorbell

        self._take_down_doorbell()
        self._doorbell = Doorbell(window.book.folder, self._raise)

    def _take_down_doorbell(self) -> None:
        if self._doorbell:
            self._doorbell.close()

    def _raise(self) -> None:
        if self.window:
            self.window.showNormal() if self.window.isMinimized() else self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def _attempt(self, verb: Callable[[], Book], folder: Path) -> Book | None:
        """The book; None when it is refused. A book open in another window brings that one to the front."""
        try:
            return verb()
        except BookInUse as in_use:
            from balancer_desktop.ui.single_instance import ring

            if isinstance(self.window, MainWindow) and self.window.book.folder == folder:
                self._raise()
            elif self._told or not ring(folder):
                self._tell(in_use)
        except Refused as refusal:
            self._tell(refusal)
        return None

    def _tell(self, refusal: Refused) -> None:
        if self._told:
            self._told(refusal)
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, "Balancer", refusal.what, parent=self.window)
        box.setInformativeText(refusal.remedy)
        box.exec()
