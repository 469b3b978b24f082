"""Everything that is written can be read: contrasts after WCAG 2.2, in both themes."""

import pytest

from balancer_desktop.domain.side import Side
from balancer_desktop.ui.theme.tokens import DARK, LIGHT, Tokens, contrast, mixed

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ["surface", "raised", "hover", "selected"]
INKS = ["text", "muted", "accent", "good", "warn", "bad", "keep_ink", "gain_ink", "win_back_ink", "run_ink"]


def test_the_measure_itself_agrees_with_wcags_examples() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_stand_out(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@THEMES
def test_words_on_the_accent_and_in_tool_tips_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.surface, tokens.text) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["surface", "raised"])
def test_bars_and_controls_stand_out(tokens: Tokens, ground: str) -> None:
    """A bar is seen by its fill or by the edge that is always drawn around it."""
    under = getattr(tokens, ground)
    for side in Side:
        assert max(contrast(tokens.fill(side), under), contrast(tokens.ink(side), under)) >= 3
        assert contrast(tokens.ink(side), under) >= 3
    assert contrast(tokens.control, under) >= 3


def test_mixing_runs_from_one_to_the_other() -> None:
    assert mixed("#000000", "#FFFFFF", 0) == "#000000"
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mixed("#000000", "#FF8000", 1) == "#FF8000"
