"""How today's list says what waits, and what was done."""

from datetime import date, datetime

from balancer_desktop.app.today import Done, Headline
from balancer_desktop.domain.agenda import ASKED, DEALS, STEPS, AgendaItem, Waiting
from balancer_desktop.domain.contact_words import contact_words, inquiry_words
from balancer_desktop.domain.entries import Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.pipeline.discipline import Week
from balancer_desktop.domain.rhythm.spans import span
from balancer_desktop.domain.timer import Timer, elapsed
from balancer_desktop.ui.channel_pictures import channel_picture
from balancer_desktop.ui.format import Formats

SECTIONS = {
    Waiting.TIMER: "Running",
    Waiting.INQUIRY: "To answer",
    Waiting.PROMISE: "Promised",
    Waiting.OVERDUE: "Overdue",
    Waiting.TODAY: "Due today",
    Waiting.BOUGHT: "Perhaps won",
    Waiting.RETURN: "Bought again",
    Waiting.LAPSE: "Silent for too long",
    Waiting.GONE: "Silent for too long",
    Waiting.QUIET: "Quieter than usual",
    Waiting.HOOK: "To come back for",
    Waiting.APPROACH: "Worth a call",
    Waiting.STALE: "Opportunities gone quiet",
    Waiting.NO_STEP: "Without a next action",
    Waiting.THANK: "To thank",
    Waiting.OWES: "Waiting for money",
    Waiting.PROSPECTING: "This week",
    Waiting.PROMISED: "The next 7 days",
    Waiting.SOON: "The next 7 days",
}
ICONS = {
    Waiting.TIMER: "timer",
    Waiting.INQUIRY: "call",
    Waiting.PROMISE: "calendar",
    Waiting.OVERDUE: "calendar",
    Waiting.TODAY: "calendar",
    Waiting.BOUGHT: "sale",
    Waiting.LAPSE: "customers",
    Waiting.RETURN: "sale",
    Waiting.GONE: "lapsed",
    Waiting.QUIET: "clock",
    Waiting.HOOK: "calendar",
    Waiting.APPROACH: "call",
    Waiting.STALE: "stale",
    Waiting.NO_STEP: "question",
    Waiting.THANK: "note",
    Waiting.OWES: "money",
    Waiting.PROSPECTING: "prospects",
    Waiting.PROMISED: "calendar",
    Waiting.SOON: "calendar",
}
FINISH = {
    Waiting.TIMER: ("Stop and log", "Stop the timer and log its time"),
    Waiting.INQUIRY: ("Answered", "They have their answer"),
    Waiting.PROMISE: ("Kept", "What was promised is done"),
    Waiting.OVERDUE: ("Done", "It is done"),
    Waiting.TODAY: ("Done", "It is done"),
    Waiting.BOUGHT: ("Won", "It was that: won with this sale"),
    Waiting.LAPSE: ("Mark as lapsed", "Mark all of them as lapsed"),
    Waiting.RETURN: ("Current again", "Make a current customer of them again"),
    Waiting.GONE: ("Called", "Log a call with them today"),
    Waiting.QUIET: ("Called", "Log a call with them today"),
    Waiting.HOOK: ("Done", "It is done"),
    Waiting.APPROACH: ("Called", "Log a call with them today"),
    Waiting.STALE: ("Called", "Log a call with them today"),
    Waiting.NO_STEP: ("Plan it…", "Say what to do next, and when"),
    Waiting.THANK: ("Told", "They know what became of it, and are thanked"),
    Waiting.OWES: ("Paid", "All of it has been paid"),
    Waiting.PROSPECTING: ("Start the timer", "Start the timer for prospecting"),
    Waiting.PROMISED: ("Kept", "What was promised is done already"),
    Waiting.SOON: ("Done", "It is done already"),
}
"""What ends a line: the button's words, and its tooltip."""
FINISHED = {
    Waiting.TIMER: "Stopped and logged",
    Waiting.INQUIRY: "Answered",
    Waiting.PROMISE: "Promise kept",
    Waiting.OVERDUE: "Done",
    Waiting.TODAY: "Done",
    Waiting.BOUGHT: "Won",
    Waiting.LAPSE: "Marked as lapsed",
    Waiting.RETURN: "Current again",
    Waiting.GONE: "Called",
    Waiting.QUIET: "Called",
    Waiting.HOOK: "Done",
    Waiting.APPROACH: "Called",
    Waiting.STALE: "Called",
    Waiting.NO_STEP: "Planned",
    Waiting.THANK: "Told and thanked",
    Waiting.OWES: "Paid",
    Waiting.PROSPECTING: "The timer runs",
    Waiting.PROMISED: "Promise kept",
    Waiting.SOON: "Done",
}
"""What the status line says then."""
_SOLD = frozenset((Waiting.BOUGHT, Waiting.RETURN, Waiting.OWES))
NO_DAY = "no day given"
"""Of what was promised without one."""
NOTHING_NEW = "Already so; nothing was changed."
NOBODY = (
    "Nobody is waiting for you. "
    "Inquiries, promises, next steps, customers gone quiet and unpaid sales come here by themselves."
)


TABS = {
    Waiting.RETURN: "lapsed",
    Waiting.APPROACH: "lapsed",
    Waiting.BOUGHT: "prospects",
    Waiting.STALE: "prospects",
    Waiting.NO_STEP: "prospects",
    Waiting.THANK: "prospects",
    Waiting.PROSPECTING: "prospects",
    Waiting.OWES: "money",
}
"""Where all of a kind are seen."""


def picture(item: AgendaItem) -> str:
    """The icon of a line."""
    if item.more:
        return "more"
    if item.kind is Waiting.INQUIRY and item.channel:
        return channel_picture(item.channel)
    return ICONS[item.kind]


def who(item: AgendaItem) -> str:
    if item.more:
        return f"and {item.more:,} more"
    return "Prospecting" if item.kind is Waiting.PROSPECTING else item.who or "Nobody in particular"


def what(item: AgendaItem, formats: Formats) -> str:
    """The rest of the line after the name."""
    if item.kind in _SOLD and item.party_id and not item.more:
        return _sold(item, formats)
    if item.kind is Waiting.APPROACH and not item.more:
        said = "worth about {} in half a year" if item.expected else "brought {} in their last half year"
        worth = said.format(formats.roughly(item.amount)) if item.amount else ""
        return " · ".join(filter(None, (worth, f"last: {item.what}" if item.what else "")))
    if item.kind in DEALS and item.amount:
        return f"{item.what} · {formats.roughly(item.amount)}"
    if item.kind in ASKED:
        return _asked(item)
    return _left(item.week, formats) if item.week else item.what


def _sold(item: AgendaItem, formats: Formats) -> str:
    if item.kind is Waiting.RETURN:
        return f"bought again on {formats.date(item.on)}"
    amount = formats.money(item.amount, symbol=True)
    if item.kind is Waiting.OWES:
        return f"owes you {amount}"
    return f"bought for {amount} on {formats.date(item.on)}: was that “{item.what}”?"


def _left(week: Week, formats: Formats) -> str:
    """What the week's goals still ask for: `1 h 30 and 3 touches left`."""
    hours = formats.hours(week.minutes_left) if week.minutes_left else ""
    touches = _counted(week.touches_left, "touch", "touches")
    return f"{_and(hours, touches)} left"


def why_owed(week: Week, formats: Formats) -> str:
    """What a touch is, what the week asks for, and what was done of it."""
    goals = week.goals
    asked = _and(formats.hours(goals.minutes) if goals.minutes else "", _counted(goals.touches, "touch", "touches"))
    done = f"{formats.hours(week.minutes)} and {_counted(week.touches, 'touch', 'touches') or 'no touches'}"
    return (
        f"Your goal for a week of prospecting: {asked}. Done so far: {done}.\n"
        "A touch is a call, visit or message from you to a prospect, or an answer to who asks. "
        "The Prospects tab sets the goals."
    )


def _and(*parts: str) -> str:
    return " and ".join(filter(None, parts))


def _asked(item: AgendaItem) -> str:
    """How it came and what was asked, or what was promised; and who sent them."""
    began = inquiry_words(item.channel) if item.channel and item.kind is Waiting.INQUIRY else "promised"
    sent = f"sent by {item.referrer}" if item.referrer else ""
    return " · ".join(filter(None, (f"{began}: {item.what}" if item.what else began, sent)))


def when(item: AgendaItem, today: date, formats: Formats) -> str:
    """How long it has waited, or how soon it comes."""
    days = (today - item.on).days
    if item.kind in ASKED and not item.dated:
        return NO_DAY
    if item.more or item.kind in (Waiting.LAPSE, Waiting.BOUGHT, Waiting.RETURN, Waiting.PROSPECTING):
        return ""
    if item.kind in DEALS:
        return f"quiet for {_days(days)}" if days else ""
    if item.kind in (Waiting.OWES, Waiting.APPROACH, Waiting.THANK):
        since = "" if item.kind is Waiting.APPROACH else "since "
        return "" if item.on == date.min else f"{since}{formats.date(item.on)}"
    if item.kind in (Waiting.GONE, Waiting.QUIET):
        return f"{span(days)} late" if days else ""
    return f"{_days(days)} overdue" if days > 0 else {0: "today", -1: "tomorrow"}.get(days, f"in {_days(-days)}")


def running(timer: Timer, now: datetime, formats: Formats) -> str:
    """`1 h 05, since 09:12`."""
    return f"{formats.hours(elapsed(timer, now))}, since {timer.started_at.astimezone(now.tzinfo):%H:%M}"


def happened(verb: str, item: AgendaItem) -> str:
    """What was done with a line, and that it can be taken back."""
    about = (item.what, who(item)) if item.kind in STEPS | {Waiting.BOUGHT, Waiting.HOOK} else (who(item),)
    return f"{verb}: {', '.join(filter(None, about))} — Ctrl+Z takes it back"


def headline(head: Headline, formats: Formats) -> str:
    """What matters today, in one line; what is nothing is not said."""
    parts = [
        _counted(head.inquiries, "inquiry to answer", "inquiries to answer"),
        _counted(head.steps, "step due", "steps due") or ("" if head.inquiries else "no steps due today"),
        _week(head, formats),
    ]
    said = " · ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def done(entry: Done, formats: Formats) -> tuple[str, str, str]:
    """An entry of today: icon, whom or what it concerns, and the rest."""
    thing = entry.entry
    if isinstance(thing, NextStep):
        return "check", entry.who, f"done: {thing.what}"
    if isinstance(thing, Contact):
        how = contact_words(thing.channel, incoming=thing.incoming, answered=thing.answered)
        return "note", entry.who, ": ".join(filter(None, (how, thing.note)))
    if isinstance(thing, Work):
        said = f"{formats.hours(thing.minutes)} {thing.side.label}"
        return "clock", entry.who, ", ".join(filter(None, (said, thing.note)))
    return _money(thing, entry.who, formats)


def _money(thing: Sale | Expense, who: str, formats: Formats) -> tuple[str, str, str]:
    amount = formats.money(abs(thing.amount), symbol=True)
    verbs = ("sold for", "refunded") if isinstance(thing, Sale) else ("spent", "got back")
    said = f"{verbs[thing.amount < 0]} {amount}"
    return ("sale" if isinstance(thing, Sale) else "expense"), who, ", ".join(filter(None, (said, thing.memo)))


def _week(head: Headline, formats: Formats) -> str:
    if not head.minutes:
        return "no hours logged this week"
    gaining = f", {formats.hours(head.gaining)} of it gaining" if head.gaining else ", none of it gaining"
    return f"{formats.hours(head.minutes)} this week{gaining}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
