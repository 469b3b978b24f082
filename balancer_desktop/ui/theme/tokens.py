"""Every colour of the program, light and dark, by what it is for. Pure: no Qt."""

from typing import NamedTuple

from balancer_desktop.domain.side import Side


class Tokens(NamedTuple):
    """Colours as `#RRGGBB`.

    A side has a fill and an ink: the fill covers areas, the ink draws its edges, textures and words, because the
    orange that colour-blind eyes tell apart best is too pale on white to be read.
    """

    dark: bool
    surface: str
    raised: str
    hover: str
    selected: str
    text: str
    muted: str
    line: str
    control: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    keep: str
    gain: str
    win_back: str
    run: str
    keep_ink: str
    gain_ink: str
    win_back_ink: str
    run_ink: str

    def fill(self, side: Side) -> str:
        return {Side.KEEP: self.keep, Side.GAIN: self.gain, Side.WIN_BACK: self.win_back, Side.RUN: self.run}[side]

    def ink(self, side: Side) -> str:
        return {
            Side.KEEP: self.keep_ink,
            Side.GAIN: self.gain_ink,
            Side.WIN_BACK: self.win_back_ink,
            Side.RUN: self.run_ink,
        }[side]


# The sides' fills are Okabe & Ito's palette (2008), and lighter kin of it for the dark theme.
LIGHT = Tokens(
    dark=False,
    surface="#F7F7F5",
    raised="#FFFFFF",
    hover="#EDEEEC",
    selected="#DCE5F7",
    text="#1D2125",
    muted="#5A626B",
    line="#DDDFE0",
    control="#868D94",
    accent="#2F5BB7",
    on_accent="#FFFFFF",
    good="#17734A",
    warn="#8A5300",
    bad="#B3261E",
    keep="#0072B2",
    gain="#E69F00",
    win_back="#009E73",
    run="#8A9199",
    keep_ink="#004F7C",
    gain_ink="#7F5600",
    win_back_ink="#006B4E",
    run_ink="#59616A",
)

DARK = Tokens(
    dark=True,
    surface="#1A1C1F",
    raised="#232629",
    hover="#2E3236",
    selected="#2C3C5E",
    text="#E9EBED",
    muted="#A6AEB7",
    line="#383D42",
    control="#7C848C",
    accent="#93B4FF",
    on_accent="#11203F",
    good="#63CE97",
    warn="#EDB959",
    bad="#FF8E84",
    keep="#56B4E9",
    gain="#F0B840",
    win_back="#2FC79A",
    run="#8A9199",
    keep_ink="#A6DBF8",
    gain_ink="#F9DC9A",
    win_back_ink="#92E8CC",
    run_ink="#B3BAC2",
)


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance, 0..1, of a `#RRGGBB` colour."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio, 1..21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, part: float) -> str:
    """The colour that lies `part` (0..1) of the way from one to the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)
