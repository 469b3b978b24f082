"""Processes of their own, for what only a fresh process can show: start-up and peak memory."""

import json
import os
import subprocess
import sys
import zipfile
from compileall import compile_dir
from pathlib import Path
from time import monotonic
from typing import Any

PROJECT = Path(__file__).parents[2]
DRIVERS = Path(__file__).parent / "drivers"


class Children:
    """Runs drivers against an installed copy of the program, with a home of their own.

    platform: Qt's, offscreen or xcb.
    """

    def __init__(self, installed: Path, home: Path, platform: str = "offscreen") -> None:
        self._env = os.environ | {
            "PYTHONPATH": str(installed),
            "QT_QPA_PLATFORM": platform,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
        }

    def run(self, driver: str, *arguments: str) -> dict[str, Any]:
        """What the driver tells as its last line, a JSON object; `started` is when it was started, on its own clock."""
        started = monotonic()
        done = subprocess.run(
            [sys.executable, str(DRIVERS / driver), *arguments],
            env=self._env, cwd=DRIVERS, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{driver} {arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        return {"started": started, **json.loads(done.stdout.splitlines()[-1])}


def install(folder: Path) -> Path:
    """The program as an installer leaves it: the wheel's files, compiled."""
    building = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "wheel")]
    subprocess.run(building, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = (folder / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "installed")
    compile_dir(folder / "installed", quiet=1)
    return folder / "installed"
