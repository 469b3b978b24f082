"""The stores of an open book. Each is made, and its module read in, when it is first asked for.

The first window shows a few of them only, and stands the sooner for it.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from balancer_desktop.storage.contacts_store import ContactsStore
    from balancer_desktop.storage.folders_store import FoldersStore
    from balancer_desktop.storage.inquiries_store import InquiriesStore
    from balancer_desktop.storage.ledger_store import LedgerStore
    from balancer_desktop.storage.mix_store import MixStore
    from balancer_desktop.storage.people_store import PeopleStore
    from balancer_desktop.storage.pipeline_store import PipelineStore
    from balancer_desktop.storage.reminders_store import RemindersStore
    from balancer_desktop.storage.rhythm_store import RhythmStore
    from balancer_desktop.storage.settings_store import SettingsStore
    from balancer_desktop.storage.stages_store import StagesStore
    from balancer_desktop.storage.work_store import WorkStore


class Stores:
    """What to read from: stores.people, stores.ledger, … db: the open database."""

    def __init__(self, db: Any) -> None:
        self._db = db

    @cached_property
    def people(self) -> "PeopleStore":
        from balancer_desktop.storage.people_store import PeopleStore

        return PeopleStore(self._db)

    @cached_property
    def work(self) -> "WorkStore":
        from balancer_desktop.storage.work_store import WorkStore

        return WorkStore(self._db)

    @cached_property
    def ledger(self) -> "LedgerStore":
        from balancer_desktop.storage.ledger_store import LedgerStore

        return LedgerStore(self._db)

    @cached_property
    def contacts(self) -> "ContactsStore":
        from balancer_desktop.storage.contacts_store import ContactsStore

        return ContactsStore(self._db)

    @cached_property
    def settings(self) -> "SettingsStore":
        from balancer_desktop.storage.settings_store import SettingsStore

        return SettingsStore(self._db)

    @cached_property
    def mix(self) -> "MixStore":
        from balancer_desktop.storage.mix_store import MixStore

        return MixStore(self._db)

    @cached_property
    def rhythm(self) -> "RhythmStore":
        from balancer_desktop.storage.rhythm_store import RhythmStore

        return RhythmStore(self._db)

    @cached_property
    def folders(self) -> "FoldersStore":
        from balancer_desktop.storage.folders_store import FoldersStore

        return FoldersStore(self._db)

    @cached_property
    def reminders(self) -> "RemindersStore":
        from balancer_desktop.storage.reminders_store import RemindersStore

        return RemindersStore(self._db)

    @cached_property
    def inquiries(self) -> "InquiriesStore":
        from balancer_desktop.storage.inquiries_store import InquiriesStore

        return InquiriesStore(self._db)

    @cached_property
    def pipeline(self) -> "PipelineStore":
        from balancer_desktop.storage.pipeline_store import PipelineStore

        return PipelineStore(self._db)

    @cached_property
    def stages(self) -> "StagesStore":
        from balancer_desktop.storage.stages_store import StagesStore

        return StagesStore(self._db)
