"""What is said around the pipeline's table."""

from collections.abc import Sequence

from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects import card_words
from balancer_desktop.ui.prospects.pipeline_columns import Reading
from balancer_desktop.ui.prospects.pipeline_table_model import Kept

KINDS = {
    Kept.OPEN: "What may become a sale",
    Kept.WON: "What was won in the last 12 months",
    Kept.LOST: "What was lost in the last 12 months",
}


def counted(shown: int, there: int, kind: Kept, formats: Formats) -> str:
    """`16 open`, `3 of 16 open`."""
    if not there:
        return ""
    of = "" if shown == there else f" of {formats.number(there)}"
    return f"{formats.number(shown)}{of} {kind.value}"


def totals(cards: Sequence[Card], reading: Reading, kind: Kept) -> str:
    """`Inquiry: 8, €51,776, weighted €14,121 · Proposal: …`, then all of them; of closed ones what they were worth."""
    formats = reading.formats
    if not cards:
        return ""
    worth = formats.whole_money(sum(card.value for card in cards))
    if kind is not Kept.OPEN:
        return f"{formats.number(len(cards))} {kind.value} in the last 12 months, worth {worth}"
    parts = []
    for stage in sorted(reading.stages.values(), key=lambda stage: stage.place):
        inside = [card for card in cards if card.opportunity.stage_id == stage.id]
        if inside:
            parts.append(f"{stage.name}: {_sum(inside, formats)}")
    return " · ".join([*parts, *([f"Together: {_sum(cards, formats)}"] if len(parts) > 1 else [])])


def copied(count: int) -> str:
    return f"Copied: {count} {'opportunity' if count == 1 else 'opportunities'}"


def nothing(kind: Kept, sought: str) -> tuple[str, str]:
    """The sentence where nothing is listed, and the verb on its button."""
    if sought:
        return f"Nothing here fits “{sought}”.", "Show everything"
    if kind is Kept.OPEN:
        return "What may become a sale will stand here, each with its stage and its next step.", "New opportunity"
    return f"Nothing was {kind.value} in the last 12 months.", "Show what is open"


def _sum(cards: Sequence[Card], formats: Formats) -> str:
    value, weighted = sum(card.value for card in cards), sum(card.weighted for card in cards)
    return f"{formats.number(len(cards))}, {formats.whole_money(value)}, {card_words.weighted(weighted, formats)}"
