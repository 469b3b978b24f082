"""Where the people in view stand in the pipeline: the stage, and what it needs."""

from collections.abc import Collection, Mapping
from datetime import date

from balancer_desktop.app.pipeline import Standing
from balancer_desktop.domain.pipeline.board import Sign
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.late_cells import LateCells
from balancer_desktop.ui.prospects import card_words

Pipelines = LateCells[Standing | None]
"""By party; None where nothing is open."""


def with_nothing(ids: Collection[int], found: Mapping[int, Standing]) -> dict[int, Standing | None]:
    """What was found, and None for the others, so that they are not asked for again."""
    return {id_: found.get(id_) for id_ in ids}


def pipeline_words(standing: Standing | None, today: date, formats: Formats) -> str:
    """`Proposal · 3 days late`, `Inquiry · No next action (+1)`; empty where nothing is open."""
    if standing is None:
        return ""
    more = f" (+{standing.more})" if standing.more else ""
    return f"{standing.stage} · {card_words.sign(standing.card, today, formats)}{more}"


def is_urgent(standing: Standing | None) -> bool:
    return standing is not None and standing.card.sign is Sign.OVERDUE
