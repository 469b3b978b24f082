"""The book's settings: saved as one step, refused when they make no sense, followed by the figures."""

from dataclasses import replace
from datetime import date

import pytest

from balancer_desktop.app import balance, money, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.book_settings import BookSettings, read, save
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.mix import Measure
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing


def test_a_new_book_has_the_defaults(book: Book) -> None:
    assert read(book) == BookSettings()


def test_all_are_saved_as_one_step_and_an_unchanged_set_as_none(book: Book) -> None:
    wanted = BookSettings("Bright & Co", 25, 50, first_sale_rule=False, new_days=30, silent_days=200, hourly_cost=4500)
    wanted = replace(wanted, prospecting_hours=6, touches=0, phone_region="IE")
    save(book, wanted)
    assert read(book) == wanted
    assert balance.target(book) == (0.25, 0.5)
    book.undo()
    assert read(book) == BookSettings()
    assert book.undo_label == ""
    save(book, read(book))
    assert book.undo_label == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"target_low": 40, "target_high": 40},
        {"target_high": 101},
        {"target_low": -1},
        {"new_days": 0},
        {"hourly_cost": -1},
        {"prospecting_hours": 101},
        {"touches": -1},
        {"silent_days": 4000},
        {"name": "x" * 101},
        {"phone_region": "Ireland"},
        {"phone_region": "XX"},
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(book: Book, wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        save(book, replace(BookSettings(), **wrong))  # type: ignore[arg-type]  # on purpose
    assert read(book) == BookSettings()


def test_the_mix_follows_the_days(book: Book) -> None:
    ann = people.add(book, Party("Ann"), Standing.CURRENT)
    for on in (date(2026, 9, 1), date(2026, 11, 1)):  # 61 days apart
        money.record_sale(book, Sale(on, ann, 1000))
    assert balance.mix(book, Measure.INCOME).months[-1].gain == 1000
    save(book, BookSettings(new_days=60))
    assert balance.mix(book, Measure.INCOME).months[-1].keep == 1000
    assert verify(book) == []
    book.undo()
    assert balance.mix(book, Measure.INCOME).months[-1].gain == 1000
