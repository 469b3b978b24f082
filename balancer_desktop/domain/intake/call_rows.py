"""A row of a list of calls and appointments, as the form for whoever answers the phone has it, as an item."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell, Row, text_of
from balancer_desktop.domain.importing.dates import read_date
from balancer_desktop.domain.importing.headings import normalised, phrases
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.intake.event_items import Local
from balancer_desktop.domain.intake.item import Item, ItemKind, key_of, moment
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.quick_entry.phones import split


class Heading(StrEnum):
    """The columns, as the template calls them."""

    DATE = "Date"
    TIME = "Time"
    NAME = "Name"
    PHONE = "Number"
    ABOUT = "What about"
    REFERRED_BY = "Referred by"
    PROMISED = "Promised"
    DEADLINE = "By when"
    KIND = "Kind"
    EMAIL = "E-mail"
    COMPANY = "Company"
    ANSWERED_BY = "Answered by"
    KEY = "ID"
    FIRST_NAME = "First name"
    LAST_NAME = "Last name"


TEMPLATE = (Heading.DATE, Heading.TIME, Heading.NAME, Heading.PHONE, Heading.ABOUT, Heading.REFERRED_BY,
            Heading.PROMISED, Heading.DEADLINE, Heading.KIND)  # fmt: skip
"""What the form has a column for, in its order; the kind is that of the file alone."""

_ALIASES = {
    Heading.DATE: """date|day|call date|date of call|received|received on|received at|start|start date|when|timestamp
datum|tag|anrufdatum|empfangen|beginn|jour|date d appel|recu le|fecha|dia|recibido""",
    Heading.TIME: "time|at|time of call|call time|start time|hour|zeit|uhrzeit|um|heure|hora",
    Heading.NAME: """name|full name|caller|caller name|from|who|contact|client|customer|person|attendee
name des anrufers|anrufer|von|wer|kunde|nom|appelant|qui|cliente|nombre|quien|llamante""",
    Heading.PHONE: """number|phone|phone number|telephone|tel|mobile|cell|caller id|callback number|call back number
nummer|telefon|telefonnummer|rufnummer|ruckrufnummer|handy|numero|numero de telephone|telefono|numero de telefono""",
    Heading.ABOUT: """what about|about|what|subject|what asked|asked|asked for|message|note|notes|reason|request|summary
description|details|regarding|title|worum|worum es geht|anliegen|betreff|nachricht|notiz|grund|sujet|objet|motif|demande
asunto|motivo|mensaje|nota""",
    Heading.REFERRED_BY: """referred by|referrer|referral|recommended by|sent by|empfohlen von|empfehlung|recommande par
recomendado por|referido por""",
    Heading.PROMISED: "promised|promise|what was promised|told them|versprochen|zugesagt|promis|prometido",
    Heading.DEADLINE: """by when|promised by|until|due|due date|deadline|call back by|bis wann|bis|fallig|pour quand
echeance|para cuando|hasta""",
    Heading.KIND: "kind|type|kind of call|channel|how|art|typ|kanal|genre|type d appel|tipo|clase|canal",
    Heading.EMAIL: "e mail|email|mail|email address|e mail address|mailadresse|courriel|correo|correo electronico",
    Heading.COMPANY: "company|organization|organisation|business|firm|firma|unternehmen|societe|entreprise|empresa",
    Heading.ANSWERED_BY: "answered by|taken by|taken|by|noted by|angenommen von|pris par|atendido por",
    Heading.KEY: "id|uid|key|call id|reference",
    Heading.FIRST_NAME: "first name|given name|vorname|prenom|nombre de pila",
    Heading.LAST_NAME: "last name|surname|family name|nachname|nom de famille|apellidos",
}
_FIELDS = {normalised(alias): heading for heading, text in _ALIASES.items() for alias in phrases(text)}

_MEETINGS = frozenset(phrases("""appointment|meeting|visit|site visit|booking|termin|besuch|treffen|rendez vous|rdv
visite|cita|visita|reunion"""))  # fmt: skip
_CHANNELS = {
    **dict.fromkeys(phrases("""missed call|missed|verpasster anruf|verpasst|entgangen|appel manque|llamada perdida
perdida"""), InquiryChannel.MISSED_CALL),
    **dict.fromkeys(phrases("call|phone|phone call|incoming call|anruf|telefon|appel|llamada"), InquiryChannel.CALL),
    **dict.fromkeys(phrases("e mail|email|mail|courriel|correo"), InquiryChannel.EMAIL),
    **dict.fromkeys(phrases("message|sms|text|whatsapp|voicemail|nachricht|mensaje"), InquiryChannel.MESSAGE),
    **dict.fromkeys(phrases("website|web|form|online|webseite|formular|site|formulaire"), InquiryChannel.WEBSITE),
    **dict.fromkeys(phrases("walk in|came in|in person|laufkundschaft|en personne"), InquiryChannel.VISIT),
}  # fmt: skip

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.hH]\s?(\d{2})(?::\d{2})?|\s?[hH]?)\s*(?:uhr\b|h\b)?\s*([ap])?\.?m?\.?\s*")
_FOUR = re.compile(r"[0-9]{4}")
_CLOCK_IN_DATE = re.compile(r"[T\s,]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)", re.IGNORECASE)


def columns_of(headings: Sequence[str]) -> dict[Heading, int]:
    """Which column is what, the first of each; those that mean nothing here are passed over."""
    found: dict[Heading, int] = {}
    for place, text in enumerate(headings):
        heading = _FIELDS.get(normalised(text))
        if heading:
            found.setdefault(heading, place)
    return found


@dataclass(frozen=True, slots=True)
class CallRows:
    """How the rows of one file are read. filed: when it was last written; now and filed in the owner's zone."""

    columns: Mapping[Heading, int]
    order: DateOrder
    filed: datetime
    now: datetime
    local: Local

    def item(self, line: int, row: Row) -> Item:
        """The item of a row; BadInput when it cannot be read, or says nothing of whom it is about."""
        first, last = self._line(row, Heading.FIRST_NAME), self._line(row, Heading.LAST_NAME)
        at, remark = self._at(row)
        deadline, words = self._deadline(row)
        promised = " ".join(part for part in (self._text(row, Heading.PROMISED), words) if part)
        kind, channel = self._kind(row, at)
        item = Item(
            kind,
            at,
            line,
            "",
            self._line(row, Heading.NAME) or f"{first} {last}".strip(),
            self._line(row, Heading.COMPANY),
            self._line(row, Heading.PHONE),
            self._line(row, Heading.EMAIL),
            self._text(row, Heading.ABOUT),
            channel,
            self._line(row, Heading.REFERRED_BY),
            self._line(row, Heading.ANSWERED_BY),
            promised or ("call back" if deadline else ""),
            deadline,
            remark,
        )
        if not item.who:
            raise BadInput("It does not say who it was.", "Give a name or a number.")
        return replace(item, key=self._key(row, item))

    def _line(self, row: Row, heading: Heading) -> str:
        return " ".join(self._text(row, heading).split())

    def _text(self, row: Row, heading: Heading) -> str:
        place = self.columns.get(heading)
        return "" if place is None or place >= len(row) else text_of(row[place])

    def _at(self, row: Row) -> tuple[datetime, str]:
        """When it was or is to be; where no day is given, the day on which the file was written."""
        text = self._line(row, Heading.DATE)
        clock = self._line(row, Heading.TIME) or next(iter(_CLOCK_IN_DATE.findall(text)), "")
        if text:
            day, remark = read_date(text, self.order), ""
        else:
            day, remark = self.filed.date(), "It has no date; the day on which the file was written was taken."
        return self.local(datetime.combine(day, read_clock(clock) if clock else time.min)), remark

    def _deadline(self, row: Row) -> tuple[date | None, str]:
        """The day, or the words where they name none."""
        text = self._line(row, Heading.DEADLINE)
        try:
            return (read_date(text, self.order) if text else None), ""
        except BadInput:
            return None, f"(by {text})"

    def _kind(self, row: Row, at: datetime) -> tuple[ItemKind, InquiryChannel]:
        words = normalised(self._line(row, Heading.KIND))
        if words in _MEETINGS or (not words and at > self.now):
            return ItemKind.APPOINTMENT, InquiryChannel.CALL
        return ItemKind.INQUIRY, _CHANNELS.get(words, InquiryChannel.OTHER if words else InquiryChannel.CALL)

    def _key(self, row: Row, item: Item) -> str:
        number = self._line(row, Heading.KEY)
        who = (folded(item.name), folded(item.company), split(item.phone).digits[-7:], folded(item.email))
        if number:
            return key_of("row", number, *who)
        at = moment(item.at) if self._line(row, Heading.DATE) else ""
        return key_of("row", at, *who, folded(item.about))


def read_clock(text: Cell) -> time:
    """`14:30`, `2:30 pm`, `14.30 Uhr`, `14h30`, `1430`; BadInput for what is no time of day."""
    if isinstance(text, Decimal):
        text = str(text)
    written = text.strip().lower()
    found = _CLOCK.fullmatch(f"{written[:2]}:{written[2:]}" if _FOUR.fullmatch(written) else written)
    if found:
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3]:
            hour = hour % 12 + (12 if found[3] == "p" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise BadInput(f"“{text[:40]}” is not a time of day.", "Write it like 14:30.")
