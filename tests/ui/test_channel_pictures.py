"""Every way to turn to somebody has its icon, and a letter's is no telephone."""

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.ui.channel_pictures import channel_picture
from balancer_desktop.ui.theme.icons import icon


def test_every_channel_has_its_icon() -> None:
    pictures = {channel: channel_picture(channel) for channel in (*Channel, *InquiryChannel)}
    for picture in pictures.values():
        assert not icon(picture).isNull()
    assert pictures[InquiryChannel.EMAIL] == pictures[Channel.EMAIL] == "email"
    assert pictures[InquiryChannel.CALL] == pictures[Channel.CALL] == "call"
