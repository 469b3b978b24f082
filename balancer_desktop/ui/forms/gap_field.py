"""Days between contacts, typed as one likes."""

from balancer_desktop.domain.rhythm.gaps import gap_words, read_gap
from balancer_desktop.ui.forms.reading_field import ReadingField


class GapField(ReadingField[int]):
    """Empty is 0, none."""

    def __init__(self, days: int) -> None:
        super().__init__(read_gap, gap_words)
        self.setToolTip("Such as 14 days, 5 weeks or 2 months; empty for none")
        self.setPlaceholderText("not set")
        if days:
            self.show_value(days)
