"""Inquiries in a few words."""

from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel

_CAME = {
    InquiryChannel.MISSED_CALL: "Missed call",
    InquiryChannel.WEBSITE: "Inquiry by the website",
    InquiryChannel.VISIT: "Inquiry, they came by",
    InquiryChannel.OTHER: "Inquiry",
}


def inquiry_words(inquiry: Inquiry) -> str:
    """How it came: `Missed call`, `Inquiry by e-mail`."""
    return _CAME.get(inquiry.channel, f"Inquiry by {inquiry.channel}")


def asked_and_promised(inquiry: Inquiry) -> str:
    """What was asked, and what was promised until when."""
    until = f" by {inquiry.promised_by}" if inquiry.promised_by else ""
    promised = f"promised: {inquiry.promised}{until}" if inquiry.promised else ""
    return " · ".join(part for part in (inquiry.asked, promised) if part)
