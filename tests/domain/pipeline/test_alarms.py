"""When the alarms go off, and what they say."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.pipeline.alarms import AlarmKind, Workload, drought, empty_pipeline, too_busy
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove

TODAY = date(2026, 11, 20)


def day(offset: int) -> date:
    return TODAY + timedelta(offset)


def offered(*, parked: int = 0, expected: int | None = None) -> Opportunity:
    parkings = (Parking(day(-5), day(parked)),) if parked else ()
    close = None if expected is None else day(expected)
    return Opportunity(1, "Shed", day(-9), expected=close, moves=(StageMove(day(-9), 1),), parkings=parkings, id=1)


def job(ends: int, agreed: int, id_: int = 5) -> Opportunity:
    return Opportunity(
        2, "New roof", day(-90), closed=day(-60), outcome=Outcome.WON, agreed=agreed, ends=day(ends), id=id_,
        moves=(StageMove(day(-90), 1),),
    )  # fmt: skip


def test_the_pipeline_is_empty_when_nothing_is_open_or_all_is_parked() -> None:
    alarm = empty_pipeline([], TODAY)
    assert alarm
    assert (alarm.kind, alarm.words) == (AlarmKind.EMPTY, "Nothing is in the pipeline.")
    parked = empty_pipeline([offered(parked=3), offered(parked=9), job(3, 1)], TODAY)
    assert parked
    assert parked.words == "Nothing is in the pipeline but what is parked (2)."
    assert empty_pipeline([offered(parked=3), offered()], TODAY) is None
    assert empty_pipeline([offered(parked=3)], day(3)) is None


@pytest.mark.parametrize(
    ("silent", "usual_gap", "words"),
    [
        (35, 63.0, "No new prospect for 5 weeks; your usual gap from first contact to first sale is 9 weeks."),
        (31, 63.0, None),
        (32, 63.0, "No new prospect for 4 weeks; your usual gap from first contact to first sale is 9 weeks."),
        (21, 10.0, None),
        (22, 10.0, "No new prospect for 3 weeks; your usual gap from first contact to first sale is 10 days."),
        (28, None, None),
        (29, None, "No new prospect for 4 weeks; your usual gap from first contact to first sale is not known yet."),
    ],
)
def test_a_drought_is_longer_than_half_the_usual_gap(silent: int, usual_gap: float | None, words: str | None) -> None:
    alarm = drought(day(-silent), usual_gap, TODAY)
    assert (alarm.words if alarm else None) == words


def test_who_never_had_a_prospect_has_no_drought() -> None:
    assert drought(None, None, TODAY) is None


def busy(
    running: list[Opportunity], open_ones: Iterable[Opportunity] = (), *, step: int | None = None,
    cycle: float | None = 30, income: int = 10_000,
) -> str:  # fmt: skip
    steps = [] if step is None else [NextStep(day(step), 1, "Call")]
    load = Workload(running, lambda one: one.agreed or 0, list(open_ones), lambda _party: steps, cycle)
    alarm = too_busy(load, income, TODAY)
    return alarm.words if alarm else ""


def test_a_large_job_that_ends_with_nothing_after_it_is_told() -> None:
    told = "“New roof” ends in 3 weeks, and nothing dated follows. A sale usually takes you 4 weeks."
    assert busy([job(21, 2500)]) == told
    assert busy([job(21, 2500)], [offered(), offered(parked=9, expected=20), offered(expected=-1)], step=-1) == told
    assert busy([job(0, 2500)], cycle=None) == "“New roof” ends today, and nothing dated follows."
    assert busy([job(13, 2500)], cycle=13).startswith("“New roof” ends in 13 days, and")


@pytest.mark.parametrize(
    ("running", "open_ones", "step", "cycle"),
    [
        ([], [], None, 30),
        ([job(31, 2500)], [], None, 30),
        ([job(29, 2500)], [], None, None),
        ([job(-1, 2500)], [], None, 30),
        ([job(21, 2500), job(40, 1, 6)], [], None, 30),
        ([job(21, 2500)], [offered(expected=0)], None, 30),
        ([job(21, 2500)], [offered()], 0, 30),
        ([job(21, 0)], [], None, 30),
    ],
)
def test_it_is_quiet_while_something_follows_or_the_end_is_far(
    running: list[Opportunity], open_ones: list[Opportunity], step: int | None, cycle: float | None
) -> None:
    assert busy(running, open_ones, step=step, cycle=cycle) == ""


def test_large_is_a_quarter_of_the_year_or_of_all_work_agreed() -> None:
    others = [job(5, 9000, 6)]
    assert busy([job(21, 2500), *others], income=10_000) != ""
    assert busy([job(21, 2499), *others], income=10_000) == ""
    assert busy([job(21, 3000), *others], income=100_000) != ""
    assert busy([job(21, 2999), *others], income=100_000) == ""
    assert busy([job(21, 2999), *others], income=0) == ""
