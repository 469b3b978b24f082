"""The look goes on as a whole, follows the system, and can be told not to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from balancer_desktop.ui.theme import theme
from balancer_desktop.ui.theme.palette import palette, tokens_of
from balancer_desktop.ui.theme.style import BalancerStyle
from balancer_desktop.ui.theme.tokens import DARK, LIGHT, Tokens

Role, Group = QPalette.ColorRole, QPalette.ColorGroup


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, its look put back afterwards."""
    style, font, colours = qapp.style().name(), qapp.font(), QPalette(qapp.palette())
    yield qapp
    qapp.styleHints().unsetColorScheme()
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(colours)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_names_every_role_and_gives_its_tokens_back(tokens: Tokens) -> None:
    made = palette(tokens)
    assert made.color(Role.WindowText) == QColor(tokens.text)
    assert made.color(Role.PlaceholderText) == QColor(tokens.muted)
    assert made.color(Role.Link) == QColor(tokens.accent)
    assert made.color(Group.Disabled, Role.ButtonText) != made.color(Group.Active, Role.ButtonText)
    named = {role for role in Role if role not in (Role.NoRole, Role.NColorRoles)}
    assert all(made.isBrushSet(Group.Active, role) for role in named)
    assert tokens_of(made) is tokens


@pytest.mark.parametrize(("dark", "expected"), [(True, DARK), (False, LIGHT)])
def test_a_forced_theme_ignores_the_system(app: QApplication, dark: bool, expected: Tokens) -> None:
    shown = theme.apply(app, dark=dark)
    shown._on_scheme(Qt.ColorScheme.Light if dark else Qt.ColorScheme.Dark)
    assert shown.tokens is expected
    assert theme.tokens() is expected
    assert isinstance(app.style(), BalancerStyle)


def test_it_follows_the_system_while_running(app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The signal of the platform and the scheme it reports are all that a change of the system is."""
    shown = theme.apply(app, dark=None)
    label = QLabel("Acme")
    qtbot.addWidget(label)
    for scheme, expected in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        monkeypatch.setattr(shown, "_reported", lambda scheme=scheme: scheme)
        with qtbot.waitSignal(shown.themed) as told:
            app.styleHints().colorSchemeChanged.emit(scheme)
        assert told.args == [expected]
        qtbot.waitUntil(lambda ink=expected.text: label.palette().color(Role.WindowText) == QColor(ink))


def test_it_can_be_told_at_run_time(app: QApplication, qtbot: QtBot) -> None:
    shown = theme.apply(app, dark=False)
    with qtbot.waitSignal(shown.themed):
        shown.choose(dark=True)
    assert theme.tokens() is DARK
