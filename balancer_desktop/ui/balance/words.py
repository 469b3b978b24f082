"""What the panel calls its measures and sides, and how it says one month aloud."""

from collections.abc import Sequence

from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.mix_finding import Place, place
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import MIX_SIDES, Side
from balancer_desktop.ui.balance.stack import amount
from balancer_desktop.ui.format import Formats

MEASURES = {
    Measure.HOURS: ("Hours", "Hours worked, by side"),
    Measure.INCOME: ("Income", "Income from existing, won-back and new customers"),
    Measure.MONEY: ("Money spent", "Money spent, by side"),
    Measure.HEADS: ("Heads", "Customers with a sale: existing, won back, new"),
}
EMPTY = {
    Measure.HOURS: "Type “2h Acme roof repair” in the line above. This chart then shows how your hours divide between "
    "keeping the customers you have and gaining the ones you will need.",
    Measure.INCOME: "Type “paid Acme 450” in the line above. This chart then shows how much of your income comes from "
    "the customers you have and how much from new ones.",
    Measure.MONEY: "Type “spent 60 flyers” in the line above. This chart then shows how your spending divides between "
    "keeping the customers you have and gaining the ones you will need.",
    Measure.HEADS: "Type “paid Acme 450” in the line above. This chart then shows how many of the customers you serve "
    "are new.",
}
_WORK = {Side.KEEP: "Keeping", Side.WIN_BACK: "Winning back", Side.GAIN: "Gaining"}
_WORK_BRIEFLY = {Side.KEEP: "Keep", Side.WIN_BACK: "Win back", Side.GAIN: "Gain"}
_PEOPLE = {Side.KEEP: "Existing", Side.WIN_BACK: "Won back", Side.GAIN: "New"}
_PLACES = {Place.BELOW: "below target", Place.WITHIN: "in target", Place.ABOVE: "above target"}


def side_word(side: Side, measure: Measure, *, briefly: bool = False) -> str:
    """What was done, for hours and spending; whom it came from, for income and heads."""
    if measure in (Measure.INCOME, Measure.HEADS):
        return _PEOPLE[side]
    return (_WORK_BRIEFLY if briefly else _WORK)[side]


def figure(value: int, measure: Measure, formats: Formats) -> str:
    """A total in its measure: `2 h 30`, `€1,234.50`, `12`."""
    if measure is Measure.HOURS:
        return formats.hours(value)
    return formats.number(value) if measure is Measure.HEADS else formats.money(value, symbol=True)


def month_words(month: MixMonth, mix: Mix, formats: Formats) -> str:
    so_far = ", so far" if month.month == mix.unfinished else ""
    return f"{formats.month(month.month)}{so_far}"


def share_words(month: MixMonth, mix: Mix, formats: Formats) -> str:
    """`12 %, below target`; a dash where a month has no share."""
    if month.share is None:
        return "–"
    return f"{formats.percent(month.share)}, {_PLACES[place(month.share, mix.band)]}"


def spoken(month: MixMonth, side: Side | None, mix: Mix, formats: Formats) -> str:
    """One month as a screen reader says it; the side under the cursor comes first."""
    order = ([side] if side else []) + [s for s in reversed(MIX_SIDES) if s is not side]
    parts = [f"{side_word(s, mix.measure).lower()} {figure(amount(month, s), mix.measure, formats)}" for s in order]
    share = f"acquisition share {share_words(month, mix, formats)}" if month.share is not None else "no share"
    return f"{month_words(month, mix, formats)}: {', '.join(parts)}; {share}."


def entries_title(month: Month, side: Side, measure: Measure, amounts: Sequence[int], formats: Formats) -> str:
    """`Gaining in October 2026: 12 h 30 in 5 entries`; for heads `New in October 2026: 2 customers`.

    amounts as the entries have them; for heads one for each customer, whose sum would say nothing.
    """
    where, count = f"{side_word(side, measure)} in {formats.month(month)}", len(amounts)
    if measure is Measure.HEADS:
        return f"{where}: {formats.number(count)} {'customer' if count == 1 else 'customers'}"
    many = "1 entry" if count == 1 else f"{formats.number(count)} entries"
    return f"{where}: {figure(sum(amounts), measure, formats)} in {many}"
