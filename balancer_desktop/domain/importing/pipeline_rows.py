"""A row of inquiries, opportunities, their moves and parkings, or the lists for them → a record (see record_rows)."""

from datetime import date, datetime, time
from functools import partial

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Field
from balancer_desktop.domain.importing.pipeline_records import (
    InquiryRecord,
    LossReasonRecord,
    OpportunityRecord,
    ParkingRecord,
    StageMoveRecord,
    StageRecord,
    TemplateRecord,
)
from balancer_desktop.domain.importing.pipeline_words import (
    outcome_of_stage,
    read_outcome,
    read_per_cent,
    read_state,
    read_way,
)
from balancer_desktop.domain.importing.row_cells import RowCells, missing
from balancer_desktop.domain.importing.words import read_yes
from balancer_desktop.domain.inquiries.inquiry import SETTLED, InquiryChannel, InquiryState
from balancer_desktop.domain.pipeline.opportunity import Outcome
from balancer_desktop.domain.pipeline.stage import LONGEST_NAME, Stage, checked_stage

NEW_STAGE = Stage("", 30, 7)
"""What a stage is taken for that a file only names."""
LONGEST_DAYS = 3650


def inquiry(cells: RowCells, row: Row) -> InquiryRecord:
    """Its state follows what is known of the answer, where the file gives none."""
    received = cells.instant(row, Field.RECEIVED, Field.TIME) or cells.needed(
        row, Field.RECEIVED, partial(missing, "When it was received")
    )
    record = InquiryRecord(
        0,
        received,
        cells.one(row, Field.HOW, read_way) or InquiryChannel.OTHER,
        cells.line(row, Field.CALLER),
        cells.line(row, Field.PHONE),
        cells.line(row, Field.EMAIL),
        cells.text(row, Field.ASKED),
        0,
        cells.line(row, Field.ANSWERED_BY),
        cells.text(row, Field.PROMISED),
        cells.day(row, Field.PROMISED_BY),
        cells.instant(row, Field.RESPONDED),
        cells.one(row, Field.STATE, read_state) or InquiryState.WAITING,
        cells.past(row, Field.SETTLED_ON),
        cells.past(row, Field.REFERRER_TOLD),
    )
    return _consistent(record)


def missed_call(cells: RowCells, row: Row) -> InquiryRecord:
    """A row of a log of calls that nobody took: an inquiry since."""
    on = cells.needed_past(row, Field.DATE)
    return InquiryRecord(
        0, datetime.combine(on, time.min), InquiryChannel.MISSED_CALL, asked=cells.joined(row, Field.MEMO, " · "),
        by_rule=True,
    )  # fmt: skip


def opportunity(cells: RowCells, row: Row) -> OpportunityRecord:
    """Other programs count won and lost among the stages, and call the expected day and the real one by one name."""
    stage, outcome = cells.line(row, Field.STAGE), cells.one(row, Field.OUTCOME, read_outcome)
    ended = outcome_of_stage(stage)
    outcome, stage = outcome or ended, "" if ended else stage
    close = cells.day(row, Field.CLOSE)
    closed = (cells.past_in_any(row, Field.CLOSED_ON) or min(close or cells.latest, cells.latest)) if outcome else None
    # Programs that deals were moved to say that they were opened on the day of the move.
    opened = min(cells.past(row, Field.OPENED) or cells.latest, closed or cells.latest)
    expected = cells.day(row, Field.EXPECTED) or (None if outcome else close)
    won, lost = outcome is Outcome.WON, outcome is Outcome.LOST
    return OpportunityRecord(
        0,
        cells.line(row, Field.TITLE) or cells.needed(row, Field.TITLE, partial(missing, "The title")),
        opened,
        cells.value(row, Field.AMOUNT) or 0,
        cells.one(row, Field.PROBABILITY, read_per_cent),
        cells.line(row, Field.ORIGIN),
        stage=_stage_name(cells, row, stage) if stage else "",
        expected=expected if expected and expected >= opened else None,
        closed=closed,
        outcome=outcome,
        reason=cells.line(row, Field.REASON) if lost else "",
        note=cells.joined(row, Field.MEMO, " · "),
        agreed=cells.value(row, Field.AGREED) if won else None,
        sale=cells.line(row, Field.SALE_KEY) if won else "",
        ends=cells.day(row, Field.ENDS) if won else None,
        referrer_told=cells.past(row, Field.REFERRER_TOLD),
    )


def stage_move(cells: RowCells, row: Row) -> StageMoveRecord:
    """Its opportunity is told apart from it."""
    name = cells.line(row, Field.STAGE) or cells.needed(row, Field.STAGE, partial(missing, "The stage"))
    return StageMoveRecord(0, cells.needed_past(row, Field.DATE), _stage_name(cells, row, name))


def parking(cells: RowCells, row: Row) -> ParkingRecord:
    """Its opportunity is told apart from it."""
    return ParkingRecord(0, cells.needed_past(row, Field.DATE), cells.needed_day(row, Field.UNTIL))


def stage(cells: RowCells, row: Row) -> StageRecord:
    """What the file does not say is as of any new stage."""
    name = cells.line(row, Field.STAGE) or cells.needed(row, Field.STAGE, partial(missing, "The stage"))
    chance = cells.one(row, Field.PROBABILITY, read_per_cent)
    return StageRecord(
        _stage_name(cells, row, name),
        NEW_STAGE.probability if chance is None else chance,
        cells.one(row, Field.STALE_DAYS, partial(_days, 1)) or NEW_STAGE.stale_days,
        cells.one(row, Field.RETIRED, read_yes) or False,
    )


def loss_reason(cells: RowCells, row: Row) -> LossReasonRecord:
    """A reason for a loss."""
    return LossReasonRecord(
        cells.line(row, Field.REASON) or cells.needed(row, Field.REASON, partial(missing, "The reason")),
        cells.one(row, Field.NEEDS_WORDS, read_yes) or False,
        cells.one(row, Field.RETIRED, read_yes) or False,
    )


def template(cells: RowCells, row: Row) -> TemplateRecord:
    """A step, or a checklist that has none."""
    return TemplateRecord(
        cells.line(row, Field.CHECKLIST) or cells.needed(row, Field.CHECKLIST, partial(missing, "The checklist")),
        cells.line(row, Field.WHAT),
        cells.one(row, Field.DUE_AFTER, partial(_days, 0)) or 0,
    )


def _consistent(record: InquiryRecord) -> InquiryRecord:
    """What a state implies: an answer, and a day on which it was settled."""
    state, responded = record.state, record.responded
    if state is InquiryState.PROMISED and not record.promised:
        state = InquiryState.ANSWERED
    if state is InquiryState.WAITING and responded:
        state = InquiryState.ANSWERED
    if state in (InquiryState.PROMISED, InquiryState.ANSWERED):
        responded = responded or datetime.combine(record.received, time.min)
    settled: date | None = None
    if state in SETTLED:
        settled = record.settled_on or (responded or record.received).date()
    return record._replace(state=state, responded=responded, settled_on=settled)


def _stage_name(cells: RowCells, row: Row, name: str) -> str:
    if len(name) > LONGEST_NAME:
        cells.needed(row, Field.STAGE, lambda _text: checked_stage(Stage(name, 0, 1)))
    return name


def _days(fewest: int, text: str) -> int:
    bare = text.strip()
    if not bare.isdecimal() or not fewest <= int(bare[:6]) <= LONGEST_DAYS:
        raise BadInput(f"“{bare[:40]}” is no number of days.", f"Give {fewest} to {LONGEST_DAYS}.")
    return int(bare)
