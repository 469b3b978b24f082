"""Modules imported after Qt are not read as text as well: that would hold the window up and fill the memory."""

import builtins
import linecache
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from balancer_desktop.ui.plain_imports import import_plainly


def is_read_as_text(name: str, folder: Path) -> bool:
    """Whether importing a new module of that name leaves its source in memory."""
    (folder / f"{name}.py").write_text("FIGURE = 1\n", encoding="utf-8")
    assert __import__(name).FIGURE == 1
    return str(folder / f"{name}.py") in linecache.cache


def test_importing_reads_no_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first half fails when PySide has mended its ways: then the module under test can go."""
    assert QObject
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(builtins, "__import__", builtins.__feature_import__)  # type: ignore[attr-defined]  # PySide's
    assert is_read_as_text("imported_by_pyside", tmp_path)
    import_plainly()
    assert not is_read_as_text("imported_plainly", tmp_path)


def test_without_pyside_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    monkeypatch.delattr(builtins, "__orig_import__")
    before = builtins.__import__
    import_plainly()
    assert builtins.__import__ is before
