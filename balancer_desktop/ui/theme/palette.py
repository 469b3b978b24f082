"""Tokens to a QPalette, and a palette back to its tokens."""

from PySide6.QtGui import QColor, QPalette

from balancer_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, mixed

_Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """Every role of every group: nothing is left to the platform's own colours.

    A chosen row is weaker in a table or window that has not the keyboard: Qt draws that as inactive.
    """
    made = QPalette()
    for role, colour in _roles(tokens).items():
        made.setColor(role, QColor(colour))
    unwatched = mixed(tokens.hover, tokens.selected, 0.3)
    made.setColor(QPalette.ColorGroup.Inactive, _Role.Highlight, QColor(unwatched))
    faded = mixed(tokens.surface, tokens.text, 0.45)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText, _Role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(faded))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Base, QColor(tokens.surface))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.line))
    return made


def tokens_of(shown: QPalette) -> Tokens:
    """The tokens behind a palette: what a widget that paints itself asks in changeEvent(PaletteChange)."""
    window, text = shown.color(_Role.Window), shown.color(_Role.WindowText)
    return DARK if window.lightness() < text.lightness() else LIGHT


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.surface,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.raised,
        _Role.AlternateBase: mixed(tokens.raised, tokens.surface, 0.5),
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.raised,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.bad,
        _Role.ToolTipBase: tokens.text,
        _Role.ToolTipText: tokens.surface,
        _Role.Highlight: tokens.selected,
        _Role.HighlightedText: tokens.text,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Light: tokens.raised,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.control,
        _Role.Shadow: mixed(tokens.text, "#000000", 0.5) if not tokens.dark else "#000000",
    }
