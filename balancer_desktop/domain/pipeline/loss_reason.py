"""Why an opportunity was lost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LossReason:
    """other: says nothing by itself, so that words are asked for. One in use is retired, never re-purposed."""

    label: str
    other: bool = False
    retired: bool = False
    id: int = 0
