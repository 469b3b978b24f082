"""Puts the look on the application and keeps it in step with the system's light or dark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.palette import palette, tokens_of
from balancer_desktop.ui.theme.style import BalancerStyle
from balancer_desktop.ui.theme.tokens import DARK, LIGHT, Tokens


class Theme(QObject):
    """The colours now shown. A widget learns of a change from changeEvent(PaletteChange); `themed` is for the rest."""

    themed = Signal(object)

    def __init__(self, app: QApplication, *, dark: bool | None) -> None:
        super().__init__(app)
        self._app = app
        self._system_was_dark = tokens_of(app.palette()).dark
        self.tokens = LIGHT
        app.setStyle(BalancerStyle())
        app.setFont(typeface.body(app.font()))
        self.choose(dark=dark)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)

    @property
    def forced(self) -> bool | None:
        """What choose() was told last."""
        return self._forced

    def choose(self, *, dark: bool | None) -> None:
        """Light or dark from now on, or None to follow the system."""
        self._forced = dark
        hints = self._app.styleHints()
        if dark is None:
            hints.unsetColorScheme()
        else:  # so that title bars and the system's own dialogs agree
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._show()

    def _on_scheme(self, _scheme: Qt.ColorScheme) -> None:
        self._show()

    def _show(self) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        self._app.setPalette(palette(self.tokens))
        self.themed.emit(self.tokens)

    def _wants_dark(self) -> bool:
        if self._forced is not None:
            return self._forced
        scheme = self._reported()
        if scheme is Qt.ColorScheme.Unknown:  # a desktop that does not say: its first palette does
            return self._system_was_dark
        return scheme is Qt.ColorScheme.Dark

    def _reported(self) -> Qt.ColorScheme:
        return self._app.styleHints().colorScheme()


def apply(app: QApplication, *, dark: bool | None = None) -> Theme:
    """Style, font, palette. dark None follows the system, at run time too."""
    return Theme(app, dark=dark)


def tokens() -> Tokens:
    """The tokens of the application's palette, for painters that have no widget at hand."""
    return tokens_of(QGuiApplication.palette())
