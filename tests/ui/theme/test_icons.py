"""Our own set is whole, of one stroke, and takes the colours of the moment at any resolution."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from balancer_desktop.paths import resource
from balancer_desktop.ui.theme import icons
from balancer_desktop.ui.theme.palette import palette
from balancer_desktop.ui.theme.tokens import DARK, LIGHT, Tokens

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest, qapp: QApplication) -> Tokens:
    qapp.setPalette(palette(request.param))
    return request.param


def strongest(pixmap: QPixmap) -> QColor:
    """The most opaque colour in a picture."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda colour: colour.alpha())


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 8 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "balancer"])
def test_one_grid_one_stroke_one_colour(name: str) -> None:
    root = ET.parse(resource(f"icons/{name}.svg")).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == "round"
    assert not [child for child in root.iter() if child.get("stroke") not in (None, "none", "currentColor")]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something_inside_its_box(name: str, qapp: QApplication) -> None:
    image = icons.icon(name).pixmap(QSize(24, 24)).toImage()
    edge = [image.pixelColor(i, j).alpha() for i in range(24) for j in (0, 23)]
    assert strongest(icons.icon(name).pixmap(QSize(24, 24))).alpha() > 200
    assert max(edge) < 128, "it touches its edge"


def test_colours_follow_the_palette_and_the_mode(tokens: Tokens) -> None:
    made = icons.icon("person")
    assert near(strongest(made.pixmap(QSize(32, 32))), QColor(tokens.text))
    disabled = strongest(made.pixmap(QSize(32, 32), QIcon.Mode.Disabled))
    assert near(
        disabled, palette(tokens).color(palette(tokens).ColorGroup.Disabled, palette(tokens).ColorRole.ButtonText)
    )
    assert near(strongest(made.pixmap(QSize(32, 32), QIcon.Mode.Selected)), QColor(tokens.text))


def test_an_icon_made_before_a_change_of_theme_follows_it(qapp: QApplication) -> None:
    qapp.setPalette(palette(LIGHT))
    made = icons.icon("customers")
    assert near(strongest(made.pixmap(QSize(32, 32))), QColor(LIGHT.text))
    qapp.setPalette(palette(DARK))
    assert near(strongest(made.pixmap(QSize(32, 32))), QColor(DARK.text))


def test_a_colour_of_its_own(tokens: Tokens) -> None:
    made = icons.icon("warning", tokens.warn).pixmap(QSize(32, 32))
    assert near(strongest(made), QColor(tokens.warn))


def test_crisp_on_a_dense_screen(qapp: QApplication) -> None:
    made = icons.icon("search").pixmap(QSize(18, 18), 2.0)
    assert made.size() == QSize(36, 36)
    assert made.devicePixelRatio() == 2.0
    sharp, blown_up = made.toImage(), icons.icon("search").pixmap(QSize(18, 18)).toImage().scaled(36, 36)
    assert sharp != blown_up


def test_a_name_outside_the_set_is_refused_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
