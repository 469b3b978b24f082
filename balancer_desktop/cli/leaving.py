"""Who leaves, who comes back, and the summary of exits."""

from argparse import Namespace
from pathlib import Path

from balancer_desktop.app import archive as verbs
from balancer_desktop.app import archive_folders
from balancer_desktop.app import exits as summaries
from balancer_desktop.app.book import Today
from balancer_desktop.app.exits import ReasonLine
from balancer_desktop.app.leaving import Leaving, leave
from balancer_desktop.app.left_opportunities import open_with
from balancer_desktop.app.naming import party_named, reason_named
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.exits import (
    Attrition,
    Count,
    Exit,
    Span,
    attrition_sentence,
    count,
    over_time,
    performance_words,
)
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.standing import Standing

_HERE = (Standing.CURRENT, Standing.LAPSED, Standing.PROSPECT)


def archive(arguments: Namespace, folder: Path, today: Today) -> int:
    """Folders that are not there yet are made on the way, in the same step."""
    with opened(folder, today) as book:
        ids = [party_named(book, name, _HERE) for name in arguments.names]
        reason = reason_named(book, arguments.reason)
        leaving = [id_ for id_ in ids if book.people.standing(id_) is not Standing.EX]
        said = Leaving(
            reason.id, on=arguments.on, new_folder=arguments.folder, note=arguments.note, hook=arguments.hook,
            hook_due=arguments.hook_due,
        )  # fmt: skip
        losing = open_with(book, leaving)
        leave(book, ids, said)
        filed = archive_folders.make_path(book, arguments.folder) if arguments.folder else 0
        names = book.people.names(ids)
        where = "/".join(("ex_Customers", *path_of(book.folders.all(), filed)))
    archived = {id_: name for id_, name in names.items() if id_ in leaving}
    document: dict[str, object] = {
        "archived": _named(archived),
        "already_ex": _named({id_: name for id_, name in names.items() if id_ not in leaving}),
        "on": str(arguments.on or today()),
        "reason": reason.label,
        "class": reason.kind.value,
        "folder": where,
        "lost": [{"id": one.id, "title": one.title, "party": one.party_id} for one in losing],
    }
    lines = [
        f"{name}: archived in {where} ({reason.label})" if id_ in archived else f"{name}: has left already"
        for id_, name in names.items()
    ]
    lines += [f"{names[one.party_id]}: lost “{one.title}”" for one in losing]
    answer(arguments, document, "\n".join(lines))
    return 0


def restore(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        ids = [party_named(book, name, (Standing.EX,)) for name in arguments.names]
        returning = [id_ for id_ in ids if book.people.standing(id_) is Standing.EX]
        verbs.restore(book, ids, arguments.on)
        names = book.people.names(ids)
        now = {id_: book.people.standing(id_).value for id_ in ids}
    restored = [{"id": id_, "name": names[id_], "standing": now[id_]} for id_ in dict.fromkeys(returning)]
    staying = {id_: name for id_, name in names.items() if id_ not in returning}
    lines = [f"{names[id_]}: {now[id_]} again" if id_ in returning else f"{names[id_]}: has not left" for id_ in names]
    answer(arguments, {"restored": restored, "not_ex": _named(staying)}, "\n".join(lines))
    return 0


def exits(arguments: Namespace, folder: Path, today: Today) -> int:
    first = Month.parse(arguments.first) if arguments.first else None
    last = Month.parse(arguments.last) if arguments.last else None
    if first and last and last < first:
        raise BadInput(f"{last} comes before {first}.", "Give the earlier month with --from, the later one with --to.")
    with opened(folder, today) as book:
        found = summaries.exits(book, first, last)
        reasons, attrition = summaries.lines(book, found), summaries.attrition(book)
        names = book.people.names([one.party_id for one in found])
    end = last or max(Month.of(today()), first or Month.of(today()))
    begin = first or (Month.of(found[0].on) if found else end)
    document: dict[str, object] = {
        "from": str(begin),
        "to": str(end),
        "total": _counts(count(found)),
        "months": _over(found, Span.MONTH, begin, end),
        "quarters": _over(found, Span.QUARTER, begin, end),
        "years": _over(found, Span.YEAR, begin, end),
        "reasons": [_reason(line) for line in reasons],
        "benign_attrition": _attrition(attrition),
        "exits": [_exit(one, names) for one in found],
    }
    labels = {line.reason.id: line.reason.label for line in reasons}
    lines = [f"{one.on}  {names[one.party_id]}  {labels.get(one.reason_id, '')}" for one in found]
    answer(arguments, document, "\n".join([*lines, _total_words(count(found)), attrition_sentence(attrition)]))
    return 0


def _total_words(total: Count) -> str:
    because = f"{total.benign} for reasons of their own, {performance_words(total)} because of us"
    return f"{total.total} left: {because}, {total.unknown} unknown"


def _reason(line: ReasonLine) -> dict[str, object]:
    return {
        "id": line.reason.id,
        "reason": line.reason.label,
        "class": line.reason.kind.value,
        "exits": line.years.total(),
        "years": {str(year): line.years[year] for year in sorted(line.years)},
    }


def _attrition(found: Attrition) -> dict[str, object]:
    return {
        "last_12_months": found.last_year,
        "total": found.total,
        "since": str(found.since) if found.since else None,
        "years": round(found.years, 3),
        "a_year": found.a_year,
        "sentence": attrition_sentence(found),
    }


def _exit(one: Exit, names: dict[int, str]) -> dict[str, object]:
    return {
        "id": one.party_id,
        "name": names[one.party_id],
        "on": str(one.on),
        "reason_id": one.reason_id,
        "class": one.kind.value,
        "was_customer": one.was_customer,
    }


def _over(found: list[Exit], span: Span, first: Month, last: Month) -> list[dict[str, object]]:
    return [{span.value: name, **_counts(counted)} for name, counted in over_time(found, span, first, last).items()]


def _counts(counted: Count) -> dict[str, object]:
    low, high = counted.performance_range
    return {
        "benign": counted.benign, "performance": counted.performance, "unknown": counted.unknown,
        "total": counted.total, "performance_range": [low, high],
    }  # fmt: skip


def _named(names: dict[int, str]) -> list[dict[str, object]]:
    return [{"id": id_, "name": name} for id_, name in names.items()]
