"""Why an opportunity is as likely as it is said to be."""

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.pipeline.conversion import ENOUGH, Conversion
from balancer_desktop.domain.pipeline.intervals import Proportion
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.format import Formats

_LONG = "more than twice as long as is usual"


def why(card: Card, stage: Stage, history: Conversion, formats: Formats) -> str:
    """A sentence on where a card's probability comes from; empty for one that is closed."""
    if card.sign is None:
        return ""
    if card.opportunity.probability is not None:
        return "Your own reckoning for this one."
    return of_stage(stage, history, formats)


def of_stage(stage: Stage, history: Conversion, formats: Formats) -> str:
    """Where the probability of a stage comes from."""
    if history.chance is not None:
        told = f"By your own history: {counted(history.proportion, formats)} of what was in {stage.name}."
        return f"{told} {_long_open(history)}".rstrip()
    reckoned = f"{stage.probability} % as you reckon for {stage.name}, until {ENOUGH} that were there came to an end"
    return f"{reckoned}; so far {counted(history.proportion, formats)}." if history.resolved else f"{reckoned}."


def told_short(stage: Stage, history: Conversion, formats: Formats) -> str:
    """`83 %, from your own history (24 of 29 won)`, `10 %, as you reckon`: what values in a stage are weighed with."""
    if history.chance is None:
        return f"{stage.probability} %, as you reckon for the stage"
    return f"{formats.percent(float(history.chance))}, from your own history ({hits(history.proportion)})"


def hits(proportion: Proportion) -> str:
    """`24 of 29 won`."""
    return f"{proportion.hits} of {proportion.of} won"


def _long_open(history: Conversion) -> str:
    """Why moving one that is open for long changes the chance of others."""
    if not history.long_open:
        return ""
    if history.long_open == 1:
        return f"One of them is still open, {_LONG}, and counts as not won in every stage it came to, until it is."
    many = f"{history.long_open} of them are still open, {_LONG}, and count as not won"
    return f"{many} in every stage they came to, until they are."


def counted(proportion: Proportion, formats: Formats) -> str:
    """`4 of 16 won (25 %, 10–50 % in the long run)`: never a share without its interval."""
    if proportion.share is None:
        return "none came to an end"
    share, spread = formats.percent(float(proportion.share)), interval(proportion, formats)
    return f"{hits(proportion)} ({share}, {spread} in the long run)"


def interval(proportion: Proportion, formats: Formats) -> str:
    """`10–50 %`."""
    low = formats.percent(proportion.low).rstrip("%").strip()
    return f"{low}–{formats.percent(proportion.high)}"
