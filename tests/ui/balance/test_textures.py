"""The sides are told apart without colour: by grain, and the unfinished month by its dashes."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from balancer_desktop.domain.side import MIX_SIDES, Side
from balancer_desktop.ui.balance import textures
from balancer_desktop.ui.theme.tokens import DARK, LIGHT, Tokens

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def drawn(side: Side, tokens: Tokens, ratio: float = 1.0, *, faded: bool = False) -> QImage:
    image = QImage(round(24 * ratio), round(24 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(tokens.surface)
    painter = QPainter(image)
    textures.fill(painter, QRectF(0, 0, 24, 24), side, tokens, faded=faded)
    painter.end()
    return image


def lightness(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).lightness()


def grain(image: QImage) -> list[list[bool]]:
    """Which pixels of the inside differ from the commonest grey: a shape, without colour or brightness."""
    inside = [[lightness(image, x, y) for x in range(3, 21)] for y in range(3, 21)]
    flat = [value for row in inside for value in row]
    ground = max(set(flat), key=flat.count)
    return [[abs(value - ground) > 12 for value in row] for row in inside]


@THEMES
def test_each_side_has_a_grain_of_its_own(tokens: Tokens, qapp: QApplication) -> None:
    shapes = [grain(drawn(side, tokens)) for side in MIX_SIDES]
    assert not any(map(any, shapes[0])), "keep is plain"
    assert sum(map(sum, shapes[1])) > 20, "win back has lines"
    assert sum(map(sum, shapes[2])) > 20, "gain has dots"
    assert shapes[1] != shapes[2]


@THEMES
@pytest.mark.parametrize("side", MIX_SIDES)
def test_an_unfinished_month_has_a_dashed_edge(side: Side, tokens: Tokens, qapp: QApplication) -> None:
    whole, faded = drawn(side, tokens), drawn(side, tokens, faded=True)
    assert len({whole.pixelColor(x, 0).rgb() for x in range(2, 22)}) == 1
    assert len({faded.pixelColor(x, 0).rgb() for x in range(2, 22)}) > 1


def test_grain_stays_fine_on_a_dense_screen(qapp: QApplication) -> None:
    image = drawn(Side.GAIN, LIGHT, 2.0)
    assert lightness(image, 6, 6) < lightness(image, 12, 12), "the dot of a 6-unit tile lies at 3 units, 6 pixels"
