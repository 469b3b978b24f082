"""From the command line to a window: application, look, book, and the picture if one was asked for."""

import os
import sys
from argparse import Namespace
from datetime import date

from balancer_desktop.domain.errors import Refused
from balancer_desktop.ui import garbage
from balancer_desktop.ui.plain_imports import import_plainly

_SETTLED_MS = 200
"""By then the window has been painted."""
NO_DISPLAY = (
    "balancer-desktop: There is no display to open a window on.\n"
    "Start it in a graphical session, or save a picture of the window with --screenshot FILE.\n"
    "The verbs work without a display; see --help."
)


def show(arguments: Namespace) -> int:
    """Open the window and stay until it is closed; the exit status."""
    if not _has_display():
        if not arguments.screenshot:
            print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - there is no window to say it in
            return 1
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        _hush_offscreen()
    garbage.rest()  # what is made now stays: looking through it again and again would only hold the window up
    from PySide6.QtCore import QTimer

    import_plainly()
    from balancer_desktop.ui.application import colours_remembered, make_application, window_settings
    from balancer_desktop.ui.desk import Desk
    from balancer_desktop.ui.faults import show_faults

    show_faults()
    app = make_application(dark=arguments.dark or colours_remembered(window_settings()))
    today = (lambda: arguments.today) if arguments.today else date.today
    desk = Desk(today, size=arguments.size, tab=arguments.tab, told=_print if arguments.screenshot else None)
    if not desk.begin(book=arguments.book, demo=arguments.demo):
        return 1
    if arguments.screenshot:
        from balancer_desktop.ui.screenshot import save_when_ready

        QTimer.singleShot(0, lambda: save_when_ready(desk.window, arguments.screenshot, app.exit))
    QTimer.singleShot(_SETTLED_MS, garbage.resume)
    return app.exec()


def _print(refusal: Refused) -> None:
    print(f"balancer-desktop: {refusal}", file=sys.stderr)  # noqa: T201 - a picture is taken where nobody looks


def _hush_offscreen() -> None:
    """Without a window manager there is nobody to propagate size hints to; Qt need not say so for every window."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def told(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if "propagateSizeHints" not in text:
            print(text, file=sys.stderr)  # noqa: T201 - as Qt itself would

    qInstallMessageHandler(told)


def _has_display() -> bool:
    """Only Linux and its like can be without one; a platform named in the environment is taken at its word."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
