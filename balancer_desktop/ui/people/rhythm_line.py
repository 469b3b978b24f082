"""A party's rhythm on its page: the sentence, what follows from it, and percentages or why there are none."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from balancer_desktop.domain.rhythm.rhythm import Basis, Rhythm
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.session import Session

_FEWEST_REPEATS = 2
"""Whoever came back less often is told by everybody else's rhythm alone: that is no figure of theirs."""


class RhythmLine(QLabel):
    """Hidden as long as there is nothing to say. Follows what is learnt about everybody by itself."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._party_id, self._standing = session, 0, Standing.PROSPECT
        self.setWordWrap(True)
        self.setAccessibleName("Rhythm")
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        session.rhythms_ready.connect(self._refresh)

    def show_party(self, party_id: int, standing: Standing) -> None:
        self._party_id, self._standing = party_id, standing
        self._refresh()

    def _refresh(self) -> None:
        known = self._session.rhythms
        rhythm = known.of([self._party_id]).get(self._party_id) if known and known.fitted and self._party_id else None
        why = known.fitted.why if known and known.fitted else ""
        text = told(rhythm, why, self._session.formats, left=self._standing is Standing.EX) if rhythm else ""
        self.setText(text)
        self.setVisible(bool(text))


def told(rhythm: Rhythm, why: str, formats: Formats, *, left: bool = False) -> str:
    """`Usually every 5 weeks; silent 14. Probably gone, …`; empty for a party of which nothing is known.

    why: what percentages rest on, or why there are none. left: whoever left has a past rhythm and no chances.
    """
    if rhythm.history is None and rhythm.band is None:
        return ""
    said = [_capital(rhythm.reason)]
    if not left and rhythm.band:
        said.append(_capital(f"{rhythm.band}, by {rhythm.basis}"))
    if not left and rhythm.history:
        said.append(_capital(_chances(rhythm, why, formats)))
    return " ".join(f"{sentence}." for sentence in said)


def _chances(rhythm: Rhythm, why: str, formats: Formats) -> str:
    if rhythm.p_alive is None or rhythm.expected_26_weeks is None:
        return f"No percentages yet: {why}"
    chance = _percent(rhythm.p_alive, formats)
    expected = f"{_purchases(rhythm.expected_26_weeks, formats.conventions().decimal)} expected in half a year"
    if rhythm.history is None or rhythm.history.repeats < _FEWEST_REPEATS:
        expected = "too early to tell how often they will buy"
    ground = "" if rhythm.basis is Basis.MODEL else f" by {Basis.MODEL}"
    return f"{chance} likely to be a customer still{ground}; {expected} ({why})"


def _percent(share: float, formats: Formats) -> str:
    """Never a bare 0 % or 100 %: a model is not that sure."""
    if share < 0.01:
        return f"less than {formats.percent(0.01)}"
    return f"more than {formats.percent(0.99)}" if share > 0.99 else formats.percent(share)


def _purchases(expected: float, decimal: str) -> str:
    """`no purchase`, `about 0.4 purchases`, `about 1 purchase`, `about 12 purchases`."""
    count = f"{expected:.0f}" if expected >= 9.5 else f"{expected:.1f}".removesuffix(".0").replace(".", decimal)
    return "no purchase" if count == "0" else f"about {count} purchase{'' if count == '1' else 's'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
