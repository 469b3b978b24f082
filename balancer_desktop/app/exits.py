"""Who left and why: the summary of exits."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from balancer_desktop.app.book import Book
from balancer_desktop.domain import exits as domain
from balancer_desktop.domain.exits import Attrition, Count, Exit, Span
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.standing import ExitReason, ReasonClass
from balancer_desktop.storage import exits_store


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason with how many left for it, by year."""

    reason: ExitReason
    years: Counter[int]


@dataclass(frozen=True, slots=True)
class ExitsSummary:
    """years: class counts of each year from the first exit to this one. lines: by class, the commonest reason first."""

    exits: tuple[Exit, ...]
    years: dict[str, Count]
    lines: tuple[ReasonLine, ...]
    attrition: Attrition


def exits(book: Book, first: Month | None = None, last: Month | None = None) -> list[Exit]:
    """Exits by day, from the first month to the last; without a bound where none is given."""
    begin, end = first.first if first else date.min, last.last if last else date.max
    classes = {reason.id: reason.kind for reason in book.people.reasons()}
    found = domain.exits_of(exits_store.turns(book.file.db, begin, end), classes)
    return [one for one in found if begin <= one.on <= end]


def summary(book: Book) -> ExitsSummary:
    """Everything the page of exits tells."""
    found, today = exits(book), book.today()
    this = Month.of(today)
    begun = Month.of(found[0].on) if found else this
    return ExitsSummary(
        tuple(found),
        domain.over_time(found, Span.YEAR, begun, this),
        lines(book, found),
        attrition(book, found),
    )


def attrition(book: Book, found: list[Exit] | None = None) -> Attrition:
    """The benign attrition to be replaced a year, of these exits or of all."""
    return domain.attrition(
        exits(book) if found is None else found, exits_store.records_begin(book.file.db), book.today()
    )


def lines(book: Book, found: list[Exit]) -> tuple[ReasonLine, ...]:
    """Reasons that somebody left for: by class, and within it the commonest first."""
    known = {reason.id: reason for reason in book.people.reasons()}
    nameless = ExitReason("No reason given", ReasonClass.UNKNOWN)
    made = [ReasonLine(known.get(id_, nameless), years) for id_, years in domain.by_reason(found).items()]
    order = list(ReasonClass)
    return tuple(sorted(made, key=lambda line: (order.index(line.reason.kind), -line.years.total(), line.reason.label)))
