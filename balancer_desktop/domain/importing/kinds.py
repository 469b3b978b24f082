"""Guessing from headings, and then from the file's name, what each row of a file is."""

from collections.abc import Sequence

from balancer_desktop.domain.importing.aliases import EXPENSE_WORDS
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.headings import normalised, word_set
from balancer_desktop.domain.importing.mapping import propose

_TIMES_OF_DAY = {"time", "zeit", "temps", "tiempo"}
"""Beside an amount, a column called this holds when something was paid rather than how long it took."""

_FILE_WORDS = {
    Kind.PEOPLE: word_set(
        "people person customer customers client clients contact contacts lead leads prospects address addresses "
        "members "
        "party parties kunden kontakte adressen clientes contactos personnes contactes"
    ),
    Kind.SALES: word_set(
        "sale sales invoice invoices order orders revenue income payments rechnungen umsatz verkaufe ventes factures "
        "ventas facturas"
    ),
    Kind.WORK: word_set(
        "work time times timesheet timesheets hours entries toggl stunden zeiten arbeitszeit heures temps horas"
    ),
    Kind.EXPENSES: EXPENSE_WORDS | word_set("costs bills spending purchases kosten achats compras"),
}


def guess_kind(headings: Sequence[str], sample: Sequence[Row], file_name: str) -> Kind:
    """What the rows are; the file's name decides between kinds that the headings leave possible."""
    possible = _possible(headings, sample)
    words = set(normalised(file_name.rpartition(".")[0] or file_name).split())
    named = [kind for kind in possible if words & _FILE_WORDS[kind]]
    return (named or possible)[0]


def _possible(headings: Sequence[str], sample: Sequence[Row]) -> list[Kind]:
    """The kinds whose necessary columns are there, likeliest first; people when there is none.

    Whose sale it is may still be found out: the column can take its meaning from a people file chosen together.
    """
    kinds = []
    for kind in _likeliest(headings, sample):
        mapping = propose(headings, sample, kind)
        if not mapping.missing() or (kind is Kind.SALES and {Field.DATE, Field.AMOUNT} <= set(mapping.fields)):
            kinds.append(kind)
    people = set(propose(headings, sample, Kind.PEOPLE).fields)
    reachable = people & {Field.PHONE, Field.EMAIL, Field.ADDRESS, Field.TAGS, Field.STANDING}
    if Kind.PEOPLE in kinds and len(kinds) > 1 and not reachable:
        kinds.remove(Kind.PEOPLE)
    return kinds or [Kind.PEOPLE]


def _likeliest(headings: Sequence[str], sample: Sequence[Row]) -> list[Kind]:
    words = {word for heading in headings for word in normalised(heading).split()}
    spending = words & EXPENSE_WORDS or Field.SIDE in propose(headings, sample, Kind.EXPENSES).fields
    money = [Kind.EXPENSES, Kind.SALES] if spending else [Kind.SALES, Kind.EXPENSES]
    times = {normalised(headings[i]) for i in propose(headings, sample, Kind.WORK).columns(Field.DURATION)}
    if times and times <= _TIMES_OF_DAY:
        return [*money, Kind.WORK, Kind.PEOPLE]
    return [Kind.WORK, *money, Kind.PEOPLE]
