"""What is said once something was won or lost: what follows from it, and who is to hear of it."""

from datetime import date

from balancer_desktop.app import referrers
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.session import Session

_BACK = "Ctrl+Z takes it back"


def won(session: Session, one: Opportunity, *, was_customer: bool, checklist: str, steps: int) -> str:
    """`Won: Hilltop is a customer now · Onboarding begins, 4 steps · thank Acme, who sent them — Ctrl+Z takes it back`.

    Of an opportunity that was won just now. checklist: the one that began, empty for none.
    """
    who = _name(session, one.party_id)
    parts = [
        f"Won: {who}, “{one.title}”" if was_customer else f"Won: {who} is a customer now",
        f"{checklist} begins, {steps} step{'' if steps == 1 else 's'}" if checklist else "",
        _to_hear(session, one.id, "thank {}, who sent them"),
    ]
    return f"{' · '.join(part for part in parts if part)} — {_BACK}"


def lost(session: Session, one: Opportunity, reason: str, again: date | None) -> str:
    """`Lost: Hilltop, “new roof” (Price) · ask again on 1/3/2027 — Ctrl+Z takes it back`."""
    parts = [
        f"Lost: {_name(session, one.party_id)}, “{one.title}” ({reason})",
        f"ask again on {session.formats.date(again)}" if again else "",
        _to_hear(session, one.id, "tell {}, who sent them"),
    ]
    return f"{' · '.join(part for part in parts if part)} — {_BACK}"


def books(sold: int, agreed: int, discount: int, steps: int, formats: Formats, *, owed: bool) -> str:
    """What the form of winning writes down; amounts in minor units, 0 for none.

    `Books a sale of 1,730.00 and an expense of 100.00 on gaining them; begins 4 steps.`
    """
    sale = f"a sale of {formats.money(sold)}{' (not paid yet)' if owed else ''}" if sold else ""
    spent = f"an expense of {formats.money(discount)} on gaining them" if discount else ""
    booked = " and ".join(part for part in (sale, spent) if part) or "nothing new"
    later = f"{formats.money(agreed)} are agreed" if agreed else ""
    begun = f"begins {steps} step{'' if steps == 1 else 's'}" if steps else ""
    return f"{'; '.join(part for part in (f'Books {booked}', later, begun) if part)}."


def _name(session: Session, party_id: int) -> str:
    return session.book.people.names([party_id]).get(party_id, "them")


def _to_hear(session: Session, opportunity_id: int, words: str) -> str:
    owed = (item for item in referrers.to_tell(session.book) if item.opportunity_id == opportunity_id)
    item = next(owed, None)
    return words.format(item.referrer) if item else ""
