"""The funnel of a period: what went through the stages, what was won, and who and what brought it."""

from argparse import Namespace
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

from balancer_desktop.app import funnel as funnels
from balancer_desktop.app.book import Today
from balancer_desktop.app.winning_cost import gain_and_keep
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.cli.shares import conversion_document, proportion_document
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.money import Currency, format_amount
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.pipeline.cycle import Spans
from balancer_desktop.domain.pipeline.funnel import Funnel, StageFlow
from balancer_desktop.domain.pipeline.gain_and_keep import GainAndKeep
from balancer_desktop.domain.pipeline.intervals import proportion_words
from balancer_desktop.domain.pipeline.sources import Brought
from balancer_desktop.domain.shifting import shift


def funnel(arguments: Namespace, folder: Path, today: Today) -> int:
    """The last 12 months when no period is given."""
    last = _day(arguments.last, end=True) if arguments.last else today()
    first = _day(arguments.first, end=False) if arguments.first else shift(last, -1, "y") + timedelta(days=1)
    if last < first:
        raise BadInput(f"{last} comes before {first}.", "Give the earlier one with --from, the later one with --to.")
    with opened(folder, today) as book:
        found, unit = funnels.funnel(book, first, last), book.currency
        names = book.people.names([one.party_id for one in found.referrers])
        both = gain_and_keep(book, found.last)
    document: dict[str, object] = {
        "from": str(found.first),
        "to": str(found.last),
        "currency": unit.code,
        "opened": found.opened,
        "value_won": found.value,
        "conversion": conversion_document(found.conversion),
        "cycle_days": _spans(found.cycle),
        "stages": [_stage(one) for one in found.stages],
        "gain_and_keep": _gain_and_keep(both),
        "sources": [{"source": one.name, **_brought(one.brought)} for one in found.sources],
        "referrers": [
            {"party": one.party_id, "name": names[one.party_id], **_brought(one.brought)} for one in found.referrers
        ],
    }
    answer(arguments, document, "\n".join(_lines(found, names, unit)))
    return 0


def _day(text: str, *, end: bool) -> date:
    """A day, or the first or last one of a month."""
    if len(text) == len("2026-11"):
        month = Month.parse(text)
        return month.last if end else month.first
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"“{text[:40]}” is no day and no month.", "Write it like 2026-11-20 or 2026-11.") from None


def _stage(one: StageFlow) -> dict[str, object]:
    return {
        "id": one.stage.id,
        "stage": one.stage.name,
        **asdict(one.flow),
        "conversion": proportion_document(one.flow.conversion),
        "days_completed": _spans(one.time.completed),
        "days_so_far": _spans(one.time.current),
    }


def _spans(spans: Spans) -> dict[str, object]:
    return {"count": spans.count, "median": spans.median}


def _gain_and_keep(both: GainAndKeep) -> dict[str, object]:
    """Of the 12 months that end with the period; null for what is not told, and why."""
    gain, keep = both.to_gain_one, both.to_keep_one
    return {
        "from": str(both.first),
        "gained": both.gained,
        "kept": float(both.kept),
        "to_gain_one": asdict(gain) | {"cost": both.cost_to_gain} if gain else None,
        "to_keep_one": asdict(keep) | {"cost": both.cost_to_keep} if keep else None,
        "ratio": both.ratio,
        "withheld": " ".join(filter(None, (both.withheld, both.unpriced))),
    }


def _brought(brought: Brought) -> dict[str, object]:
    return {**asdict(brought), "conversion": proportion_document(brought.conversion)}


def _lines(found: Funnel, names: dict[int, str], unit: Currency) -> list[str]:
    stages = [
        "\t".join((one.stage.name, *(str(count) for count in asdict(one.flow).values()),
                   proportion_words(one.flow.conversion)))
        for one in found.stages
    ]  # fmt: skip
    brought = [(one.name, one.brought) for one in found.sources]
    brought += [(f"sent by {names[one.party_id]}", one.brought) for one in found.referrers]
    return [
        f"{found.first} to {found.last}: {found.opened} opened, {format_amount(found.value, unit)} {unit.code} won",
        f"Won: {proportion_words(found.conversion.proportion)}",
        "stage\tbefore\tentered\tmoved on\tmoved back\twon\tlost\tstill there\tof those that left",
        *stages,
        *([f"brought by\twon of what ended\twon, {unit.code}"] if brought else []),
        *(f"{name}\t{proportion_words(one.conversion)}\t{format_amount(one.value, unit)}" for name, one in brought),
    ]
