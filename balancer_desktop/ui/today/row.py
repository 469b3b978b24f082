"""One line of a list of today, as it is painted and read aloud."""

from dataclasses import dataclass

from balancer_desktop.domain.agenda import AgendaItem


@dataclass(frozen=True, slots=True)
class Row:
    """strong is the name, words the rest, aside stands at the right. A row without an icon is a heading.

    urgent: for today and no other day, or too late already. warns: worth a thought. quiet: not for today at all.
    item is None where nothing is to be done. tip: what a tooltip adds to what is painted.
    """

    strong: str
    words: str = ""
    aside: str = ""
    icon: str = ""
    urgent: bool = False
    warns: bool = False
    quiet: bool = False
    party_id: int = 0
    item: AgendaItem | None = None
    tip: str = ""

    @property
    def heading(self) -> bool:
        return not self.icon

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.strong, self.words, self.aside) if part)
