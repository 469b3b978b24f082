"""The demo book shows, on any day, what an owner would find in a real one: and no more than fits a page."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from balancer_desktop.app.archive import restore
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.demo import SEED, make_demo, open_demo
from balancer_desktop.app.demo_filling import fill
from balancer_desktop.app.demo_mark import MADE, mark
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.today import agenda
from balancer_desktop.app.today_prospects import prospects
from balancer_desktop.app.touch import touch
from balancer_desktop.domain.agenda import Waiting
from balancer_desktop.domain.demo.generate import generate
from balancer_desktop.domain.folder import path_of
from balancer_desktop.domain.standing import Standing


@pytest.fixture(params=[date(2026, 11, 24), date(2026, 1, 1), date(2025, 8, 12)], ids=str)
def demo(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """The book as it is on three days, one of them within the days off."""
    book = make_demo(tmp_path / "book", lambda: request.param)
    yield book
    book.close()


def test_a_day_of_work(demo: Book) -> None:
    """Of every kind something, and together a page of it."""
    known = KnownRhythms(demo)
    known.read_all()
    items = agenda(demo, [*touch(demo, known), *prospects(demo)])
    kinds = Counter(item.kind for item in items)
    now_and_then = {Waiting.BOUGHT, Waiting.PROMISE, Waiting.PROMISED}
    assert set(kinds) - now_and_then == set(Waiting) - now_and_then - {Waiting.TIMER, Waiting.OWES}
    assert 12 <= len(items) <= 34
    assert 2 <= kinds[Waiting.GONE] <= 3
    assert kinds[Waiting.HOOK] == kinds[Waiting.RETURN] == 1


def test_people_are_filed(demo: Book) -> None:
    """The folders hold those who left, the inner one too."""
    folders = demo.folders.all()
    people = demo.folders.people_in()
    paths = {"/".join(path_of(folders, folder.id)): people.get(folder.id, 0) for folder in folders}
    assert paths.keys() == {"Moved away", "Moved away/Coast", "Retired", "Closed", "Finished"}
    assert all(count >= 1 for count in paths.values())
    assert sum(people.get(folder.id, 0) for folder in folders) < demo.people.standings()[Standing.EX]


def test_leaving_closed_what_was_open(demo: Book) -> None:
    """The steps of those who left are done with, and open again when one is restored."""
    ex = [id_ for id_ in demo.people.names() if demo.people.standing(id_) is Standing.EX]
    closed = [step for id_ in ex for step in demo.contacts.steps_of(id_) if step.closed_by]
    assert len(closed) == 2
    assert all(step.done_on and "left" in step.outcome for step in closed)
    assert not any(step.done_on is None for id_ in ex for step in demo.contacts.steps_of(id_))
    restore(demo, [closed[0].party_id])
    assert any(step.done_on is None for step in demo.contacts.steps_of(closed[0].party_id))


def test_what_was_generated_is_in_the_book(demo: Book) -> None:
    """References that the generator counts from one lead to the same records in the book."""
    business = generate(SEED, demo.today())
    names, stages = demo.people.names(), {stage.id: stage.place for stage in demo.stages.stages()}
    reasons = {reason.id: reason.label for reason in demo.stages.loss_reasons()}
    kept = sorted(demo.pipeline.all(), key=lambda deal: deal.id)
    for made, deal in zip(business.opportunities, kept, strict=True):
        assert names[deal.party_id] == business.people[made.opportunity.party_id - 1].party.name
        assert [stages[move.stage_id] + 1 for move in deal.moves] == [move.stage_id for move in made.opportunity.moves]
        assert reasons.get(deal.reason_id, "") == made.reason
        if deal.sale_id:
            sale = demo.ledger.sale(deal.sale_id)
            assert sale
            assert (sale.on, sale.party_id, sale.amount) == (deal.closed, deal.party_id, deal.agreed)
    served = {step.opportunity_id: step.party_id for step in demo.contacts.all_steps() if step.opportunity_id}
    party = {deal.id: deal.party_id for deal in kept}
    assert served.items() <= party.items()
    assert len(demo.inquiries.all()) == len(business.inquiries)
    assert {i.who for i in demo.inquiries.all() if not i.party_id} == {
        i.who for i in business.inquiries if not i.party_id
    }


def test_early_in_the_day_nothing_lies_ahead(tmp_path: Path) -> None:
    """The demo of somebody who rises at five: the missed call of this morning was just now."""
    made = new_book(tmp_path / "book", "EUR", lambda: date(2026, 11, 24))
    made.clock = lambda: datetime(2026, 11, 24, 5).astimezone()
    fill(made, generate(SEED, made.today()))
    assert max(inquiry.received for inquiry in made.inquiries.all()) == made.now()
    assert max(inquiry.responded for inquiry in made.inquiries.all() if inquiry.responded) <= made.now()
    made.close()


@pytest.mark.parametrize("older", ["2026-11-24", "2026-11-24 1", ""])
def test_one_made_by_an_older_program_is_made_anew(tmp_path: Path, older: str) -> None:
    """Though it was made on the very day; one that this program made is kept as it was left."""

    def today() -> date:
        return date(2026, 11, 24)

    book = open_demo(tmp_path / "demo", today)
    with book.change("Look like an older one"):
        book.settings.set(MADE, older)
        book.settings.set("business_name", "Older & Sons")
    book.close()
    again = open_demo(tmp_path / "demo", today)
    assert again.settings.get("business_name") != "Older & Sons"
    assert again.settings.get(MADE) == mark(today())
    with again.change("Rename"):
        again.settings.set("business_name", "Mine")
    again.close()
    kept = open_demo(tmp_path / "demo", today)
    assert kept.settings.get("business_name") == "Mine"
    kept.close()
