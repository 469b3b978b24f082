"""Folders on the disk: each holds a small hidden file that says whose it is, by which it is found wherever it went."""

import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from balancer_desktop.domain.file_names import numbered

MARKER = ".balancer"
_UNFINISHED = f"{MARKER}.new"
_WORDS = "Balancer finds this folder by this file, also when it is renamed or moved. Please leave it here.\n"
_UID = re.compile(r"\(([0-9a-z]{6,16})\)")
_DEEPEST = 32


def owner_of(folder: Path) -> str:
    """The uid in a folder's marker; empty when there is none, or none that can be read."""
    try:
        with (folder / MARKER).open("rb") as file:
            return file.readline(100).decode("ascii", "replace").strip()
    except OSError:
        return ""


def mark(folder: Path, uid: str) -> None:
    """Say in a folder whose it is, whole or not at all."""
    unfinished = folder / _UNFINISHED
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, f"{uid}\n{_WORDS}".encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    unfinished.replace(folder / MARKER)
    _hide(folder / MARKER)


def make(folder: Path, uid: str) -> None:
    """A new private folder with its marker; OSError, and nothing of it, when the disk says no."""
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        mark(folder, uid)
    except OSError:
        remove_bare(folder)
        raise


def move(source: Path, target: Path) -> None:
    """Rename a folder to a name that free() gave; OSError when the system refuses."""
    source.rename(target)


def free(directory: Path, name: str, mover: Path | None = None) -> Path:
    """The name in a directory, with a number behind where it is taken by anything but the mover itself."""
    for number in count(1):
        path = directory / numbered(name, number)
        if not os.path.lexists(path) or (
            mover is not None and mover.exists() and path.exists() and path.samefile(mover)
        ):
            return path
    raise AssertionError("numbers end")


def is_bare(folder: Path) -> bool:
    """Whether nothing of the owner's lies in a folder."""
    return not folder.is_symlink() and {entry.name for entry in os.scandir(folder)} <= {MARKER, _UNFINISHED}


def remove_bare(folder: Path) -> bool:
    """Remove a folder that holds nothing but its marker; False, and it stays, when it holds more or is in use."""
    uid = owner_of(folder)
    try:
        if not is_bare(folder):
            return False
        for name in (_UNFINISHED, MARKER):
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
    except OSError:
        if uid and not owner_of(folder):
            mark(folder, uid)
        return False
    return True


def sync(directories: Iterable[Path]) -> None:
    """Have the disk itself know what was renamed in these directories."""
    if sys.platform == "win32":  # which has no such thing for directories
        return
    for directory in directories:
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class Sight:
    """The folders within some top folders as they stand now, to find one by its uid.

    Unless deep, a folder that has a uid in its name is known by that alone, and what lies within is not looked at.
    """

    def __init__(self, root: Path, tops: Iterable[str], *, deep: bool = True) -> None:
        self._root, self._deep = root, deep
        self._paths = [path for top in tops for path in _folders(root, top, deep=deep)]
        self._named: dict[str, list[str]] | None = None
        self._marked: dict[str, list[str]] | None = None

    def find(self, uid: str) -> str:
        """The path within the root of the folder whose marker, or for want of one whose name, has this uid."""
        found = [path for path in self.named.get(uid, ()) if owner_of(self._root / path) in ("", uid)]
        return min(found or self.marked.get(uid, [""]), key=lambda path: (len(path), path))

    @property
    def named(self) -> dict[str, list[str]]:
        """Paths by the uid in their name."""
        if self._named is None:
            self._named = defaultdict(list)
            for path in self._paths:
                for uid in _UID.findall(path.rpartition("/")[2]):
                    self._named[uid].append(path)
        return self._named

    @property
    def marked(self) -> dict[str, list[str]]:
        """Paths by the uid in their marker."""
        if self._marked is None:
            self._marked = defaultdict(list)
            for path in self._paths:
                by_name = not self._deep and _UID.search(path.rpartition("/")[2])
                if not by_name and (uid := owner_of(self._root / path)):
                    self._marked[uid].append(path)
        return self._marked


def _folders(root: Path, path: str, *, deep: bool, depth: int = 0) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(root / path), key=lambda entry: entry.name)
    except OSError:  # gone meanwhile, or not ours to read: what is in it cannot be found, and is reported as missing
        return
    for entry in entries:
        if entry.is_dir():
            inner = f"{path}/{entry.name}"
            yield inner
            if not entry.is_symlink() and depth < _DEEPEST and (deep or not _UID.search(entry.name)):
                yield from _folders(root, inner, deep=deep, depth=depth + 1)


if sys.platform == "win32":
    import ctypes

    def _hide(file: Path) -> None:
        ctypes.windll.kernel32.SetFileAttributesW(str(file), 2)  # FILE_ATTRIBUTE_HIDDEN
else:

    def _hide(file: Path) -> None:
        """A point in front of the name hides it here."""
