"""A fault of the program itself is shown, not swallowed: what happened, what is safe, what to do."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication

_SAFE = (
    "Everything you entered before is saved. You can go on; if it happens again, close the program, run "
    "“balancer-desktop verify”, and report the details below."
)


def show_faults() -> None:
    """From now on an exception that nobody handles is printed and shown, once at a time."""
    sys.excepthook = _tell


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    if not issubclass(kind, Exception) or QCoreApplication.instance() is None:
        return
    from PySide6.QtWidgets import QApplication, QMessageBox

    if QApplication.activeModalWidget():
        return
    box = QMessageBox(QMessageBox.Icon.Critical, "Balancer", f"Something went wrong inside the program: {error}")
    box.setInformativeText(_SAFE)
    box.setDetailedText("".join(traceback.format_exception(kind, error, trace)))
    box.exec()
