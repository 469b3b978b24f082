"""Makes v3.db: the book of format 2 with what format 3 added, every table filled. Run once, when format 3 was current.

python tests/databases/make_v3.py
"""

import shutil
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from make_v1 import TODAY  # noqa: E402
from make_v2 import ACME, HILL, ZOE  # noqa: E402

from balancer_desktop.app.book import Book, open_book  # noqa: E402
from balancer_desktop.domain.entries import Expense, NextStep  # noqa: E402
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState  # noqa: E402
from balancer_desktop.domain.pipeline.loss_reason import LossReason  # noqa: E402
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, Parking, StageMove  # noqa: E402
from balancer_desktop.domain.pipeline.stage import Stage  # noqa: E402
from balancer_desktop.domain.side import Side  # noqa: E402

SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))


def fill_more(book: Book) -> None:
    """Inquiries in every state, known and unknown; opportunities open, parked, won and lost; a checklist begun."""
    with book.change("What format 3 added"):
        for inquiry in inquiries():
            book.inquiries.add(inquiry)
        tender = book.stages.add(Stage("Angebot: größere Arbeiten", 55, 21, 6))
        last = next(r.id for r in book.stages.loss_reasons() if r.label == "Other")
        book.stages.add_loss_reason(LossReason("Wanted it in gold 🌟", retired=True))
        gutter = Opportunity(
            HILL, "Gutter; “east” side", date(2026, 10, 5), 240000, 35, "referral", ACME, 2, date(2026, 12, 31),
            source="crm.csv:7", moves=(StageMove(date(2026, 10, 5), 1), StageMove(date(2026, 10, 20), tender)),
            parkings=(Parking(date(2026, 10, 21), date(2026, 11, 10)), Parking(date(2026, 11, 1), date(2026, 11, 1))),
        )  # fmt: skip
        roof = Opportunity(
            ACME, "New roof", date(2024, 1, 20), 50000, closed=date(2024, 2, 1), outcome=Outcome.WON, agreed=45000,
            sale_id=1, ends=date(2024, 3, 1), referred_by=ZOE, referrer_told=date(2024, 2, 3),
            moves=(StageMove(date(2024, 1, 20), 4),),
        )  # fmt: skip
        lost = Opportunity(
            ZOE, "Hedge\nand more", date(2026, 9, 1), 0, closed=date(2026, 9, 1), outcome=Outcome.LOST, reason_id=last,
            note="moved to the sea", moves=(StageMove(date(2026, 9, 1), 2),),
        )  # fmt: skip
        gutter_id, _, _ = (book.pipeline.add(one) for one in (gutter, roof, lost))
        book.contacts.add_step(NextStep(date(2026, 11, 25), HILL, "measure", opportunity_id=gutter_id))
        book.contacts.add_step(NextStep(date(2026, 11, 26), ACME, "Check their credit", checklist="Onboarding"))
        book.ledger.add_expense(Expense(date(2024, 2, 2), 2500, Side.GAIN, ACME, "first visit free", introductory=True))


def inquiries() -> list[Inquiry]:
    """From somebody unknown and from parties of the book, in summer time and in winter time."""
    waiting = Inquiry(datetime(2026, 11, 20, 8, 5, tzinfo=WINTER), InquiryChannel.MISSED_CALL, phone="0151 555 0199")
    became = Inquiry(
        datetime(2026, 10, 5, 17, 45, tzinfo=SUMMER), InquiryChannel.WEBSITE, HILL, referred_by=ACME, asked="gutter?",
        answered_by="Lena", responded=datetime(2026, 10, 6, 9, 0, tzinfo=SUMMER), state=InquiryState.PROSPECT,
        settled_on=date(2026, 10, 6),
    )  # fmt: skip
    promised = Inquiry(
        datetime(2026, 11, 19, 12, 0, tzinfo=WINTER), InquiryChannel.CALL, name="Jörg “Joe” 🌿", email="joe@x.example",
        answered_by="Lena", promised="a quote", promised_by=date(2026, 11, 27), state=InquiryState.PROMISED,
        responded=datetime(2026, 11, 19, 12, 0, tzinfo=WINTER), source="uid:4711@phone",
    )  # fmt: skip
    silent = Inquiry(
        datetime(2025, 10, 26, 2, 30, tzinfo=WINTER), InquiryChannel.EMAIL, name="Nightowl", referred_by=ZOE,
        state=InquiryState.SILENCE, settled_on=date(2025, 12, 1), referrer_told=date(2025, 12, 2),
    )  # fmt: skip
    return [waiting, became, promised, silent]


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        place = Path(folder) / "book"
        for name in ("Customers", "ex_Customers", "Backups"):
            (place / name).mkdir(parents=True)
        shutil.copyfile(HERE / "v2.db", place / "book.db")
        made = open_book(place, lambda: TODAY, attach=False)
        fill_more(made)
        made.close()
        shutil.copyfile(place / "book.db", HERE / "v3.db")
