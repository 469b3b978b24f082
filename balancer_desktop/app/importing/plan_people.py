"""The people rows of an import: new, in the book already, or repeated."""

from dataclasses import replace

from balancer_desktop.app.importing.planned import PreviewRow, Status
from balancer_desktop.app.importing.readings import Reading, column_name
from balancer_desktop.app.importing.workbench import MOST_ISSUES, Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing import keys
from balancer_desktop.domain.importing.cells import Row, is_blank
from balancer_desktop.domain.importing.drafts import PersonDraft
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.known import compared
from balancer_desktop.domain.importing.people_rows import PeopleColumns, PersonRow

Referrals = dict[int, tuple[str, str]]
"""Index of a new person → the number and the name of who referred them, as written."""


def plan_people(bench: Workbench, reading: Reading) -> Referrals:
    """Enter every row of a people sheet into the directory; the referrals are resolved when all are in it."""
    columns = PeopleColumns(reading.mapping, reading.sheet.headings)
    key_column = reading.mapping.column(Field.KEY)
    heading = column_name(reading, Field.KEY)
    referrals: Referrals = {}
    shown = 0
    for line, row in reading.sheet.rows():
        if is_blank(row):
            continue
        try:
            person = columns.read(row)
            status, why = _place(bench, person, heading, row)
            seen = PreviewRow(
                reading.sheet.label,
                line,
                Kind.PEOPLE,
                status,
                person.party.name,
                text=person.party.company,
                why=why,
            )
        except BadInput as wrong:
            seen, status = bench.refuse(reading, line, _at_key(wrong, key_column)), Status.WRONG
            if key_column is not None and len(bench.unread) < MOST_ISSUES:
                bench.unread.setdefault(str(row[key_column]).strip(), f"{reading.sheet.label}, line {line}")
        else:
            _count(bench, status)
            if status is Status.NEW and (person.referrer or person.referred_by):
                referrals[len(bench.directory.new) - 1] = person.referrer, person.referred_by
        if shown < bench.shown_per_sheet:
            bench.preview.append(seen)
            shown += 1
        bench.tick(1)
    return referrals


def resolve_referrals(bench: Workbench, referrals: Referrals) -> None:
    """Link new people to who referred them; a name that is nowhere, or on several people, is kept in the notes."""
    new = bench.directory.new
    for index, (number, name) in referrals.items():
        ref = _referrer(bench, number, name)
        draft = new[index]
        if ref is not None and ref != -index - 1:
            new[index] = replace(draft, referred_by=ref)
        else:
            notes = f"{draft.party.notes}\nReferred by {name or number}".strip()
            new[index] = replace(draft, party=replace(draft.party, notes=notes))


def _place(bench: Workbench, person: PersonRow, column: str, row: Row) -> tuple[Status, str]:
    """Enter one row; what becomes of it, and why when it is not new."""
    directory, number, version = bench.directory, person.number, keys.digest(row)
    key = f"{keys.base(Kind.PEOPLE, column if number else '', number)}\t{version}"
    before = bench.known.keys.among([key]).get(key)
    if before is not None and before in directory:
        directory.claim(before, number)
        return Status.SKIPPED, "imported before"
    party = compared(person.party, 0)
    earlier = directory.row_with(number) if number else None
    if earlier is not None:
        if directory.is_akin(earlier, party):
            return Status.SKIPPED, f"repeats number {number}"
        raise BadInput(f"{number[:40]} is the number of another name further up.", "Give each person one number.")
    same = directory.same_person(person.party, party, column, number)
    if same is None:
        directory.add(PersonDraft(person.party, key, person.standing), number, party)
        return Status.NEW, ""
    directory.claim(same, number)
    return (Status.MATCHED, "is in the book") if same > 0 else (Status.SKIPPED, "is further up in the files")


def _at_key(wrong: BadInput, key_column: int | None) -> BadInput:
    """A doubt about who it is concerns the number, where the file has one."""
    return wrong if isinstance(wrong, WrongCell) or key_column is None else WrongCell(key_column, wrong)


def _count(bench: Workbench, status: Status) -> None:
    counts = bench.counts[Kind.PEOPLE]
    match status:
        case Status.NEW:
            counts.new += 1
        case Status.MATCHED:
            counts.matched += 1
        case _:
            counts.skipped += 1


def _referrer(bench: Workbench, number: str, name: str) -> int | None:
    """Whom the number names, else the name, else the name taken for a number."""
    directory = bench.directory
    try:
        found = directory.by_number(number, "") if number else None
        found = directory.by_name(name) if found is None else found
        return directory.by_number(name, "") if found is None else found
    except BadInput:  # several people fit; the notes keep the text
        return None
