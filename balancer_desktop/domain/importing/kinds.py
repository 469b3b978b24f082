"""Guessing from headings, and then from the file's name, what each row of a file is."""

from collections.abc import Sequence

from balancer_desktop.domain.importing.aliases import EXPENSE_WORDS, field_of
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import NAMING, Field, Kind
from balancer_desktop.domain.importing.headings import normalised, word_set
from balancer_desktop.domain.importing.mapping import Mapping, fits, propose

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


_MONEY_OR_TIME = frozenset({Field.AMOUNT, Field.DURATION})
_REACHABLE = frozenset({Field.PHONE, Field.EMAIL, Field.ADDRESS})
_PLACES = frozenset({Field.ADDRESS, Field.POSTAL_CODE, Field.CITY})
_MARKS: dict[Kind, tuple[frozenset[Field], frozenset[Field]]] = {
    Kind.STANDINGS: (frozenset({Field.DATE, Field.STANDING}), _MONEY_OR_TIME | _REACHABLE),
    Kind.CONTACTS: (frozenset({Field.DATE, Field.CHANNEL}), _MONEY_OR_TIME),
    Kind.NEXT_STEPS: (frozenset({Field.DUE, Field.WHAT}), _MONEY_OR_TIME | _REACHABLE),
    Kind.STAGES: (frozenset({Field.STAGE, Field.STALE_DAYS}), NAMING),
    Kind.LOSS_REASONS: (frozenset({Field.REASON, Field.NEEDS_WORDS}), NAMING),
    Kind.CHECKLISTS: (frozenset({Field.CHECKLIST, Field.DUE_AFTER}), NAMING),
    Kind.STAGE_MOVES: (frozenset({Field.OPPORTUNITY_KEY, Field.DATE, Field.STAGE}), _MONEY_OR_TIME),
    Kind.PARKINGS: (frozenset({Field.OPPORTUNITY_KEY, Field.DATE, Field.UNTIL}), _MONEY_OR_TIME),
    Kind.OPPORTUNITIES: (frozenset({Field.TITLE, Field.STAGE}), _PLACES),
    Kind.INQUIRIES: (frozenset({Field.RECEIVED}), _MONEY_OR_TIME | _PLACES),
    Kind.PUT_OFF: (frozenset({Field.MATTER, Field.UNTIL}), frozenset()),
    Kind.REASONS: (frozenset({Field.REASON, Field.REASON_CLASS}), NAMING | {Field.DATE}),
    Kind.FOLDERS: (frozenset({Field.FOLDER}), NAMING | {Field.DATE}),
    Kind.CADENCES: (frozenset({Field.TAG, Field.LONGEST_GAP}), NAMING),
    Kind.SETTINGS: (frozenset({Field.SETTING, Field.VALUE}), NAMING),
}
"""What a file of the kind has, and what it has not: with an amount it is money, with a phone number people."""


def guess_kind(headings: Sequence[str], sample: Sequence[Row], file_name: str) -> Kind:
    """What the rows are; the file's name decides between kinds that the headings leave possible."""
    special = _special(headings, sample)
    if special:
        return special
    possible = _possible(headings, sample)
    words = set(normalised(file_name.rpartition(".")[0] or file_name).split())
    named = [kind for kind in possible if words & _FILE_WORDS[kind]]
    return (named or possible)[0]


def _special(headings: Sequence[str], sample: Sequence[Row]) -> Kind | None:
    """The kind that only its own columns tell; None for people, money and work."""
    ordinary = _ordinary(headings, sample)
    for kind, (marks, others) in _MARKS.items():
        mapping = propose(headings, sample, kind)
        if marks <= _told(mapping, headings, sample) and not mapping.missing() and not others & ordinary:
            return kind
    return None


def _told(mapping: Mapping, headings: Sequence[str], sample: Sequence[Row]) -> set[Field]:
    """The fields that the headings alone tell, save that a channel is one when its values are."""
    told = {field for heading in headings if (field := _field(heading, mapping.kind))}
    channel = mapping.column(Field.CHANNEL)
    if channel is not None and (not sample or fits(Field.CHANNEL, (row[channel] for row in sample))):
        return told | {Field.CHANNEL}
    return told - {Field.CHANNEL}


def _field(heading: str, kind: Kind) -> Field | None:
    found = field_of(heading, kind)
    return found[0] if found else None


def _ordinary(headings: Sequence[str], sample: Sequence[Row]) -> set[Field]:
    """What the columns mean to files of people, money and work; times of day are no time worked."""
    found = {field for kind in (Kind.PEOPLE, Kind.SALES) for field in propose(headings, sample, kind).fields}
    return found | ({Field.DURATION} if _durations(headings, sample) - _TIMES_OF_DAY else set())


def _durations(headings: Sequence[str], sample: Sequence[Row]) -> set[str]:
    return {normalised(headings[i]) for i in propose(headings, sample, Kind.WORK).columns(Field.DURATION)}


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
    times = _durations(headings, sample)
    if times and times <= _TIMES_OF_DAY:
        return [*money, Kind.WORK, Kind.PEOPLE]
    return [Kind.WORK, *money, Kind.PEOPLE]
