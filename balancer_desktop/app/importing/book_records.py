"""The records of a book as an import compares them with its own."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from balancer_desktop.app.book import Book
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.known import KnownEntry, KnownRecord
from balancer_desktop.domain.importing.pipeline_records import (
    InquiryRecord,
    LossReasonRecord,
    OpportunityRecord,
    StageRecord,
    TemplateRecord,
)
from balancer_desktop.domain.importing.records import (
    CadenceRecord,
    ContactRecord,
    FolderRecord,
    PutOffRecord,
    ReasonRecord,
    Record,
    StandingRecord,
    StepRecord,
)
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.storage.import_store import ImportStore

Records = Iterable[KnownRecord]


def records(book: Book, kind: Kind) -> list[KnownRecord]:
    """Every record of a kind; none of those whose history comes with something else."""
    if kind is Kind.SETTINGS:
        return [KnownRecord(name) for name in book.settings.names()]
    return [*_RECORDS[kind](book)]


def entries(book: Book, kind: Kind, ids: Sequence[int]) -> Mapping[int, KnownEntry]:
    """The sales, work or expenses of these ids."""
    return ImportStore(book.file.db).entries(kind.value, ids)


def is_untouched(book: Book) -> bool:
    """Nobody is in it yet, so the lists it offers were used for nothing: an import may bring lists of its own."""
    return not any(book.people.standings().values())


def _plain(found: Iterable[Record]) -> Records:
    return (KnownRecord(record.identity) for record in found)


def _contacts(book: Book) -> Records:
    for contact in book.contacts.all():
        record = ContactRecord(contact.party_id, contact.on, contact.channel, contact.note)
        yield KnownRecord(record.identity, contact.id, record.marks)
    for inquiry in book.inquiries.all():
        if inquiry.channel is InquiryChannel.MISSED_CALL:
            call = _inquiry(inquiry)._replace(by_rule=True)
            yield KnownRecord(call.identity, -inquiry.id, call.marks)


def _steps(book: Book) -> Records:
    for step in book.contacts.all_steps():
        record = StepRecord(step.party_id, step.due, step.what)
        yield KnownRecord(record.identity, step.id, record.marks)


def _inquiries(book: Book) -> Records:
    for inquiry in book.inquiries.all():
        record = _inquiry(inquiry)
        yield KnownRecord(record.identity, inquiry.id, record.marks)


def _inquiry(inquiry: Inquiry) -> InquiryRecord:
    return InquiryRecord(
        inquiry.party_id, inquiry.received, inquiry.channel, inquiry.name, inquiry.phone, inquiry.email, inquiry.asked
    )


def _opportunities(book: Book) -> Records:
    for opportunity in book.pipeline.all():
        record = OpportunityRecord(opportunity.party_id, opportunity.title, opportunity.opened)
        yield KnownRecord(record.identity, opportunity.id, record.marks)


def _reasons(book: Book) -> Iterable[Record]:
    offered = [] if is_untouched(book) else book.people.reasons()
    return [ReasonRecord(reason.label, reason.kind, reason.retired) for reason in offered]


def _stages(book: Book) -> Iterable[Record]:
    offered = [] if is_untouched(book) else book.stages.stages()
    return [StageRecord(stage.name, stage.probability, stage.stale_days) for stage in offered]


def _loss_reasons(book: Book) -> Iterable[Record]:
    offered = [] if is_untouched(book) else book.stages.loss_reasons()
    return [LossReasonRecord(reason.label) for reason in offered]


def _checklists(book: Book) -> Iterable[Record]:
    """The one that winning begins is the owner's own though it be empty."""
    offered = [] if is_untouched(book) else {ONBOARDING, *book.stages.checklists()}
    return [TemplateRecord(name) for name in offered]


def _folders(book: Book) -> Iterable[Record]:
    folders = book.folders.all()
    return [FolderRecord(path_of(folders, folder.id)) for folder in folders]


_RECORDS: dict[Kind, Callable[[Book], Records]] = {
    Kind.STANDINGS: lambda book: _plain(StandingRecord(c.party_id, c.on, c.standing) for c in book.people.histories()),
    Kind.CONTACTS: _contacts,
    Kind.NEXT_STEPS: _steps,
    Kind.PUT_OFF: lambda book: _plain(
        PutOffRecord(p.party_id, p.matter, p.until) for p in book.reminders.all_put_off()
    ),
    Kind.CADENCES: lambda book: _plain(CadenceRecord(tag, *gaps) for tag, gaps in book.reminders.tag_gaps().items()),
    Kind.REASONS: lambda book: _plain(_reasons(book)),
    Kind.FOLDERS: lambda book: _plain(_folders(book)),
    Kind.STAGES: lambda book: _plain(_stages(book)),
    Kind.LOSS_REASONS: lambda book: _plain(_loss_reasons(book)),
    Kind.CHECKLISTS: lambda book: _plain(_checklists(book)),
    Kind.INQUIRIES: _inquiries,
    Kind.OPPORTUNITIES: _opportunities,
    Kind.STAGE_MOVES: lambda _book: (),
    Kind.PARKINGS: lambda _book: (),
}
