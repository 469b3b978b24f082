"""The program started as people start it: a picture of the demo window, and a clear word where there is no display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage


def start(tmp_path: Path, *arguments: str, platform: str = "") -> "subprocess.CompletedProcess[str]":
    """A process of its own with its own folders and, unless a platform is named, no display."""
    unwanted = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in unwanted}
    env |= {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "HOME": str(tmp_path),
    }
    if platform:
        env["QT_QPA_PLATFORM"] = platform
    command = [sys.executable, "-m", "balancer_desktop", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=env)


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


@pytest.mark.parametrize(("size", "dark"), [((1280, 800), False), ((1920, 1080), True)])
def test_a_picture_of_the_demo_window(tmp_path: Path, size: tuple[int, int], *, dark: bool) -> None:
    file = tmp_path / "window.png"
    look = ["--dark"] if dark else []
    done = start(
        tmp_path, "--demo", "--screenshot", str(file), "--size", "{}x{}".format(*size), "--tab", "money", *look
    )
    assert done.returncode == 0, done.stderr
    image = QImage(str(file))
    assert (image.width(), image.height()) == size
    assert len(colours(image)) > 20
    assert (image.pixelColor(size[0] // 2, size[1] - 6).lightness() < 128) is dark


def test_the_demo_never_touches_a_real_book(tmp_path: Path) -> None:
    start(tmp_path, "--demo", "--screenshot", str(tmp_path / "window.png"))
    assert not (tmp_path / "Documents").exists()
    assert list((tmp_path / "cache").rglob("book.db"))


def test_without_a_display_it_says_so_and_names_the_alternative(tmp_path: Path) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("these always have a display")
    done = start(tmp_path, "--demo")
    assert done.returncode == 1
    assert "--screenshot" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_picture_of_a_book_that_is_refused_says_why(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "book.db").write_bytes(b"nothing a database begins with" * 9)
    file = tmp_path / "window.png"
    done = start(tmp_path, "--book", str(tmp_path / "broken"), "--screenshot", str(file))
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert not file.exists()


def test_a_first_start_shows_the_three_choices(tmp_path: Path) -> None:
    file = tmp_path / "start.png"
    done = start(tmp_path, "--screenshot", str(file))
    assert done.returncode == 0, done.stderr
    assert not QImage(str(file)).isNull()
