"""Bundled files are found installed, from source and frozen; the owner's folders follow the system."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from balancer_desktop import paths

ROOT = Path(__file__).resolve().parent.parent


def bundled_files() -> list[str]:
    folder = ROOT / "resources"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def run_python(*arguments: str, cwd: Path, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=os.environ | env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An owner's home without any desktop settings."""
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def test_from_source_every_resource_is_found_beside_the_package() -> None:
    names = bundled_files()
    assert names
    assert [paths.resource(name) for name in names] == [ROOT / "resources" / name for name in names]


def test_frozen_resources_are_where_the_bootloader_unpacked_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "undo.svg").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("undo.svg") == tmp_path / "resources" / "undo.svg"


def test_a_resource_that_was_not_packed_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.svg"):
        paths.resource("no-such.svg")


def test_the_wheel_carries_every_resource_and_finds_it_away_from_the_source(tmp_path: Path) -> None:
    run_python("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=ROOT)
    [wheel] = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)

    names = bundled_files()
    packed = installed / "balancer_desktop" / "resources"
    assert names
    assert sorted(p.relative_to(packed).as_posix() for p in packed.rglob("*") if p.is_file()) == names

    ask = "import sys; from balancer_desktop import paths; print(*map(paths.resource, sys.argv[1:]), sep='\\n')"
    told = run_python("-c", ask, *names, cwd=tmp_path, PYTHONPATH=str(installed))
    assert told.splitlines() == [str(packed / name) for name in names]


def test_the_owners_folders_are_where_the_system_keeps_such_things(home: Path) -> None:
    mac = sys.platform == "darwin"
    assert paths.default_book_dir() == home / "Documents" / "Balancer"
    assert paths.config_dir() == home / ("Library/Application Support" if mac else ".config") / "balancer-desktop"
    assert paths.demo_dir() == home / ("Library/Caches" if mac else ".cache") / "balancer-desktop" / "demo"


def test_folders_that_the_owner_moved_are_followed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "settings"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "Papiere"))
    assert paths.config_dir() == home / "settings" / "balancer-desktop"
    assert paths.default_book_dir() == home / "Papiere" / "Balancer"


def test_a_demo_is_never_inside_a_book_nor_a_book_inside_the_demo(home: Path) -> None:
    book, demo = paths.default_book_dir(), paths.demo_dir()
    assert not demo.is_relative_to(book)
    assert not book.is_relative_to(demo)


def test_naming_places_creates_nothing(home: Path) -> None:
    paths.default_book_dir(), paths.config_dir(), paths.demo_dir()
    assert list(home.iterdir()) == []


def test_importing_paths_leaves_platformdirs_for_later(tmp_path: Path) -> None:
    ask = "import sys, balancer_desktop.paths; print('platformdirs' in sys.modules)"
    assert run_python("-c", ask, cwd=ROOT) == "False"
