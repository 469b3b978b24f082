"""Where things live on this machine: the files that ship with Balancer, and the owner's folders.

The functions only name places; whoever writes there creates the folder.
"""

import sys
from functools import cache
from pathlib import Path

APP = "balancer-desktop"


def resource(name: str) -> Path:
    """The bundled file or folder `name` ("icons/undo.svg"), wherever this program runs from.

    Raises FileNotFoundError when the program was packed without it.
    """
    path = _resources() / name
    if not path.exists():
        raise FileNotFoundError(f"Balancer was packed without {name} (looked in {path.parent}). Install it again.")
    return path


def default_book_dir() -> Path:
    """The book that opens when none is named: under the owner's documents, where backups already look."""
    return documents_dir() / "Balancer"


def documents_dir() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path()


def config_dir() -> Path:
    """Where this machine remembers windows, columns and recent books; never anything of the business."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def demo_dir() -> Path:
    """The demo business: made anew at will, so it sits among the caches, far from any real book."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False) / "demo"


def _resources() -> Path:
    """Frozen: unpacked by the bootloader. Installed: inside the package. From source: beside the package."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen is not None else _shipped()


@cache
def _shipped() -> Path:
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
