"""What an import would write besides people, money and work, not yet in the book.

A record's party refers as that of an entry does (see drafts), 0 where it is about nobody. identity says what makes it
the same record as one of the book or of another row: of those that come once, however the rest of it is written. key is
the import key of those that have one, by which a row is known again however its record was changed since.
"""

from collections.abc import Hashable
from datetime import date
from typing import NamedTuple, Protocol

from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.domain.folder import path_text
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.put_off import Matter, PutOff
from balancer_desktop.domain.setting_texts import WORDINGS
from balancer_desktop.domain.standing import ExitReason, ReasonClass, Standing, StandingChange


class Record(Protocol):
    """day and words are what is shown of it."""

    @property
    def identity(self) -> Hashable: ...

    @property
    def day(self) -> date | None: ...

    @property
    def words(self) -> str: ...


class StandingRecord(NamedTuple):
    """A change of standing, its reason and folder still by name; reason_class is None where the file says none."""

    party: int
    on: date
    standing: Standing
    by_first_sale: bool = False
    reason: str = ""
    reason_class: ReasonClass | None = None
    note: str = ""
    folder: tuple[str, ...] = ()
    hook: str = ""
    hook_due: date | None = None
    hook_done: date | None = None

    @property
    def identity(self) -> Hashable:
        return self.party, self.on, self.standing

    @property
    def day(self) -> date | None:
        return self.on

    @property
    def words(self) -> str:
        return " · ".join(filter(None, (self.standing.value, self.reason, self.note)))

    def change(self, party_id: int, reason_id: int, folder_id: int, cause_sale: int) -> StandingChange:
        """It with the ids of what it names."""
        return StandingChange(
            party_id, self.on, self.standing, reason_id, self.note, cause_sale, 0, folder_id, self.hook, self.hook_due,
            self.hook_done,
        )  # fmt: skip


class ContactRecord(NamedTuple):
    """A contact."""

    party: int
    on: date
    channel: Channel
    note: str = ""
    incoming: bool = False
    answered: bool = True
    key: str = ""

    @property
    def identity(self) -> Hashable:
        return self.party, self.on, self.channel, self.note

    @property
    def marks(self) -> frozenset[Hashable]:
        """Any of these is enough for a row of the same number to be this one, changed since."""
        return frozenset((self.party,))

    @property
    def day(self) -> date | None:
        return self.on

    @property
    def words(self) -> str:
        return f"{self.channel.value} · {self.note}" if self.note else self.channel.value

    def contact(self, party_id: int) -> Contact:
        """It as a contact with a party of the book."""
        return Contact(self.on, party_id, self.channel, self.note, 0, self.incoming, self.answered)


class StepRecord(NamedTuple):
    """A next step. closed: their leaving ended it undone. opportunity refers as pipeline_records has it."""

    party: int
    due: date
    what: str
    done_on: date | None = None
    outcome: str = ""
    closed: bool = False
    opportunity: int = 0
    checklist: str = ""
    key: str = ""

    @property
    def identity(self) -> Hashable:
        return self.party, self.due, self.what

    @property
    def marks(self) -> frozenset[Hashable]:
        """As a contact has them."""
        return frozenset((self.party,))

    @property
    def day(self) -> date | None:
        return self.due

    @property
    def words(self) -> str:
        return self.what

    def step(self, party_id: int, closed_by: int, opportunity_id: int) -> NextStep:
        """It as a step with a party of the book."""
        return NextStep(
            self.due, party_id, self.what, self.done_on, 0, self.outcome, closed_by, opportunity_id, self.checklist
        )


class PutOffRecord(NamedTuple):
    """Something put off."""

    party: int
    matter: Matter
    until: date

    @property
    def identity(self) -> Hashable:
        return self.party, self.matter

    @property
    def day(self) -> date | None:
        return self.until

    @property
    def words(self) -> str:
        return self.matter.value

    def put_off(self, party_id: int) -> PutOff:
        """It with a party of the book."""
        return PutOff(party_id, self.matter, self.until)


AboutSomebody = StandingRecord | ContactRecord | StepRecord | PutOffRecord


class ReasonRecord(NamedTuple):
    """A reason for leaving."""

    label: str
    kind: ReasonClass
    retired: bool = False

    @property
    def identity(self) -> Hashable:
        return folded(self.label)

    @property
    def day(self) -> date | None:
        return None

    @property
    def words(self) -> str:
        return f"{self.label} · {self.kind.value}"

    def reason(self) -> ExitReason:
        """It as the book has it."""
        return ExitReason(self.label, self.kind, self.retired)


class FolderRecord(NamedTuple):
    """A folder of those who left: its names from the top down."""

    path: tuple[str, ...]

    @property
    def identity(self) -> Hashable:
        return tuple(map(folded, self.path))

    @property
    def day(self) -> date | None:
        return None

    @property
    def words(self) -> str:
        return path_text(self.path)


class CadenceRecord(NamedTuple):
    """How often the owner wants to be in touch with those of a tag: days, 0 where none is set."""

    tag: str
    ideal: int
    longest: int

    @property
    def identity(self) -> Hashable:
        return self.tag

    @property
    def day(self) -> date | None:
        return None

    @property
    def words(self) -> str:
        return self.tag


class SettingRecord(NamedTuple):
    """A setting's name and text as the book has them."""

    name: str
    text: str

    @property
    def identity(self) -> Hashable:
        return self.name

    @property
    def day(self) -> date | None:
        return None

    @property
    def words(self) -> str:
        label, shown, _ = WORDINGS[self.name]
        return f"{label}: {shown(self.text)}"
