"""A contact in a word or two: who turned to whom, and whether anybody was reached."""

from balancer_desktop.domain.entries import Channel

_IN_VAIN = {
    Channel.CALL: "no answer",
    Channel.EMAIL: "no reply",
    Channel.MESSAGE: "no reply",
    Channel.VISIT: "nobody in",
}
ONE_SIDED = frozenset({Channel.MISSED_CALL, Channel.NOTE})
"""What says by itself who turned to whom."""


def contact_words(channel: Channel, *, incoming: bool, answered: bool) -> str:
    """`call`, `call, no answer`, `e-mail from them`, `call from them, not answered`."""
    if channel in ONE_SIDED:
        return channel.value
    if incoming:
        return f"{channel.value} from them{'' if answered else ', not answered'}"
    return channel.value if answered else f"{channel.value}, {_IN_VAIN[channel]}"
