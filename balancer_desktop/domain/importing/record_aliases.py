"""Headings of what belongs to people besides money and work: standings, contacts, next steps, and the owner's lists.

As in aliases: within a field the earlier alias is the better one, and WEAK counts only where the values fit.
"""

from collections.abc import Mapping

from balancer_desktop.domain.importing import pipeline_aliases
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.headings import phrases

_DAY = "on|day|when|datum|am|tag|jour|fecha|dia|timestamp|created at|created|date time|datum und uhrzeit|heure"
_NOTE = """note|notes|memo|comment|comments|remarks|summary|text|details|description|subject|notiz|notizen|bemerkung
bemerkungen|kommentar|beschreibung|betreff|inhalt|remarque|commentaire|objet|nota|notas|comentario|asunto|descripcion"""
_IDEAL = "ideal gap|ideal gap days|contact every days|contact every"
_LONGEST = "longest gap|longest gap days"
_REASON = "reason|exit reason|reason for leaving|lost reason|grund|verlustgrund|raison|motif|motivo|razon"
_REASON_CLASS = "kind of reason|reason class|reason kind"

OF_PEOPLE: Mapping[Field, str] = {
    Field.REFERRER_KEY: "referrer id|referrer number|referred by id|referred by number",
    Field.IDEAL_GAP: _IDEAL,
    Field.LONGEST_GAP: _LONGEST,
    Field.LABEL: "phone label|email label|e mail label",
}

BY_KIND: dict[Kind, Mapping[Field, str]] = {
    Kind.STANDINGS: {
        Field.DATE: f"date|date of change|changed on|changed at|since|standing since|{_DAY}",
        Field.STANDING: "standing|new standing",
        Field.BY_FIRST_SALE: "by first sale|by the first sale",
        Field.REASON: _REASON,
        Field.REASON_CLASS: _REASON_CLASS,
        Field.FOLDER: "folder|ordner|dossier|carpeta",
        Field.HOOK: "hook|come back for",
        Field.HOOK_DUE: "hook due|come back on",
        Field.HOOK_DONE: "hook done|hook done on",
        Field.MEMO: _NOTE,
    },
    Kind.CONTACTS: {
        Field.DATE: f"date|contact date|call date|date of contact|contacted on|called on|{_DAY}",
        Field.CHANNEL: "channel|contact channel|kanal|canal",
        Field.DIRECTION: "direction|in or out|call direction|richtung|sens|direccion",
        Field.ANSWERED: "answered|reached|erreicht|beantwortet|joint|contestada|respondida",
        Field.MEMO: _NOTE,
    },
    Kind.NEXT_STEPS: {
        Field.DUE: """due|due date|due on|due by|deadline|fallig|fallig am|falligkeit|frist|echeance|a faire le
vencimiento|vence|fecha limite""",
        Field.WHAT: """what|what to do|next step|next action|to do|todo|task|task name|title|subject|action|aufgabe
nachster schritt|betreff|titel|tache|prochaine etape|titre|objet|tarea|proximo paso|titulo|asunto""",
        Field.DONE_ON: """done on|completed on|completed at|completed date|date completed|finished on|erledigt am
abgeschlossen am|fait le|termine le|hecho el|completado el""",
        Field.OUTCOME: "outcome|result|ergebnis|resultat|resultado",
        Field.CLOSED: "closed by leaving",
        **pipeline_aliases.OF_STEPS,
    },
    Kind.REASONS: {Field.REASON: _REASON, Field.REASON_CLASS: _REASON_CLASS, Field.RETIRED: "retired"},
    Kind.FOLDERS: {Field.FOLDER: "folder|folder path"},
    Kind.CADENCES: {Field.TAG: "tag", Field.IDEAL_GAP: _IDEAL, Field.LONGEST_GAP: _LONGEST},
    Kind.PUT_OFF: {Field.MATTER: "what is put off|put off", Field.UNTIL: "until|put off until"},
    Kind.SETTINGS: {Field.SETTING: "setting", Field.VALUE: "value"},
}
"""Who a row is about has the same headings as in sales and work; those are in aliases."""

WEAK: dict[Kind, dict[str, Field]] = {
    Kind.STANDINGS: dict.fromkeys(phrases("status|new status|stage|new stage|statut|etat|estado"), Field.STANDING),
    Kind.CONTACTS: {
        **dict.fromkeys(
            phrases("type|kind|medium|activity|activity type|contact type|call type|via|art|tipo|genre"), Field.CHANNEL
        ),
        **dict.fromkeys(phrases("in out|inbound outbound"), Field.DIRECTION),
    },
}
