"""The form is one page with the list's headings, on the paper of the place, and can be saved both ways."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.intake.call_columns import TEMPLATE, Heading
from balancer_desktop.ui.intake.call_form import COLUMNS, layout_of, picture_of, write_pdf
from balancer_desktop.ui.intake.form_dialog import FormDialog
from balancer_desktop.ui.session import Session

PAPER = {"en_IE": (842, 595), "en_US": (792, 612)}


@pytest.mark.parametrize("locale", PAPER)
def test_one_page_on_its_side(tmp_path: Path, qapp: object, locale: str) -> None:
    path = tmp_path / "calls.pdf"
    write_pdf(path, "Byrne & Daughter", layout_of(QLocale(locale)))
    raw = path.read_bytes()
    assert len(re.findall(rb"/Type ?/Page\b", raw)) == 1
    (box,) = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", raw)
    assert tuple(round(float(side)) for side in box) == PAPER[locale]


def test_its_columns_are_those_of_the_list() -> None:
    """But for the date, which stands once above, and the kind."""
    assert [heading for heading, _ in COLUMNS] == [h for h in TEMPLATE if h not in (Heading.DATE, Heading.KIND)]


def dark_rows(image: QImage, x: int) -> int:
    """How many lines a column of dots crosses, from the headings down."""
    dark = [QColor(image.pixel(x, y)).lightness() < 200 for y in range(image.height())]
    return sum(now and not before for before, now in pairwise(dark))


def test_a_page_has_room_for_many_calls(qapp: object) -> None:
    for locale in PAPER:
        layout = layout_of(QLocale(locale))
        image = picture_of("Byrne", layout, 96)
        assert 15 <= dark_rows(image, image.width() // 2) <= 22
        assert picture_of("Other", layout, 96) != image


def test_a_place_that_cannot_be_written_to(tmp_path: Path, qapp: object, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused):
        write_pdf(tmp_path / "nowhere" / "calls.pdf", "", layout_of(QLocale("en_IE")))


def test_both_are_saved_from_the_dialog(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("balancer_desktop.ui.application.config_dir", lambda: tmp_path / "config")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(tmp_path / Path(asked[2]).name), ""))
    dialog = FormDialog(session)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.pdf.click()
    dialog.list.click()
    assert dialog.message.text() == "Saved as calls.csv."
    assert (tmp_path / "calls.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "calls.csv").read_text(encoding="utf-8-sig").startswith("Date,Time,Name,Number,")
    dialog.reject()
