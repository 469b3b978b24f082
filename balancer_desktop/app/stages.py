"""The owner's stages on the way to a sale, and the reasons why opportunities are lost."""

from collections.abc import Sequence
from dataclasses import replace

from balancer_desktop.app import opportunities
from balancer_desktop.app.book import Book
from balancer_desktop.app.reason_labels import checked_label
from balancer_desktop.app.wording import gone
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import LONGEST_NAME, Stage, checked_stage
from balancer_desktop.domain.text import storable

_WAYS_OUT = frozenset(("won", "lost"))
_EXAMPLE = "Too far away"


def add(book: Book, stage: Stage) -> int:
    """The new stage's id, after all others; BadInput for no name, one that is there, or figures out of range."""
    last = max((one.place for one in book.stages.stages()), default=-1)
    stage = _checked(book, replace(stage, place=last + 1, retired=False, id=0))
    with book.change(f"Add the stage “{stage.name}”"):
        return book.stages.add(stage)


def edit(book: Book, stage: Stage) -> None:
    """Replace its name, probability and days until stale; place and use stay. BadInput as for add."""
    before = _stage(book, stage.id)
    stage = _checked(book, replace(stage, place=before.place, retired=before.retired))
    if stage != before:
        with book.change(f"Edit the stage “{before.name}”"):
            book.stages.update(stage)


def reorder(book: Book, ids: Sequence[int]) -> None:
    """Have the stages in this order; those not named follow as they are. BadInput for one that is not there."""
    stages = {stage.id: stage for stage in book.stages.stages()}
    for id_ in ids:
        _stage(book, id_)
    order = [*dict.fromkeys(ids), *(id_ for id_ in stages if id_ not in ids)]
    moved = [(place, stages[id_]) for place, id_ in enumerate(order) if stages[id_].place != place]
    with book.change("Reorder the stages"):
        for place, stage in moved:
            book.stages.update(replace(stage, place=place))


def retire(book: Book, stage_id: int, into: int = 0) -> None:
    """Offer a stage no more; what was in it stays told. BadInput when it is the last.

    into: the stage that what is in it now moves to, as one step with it; BadInput where one is needed and none given,
    or one that is retired.
    """
    stage = _stage(book, stage_id)
    if stage.retired:
        return
    inside = open_in(book, stage_id)
    if inside and not into:
        what = "1 opportunity is" if len(inside) == 1 else f"{len(inside)} opportunities are"
        raise BadInput(f"{what} in “{stage.name}”.", "Move what is in it to another stage first.")
    _check_not_last(book, stage)
    if inside and (into == stage_id or _stage(book, into).retired):
        raise BadInput("There it cannot move.", "Choose another stage, one in use.")
    with book.change(f"Retire the stage “{stage.name}”"):
        for one in inside:
            opportunities.move(book, one.id, into)
        book.stages.update(replace(stage, retired=True))


def open_in(book: Book, stage_id: int) -> list[Opportunity]:
    """What is in a stage now."""
    return [one for one in book.pipeline.open() if one.stage_id == stage_id]


def restore(book: Book, stage_id: int) -> None:
    """Offer a retired stage again."""
    stage = _stage(book, stage_id)
    if stage.retired:
        with book.change(f"Bring back the stage “{stage.name}”"):
            book.stages.update(replace(stage, retired=False))


def remove(book: Book, stage_id: int) -> None:
    """Remove a stage that nothing ever was in; BadInput for another one, or the last."""
    stage = _stage(book, stage_id)
    if book.stages.used(stage_id):
        raise BadInput(f"“{stage.name}” was in use.", "Retire it instead: what was in it stays told.")
    _check_not_last(book, stage)
    with book.change(f"Remove the stage “{stage.name}”"):
        book.stages.remove(stage_id)


def add_loss_reason(book: Book, label: str, *, other: bool = False) -> int:
    """The new reason's id. other: it needs words. BadInput for an empty label, or one that is there already."""
    label = checked_label(label, book.stages.loss_reasons(), _EXAMPLE, LONGEST_NAME)
    with book.change(f"Add the reason “{label}”"):
        return book.stages.add_loss_reason(LossReason(label, other))


def edit_loss_reason(book: Book, reason_id: int, label: str) -> None:
    """Give a reason that nothing was lost for another label; BadInput for one in use, or as for add_loss_reason."""
    before = _reason(book, reason_id)
    uses = book.stages.loss_reason_uses(reason_id)
    after = replace(
        before, label=checked_label(label, book.stages.loss_reasons(), _EXAMPLE, LONGEST_NAME, but=reason_id)
    )
    if after == before:
        return
    if uses:
        what = "1 opportunity was" if uses == 1 else f"{uses} opportunities were"
        raise BadInput(f"“{before.label}” is why {what} lost.", "Retire it, and add another one.")
    with book.change(f"Change the reason “{before.label}” to “{after.label}”"):
        book.stages.update_loss_reason(after)


def retire_loss_reason(book: Book, reason_id: int) -> None:
    """Offer a reason no more; what was lost for it keeps it. BadInput for the last that is in use."""
    reason = _reason(book, reason_id)
    if reason.retired:
        return
    if sum(not one.retired for one in book.stages.loss_reasons()) == 1:
        raise BadInput(f"“{reason.label}” is the last reason.", "Add another one first.")
    with book.change(f"Retire the reason “{reason.label}”"):
        book.stages.update_loss_reason(replace(reason, retired=True))


def restore_loss_reason(book: Book, reason_id: int) -> None:
    """Offer a retired reason again."""
    reason = _reason(book, reason_id)
    if reason.retired:
        with book.change(f"Bring back the reason “{reason.label}”"):
            book.stages.update_loss_reason(replace(reason, retired=False))


def _stage(book: Book, stage_id: int) -> Stage:
    found = next((stage for stage in book.stages.stages() if stage.id == stage_id), None)
    if found is None:
        raise gone("stage")
    return found


def _reason(book: Book, reason_id: int) -> LossReason:
    found = next((reason for reason in book.stages.loss_reasons() if reason.id == reason_id), None)
    if found is None:
        raise gone("reason")
    return found


def _checked(book: Book, stage: Stage) -> Stage:
    stage = checked_stage(replace(stage, name=storable(" ".join(stage.name.split()))))
    name = folded(stage.name)
    if not name:
        raise BadInput("A stage needs a name.", "Give letters or figures.")
    if name in _WAYS_OUT:
        raise BadInput(f"“{stage.name}” is no stage but how it ends.", "Give the stage another name.")
    same = next((one for one in book.stages.stages() if folded(one.name) == name and one.id != stage.id), None)
    if same:
        remedy = "It is retired: bring it back." if same.retired else "Give it another name."
        raise BadInput(f"There is a stage “{same.name}” already.", remedy)
    return stage


def _check_not_last(book: Book, stage: Stage) -> None:
    if not stage.retired and sum(not one.retired for one in book.stages.stages()) == 1:
        raise BadInput(f"“{stage.name}” is the last stage.", "Add another one first.")
