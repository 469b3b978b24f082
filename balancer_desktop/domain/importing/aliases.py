"""Which headings mean which field, in English, German, French and Spanish.

Within a field the earlier alias is the better one: a file with Net and Total has its amount in Total.
"""

import re
from collections.abc import Mapping
from functools import cache

from balancer_desktop.domain.importing import pipeline_aliases, record_aliases
from balancer_desktop.domain.importing.fields import FIELDS_OF, Field, Kind
from balancer_desktop.domain.importing.headings import normalised, phrases, word_set

_PARTY_KEY = """
customer id|customer no|customer number|customer nr|customer key|customer code|customer ref|client id|client no
client number|client code|contact id|contact no|party id|person id|people id|member id|patient id|student id
account id|account no|account number|user id|company id
kundennummer|kunden nr|kundennr|kunden id|kundenid|kunde id|kd nr|debitor nr|debitorennummer|mitgliedsnummer
numero client|numero de client|no client|n client|id client|code client|identifiant client|client n
id cliente|numero cliente|numero de cliente|codigo cliente|codigo de cliente|no cliente|cliente id
"""

_NAME = """
name|full name|fullname|display name|customer name|customer|client name|client|contact name|contact|person|party
kundenname|name des kunden|name kunde|kunde|vollstandiger name|ansprechpartner|anzeigename
nom complet|nom du client|nom client|nom et prenom|nom
nombre completo|nombre del cliente|nombre cliente|nombre y apellidos|cliente|nombre
"""

_WHO = {
    Field.FIRST_NAME: """first name|firstname|given name|forename|fname|first|vorname|prenom|nombre de pila
primer nombre|nombres""",
    Field.LAST_NAME: """last name|lastname|surname|family name|lname|last|nachname|familienname|zuname
nom de famille|apellidos|apellido|primer apellido""",
    Field.COMPANY: """company|company name|organization|organisation|organization name|business|business name|firm
employer|account name|institution|firma|firmenname|unternehmen|betrieb|organisation name|societe|entreprise
raison sociale|empresa|compania|razon social|organizacion""",
    Field.EMAIL: """email|e mail|mail|email address|e mail address|mail address|email adresse|e mail adresse
mailadresse|adresse email|adresse e mail|adresse mail|courriel|correo electronico|correo|direccion de correo""",
}

_PEOPLE = {
    **_WHO,
    **record_aliases.OF_PEOPLE,
    Field.KEY: _PARTY_KEY + "\nid|key|record id|external id|uid|guid|uuid|identifier|nr|no|number|nummer|numero",
    Field.NAME: _NAME,
    Field.PARTY_KIND: "party kind|person or business",
    Field.PHONE: """phone|phone number|telephone|telephone number|tel|tel no|tel nr|mobile|mobile phone|mobile number
cell|cell phone|cellphone|phone mobile|phone cell|fax|fax number|phone fax|telefon|telefonnummer|rufnummer
handy|handynummer|mobil|mobiltelefon|telefax|faxnummer|numero de telephone|telephone portable|portable|telecopie
telefono|numero de telefono|movil|telefono movil|celular""",
    Field.ADDRESS: """address|street|street address|address line|address line 1|address line 2|address 1|address 2
addr|strasse|anschrift|adresse|strasse und hausnummer|rue|adresse postale|direccion|calle|domicilio""",
    Field.POSTAL_CODE: """postal code|postcode|post code|zip|zip code|zip postal code|plz|postleitzahl|code postal
codigo postal|cp""",
    Field.CITY: "city|town|town city|locality|ort|stadt|wohnort|ville|localite|ciudad|poblacion|localidad",
    Field.REGION: """state|region|province|county|state province|state region|bundesland|kanton|departement
provincia|estado""",
    Field.COUNTRY: "country|country region|nation|land|pays|pais",
    Field.TAGS: """tags|tag|labels|label|categories|category|groups|group|group membership|keywords|stichworte
schlagworte|kategorien|kategorie|gruppen|gruppe|etiquettes|mots cles|categorie|etiquetas|categorias|grupos""",
    Field.STANDING: "standing",
    Field.CUSTOMER_SINCE: """customer since|client since|member since|since|kunde seit|seit|client depuis|depuis
cliente desde|desde""",
    Field.REFERRED_BY: """referred by|referrer|referral|recommended by|empfohlen von|empfehlung von|recommande par
parraine par|recomendado por|referido por""",
    Field.NOTES: """notes|note|comments|comment|remarks|remark|background|description|notizen|notiz|bemerkung
bemerkungen|kommentar|anmerkung|anmerkungen|beschreibung|remarque|remarques|commentaire|commentaires
notas|nota|comentario|comentarios|observaciones""",
}

_ABOUT = {**_WHO, Field.PARTY_KEY: _PARTY_KEY, Field.NAME: _NAME}

_ENTRY = {
    **_ABOUT,
    Field.NAME: _NAME
    + """
buyer|payer|payer name|sold to|billed to|bill to|bill to name|billing name|for|customer company|debitor|auftraggeber
rechnungsempfanger|acheteur|payeur|comprador|pagador""",
    Field.MEMO: """memo|description|notes|note|item|items|item name|item title|product|product name|service|services
subject|details|detail|comment|comments|what|text|task|task name|activity|project|project name|purpose
beschreibung|notiz|notizen|bemerkung|verwendungszweck|buchungstext|betreff|leistung|artikel|produkt|zweck
tatigkeit|aufgabe|projekt|libelle|objet|remarque|commentaire|designation|produit|prestation|tache|projet
descripcion|concepto|nota|notas|comentario|detalle|producto|servicio|tarea|proyecto""",
}

_DATE = """
date|invoice date|sale date|sales date|order date|transaction date|date of sale|payment date|paid on|paid at|date paid
spent on|worked on|work date|expense date|purchase date|on|day|start date|started|start|start time|started at|issue date
issued|issued on|date issued|booking date|entry date|posting date|created at|created|created on|timestamp
datum|rechnungsdatum|belegdatum|buchungsdatum|buchungstag|verkaufsdatum|auftragsdatum|zahlungsdatum|valuta|tag
startdatum|beginn|date de facture|date facture|date de vente|date de commande|date de paiement|jour|date de debut
fecha|fecha de factura|fecha factura|fecha de venta|fecha de pedido|fecha de pago|dia|fecha de inicio
"""

_AMOUNT = """
total|total amount|grand total|amount paid|amount total|total paid|gross amount|gross|total price|amount|sum|value
price|paid|revenue|income|turnover|net amount|net|subtotal|sub total|total spent|cost|costs|expense|spent|charge
gesamtbetrag|gesamtsumme|gesamt|rechnungsbetrag|endbetrag|bruttobetrag|brutto|betrag|summe|umsatz|erlos|preis
nettobetrag|netto|kosten|ausgabe|montant ttc|total ttc|montant total|montant|somme|prix|cout|montant ht|total ht
chiffre d affaires|importe total|importe|monto|suma|precio|coste|costo|ingreso|gasto|valor
"""

_CURRENCY = "currency|currency code|wahrung|devise|monnaie|moneda|divisa"
_SIDE = "side|seite|cote|lado"

_SALE_KEY = """
invoice id|invoice no|invoice number|invoice nr|invoice|sale id|sales id|order id|order no|order number|order
transaction id|transaction no|receipt id|receipt no|receipt number|payment id|document no|document number|reference
rechnungsnummer|rechnungs nr|rechnung nr|rechnungsnr|rechnung|belegnummer|beleg nr|belegnr|auftragsnummer
bestellnummer|numero de facture|numero facture|no facture|n facture|facture|numero de commande
numero de factura|numero factura|no factura|factura|numero de pedido|id|key|record id|external id|uid|guid|uuid
nr|no|number|nummer|numero
"""
_WORK_KEY = "entry id|time entry id|work id|log id|timesheet id|id|key|record id|external id|uid|guid|uuid"
_EXPENSE_KEY = "expense id|bill id|bill no|bill number|purchase id|voucher no|" + _SALE_KEY

_DURATION = """
minutes|mins|min|duration minutes|duration min|time minutes|duration h|duration hours|duration decimal|duration hh mm
hours|hour|hrs|hours worked|hours spent|time spent|time worked|duration|time|time h|worked|quantity hours
minuten|dauer minuten|dauer min|stunden|std|dauer stunden|dauer|arbeitszeit|zeit|arbeitsstunden
duree|heures|duree minutes|duree heures|temps|temps passe|duracion|horas|minutos|tiempo|horas trabajadas
"""

_SPENT = """vendor|supplier|payee|merchant|vendor name|supplier name|category|expense category|lieferant|kategorie
handler|fournisseur|categorie|proveedor|categoria"""

_BY_KIND: dict[Kind, Mapping[Field, str]] = {
    Kind.PEOPLE: _PEOPLE,
    Kind.SALES: {
        **_ENTRY,
        Field.KEY: _SALE_KEY,
        Field.DATE: _DATE,
        Field.AMOUNT: _AMOUNT,
        Field.CURRENCY: _CURRENCY,
        Field.OWED: "not paid yet",
    },
    Kind.WORK: {
        **_ENTRY,
        Field.KEY: _WORK_KEY,
        Field.DATE: _DATE,
        Field.DURATION: _DURATION,
        Field.SIDE: _SIDE,
    },
    Kind.EXPENSES: {
        **_ENTRY,
        Field.KEY: _EXPENSE_KEY,
        Field.DATE: _DATE,
        Field.AMOUNT: _AMOUNT,
        Field.CURRENCY: _CURRENCY,
        Field.SIDE: _SIDE,
        Field.INTRODUCTORY: "introductory",
        Field.MEMO: _ENTRY[Field.MEMO] + "|" + _SPENT,
    },
    **{kind: {**_ABOUT, **fields} for kind, fields in (record_aliases.BY_KIND | pipeline_aliases.BY_KIND).items()},
}

_PURPOSES = dict.fromkeys(phrases("category|type|kind|purpose|kategorie|art|categorie|categoria|tipo"), Field.SIDE)
_UNPAID = phrases("unpaid|not paid|outstanding|open|offen|unbezahlt|nicht bezahlt|impaye|non paye|pendiente|no pagado")

WEAK: dict[Kind, dict[str, Field]] = {
    Kind.PEOPLE: {
        **dict.fromkeys(
            phrases("status|customer status|contact status|stage|lifecycle stage|type|kundenstatus|statut|etat"),
            Field.STANDING,
        ),
        **dict.fromkeys(phrases("kind|art|genre|tipo"), Field.PARTY_KIND),
    },
    Kind.SALES: dict.fromkeys(_UNPAID, Field.OWED),
    Kind.WORK: _PURPOSES,
    Kind.EXPENSES: _PURPOSES,
    **{kind: {} for kind in record_aliases.BY_KIND | pipeline_aliases.BY_KIND},
    **record_aliases.WEAK,
    **pipeline_aliases.WEAK,
}
"""Headings that mean the field only when the column's values can be read as it."""

EXPENSE_WORDS = word_set(
    "vendor supplier payee merchant expense expenses lieferant ausgabe ausgaben fournisseur depense depenses proveedor "
    "gasto gastos"
)
"""A heading with one of these is about money going out."""

_PLACES = word_set(
    "work home other main primary secondary business private personal office company billing shipping mailing postal "
    "value gesch geschaftlich privat arbeit domicile bureau travail perso casa trabajo oficina particular"
)
_PLACED = frozenset(
    {Field.PHONE, Field.EMAIL, Field.LABEL, Field.ADDRESS, Field.POSTAL_CODE, Field.CITY, Field.REGION, Field.COUNTRY}
)
_OF_THE_DOCUMENT = word_set("invoice sale sales order expense eur usd gbp chf jpy cad aud in rechnung facture factura")
_NUMBER = re.compile(r"\d+")


def field_of(heading: str, kind: Kind) -> tuple[Field, int] | None:
    """The field a heading means in a file of a kind and how good the alias is (0 is best); None when unknown."""
    words = normalised(heading)
    found = _table(kind).get(words)
    if found or not words:
        return found
    for qualifiers, fields in ((_PLACES, _PLACED), (_OF_THE_DOCUMENT, frozenset({Field.DATE, Field.AMOUNT}))):
        bare = " ".join(w for w in words.split() if w not in qualifiers and not _NUMBER.fullmatch(w))
        found = _table(kind).get(bare)
        if found and found[0] in fields:
            return found[0], found[1] + 1000
    return None


def label_of(heading: str) -> str:
    """What distinguishes one phone or e-mail column from another: `phone_work` → `work`, `Mobile` → `mobile`."""
    words = normalised(heading).split()
    for label, marks in _LABELS:
        if marks & set(words):
            return label
    return " ".join(w for w in words if w in _PLACES and w not in {"value", "main", "postal"})


_LABELS = (
    ("fax", word_set("fax telefax faxnummer telecopie")),
    ("mobile", word_set("mobile cell cellphone handy handynummer mobil mobiltelefon portable movil celular")),
)


def known_in_any(heading: str) -> bool:
    """Whether the heading means something in a file of any kind."""
    return any(field_of(heading, kind) or normalised(heading) in WEAK[kind] for kind in Kind)


@cache
def _table(kind: Kind) -> dict[str, tuple[Field, int]]:
    table: dict[str, tuple[Field, int]] = {}
    for field in FIELDS_OF[kind]:
        for rank, alias in enumerate(phrases(_BY_KIND[kind].get(field, ""))):
            table.setdefault(normalised(alias), (field, rank))
    return table
