"""Writing small files and planning their import, for the tests of this folder."""

from pathlib import Path

from balancer_desktop.app.importing.plan import plan
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.app.importing.readings import Reading, detect
from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.known import HeldKeys, Known, compared
from balancer_desktop.domain.money import currency

EUR = currency("EUR")


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """A text file as it stands."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def understood(*paths: Path, kind: Kind | None = None) -> list[Reading]:
    """The files chosen together, as detected."""
    return detect([sheet for path in paths for sheet in open_sheets(path)], kind=kind)


def planned(*paths: Path, known: Known | None = None, kind: Kind | None = None) -> ImportPlan:
    """The plan of importing files together into a EUR book."""
    return plan(understood(*paths, kind=kind), known or Known(), EUR)


def after(done: ImportPlan) -> Known:
    """What a book knows once a plan was carried out in an empty one."""
    entries = [*done.sales, *done.work, *done.expenses]
    keys = {draft.key: number for number, draft in enumerate(done.people, start=1)}
    keys |= {entry.key: number for number, entry in enumerate(entries, start=1)}
    return Known(HeldKeys(keys), [compared(draft.party, number) for number, draft in enumerate(done.people, start=1)])
