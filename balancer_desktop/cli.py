"""The same verbs without a window, for scripts: answers on stdout, refusals on stderr with status 1."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from balancer_desktop.app import balance, people, quick_entry
from balancer_desktop.app.book import Book, Today, new_book, open_book
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.run import import_files
from balancer_desktop.app.names import name_index
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.mix import Measure, MixMonth
from balancer_desktop.domain.money import format_amount
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.standing import Standing
from balancer_desktop.domain.text import storable

Verb = Callable[[Namespace, Path, Today], int]


def run(arguments: Namespace, folder: Path) -> int:
    """Do the verb on the book in `folder`; its exit status. 0 done, 1 refused (nothing was changed)."""
    today = (lambda: arguments.today) if arguments.today else date.today
    try:
        return _VERBS[arguments.verb](arguments, folder, today)
    except Refused as refusal:
        print(f"balancer-desktop: {refusal}", file=sys.stderr)
        return 1


def _new(arguments: Namespace, folder: Path, today: Today) -> int:
    new_book(folder, arguments.currency, today).close()
    _answer(arguments, {"book": str(folder), "currency": arguments.currency.upper()}, f"New book in {folder}")
    return 0


def _import(arguments: Namespace, folder: Path, today: Today) -> int:
    kind = Kind(arguments.kind) if arguments.kind else None
    with _opened(folder, today) as book:
        done = import_files(book, arguments.files, kind=kind, dry_run=arguments.dry_run)
    counts = {"added": done.added, "matched": done.matched, "skipped": done.skipped, "refused": done.refused}
    lines = [f"{name} {count}" for name, count in counts.items()]
    _answer(arguments, {**counts, "issues": [str(issue) for issue in done.issues]}, "\n".join(lines))
    if done.issues:
        for issue in done.issues:
            print(f"balancer-desktop: {issue}", file=sys.stderr)
        print("balancer-desktop: Nothing was imported. Correct the rows above, then import again.", file=sys.stderr)
        return 1
    return 0


def _log(arguments: Namespace, folder: Path, today: Today) -> int:
    with _opened(folder, today) as book:
        reading = read(storable(arguments.line), quick_entry.context(book, name_index(book)))
        quick_entry.commit(book, reading)
    parts = {part.label.value: part.text for part in reading.parts}
    _answer(arguments, {"line": reading.line, "reading": parts}, "\n".join(f"{k}: {v}" for k, v in parts.items()))
    return 0


def _people(arguments: Namespace, folder: Path, today: Today) -> int:
    with _opened(folder, today) as book:
        rows = people.rows(book, [Standing(arguments.standing)] if arguments.standing else ())
    lines = (f"{row.id}\t{row.standing.value}\t{row.name}" for row in rows)
    _answer(arguments, {"people": [_person(row) for row in rows]}, "\n".join(lines) or "Nobody yet.")
    return 0


def _mix(arguments: Namespace, folder: Path, today: Today) -> int:
    first = Month.parse(arguments.first) if arguments.first else None
    last = Month.parse(arguments.last) if arguments.last else None
    with _opened(folder, today) as book:
        months = balance.mix(book, Measure(arguments.measure), first, last).months
        unit = book.currency
    told = [
        {"month": str(m.month), "keep": m.keep, "gain": m.gain, "win_back": m.win_back, "share": m.share}
        for m in months
    ]
    money = arguments.measure in (Measure.INCOME, Measure.MONEY)

    def figure(total: int) -> str:
        return format_amount(total, unit) if money else str(total)

    lines = [_mix_line(m, figure) for m in months]
    document = {"measure": arguments.measure, "currency": unit.code, "months": told}
    _answer(arguments, document, "\n".join(["month    keep  gain  win back  share", *lines]))
    return 0


def _export(arguments: Namespace, folder: Path, today: Today) -> int:
    with _opened(folder, today) as book:
        files = export_csv(book, arguments.path)
    _answer(arguments, {"files": [str(file) for file in files]}, "\n".join(map(str, files)))
    return 0


def _verify(arguments: Namespace, folder: Path, today: Today) -> int:
    with _opened(folder, today) as book:
        found = verify(book)
    _answer(arguments, {"sound": not found, "problems": found}, "\n".join(found) or "The book is sound.")
    return 1 if found else 0


_VERBS: dict[str, Verb] = {
    "new": _new, "import": _import, "log": _log, "people": _people, "mix": _mix, "export": _export, "verify": _verify,
}  # fmt: skip


@contextmanager
def _opened(folder: Path, today: Today) -> Iterator[Book]:
    book = open_book(folder, today)
    try:
        yield book
    finally:
        book.close()


def _answer(arguments: Namespace, document: dict[str, object], text: str) -> None:
    print(json.dumps(document, ensure_ascii=False) if arguments.json else text)


def _mix_line(month: MixMonth, figure: Callable[[int], str]) -> str:
    share = "–" if month.share is None else f"{month.share:.0%}"
    return f"{month.month}  {figure(month.keep)}  {figure(month.gain)}  {figure(month.win_back)}  {share}"


def _person(row: PersonRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind.value,
        "standing": row.standing.value,
        "company": row.company,
        "phone": row.phone,
        "email": row.email,
        "tags": row.tags.split(", ") if row.tags else [],
        "customer_since": row.customer_since.isoformat() if row.customer_since else None,
        "last_contact": row.last_contact.isoformat() if row.last_contact else None,
        "last_sale": row.last_sale.isoformat() if row.last_sale else None,
        "income_12_months": row.income,
        "minutes_12_months": row.minutes,
    }
