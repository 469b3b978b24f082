"""The columns of a list of calls and appointments, by the headings that many programs give them."""

from collections.abc import Sequence
from enum import StrEnum

from balancer_desktop.domain.importing.aliases import field_of, label_of
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.headings import normalised, phrases


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

_FIELDS_OF_PEOPLE = {
    Field.PHONE: Heading.PHONE,
    Field.EMAIL: Heading.EMAIL,
    Field.FIRST_NAME: Heading.FIRST_NAME,
    Field.LAST_NAME: Heading.LAST_NAME,
    Field.COMPANY: Heading.COMPANY,
}
_OF_PEOPLE = frozenset({Heading.FIRST_NAME, Heading.LAST_NAME, Heading.COMPANY})
_POST = "title"
"""What a list of events calls what they are about, and an address book what somebody is in their company."""


def columns_of(headings: Sequence[str]) -> dict[Heading, int]:
    """Which column is what, the first of each; those that mean nothing here are passed over."""
    found: dict[Heading, int] = {}
    for place, heading in enumerate(_meant(headings)):
        if heading:
            found.setdefault(heading, place)
    return found


def further(headings: Sequence[str]) -> tuple[int, ...]:
    """The columns of second and third numbers and addresses, as an address book has them."""
    taken = set(columns_of(headings).values())
    return tuple(
        place
        for place, heading in enumerate(_meant(headings))
        if heading in (Heading.PHONE, Heading.EMAIL) and place not in taken
    )


def unused(headings: Sequence[str]) -> tuple[str, ...]:
    """The headings of the columns of which nothing is read."""
    taken = {*columns_of(headings).values(), *further(headings)}
    return tuple(text.strip() for place, text in enumerate(headings) if place not in taken and text.strip())


def _meant(headings: Sequence[str]) -> list[Heading | None]:
    found = [_heading(text) for text in headings]
    if _OF_PEOPLE.isdisjoint(found):
        return found
    return [None if normalised(text) == _POST else heading for text, heading in zip(headings, found, strict=True)]


def _heading(text: str) -> Heading | None:
    """As such lists have it, else as the import of people does (`phone_work`); a fax tells nobody who called."""
    heading = _FIELDS.get(normalised(text))
    if heading or label_of(text) == "fax":
        return heading
    found = field_of(text, Kind.PEOPLE)
    return _FIELDS_OF_PEOPLE.get(found[0]) if found else None
