"""Which of a tab's people its table shows, before any filter."""

from dataclasses import dataclass

from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Scope:
    """Of one standing (None: any), and filed in one of these folders (None: wherever; 0 is no folder)."""

    standing: Standing | None = None
    folders: frozenset[int] | None = None

    def holds(self, row: PersonRow) -> bool:
        standing = self.standing is None or row.standing is self.standing
        return standing and (self.folders is None or row.folder_id in self.folders)


EVERYBODY = Scope()
