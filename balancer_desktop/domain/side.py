"""The four sides an hour or a cost can be on."""

from enum import StrEnum

from balancer_desktop.domain.standing import Standing


class Side(StrEnum):
    """keep: serving customers · gain: winning prospects · win back: lapsed and ex · run: outside the mix."""

    KEEP = "keep"
    GAIN = "gain"
    WIN_BACK = "win_back"
    RUN = "run"

    @property
    def label(self) -> str:
        return {
            "keep": "keeping",
            "gain": "gaining",
            "win_back": "winning back",
            "run": "running the business",
        }[self]


MIX_SIDES = (Side.KEEP, Side.WIN_BACK, Side.GAIN)


def side_for(standing: Standing) -> Side:
    """The side proposed for work or a cost that concerns a party of this standing."""
    if standing is Standing.CURRENT:
        return Side.KEEP
    return Side.GAIN if standing is Standing.PROSPECT else Side.WIN_BACK
