"""PySide6 ignores QShortcut's keyword `context` without a word: the keys would then fire all over the window."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import balancer_desktop.ui

FOLDER = Path(balancer_desktop.ui.__file__).parent


def unheard(source: str) -> list[int]:
    """Lines that give a QShortcut its context as a keyword."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id == "QShortcut"
        and any(keyword.arg == "context" for keyword in call.keywords)
    ]


def test_what_it_looks_for_is_found() -> None:
    assert unheard("a = 1\nQShortcut(keys, self, run, context=here)") == [2]
    assert unheard("QShortcut(keys, self, run).setContext(here)") == []


@pytest.mark.parametrize("file", sorted(FOLDER.rglob("*.py")), ids=lambda file: str(file.relative_to(FOLDER)))
def test_no_shortcut_is_given_its_context_as_a_keyword(file: Path) -> None:
    assert unheard(file.read_text(encoding="utf-8")) == []


def test_a_context_that_is_set_holds(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    made = QShortcut(QKeySequence("N"), widget)
    made.setContext(Qt.ShortcutContext.WidgetShortcut)
    assert made.context() is Qt.ShortcutContext.WidgetShortcut
