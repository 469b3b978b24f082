"""What is wrong with one row of a file, said so that the owner can find and mend it."""

from dataclasses import dataclass

from balancer_desktop.domain.errors import BadInput


@dataclass(frozen=True, slots=True)
class Issue:
    """line counts from 1 as an editor shows it; column is the heading; remedy is one sentence, or empty."""

    file: str
    line: int
    column: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column “{self.column}”: {self.reason} {self.remedy}".strip()


class WrongCell(BadInput):
    """A row that cannot be read, and the index of the column that is why."""

    def __init__(self, column: int, wrong: BadInput) -> None:
        super().__init__(wrong.what, wrong.remedy)
        self.column = column
