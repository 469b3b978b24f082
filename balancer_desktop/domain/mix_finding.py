"""What the mix says, in one sentence: the title of the chart."""

from enum import StrEnum

from balancer_desktop.domain.mix import Measure, Mix, MixMonth
from balancer_desktop.domain.month import Month

NO_BREAK = "\u00a0"
_ENGLISH = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - a table
)


class Place(StrEnum):
    """Where a share lies against the target band."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


def place(share: float, band: tuple[float, float]) -> Place:
    """Shares are compared as they are shown, in whole per cents, so that the words and the verdict agree."""
    if percent(share) < percent(band[0]):
        return Place.BELOW
    return Place.ABOVE if percent(share) > percent(band[1]) else Place.WITHIN


def percent(share: float) -> int:
    """0.125 → 13: whole per cents, halves up."""
    return int(share * 100 + 0.5)


def target(band: tuple[float, float]) -> str:
    """`20–40 %`."""
    return f"{percent(band[0])}–{percent(band[1])}{NO_BREAK}%"


def english_name(month: Month) -> str:
    return _ENGLISH[month.month - 1]


def is_empty(mix: Mix) -> bool:
    """Nothing on any side in any month."""
    return not any(_holds(month) for month in mix.months)


def finding(mix: Mix) -> str:
    """One sentence without a full stop, about the last complete month."""
    if is_empty(mix):
        return f"No {_NOUN[mix.measure]} yet"
    complete = [month for month in mix.months if month.month != mix.unfinished]
    if not any(_holds(month) for month in complete):
        return _first_month(mix)
    last = complete[-1]
    if _holds(last):
        return _verdict(last, mix, english_name(last.month))
    return _silence(last, complete, mix)


def _verdict(month: MixMonth, mix: Mix, when: str) -> str:
    if month.share is None:
        return f"Refunds outweighed {_NOUN[mix.measure]} in {when}, so it has no share"
    verdict = place(month.share, mix.band).value
    return f"{_sentence(month, month.share, mix.measure, when)}, {verdict} your target of {target(mix.band)}"


def _first_month(mix: Mix) -> str:
    """Only the unfinished month holds anything: too little to judge by."""
    month = next(month for month in mix.months if _holds(month))
    when = f"{english_name(month.month)} so far"
    if month.share is None:
        return f"Refunds outweigh {_NOUN[mix.measure]} in {when}"
    return f"{_sentence(month, month.share, mix.measure, when)}; the first full month will tell"


def _silence(last: MixMonth, complete: list[MixMonth], mix: Mix) -> str:
    """Nothing in the last complete month; the latest one that has a share may still say something."""
    nothing = f"No {_NOUN[mix.measure]} in {english_name(last.month)}"
    for month in reversed(complete):
        if month.share is not None:
            year = f" {month.month.year}" if month.month <= last.month.plus(-11) else ""
            sentence = _sentence(month, month.share, mix.measure, english_name(month.month) + year)
            return f"{nothing}; {sentence[0].lower()}{sentence[1:]}"
    return nothing


_NOUN = {
    Measure.HOURS: "hours",
    Measure.INCOME: "sales",
    Measure.MONEY: "spending",
    Measure.HEADS: "customers with a sale",
}
_WHOLE = {
    Measure.HOURS: "your hours",
    Measure.INCOME: "your income",
    Measure.MONEY: "your spending",
    Measure.HEADS: "your customers",
}

_NOT_A_BIT = {
    Measure.HOURS: "went to gaining",
    Measure.INCOME: "came from new customers",
    Measure.MONEY: "went to gaining",
    Measure.HEADS: "were new",
}


def _sentence(month: MixMonth, share: float, measure: Measure, when: str) -> str:
    whole = _WHOLE[measure]
    doing, people = _acquirers(month)
    none = percent(share) == 0 and month.gain + month.win_back <= 0
    part = ("less than 1" if percent(share) == 0 else str(percent(share))) + f"{NO_BREAK}%"
    if none:
        return f"None of {whole} in {when} {_NOT_A_BIT[measure]}"
    if measure is Measure.HEADS:
        return f"{part[0].upper()}{part[1:]} of {whole} in {when} were {people}"
    if measure is Measure.INCOME:
        brought = people.replace("won back", "won-back").replace(" or ", " and ").capitalize()
        return f"{brought} customers brought {part} of {whole} in {when}"
    return f"{doing} took {part} of {whole} in {when}"


def _acquirers(month: MixMonth) -> tuple[str, str]:
    """What acquisition was made of: what was done, and whom it brought."""
    if month.win_back > 0 and month.gain > 0:
        return "Gaining and winning back", "new or won back"
    return ("Winning back", "won back") if month.win_back > 0 else ("Gaining", "new")


def _holds(month: MixMonth) -> bool:
    return bool(month.keep or month.gain or month.win_back)
