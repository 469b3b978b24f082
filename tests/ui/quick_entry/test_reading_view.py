"""The words under the quick-entry line, and the choices that lie over the window."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.conventions import PLAIN
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.quick_entry.names import KnownParty, NameIndex
from balancer_desktop.domain.quick_entry.parse import Context, read
from balancer_desktop.domain.quick_entry.reading import Reading
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.quick_entry.reading_view import ReadingView
from balancer_desktop.ui.theme.metrics import ROW


def reading(line: str) -> Reading:
    names = NameIndex.of([KnownParty(1, "Acme", Standing.CURRENT)])
    return read(line, Context(date(2026, 11, 20), currency("EUR"), PLAIN, names))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ReadingView]:
    """In a window that has more below it."""
    window = QWidget()
    qtbot.addWidget(window)
    made, below = ReadingView(), QLabel("below")
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(below, 1)
    window.resize(800, 400)
    window.show()
    yield made
    window.close()


def choices(view: ReadingView) -> QListWidget:
    return view.window().findChild(QListWidget)


def hint(view: ReadingView) -> str:
    return next(label.text() for label in view.findChildren(QLabel) if label.accessibleName() == "What Enter does")


@pytest.mark.parametrize(
    ("line", "expected"),
    [("2h Acme", "Enter writes it"), ("2h Acne", "↑ ↓ choose, Enter takes it"), ("paid Acme", ""), ("paid Acme 0", "")],
)
def test_keys_are_told_only_where_they_do_something(view: ReadingView, line: str, expected: str) -> None:
    view.show_reading(reading(line))
    assert hint(view) == expected


def test_choices_are_as_high_as_their_rows_and_push_nothing_down(view: ReadingView, qtbot: QtBot) -> None:
    below = view.window().layout().itemAt(1)
    view.show_reading(reading("2h washing van"))
    qtbot.waitUntil(lambda: choices(view).isVisible() and choices(view).y() >= view.geometry().bottom())
    assert choices(view).viewport().height() == 4 * ROW
    assert below.geometry().top() < choices(view).geometry().bottom()
    view.mark(1)
    choice = view.current_choice()
    assert choice is not None
    assert choice.label == "gaining"
    view.show_reading(reading(""))
    assert not choices(view).isVisible()
    assert view.current_choice() is None


def test_another_reading_looked_for_is_the_one_taken(view: ReadingView) -> None:
    ready = reading("paid Acm 450")
    assert ready.draft
    assert ready.choices
    view.show_reading(ready)
    assert view.current_choice() is None
    view.mark(1)
    assert view.current_choice() == ready.choices[0]
