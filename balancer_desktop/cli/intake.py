"""What whoever answers the phone hands over, brought in without a window."""

import sys
from argparse import Namespace
from pathlib import Path
from textwrap import shorten

from balancer_desktop.app.book import Today
from balancer_desktop.app.intake.bring_in import Brought, bring_in
from balancer_desktop.app.intake.preview import Fault, IntakePlan, Planned, preview
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.domain.intake.item import ItemKind

_HEAD = "kind\twhen\twho\tphone\twhat about\tremark"
SHOWN = 80
"""Characters of what was asked, on a line; JSON has all of it."""


def take(arguments: Namespace, folder: Path, today: Today) -> int:
    """Status 1 when nothing could be read of the files; what is wrong in a part of them is named on stderr."""
    with opened(folder, today) as book:
        plan = preview(book, arguments.files)
        done = _expected(plan) if arguments.dry_run else bring_in(book, plan)
    counts = {"inquiries": done.inquiries, "appointments": done.appointments, "people": done.people}
    rest = {"known": len(plan.items) - plan.new, "doubtful": plan.doubtful, "broken": len(plan.faults)}
    items = [_item(planned) for planned in plan.items]
    faults = [str(fault) for fault in (*plan.faults, *_left_out(plan))]
    lines = [_HEAD, *map(_line, plan.items)] if plan.items else []
    lines.append(" · ".join(f"{name} {count}" for name, count in {**counts, **rest}.items()))
    answer(arguments, {**counts, **rest, "items": items, "faults": faults}, "\n".join(lines))
    for text in (*faults, *filter(None, (plan.hint,))):
        print(f"balancer-desktop: {text}", file=sys.stderr)
    return 1 if faults and not items else 0


def _left_out(plan: IntakePlan) -> list[Fault]:
    """What only the owner can decide, in the window."""
    doubtful = (planned for planned in plan.items if planned.item.doubtful and not planned.known)
    return [Fault(one.path, one.item.line, f"{one.item.who}: {one.item.remark}", "Left out.") for one in doubtful]


def _expected(plan: IntakePlan) -> Brought:
    kinds = list(plan.usual.values())
    return Brought(kinds.count(ItemKind.INQUIRY), kinds.count(ItemKind.APPOINTMENT))


def _item(planned: Planned) -> dict[str, object]:
    item, match = planned.item, planned.match
    return {
        "file": planned.path.name,
        "line": item.line,
        "kind": planned.kind.value,
        "at": item.at.isoformat(timespec="minutes") if item.at else None,
        "name": item.name,
        "company": item.company,
        "phone": item.phone,
        "email": item.email,
        "about": item.about,
        "party": match.party_id or None,
        "matched_by": match.by or None,
        "known": planned.known or None,
        "remark": item.remark or None,
    }


def _line(planned: Planned) -> str:
    item, match = planned.item, planned.match
    when = "" if item.at is None else f"{item.at:%Y-%m-%d %H:%M}" if item.timed else f"{item.at:%Y-%m-%d}"
    known = f"{match.name} (by {match.by})" if match.party_id else f"{item.who} (new)"
    why = planned.known or item.remark
    about = shorten(item.about, SHOWN, placeholder="…")
    return "\t".join((planned.kind.value, when, known, item.phone, about, why)).rstrip()
