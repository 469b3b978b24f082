"""Every keyword of the quick-entry line."""

from dataclasses import dataclass
from enum import StrEnum

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.side import Side


class Kind(StrEnum):
    WORK = "work"
    SALE = "sale"
    REFUND = "refund"
    EXPENSE = "expense"
    CONTACT = "contact"
    INQUIRY = "inquiry"
    NEXT_STEP = "next step"
    STAGE = "opportunity"
    WON = "won"
    LOST = "lost"
    PARK = "parked"
    PROMISE = "promise"
    ANSWER = "answered"
    DISCOUNT = "introductory discount"
    TIMER = "timer"
    STOP = "timer stopped"

    @property
    def needs_party(self) -> bool:
        return self not in (Kind.WORK, Kind.EXPENSE, Kind.TIMER, Kind.STOP)

    @property
    def who_question(self) -> str:
        return {Kind.SALE: "Who paid?", Kind.REFUND: "Who got the money back?"}.get(self, "Who is it about?")

    @property
    def has_amount(self) -> bool:
        """Whether there is none without an amount."""
        return self in (Kind.SALE, Kind.REFUND, Kind.EXPENSE, Kind.DISCOUNT)

    @property
    def takes_amount(self) -> bool:
        return self.has_amount or self in (Kind.STAGE, Kind.WON)

    @property
    def has_side(self) -> bool:
        return self in (Kind.WORK, Kind.EXPENSE, Kind.TIMER)

    @property
    def lies_ahead(self) -> bool:
        """Whether its day is one to come."""
        return self in (Kind.NEXT_STEP, Kind.PARK, Kind.PROMISE)


@dataclass(frozen=True, slots=True)
class Verb:
    """channel for contacts, asked_by for inquiries; what begins a next step's text.

    captures: they turned to the owner, so a stranger is taken in without asking. tried: how a next step that met with
    no answer was tried; answered: whether a contact met with one. stage_id: where an opportunity goes, 0 for the stage
    of what was quoted. quotes: with an amount and no day to come, a next step tells that something was quoted.
    """

    kind: Kind
    channel: Channel | None = None
    what: str = ""
    captures: bool = False
    tried: Channel | None = None
    answered: bool = True
    asked_by: InquiryChannel | None = None
    stage_id: int = 0
    quotes: bool = False

    @property
    def unanswered(self) -> "Verb | None":
        """The contact that this is when nobody answered; None for what cannot be tried in vain."""
        channel = self.channel if self.kind is Kind.CONTACT else self.tried
        if channel in (None, Channel.NOTE) or self.captures:
            return None
        return Verb(Kind.CONTACT, channel=channel, answered=False)


DEALS = frozenset((Kind.STAGE, Kind.WON, Kind.LOST, Kind.PARK))
"""What concerns an opportunity."""
ASKERS = frozenset((Kind.INQUIRY, Kind.PROMISE, Kind.ANSWER))
"""What concerns whoever asked something: nobody becomes a party by it."""
SPOKEN = frozenset((Kind.CONTACT, Kind.NEXT_STEP)) | ASKERS
"""What takes a phone number anywhere, and a referrer that nobody knows."""

WORK = Verb(Kind.WORK)
QUOTED = Verb(Kind.STAGE)
PROMISED = Verb(Kind.PROMISE, captures=True)
_SALE, _REFUND, _EXPENSE = Verb(Kind.SALE), Verb(Kind.REFUND), Verb(Kind.EXPENSE)


def _contact(channel: Channel, *, captures: bool = False) -> Verb:
    return Verb(Kind.CONTACT, channel=channel, captures=captures)


def _inquiry(channel: InquiryChannel) -> Verb:
    return Verb(Kind.INQUIRY, captures=True, asked_by=channel)


def _step(what: str, tried: Channel | None = None) -> Verb:
    return Verb(Kind.NEXT_STEP, what=what, tried=tried)


def _table(*rows: tuple[str, Verb]) -> dict[tuple[str, ...], Verb]:
    """`a, b c` → one entry for each phrase, as a tuple of words."""
    return {tuple(phrase.split()): verb for phrases, verb in rows for phrase in phrases.split(",")}


FIRST = _table(
    ("worked, work, log", WORK),
    ("paid, sold, sale, sales, invoice, invoiced, billed, earned, received, income", _SALE),
    ("refund, refunded", _REFUND),
    ("spent, bought, expense, expenses, cost, purchase, purchased, paid for", _EXPENSE),
    ("missed call, missed call from, missed, voicemail, voicemail from", _inquiry(InquiryChannel.MISSED_CALL)),
    ("inquiry, inquiry from, inquiry by, enquiry, enquiry from, enquiry by", _inquiry(InquiryChannel.OTHER)),
    ("call from, phone call from", _contact(Channel.CALL, captures=True)),
    ("email from, e-mail from, mail from", _contact(Channel.EMAIL, captures=True)),
    ("text from, message from, sms from, whatsapp from", _contact(Channel.MESSAGE, captures=True)),
    ("visit from", _contact(Channel.VISIT, captures=True)),
    ("called, called back, phoned, rang, spoke with, spoke to, talked to, talked with", _contact(Channel.CALL)),
    ("visited, met, met with", _contact(Channel.VISIT)),
    ("emailed, e-mailed, mailed", _contact(Channel.EMAIL)),
    ("texted, messaged, wrote, wrote to, sms, whatsapp", _contact(Channel.MESSAGE)),
    ("note, note on, note for", _contact(Channel.NOTE)),
    ("call, phone, ring", _step("Call", Channel.CALL)),
    ("call back, phone back, ring back", _step("Call back", Channel.CALL)),
    ("visit", _step("Visit", Channel.VISIT)),
    ("meet, meet with", _step("Meet")),
    ("email, e-mail, mail", _step("E-mail", Channel.EMAIL)),
    ("text, message, write, write to", _step("Write", Channel.MESSAGE)),
    ("send", _step("Send")),
    ("quote", Verb(Kind.NEXT_STEP, what="Quote", quotes=True)),
    ("quoted, sent quote, sent quote to", QUOTED),
    ("won", Verb(Kind.WON)),
    ("lost", Verb(Kind.LOST)),
    ("park, parked", Verb(Kind.PARK)),
    ("promised, promise", PROMISED),
    ("answered, replied, replied to", Verb(Kind.ANSWER, captures=True)),
    ("discount, introductory discount, intro discount, introductory offer", Verb(Kind.DISCOUNT)),
    ("start, start timer", Verb(Kind.TIMER)),
    ("stop, stop timer", Verb(Kind.STOP)),
    ("follow up, follow up with, followup", _step("Follow up")),
    ("remind, reminder, todo, to do", _step("")),
)
"""Verbs that begin a line; the longest phrase that fits wins."""

AFTER_NAME = _table(
    ("paid, pays", _SALE),
    ("called, called back, phoned, rang", _contact(Channel.CALL, captures=True)),
    ("emailed, e-mailed, mailed", _contact(Channel.EMAIL, captures=True)),
    ("texted, messaged, wrote", _contact(Channel.MESSAGE, captures=True)),
    ("visited, came by", _contact(Channel.VISIT, captures=True)),
)
"""Verbs that may follow a name: `Acme paid 450`."""

LONGEST_PHRASE = 4

ASKED_BY = {
    "website": InquiryChannel.WEBSITE,
    "web": InquiryChannel.WEBSITE,
    "online": InquiryChannel.WEBSITE,
    "e-mail": InquiryChannel.EMAIL,
    "email": InquiryChannel.EMAIL,
    "mail": InquiryChannel.EMAIL,
    "phone": InquiryChannel.CALL,
    "call": InquiryChannel.CALL,
    "text": InquiryChannel.MESSAGE,
    "sms": InquiryChannel.MESSAGE,
    "whatsapp": InquiryChannel.MESSAGE,
    "message": InquiryChannel.MESSAGE,
    "visit": InquiryChannel.VISIT,
}
"""How an inquiry came, where the word stands at either end of what was asked: `inquiry Hilltop website new roof`."""

ASKED_BY_MEANS_OF = frozenset(("by", "via", "per"))
"""What such a word follows anywhere: `inquiry Hilltop by e-mail new roof`."""

IN_VAIN = (("no", "answer"), ("no", "reply"), ("nobody", "in"))
"""Phrases that make a contact one that met with no answer: `call Hilltop no answer`."""

REFERRAL = (("ref",), ("ref.",), ("referred", "by"), ("recommended", "by"), ("referral", "from"))
FILLERS = frozenset({"for", "from", "to", "by", "with", "at", "of", "@"})
NAME_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "la", "le", "di", "da", "del", "du", "el", "al", "bin", "ben", "y", "&", "of"}
)

SIDE_TAGS = {
    "#keep": Side.KEEP,
    "#keeping": Side.KEEP,
    "#gain": Side.GAIN,
    "#gaining": Side.GAIN,
    "#winback": Side.WIN_BACK,
    "#win-back": Side.WIN_BACK,
    "#win_back": Side.WIN_BACK,
    "#run": Side.RUN,
    "#running": Side.RUN,
}

_SIDE_PHRASES = {
    Side.GAIN: "prospecting, prospect, prospects, marketing, flyer, flyers, leaflet, leaflets, brochure, brochures, "
    "cold call, cold calls, cold calling, networking, advert, adverts, advertising, advertisement, ad, ads, "
    "business cards, website, seo, trade fair, trade show, canvassing, door knocking, lead, leads, sales pitch, "
    "social media, newsletter, facebook, instagram, linkedin, google ads, sponsoring, sponsorship",
    Side.RUN: "bookkeeping, accounting, accountant, tax, taxes, vat, admin, administration, paperwork, invoicing, "
    "billing, office, training, course, insurance, rent, bank, payroll, cleaning up, tidying, planning, filing, "
    "software, licence, license, computer, backup",
    Side.WIN_BACK: "win back, winback, winning back, reactivate, reactivating, reactivation, lapsed, old customers, "
    "former customers, ex customers",
    Side.KEEP: "warranty, support, customer service, maintenance, complaint, complaints, customer gifts, callback",
}
SIDE_WORDS = {tuple(phrase.split()): side for side, phrases in _SIDE_PHRASES.items() for phrase in phrases.split(", ")}
"""Phrases that say a side when no party does."""

EXAMPLES = (
    "2h Acme roof repair",
    "paid Acme 450",
    "missed call 555-0101 gutter",
    "answered Hilltop",
    "quote Hilltop 2400",
    "won Hilltop",
    "call Hilltop fri",
)
