"""How long an inquiry has waited, and how fast inquiries are answered, in words."""

from datetime import datetime

from balancer_desktop.domain.inquiries.age_words import JUST_NOW, exact_words, is_new, since_words
from balancer_desktop.domain.inquiries.inquiry import SETTLED, Inquiry, InquiryState
from balancer_desktop.domain.inquiries.response import FirstResponses, Minutes, is_late, waited
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.prospects.inquiries_model import Age

DAYS = 90
"""The figures look back so far."""
_MANY = 100 * 60
_TEN = 10
"""Timed answers below which nobody speaks of nine of ten."""
_NO_TIME = "0 min"


def age(inquiry: Inquiry, now: datetime, minutes: Minutes, goal: int, formats: Formats) -> Age:
    """The working time until the first answer, or until now; nothing where it was settled without one."""
    if inquiry.responded is None and inquiry.state is InquiryState.PROSPECT:
        return Age("", "It became a prospect; when they were answered is not noted")
    if inquiry.responded is None and inquiry.state in SETTLED:
        return Age("", "Nobody answered it")
    if not inquiry.timed:
        return _age_in_days(inquiry, now, minutes, goal)
    took = waited(inquiry, now, minutes)
    words = f"over {formats.hours(_MANY)}" if took > _MANY else formats.hours(took) if took else _NO_TIME
    if inquiry.responded is None:
        if is_new(inquiry, now):
            return Age(JUST_NOW, f"Waiting {since_words(inquiry, now.date())}")
        told = f"Waiting {since_words(inquiry, now.date())}: {exact_words(took)}"
        return Age(words, told, is_late(inquiry, now, minutes, goal))
    return Age(words if took else "at once", f"Answered after {exact_words(took)}" if took else "Answered at once")


def _age_in_days(inquiry: Inquiry, now: datetime, minutes: Minutes, goal: int) -> Age:
    """Of what came at an hour nobody knows."""
    if inquiry.responded is not None:
        return Age("")
    days = (now.date() - inquiry.on).days
    words = "today" if days <= 0 else "1 day" if days == 1 else f"{days} days"
    return Age(words, f"Waiting {since_words(inquiry, now.date())}", is_late(inquiry, now, minutes, goal))


def figures(responses: FirstResponses, goal: int, formats: Formats) -> str:
    """`Answered within 2 h 10 of working time at the median; 8 of 9 within your goal of 4 h.` and why there is none."""
    if not responses.came:
        return f"No inquiry came in the last {DAYS} days, so that there are no answer times."
    parts = [_median(responses, formats)]
    if responses.judged:
        parts.append(f"{responses.within} of {responses.judged} within your goal of {formats.hours(goal)}")
    if responses.silent:
        parts.append(f"{responses.silent} lost to silence")
    if responses.unnoted:
        became = "became a prospect" if responses.unnoted == 1 else "became prospects"
        parts.append(f"{responses.unnoted} {became} with no answer noted")
    if responses.untimed and responses.median is not None:
        parts.append(f"{responses.untimed} known by the day alone and left out")
    return f"{'; '.join(parts)} (the last {DAYS} days)."


def _median(responses: FirstResponses, formats: Formats) -> str:
    if responses.median is not None and responses.ninety is not None:
        within = f"within {formats.hours(responses.median)} of working time" if responses.median else "at once"
        most = f", nine of ten within {formats.hours(responses.ninety)}"
        return f"Answered {within} at the median{most if responses.answered - responses.untimed >= _TEN else ''}"
    if responses.answered:
        return "No answer times: the hour is known of none that was answered"
    return "No answer times yet: nobody has been answered"
