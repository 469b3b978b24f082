"""Words other programs use for a standing, a side, and a person or business, in four languages."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Cell
from balancer_desktop.domain.importing.headings import normalised, phrases, word_set
from balancer_desktop.domain.party import PartyKind
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

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

_LEGAL_FORMS = word_set(
    "gmbh ag kg ohg gbr ug ev eg ltd limited llc llp plc inc incorporated corp corporation co company sa sas sarl eurl "
    "sl slu srl spa bv nv oy ab as aps sro kft pty"
)


def read_standing(cell: Cell) -> Standing:
    """The standing a word means; BadInput for a word that means none."""
    return _read(cell, _standings(), "a standing", "prospect, current, lapsed or ex")


def read_side(cell: Cell) -> Side:
    """The side a word means; BadInput for a word that means none."""
    return _read(cell, _sides(), "a side", "keep, gain, win back or run")


def read_party_kind(cell: Cell) -> PartyKind:
    """Person or business; BadInput for a word that means neither."""
    return _read(cell, _kinds(), "a kind of customer", "person or business")


def read_owed(cell: Cell) -> bool:
    """Whether a word means that a sale is not paid yet; BadInput for a word that leaves it open."""
    return _read(cell, _owed(), "an answer to whether it is not paid yet", "yes, no, unpaid or paid")


def kind_of_name(name: str) -> PartyKind:
    """Business when the name carries a legal form (`Acme Ltd`, `Müller GmbH & Co. KG`), else person."""
    words = name.split()
    return PartyKind.BUSINESS if len(words) > 1 and _letters(words[-1]) in _LEGAL_FORMS else PartyKind.PERSON


def _letters(word: str) -> str:
    """`S.A.` → `sa`."""
    return word.casefold().replace(".", "").strip(",;()")


def _read(cell: Cell, table: dict[str, _T], what: str, remedy: str) -> _T:
    found = table.get(normalised(str(cell)))
    if found is None:
        raise BadInput(f"“{str(cell).strip()[:40]}” is not {what}.", f"Use one of {remedy}.")
    return found


@cache
def _standings() -> dict[str, Standing]:
    return _words(_STANDINGS)


@cache
def _sides() -> dict[str, Side]:
    return _words(_SIDES)


@cache
def _kinds() -> dict[str, PartyKind]:
    return _words(_KINDS)


@cache
def _owed() -> dict[str, bool]:
    return _words(_OWED)


def _words(lists: Mapping[_T, str]) -> dict[str, _T]:
    return {normalised(word): meaning for meaning, text in lists.items() for word in phrases(text)}
