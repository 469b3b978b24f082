"""What it costs to gain a customer and to keep one, as a sentence."""

from balancer_desktop.domain.pipeline.gain_and_keep import Effort, GainAndKeep
from balancer_desktop.ui.format import Formats


def gain_keep_words(both: GainAndKeep, formats: Formats) -> str:
    """`In 12 months gaining a customer took 13 h 56 and €96, keeping one 36 h and €76.`, with the price of it where an
    hour has one; or why it is not told yet."""
    gain, keep = both.to_gain_one, both.to_keep_one
    if gain is None or keep is None:
        return f"What gaining a customer costs against keeping one: {both.withheld[:1].lower()}{both.withheld[1:]}"
    told = f"In 12 months gaining a customer took {_effort(gain, formats)}, keeping one {_effort(keep, formats)}."
    if not (gain.minutes or keep.minutes):
        return told
    if both.cost_to_gain is None or both.cost_to_keep is None:
        return f"{told} {both.unpriced}"
    prices = f"{formats.whole_money(both.cost_to_gain)} against {formats.whole_money(both.cost_to_keep)}"
    times = "" if both.ratio is None else f", {both.ratio:.1f} times as much"
    return f"{told} With your hours priced, that is {prices}{times}."


def _effort(effort: Effort, formats: Formats) -> str:
    hours = formats.hours(effort.minutes) if effort.minutes else ""
    spent = formats.whole_money(effort.spent) if effort.spent else ""
    return " and ".join(filter(None, (hours, spent))) or "nothing"
