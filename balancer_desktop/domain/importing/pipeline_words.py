"""Words other programs use for how an inquiry came, what became of it, and how a deal ended, in four languages."""

from functools import cache

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell
from balancer_desktop.domain.importing.headings import normalised
from balancer_desktop.domain.importing.words import read_word, word_table
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel, InquiryState
from balancer_desktop.domain.pipeline.opportunity import Outcome

_WAYS = {
    InquiryChannel.CALL: """call|phone|phone call|telephone|incoming call|anruf|telefonat|telefon|appel
appel telephonique|llamada|telefono""",
    InquiryChannel.MISSED_CALL: """missed call|missed|voicemail|verpasster anruf|verpasst|appel manque|manque
llamada perdida|perdida""",
    InquiryChannel.EMAIL: "e mail|email|mail|letter|brief|courriel|courrier|correo|correo electronico|carta",
    InquiryChannel.MESSAGE: "message|sms|text|text message|chat|whatsapp|signal|nachricht|mensaje",
    InquiryChannel.WEBSITE: """website|web|web form|form|contact form|online|internet|formular|kontaktformular|webseite
site web|formulaire|sitio web|formulario""",
    InquiryChannel.VISIT: "visit|in person|walk in|meeting|besuch|visite|visita",
    InquiryChannel.OTHER: "other|sonstiges|autre|otro",
}
_STATES = {
    InquiryState.WAITING: "waiting|new|open|unanswered|neu|offen|wartet|nouveau|ouvert|nuevo|abierto",
    InquiryState.PROMISED: "promised|in progress|pending|versprochen|en cours|en curso",
    InquiryState.ANSWERED: "answered|replied|contacted|attempted to contact|connected|beantwortet|repondu|respondido",
    InquiryState.PROSPECT: "became a prospect|prospect|qualified|converted|open deal|interessent|qualifie|calificado",
    InquiryState.NOT_FOR_US: "not for us|unqualified|disqualified|declined|rejected|spam|abgelehnt|refuse|rechazado",
    InquiryState.SILENCE: "lost to silence|lost|no answer|closed|verloren|perdu|perdido",
}
_ENDS = {
    Outcome.WON: """won|closed won|closedwon|deal won|win|success|successful|gewonnen
abgeschlossen gewonnen|gagne|gagnee|ganado|ganada""",
    Outcome.LOST: """lost|closed lost|closedlost|deal lost|abandoned|verloren|abgeschlossen verloren|perdu|perdue
perdido|perdida""",
    None: "open|in progress|active|new|offen|ouvert|ouverte|en cours|abierto|abierta",
}


def read_way(cell: Cell) -> InquiryChannel:
    """How an inquiry came; BadInput for a word that means none."""
    return read_word(cell, _ways(), "a way an inquiry comes", "call, missed call, e-mail, website, message or visit")


def read_state(cell: Cell) -> InquiryState:
    """What became of an inquiry; BadInput for a word that leaves it open."""
    return read_word(cell, _states(), "a state of an inquiry", ", ".join(state.value for state in InquiryState))


def read_outcome(cell: Cell) -> Outcome | None:
    """How a deal ended, None for one that is open; BadInput for a word that leaves it open."""
    return read_word(cell, _ends(), "an outcome", "won, lost or open")


def outcome_of_stage(stage: str) -> Outcome | None:
    """Won or lost, where other programs count that among the stages; None for a true stage."""
    ends = _ends()
    return ends.get(normalised(stage))


def read_per_cent(text: str) -> int:
    """`40`, `40 %`, and `0.4` as the per cent that it is a share of; BadInput outside 0 to 100."""
    bare = text.strip().rstrip("%").strip().replace(",", ".")
    try:
        number = float(bare)
    except ValueError:
        number = -1.0
    if "%" not in text and "." in bare and 0 < number <= 1:
        number *= 100
    if not 0 <= number <= 100:
        raise BadInput(f"“{text.strip()[:40]}” is not a probability.", "Write it in per cent, like 40.")
    return int(number + 0.5)


@cache
def _ways() -> dict[str, InquiryChannel]:
    return word_table(_WAYS)


@cache
def _states() -> dict[str, InquiryState]:
    return word_table(_STATES)


@cache
def _ends() -> dict[str, Outcome | None]:
    return word_table(_ENDS)
