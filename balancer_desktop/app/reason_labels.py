"""The label of a reason in one of the owner's lists: why people leave, why opportunities are lost."""

from collections.abc import Iterable

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.standing import ExitReason
from balancer_desktop.domain.text import storable


def checked_label(
    label: str, known: Iterable[ExitReason | LossReason], example: str, longest: int, but: int = 0
) -> str:
    """The label as it is kept. BadInput where it is empty or too long, or another reason (than `but`) has it already.

    longest: characters.
    """
    label = storable(" ".join(label.split()))
    if not folded(label):
        raise BadInput("The reason is empty.", f"Write a word or two, such as “{example}”.")
    if len(label) > longest:
        raise BadInput("The reason is too long.", f"Shorten it to {longest} characters.")
    same = next((one for one in known if folded(one.label) == folded(label) and one.id != but), None)
    if same:
        remedy = "It is retired: bring it back." if same.retired else "Choose it from the list."
        raise BadInput(f"There is a reason “{same.label}” already.", remedy)
    return label
