#!/usr/bin/env python3
"""Opens Balancer, or tests it, on a machine that has nothing but Python 3.11.

    python3 packaging/start.py                       opens the demo business
    python3 packaging/start.py --screenshot FILE     paints its window into a PNG; needs no display
    python3 packaging/start.py people --standing ex  any other verb of the command line, as it stands
    python3 packaging/start.py test [ARGUMENTS]      runs every test and check, through pytest

The first start makes the environment .venv in the project's folder; later ones only see that it is still
right. Outside that folder nothing changes, but for system libraries that Qt misses on a Debian where we are root.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one file that older Pythons get to read
    sys.exit("Balancer needs Python 3.11 or newer; this one is " + sys.version.split()[0] + ". Nothing was changed.")

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "complete.txt"

RUN = ("requirements.txt",)
TEST = ("requirements.txt", "requirements-dev.txt")

# What Qt loads from the system → the Debian packages that bring it. Newer releases answer to the same names.
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1 fonts-dejavu-core",  # who lacked the one has no font for words either
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_ON_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
QT_ON_WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}

NO_DISPLAY = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
For a picture of the window instead:

    python3 packaging/start.py --screenshot window.png

Nothing was changed."""


def main(arguments: list[str]) -> NoReturn:
    """Provides what is missing, then becomes the program (or pytest)."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        sys.exit(0)
    testing = arguments[:1] == ["test"]
    environ = dict(os.environ)
    if testing or is_windowless(arguments):
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif not has_display(environ):
        stop(NO_DISPLAY)

    provide_system(environ)
    provide_environment(TEST if testing else RUN)
    if testing:
        os.chdir(ROOT)
    become([str(BIN / "python"), "-m", *(["pytest", *arguments[1:]] if testing else program(arguments))], environ)


def program(arguments: list[str]) -> list[str]:
    """The module and its arguments: the demo business, unless a verb says what is wanted."""
    return ["balancer_desktop", *([] if has_verb(arguments) else ["--demo"]), *arguments]


def has_verb(arguments: list[str]) -> bool:
    """`people …` rather than `--dark …`."""
    return bool(arguments) and not arguments[0].startswith("-")


def is_windowless(arguments: list[str]) -> bool:
    """A picture and the command line's verbs need no display."""
    return has_verb(arguments) or any(a.partition("=")[0] in {"--screenshot", "--version"} for a in arguments)


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can show; elsewhere than on Linux it can. Who names Qt's platform knows better than we."""
    return platform != "linux" or any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


# --- the system


def provide_system(environ: Mapping[str, str]) -> None:
    """Python's venv and Qt's libraries: installed where we may, else named in the exact line that does it."""
    packages = missing_packages(environ)
    if not packages:
        return
    if not shutil.which("apt-get"):
        stop(f"This system lacks libraries that Qt needs; Debian calls them\n\n    {' '.join(packages)}\n")
    if os.geteuid() != 0:
        stop(
            f"Balancer needs a few system packages. As root (or after sudo) run\n\n    {apt_line(packages)}\n\n{AGAIN}"
        )
    say("Installing system packages: " + " ".join(packages))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in apt_commands(packages):  # a stale list of one source is no reason to stop; the install decides
        subprocess.run(command, env=quiet, stdout=sys.stderr, check=False)
    left = missing_packages(environ)
    if left:
        stop(f"These system packages could not be installed: {' '.join(left)}\n\n    {apt_line(left)}\n\n{AGAIN}")


AGAIN = "then the same command again. Nothing else was changed."


def missing_packages(environ: Mapping[str, str], platform: str = sys.platform) -> list[str]:
    """The Debian packages that would bring what is not here, in a steady order."""
    if platform != "linux":
        return []
    python = [] if importlib.util.find_spec("ensurepip") else [f"python3.{sys.version_info.minor}-venv"]
    return python + packages_for(wanted_libraries(environ), loads)


def wanted_libraries(environ: Mapping[str, str]) -> dict[str, str]:
    """Qt's own needs, and those of the screen it will show on."""
    qpa = environ.get("QT_QPA_PLATFORM", "")
    on_x = bool(environ.get("DISPLAY")) and (not qpa or "xcb" in qpa)
    on_wayland = bool(environ.get("WAYLAND_DISPLAY")) and (not qpa or "wayland" in qpa)
    return QT | (QT_ON_X if on_x else {}) | (QT_ON_WAYLAND if on_wayland else {})


def packages_for(libraries: Mapping[str, str], has: Callable[[str], bool]) -> list[str]:
    """The packages of every library that is not there."""
    return [package for library, packages in libraries.items() if not has(library) for package in packages.split()]


def loads(library: str) -> bool:
    """Whether the dynamic linker finds it, whoever installed it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_commands(packages: Iterable[str]) -> list[list[str]]:
    """Lists first: a fresh machine has none."""
    return [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]]


def apt_line(packages: Iterable[str]) -> str:
    """The same, to be pasted into a root shell."""
    return " && ".join(shlex.join(command) for command in apt_commands(packages))


# --- the environment


def provide_environment(requirements: tuple[str, ...]) -> None:
    """Makes .venv anew unless it is complete. The stamp goes first and comes last, so half of one is never believed."""
    if is_complete(requirements):
        return
    say(f"Making {VENV} (once; Qt alone is 250 MB) …")
    STAMP.unlink(missing_ok=True)
    call(sys.executable, "-m", "venv", "--clear", VENV)
    files = [part for name in requirements for part in ("-r", ROOT / "packaging" / name)]
    # Everything is pinned, so pip has nothing to choose: a package that is not listed does not come in.
    call(BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", *files)
    add_program()
    call(BIN / "python", "-m", "compileall", "-q", ROOT / "balancer_desktop")
    STAMP.write_text("\n".join(map(fingerprint, requirements)), encoding="utf-8")


def is_complete(requirements: Iterable[str]) -> bool:
    """Whether .venv was finished, by this Python, in this folder, with these very requirements."""
    done = STAMP.read_text(encoding="utf-8").split() if STAMP.is_file() else []
    return all(fingerprint(name) in done for name in requirements)


def fingerprint(requirements: str) -> str:
    """Changes with whatever would make another environment of one requirement file."""
    seal = hashlib.sha256("\n".join((requirements, sys.version, sys.base_prefix, str(ROOT))).encode())
    seal.update(Path(__file__).read_bytes())
    seal.update((ROOT / "packaging" / requirements).read_bytes())
    return seal.hexdigest()


def add_program() -> None:
    """The package runs from its source; the command `balancer-desktop` stands beside the environment's Python."""
    library = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))
    (library / "balancer_desktop.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if os.name == "nt":
        (BIN / "balancer-desktop.cmd").write_text('@"%~dp0python" -m balancer_desktop %*\n', encoding="utf-8")
        return
    command = BIN / "balancer-desktop"
    python = shlex.quote(str(BIN / "python"))  # named in full: the command may be linked to from elsewhere
    command.write_text(f'#!/bin/sh\nexec {python} -m balancer_desktop "$@"\n', encoding="utf-8")
    command.chmod(0o755)


def call(*command: str | Path) -> None:
    """Runs one step; its words are on the screen, so a failure only has to say what now."""
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        stop(f"\n{VENV} could not be finished (see above). When that is mended, the same command starts afresh.")


def become(command: list[str], environ: dict[str, str]) -> NoReturn:
    """In place of this process, so that its exit status, signals included, is the one the caller sees."""
    if os.name == "nt":
        sys.exit(subprocess.run(command, env=environ, check=False).returncode)
    os.execve(command[0], command, environ)


def say(words: str) -> None:
    """To stderr: what the program prints may be read by another one."""
    print(words, file=sys.stderr, flush=True)


def stop(words: str) -> NoReturn:
    """Ends with status 1, saying why."""
    say(words)
    sys.exit(1)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
