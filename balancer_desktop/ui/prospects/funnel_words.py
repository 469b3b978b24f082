"""What the funnel says in words and figures: its finding, a stage in full, and the rows of its tables."""

from balancer_desktop.domain.pipeline.conversion import Conversion
from balancer_desktop.domain.pipeline.cycle import Spans
from balancer_desktop.domain.pipeline.funnel import Funnel, StageFlow
from balancer_desktop.domain.pipeline.intervals import Proportion
from balancer_desktop.domain.pipeline.sources import Brought
from balancer_desktop.ui.format import NO_BREAK, Formats
from balancer_desktop.ui.prospects.card_words import days
from balancer_desktop.ui.prospects.chance_words import interval

STAGES = ("Stage", "Before", "Entered", "On", "Back", "Won", "Lost", "There", "Share on", "Usual days")
STAGE_TIPS = (
    "The stage",
    "There as the period began",
    "Came here in the period",
    "Moved on to a later stage",
    "Moved back to an earlier stage",
    "Won from here",
    "Lost here",
    "Still there at the end of the period",
    "Moved on or won, of what left it for good or bad; in brackets what it may be in the long run",
    "The median of days of those that left; in brackets how many they are",
)
SOURCES = ("Where from", "Asked", "New", "Won", "Won of decided", "Worth")
SOURCE_TIPS = (
    "Where inquiries and opportunities came from",
    "Inquiries received",
    "Opportunities opened",
    "Opportunities won",
    "Won of what was decided in the period, won or lost, and not of what is new; in brackets the long run",
    "What was won is worth",
)
REFERRERS = ("Sent by", *SOURCES[1:])
REFERRER_TIPS = ("Who sent them", *SOURCE_TIPS[1:])


def finding(funnel: Funnel, within: str, formats: Formats) -> str:
    """One sentence. within: `in November 2026`, for the period."""
    counted = funnel.conversion
    if funnel.empty:
        return f"Nothing was in the pipeline {within}."
    if not counted.resolved:
        new = _many(funnel.opened, "new opportunity", "new opportunities")
        return f"{new} {within}; {counted.open + counted.parked} still open, none ended."
    told = _won(counted, within, formats)
    worst = max(funnel.stages, key=lambda stage: stage.flow.lost, default=None)
    return f"{told} {worst.stage.name} lost most: {worst.flow.lost}." if worst and worst.flow.lost > 1 else told


def figures(funnel: Funnel, formats: Formats) -> str:
    """The figures below the title: how many were new, what was won is worth, and how long winning took."""
    parts = [_many(funnel.opened, "new one", "new ones")]
    if funnel.conversion.won:
        parts.append(f"{funnel.conversion.won} won, worth {formats.whole_money(funnel.value)}")
    if funnel.cycle.median is not None:
        parts.append(f"from opening to won {_usual(funnel.cycle)}")
    parts.append(f"{funnel.conversion.open + funnel.conversion.long_open} open at the end")
    if funnel.conversion.parked:
        parts.append(f"{funnel.conversion.parked} parked")
    return " · ".join(parts)


def in_full(stage: StageFlow, formats: Formats) -> str:
    """`Proposal: 3 there before, 7 entered; 4 moved on, 1 won, 2 lost, 3 are there. Share on 71 % (36–92 %) …`."""
    flow = stage.flow
    went = [f"{count} {words}" for count, words in (
        (flow.moved_on, "moved on"), (flow.moved_back, "moved back"), (flow.won, "won"), (flow.lost, "lost"),
    ) if count]  # fmt: skip
    parts = [f"{flow.before} before, {flow.entered} entered", ", ".join(went), f"{flow.still} there at the end"]
    said = f"{stage.stage.name}: {'; '.join(part for part in parts if part)}."
    if flow.conversion.share is not None:
        said += f" {share(flow.conversion, formats)} moved on or won."
    usual = time(stage.time.completed)
    return f"{said} Usually {usual} there." if usual else said


def stage_row(stage: StageFlow, formats: Formats) -> tuple[str, ...]:
    flow = stage.flow
    counts = (flow.before, flow.entered, flow.moved_on, flow.moved_back, flow.won, flow.lost, flow.still)
    return (
        stage.stage.name,
        *(formats.number(count) if count else "" for count in counts),
        share(flow.conversion, formats),
        time(stage.time.completed),
    )


def brought_row(name: str, brought: Brought, formats: Formats) -> tuple[str, ...]:
    counts = (brought.inquiries, brought.opportunities, brought.won)
    return (
        name,
        *(formats.number(count) if count else "" for count in counts),
        decided(brought.conversion, formats),
        formats.whole_money(brought.value) if brought.value else "",
    )


def decided(proportion: Proportion, formats: Formats) -> str:
    """`5 of 7, 71 % (36–92 %)`, so that it adds up with what is counted beside it; empty of no cases."""
    return f"{proportion.hits} of {proportion.of}, {share(proportion, formats)}" if proportion.of else ""


def share(proportion: Proportion, formats: Formats) -> str:
    """`71 % (36–92 %)`; empty of no cases. Never without its interval."""
    if proportion.share is None:
        return ""
    return f"{formats.percent(float(proportion.share))} ({interval(proportion, formats)})"


def time(spans: Spans) -> str:
    """`8 days (5)`; empty of nothing."""
    return "" if spans.median is None else f"{_days(spans.median)}{NO_BREAK}({spans.count})"


def _won(counted: Conversion, within: str, formats: Formats) -> str:
    ended, so_far = counted.won + counted.lost, share(counted.proportion, formats)
    if not counted.long_open:
        return f"{counted.won} of {ended} were won {within}: {so_far}."
    told = f"{counted.won} of {ended} were won {within}" if ended else f"Nothing was won or lost {within}"
    return f"{told}; with {counted.long_open} that take longer than usual that makes {so_far}."


def _usual(spans: Spans) -> str:
    return f"{_days(spans.median or 0.0)} (median of {spans.count})"


def _days(median: float) -> str:
    return days(round(median)) if median == round(median) else f"{median:.1f}{NO_BREAK}days"


def _many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
