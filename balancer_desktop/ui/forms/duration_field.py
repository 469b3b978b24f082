"""A time worked: `2h`, `1:30`, `90`."""

from balancer_desktop.domain.durations import read_minutes
from balancer_desktop.ui.forms.reading_field import ReadingField
from balancer_desktop.ui.session import Session


class DurationField(ReadingField[int]):
    """Its value is whole minutes."""

    def __init__(self, session: Session) -> None:
        super().__init__(read_minutes, session.formats.hours)
        self.setPlaceholderText("2h, 1:30 or 90")
        self.setToolTip("Hours and minutes: 2h, 1:30, 1.5; a bare number above 8 is minutes")
