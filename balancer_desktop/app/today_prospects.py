"""The part of today's list that winning customers tells: what may be won, what went quiet, whom to thank, the hours
still owed.
"""

from collections.abc import Collection, Iterator, Sequence

from balancer_desktop.app import bought, discipline
from balancer_desktop.app.book import Book
from balancer_desktop.app.referrers import ToTell, to_tell
from balancer_desktop.domain.agenda import AgendaItem, Waiting, bounded, in_sections, ordered
from balancer_desktop.domain.pipeline.board import Sign, last_event, serving, sign_of
from balancer_desktop.domain.pipeline.discipline import MONDAY
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.storage import pipeline_rows, today_store

MOST = 5
"""Lines of a kind that today's page shows; the Prospects tab has them all."""
_KINDS = {Sign.STALE: Waiting.STALE, Sign.NO_STEP: Waiting.NO_STEP}


def prospects(book: Book, first_weekday: int = MONDAY, most: int = MOST) -> list[AgendaItem]:
    """Opportunities perhaps won, gone quiet or without a next action, referrers to tell, and what the week still owes.

    first_weekday: by ISO, Monday 1 to Sunday 7.
    """
    may_be_won = perhaps_won(book)
    silent = quiet(book, most, {item.opportunity_id for item in may_be_won})
    return in_sections(
        bounded(may_be_won, most, len(may_be_won)), silent, thanks(book, most), owed(book, first_weekday)
    )


def perhaps_won(book: Book) -> list[AgendaItem]:
    """Open opportunities whose party bought since, until the owner says what that was; the oldest sale first."""
    found = bought.to_settle(book)
    names = book.people.names({one.sale.party_id for one in found})
    return ordered(
        AgendaItem(
            Waiting.BOUGHT, one.sale.on, one.sale.party_id, names[one.sale.party_id], one.title, (one.sale.id,),
            one.sale.amount, opportunity_id=one.opportunity_id,
        )
        for one in found
    )  # fmt: skip


def quiet(book: Book, most: int = MOST, besides: Collection[int] = ()) -> list[AgendaItem]:
    """Open opportunities with nothing logged for too long, or with nothing planned; those silent longest first.

    besides: those that are asked about already.
    """
    found = ordered(_signs(book, [one for one in book.pipeline.open() if one.id not in besides]))
    parts = [[item for item in found if item.kind is kind] for kind in _KINDS.values()]
    return in_sections(*(bounded(part, most, len(part)) for part in parts))


def thanks(book: Book, most: int = MOST) -> list[AgendaItem]:
    """Whom to tell what became of those they sent, what was settled first first."""
    items = [_thanks(one) for one in to_tell(book)]
    return bounded(items, most, len(items))


def owed(book: Book, first_weekday: int = MONDAY) -> list[AgendaItem]:
    """One line of what is left of the week's goals; none when they are reached, or in a book without anybody."""
    week = discipline.week(book, None, first_weekday)
    if not (week.minutes_left or week.touches_left) or not today_store.anybody(book.file.db):
        return []
    return [AgendaItem(Waiting.PROSPECTING, week.last, week=week)]


def told_of(item: AgendaItem, book: Book) -> ToTell | None:
    """What a line of thanks is about, as long as it is owed."""
    return next((one for one in to_tell(book) if _thanks(one) == item), None)


def _signs(book: Book, opportunities: Sequence[Opportunity]) -> Iterator[AgendaItem]:
    """Those that are stale or have no next action; what is overdue is among the steps, and what is parked rests."""
    db, today = book.file.db, book.today()
    parties = {one.party_id for one in opportunities}
    names, steps = pipeline_rows.who(db, parties), pipeline_rows.open_steps(db, parties)
    events = book.pipeline.last_events(parties, today) if parties else {}
    stages = {stage.id: stage for stage in book.stages.stages()}
    for one in opportunities:
        stage, step = stages[one.stage_id], serving(one, steps.get(one.party_id, ()))
        last = last_event(one, events.get(one.party_id), today)
        sign, _ = sign_of(one, step, stage.stale_days, last, today)
        if sign in _KINDS:
            what = f"{one.title} · {stage.name}"
            yield AgendaItem(
                _KINDS[sign], last, one.party_id, names[one.party_id][0], what, (one.id,), one.value,
                opportunity_id=one.id,
            )  # fmt: skip


def _thanks(one: ToTell) -> AgendaItem:
    what = f"tell them what became of {one.about} ({one.became}), and thank them"
    return AgendaItem(
        Waiting.THANK,
        one.since,
        one.referrer_id,
        one.referrer,
        what,
        (one.inquiry_id,),
        opportunity_id=one.opportunity_id,
    )
