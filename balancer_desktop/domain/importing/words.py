"""Words other programs use for a standing, a side, a channel, yes and no and the like, in four languages."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell
from balancer_desktop.domain.importing.headings import normalised, phrases, word_set
from balancer_desktop.domain.party import PartyKind
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ReasonClass, Standing

_T = TypeVar("_T")

_STANDINGS = {
    Standing.PROSPECT: """prospect|prospects|prospective|lead|leads|new lead|potential|potential customer|inquiry
opportunity|interested|qualified|interessent|interessentin|neukunde in aussicht|prospecto|potencial|prospecte|piste""",
    Standing.CURRENT: """current|customer|client|active|active customer|existing|in contract|won|aktiv|kunde|kundin
bestandskunde|actif|active|client actif|activo|activa|cliente|cliente activo""",
    Standing.LAPSED: """lapsed|inactive|dormant|sleeping|quiet|paused|inaktiv|ruhend|inactif|inactive|dormant
inactivo|inactiva""",
    Standing.EX: """ex|ex customer|ex client|former|former customer|past|past customer|lost|churned|cancelled|canceled
archived|closed|ehemalig|ehemaliger kunde|gekundigt|verloren|ancien|ancien client|perdu|antiguo
antiguo cliente|perdido""",
}

_SIDES = {
    Side.KEEP: """keep|keeping|retention|retain|existing|existing customers|service|halten|bestand|kundenbindung
fidelisation|retencion|mantener|garder""",
    Side.GAIN: """gain|gaining|acquisition|acquire|new|new business|new customers|prospecting|sales|marketing
advertising|werbung|akquise|neukunden|gewinnen|prospection|publicite|gagner|captacion|ganar|publicidad""",
    Side.WIN_BACK: """win back|winback|winning back|reactivation|recovery|ruckgewinnung|zuruckgewinnen|reconquete
recuperar|recuperacion""",
    Side.RUN: """run|running|running the business|admin|administration|overhead|internal|office|general|verwaltung
buro|intern|gemeinkosten|interne|frais generaux|bureau|oficina|administracion|interno|gastos generales""",
}

_OWED = {
    True: """yes|y|true|1|x|not paid yet|not paid|unpaid|open|outstanding|due|overdue|awaiting payment|ja|offen
unbezahlt|nicht bezahlt|uberfallig|oui|impaye|impayee|non paye|en attente|si|pendiente|no pagado|impagado""",
    False: """no|n|false|0|paid|paid in full|settled|nein|bezahlt|beglichen|non|paye|payee|regle|reglee|pagado
pagada""",
}

_KINDS = {
    PartyKind.PERSON: "person|individual|private|contact|privat|privatperson|personne|particulier|persona|particular",
    PartyKind.BUSINESS: """business|company|organization|organisation|firm|corporate|firma|unternehmen|entreprise
societe|empresa|compania""",
}

_CHANNELS = {
    Channel.CALL: """call|phone|phone call|telephone|telephone call|outgoing call|incoming call|anruf|telefonat|telefon
appel|appel telephonique|telephone|llamada|telefono""",
    Channel.EMAIL: "e mail|email|mail|letter|brief|courriel|courrier|lettre|correo|correo electronico|carta",
    Channel.VISIT: """visit|meeting|appointment|in person|on site|besuch|treffen|termin|vor ort|visite|rendez vous
reunion|visita|cita""",
    Channel.MESSAGE: "message|sms|text|text message|chat|whatsapp|signal|nachricht|kurznachricht|mensaje",
    Channel.NOTE: "note|notes|comment|other|notiz|sonstiges|remarque|autre|nota|otro",
}

_MISSED = """missed call|missed|voicemail|verpasster anruf|verpasst|appel manque|manque|llamada perdida|perdida"""

_INCOMING = {
    True: "in|incoming|inbound|received|from them|they|eingehend|ein|entrant|recu|entrante|recibida|recibido",
    False: "out|outgoing|outbound|sent|made|to them|we|ausgehend|aus|sortant|envoye|emis|saliente|enviada|enviado",
}

_YES = {
    True: "yes|y|true|1|x|answered|reached|done|ja|oui|si",
    False: "no|n|false|0|not answered|unanswered|not reached|missed|nein|non",
}

_REASON_CLASSES = {
    ReasonClass.BENIGN: "benign|nobody s fault",
    ReasonClass.PERFORMANCE: "performance|our fault",
    ReasonClass.UNKNOWN: "unknown",
}

_MATTERS = {
    Matter.TOUCH: "touch|being in touch",
    Matter.LAPSE: "lapse",
    Matter.RETURN: "return",
    Matter.APPROACH: "approach",
}

_LEGAL_FORMS = word_set(
    "gmbh ag kg ohg gbr ug ev eg ltd limited llc llp plc inc incorporated corp corporation co company sa sas sarl eurl "
    "sl slu srl spa bv nv oy ab as aps sro kft pty"
)


def read_standing(cell: Cell) -> Standing:
    """The standing a word means; BadInput for a word that means none."""
    return read_word(cell, _standings(), "a standing", "prospect, current, lapsed or ex")


def read_side(cell: Cell) -> Side:
    """The side a word means; BadInput for a word that means none."""
    return read_word(cell, _sides(), "a side", "keep, gain, win back or run")


def read_party_kind(cell: Cell) -> PartyKind:
    """Person or business; BadInput for a word that means neither."""
    return read_word(cell, _kinds(), "a kind of customer", "person or business")


def read_owed(cell: Cell) -> bool:
    """Whether a word means that a sale is not paid yet; BadInput for a word that leaves it open."""
    return read_word(cell, _owed(), "an answer to whether it is not paid yet", "yes, no, unpaid or paid")


def read_channel(cell: Cell) -> Channel:
    """The channel a word means, a call for one that was missed; BadInput for a word that means none."""
    if is_missed_call(cell):
        return Channel.CALL
    return read_word(cell, _channels(), "a way of contact", "call, missed call, e-mail, visit, message or note")


def is_missed_call(cell: Cell) -> bool:
    """Whether a word means a call that nobody took: they began it, and it waits for an answer."""
    return normalised(str(cell)) in phrases(_MISSED)


def read_incoming(cell: Cell) -> bool:
    """Whether they turned to the owner; BadInput for a word that leaves it open."""
    return read_word(cell, _directions(), "a direction", "in or out")


def read_yes(cell: Cell) -> bool:
    """BadInput for a word that means neither yes nor no."""
    return read_word(cell, _answers(), "an answer", "yes or no")


def read_reason_class(cell: Cell) -> ReasonClass:
    """BadInput for a word that is no class of reasons for leaving."""
    return read_word(cell, _classes(), "a kind of reason", "benign, performance or unknown")


def read_matter(cell: Cell) -> Matter:
    """BadInput for a word that is nothing that can be put off."""
    return read_word(cell, _matters(), "what can be put off", "touch, lapse, return or approach")


def kind_of_name(name: str) -> PartyKind:
    """Business when the name carries a legal form (`Acme Ltd`, `Müller GmbH & Co. KG`), else person."""
    words = name.split()
    return PartyKind.BUSINESS if len(words) > 1 and _letters(words[-1]) in _LEGAL_FORMS else PartyKind.PERSON


def _letters(word: str) -> str:
    """`S.A.` → `sa`."""
    return word.casefold().replace(".", "").strip(",;()")


def read_word(cell: Cell, table: dict[str, _T], what: str, remedy: str) -> _T:
    """What a word means by the table; BadInput for a word that is not in it."""
    word = normalised(str(cell))
    if word not in table:
        raise BadInput(f"“{str(cell).strip()[:40]}” is not {what}.", f"Use one of {remedy}.")
    return table[word]


@cache
def _standings() -> dict[str, Standing]:
    return word_table(_STANDINGS)


@cache
def _sides() -> dict[str, Side]:
    return word_table(_SIDES)


@cache
def _kinds() -> dict[str, PartyKind]:
    return word_table(_KINDS)


@cache
def _owed() -> dict[str, bool]:
    return word_table(_OWED)


@cache
def _channels() -> dict[str, Channel]:
    return word_table(_CHANNELS)


@cache
def _directions() -> dict[str, bool]:
    return word_table(_INCOMING)


@cache
def _answers() -> dict[str, bool]:
    return word_table(_YES)


@cache
def _classes() -> dict[str, ReasonClass]:
    return word_table(_REASON_CLASSES)


@cache
def _matters() -> dict[str, Matter]:
    return word_table(_MATTERS)


def word_table(lists: Mapping[_T, str]) -> dict[str, _T]:
    """Every word of the lists, which are texts of phrases, with what it means."""
    return {normalised(word): meaning for meaning, text in lists.items() for word in phrases(text)}
