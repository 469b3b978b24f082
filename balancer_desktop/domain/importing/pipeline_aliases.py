"""Headings of inquiries, deals and the lists for them, as the common programs for sales export them (see aliases)."""

from collections.abc import Mapping

from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.headings import phrases

_REFERRED_BY = "referred by|referrer|referral|recommended by|empfohlen von|recommande par|recomendado por"
_REFERRER_KEY = "referrer id|referrer number|referred by id"
_TOLD = "referrer told|referrer told on"
_STAGE = """stage|deal stage|sales stage|opportunity stage|pipeline stage|phase|deal phase|verkaufsphase|etape
etape de vente|etapa|etapa del negocio"""
_PROBABILITY = """probability per cent|probability|probability %|deal probability|win probability|chance|likelihood
wahrscheinlichkeit|probabilite|probabilidad"""
_OPPORTUNITY_KEY = "opportunity id|opportunity number|deal id|deal number"

BY_KIND: dict[Kind, Mapping[Field, str]] = {
    Kind.INQUIRIES: {
        Field.KEY: "inquiry id|enquiry id|lead id|request id|ticket id|record id|id|number|nr|no",
        Field.CALLER: "who asked|caller|caller name|from|sender|anrufer|absender|appelant|expediteur|remitente",
        Field.PHONE: """phone|phone number|telephone|tel|mobile|caller number|number called from|telefon|telefonnummer
rufnummer|handy|numero de telephone|telefono|movil""",
        Field.RECEIVED: """received|received at|received on|date received|inquiry date|enquiry date|call time|called at
submitted|submitted at|submission date|submitted on|erhalten|erhalten am|eingegangen|eingegangen am|recu|recu le
recibido|recibido el""",
        Field.TIME: "time|received time|uhrzeit|zeit|heure|hora",
        Field.HOW: "how it came|how|channel|inquiry channel|medium|kanal|canal",
        Field.ASKED: """asked|what was asked|asked for|inquiry|enquiry|request|message|question|subject|notes|note
comment|comments|description|details|anfrage|nachricht|betreff|notiz|demande|objet|consulta|mensaje|asunto""",
        Field.REFERRED_BY: _REFERRED_BY,
        Field.REFERRER_KEY: _REFERRER_KEY,
        Field.ANSWERED_BY: "answered by|taken by|handled by|beantwortet von|repondu par|respondido por",
        Field.PROMISED: "promised|what was promised|versprochen|promis|prometido",
        Field.PROMISED_BY: "promised by|promised for|promised until|versprochen bis",
        Field.RESPONDED: "answered at|answered on|answered|responded at|replied at|first response|beantwortet am",
        Field.STATE: "state|inquiry state|lead status",
        Field.SETTLED_ON: "settled on|settled",
        Field.REFERRER_TOLD: _TOLD,
    },
    Kind.OPPORTUNITIES: {
        Field.KEY: f"{_OPPORTUNITY_KEY}|record id|id|key|external id|nr|no|number",
        Field.NAME: """contact person|deal contact person|primary contact|associated contact|contact name|contact|person
customer name|customer|client name|client|name|kunde|ansprechpartner|nom du client|cliente|nombre""",
        Field.COMPANY: """company|company name|account name|account|organization|organisation|deal organization
associated company|business|firma|unternehmen|societe|entreprise|empresa""",
        Field.TITLE: """title|deal name|deal title|opportunity name|opportunity title|opportunity|deal|what|project|job
topic|subject|geschaftsname|angebot|titel|titre|affaire|nombre del negocio|titulo""",
        Field.OPENED: """opened|opened on|create date|created date|created|created at|created on|deal created
deal created on|add time|creation date|erstellt|erstellt am|cree le|creado el|fecha de creacion""",
        Field.AMOUNT: """value|deal value|amount|deal amount|expected revenue|expected value|total value|deal size|worth
betrag|wert|volumen|montant|valeur|importe|valor""",
        Field.CURRENCY: "currency|currency code|deal currency|deal currency of value|wahrung|devise|moneda",
        Field.PROBABILITY: _PROBABILITY,
        Field.ORIGIN: """source|lead source|deal source|original source|source of lead|origin|channel|quelle|herkunft
source du prospect|origen|fuente""",
        Field.REFERRED_BY: _REFERRED_BY,
        Field.REFERRER_KEY: _REFERRER_KEY,
        Field.INQUIRY_KEY: "inquiry id|enquiry id",
        Field.STAGE: _STAGE,
        Field.EXPECTED: """expected close|expected close date|deal expected close date|expected on|forecast date
expected closing|erwarteter abschluss|date de cloture prevue|fecha de cierre prevista""",
        Field.CLOSE: "close date|closing date|deal close date|abschlussdatum|date de cloture|fecha de cierre",
        Field.CLOSED_ON: """closed|closed on|closed at|date closed|deal closed on|won time|lost time|won on|lost on
actual close date|abgeschlossen am|cloture le|cerrado el""",
        Field.OUTCOME: "outcome|deal outcome|deal status|won or lost|ergebnis|resultat|resultado",
        Field.REASON: """reason|lost reason|loss reason|deal lost reason|closed lost reason|reason lost|reason for loss
grund|verlustgrund|motif|raison de la perte|motivo|motivo de la perdida""",
        Field.MEMO: "note|notes|description|deal description|comment|comments|details|notiz|beschreibung|remarque|nota",
        Field.AGREED: "agreed value|agreed amount",
        Field.SALE_KEY: "sale id|invoice id|invoice number|invoice",
        Field.ENDS: "work ends|ends on|end of work|ends",
        Field.REFERRER_TOLD: _TOLD,
    },
    Kind.STAGE_MOVES: {
        Field.OPPORTUNITY_KEY: _OPPORTUNITY_KEY,
        Field.DATE: "date|on|moved on|since|changed on",
        Field.STAGE: f"{_STAGE}|new stage|to stage",
    },
    Kind.PARKINGS: {
        Field.OPPORTUNITY_KEY: _OPPORTUNITY_KEY,
        Field.DATE: "date|on|parked on",
        Field.UNTIL: "parked until|until",
    },
    Kind.STAGES: {
        Field.STAGE: _STAGE,
        Field.PROBABILITY: _PROBABILITY,
        Field.STALE_DAYS: "stale after days|days until stale|rotting days|stale after",
        Field.RETIRED: "retired",
    },
    Kind.LOSS_REASONS: {
        Field.REASON: "loss reason|lost reason",
        Field.NEEDS_WORDS: "needs words",
        Field.RETIRED: "retired",
    },
    Kind.CHECKLISTS: {
        Field.CHECKLIST: "checklist",
        Field.WHAT: "step|what|what to do",
        Field.DUE_AFTER: "due after days|due after|days",
    },
}

OF_STEPS: Mapping[Field, str] = {
    Field.KEY: "step id|task id|activity id|id",
    Field.OPPORTUNITY_KEY: _OPPORTUNITY_KEY,
    Field.CHECKLIST: "checklist",
}
"""What next steps have besides what record_aliases says."""

WEAK: dict[Kind, dict[str, Field]] = {
    Kind.INQUIRIES: {
        **dict.fromkeys(phrases("type|via|art|tipo"), Field.HOW),
        **dict.fromkeys(phrases("status|statut|etat|estado"), Field.STATE),
    },
    Kind.OPPORTUNITIES: dict.fromkeys(phrases("status|statut|etat|estado|state"), Field.OUTCOME),
}
