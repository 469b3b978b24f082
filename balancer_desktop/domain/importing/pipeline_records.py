"""What an import would write of inquiries and the pipeline, and of the owner's lists for it (see records).

A reference to an inquiry or opportunity is its id in the book, 0 for none, or below zero the (−ref − 1)th new one. What
names a sale does so by the file's number. key: the import key; empty for those that have none.
"""

from collections.abc import Hashable
from datetime import date, datetime
from typing import NamedTuple

from balancer_desktop.domain.checklist import TemplateStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove
from balancer_desktop.domain.pipeline.stage import Stage


class InquiryRecord(NamedTuple):
    """referrer as party. by_rule: a missed call of a log, answered when something else happened with them."""

    party: int
    received: datetime
    channel: InquiryChannel
    caller: str = ""
    phone: str = ""
    email: str = ""
    asked: str = ""
    referrer: int = 0
    answered_by: str = ""
    promised: str = ""
    promised_by: date | None = None
    responded: datetime | None = None
    state: InquiryState = InquiryState.WAITING
    settled_on: date | None = None
    referrer_told: date | None = None
    by_rule: bool = False
    key: str = ""

    @property
    def identity(self) -> Hashable:
        if self.by_rule:
            return self.party, self.received.date(), "missed call", self.asked
        return self.party, self.received, self.channel, self.caller, self.phone, self.email, self.asked

    @property
    def marks(self) -> frozenset[Hashable]:
        """Any of these is enough for a row of the same number to be this one, changed since."""
        return frozenset((self.received, *([self.party] if self.party else [])))

    @property
    def day(self) -> date | None:
        return self.received.date()

    @property
    def words(self) -> str:
        return f"{self.channel.value} · {self.asked}" if self.asked else self.channel.value

    def inquiry(self, party_id: int, referrer_id: int) -> Inquiry:
        """It with the ids of whom it names."""
        return Inquiry(
            self.received, self.channel, party_id, self.caller, self.phone, self.email, referrer_id, self.answered_by,
            self.asked, self.promised, self.promised_by, self.responded, self.state, self.settled_on,
            self.referrer_told, self.key,
        )  # fmt: skip


class OpportunityRecord(NamedTuple):
    """stage and reason by name; sale by number, in a column called sale_column. value None where none is known."""

    party: int
    title: str
    opened: date
    value: int = 0
    probability: int | None = None
    origin: str = ""
    referrer: int = 0
    inquiry: int = 0
    stage: str = ""
    expected: date | None = None
    closed: date | None = None
    outcome: Outcome | None = None
    reason: str = ""
    note: str = ""
    agreed: int | None = None
    sale: str = ""
    sale_column: str = ""
    ends: date | None = None
    referrer_told: date | None = None
    key: str = ""

    @property
    def identity(self) -> Hashable:
        return self.party, folded(self.title), self.opened

    @property
    def marks(self) -> frozenset[Hashable]:
        """As an inquiry has them."""
        return frozenset((self.party,))

    @property
    def day(self) -> date | None:
        return self.opened

    @property
    def words(self) -> str:
        end = self.outcome.value if self.outcome else self.stage
        return f"{self.title} · {end}" if end else self.title

    def opportunity(self, party_id: int, referrer_id: int) -> Opportunity:
        """It without what is known by name or number: stages, reason, inquiry and sale."""
        return Opportunity(
            party_id, self.title, self.opened, self.value, self.probability, self.origin, referrer_id,
            expected=self.expected, closed=self.closed, outcome=self.outcome, note=self.note, agreed=self.agreed,
            ends=self.ends, referrer_told=self.referrer_told, source=self.key,
        )  # fmt: skip


class StageMoveRecord(NamedTuple):
    """A move of an opportunity to a stage, by name."""

    opportunity: int
    on: date
    stage: str

    @property
    def identity(self) -> Hashable:
        return self.opportunity, self.on, folded(self.stage)

    @property
    def day(self) -> date | None:
        return self.on

    @property
    def words(self) -> str:
        return self.stage

    def move(self, stage_id: int) -> StageMove:
        """It with the id of its stage."""
        return StageMove(self.on, stage_id)


class ParkingRecord(NamedTuple):
    """A parking of an opportunity."""

    opportunity: int
    on: date
    until: date

    @property
    def identity(self) -> Hashable:
        return self.opportunity, self.on, self.until

    @property
    def day(self) -> date | None:
        return self.on

    @property
    def words(self) -> str:
        return f"until {self.until.isoformat()}"

    def parking(self) -> Parking:
        """It as the book has it."""
        return Parking(self.on, self.until)


class StageRecord(NamedTuple):
    """A stage; its place is that of its row."""

    name: str
    probability: int
    stale_days: int
    retired: bool = False

    @property
    def identity(self) -> Hashable:
        return folded(self.name)

    @property
    def day(self) -> date | None:
        return None

    @property
    def words(self) -> str:
        return f"{self.name} · {self.probability} %"

    def stage(self, place: int) -> Stage:
        """It at its place among the stages."""
        return Stage(self.name, self.probability, self.stale_days, place, self.retired)


class LossReasonRecord(NamedTuple):
    """A reason for losing an opportunity."""

    label: str
    other: bool = False
    retired: bool = False

    @property
    def identity(self) -> Hashable:
        return folded(self.label)

    @property
    def day(self) -> date | None:
        return None

    @property
    def words(self) -> str:
        return self.label

    def reason(self) -> LossReason:
        """It as the book has it."""
        return LossReason(self.label, self.other, self.retired)


class TemplateRecord(NamedTuple):
    """A step of a checklist's template; an empty one stands for a checklist without steps."""

    checklist: str
    what: str = ""
    days: int = 0

    @property
    def identity(self) -> Hashable:
        """That of its checklist: a book has the whole of it or nothing."""
        return self.checklist

    @property
    def day(self) -> date | None:
        return None

    @property
    def words(self) -> str:
        return f"{self.checklist} · {self.what}" if self.what else self.checklist

    def step(self) -> TemplateStep:
        """It as the book has it."""
        return TemplateStep(self.checklist, self.what, self.days)
