"""A contact or an inquiry in a word or two: who turned to whom, how, and whether anybody was reached."""

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel

_IN_VAIN = {
    Channel.CALL: "no answer",
    Channel.EMAIL: "no reply",
    Channel.MESSAGE: "no reply",
    Channel.VISIT: "nobody in",
}
ONE_SIDED = frozenset({Channel.NOTE})
"""What tells of nobody turning to anybody."""


def contact_words(channel: Channel, *, incoming: bool, answered: bool) -> str:
    """`call`, `call, no answer`, `e-mail from them`, `call from them, not answered`."""
    if channel in ONE_SIDED:
        return channel.value
    if incoming:
        return f"{channel.value} from them{'' if answered else ', not answered'}"
    return channel.value if answered else f"{channel.value}, {_IN_VAIN[channel]}"


def inquiry_words(channel: InquiryChannel) -> str:
    """`missed call`, `inquiry by e-mail`, `inquiry`."""
    if channel is InquiryChannel.MISSED_CALL:
        return channel.value
    if channel is InquiryChannel.OTHER:
        return "inquiry"
    return "inquiry on the website" if channel is InquiryChannel.WEBSITE else f"inquiry by {channel.value}"
