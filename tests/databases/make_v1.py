"""Makes v1.db: a small book in format 1 with every table filled. Run once, when format 1 was current.

python tests/databases/make_v1.py
"""

import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from balancer_desktop.app import balance, contacts, money, people, work  # noqa: E402
from balancer_desktop.app.book import Book, new_book  # noqa: E402
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work  # noqa: E402
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind  # noqa: E402
from balancer_desktop.domain.side import Side  # noqa: E402
from balancer_desktop.domain.standing import Standing  # noqa: E402

TODAY = date(2026, 11, 20)


def fill(book: Book) -> None:
    """Rows in every table, odd text among them."""
    phone = ContactPoint(ContactKind.PHONE, "+49 30 555-0101", "mobile")
    mail = ContactPoint(ContactKind.EMAIL, "roof@acme.example")
    start = date(2024, 1, 15)
    acme = people.add(
        book,
        Party("Acme Roofing GmbH", PartyKind.BUSINESS, contacts=(phone, mail), tags=("roof", "net 30")),
        on=start,
        source="customers.csv:1",
    )
    zoe = people.add(
        book,
        Party("Zoë O’Hara 🌿", company="Ĳssel; “Gardens”", referred_by=acme, customer_since=date(2023, 5, 1)),
        Standing.CURRENT,
        start,
    )
    hill = people.add(book, Party("Hilltop School", PartyKind.BUSINESS, notes="line one\nline two\t=1+1"), on=start)
    for day, amount in ((date(2024, 2, 1), 45000), (date(2024, 9, 30), 12345), (date(2026, 2, 28), 99)):
        money.record_sale(book, Sale(day, acme, amount, "roof", owed=day.year == 2026))
    money.record_sale(book, Sale(date(2024, 10, 2), acme, -2345, "gutter was bent"))
    money.record_sale(book, Sale(date(2026, 11, 1), zoe, 7000), source="sales.csv:9")
    money.record_expense(book, Expense(date(2024, 3, 3), 6000, Side.GAIN, memo="flyers"))
    money.record_expense(book, Expense(date(2026, 11, 2), 1500, Side.KEEP, zoe, "cake"))
    work.log(book, Work(date(2026, 11, 3), 90, Side.GAIN, hill, "showed samples"))
    work.log(book, Work(date(2026, 11, 4), 30, Side.RUN))
    contacts.log(book, Contact(date(2026, 11, 5), hill, Channel.MISSED_CALL, "?"))
    contacts.plan(book, NextStep(date(2026, 12, 1), hill, "send offer"))
    contacts.finish(book, contacts.plan(book, NextStep(date(2026, 11, 1), zoe, "call")))
    unknown = next(reason.id for reason in book.people.reasons() if reason.label == "Unknown")
    people.set_standing(book, [zoe], Standing.EX, date(2026, 11, 10), unknown, "went quiet")
    balance.set_target(book, 25, 45)
    work.start_timer(book, datetime(2026, 11, 20, 9, 30, tzinfo=UTC), acme, Side.KEEP, "invoice")
    with book.change("Remember a mapping"):
        book.settings.remember_mapping("0123456789abcdef", '{"Name": "name"}')


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        made = new_book(Path(folder) / "book", "EUR", lambda: TODAY)
        fill(made)
        made.close()
        shutil.copyfile(Path(folder) / "book" / "book.db", HERE / "v1.db")
