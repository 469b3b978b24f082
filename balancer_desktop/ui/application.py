"""The QApplication: its name, its locale, its look."""

import sys

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from balancer_desktop.paths import config_dir
from balancer_desktop.ui.theme import theme

_COLOURS = "window/colours"


def make_application(*, dark: bool | None = None) -> QApplication:
    """The one application; dark None follows the system."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("an application without windows is running already")
    app.setApplicationName("Balancer")
    app.setApplicationDisplayName("Balancer")
    app.setDesktopFileName("balancer-desktop")
    theme.apply(app, dark=dark)
    return app


def remember_colours(settings: QSettings, *, dark: bool | None) -> None:
    settings.setValue(_COLOURS, {None: "system", False: "light", True: "dark"}[dark])


def colours_remembered(settings: QSettings) -> bool | None:
    """Whether the owner chose dark colours, light ones, or (None) to follow the system."""
    return {"light": False, "dark": True}.get(str(settings.value(_COLOURS, "system")))


def window_settings() -> QSettings:
    """Where windows, columns and splitters are remembered: a plain file in the owner's configuration folder."""
    return QSettings(str(config_dir() / "window.ini"), QSettings.Format.IniFormat)
