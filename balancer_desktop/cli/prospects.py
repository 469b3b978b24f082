"""Who waits for an answer, what the pipeline holds, and what was won and lost."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from balancer_desktop.app import losing, winning
from balancer_desktop.app import pipeline as pipelines
from balancer_desktop.app.book import Book, Today
from balancer_desktop.app.conversion import by_stage, conversion
from balancer_desktop.app.inquiry_list import InquiryLine, inquiry_lines
from balancer_desktop.app.opportunity_naming import loss_reason_named, opportunity_named
from balancer_desktop.app.working_hours import clock_of
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.inquiries.age_words import waiting_words
from balancer_desktop.domain.inquiries.inquiry import OPEN, InquiryState
from balancer_desktop.domain.inquiries.response import waited
from balancer_desktop.domain.money import Currency, format_amount, parse_amount
from balancer_desktop.domain.pipeline.board import Card, Column, Sign
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.intervals import proportion_words


def inquiries(arguments: Namespace, folder: Path, today: Today) -> int:
    """Those that wait, the longest first; with --all the settled ones too."""
    with opened(folder, today) as book:
        lines = [line for line in inquiry_lines(book) if arguments.all or line.inquiry.state in OPEN]
        now, clock = book.now(), clock_of(book)
        told = [(line, waited(line.inquiry, now, clock.minutes)) for line in lines]
    document: dict[str, object] = {
        "today": str(today()),
        "waiting": sum(line.inquiry.state is InquiryState.WAITING for line in lines),
        "inquiries": [_inquiry(line, minutes, today()) for line, minutes in told],
    }
    text = "\n".join(_inquiry_line(line, minutes, today()) for line, minutes in told)
    answer(arguments, document, text or "Nobody waits for an answer.")
    return 0


def pipeline(arguments: Namespace, folder: Path, today: Today) -> int:
    """Every stage with what is in it."""
    with opened(folder, today) as book:
        columns = pipelines.board(book)
        ended = by_stage(book, [card.opportunity for column in columns for card in column.cards])
        overall, unit = conversion(book), book.currency
    document: dict[str, object] = {
        "today": str(today()),
        "currency": unit.code,
        "stages": [_stage(column, ended.get(column.stage.id, Conversion())) for column in columns],
        "count": sum(column.count for column in columns),
        "value": sum(column.value for column in columns),
        "weighted": sum(column.weighted for column in columns),
        "conversion": _conversion(overall),
    }
    lines = [_stage_line(column, ended.get(column.stage.id, Conversion()), unit) for column in columns]
    head = "stage\topen\tvalue\tweighted\twon of what was there"
    answer(arguments, document, "\n".join([head, *lines, f"Won: {proportion_words(overall.proportion)}"]))
    return 0


def win(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        id_, unit, day = opportunity_named(book, arguments.name).id, book.currency, arguments.on or today()
        sale = Sale(day, 0, parse_amount(arguments.sale, unit)) if arguments.sale is not None else None
        agreed = parse_amount(arguments.agreed, unit) if arguments.agreed is not None else None
        winning.win(book, id_, on=day, sale=sale, agreed=agreed, ends=arguments.ends)
        document = _closed(book, id_)
        standing, card = book.people.standing(_party(book, id_)), pipelines.card_of(book, id_)
    worth = f", {format_amount(card.value, unit)} {unit.code}" if card and card.value else ""
    document |= {"value": card.value if card else 0, "standing": standing.value}
    answer(arguments, {"won": document}, f"{document['name']}: won “{document['title']}”{worth}")
    return 0


def lose(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        id_, reason = opportunity_named(book, arguments.name).id, loss_reason_named(book, arguments.reason)
        losing.lose(book, id_, reason.id, arguments.note, arguments.on)
        document = _closed(book, id_) | {"reason": reason.label, "note": arguments.note.strip()}
    answer(arguments, {"lost": document}, f"{document['name']}: lost “{document['title']}” ({reason.label})")
    return 0


def _party(book: Book, opportunity_id: int) -> int:
    found = book.pipeline.get(opportunity_id)
    return found.party_id if found else 0


def _closed(book: Book, opportunity_id: int) -> dict[str, object]:
    found = book.pipeline.get(opportunity_id)
    if found is None:
        return {}
    return {
        "id": found.id,
        "title": found.title,
        "party": found.party_id,
        "name": book.people.names([found.party_id])[found.party_id],
        "on": _day(found.closed),
        "sale": found.sale_id or None,
        "agreed": found.agreed,
        "ends": _day(found.ends),
    }


def _inquiry(line: InquiryLine, minutes: int, today: date) -> dict[str, object]:
    one = line.inquiry
    return {
        "id": one.id,
        "received": one.received.isoformat(timespec="minutes") if one.timed else str(one.on),
        "who": line.who,
        "party": one.party_id or None,
        "channel": one.channel.value,
        "referred_by": line.referrer or None,
        "asked": one.asked,
        "state": one.state.value,
        "age": waiting_words(one, today, minutes),
        "working_minutes": minutes,
        "promised": one.promised,
        "promised_by": _day(one.promised_by),
        "answered_by": one.answered_by,
        "responded": one.responded.isoformat(timespec="minutes") if one.responded else None,
        "settled": _day(one.settled_on),
    }


def _inquiry_line(line: InquiryLine, minutes: int, today: date) -> str:
    one = line.inquiry
    how = waiting_words(one, today, minutes) if one.state is InquiryState.WAITING else str(one.on)
    until = f" by {one.promised_by}" if one.promised_by and one.state is InquiryState.PROMISED else ""
    said = one.promised if one.state is InquiryState.PROMISED else one.asked
    sent = f"from {line.referrer}" if line.referrer else ""
    return "\t".join((str(one.id), f"{one.state}{until}", line.who, how, " · ".join(filter(None, (said, sent)))))


def _stage(column: Column, ended: Conversion) -> dict[str, object]:
    return {
        "id": column.stage.id,
        "stage": column.stage.name,
        "count": column.count,
        "parked": sum(card.sign is Sign.PARKED for card in column.cards),
        "value": column.value,
        "weighted": column.weighted,
        "without_value": column.unvalued,
        "conversion": _conversion(ended),
        "opportunities": [_card(card) for card in column.cards],
    }


def _card(card: Card) -> dict[str, object]:
    one, step = card.opportunity, card.next_step
    return {
        "id": one.id,
        "title": one.title,
        "party": one.party_id,
        "name": card.who,
        "value": card.value,
        "chance": float(card.chance),
        "weighted": card.weighted,
        "sign": card.sign.value if card.sign else None,
        "days": card.days,
        "next_step": {"what": step.what, "due": str(step.due)} if step else None,
        "expected": _day(one.expected),
    }


def _conversion(counted: Conversion) -> dict[str, object]:
    """The share is null while nothing has ended; low and high are the ends of the 95 % interval."""
    proportion = counted.proportion
    return {
        "won": counted.won,
        "lost": counted.lost,
        "long_open": counted.long_open,
        "open": counted.open,
        "parked": counted.parked,
        "of": proportion.of,
        "share": float(proportion.share) if proportion.share is not None else None,
        "low": proportion.low,
        "high": proportion.high,
    }


def _stage_line(column: Column, ended: Conversion, unit: Currency) -> str:
    value, weighted = format_amount(column.value, unit), format_amount(column.weighted, unit)
    return f"{column.stage.name}\t{column.count}\t{value}\t{weighted}\t{proportion_words(ended.proportion)}"


def _day(day: date | None) -> str | None:
    return str(day) if day else None
