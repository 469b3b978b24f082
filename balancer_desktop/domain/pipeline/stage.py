"""The stages on the way to a sale. Won and lost are no stages but ways out of any."""

from dataclasses import dataclass

from balancer_desktop.domain.errors import BadInput

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Stage:
    """probability: per cent of what is here that is won in the end, as the owner reckons. stale_days: so long without
    any logged event makes it stale. place: its order, from 0. A stage that was ever used is retired, never removed."""

    name: str
    probability: int
    stale_days: int
    place: int = 0
    retired: bool = False
    id: int = 0


def checked_stage(stage: Stage) -> Stage:
    """The stage itself; BadInput for a missing name, or figures out of range."""
    if not stage.name or len(stage.name) > LONGEST_NAME:
        raise BadInput("A stage needs a name.", f"Give 1 to {LONGEST_NAME} characters.")
    if not 0 <= stage.probability <= 100:
        raise BadInput(f"{stage.probability} % is no probability.", "Give 0 to 100.")
    if not 1 <= stage.stale_days <= 3650:
        raise BadInput("The days until stale must lie between 1 and 3650.", "Give whole days.")
    return stage
