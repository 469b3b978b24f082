"""What the owner sees under the line, and what Enter would write."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.side import Side


class Status(StrEnum):
    """Only READY can be committed. ASK without choices is answered by typing on."""

    EMPTY = "empty"
    READY = "ready"
    CHOOSE = "choose"
    ASK = "ask"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Who:
    """A known party's id; or a new person's name, phone or both; or nobody in particular."""

    party_id: int = 0
    name: str = ""
    phone: str = ""

    @property
    def is_new(self) -> bool:
        return not self.party_id and bool(self.name or self.phone)

    @property
    def is_nobody(self) -> bool:
        return not (self.party_id or self.name or self.phone)


NOBODY = Who()


@dataclass(frozen=True, slots=True)
class WorkDraft:
    on: date
    minutes: int
    side: Side
    who: Who = NOBODY
    note: str = ""
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class SaleDraft:
    """amount in minor units; a refund is negative."""

    on: date
    who: Who
    amount: int
    memo: str = ""
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class ExpenseDraft:
    """amount in minor units; what a supplier gave back is negative. introductory: as in domain.entries.Expense."""

    on: date
    amount: int
    side: Side
    who: Who = NOBODY
    memo: str = ""
    referred_by: Who = NOBODY
    introductory: bool = False


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """incoming, answered: as in domain.entries.Contact."""

    on: date
    who: Who
    channel: Channel
    note: str = ""
    referred_by: Who = NOBODY
    incoming: bool = False
    answered: bool = True


@dataclass(frozen=True, slots=True)
class NextStepDraft:
    due: date
    who: Who
    what: str
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class InquiryDraft:
    """Of somebody new, name and number stay with the inquiry: nobody becomes a party by asking.

    promised, promised_by: what they were promised at once, if anything, and by when, if any day was said.
    """

    on: date
    who: Who
    channel: InquiryChannel
    asked: str = ""
    referred_by: Who = NOBODY
    promised: str = ""
    promised_by: date | None = None


@dataclass(frozen=True, slots=True)
class StageDraft:
    """opportunity_id 0 opens one of this title. value in minor units, None leaves it as it is. note: kept as a note.

    inquiry_id: what a new one comes of, if anything.
    """

    on: date
    who: Who
    stage_id: int
    opportunity_id: int = 0
    title: str = ""
    value: int | None = None
    note: str = ""
    referred_by: Who = NOBODY
    inquiry_id: int = 0


@dataclass(frozen=True, slots=True)
class WonDraft:
    """opportunity_id 0 opens one of this title first. agreed in minor units, None where no amount is said.

    inquiry_id: as of StageDraft.
    """

    on: date
    who: Who
    opportunity_id: int = 0
    title: str = ""
    agreed: int | None = None
    note: str = ""
    referred_by: Who = NOBODY
    inquiry_id: int = 0


@dataclass(frozen=True, slots=True)
class LostDraft:
    on: date
    who: Who
    opportunity_id: int
    reason_id: int
    note: str = ""
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class ParkDraft:
    """until: the day on which it comes back."""

    until: date
    who: Who
    opportunity_id: int
    note: str = ""
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """by: None where no day was promised."""

    by: date | None
    who: Who
    what: str
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """They have their answer, as of today. note: what it was."""

    on: date
    who: Who
    note: str = ""
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class TimerDraft:
    """The timer starts now."""

    side: Side
    who: Who = NOBODY
    note: str = ""
    referred_by: Who = NOBODY


@dataclass(frozen=True, slots=True)
class StopDraft:
    """The timer stops, and its time is logged. note: added to what it was started with."""

    note: str = ""


Draft = (
    WorkDraft | SaleDraft | ExpenseDraft | ContactDraft | NextStepDraft | InquiryDraft | StageDraft | WonDraft
    | LostDraft | ParkDraft | PromiseDraft | AnswerDraft | TimerDraft | StopDraft
)  # fmt: skip


class Label(StrEnum):
    ENTRY = "entry"
    WHO = "who"
    TIME = "time"
    OPPORTUNITY = "about"
    STAGE = "stage"
    AMOUNT = "amount"
    AGREED = "agreed value"
    REASON = "reason"
    WHAT = "what"
    SIDE = "side"
    PROMISED = "promised"
    DATE = "date"
    UNTIL = "until"
    BY = "by"
    REFERRED_BY = "referred by"
    INQUIRY = "inquiry"
    BECOMES = "becomes"
    BEGINS = "begins"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class Part:
    """One fragment of the reading, in words the owner reads: label `who`, text `Acme Roofing Ltd`."""

    label: Label
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What the owner has already chosen for this line; pass a Choice's answer to read the line again."""

    party_id: int | None = None
    new_person: bool = False
    nobody: bool = False
    side: Side | None = None
    referrer_id: int | None = None
    new_referrer: bool = False
    opportunity_id: int | None = None
    reason_id: int | None = None


class ChoiceKind(StrEnum):
    PARTY = "party"
    NEW_PERSON = "new person"
    NOBODY = "nobody"
    SIDE = "side"
    OPPORTUNITY = "opportunity"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Choice:
    """badge is a known party's standing in words, else empty; answer holds every answer so far and this one."""

    kind: ChoiceKind
    label: str
    badge: str
    answer: Answers


@dataclass(frozen=True, slots=True)
class Reading:
    """The draft is there exactly when the status is READY.

    question: what is asked or why the line is refused, in sentences. choices: the possible answers, best first;
    a READY reading may offer some too, for the case that it took the wrong person.
    """

    line: str
    status: Status
    draft: Draft | None = None
    parts: tuple[Part, ...] = ()
    question: str = ""
    choices: tuple[Choice, ...] = ()

    def part(self, label: Label) -> str:
        """The text of one part, empty when the reading has none."""
        return next((part.text for part in self.parts if part.label is label), "")
