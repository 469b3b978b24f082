"""What the pipeline holds, stage by stage, and how much of it is won in the end."""

from argparse import Namespace
from pathlib import Path

from balancer_desktop.app import pipeline as pipelines
from balancer_desktop.app.book import Today
from balancer_desktop.app.conversion import by_stage, conversion
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.cli.shares import conversion_document, iso
from balancer_desktop.domain.money import Currency, format_amount
from balancer_desktop.domain.pipeline.board import Card, Column, Sign
from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.intervals import proportion_words


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
        "conversion": conversion_document(overall),
    }
    lines = [_stage_line(column, ended.get(column.stage.id, Conversion()), unit) for column in columns]
    head = "stage\topen\tvalue\tweighted\twon of what was there"
    answer(arguments, document, "\n".join([head, *lines, f"Won: {proportion_words(overall.proportion)}"]))
    return 0


def _stage(column: Column, ended: Conversion) -> dict[str, object]:
    return {
        "id": column.stage.id,
        "stage": column.stage.name,
        "count": column.count,
        "parked": sum(card.sign is Sign.PARKED for card in column.cards),
        "value": column.value,
        "weighted": column.weighted,
        "without_value": column.unvalued,
        "conversion": conversion_document(ended),
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
        "expected": iso(one.expected),
    }


def _stage_line(column: Column, ended: Conversion, unit: Currency) -> str:
    value, weighted = format_amount(column.value, unit), format_amount(column.weighted, unit)
    return f"{column.stage.name}\t{column.count}\t{value}\t{weighted}\t{proportion_words(ended.proportion)}"
