"""A row of a list of calls and appointments, as the form for whoever answers the phone has it, as an item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell, Row, text_of
from balancer_desktop.domain.importing.dates import read_date
from balancer_desktop.domain.importing.headings import normalised, phrases
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.intake.call_columns import Heading
from balancer_desktop.domain.intake.event_items import Local
from balancer_desktop.domain.intake.item import Item, ItemKind, key_of, moment
from balancer_desktop.domain.intake.promised import promised_day
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.quick_entry.phones import split

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


@dataclass(frozen=True, slots=True)
class CallRows:
    """How the rows of one file are read. filed: when it was last written; now and filed in the owner's zone.

    more: the columns of further numbers and addresses.
    """

    columns: Mapping[Heading, int]
    order: DateOrder
    filed: datetime
    now: datetime
    local: Local
    more: tuple[int, ...] = ()

    def item(self, line: int, row: Row) -> Item:
        """The item of a row; BadInput when it says nothing of whom it is about.

        One whose day cannot be read is doubtful: it has that of its file, should the owner take it.
        """
        first, last = self._line(row, Heading.FIRST_NAME), self._line(row, Heading.LAST_NAME)
        at, remark, doubtful = self._at(row)
        told = self._text(row, Heading.PROMISED)
        deadline, words = self._deadline(row, at.date())
        promised = " ".join(part for part in (told, words) if part)
        phones, emails = self._further(row)
        kind, channel = self._kind(row, at)
        item = Item(
            kind,
            at,
            line,
            "",
            self._line(row, Heading.NAME) or f"{first} {last}".strip(),
            self._line(row, Heading.COMPANY),
            next(iter(phones), ""),
            next(iter(emails), ""),
            self._text(row, Heading.ABOUT),
            channel,
            self._line(row, Heading.REFERRED_BY),
            self._line(row, Heading.ANSWERED_BY),
            promised or ("call back" if deadline else ""),
            deadline or promised_day(told, at.date(), self.order),
            remark,
            (*phones[1:], *emails[1:]),
            doubtful=doubtful,
        )
        if not item.who:
            raise BadInput("It does not say who it was.", "Give a name or a number.")
        return replace(item, key=self._key(row, item))

    def _line(self, row: Row, heading: Heading) -> str:
        return " ".join(self._text(row, heading).split())

    def _text(self, row: Row, heading: Heading) -> str:
        place = self.columns.get(heading)
        return "" if place is None or place >= len(row) else text_of(row[place])

    def _further(self, row: Row) -> tuple[list[str], list[str]]:
        """Every number and every address, the first column of each first, none twice."""
        more = [" ".join(text_of(row[place]).split()) for place in self.more if place < len(row)]
        phones = [self._line(row, Heading.PHONE), *(value for value in more if "@" not in value)]
        emails = [self._line(row, Heading.EMAIL), *(value for value in more if "@" in value)]
        return list(dict.fromkeys(filter(None, phones))), list(dict.fromkeys(filter(None, emails)))

    def _at(self, row: Row) -> tuple[datetime, str, bool]:
        """When it was or is to be, what is doubtful about that, and whether the day is not known at all.

        Where no day is given, or none that can be read, it is the day on which the file was written.
        """
        text = self._line(row, Heading.DATE)
        clock = self._line(row, Heading.TIME) or next(iter(_CLOCK_IN_DATE.findall(text)), "")
        day, remark, doubtful = self._day(text)
        try:
            hour = read_clock(clock) if clock else time.min
        except BadInput as wrong:
            hour, remark = time.min, remark or f"{wrong.what} Only the day was taken."
        return self.local(datetime.combine(day, hour)), remark, doubtful

    def _day(self, text: str) -> tuple[date, str, bool]:
        filed = self.filed.date()
        if not text:
            return filed, "It has no date; the day on which the file was written was taken.", False
        try:
            return read_date(text, self.order), "", False
        except BadInput as wrong:
            return filed, f"{wrong.what} It would have that on which the file was written.", True

    def _deadline(self, row: Row, received: date) -> tuple[date | None, str]:
        """The day, or the words where they name none."""
        text = self._line(row, Heading.DEADLINE)
        try:
            return (read_date(text, self.order) if text else None), ""
        except BadInput:
            day = promised_day(text, received, self.order)
            return day, "" if day else f"(by {text})"

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
        at = self._line(row, Heading.DATE)
        if at and not item.doubtful:
            at = moment(item.at)
        return key_of("row", at, *who, folded(item.about))


def read_moment(text: str, order: DateOrder) -> datetime:
    """`27/11/2026 14:30` as that hour on the clock, a day without one as midnight; BadInput for what is neither."""
    written = " ".join(text.split())
    clock = next(iter(_CLOCK_IN_DATE.findall(written)), "")
    return datetime.combine(read_date(written, order), read_clock(clock) if clock else time.min)


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
