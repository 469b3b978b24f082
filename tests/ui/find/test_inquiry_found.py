"""Whoever asked and is not in the book yet is found by their number, and shown where the inquiries are."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from balancer_desktop.app import inquiries
from balancer_desktop.app.book import Book
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.ui.find.find_dialog import FindDialog
from balancer_desktop.ui.prospects.inquiries_table import InquiriesTable
from tests.ui.windows import opened


def test_enter_on_an_inquiry_chooses_it_among_the_prospects(book: Book, tmp_path: Path, qtbot: QtBot) -> None:
    received = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    for phone in ("555-0101", "555-0199"):
        found = inquiries.receive(book, Inquiry(received, InquiryChannel.CALL, phone=phone))
    inquiries.not_for_us(book, found)
    window = opened(book, tmp_path, qtbot)
    qtbot.addWidget(window)
    window.find_anything()
    dialog = window.findChild(FindDialog)
    qtbot.keyClicks(dialog.line, "5550199")
    qtbot.waitUntil(lambda: len(dialog.found.rows) == 1)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    table = window.findChild(InquiriesTable)
    qtbot.waitUntil(lambda: window.focusWidget() is table)
    line = table.chosen()
    assert line
    assert line.who == "555-0199"
