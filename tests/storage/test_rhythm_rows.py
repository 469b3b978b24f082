"""What a rhythm is told from, read in plain figures: against the stores that tell the same one by one."""

from datetime import date, timedelta

from balancer_desktop.app import archive, cadence, contacts, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact, Sale, Work
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.rhythm.columns import EX, FIELDS, LAPSED, PROSPECT, Columns
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from balancer_desktop.storage.rhythm_rows import days_of, rhythm_page, rhythm_rows

TODAY = date(2026, 11, 20)


def test_each_figure_is_what_was_logged(book: Book) -> None:
    acme = people.add(
        book,
        Party("Acme", tags=("roof", "garden"), customer_since=date(2020, 1, 1), longest_gap=60),
        Standing.CURRENT,
        date(2020, 1, 1),
    )
    cadence.set_tag(book, "roof", 30, 0)
    cadence.set_tag(book, "garden", 20, 90)
    for on, amount in ((date(2024, 7, 31), 1000), (date(2025, 1, 15), 2000), (date(2025, 6, 30), 4000)):
        money.record_sale(book, Sale(on, acme, amount))
    money.record_sale(book, Sale(date(2025, 8, 1), acme, -500))
    people.set_standing(book, [acme], Standing.LAPSED, TODAY - timedelta(9))
    contacts.log(book, Contact(date(2026, 1, 5), acme, Channel.NOTE))
    work.log(book, Work(date(2026, 1, 6), 30, Side.KEEP, acme))
    people.add(book, Party("New"))
    left = people.add(book, Party("Left"), Standing.CURRENT, date(2020, 1, 1))
    archive.archive(book, [left], 1, date(2021, 2, 3))
    rows = rhythm_page(book.file.db, 0, 10)
    told = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    nothing = dict.fromkeys(FIELDS, 0)
    assert told[0] == {
        "id": acme, "standing": LAPSED, "began": (TODAY - timedelta(9)).toordinal(),
        "first": date(2024, 7, 31).toordinal(), "last": date(2025, 6, 30).toordinal(), "days": 3, "gap": 167.0,
        "contact": date(2026, 1, 6).toordinal(), "since": date(2020, 1, 1).toordinal(), "ideal": 0, "longest": 60,
        "tag_ideal": 20, "tag_longest": 90, "income": 6500, "half_year": 5500,
    }  # fmt: skip
    assert told[1] == nothing | {"id": acme + 1, "standing": PROSPECT}
    assert told[2] == nothing | {"id": left, "standing": EX, "began": date(2021, 2, 3).toordinal()}
    assert rhythm_page(book.file.db, acme, 1) == rows[1:2]
    assert rhythm_rows(book.file.db, [left, acme, 77]) == [rows[0], rows[2]]
    assert rhythm_page(book.file.db, left, 10) == []
    assert len(Columns(rows)) == 3


def test_a_day_with_sales_counts_once_and_a_refund_is_none(book: Book) -> None:
    acme, zoe = people.add(book, Party("Acme")), people.add(book, Party("Zoë"))
    days = [TODAY - timedelta(back) for back in (9, 5, 5, 1)]
    for on in days:
        money.record_sale(book, Sale(on, acme, 100))
    money.record_sale(book, Sale(TODAY, acme, -100))
    money.record_sale(book, Sale(days[1], zoe, -100))
    money.record_sale(book, Sale(days[1], zoe, 300))
    read = days_of(book.file.db, [zoe, acme])
    assert read == [(acme, on.toordinal()) for on in sorted(set(days))] + [(zoe, days[1].toordinal())]
    for party, figures in book.rhythm.sale_days().items():
        assert figures.days == sum(id_ == party for id_, _ in read)
