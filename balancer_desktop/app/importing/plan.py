"""Planning an import: readings of files chosen together, joined to each other and to what is in the book."""

from collections.abc import Sequence
from datetime import date

from balancer_desktop.app.importing.plan_entries import plan_entries
from balancer_desktop.app.importing.plan_people import Referrals, plan_people, resolve_referrals
from balancer_desktop.app.importing.plan_records import IN_ORDER, plan_records
from balancer_desktop.app.importing.planned import ImportPlan
from balancer_desktop.app.importing.readings import Reading, checked
from balancer_desktop.app.importing.workbench import Progress, Workbench
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.dates import LATEST
from balancer_desktop.domain.importing.fields import ENTRIES, Kind
from balancer_desktop.domain.importing.known import Known
from balancer_desktop.domain.money import Currency

PREVIEWED = 100


def plan(
    readings: Sequence[Reading],
    known: Known,
    unit: Currency,
    *,
    today: date = LATEST,
    skip_wrong: bool = False,
    preview: int = PREVIEWED,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing these files together would do to a book; nothing is written.

    today: nothing that has happened may lie after it. preview: how many rows of each sheet to show. BadInput when a
    file is broken or lacks a column that is needed; wrong rows are no error here, they are in the plan. Refused when
    progress returns False.
    """
    if not readings:
        raise BadInput("No file was chosen.", "Choose at least one.")
    bench = Workbench(known, unit, today, preview, progress)
    _fill(bench, [checked(reading) for reading in readings])
    return bench.plan(skip_wrong=skip_wrong)


def _fill(bench: Workbench, readings: Sequence[Reading]) -> None:
    """People first, for the other rows refer to them; and each kind after those that it refers to."""
    referrals: Referrals = {}
    for reading in readings:
        if reading.mapping.kind is Kind.PEOPLE:
            referrals |= plan_people(bench, reading)
    for reading in readings:
        if reading.mapping.kind in ENTRIES:
            plan_entries(bench, reading)
    for kind in IN_ORDER:
        for reading in readings:
            if reading.mapping.kind is kind:
                plan_records(bench, reading)
    resolve_referrals(bench, referrals)
