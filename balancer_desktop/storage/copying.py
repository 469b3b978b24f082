"""Copies of files and folders: private, whole or not at all, and never over anything that is there."""

import os
import stat
from collections.abc import Callable
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.file_names import numbered, safe_file_name, safe_name
from balancer_desktop.storage.cabinet import MARKER

_UNFINISHED = f"{MARKER}-copy-"
_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
Told = Callable[[int], bool]
"""Hears how many bytes were copied, and says whether to go on."""


class NotCopied(Refused):
    """Nothing of this file or folder is there."""


def clear_away(directory: Path) -> None:
    """Drop what a copy that was killed has left; the book's lock says that none is being made."""
    for leftover in directory.glob(f"{_UNFINISHED}*"):
        rmtree(leftover)


def copy_into(directory: Path, source: Path, told: Told) -> tuple[Path, list[str]]:
    """The copy's path, and the names within that were left out because they are links, or no files.

    NotCopied when there is nothing to read, the disk says no, or told() does. A link is followed when it is the source
    itself, for the owner has chosen it, and never within a folder.
    """
    name = source.name
    try:
        source = source.resolve(strict=True)
        _refuse_odd(directory, source)
        if source.parent.samefile(directory):
            return source, []
        workshop = Path(mkdtemp(prefix=_UNFINISHED, dir=directory))
        try:
            copy = workshop / "copy"
            left_out: list[str] = []
            _copy(source, copy, told, left_out, name)
            return _put(copy, directory, name), left_out
        finally:
            rmtree(workshop)
    except (OSError, RuntimeError) as error:  # a link in a circle is a RuntimeError
        why = getattr(error, "strerror", None) or str(error)
        raise NotCopied(f"“{name}” was not copied ({why}).", "Nothing of it was left behind.") from error


def _copy(source: Path, target: Path, told: Told, left_out: list[str], name: str) -> None:
    mode = source.lstat().st_mode
    if stat.S_ISDIR(mode):
        target.mkdir(mode=0o700)
        with os.scandir(source) as entries:
            inside = sorted(entry.name for entry in entries)
        for inner in inside:
            if inner != MARKER:  # another folder's name is not for its copy to bear
                free = _free(target, _safe(inner, source / inner), file=not (source / inner).is_dir())
                _copy(source / inner, free, told, left_out, f"{name}/{inner}")
    elif stat.S_ISREG(mode):
        _copy_file(source, target, told, name)
    else:
        left_out.append(name)


def _copy_file(source: Path, target: Path, told: Told, name: str) -> None:
    with (
        os.fdopen(os.open(source, _READ), "rb") as original,
        os.fdopen(os.open(target, _WRITE, 0o600), "wb") as copy,
    ):
        while chunk := original.read(_CHUNK):
            copy.write(chunk)
            if not told(len(chunk)):
                raise NotCopied(f"“{name}” was not copied: you stopped it.", "Nothing of it was left behind.")
        copy.flush()
        os.fsync(copy.fileno())
        times = os.fstat(original.fileno())
    os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))


def _put(copy: Path, directory: Path, name: str) -> Path:
    """Give a finished copy its name, or that with a number behind."""
    safe = _safe(name, copy)
    for number in count(1):
        target = directory / numbered(safe, number, file=copy.is_file())
        if not os.path.lexists(target) and _linked(copy, target):
            return target
    raise AssertionError("numbers end")


def _linked(copy: Path, target: Path) -> bool:
    """Whether the copy has got the name: linking a file fails where somebody was quicker to take it."""
    if copy.is_dir():
        copy.rename(target)
        return True
    try:
        target.hardlink_to(copy)
    except FileExistsError:
        return False
    except OSError:  # a disk without links
        copy.rename(target)
    return True


def _free(directory: Path, name: str, *, file: bool) -> Path:
    paths = (directory / numbered(name, number, file=file) for number in count(1))
    return next(path for path in paths if not os.path.lexists(path))


def _safe(name: str, path: Path) -> str:
    """A name every system takes; what is hidden stays so, as `.gitignore`."""
    plain = safe_name(name) if path.is_dir() else safe_file_name(name)
    return f".{plain}" if name.startswith(".") else plain


def _refuse_odd(directory: Path, source: Path) -> None:
    if not source.is_file() and not source.is_dir():
        raise NotCopied(f"“{source.name}” was not copied: it is no file and no folder.", "Choose something else.")
    if source in (directory.resolve(), *directory.resolve().parents):
        raise NotCopied(f"“{source.name}” was not copied: it would hold itself.", "Choose what is in it instead.")
