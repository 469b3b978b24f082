"""A row of what is no people, money or work → a record; its party is told apart from it."""

from collections.abc import Callable, Mapping
from functools import partial

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.folder import read_path
from balancer_desktop.domain.importing import pipeline_rows
from balancer_desktop.domain.importing.cells import Row
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.importing.headings import normalised
from balancer_desktop.domain.importing.pipeline_records import InquiryRecord
from balancer_desktop.domain.importing.pipeline_rows import missed_call
from balancer_desktop.domain.importing.records import (
    CadenceRecord,
    ContactRecord,
    FolderRecord,
    PutOffRecord,
    ReasonRecord,
    Record,
    SettingRecord,
    StandingRecord,
    StepRecord,
)
from balancer_desktop.domain.importing.row_cells import RowCells, missing
from balancer_desktop.domain.importing.words import (
    is_missed_call,
    read_channel,
    read_incoming,
    read_matter,
    read_reason_class,
    read_standing,
    read_yes,
)
from balancer_desktop.domain.setting_texts import WORDINGS
from balancer_desktop.domain.standing import ReasonClass

Read = Callable[[RowCells, Row], Record]
"""The record of a row, still about nobody; WrongCell naming the column that cannot be read."""


def _standing(cells: RowCells, row: Row) -> StandingRecord:
    record = StandingRecord(
        0,
        cells.needed_past(row, Field.DATE),
        cells.needed(row, Field.STANDING, read_standing),
        cells.one(row, Field.BY_FIRST_SALE, read_yes) or False,
        cells.line(row, Field.REASON),
        cells.one(row, Field.REASON_CLASS, read_reason_class),
        cells.joined(row, Field.MEMO, " · "),
        cells.one(row, Field.FOLDER, read_path) or (),
        cells.line(row, Field.HOOK),
        cells.day(row, Field.HOOK_DUE),
        cells.past(row, Field.HOOK_DONE),
    )
    if (record.hook_due or record.hook_done) and not record.hook:
        cells.needed(row, Field.HOOK, partial(missing, "What to come back for"))
    return record


def _contact(cells: RowCells, row: Row) -> ContactRecord | InquiryRecord:
    if cells.one(row, Field.CHANNEL, is_missed_call):
        return missed_call(cells, row)
    answered = cells.one(row, Field.ANSWERED, read_yes)
    return ContactRecord(
        0,
        cells.needed_past(row, Field.DATE),
        cells.one(row, Field.CHANNEL, read_channel) or Channel.NOTE,
        cells.joined(row, Field.MEMO, " · "),
        cells.one(row, Field.DIRECTION, read_incoming) or False,
        True if answered is None else answered,
    )


def _step(cells: RowCells, row: Row) -> StepRecord:
    return StepRecord(
        0,
        cells.needed_day(row, Field.DUE),
        cells.line(row, Field.WHAT) or cells.needed(row, Field.WHAT, partial(missing, "What to do")),
        cells.past(row, Field.DONE_ON),
        cells.text(row, Field.OUTCOME),
        cells.one(row, Field.CLOSED, read_yes) or False,
        checklist=cells.line(row, Field.CHECKLIST),
    )


def _put_off(cells: RowCells, row: Row) -> PutOffRecord:
    return PutOffRecord(0, cells.needed(row, Field.MATTER, read_matter), cells.needed_day(row, Field.UNTIL))


def _reason(cells: RowCells, row: Row) -> ReasonRecord:
    return ReasonRecord(
        cells.line(row, Field.REASON) or cells.needed(row, Field.REASON, partial(missing, "The reason")),
        cells.one(row, Field.REASON_CLASS, read_reason_class) or ReasonClass.UNKNOWN,
        cells.one(row, Field.RETIRED, read_yes) or False,
    )


def _folder(cells: RowCells, row: Row) -> FolderRecord:
    return FolderRecord(cells.needed(row, Field.FOLDER, _filled_path))


def _cadence(cells: RowCells, row: Row) -> CadenceRecord:
    tag = cells.line(row, Field.TAG) or cells.needed(row, Field.TAG, partial(missing, "The tag"))
    ideal, longest = cells.gaps(row)
    if not ideal and not longest:
        cells.needed(row, Field.IDEAL_GAP, partial(missing, "The number of days"))
    return CadenceRecord(tag, ideal, longest)


def _setting(cells: RowCells, row: Row) -> SettingRecord:
    name = cells.needed(row, Field.SETTING, _setting_name)
    return SettingRecord(name, cells.needed(row, Field.VALUE, WORDINGS[name].read))


def _setting_name(text: str) -> str:
    found = {normalised(wording.label): name for name, wording in WORDINGS.items()}.get(normalised(text))
    if found is None:
        raise BadInput(f"“{text[:40]}” is no setting of a book.", "Leave the row out.")
    return found


def _filled_path(text: str) -> tuple[str, ...]:
    return read_path(text) or missing("The folder", "")


READERS: Mapping[Kind, Read] = {
    Kind.STANDINGS: _standing,
    Kind.CONTACTS: _contact,
    Kind.NEXT_STEPS: _step,
    Kind.PUT_OFF: _put_off,
    Kind.REASONS: _reason,
    Kind.FOLDERS: _folder,
    Kind.CADENCES: _cadence,
    Kind.SETTINGS: _setting,
    Kind.INQUIRIES: pipeline_rows.inquiry,
    Kind.STAGES: pipeline_rows.stage,
    Kind.LOSS_REASONS: pipeline_rows.loss_reason,
    Kind.CHECKLISTS: pipeline_rows.template,
    Kind.OPPORTUNITIES: pipeline_rows.opportunity,
    Kind.STAGE_MOVES: pipeline_rows.stage_move,
    Kind.PARKINGS: pipeline_rows.parking,
}
