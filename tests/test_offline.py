"""Offline means offline: the whole program runs in a process where any network socket ends it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import ctypes, os, platform, struct, sys

def forbid(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        print("NETWORK", event, arguments, flush=True)
        os._exit(9)

sys.addaudithook(forbid)
# Python's own sockets are caught above; Qt's only by the kernel: a filter that ends the process at
# socket(AF_INET) or socket(AF_INET6), see seccomp(2). Local sockets stay allowed.
number = {"x86_64": 41, "aarch64": 198}.get(platform.machine()) if sys.platform == "linux" else None
if number is not None:
    KILL, ALLOW, LOAD, EQUAL, RETURN = 0x80000000, 0x7FFF0000, 0x20, 0x15, 0x06
    steps = [(LOAD, 0, 0, 0), (EQUAL, 0, 4, number), (LOAD, 0, 0, 16), (EQUAL, 1, 0, 2), (EQUAL, 0, 1, 10),
             (RETURN, 0, 0, KILL), (RETURN, 0, 0, ALLOW)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(22, 2, program, 0, 0) == 0, ctypes.get_errno()
if "python" in sys.argv:
    import socket
    socket.create_connection(("127.0.0.1", 9))
if "qt" in sys.argv:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtNetwork import QTcpServer
    qt = QCoreApplication([])
    QTcpServer().listen()
    print("NETWORK was reached")
from datetime import date
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from balancer_desktop.ui.application import make_application
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.tabs import TABS
from balancer_desktop.app.demo import make_demo
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.run import import_files
app = make_application()
book = make_demo(Path("demo"), lambda: date(2026, 11, 20))
window = MainWindow(book, QSettings("window.ini", QSettings.Format.IniFormat), recent=[])
window.show()
def use():
    for tab in TABS:
        window.show_tab(tab.name)
        app.processEvents()
    window.open_party(1)
    export_csv(book, Path("out"))
    import_files(book, [Path("out") / "people.csv"])
    book.undo()
    window.close()
    app.exit(0)
window.panel.chart_ready.connect(lambda: QTimer.singleShot(0, use))
status = app.exec()
sys.exit(status)
"""


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("way", ["python", "qt"])
def test_the_trap_catches_a_connection(tmp_path: Path, way: str) -> None:
    done = run(tmp_path, way)
    assert done.returncode != 0
    assert "NETWORK" in done.stdout or done.returncode == -signal.SIGSYS


def test_the_whole_program_runs_without_a_network_socket(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "NETWORK" not in done.stdout
