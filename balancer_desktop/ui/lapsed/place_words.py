"""What is said of each place of the tree where nobody is."""

from dataclasses import replace

from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.lapsed.places import EX, LAPSED
from balancer_desktop.ui.people.tab_words import TabWords, words_for

_GONE = words_for(Standing.LAPSED)
_LAPSED = replace(
    _GONE,
    empty="Nobody has lapsed. Customers who went quiet are kept here until they buy again, or leave for good.",
    button="Add somebody who lapsed",
)
_EX = replace(
    _GONE,
    empty="Nobody has left. Whoever does is kept here with the reason: drag them here, or press Ctrl+4 on their row.",
    button="Go to the customers",
)


def words_of(place: int, name: str) -> TabWords:
    """The words for a place; name is the folder's."""
    if place == LAPSED:
        return _LAPSED
    if place == EX:
        return _EX
    return replace(_GONE, empty=f"Nobody is filed in “{name}”. Drag people here.", button="Remove this folder")
