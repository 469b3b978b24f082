"""Every way a file can fail, turned into BadInput that names the file and says what to do."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from balancer_desktop.domain.errors import BadInput, Refused


@contextmanager
def as_bad_input(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside leaves as BadInput naming the file, save what ends the program."""
    try:
        yield
    except (Refused, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except FileNotFoundError as wrong:
        raise unreadable(path, "is not there", "Choose the file again.") from wrong
    except IsADirectoryError as wrong:
        raise unreadable(path, "is a folder", "Choose a file inside it.") from wrong
    except PermissionError as wrong:
        raise unreadable(path, "may not be read", "Allow reading it, or copy it to a folder of your own.") from wrong
    except OSError as wrong:
        raise unreadable(path, "cannot be read from its disk", "Copy it to this computer first.") from wrong
    except UnicodeError as wrong:
        raise unreadable(path, "is not in the chosen text encoding", "Choose another, or save it as UTF-8.") from wrong
    except csv.Error as wrong:
        raise unreadable(path, f"is not a proper CSV file ({wrong})", "Save it once more as CSV.") from wrong
    except BaseException as wrong:
        if type(wrong).__name__ == "PasswordError":
            raise unreadable(path, "is locked with a password", "Save a copy without a password.") from wrong
        raise unreadable(
            path, "is damaged or not a spreadsheet", "Open it there, save it as CSV, import that."
        ) from wrong


def unreadable(path: Path, what: str, remedy: str) -> BadInput:
    """The error for a file: `“sales.csv” is a folder, so nothing was read.`"""
    return BadInput(f"“{path.name}” {what}, so nothing was imported.", remedy)
