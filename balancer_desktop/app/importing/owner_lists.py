"""The owner's own lists of a plan on their way into the book: settings, reasons, folders, cadences."""

from collections.abc import Sequence
from dataclasses import replace

from balancer_desktop.app import archive_folders
from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.book_records import is_untouched
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.domain.importing.pipeline_records import LossReasonRecord, StageRecord, TemplateRecord
from balancer_desktop.domain.importing.pipeline_rows import NEW_STAGE
from balancer_desktop.domain.importing.records import (
    CadenceRecord,
    FolderRecord,
    ReasonRecord,
    SettingRecord,
    StandingRecord,
)
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.standing import ExitReason, ReasonClass

_OTHER = "other"
_UNKNOWN = ExitReason("Unknown", ReasonClass.UNKNOWN)


def write_lists(book: Book, plan: ImportPlan) -> None:
    """What the other rows build on. A list takes the place of the one that an untouched book offers; in any other what
    is there stays, and what is new is added.
    """
    for setting in plan.of(SettingRecord):
        book.settings.set(setting.name, setting.text)
    reasons, untouched = plan.of(ReasonRecord), is_untouched(book)
    if reasons and untouched:
        for offered in book.people.reasons():
            book.people.remove_reason(offered.id)
    for reason in reasons:
        book.people.add_reason(reason.reason())
    _write_pipeline_lists(book, plan, untouched=untouched)
    for folder in plan.of(FolderRecord):
        archive_folders.make(book, folder.path)
    for cadence in plan.of(CadenceRecord):
        book.reminders.set_tag_gaps(cadence.tag, cadence.ideal, cadence.longest)


def _write_pipeline_lists(book: Book, plan: ImportPlan, *, untouched: bool) -> None:
    stages, losses, templates = plan.of(StageRecord), plan.of(LossReasonRecord), plan.of(TemplateRecord)
    if stages and untouched:
        for stage in book.stages.stages():
            book.stages.remove(stage.id)
    first = 1 + max((stage.place for stage in book.stages.stages()), default=-1)
    for place, record in enumerate(stages, first):
        book.stages.add(record.stage(place))
    if losses and untouched:
        for loss in book.stages.loss_reasons():
            book.stages.remove_loss_reason(loss.id)
    for reason in losses:
        book.stages.add_loss_reason(reason.reason())
    for checklist in dict.fromkeys([*(book.stages.checklists() if templates and untouched else ()),
                                    *(record.checklist for record in templates)]):  # fmt: skip
        steps = [record.step() for record in templates if record.checklist == checklist and record.what]
        book.stages.replace_template(checklist, steps)


class Pipeline:
    """Ids of the stages and reasons for a loss that opportunities name; one that is not there is added."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._stages = {folded(stage.name): stage.id for stage in book.stages.stages()}
        self._losses = {folded(reason.label): reason.id for reason in book.stages.loss_reasons()}

    def stage(self, name: str) -> int:
        """The first one for an empty name."""
        if not name:
            return self._book.stages.stages()[0].id
        if folded(name) not in self._stages:
            place = 1 + max(stage.place for stage in self._book.stages.stages())
            self._stages[folded(name)] = self._book.stages.add(replace(NEW_STAGE, name=name, place=place))
        return self._stages[folded(name)]

    def loss(self, label: str) -> int:
        """That which says nothing by itself for an empty label."""
        if not label:
            other = next((reason for reason in self._book.stages.loss_reasons() if reason.other), None)
            return other.id if other else self.loss(_OTHER)
        if folded(label) not in self._losses:
            self._losses[folded(label)] = self._book.stages.add_loss_reason(LossReason(label, folded(label) == _OTHER))
        return self._losses[folded(label)]


class Filing:
    """Ids of the reasons and folders that changes of standing name; one that is not there is added."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._reasons = {folded(reason.label): reason.id for reason in book.people.reasons()}
        self._unknown = next((r.id for r in book.people.reasons() if r.kind is ReasonClass.UNKNOWN), 0)
        self._folders: dict[Sequence[str], int] = {(): 0}

    def unknown_reason(self) -> int:
        """For those who left, nobody says why."""
        if not self._unknown:
            self._unknown = self._reason(_UNKNOWN)
        return self._unknown

    def reason(self, record: StandingRecord) -> int:
        """0 where the file gives none."""
        if not record.reason:
            return 0
        return self._reason(ExitReason(record.reason, record.reason_class or ReasonClass.UNKNOWN))

    def folder(self, record: StandingRecord) -> int:
        """0 for none of the owner's own."""
        if record.folder not in self._folders:
            self._folders[record.folder] = archive_folders.make(self._book, record.folder)
        return self._folders[record.folder]

    def _reason(self, reason: ExitReason) -> int:
        key = folded(reason.label)
        if key not in self._reasons:
            self._reasons[key] = self._book.people.add_reason(reason)
        return self._reasons[key]
