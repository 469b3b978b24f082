"""Opportunities won and lost."""

from argparse import Namespace
from pathlib import Path

from balancer_desktop.app import losing, winning
from balancer_desktop.app.book import Book, Today
from balancer_desktop.app.opportunities import get
from balancer_desktop.app.opportunity_naming import loss_reason_named, opportunity_named
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.cli.shares import iso
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.money import format_amount, parse_amount
from balancer_desktop.domain.pipeline.opportunity import Opportunity


def win(arguments: Namespace, folder: Path, today: Today) -> int:
    """The sale, if any, is of the day it was won."""
    with opened(folder, today) as book:
        id_, unit, day = opportunity_named(book, arguments.name).id, book.currency, arguments.on or today()
        sale = Sale(day, 0, parse_amount(arguments.sale, unit)) if arguments.sale is not None else None
        agreed = parse_amount(arguments.agreed, unit) if arguments.agreed is not None else None
        winning.win(book, id_, on=day, sale=sale, agreed=agreed, ends=arguments.ends)
        won = get(book, id_)
        document = _closed(book, won) | {
            "sale": won.sale_id or None,
            "value": sale.amount if sale else won.agreed,
            "ends": iso(won.ends),
            "standing": book.people.standing(won.party_id).value,
        }
    worth = sale.amount if sale else won.agreed
    said = f", {format_amount(worth, unit)} {unit.code}" if worth else ""
    answer(arguments, {"won": document}, f"{document['name']}: won “{won.title}”{said}")
    return 0


def lose(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        id_, reason = opportunity_named(book, arguments.name).id, loss_reason_named(book, arguments.reason)
        losing.lose(book, id_, reason.id, arguments.note, arguments.on)
        lost = get(book, id_)
        document = _closed(book, lost) | {"reason": reason.label, "note": lost.note}
    answer(arguments, {"lost": document}, f"{document['name']}: lost “{lost.title}” ({reason.label})")
    return 0


def _closed(book: Book, one: Opportunity) -> dict[str, object]:
    name = book.people.names([one.party_id])[one.party_id]
    return {"id": one.id, "title": one.title, "party": one.party_id, "name": name, "on": iso(one.closed)}
