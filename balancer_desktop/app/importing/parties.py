"""Whom the rows of a file are about: found once per spelling, or made from a name."""

from balancer_desktop.app.importing.workbench import Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing import keys
from balancer_desktop.domain.importing.drafts import PersonDraft
from balancer_desktop.domain.importing.entry_rows import RawWho, Who, WhoColumns
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.issue import WrongCell
from balancer_desktop.domain.importing.words import kind_of_name
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, checked, folded

_MISSING = {Kind.SALES: "whose sale it is", Kind.WORK: "", Kind.EXPENSES: ""}
"""What a row must say of its party; empty where it need not be about anybody."""


class Parties(dict[RawWho, int]):
    """The raw cells that name a party → its reference, looked up once; a name nobody has makes a new person."""

    def __init__(self, bench: Workbench, columns: WhoColumns, column: str, kind: Kind) -> None:
        super().__init__()
        self._bench = bench
        self._columns = columns
        self._column = column
        self._missing = _MISSING.get(kind, "whom it is about")

    def __missing__(self, raw: RawWho) -> int:
        who = self._columns.named(raw)
        try:
            ref = self[raw] = self._find(who)
        except WrongCell:
            raise
        except BadInput as wrong:
            raise WrongCell(self._columns.first, wrong) from wrong
        return ref

    def _find(self, who: Who) -> int:
        directory = self._bench.directory
        found = directory.by_number(who.number, self._column) if who.number else None
        if found is None and who.name:
            found = directory.by_name(who.name, who.email)
            if found is None and not who.number:  # a column called Customer may hold their numbers
                found = directory.by_number(who.name, self._column)
        if found is not None:
            return found
        if who.name:
            return self._add(who)
        if who.number in self._bench.unread:
            raise BadInput(
                f"The customer with the number {who.number[:40]} cannot be read.",
                f"Correct the row in {self._bench.unread[who.number]}.",
            )
        if who.number:
            raise BadInput(
                f"No customer has the number {who.number[:40]}.",
                "Choose the file with the customers together with this one.",
            )
        if self._missing:
            raise BadInput(f"The row does not say {self._missing}.", "Give a name or customer number.")
        return 0

    def _add(self, who: Who) -> int:
        """A new person known by name only, under the file's number where it has one."""
        contacts = (ContactPoint(ContactKind.EMAIL, who.email),) if "@" in who.email else ()
        kind = PartyKind.BUSINESS if who.is_company else kind_of_name(who.name)
        party = checked(Party(who.name, kind, contacts=contacts))
        base = keys.base(Kind.PEOPLE, self._column if who.number else "", who.number)
        self._bench.counts[Kind.PEOPLE].new += 1
        key = self._bench.ordinals.unique(f"{base}\tname {folded(party.name)}")
        return self._bench.directory.add(PersonDraft(party, key), who.number)
