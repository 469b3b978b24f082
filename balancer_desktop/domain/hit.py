"""Something found by its words: a person, or an entry that speaks of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.domain.standing import Standing


class HitKind(StrEnum):
    PERSON = "person"
    BUSINESS = "business"
    SALE = "sale"
    EXPENSE = "expense"
    WORK = "work"
    CONTACT = "contact"
    STEP = "next step"
    NOTE = "note"
    OPPORTUNITY = "opportunity"
    INQUIRY = "inquiry"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Hit:
    """title: a name, or the words found. detail: what else tells it apart; on: the entry's date.

    party_id is 0 for an entry that concerns nobody in particular; id is the entry's own, 0 for a person,
    a business, a note or a document.
    """

    kind: HitKind
    party_id: int
    title: str
    detail: str = ""
    standing: Standing | None = None
    on: date | None = None
    id: int = 0
