"""Inquiries: rows in, domain.inquiries.inquiry.Inquiry out."""

from collections.abc import Collection
from datetime import date
from typing import Any

from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.storage.dates import to_date, to_text
from balancer_desktop.storage.instants import instant_text, to_instant
from balancer_desktop.storage.tables import InquiryRow

_COLUMNS = (
    "received_at, channel, party, name, phone, email, referred_by, answered_by, asked, promised, promised_by, "
    "responded_at, state, settled_on, referrer_told, source, id"
)


class InquiriesStore:
    """Writes need the book's change gate."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def add(self, inquiry: Inquiry) -> int:
        return int(InquiryRow.insert(**_columns(inquiry)).execute(self._db))

    def update(self, inquiry: Inquiry) -> None:
        InquiryRow.update(**_columns(inquiry)).where(InquiryRow.id == inquiry.id).execute(self._db)

    def remove(self, inquiry_id: int) -> None:
        InquiryRow.delete().where(InquiryRow.id == inquiry_id).execute(self._db)

    def get(self, inquiry_id: int) -> Inquiry | None:
        return next(iter(self._inquiries("id = ?", inquiry_id)), None)

    def all(self) -> list[Inquiry]:
        """Every inquiry, the oldest first."""
        return self._inquiries("1 ORDER BY received_at, id")

    def open(self) -> list[Inquiry]:
        """Those the owner still owes an answer, the oldest first."""
        return self._inquiries("state IN ('waiting', 'promised') ORDER BY received_at, id")

    def since(self, day: date) -> list[Inquiry]:
        """Those received on or after a day, the oldest first."""
        return self._inquiries("received_at >= ? ORDER BY received_at, id", day.isoformat())

    def of_party(self, party_id: int) -> list[Inquiry]:
        return self._inquiries("party = ? ORDER BY received_at, id", party_id)

    def to_tell(self) -> list[Inquiry]:
        """Those that came to nothing and whose referrer was not told yet, the oldest first."""
        return self._inquiries(
            "referred_by IS NOT NULL AND referrer_told IS NULL AND state IN ('not for us', 'lost to silence') "
            "ORDER BY settled_on, id"
        )

    def known_sources(self, sources: Collection[str]) -> set[str]:
        """Which of these import keys are in the book."""
        listed = ", ".join("?" * len(sources))
        rows = self._db.execute_sql(f"SELECT source FROM inquiry WHERE source IN ({listed})", tuple(sources))
        return {source for (source,) in rows.fetchall()}

    def _inquiries(self, where: str, *values: object) -> list[Inquiry]:
        rows = self._db.execute_sql(f"SELECT {_COLUMNS} FROM inquiry WHERE {where}", values).fetchall()
        return [
            Inquiry(
                to_instant(received), InquiryChannel(channel), party or 0, name, phone, email, referrer or 0, by, asked,
                promised, to_date(promised_by), to_instant(responded) if responded else None, InquiryState(state),
                to_date(settled), to_date(told), source or "", id_,
            )
            for received, channel, party, name, phone, email, referrer, by, asked, promised, promised_by, responded,
                state, settled, told, source, id_ in rows
        ]  # fmt: skip


def _columns(inquiry: Inquiry) -> dict[str, Any]:
    return {
        "received_at": instant_text(inquiry.received),
        "channel": inquiry.channel.value,
        "party": inquiry.party_id or None,
        "name": inquiry.name,
        "phone": inquiry.phone,
        "email": inquiry.email,
        "referred_by": inquiry.referred_by or None,
        "answered_by": inquiry.answered_by,
        "asked": inquiry.asked,
        "promised": inquiry.promised,
        "promised_by": to_text(inquiry.promised_by),
        "responded_at": instant_text(inquiry.responded),
        "state": inquiry.state.value,
        "settled_on": to_text(inquiry.settled_on),
        "referrer_told": to_text(inquiry.referrer_told),
        "source": inquiry.source or None,
    }
