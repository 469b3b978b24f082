"""Why an opportunity is as likely as it is said to be."""

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.pipeline.conversion import ENOUGH, Conversion
from balancer_desktop.domain.pipeline.intervals import Proportion
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.ui.format import Formats


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
        return f"By your own history: {counted(history.proportion, formats)} of what was in {stage.name}."
    reckoned = f"{stage.probability} % as you reckon for {stage.name}, until {ENOUGH} that were there came to an end"
    return f"{reckoned}; so far {counted(history.proportion, formats)}." if history.resolved else f"{reckoned}."


def counted(proportion: Proportion, formats: Formats) -> str:
    """`4 of 16 won (25 %, 10–50 % in the long run)`: never a share without its interval."""
    if proportion.share is None:
        return "none came to an end"
    return (
        f"{proportion.hits} of {proportion.of} won "
        f"({formats.percent(float(proportion.share))}, {interval(proportion, formats)} in the long run)"
    )


def interval(proportion: Proportion, formats: Formats) -> str:
    """`10–50 %`."""
    low = formats.percent(proportion.low).rstrip("%").strip()
    return f"{low}–{formats.percent(proportion.high)}"
