"""The cache of days with a sale says what the sales themselves do, whatever happened to them."""

from datetime import date, timedelta

from balancer_desktop.app import money, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.rhythm.sale_days import SaleDays, sale_days
from balancer_desktop.storage.verify import problems

START = date(2025, 1, 6)


def sell(book: Book, party: int, *days: int, amount: int = 100) -> list[int]:
    return [money.record_sale(book, Sale(START + timedelta(n), party, amount)) for n in days]


def counted(book: Book, party: int) -> SaleDays | None:
    """From the sales one by one, refunds left out."""
    return sale_days(sale.on for sale in book.ledger.sales_of(party) if sale.amount > 0)


def test_days_are_merged_and_refunds_left_out(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=START)
    sell(book, acme, 0, 0, 10, 24, 24, 54)
    sell(book, acme, 60, amount=-50)
    assert book.rhythm.sale_days() == {acme: SaleDays(START, START + timedelta(54), 4, 14.0)}
    assert counted(book, acme) == book.rhythm.sale_days([acme])[acme]


def test_an_even_number_of_gaps_has_the_mean_of_the_middle_two(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=START)
    sell(book, acme, 0, 3, 10)
    assert book.rhythm.sale_days()[acme].gap == 5.0


def test_it_follows_edits_removals_and_undo(book: Book) -> None:
    acme, zoe = (people.add(book, Party(name), on=START) for name in ("Acme", "Zoë"))
    first, second, _ = sell(book, acme, 0, 7, 21)
    seen = [book.rhythm.sale_days()]
    money.edit_sale(book, Sale(START + timedelta(30), zoe, 100, id=second))
    seen.append(book.rhythm.sale_days())
    money.remove_sale(book, first)
    assert book.rhythm.sale_days() == {acme: counted(book, acme), zoe: counted(book, zoe)}
    book.undo()
    assert book.rhythm.sale_days() == seen.pop()
    book.undo()
    assert book.rhythm.sale_days() == seen.pop()
    assert problems(book.file.db) == []


def test_nobody_who_never_bought_is_in_it(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=START)
    for sale in sell(book, acme, 0):
        money.remove_sale(book, sale)
    assert book.rhythm.sale_days() == {}


def test_a_cache_that_went_wrong_is_found_and_rebuilt(book: Book) -> None:
    acme = people.add(book, Party("Acme"), on=START)
    sell(book, acme, 0, 7)
    with book.change("Spoil"):
        book.file.db.execute_sql("UPDATE sale_rhythm SET days = 9")
    assert problems(book.file.db) == [f"party {acme}: its days with a sale differ from the sales"]
    with book.change("Rebuild"):
        book.rhythm.rebuild()
    assert problems(book.file.db) == []
