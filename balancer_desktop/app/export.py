"""The whole book as CSV files: one per table, for spreadsheets and for importing again."""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from balancer_desktop.app.book import Book
from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.money import format_amount
from balancer_desktop.domain.spreadsheet import guarded

Cell = str | int | date | None
_PLAIN = Conventions(decimal=".", group="")
_EVER = (date.min, date.max)


class ExportFailed(Refused):
    """No file was written."""


def export_csv(book: Book, folder: Path, *, overwrite: bool = False) -> list[Path]:
    """The files written into `folder`: all of them or none. UTF-8 with a byte-order mark, dates ISO, decimal points.

    ExportFailed when a file of one of these names is there already (unless overwrite, which never replaces a folder)
    or the disk refuses.
    """
    tables = {"people": _people, "standings": _standings, "sales": _sales, "expenses": _expenses, "work": _work,
              "contacts": _contacts, "next_steps": _steps}  # fmt: skip
    targets = {name: folder / f"{name}.csv" for name in tables}
    there = [target.name for target in targets.values() if target.is_dir() or (target.exists() and not overwrite)]
    if there:
        raise ExportFailed(f"{folder} holds {there[0]} already.", "Choose an empty folder.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        workshop = Path(mkdtemp(prefix=".unfinished-", dir=folder))
        try:
            for name, rows in tables.items():
                _write(workshop / f"{name}.csv", rows(book))
            for target in targets.values():
                (workshop / target.name).replace(target)
        finally:
            for left in workshop.iterdir():
                left.unlink()
            workshop.rmdir()
    except OSError as error:
        raise ExportFailed(f"The export could not be written ({error.strerror}).", "Choose another folder.") from error
    return list(targets.values())


def _write(file: Path, rows: Iterable[Sequence[Cell]]) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8-sig", newline="") as out:  # noqa: PTH123 - private from its first byte
        csv.writer(out).writerows([_cell(c) for c in row] for row in rows)


class _Number(str):
    """A number as it is written, which no spreadsheet needs guarding from."""

    __slots__ = ()


def _cell(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) and not isinstance(cell, _Number) else cell


def _decimal(book: Book, minor: int) -> _Number:
    return _Number(format_amount(minor, book.currency, _PLAIN))


def _padded(values: tuple[str, ...], count: int) -> list[str]:
    return [*values, *[""] * (max(count, 1) - len(values))]


def _people(book: Book) -> Iterator[Sequence[Cell]]:
    parties = book.people.get_many()
    phones = max((len(p.phones) for p in parties), default=1)
    emails = max((len(p.emails) for p in parties), default=1)
    yield ["Customer ID", "Name", "Person or business", "Company", "Standing", "Customer since", "Referred by", "Tags",
           "Address", "Notes", *["Phone"] * max(phones, 1), *["E-mail"] * max(emails, 1)]  # fmt: skip
    names = book.people.names()
    for p in parties:
        yield [p.id, p.name, p.kind.value, p.company, book.people.standing(p.id).value, p.customer_since,
               names.get(p.referred_by, ""), ", ".join(p.tags), p.address, p.notes,
               *_padded(p.phones, phones), *_padded(p.emails, emails)]  # fmt: skip


def _standings(book: Book) -> Iterator[Sequence[Cell]]:
    yield ["Customer ID", "Name", "Date", "Standing", "Reason", "Kind of reason", "Note"]
    reasons = {reason.id: reason for reason in book.people.reasons()}
    for party_id, name in sorted(book.people.names().items()):
        for change in book.people.history(party_id):
            reason = reasons.get(change.reason_id)
            yield [party_id, name, change.on, change.standing.value, reason.label if reason else "",
                   reason.kind.value if reason else "", change.note]  # fmt: skip


def _sales(book: Book) -> Iterator[Sequence[Cell]]:
    yield ["Sale ID", "Customer ID", "Name", "Date", "Amount", "Currency", "Not paid yet", "Memo"]
    names = book.people.names()
    for sale in reversed(book.ledger.sales(*_EVER)):
        yield [sale.id, sale.party_id, names[sale.party_id], sale.on, _decimal(book, sale.amount), book.currency.code,
               "yes" if sale.owed else "", sale.memo]  # fmt: skip


def _expenses(book: Book) -> Iterator[Sequence[Cell]]:
    yield ["Expense ID", "Customer ID", "Name", "Date", "Amount", "Currency", "Side", "Memo"]
    names = book.people.names()
    for spent in reversed(book.ledger.expenses(*_EVER)):
        yield [spent.id, spent.party_id or None, names.get(spent.party_id, ""), spent.on, _decimal(book, spent.amount),
               book.currency.code, spent.side.value, spent.memo]  # fmt: skip


def _work(book: Book) -> Iterator[Sequence[Cell]]:
    yield ["Work ID", "Customer ID", "Name", "Date", "Minutes", "Side", "Note"]
    names = book.people.names()
    for work in reversed(book.work.between(*_EVER)):
        yield [work.id, work.party_id or None, names.get(work.party_id, ""), work.on, work.minutes, work.side.value,
               work.note]  # fmt: skip


def _contacts(book: Book) -> Iterator[Sequence[Cell]]:
    yield ["Contact ID", "Customer ID", "Name", "Date", "Channel", "Note"]
    for party_id, name in sorted(book.people.names().items()):
        for contact in book.contacts.of_party(party_id):
            yield [contact.id, party_id, name, contact.on, contact.channel.value, contact.note]


def _steps(book: Book) -> Iterator[Sequence[Cell]]:
    yield ["Step ID", "Customer ID", "Name", "Due", "What", "Done on"]
    for party_id, name in sorted(book.people.names().items()):
        for step in book.contacts.steps_of(party_id):
            yield [step.id, party_id, name, step.due, step.what, step.done_on]
