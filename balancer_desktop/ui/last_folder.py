"""Where a file dialog begins: in the folder that was chosen last, at first among the owner's documents."""

from pathlib import Path

from balancer_desktop.paths import documents_dir
from balancer_desktop.ui.application import window_settings

_KEY = "files/{}"


def last_folder(kind: str) -> str:
    """kind: what is looked for, such as `import`; each has a folder of its own. One that is gone is forgotten."""
    remembered = window_settings().value(_KEY.format(kind))
    return remembered if isinstance(remembered, str) and Path(remembered).is_dir() else str(documents_dir())


def remember_folder(kind: str, folder: Path) -> None:
    window_settings().setValue(_KEY.format(kind), str(folder))
