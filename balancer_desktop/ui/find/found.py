"""What a search shows: hits and commands as rows of one list."""

from collections.abc import Sequence
from dataclasses import dataclass

from balancer_desktop.domain.hit import Hit, HitKind
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.find.command import Command
from balancer_desktop.ui.format import Formats

_ICONS = {
    HitKind.PERSON: "person",
    HitKind.BUSINESS: "business",
    HitKind.SALE: "sale",
    HitKind.EXPENSE: "expense",
    HitKind.WORK: "clock",
    HitKind.CONTACT: "call",
    HitKind.STEP: "calendar",
    HitKind.NOTE: "note",
    HitKind.OPPORTUNITY: "prospects",
    HitKind.INQUIRY: "phone",
    HitKind.DOCUMENT: "folder",
}
_BADGES = {Standing.PROSPECT: "prospect", Standing.LAPSED: "lapsed", Standing.EX: "ex-customer"}


@dataclass(frozen=True, slots=True)
class Found:
    """title and detail at the left, badge or shortcut at the right; thing is what Enter takes."""

    title: str
    detail: str
    aside: str
    icon: str
    thing: Hit | Command
    badge: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.aside) if part)


def of_hit(hit: Hit, formats: Formats) -> Found:
    """A person with a badge unless a current customer; an entry with its kind and date."""
    if hit.standing:
        badge = _BADGES.get(hit.standing, "")
        return Found(hit.title, hit.detail, badge, _ICONS[hit.kind], hit, badge=bool(badge))
    when = formats.date(hit.on) if hit.on else ""
    title = " ".join(hit.title.split())
    return Found(title, " · ".join(filter(None, (hit.detail, hit.kind.value))), when, _ICONS[hit.kind], hit)


def of_commands(commands: Sequence[Command], text: str) -> list[Found]:
    """Commands whose names hold every word typed, those that begin with it first; all for no words."""
    words = folded(text).split()
    fitting = [command for command in commands if all(word in folded(command.name) for word in words)]
    fitting.sort(key=lambda command: not folded(command.name).startswith(" ".join(words)))
    return [Found(command.name, "", command.shortcut, "chevron-right", command) for command in fitting]
