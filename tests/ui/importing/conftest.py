"""Files as other programs write them, and the dialog that reads them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app.book import Book
from balancer_desktop.ui.importing.import_dialog import ImportDialog
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.worker import Worker

Write = Callable[[str, str], Path]
Open = Callable[..., ImportDialog]


class InPlace(Worker):
    """Does everything at once, in the thread that asks."""

    def _start(self, work: Callable[[], None]) -> None:
        work()


@pytest.fixture(autouse=True)
def settings_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder chosen last is remembered here, not with the settings of whoever runs the tests."""
    monkeypatch.setattr("balancer_desktop.ui.application.config_dir", lambda: tmp_path / "config")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, text: str) -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return written


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def opened(session: Session, desk: QWidget, qtbot: QtBot) -> Open:
    """The dialog on screen, with files chosen already, without a thread."""

    def shown(*files: Path) -> ImportDialog:
        dialog = ImportDialog(session, list(files), desk, worker=InPlace())
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return shown


@pytest.fixture
def people(write: Write) -> Path:
    return write("customers.csv", "CustomerId,FirstName,LastName,Email\n7,Ann,Archer,ann@example.org\n8,Bob,Baker,\n")


@pytest.fixture
def invoices(write: Write) -> Path:
    return write(
        "invoices.csv",
        "InvoiceId,CustomerId,InvoiceDate,Total\n"
        "1,7,2026-05-04 00:00:00,100.00\n2,7,2026-06-04 00:00:00,50.50\n3,8,2026-06-05 00:00:00,9.00\n",
    )


@pytest.fixture
def dump(book: Book) -> Callable[[], str]:
    """Everything that is in the book, as text."""
    return lambda: "\n".join(book.file.db.connection().iterdump())
