"""The book's rhythms: read from the book, fitted once a day, and kept in step with every change."""

from datetime import timedelta
from random import Random

import pytest

from balancer_desktop.app import cadence, contacts, money, people, work
from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import KnownRhythms, judged, reading
from balancer_desktop.domain.entries import Channel, Contact, Sale, Work
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.keep_in_touch import who_waits
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.rhythm.bands import Band
from balancer_desktop.domain.rhythm.rhythms import Basis, PartyDays, rhythms
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from tests.app.regulars import TODAY, crowd, known, parties, regular


def test_the_figures_are_those_of_the_books_sale_days(book: Book) -> None:
    """Against the rule for whole lists of days, over the same book."""
    crowd(book)
    quiet = regular(book, "Quiet", 20, 120)
    once = regular(book, "Once", 1, 400, times=1)
    people.add(book, Party("Nobody yet"))
    told = known(book).of(book.people.names())
    days = {id_: [sale.on for sale in book.ledger.sales_of(id_)] for id_ in book.people.names()}
    expected = rhythms([PartyDays(id_, on, max(on, default=None)) for id_, on in days.items()], TODAY)
    assert expected.model
    for other in expected.parties:
        rhythm = told[other.party_id]
        assert (rhythm.band, rhythm.basis, rhythm.sentence) == (other.band, other.basis, other.sentence)
        if other.p_alive is None or other.expected_26_weeks is None:
            assert rhythm.p_alive is None
        else:
            assert rhythm.p_alive == pytest.approx(other.p_alive, rel=1e-6)
            assert rhythm.expected_26_weeks == pytest.approx(other.expected_26_weeks, rel=1e-6)
    assert told[quiet].sentence == "usually every 3 weeks; silent 17"
    assert told[quiet].band is Band.GONE
    assert told[once].sentence == "bought once, 13 months ago"


def test_nothing_is_said_before_there_is_enough_but_the_own_gap(book: Book) -> None:
    quiet = regular(book, "Quiet", 10, 35, times=5)
    rhythms_ = known(book)
    assert rhythms_.fitted
    assert rhythms_.fitted.model is None
    assert rhythms_.fitted.why == "needs 6 months of sales and 20 repeat sales; you have 2 and 4"
    rhythm = rhythms_.of([quiet])[quiet]
    assert (rhythm.band, rhythm.basis, rhythm.p_alive) == (Band.QUIET, Basis.OWN_GAP, None)


def test_it_is_read_by_small_pages(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd(book)
    monkeypatch.setattr("balancer_desktop.app.rhythms._PAGE", 5)
    monkeypatch.setattr("balancer_desktop.app.rhythms._SALES_OF", 4)
    in_pages, at_once = KnownRhythms(book), KnownRhythms(book)
    material = in_pages.begin()
    assert len(list(reading(book, material))) == 3 + 1 + 3
    monkeypatch.undo()
    in_pages.read_all()
    at_once.read_all()
    assert in_pages.fitted == at_once.fitted


def test_a_limit_just_passed_is_told_in_days(book: Book) -> None:
    """4 weeks of silence where every 4 weeks was wanted would be no reason."""
    crowd(book)
    acme = regular(book, "Acme", 20, 31)
    cadence.set_party(book, acme, 30, 60)
    told = known(book).of([acme])[acme]
    assert told.reason == "no contact for 31 days; you wanted every 30 days"
    assert told.brief == "no contact for 31 days; ideal 30 days"


def test_a_cadence_counts_any_contact_and_wins(book: Book) -> None:
    crowd(book)
    acme = regular(book, "Acme", 20, 30)
    rhythms_ = known(book)
    cadence.set_party(book, acme, 14, 60)
    assert parties(rhythms_.waits().quiet) == [acme]
    told = rhythms_.of([acme])[acme]
    assert (told.basis, told.reason) == (Basis.CADENCE, "no contact for 4 weeks; you wanted every 2 weeks")
    work.log(book, Work(TODAY - timedelta(3), 30, Side.KEEP, acme))
    assert parties(rhythms_.waits().quiet) == []
    book.undo()
    contacts.log(book, Contact(TODAY, acme, Channel.CALL, answered=False))
    assert parties(rhythms_.waits().quiet) == []
    book.undo()
    cadence.set_party(book, acme, 0, 29)
    assert parties(rhythms_.waits().gone) == [acme]


def test_a_tags_cadence_is_for_all_who_have_none(book: Book) -> None:
    crowd(book)
    acme, zoe = regular(book, "Acme", 20, 30), regular(book, "Zoë", 20, 30)
    people.tag(book, [acme, zoe], "garden")
    cadence.set_party(book, zoe, 40, 0)
    cadence.set_tag(book, "garden", 14, 0)
    rhythms_ = known(book)
    assert parties(rhythms_.waits().quiet) == [acme]
    cadence.set_tag(book, "garden", 0, 0)
    assert not rhythms_.ready, "a tag is about anybody"
    rhythms_.read_all()
    assert parties(rhythms_.waits().quiet) == []


@pytest.mark.parametrize(("ideal", "longest"), [(30, 20), (-1, 0), (0, -5), (4000, 0)])
def test_what_is_no_cadence_is_refused(book: Book, ideal: int, longest: int) -> None:
    acme = people.add(book, Party("Acme"))
    for refused in (
        lambda: cadence.set_party(book, acme, ideal, longest),
        lambda: cadence.set_tag(book, "garden", ideal, longest),
        lambda: people.edit(book, Party("Acme", ideal_gap=ideal, longest_gap=longest, id=acme)),
    ):
        with pytest.raises(BadInput):
            refused()
    assert book.people.get(acme) == Party("Acme", id=acme)


def test_a_new_day_or_an_import_has_it_learnt_anew(book: Book) -> None:
    acme = regular(book, "Acme", 20, 59)
    crowd(book)
    rhythms_ = known(book)
    assert rhythms_.ready
    model = rhythms_.fitted
    money.record_sale(book, Sale(TODAY, acme, 100))
    assert rhythms_.ready
    assert rhythms_.fitted is model, "one sale more or less makes no other model"
    book.today = lambda: TODAY + timedelta(1)
    assert not rhythms_.ready
    rhythms_.read_all()
    assert rhythms_.ready
    with book.change("Many"):
        for number in range(1001):
            people.add(book, Party(f"P{number}"))
    assert not rhythms_.ready


def test_what_changes_while_it_is_read_is_looked_at_again(book: Book) -> None:
    crowd(book)
    acme = regular(book, "Acme", 20, 120)
    rhythms_ = KnownRhythms(book)
    book.subscribe(rhythms_.follow)
    material = rhythms_.begin()
    list(reading(book, material))
    money.record_sale(book, Sale(TODAY, acme, 100))
    rhythms_.adopt(judged(material))
    assert parties(rhythms_.waits().gone) == []


def test_kept_in_step_through_any_changes_it_is_what_a_fresh_reading_gives(book: Book) -> None:
    dice = Random(7)
    crowd(book, 8)
    some = [regular(book, f"P{n}", dice.randint(5, 60), dice.randint(0, 300), dice.randint(1, 6)) for n in range(20)]
    rhythms_ = known(book)
    reason = book.people.reasons()[0].id
    acts = (
        lambda id_, back: money.record_sale(book, Sale(back, id_, 500)),
        lambda id_, back: contacts.log(book, Contact(back, id_, Channel.CALL)),
        lambda id_, _: people.set_standing(book, [id_], dice.choice(list(Standing)), TODAY, reason),
        lambda id_, _: cadence.set_party(book, id_, dice.choice([0, 10]), dice.choice([0, 30])),
        lambda id_, _: [money.remove_sale(book, sale.id) for sale in book.ledger.sales_of(id_)[-1:]],
        lambda *_: book.undo(),
        lambda *_: book.redo(),
    )
    for turn in range(60):
        dice.choice(acts)(dice.choice(some), TODAY - timedelta(dice.randint(0, 400)))
        if turn % 3 == 0:
            material = KnownRhythms(book).begin()
            list(reading(book, material))
            assert rhythms_.fitted
            assert rhythms_.waits() == who_waits(material.columns, rhythms_.fitted, TODAY)
