"""How an import is spoken of: kinds, fields, marks, and what would come in."""

from collections.abc import Sequence

from balancer_desktop.app.importing.planned import ImportPlan, Status
from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.side import Side
from balancer_desktop.ui.format import NO_BREAK, Formats

KINDS = {
    Kind.PEOPLE: "People",
    Kind.SALES: "Sales",
    Kind.WORK: "Work",
    Kind.EXPENSES: "Spending",
    Kind.STANDINGS: "Standings",
    Kind.CONTACTS: "Contacts",
    Kind.NEXT_STEPS: "Next steps",
    Kind.REASONS: "Exit reasons",
    Kind.FOLDERS: "Ex folders",
    Kind.CADENCES: "Cadences",
    Kind.PUT_OFF: "Reminders put off",
    Kind.INQUIRIES: "Inquiries",
    Kind.OPPORTUNITIES: "Opportunities",
    Kind.STAGE_MOVES: "Moves between stages",
    Kind.PARKINGS: "Times parked",
    Kind.STAGES: "Stages",
    Kind.LOSS_REASONS: "Reasons for a loss",
    Kind.CHECKLISTS: "Checklists",
    Kind.SETTINGS: "Settings",
}

_MOST_NAMED = 3
"""Kinds that a button still has room for."""

_ONE_AND_MANY = {
    Kind.PEOPLE: ("person", "people"),
    Kind.SALES: ("sale", "sales"),
    Kind.WORK: ("entry of work", "entries of work"),
    Kind.EXPENSES: ("expense", "expenses"),
    Kind.STANDINGS: ("change of standing", "changes of standing"),
    Kind.CONTACTS: ("contact", "contacts"),
    Kind.NEXT_STEPS: ("next step", "next steps"),
    Kind.REASONS: ("reason", "reasons"),
    Kind.FOLDERS: ("folder", "folders"),
    Kind.CADENCES: ("cadence", "cadences"),
    Kind.PUT_OFF: ("matter put off", "matters put off"),
    Kind.INQUIRIES: ("inquiry", "inquiries"),
    Kind.OPPORTUNITIES: ("opportunity", "opportunities"),
    Kind.STAGE_MOVES: ("move between stages", "moves between stages"),
    Kind.PARKINGS: ("time parked", "times parked"),
    Kind.STAGES: ("stage", "stages"),
    Kind.LOSS_REASONS: ("reason for a loss", "reasons for a loss"),
    Kind.CHECKLISTS: ("step of a checklist", "steps of checklists"),
    Kind.SETTINGS: ("setting", "settings"),
}

STATUSES = {
    Status.NEW: ("New", "Not in the book yet: comes in"),
    Status.MATCHED: ("Matched", "A person the book has already: stays as it is"),
    Status.SKIPPED: ("Already there", "Imported before, or repeated in the files: not taken twice"),
    Status.WRONG: ("Wrong", "Cannot be read: correct the file or the columns, or leave it out"),
}

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Western (Windows-1252)",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "latin-1": "Western (Latin-1)",
    "cp1250": "Central European (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "mac_roman": "Western (old Mac)",
    "cp850": "Western (DOS)",
}

DELIMITERS = {",": "Comma  ,", ";": "Semicolon  ;", "\t": "Tab", "|": "Bar  |"}

DATE_ORDERS = {
    DateOrder.DAY_FIRST: "Day first: 31/12/2026",
    DateOrder.MONTH_FIRST: "Month first: 12/31/2026",
    DateOrder.YEAR_FIRST: "Year first: 2026/12/31",
}

DECIMALS = {".": "Point: 1,234.50", ",": "Comma: 1.234,50"}

HOURS = {True: "Hours: 1.5 is 1 h 30", False: "Minutes: 90 is 1 h 30"}

SIDES = {
    Side.KEEP: "Keeping customers",
    Side.GAIN: "Gaining new ones",
    Side.WIN_BACK: "Winning back",
    Side.RUN: "Running the business",
}


def field_name(field: Field) -> str:
    """As it stands in the menu above a column."""
    return "(leave out)" if field is Field.LEAVE_OUT else field.value.capitalize()


def counted(count: int, one: str, many: str, formats: Formats) -> str:
    """`1 person`, `1,059 people`; never broken between number and noun."""
    return f"{formats.number(count)}{NO_BREAK}{(one if count == 1 else many).replace(' ', NO_BREAK)}"


def rows(count: int, formats: Formats) -> str:
    return counted(count, "row", "rows", formats)


def coming(plan: ImportPlan, formats: Formats) -> str:
    """`59 people and 412 sales`: the records that would be added; empty when there are none.

    Of many kinds the first two are named: `59 people, 412 sales and 1,040 other records`.
    """
    sizes = [(kind, count) for kind, count in plan.sizes.items() if count]
    named = sizes if len(sizes) <= _MOST_NAMED else sizes[: _MOST_NAMED - 1]
    others = sum(count for _, count in sizes) - sum(count for _, count in named)
    parts = [counted(count, *_ONE_AND_MANY[kind], formats) for kind, count in named]
    return listed([*parts, counted(others, "other record", "other records", formats)] if others else parts)


def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def finding(plan: ImportPlan, formats: Formats) -> str:
    """One line of what matters: what is new, and whether anything is wrong."""
    new = coming(plan, formats)
    first = f"{new} {'is' if plan.new == 1 else 'are'} new" if new else "Nothing in these files is new"
    if not plan.wrong:
        return f"{first}; nothing is wrong."
    return f"{first}; {rows(plan.wrong, formats)} cannot be read."
