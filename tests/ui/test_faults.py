"""A fault of the program is printed and shown; it neither vanishes nor ends the program."""

import sys

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from balancer_desktop.ui.faults import show_faults


def fail() -> None:
    raise ValueError("the database disk image is malformed")


def test_an_unhandled_exception_is_printed_and_shown(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[tuple[str, str, str]] = []

    def note(box: QMessageBox) -> int:
        shown.append((box.text(), box.informativeText(), box.detailedText()))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", note)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    show_faults()
    with pytest.raises(ValueError, match="malformed") as caught:
        fail()
    sys.excepthook(ValueError, caught.value, caught.tb)
    ((text, remedy, details),) = shown
    assert "malformed" in text
    assert "saved" in remedy
    assert "test_faults.py" in details
    assert "ValueError" in capsys.readouterr().err
