"""The command line's grammar: one window, or one verb."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from balancer_desktop import __version__
from balancer_desktop.domain.errors import BadInput

T = TypeVar("T")
TABS = ("today", "customers", "lapsed", "prospects", "money", "review")
MEASURES = ("hours", "income", "money", "heads")
STANDINGS = ("prospect", "current", "lapsed", "ex")
_SWITCHES = frozenset(("--demo", "--dark"))
KINDS = ("people", "sales", "work", "expenses", "standings", "contacts", "next_steps", "reasons", "folders", "cadences",
         "put_off", "inquiries", "stages", "loss_reasons", "checklists", "opportunities", "stage_moves", "parkings",
         "settings")  # fmt: skip


def parse(argv: Sequence[str]) -> Namespace:
    """verb is None for the window. book, today and json mean the same before and after a verb. Exits 2 on misuse."""
    arguments = _parser(verbs=not _SWITCHES.issuperset(argv)).parse_args(argv)
    for name in ("tab", "dark", "size", "screenshot", "demo"):
        if arguments.verb is not None and getattr(arguments, name, None):
            _parser().error(f"--{name} goes with the window, not with “{arguments.verb}”")
    return arguments


def _parser(*, verbs: bool = True) -> ArgumentParser:
    """Without the verbs, which nobody sees where nothing can be wrong: the window opens sooner."""
    parser = ArgumentParser("balancer-desktop", description="The customers you have, and the ones you will need.")
    parser.add_argument("--version", action="version", version=f"Balancer {__version__}")
    _common(parser, nothing=None)
    window = parser.add_argument_group("the window (when no verb is given)")
    window.add_argument("--demo", action="store_true", help="look around in a demo business")
    window.add_argument("--screenshot", metavar="FILE", type=Path, help="save a PNG of the window and leave")
    window.add_argument("--tab", choices=TABS, help="the tab to show")
    window.add_argument("--dark", action="store_true", help="dark colours whatever the system says")
    window.add_argument("--size", metavar="WxH", type=_size, help="the window's size, such as 1280x800")
    parser.set_defaults(verb=None)
    if verbs:
        _add_verbs(parser)
    return parser


def _add_verbs(parser: ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs, without a window")

    def verb(name: str, summary: str) -> ArgumentParser:
        made = verbs.add_parser(name, help=summary, description=summary)
        _common(made, nothing=SUPPRESS)
        return made

    new = verb("new", "start an empty book")
    new.add_argument("--currency", default="EUR", metavar="CODE", help="ISO 4217, such as EUR (default), USD, JPY")
    bring = verb("import", "bring in people, sales, work, contacts and the rest from CSV, XLSX, ODS or vCard files")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--kind", choices=KINDS, help="what every file holds, when its headings do not say")
    bring.add_argument("--dry-run", action="store_true", help="only say what would be done")
    bring.add_argument("--skip-wrong", action="store_true", help="leave out what cannot be read, and name it")
    take = verb("intake", "bring in calls and appointments from CSV, XLSX, vCard or iCalendar files, nothing twice")
    take.add_argument("files", nargs="+", type=Path, metavar="FILE")
    take.add_argument("--dry-run", action="store_true", help="only say what would be done")
    log = verb("log", "write one quick-entry line")
    log.add_argument("line", metavar="LINE")
    log.add_argument("--new", action="store_true", help="take in whoever the line names who is not in the book")
    verb("people", "list people").add_argument("--standing", choices=STANDINGS)
    verb("today", "everything that waits for you, the most urgent first")
    verb("rhythm", "who is current, quiet or probably gone, and the model of everybody's buying")
    _add_prospects(verb)
    leave = verb("archive", "file people who left, with the reason; their reminders stop, nothing is deleted")
    leave.add_argument("names", nargs="+", metavar="NAME|ID")
    leave.add_argument("--reason", required=True, metavar="LABEL", help="such as “Moved away”, “Price”, “Unknown”")
    leave.add_argument("--on", type=_date, metavar="YYYY-MM-DD", help="the day they left; today when not given")
    leave.add_argument("--folder", default="", metavar="A/B", help="within ex_Customers; made when it is not there")
    leave.add_argument("--note", default="", metavar="TEXT")
    leave.add_argument("--hook", default="", metavar="TEXT", help="what to come back to them for")
    leave.add_argument("--hook-due", type=_date, metavar="YYYY-MM-DD", help="when to come back to them")
    back = verb("restore", "give people who left the standing they had before, and their reminders")
    back.add_argument("names", nargs="+", metavar="NAME|ID")
    back.add_argument("--on", type=_date, metavar="YYYY-MM-DD", help="the day they came back; today when not given")
    exits = verb("exits", "who left and why, by month, quarter and year, and how many that makes to replace a year")
    exits.add_argument("--from", dest="first", metavar="YYYY-MM")
    exits.add_argument("--to", dest="last", metavar="YYYY-MM")
    mix = verb("mix", "the retention-versus-acquisition mix, month by month")
    mix.add_argument("--measure", choices=MEASURES, required=True)
    mix.add_argument("--from", dest="first", metavar="YYYY-MM")
    mix.add_argument("--to", dest="last", metavar="YYYY-MM")
    export = verb("export", "write every table as CSV files into a folder")
    export.add_argument("--format", choices=("csv",), default="csv")
    export.add_argument("path", type=Path, metavar="PATH")
    verb("verify", "check the file, the references, the ledger and the histories")


def _add_prospects(verb: Callable[[str, str], ArgumentParser]) -> None:
    asked = verb("inquiries", "who waits for an answer, the longest first")
    asked.add_argument("--all", action="store_true", help="those that are settled too")
    verb("pipeline", "the stages with what is open in them, its value, and how much of it is won in the end")
    won = verb("win", "close an opportunity as won; its party is a customer from then on")
    won.add_argument("name", metavar="NAME|ID", help="whose or which it is, or its number as “pipeline” lists it")
    brought = won.add_mutually_exclusive_group()
    brought.add_argument("--sale", metavar="AMOUNT", help="record the first sale with it")
    brought.add_argument("--agreed", metavar="AMOUNT", help="the value agreed; the opportunity's own when not given")
    won.add_argument("--on", type=_date, metavar="YYYY-MM-DD", help="the day it was won; today when not given")
    won.add_argument("--ends", type=_date, metavar="YYYY-MM-DD", help="until when that work will run")
    lost = verb("lose", "close an opportunity as lost, with the reason")
    lost.add_argument("name", metavar="NAME|ID", help="whose or which it is, or its number as “pipeline” lists it")
    lost.add_argument("--reason", required=True, metavar="LABEL", help="such as “Price”; “Other” needs a note")
    lost.add_argument("--note", default="", metavar="TEXT")
    lost.add_argument("--on", type=_date, metavar="YYYY-MM-DD", help="the day it was lost; today when not given")
    funnel = verb("funnel", "what went through the stages in a period, what was won, and who and what brought it")
    funnel.add_argument("--from", dest="first", metavar="DAY|MONTH", help="such as 2026-11-20 or 2026-11")
    funnel.add_argument("--to", dest="last", metavar="DAY|MONTH", help="12 months up to today when neither is given")


def _common(parser: ArgumentParser, nothing: str | None) -> None:
    """A verb's own parser must not write its defaults over what stood before the verb."""
    parser.add_argument("--book", type=Path, metavar="DIR", default=nothing, help="the book's folder")
    parser.add_argument("--today", type=_date, metavar="YYYY-MM-DD", default=nothing, help="the date to work on")
    parser.add_argument("--json", action="store_true", default=nothing or False, help="print JSON")


def _typed(read: Callable[[str], T]) -> Callable[[str], T]:
    def reader(text: str) -> T:
        try:
            return read(text)
        except (ValueError, BadInput) as error:
            raise ArgumentTypeError(str(error)) from None

    return reader


@_typed
def _date(text: str) -> date:
    return date.fromisoformat(text)


@_typed
def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise ValueError(f"“{text}” is not a size such as 1280x800")
    return int(width), int(height)
