"""The board of a book that goes on being written: after a change only what concerns the parties of it is read again."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import EVERYTHING, Changes
from balancer_desktop.app.conversion import chances
from balancer_desktop.app.pipeline import known
from balancer_desktop.domain.pipeline import board as boards
from balancer_desktop.domain.pipeline.board import Column
from balancer_desktop.domain.pipeline.stage import Stage


@dataclass(frozen=True, slots=True)
class Board:
    """A board, and what every card of it depends on: the day, the stages and by stage the chances."""

    columns: list[Column]
    day: date
    stages: list[Stage]
    chances: dict[int, Fraction]


def board(book: Book, before: Board | None = None, changes: Changes = EVERYTHING) -> Board:
    """As of today, the same as pipeline.board. before: as it was before some changes (these and no others)."""
    if before is None or changes.parties is None:
        return _whole(book)
    stages, parties = book.stages.stages(), changes.parties
    if (book.today(), stages) != (before.day, before.stages):
        return _whole(book)
    fresh = book.pipeline.open_of(parties)
    now = before.chances
    if changes.pipeline:
        cards = (card.opportunity for column in before.columns for card in column.cards)
        now = chances(book, stages, [*(one for one in cards if one.party_id not in parties), *fresh])
    others = {stage_id for stage_id, chance in now.items() if chance != before.chances[stage_id]}
    told = known(book, parties, stages, now)
    columns = boards.patched(before.columns, fresh, told, parties, others, before.day)
    return Board(columns, before.day, stages, now)


def _whole(book: Book) -> Board:
    open_ones, stages, today = book.pipeline.open(), book.stages.stages(), book.today()
    reckoned = chances(book, stages, open_ones)
    told = known(book, {one.party_id for one in open_ones}, stages, reckoned)
    return Board(boards.board(open_ones, told, today), today, stages, reckoned)
