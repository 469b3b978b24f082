"""The tables of an export, each a row of headings and then its records, as domain.importing reads them again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from balancer_desktop.app import book_settings
from balancer_desktop.app.book import Book
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.folder import path_of, path_text
from balancer_desktop.domain.importing.contact_cells import contact_cell
from balancer_desktop.domain.importing.tag_cells import tags_cell
from balancer_desktop.domain.money import format_amount
from balancer_desktop.domain.party import ContactKind, Party
from balancer_desktop.domain.setting_texts import WORDINGS
from balancer_desktop.domain.spreadsheet import guarded
from balancer_desktop.storage.instants import instant_text

Cell = str | int | date | None
Row = Sequence[Cell]
_PLAIN = Conventions(decimal=".", group="")
_EVER = (date.min, date.max)


class _AsIs(str):
    """A cell that needs no guarding from spreadsheets: a number, or one that is guarded already."""

    __slots__ = ()


def written(row: Row) -> list[Cell]:
    """The row as it stands in the file: no cell of it runs as a formula."""
    return [guarded(cell) if isinstance(cell, str) and not isinstance(cell, _AsIs) else cell for cell in row]


def _yes(true: bool) -> str:  # noqa: FBT001 - a cell of its own
    return "yes" if true else ""


def _yes_or_no(true: bool) -> str:  # noqa: FBT001 - as above
    return "yes" if true else "no"


def _decimal(book: Book, minor: int) -> str:
    return _AsIs(format_amount(minor, book.currency, _PLAIN))


def _people(book: Book) -> Iterator[Row]:
    parties = book.people.get_many()
    phones = _ContactColumns(parties, ContactKind.PHONE, "Phone")
    emails = _ContactColumns(parties, ContactKind.EMAIL, "E-mail")
    yield ["Customer ID", "Name", "Person or business", "Company", "Standing", "Customer since", "Referred by",
           "Referrer ID", "Ideal gap (days)", "Longest gap (days)", "Tags", "Address", "Notes",
           *phones.headings, *emails.headings]  # fmt: skip
    names = book.people.names()
    for p in parties:
        yield [p.id, p.name, p.kind.value, p.company, book.people.standing(p.id).value, p.customer_since,
               names.get(p.referred_by, ""), p.referred_by or None, p.ideal_gap or None, p.longest_gap or None,
               tags_cell(p.tags), p.address, p.notes, *phones.of(p), *emails.of(p)]  # fmt: skip


class _ContactColumns:
    """As many columns as anybody has numbers (or addresses), each after its label where any has one."""

    def __init__(self, parties: Sequence[Party], kind: ContactKind, heading: str) -> None:
        self._kind = kind
        found = [[c for c in party.contacts if c.kind is kind] for party in parties]
        self._count = max((len(contacts) for contacts in found), default=0) or 1
        self._labelled = any(contact.label for contacts in found for contact in contacts)
        self.headings = ([f"{heading} label", heading] if self._labelled else [heading]) * self._count

    def of(self, party: Party) -> list[Cell]:
        cells: list[Cell] = []
        for contact in party.contacts:
            if contact.kind is self._kind:
                cells += [contact.label] if self._labelled else []
                cells.append(_AsIs(contact_cell(contact)))
        return cells + [""] * (len(self.headings) - len(cells))


def _standings(book: Book) -> Iterator[Row]:
    yield ["Customer ID", "Name", "Date", "Standing", "By first sale", "Reason", "Kind of reason", "Note", "Folder",
           "Hook", "Hook due", "Hook done"]  # fmt: skip
    reasons = {reason.id: reason for reason in book.people.reasons()}
    names, folders = book.people.names(), book.folders.all()
    paths = {folder.id: path_text(path_of(folders, folder.id)) for folder in folders}
    for c in book.people.histories():
        reason = reasons.get(c.reason_id)
        yield [c.party_id, names[c.party_id], c.on, c.standing.value, _yes(bool(c.cause_sale)),
               reason.label if reason else "", reason.kind.value if reason else "", c.note, paths.get(c.folder_id, ""),
               c.hook, c.hook_due, c.hook_done]  # fmt: skip


def _sales(book: Book) -> Iterator[Row]:
    yield ["Sale ID", "Customer ID", "Name", "Date", "Amount", "Currency", "Not paid yet", "Memo"]
    names = book.people.names()
    for sale in reversed(book.ledger.sales(*_EVER)):
        yield [sale.id, sale.party_id, names[sale.party_id], sale.on, _decimal(book, sale.amount), book.currency.code,
               _yes(sale.owed), sale.memo]  # fmt: skip


def _expenses(book: Book) -> Iterator[Row]:
    yield ["Expense ID", "Customer ID", "Name", "Date", "Amount", "Currency", "Side", "Introductory", "Memo"]
    names = book.people.names()
    for spent in reversed(book.ledger.expenses(*_EVER)):
        yield [spent.id, spent.party_id or None, names.get(spent.party_id, ""), spent.on, _decimal(book, spent.amount),
               book.currency.code, spent.side.value, _yes(spent.introductory), spent.memo]  # fmt: skip


def _work(book: Book) -> Iterator[Row]:
    yield ["Work ID", "Customer ID", "Name", "Date", "Minutes", "Side", "Note"]
    names = book.people.names()
    for work in reversed(book.work.between(*_EVER)):
        yield [work.id, work.party_id or None, names.get(work.party_id, ""), work.on, work.minutes, work.side.value,
               work.note]  # fmt: skip


def _contacts(book: Book) -> Iterator[Row]:
    yield ["Contact ID", "Customer ID", "Name", "Date", "Channel", "Direction", "Answered", "Note"]
    names = book.people.names()
    for c in book.contacts.all():
        yield [c.id, c.party_id, names[c.party_id], c.on, c.channel.value, "in" if c.incoming else "out",
               _yes_or_no(c.answered), c.note]  # fmt: skip


def _steps(book: Book) -> Iterator[Row]:
    yield ["Step ID", "Customer ID", "Name", "Due", "What", "Done on", "Outcome", "Closed by leaving",
           "Opportunity ID", "Checklist"]  # fmt: skip
    names = book.people.names()
    for s in book.contacts.all_steps():
        yield [s.id, s.party_id, names[s.party_id], s.due, s.what, s.done_on, s.outcome, _yes(bool(s.closed_by)),
               s.opportunity_id or None, s.checklist]  # fmt: skip


def _inquiries(book: Book) -> Iterator[Row]:
    """Name is that of somebody in the book; who is in none is under Who asked."""
    yield ["Inquiry ID", "Received at", "How it came", "Customer ID", "Name", "Who asked", "Phone", "E-mail",
           "Referrer ID", "Referred by", "Answered by", "Asked", "Promised", "Promised by", "Answered at", "State",
           "Settled on", "Referrer told"]  # fmt: skip
    names = book.people.names()
    for i in book.inquiries.all():
        yield [i.id, instant_text(i.received), i.channel.value, i.party_id or None, names.get(i.party_id, ""), i.name,
               i.phone, i.email, i.referred_by or None, names.get(i.referred_by, ""), i.answered_by, i.asked,
               i.promised, i.promised_by, instant_text(i.responded), i.state.value, i.settled_on,
               i.referrer_told]  # fmt: skip


def _opportunities(book: Book) -> Iterator[Row]:
    yield ["Opportunity ID", "Customer ID", "Name", "Title", "Opened", "Value", "Currency", "Probability (per cent)",
           "Source", "Referrer ID", "Referred by", "Inquiry ID", "Expected close", "Stage", "Closed", "Outcome",
           "Reason", "Note", "Agreed value", "Sale ID", "Work ends", "Referrer told"]  # fmt: skip
    names, stages = book.people.names(), {stage.id: stage.name for stage in book.stages.stages()}
    reasons = {reason.id: reason.label for reason in book.stages.loss_reasons()}
    for o in book.pipeline.all():
        agreed = None if o.agreed is None else _decimal(book, o.agreed)
        yield [o.id, o.party_id, names[o.party_id], o.title, o.opened, _decimal(book, o.value), book.currency.code,
               o.probability, o.origin, o.referred_by or None, names.get(o.referred_by, ""), o.inquiry_id or None,
               o.expected, stages[o.stage_id], o.closed, o.outcome.value if o.outcome else "",
               reasons.get(o.reason_id, ""), o.note, agreed, o.sale_id or None, o.ends, o.referrer_told]  # fmt: skip


def _stage_moves(book: Book) -> Iterator[Row]:
    yield ["Opportunity ID", "Date", "Stage"]
    stages = {stage.id: stage.name for stage in book.stages.stages()}
    for opportunity in book.pipeline.all():
        for move in opportunity.moves:
            yield [opportunity.id, move.on, stages[move.stage_id]]


def _parkings(book: Book) -> Iterator[Row]:
    yield ["Opportunity ID", "Date", "Parked until"]
    for opportunity in book.pipeline.all():
        for parking in opportunity.parkings:
            yield [opportunity.id, parking.on, parking.until]


def _stages(book: Book) -> Iterator[Row]:
    yield ["Stage", "Probability (per cent)", "Stale after (days)", "Retired"]
    for stage in book.stages.stages():
        yield [stage.name, stage.probability, stage.stale_days, _yes_or_no(stage.retired)]


def _loss_reasons(book: Book) -> Iterator[Row]:
    yield ["Loss reason", "Needs words", "Retired"]
    for reason in book.stages.loss_reasons():
        yield [reason.label, _yes_or_no(reason.other), _yes_or_no(reason.retired)]


def _checklists(book: Book) -> Iterator[Row]:
    """One row for a checklist without steps, lest the first one of a new book be taken for it."""
    yield ["Checklist", "Step", "Due after (days)"]
    for checklist in dict.fromkeys((ONBOARDING, *book.stages.checklists())):
        steps = book.stages.template(checklist)
        for step in steps:
            yield [checklist, step.what, step.days]
        if not steps:
            yield [checklist, "", None]


def _reasons(book: Book) -> Iterator[Row]:
    yield ["Reason", "Kind of reason", "Retired"]
    for reason in book.people.reasons():
        yield [reason.label, reason.kind.value, _yes_or_no(reason.retired)]


def _folders(book: Book) -> Iterator[Row]:
    yield ["Folder", "People in it"]
    folders, people = book.folders.all(), book.folders.people_in()
    for path, folder_id in sorted((path_of(folders, folder.id), folder.id) for folder in folders):
        yield [path_text(path), people.get(folder_id, 0)]


def _cadences(book: Book) -> Iterator[Row]:
    yield ["Tag", "Ideal gap (days)", "Longest gap (days)"]
    for tag, (ideal, longest) in book.reminders.tag_gaps().items():
        yield [tag, ideal or None, longest or None]


def _put_off(book: Book) -> Iterator[Row]:
    yield ["Customer ID", "Name", "What is put off", "Until"]
    names = book.people.names()
    for p in book.reminders.all_put_off():
        yield [p.party_id, names[p.party_id], p.matter.value, p.until]


def _settings(book: Book) -> Iterator[Row]:
    yield ["Setting", "Value"]
    texts = book_settings.texts(book_settings.read(book))
    for name, (label, shown, _) in WORDINGS.items():
        yield [label, shown(texts[name])]


TABLES: dict[str, Callable[[Book], Iterable[Row]]] = {
    "people": _people, "standings": _standings, "sales": _sales, "expenses": _expenses, "work": _work,
    "contacts": _contacts, "next_steps": _steps, "reasons": _reasons, "folders": _folders, "cadences": _cadences,
    "put_off": _put_off, "inquiries": _inquiries, "opportunities": _opportunities, "stage_moves": _stage_moves,
    "parkings": _parkings, "stages": _stages, "loss_reasons": _loss_reasons, "checklists": _checklists,
    "settings": _settings,
}  # fmt: skip
"""By the name of the file."""
