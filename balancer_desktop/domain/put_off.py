"""What the owner put off about a party, until a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Matter(StrEnum):
    """touch: being in touch again; lapse, return: a suggested change of standing; approach: winning back."""

    TOUCH = "touch"
    LAPSE = "lapse"
    RETURN = "return"
    APPROACH = "approach"


@dataclass(frozen=True, slots=True)
class PutOff:
    """Not to be brought up before the day `until`."""

    party_id: int
    matter: Matter
    until: date
