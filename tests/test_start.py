"""packaging/start.py: what it decides on a bare machine, and that a half-made environment is never believed."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "packaging" / "start.py"
OFFSCREEN = ["libglib2.0-0", "libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "fonts-dejavu-core", "libxkbcommon0"]
ON_X = ["libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"]


@pytest.fixture
def start() -> ModuleType:
    """The script as a module of its own, so that a test may move its folders."""
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that start.py takes for the project, with requirements and no environment yet."""
    venv = tmp_path / ".venv"
    folders = {"ROOT": tmp_path, "VENV": venv, "BIN": venv / "bin", "STAMP": venv / "complete.txt"}
    for name, folder in folders.items():
        monkeypatch.setattr(start, name, folder)
    (tmp_path / "packaging").mkdir()
    for name in start.TEST:
        (tmp_path / "packaging" / name).write_text("nothing==1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def steps(start: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that an installation calls, written down instead of run; .venv is only a folder."""
    called: list[str] = []

    def call(*command: str | Path) -> None:
        called.append(" ".join(map(str, command)))
        (project / ".venv").mkdir(exist_ok=True)

    monkeypatch.setattr(start, "call", call)
    monkeypatch.setattr(start, "add_program", lambda: None)
    return called


@pytest.mark.parametrize(
    ("environ", "shows"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_a_window_needs_a_display_on_linux(start: ModuleType, environ: dict[str, str], shows: bool) -> None:
    assert start.has_display(environ, "linux") is shows
    assert start.has_display(environ, "darwin") is True


@pytest.mark.parametrize(
    ("arguments", "windowless"),
    [
        ([], False),
        (["--dark", "--tab", "money"], False),
        (["--screenshot", "a.png"], True),
        (["--dark", "--screenshot=a.png"], True),
        (["mix", "--measure", "hours"], True),
    ],
)
def test_pictures_and_verbs_need_no_display(start: ModuleType, arguments: list[str], windowless: bool) -> None:
    assert start.is_windowless(arguments) is windowless


def test_the_demo_opens_unless_a_verb_says_otherwise(start: ModuleType) -> None:
    assert start.program([]) == ["balancer_desktop", "--demo"]
    assert start.program(["--screenshot", "a.png"]) == ["balancer_desktop", "--demo", "--screenshot", "a.png"]
    assert start.program(["people", "--json"]) == ["balancer_desktop", "people", "--json"]


def test_without_a_display_it_says_so_and_names_the_picture_before_installing_anything(
    start: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "has_display", lambda _environ: False)
    with pytest.raises(SystemExit) as stopped:
        start.main([])
    assert stopped.value.code == 1
    assert steps == []
    told = capsys.readouterr().err
    assert "no display" in told
    assert "python3 packaging/start.py --screenshot" in told


def test_help_is_given_at_once() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "start.py test" in done.stdout


@pytest.mark.parametrize(
    ("environ", "packages"),
    [
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, OFFSCREEN),
        ({"DISPLAY": ":0"}, OFFSCREEN + ON_X),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, OFFSCREEN + ON_X),
        ({"WAYLAND_DISPLAY": "w"}, [*OFFSCREEN, "libwayland-client0", "libwayland-cursor0"]),
    ],
)
def test_a_bare_machine_misses_what_its_screen_needs(
    start: ModuleType, environ: dict[str, str], packages: list[str]
) -> None:
    assert start.packages_for(start.wanted_libraries(environ), lambda _library: False) == packages


def test_only_what_is_missing_is_asked_for(start: ModuleType) -> None:
    here = {"libglib-2.0.so.0", "libfontconfig.so.1"}
    assert start.packages_for(start.QT, here.__contains__) == ["libegl1", "libgl1", "libdbus-1-3", "libxkbcommon0"]
    assert start.packages_for(start.QT, lambda _library: True) == []


def test_a_library_is_looked_for_by_loading_it(start: ModuleType) -> None:
    assert start.loads("libno-such-thing.so.99") is False
    if sys.platform == "linux":
        assert start.loads("libc.so.6") is True


def test_a_python_without_venv_is_mended_first(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda _name: None)
    venv_package = f"python3.{sys.version_info.minor}-venv"
    assert start.missing_packages({"QT_QPA_PLATFORM": "offscreen"}, "linux")[0] == venv_package
    assert start.missing_packages({}, "darwin") == []


def test_who_is_not_root_gets_the_exact_line(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "missing_packages", lambda _environ: ["libegl1", "libgl1"])
    monkeypatch.setattr(start.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stopped:
        start.provide_system({})
    assert stopped.value.code == 1
    line = "apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1"
    assert f"\n    {line}\n" in capsys.readouterr().err


def test_root_runs_the_very_line_and_looks_again(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(start, "missing_packages", lambda _environ: ["libegl1"])
    monkeypatch.setattr(start.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(start.os, "geteuid", lambda: 0)
    monkeypatch.setattr(start.subprocess, "run", lambda command, **_options: ran.append(shlex.join(command)))
    with pytest.raises(SystemExit):
        start.provide_system({})
    assert " && ".join(ran) == start.apt_line(["libegl1"])
    assert "could not be installed: libegl1" in capsys.readouterr().err


def test_a_system_without_apt_is_told_what_it_lacks(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "missing_packages", lambda _environ: ["libegl1"])
    monkeypatch.setattr(start.shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit):
        start.provide_system({})
    assert "libegl1" in capsys.readouterr().err


def test_the_second_start_installs_nothing(start: ModuleType, steps: list[str]) -> None:
    start.provide_environment(start.TEST)
    assert len(steps) == 3
    start.provide_environment(start.TEST)
    start.provide_environment(start.RUN)
    assert len(steps) == 3


def test_the_tests_need_more_than_the_program(start: ModuleType, steps: list[str]) -> None:
    start.provide_environment(start.RUN)
    assert "requirements-dev.txt" not in steps[1]
    start.provide_environment(start.TEST)
    assert "requirements-dev.txt" in steps[4]


@pytest.mark.parametrize("broken_step", [0, 1, 2])
def test_an_environment_that_was_not_finished_is_made_afresh(
    start: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, broken_step: int
) -> None:
    start.provide_environment(start.RUN)
    (start.ROOT / "packaging" / "requirements.txt").write_text("nothing==2\n", encoding="utf-8")
    write_down = start.call

    def fail(*command: str | Path) -> None:
        write_down(*command)
        if len(steps) == 3 + broken_step + 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(start, "call", fail)
    with pytest.raises(KeyboardInterrupt):
        start.provide_environment(start.RUN)
    assert not start.is_complete(start.RUN)

    before = len(steps)
    start.provide_environment(start.RUN)
    assert "--clear" in steps[before]
    assert start.is_complete(start.RUN)


@pytest.mark.parametrize("changed", ["version", "base_prefix"])
def test_another_python_makes_another_environment(
    start: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    start.provide_environment(start.RUN)
    assert start.is_complete(start.RUN)
    monkeypatch.setattr(start.sys, changed, "another")
    assert not start.is_complete(start.RUN)


def test_a_moved_project_makes_its_environment_again(
    start: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    start.provide_environment(start.RUN)
    assert start.is_complete(start.RUN)
    moved = project / "moved"
    (moved / "packaging").mkdir(parents=True)
    (moved / "packaging" / "requirements.txt").write_text("nothing==1\n", encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", moved)
    assert not start.is_complete(start.RUN)


def test_a_failing_step_stops_with_status_1(start: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        start.call(sys.executable, "-c", "raise SystemExit(3)")
    assert stopped.value.code == 1
    assert "starts afresh" in capfd.readouterr().err


def test_the_program_takes_over_with_its_own_exit_status() -> None:
    ask = "import sys; sys.path.insert(0, sys.argv[1]); import start; start.become(sys.argv[2:], {})"
    abort = [sys.executable, "-c", "import os; print('9 passed', flush=True); os.abort()"]
    done = subprocess.run([sys.executable, "-c", ask, SCRIPT.parent, *abort], capture_output=True, check=False)
    assert done.returncode == (3 if os.name == "nt" else -6)
    assert done.stdout.split() == [b"9", b"passed"]


def pins() -> dict[str, list[Requirement]]:
    """Every line of both requirement files, by package."""
    found: dict[str, list[Requirement]] = {}
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (SCRIPT.parent / name).read_text(encoding="utf-8").splitlines():
            if text := line.partition("#")[0].strip():
                pin = Requirement(text)
                found.setdefault(canonicalize_name(pin.name), []).append(pin)
    return found


def needs(name: str) -> list[Requirement]:
    """What an installed package needs here; nothing for one that is not for this Python."""
    try:
        requires = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    needed = [Requirement(text) for text in requires]
    return [need for need in needed if need.marker is None or need.marker.evaluate({"extra": ""})]


def test_every_requirement_is_pinned_to_one_version_without_an_address() -> None:
    for pin in (pin for pinned in pins().values() for pin in pinned):
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), pin
        assert pin.url is None


def test_exactly_the_pinned_versions_are_installed() -> None:
    for name, pinned in pins().items():
        [pin] = [pin for pin in pinned if pin.marker is None or pin.marker.evaluate()]
        assert distribution(name).version == next(iter(pin.specifier)).version


def test_nothing_that_a_pinned_package_needs_is_left_to_chance() -> None:
    pinned = pins()
    for name in pinned:
        for need in needs(name):
            [pin] = [pin for pin in pinned[canonicalize_name(need.name)] if not pin.marker or pin.marker.evaluate()]
            assert need.specifier.contains(next(iter(pin.specifier)).version), (name, need)


def test_the_pins_are_what_the_package_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = pins()
    for text in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        declared = Requirement(text)
        if declared.marker is None or declared.marker.evaluate():
            [pin] = [p for p in pinned[canonicalize_name(declared.name)] if not p.marker or p.marker.evaluate()]
            assert declared.specifier.contains(next(iter(pin.specifier)).version), text
