"""Opportunities with their moves through the stages and their parkings."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove
from balancer_desktop.storage.dates import to_date, to_text
from balancer_desktop.storage.tables import OpportunityRow, ParkingRow, StageMoveRow

_COLUMNS = (
    "party, title, opened_on, value, probability, origin, referred_by, inquiry, expected_on, closed_on, outcome, "
    "reason, note, agreed, sale, ends_on, referrer_told, source, id"
)


class PipelineStore:
    """Takes and returns domain.pipeline.opportunity types; writes need the book's change gate.

    The row of an opportunity and its history are written apart: update() leaves moves and parkings as they are.
    """

    def __init__(self, db: Any) -> None:
        self._db = db

    def add(self, opportunity: Opportunity) -> int:
        """With its moves (at least the stage it was opened in) and parkings."""
        id_ = int(OpportunityRow.insert(**_columns(opportunity)).execute(self._db))
        for move in opportunity.moves:
            self.add_move(id_, move)
        for parking in opportunity.parkings:
            self.add_parking(id_, parking)
        return id_

    def update(self, opportunity: Opportunity) -> None:
        OpportunityRow.update(**_columns(opportunity)).where(OpportunityRow.id == opportunity.id).execute(self._db)

    def remove(self, opportunity_id: int) -> None:
        """With its history; nothing else may refer to it any more."""
        for row in (StageMoveRow, ParkingRow):
            row.delete().where(row.opportunity == opportunity_id).execute(self._db)
        OpportunityRow.delete().where(OpportunityRow.id == opportunity_id).execute(self._db)

    def add_move(self, opportunity_id: int, move: StageMove) -> int:
        columns = {"opportunity": opportunity_id, "on_date": move.on.isoformat(), "stage": move.stage_id}
        return int(StageMoveRow.insert(**columns).execute(self._db))

    def remove_move(self, move_id: int) -> None:
        StageMoveRow.delete().where(StageMoveRow.id == move_id).execute(self._db)

    def add_parking(self, opportunity_id: int, parking: Parking) -> int:
        columns = {"opportunity": opportunity_id, "on_date": parking.on.isoformat(), "until": parking.until.isoformat()}
        return int(ParkingRow.insert(**columns).execute(self._db))

    def remove_parking(self, parking_id: int) -> None:
        ParkingRow.delete().where(ParkingRow.id == parking_id).execute(self._db)

    def get(self, opportunity_id: int) -> Opportunity | None:
        return next(iter(self._opportunities("o.id = ?", opportunity_id)), None)

    def all(self) -> list[Opportunity]:
        """Every opportunity, the first opened first."""
        return self._opportunities("1")

    def open(self) -> list[Opportunity]:
        return self._opportunities("o.closed_on IS NULL")

    def open_of(self, parties: Collection[int]) -> list[Opportunity]:
        """Those that are open with some parties."""
        listed = ", ".join(map(str, sorted(parties)))
        return self._opportunities(f"o.closed_on IS NULL AND o.party IN ({listed})")

    def open_on(self, day: date) -> list[Opportunity]:
        """Those that were open at the end of a day, as they are now."""
        text = day.isoformat()
        closed_later = self._opportunities("o.closed_on > ? AND o.opened_on <= ?", text, text)
        return self._opportunities("o.closed_on IS NULL AND o.opened_on <= ?", text) + closed_later

    def running(self, day: date) -> list[Opportunity]:
        """Those won by a day whose work ends on it or later."""
        return self._opportunities("o.ends_on >= ? AND o.closed_on <= ?", day.isoformat(), day.isoformat())

    def closed_since(self, day: date) -> list[Opportunity]:
        """Those won or lost on or after a day."""
        return self._opportunities("o.closed_on >= ?", day.isoformat())

    def of_party(self, party_id: int) -> list[Opportunity]:
        return self._opportunities("o.party = ?", party_id)

    def of_inquiry(self, inquiry_id: int) -> list[Opportunity]:
        """Those that came of this inquiry."""
        return self._opportunities("o.inquiry = ?", inquiry_id)

    def to_tell(self) -> list[tuple[Opportunity, int]]:
        """Those won or lost of which somebody is to be told, with whom; who was told of one already is left out.

        Where an opportunity names no referrer it is that of the inquiry it came of, noted there later, or else
        that of the party's record, as long as it was no customer.
        """
        rows = self._db.execute_sql(
            f"SELECT o.id, coalesce(o.referred_by, i.referred_by, CASE WHEN {_NO_CUSTOMER_YET} THEN p.referred_by END) "
            "AS teller FROM opportunity AS o JOIN party AS p ON p.id = o.party "
            "LEFT JOIN inquiry AS i ON i.id = o.inquiry "
            "WHERE o.closed_on IS NOT NULL AND o.referrer_told IS NULL "
            "AND coalesce(o.referred_by, i.referred_by, p.referred_by) IS NOT NULL AND teller IS NOT NULL"
        ).fetchall()
        referrers = dict(rows)
        chosen = ", ".join(map(str, referrers))
        return [(one, referrers[one.id]) for one in self._opportunities(f"o.id IN ({chosen})")]

    def of_sale(self, sale_id: int) -> Opportunity | None:
        """The one that became this sale."""
        return next(iter(self._opportunities("o.sale = ?", sale_id)), None)

    def last_events(self, parties: Collection[int], until: date) -> dict[int, date]:
        """By party, the latest day up to `until` with anything logged: contact, work, sale, expense, inquiry, a step
        that was done.

        What happened to an opportunity itself (opened, moved, parked) is in the opportunity.
        """
        listed = ", ".join(map(str, sorted(parties)))
        rows = self._db.execute_sql(f"{_LAST_EVENTS} WHERE p.id IN ({listed})", {"day": until.isoformat()}).fetchall()
        return {party: date.fromisoformat(max(filter(None, days))) for party, *days in rows if any(days)}

    def _opportunities(self, where: str, *values: object) -> list[Opportunity]:
        chosen = f"SELECT o.id FROM opportunity AS o WHERE {where}"
        moves: dict[int, list[StageMove]] = defaultdict(list)
        for of, on, stage, id_ in self._db.execute_sql(
            f"SELECT opportunity, on_date, stage, id FROM stage_move WHERE opportunity IN ({chosen}) "
            "ORDER BY opportunity, on_date, id", values,
        ).fetchall():  # fmt: skip
            moves[of].append(StageMove(date.fromisoformat(on), stage, id_))
        parkings: dict[int, list[Parking]] = defaultdict(list)
        for of, on, until, id_ in self._db.execute_sql(
            f"SELECT opportunity, on_date, until, id FROM parking WHERE opportunity IN ({chosen}) "
            "ORDER BY opportunity, on_date, id", values,
        ).fetchall():  # fmt: skip
            parkings[of].append(Parking(date.fromisoformat(on), date.fromisoformat(until), id_))
        rows = self._db.execute_sql(
            f"SELECT {_COLUMNS} FROM opportunity AS o WHERE {where} ORDER BY opened_on, id", values
        ).fetchall()
        return [
            Opportunity(
                party, title, date.fromisoformat(opened), value, probability, origin, referrer or 0, inquiry or 0,
                to_date(expected), to_date(closed), Outcome(outcome) if outcome else None, reason or 0, note, agreed,
                sale or 0, to_date(ends), to_date(told), source or "", tuple(moves[id_]), tuple(parkings[id_]), id_,
            )
            for party, title, opened, value, probability, origin, referrer, inquiry, expected, closed, outcome, reason,
                note, agreed, sale, ends, told, source, id_ in rows
        ]  # fmt: skip


# One look into an index for each: who has been a customer for years is read no longer than who came today.
_LAST_EVENTS = """
SELECT p.id,
    (SELECT max(on_date) FROM contact WHERE party = p.id AND on_date <= :day),
    (SELECT max(on_date) FROM work WHERE party = p.id AND on_date <= :day),
    (SELECT max(on_date) FROM entry WHERE party = p.id AND kind = 'sale' AND on_date <= :day),
    (SELECT max(on_date) FROM entry WHERE party = p.id AND kind = 'expense' AND on_date <= :day),
    (SELECT max(substr(received_at, 1, 10)) FROM inquiry WHERE party = p.id AND received_at < :day || 'T~'),
    (SELECT max(done_on) FROM next_step WHERE party = p.id AND closed_by IS NULL AND done_on <= :day)
FROM party AS p
"""
_NO_CUSTOMER_YET = (
    "coalesce(p.customer_since >= o.opened_on, 1) AND NOT EXISTS (SELECT 1 FROM opportunity AS w "
    "WHERE w.party = o.party AND w.outcome = 'won' AND (w.closed_on, w.id) < (o.closed_on, o.id)) AND NOT EXISTS "
    "(SELECT 1 FROM entry AS e WHERE e.party = o.party AND e.kind = 'sale' AND e.on_date < o.opened_on)"
)


def _columns(opportunity: Opportunity) -> dict[str, Any]:
    return {
        "party": opportunity.party_id,
        "title": opportunity.title,
        "opened_on": opportunity.opened.isoformat(),
        "value": opportunity.value,
        "probability": opportunity.probability,
        "origin": opportunity.origin,
        "referred_by": opportunity.referred_by or None,
        "inquiry": opportunity.inquiry_id or None,
        "expected_on": to_text(opportunity.expected),
        "closed_on": to_text(opportunity.closed),
        "outcome": opportunity.outcome.value if opportunity.outcome else None,
        "reason": opportunity.reason_id or None,
        "note": opportunity.note,
        "agreed": opportunity.agreed,
        "sale": opportunity.sale_id or None,
        "ends_on": to_text(opportunity.ends),
        "referrer_told": to_text(opportunity.referrer_told),
        "source": opportunity.source or None,
    }
