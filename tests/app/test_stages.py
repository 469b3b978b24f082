"""Stages and reasons of loss are the owner's: what was in use is retired, never removed or rewritten."""

from datetime import date

import pytest

from balancer_desktop.app import losing, opportunities, people, stages
from balancer_desktop.app.book import Book
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage

BEGUN = date(2026, 10, 1)


def names(book: Book) -> list[str]:
    return [stage.name for stage in book.stages.stages() if not stage.retired]


@pytest.fixture
def roof(book: Book) -> int:
    return opportunities.add(book, Opportunity(people.add(book, Party("Hilltop"), on=BEGUN), "Roof", BEGUN))


def test_added_last_edited_and_put_in_order(book: Book) -> None:
    before = names(book)
    new = stages.add(book, Stage("  Hand   shake ", 90, 3, place=0, retired=True))
    assert names(book) == [*before, "Hand shake"]
    stages.edit(book, Stage("Handshake", 95, 4, place=1, retired=True, id=new))
    assert book.stages.stages()[-1] == Stage("Handshake", 95, 4, len(before), id=new)
    stages.reorder(book, [new, 2])
    assert names(book) == ["Handshake", "Researched", "Inquiry", *before[2:]]
    assert [stage.place for stage in book.stages.stages()] == list(range(len(before) + 1))
    opened = opportunities.add(book, Opportunity(people.add(book, Party("Acme")), "Shed", date(2026, 11, 20)))
    assert [one.stage_id for one in book.pipeline.all() if one.id == opened] == [new]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Stage("", 5, 5), "A stage needs a name"),
        (Stage("\u0301", 5, 5), "A stage needs a name"),
        (Stage("x" * 61, 5, 5), "A stage needs a name"),
        (Stage("x", 101, 5), "101 % is no probability"),
        (Stage("x", 5, 0), "must lie between 1 and 3650"),
        (Stage("ínquiry", 5, 5), "There is a stage “Inquiry” already. Give it another name"),
        (Stage("LOST", 5, 5), "“LOST” is no stage but how it ends"),
        (Stage("Old", 5, 5), "There is a stage “Old” already. It is retired: bring it back"),
    ],
)
def test_what_cannot_be_a_stage(book: Book, wrong: Stage, words: str) -> None:
    stages.retire(book, stages.add(book, Stage("Old", 5, 5)))
    before = book.stages.stages()
    with pytest.raises(BadInput, match=words) as refused:
        stages.add(book, wrong)
    assert refused.value.remedy
    assert book.stages.stages() == before


def test_a_stage_in_use_is_emptied_then_retired_and_never_removed(book: Book, roof: int) -> None:
    with pytest.raises(BadInput, match="1 opportunity is in “Inquiry”"):
        stages.retire(book, 1)
    opportunities.move(book, roof, 2)
    with pytest.raises(BadInput, match=r"“Inquiry” was in use\. Retire it instead"):
        stages.remove(book, 1)
    stages.retire(book, 1)
    assert names(book)[0] == "Researched"
    with pytest.raises(BadInput, match="That stage is not in use"):
        opportunities.move(book, roof, 1)
    stages.restore(book, 1)
    assert names(book)[0] == "Inquiry"
    stages.remove(book, 6)
    assert "Trial or introductory offer" not in names(book)


def test_one_stage_is_always_left(book: Book) -> None:
    for stage in book.stages.stages()[1:]:
        stages.retire(book, stage.id)
    for act in (stages.retire, stages.remove):
        with pytest.raises(BadInput, match="“Inquiry” is the last stage"):
            act(book, 1)


def test_a_reason_in_use_is_retired_but_never_rewritten(book: Book, roof: int) -> None:
    feud = stages.add_loss_reason(book, " Feud ")
    stages.edit_loss_reason(book, feud, "Quarrel")
    losing.lose(book, roof, feud)
    with pytest.raises(BadInput, match="“Quarrel” is why 1 opportunity was lost"):
        stages.edit_loss_reason(book, feud, "Feud")
    stages.retire_loss_reason(book, feud)
    with pytest.raises(BadInput, match="bring it back"):
        stages.add_loss_reason(book, "quarrel")
    stages.restore_loss_reason(book, feud)
    with pytest.raises(BadInput, match="Choose it from the list"):
        stages.add_loss_reason(book, "QUARREL")


def test_a_reason_has_words_and_one_is_always_left(book: Book) -> None:
    for wrong, words in ((" ", "The reason is empty"), ("x" * 61, "too long")):
        with pytest.raises(BadInput, match=words):
            stages.add_loss_reason(book, wrong)
    reasons = book.stages.loss_reasons()
    for reason in reasons[1:]:
        stages.retire_loss_reason(book, reason.id)
    with pytest.raises(BadInput, match="“Price” is the last reason"):
        stages.retire_loss_reason(book, reasons[0].id)


def test_what_is_not_there_is_said_to_be_gone(book: Book) -> None:
    for act in (stages.retire, stages.restore, stages.remove, stages.retire_loss_reason, stages.restore_loss_reason):
        with pytest.raises(BadInput, match="is not in the book any more"):
            act(book, 77)
    with pytest.raises(BadInput, match="That stage is not in the book any more"):
        stages.reorder(book, [1, 77])
