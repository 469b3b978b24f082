"""One heading in its many spellings is one heading, and means one field."""

import pytest

from balancer_desktop.domain.importing.aliases import field_of, label_of
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.headings import fingerprint, normalised


@pytest.mark.parametrize(
    "heading",
    [
        "CustomerId",
        "customer_id",
        "CUSTOMER ID",
        "Customer-ID",
        " customer  id ",
        "customerID",
        "CustomerID",
        "Customer.Id",
    ],
)
def test_spellings_are_one(heading: str) -> None:
    assert normalised(heading) == "customer id"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Prénom du Client", "prenom du client"),
        ("Straße", "strasse"),
        ("BillingCity", "billing city"),
        ("HTMLName", "html name"),
        ("E-Mail 1 - Value", "e mail 1 value"),
        ("Téléphone", "telephone"),
        ("###", ""),
        ("", ""),
    ],
)
def test_normalised(heading: str, words: str) -> None:
    assert normalised(heading) == words


def test_fingerprint_ignores_spelling_only() -> None:
    assert fingerprint(["CustomerId", "Total"]) == fingerprint(["customer_id", "TOTAL"])
    assert fingerprint(["CustomerId", "Total"]) != fingerprint(["Total", "CustomerId"])
    assert fingerprint(["a b"]) != fingerprint(["a", "b"])


@pytest.mark.parametrize(
    ("kind", "field", "headings"),
    [
        (Kind.PEOPLE, Field.KEY, "CustomerId|id|Kundennummer|Numéro client|Código de cliente|Contact ID|Record ID"),
        (Kind.PEOPLE, Field.NAME, "Name|Full Name|Customer|Kunde|Nom complet|Nombre completo|Display Name"),
        (Kind.PEOPLE, Field.FIRST_NAME, "FirstName|first_name|Given Name|Vorname|Prénom|Nombre de pila"),
        (Kind.PEOPLE, Field.LAST_NAME, "LastName|Surname|Nachname|Nom de famille|Apellidos|Family Name"),
        (Kind.PEOPLE, Field.COMPANY, "Company|Organisation|Firma|Société|Empresa|Account Name"),
        (
            Kind.PEOPLE,
            Field.PHONE,
            "Phone|Tel.|Mobile|phone_work|Home Phone|Telefon|Handy|Téléphone portable|Móvil|Fax",
        ),
        (Kind.PEOPLE, Field.PHONE, "Phone 1 - Value|Business Phone 2|Teléfono|Telefon geschäftlich"),
        (
            Kind.PEOPLE,
            Field.EMAIL,
            "Email|E-mail|email_home|E-mail Address|E-mail 2 Address|Courriel|Correo electrónico",
        ),
        (Kind.PEOPLE, Field.ADDRESS, "Address|Street|Business Street|Straße|Rue|Dirección|Address Line 2"),
        (Kind.PEOPLE, Field.POSTAL_CODE, "PostalCode|ZIP|PLZ|Code postal|Código postal|Postcode"),
        (Kind.PEOPLE, Field.CITY, "City|Town|Ort|Ville|Ciudad|BillingCity"),
        (Kind.PEOPLE, Field.TAGS, "Tags|Labels|Categories|Stichworte|Étiquettes|Etiquetas"),
        (Kind.PEOPLE, Field.CUSTOMER_SINCE, "Customer since|Kunde seit|Client depuis|Cliente desde"),
        (Kind.SALES, Field.PARTY_KEY, "CustomerId|client_id|Kunden-Nr|Numéro de client|ID cliente"),
        (Kind.SALES, Field.KEY, "InvoiceId|Order Number|Rechnungsnummer|Numéro de facture|Factura|Transaction ID"),
        (Kind.SALES, Field.DATE, "Date|InvoiceDate|Rechnungsdatum|Date de facture|Fecha|Paid on|Datum|Created at"),
        (Kind.SALES, Field.AMOUNT, "Total|Amount|Amount (EUR)|Betrag|Betrag in EUR|Montant TTC|Importe|Invoice Total"),
        (Kind.SALES, Field.MEMO, "Memo|Description|Verwendungszweck|Libellé|Concepto|Item Title"),
        (Kind.SALES, Field.CURRENCY, "Currency|Währung|Devise|Moneda"),
        (Kind.WORK, Field.DURATION, "Minutes|Hours|Duration|Duration (h)|Stunden|Dauer|Durée|Heures|Horas|Time spent"),
        (Kind.WORK, Field.SIDE, "Side|Seite|Côté|Lado"),
        (Kind.EXPENSES, Field.AMOUNT, "Cost|Kosten|Coût|Gasto|Amount"),
        (Kind.EXPENSES, Field.MEMO, "Vendor|Lieferant|Fournisseur|Proveedor|Category"),
    ],
)
def test_aliases_in_four_languages(kind: Kind, field: Field, headings: str) -> None:
    meant = {heading: found and found[0] for heading in headings.split("|") for found in [field_of(heading, kind)]}
    assert meant == dict.fromkeys(headings.split("|"), field)


@pytest.mark.parametrize(
    "heading", ["Shipping amount", "Due date", "Phone 1 - Type", "Balance", "Tax", "", "12", "Opt-in"]
)
def test_other_headings_mean_nothing_by_themselves(heading: str) -> None:
    assert field_of(heading, Kind.SALES) is None
    assert field_of(heading, Kind.PEOPLE) is None


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("phone_work", "work"),
        ("Home Phone", "home"),
        ("Mobile", "mobile"),
        ("Handy privat", "mobile"),
        ("Fax", "fax"),
        ("Phone", ""),
        ("Phone 1 - Value", ""),
        ("email_other", "other"),
    ],
)
def test_labels_of_contact_columns(heading: str, label: str) -> None:
    assert label_of(heading) == label
