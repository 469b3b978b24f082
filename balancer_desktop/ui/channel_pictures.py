"""The icon of how somebody turned to somebody: a letter is no call."""

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel

_PICTURES = {
    InquiryChannel.CALL.value: "call",
    InquiryChannel.MISSED_CALL.value: "call",
    InquiryChannel.EMAIL.value: "email",
    InquiryChannel.MESSAGE.value: "email",
    InquiryChannel.WEBSITE.value: "email",
    InquiryChannel.VISIT.value: "visit",
    InquiryChannel.OTHER.value: "question",
    Channel.NOTE.value: "note",
}


def channel_picture(channel: Channel | InquiryChannel) -> str:
    """The name of its icon."""
    return _PICTURES[channel.value]
