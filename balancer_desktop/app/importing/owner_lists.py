"""The owner's own lists of a plan on their way into the book: settings, reasons, folders, cadences."""

from collections.abc import Sequence

from balancer_desktop.app import archive_folders
from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.book_records import is_untouched
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.domain.importing.records import (
    CadenceRecord,
    FolderRecord,
    ReasonRecord,
    SettingRecord,
    StandingRecord,
)
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import ExitReason, ReasonClass

_UNKNOWN = ExitReason("Unknown", ReasonClass.UNKNOWN)


def write_lists(book: Book, plan: ImportPlan) -> None:
    """What the other rows build on; the list of reasons takes the place of the one an untouched book offers."""
    for setting in plan.of(SettingRecord):
        book.settings.set(setting.name, setting.text)
    reasons = plan.of(ReasonRecord)
    if reasons and is_untouched(book):
        for offered in book.people.reasons():
            book.people.remove_reason(offered.id)
    for reason in reasons:
        book.people.add_reason(reason.reason())
    for folder in plan.of(FolderRecord):
        archive_folders.make(book, folder.path)
    for cadence in plan.of(CadenceRecord):
        book.reminders.set_tag_gaps(cadence.tag, cadence.ideal, cadence.longest)


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
