"""The keys, the one line's forms, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from balancer_desktop import __version__
from balancer_desktop.ui.theme.metrics import BETWEEN, EDGE

_LINES = (
    ("2h Acme roof repair", "hours of work; keeping or gaining follows from who it is"),
    ("45m prospecting", "hours that concern nobody in particular"),
    ("paid Acme 450", "money earned; “refund Acme 50” takes some back"),
    ("spent 60 flyers", "money spent"),
    ("missed call 555-0101 ref Acme gutter", "somebody called in vain, and waits; a name or a number is enough"),
    ("inquiry Hilltop website new roof", "somebody asked, and waits for an answer; how, and what for"),
    ("call Hilltop fri", "what to do next, and when"),
    ("quote Hilltop 2400", "quoted: to the stage Proposal; the name of any stage moves an opportunity there"),
    ("won Hilltop 2400", "won, with what was agreed; or “lost Hilltop price”, with why"),
    ("park Hilltop until march", "leave it alone until then; “2 weeks” will do as well"),
    ("promised Hilltop quote by fri", "what you promised somebody who asked"),
    ("answered Hilltop", "whoever asked has the answer; a number will do as well"),
    ("discount Hilltop 50", "an introductory discount: part of what winning them costs"),
    ("start Acme roof", "start the timer; “stop” logs its time"),
    ("2h Acme yesterday #keep", "any date, and the side when you know better"),
)
_KEYS = (
    ("Ctrl+Space", "quick entry"),
    ("Ctrl+K", "find anyone or anything, or run a command"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo and redo, anything"),
    ("Alt+1 … Alt+6", "the tabs"),
    ("Ctrl+F", "filter the list you see"),
    ("Ctrl+1 … Ctrl+4", "make the chosen people prospects, current, lapsed, ex"),
    ("Ctrl+R", "restore the chosen people who left"),
    ("Ins, F2, F6, Del", "in the folders of Lapsed & ex: a new folder, rename, move, remove"),
    ("F6", "move the chosen people who left to another folder"),
    ("Enter, F2, Ctrl+T, Del", "in a list of people: open, rename, tag, remove"),
    ("Ctrl+Shift+A", "in a list of people: add one"),
    ("Ctrl+Shift+O", "on somebody's page: open the folder of their files"),
    ("D, W, M, C, N", "on Today: done, a week later, a month later, call logged, plan the next step"),
    ("D, P, M, X, S", "on somebody who asked: answered, promise, make a prospect, not for us, lost to silence"),
    ("P, W, L", "on an opportunity in Today: leave it alone until a day, won, lost"),
    ("Ins, Enter, P, Del", "on Money: add, edit, paid, remove"),
    ("Ins, A, P, M", "on Inquiries: a new one, answered, promise something, make a prospect"),
    ("X, S, E, Del", "on Inquiries: not for us, lost to silence, edit, remove"),
    ("Ctrl+PgUp, Ctrl+PgDown", "on Prospects: the view before or after"),
    ("Ins, Enter, E, Del", "on the Board and the Table: a new opportunity, open whom it is for, edit, remove"),
    ("Ctrl+Left, Ctrl+Right", "on the Board and the Table: back a stage, on a stage; [ and ] do the same"),
    ("N, D, +, M", "on the Board and the Table: next action, done, a week later, a month later"),
    ("P, W, L", "on the Board and the Table: park or take up again, won, lost"),
    ("T, C", "on Inquiries, to thank: told and thanked, told by phone"),
    (
        "Ctrl+Shift+W, S, X, C, I, N, P",
        "a form for work, a sale, an expense, a contact, an inquiry, a next step, an opportunity",
    ),
    ("Ctrl+Shift+T", "start a timer, or stop it and log its time"),
    ("Esc", "from somebody's page back to where it was opened; from a form without saving"),
    ("Ctrl+B, F11", "hide the Balance panel, or give it the window"),
    ("Ctrl+I", "import people, sales, work or spending"),
    (
        "Ctrl+J",
        "bring in calls and appointments that others noted; there Space marks, I, A, N: what it becomes; E: not them",
    ),
    ("F1", "this page"),
)


def show_keys(parent: QWidget) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle("Keys and the one line")
    words = QLabel(_table("What the one line understands", _LINES) + _table("Keys", _KEYS))
    words.setTextFormat(Qt.TextFormat.RichText)
    words.setWordWrap(True)
    words.setMargin(BETWEEN)
    words.setAccessibleName("Keys and the one line")
    area = QScrollArea()
    area.setWidget(words)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setAccessibleName("Keys and the one line, scrolling")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(EDGE, EDGE, EDGE, BETWEEN)
    layout.addWidget(area, 1)
    layout.addWidget(buttons)
    dialog.resize(660, 560)
    dialog.open()


def show_about(parent: QWidget) -> None:
    QMessageBox.about(
        parent,
        "About Balancer",
        f"<b>Balancer {__version__}</b><p>The customers you have, and the ones you will need, in one local book. "
        "No account, no server, no network.</p><p>MIT licence.</p>",
    )


def _table(title: str, rows: tuple[tuple[str, str], ...]) -> str:
    body = "".join(f"<tr><td><b>{left}</b>&emsp;</td><td>{right}</td></tr>" for left, right in rows)
    return f"<h3>{title}</h3><table cellpadding='3'>{body}</table>"
