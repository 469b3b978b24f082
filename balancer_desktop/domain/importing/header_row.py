"""Finding the row of headings, which titles and blank lines may precede, or that there is none."""

import re
from collections import Counter
from collections.abc import Sequence

from balancer_desktop.domain.importing.aliases import known_in_any
from balancer_desktop.domain.importing.cells import Row

LOOKED_AT = 30
_VALUE = re.compile(r"[-+(]?[^\w\s]?\s?\d[\d.,:/\-\s'’)]*(\w{1,3})?|.*@.*\..*|https?://.*|\d{4}-\d\d-\d\d.*")


def find_header(rows: Sequence[Row]) -> int | None:
    """The index of the row of headings among the first rows; None when the file starts with data.

    The row with most known headings wins; without any, a first full row of words above rows with values.
    """
    looked_at = rows[:LOOKED_AT]
    scores = [_known_headings(row) for row in looked_at]
    best = max(scores, default=0)
    if best >= 2 or (best == 1 and _width(looked_at[scores.index(1)]) == usual_width(looked_at)):
        return scores.index(best)
    return _row_of_words(looked_at)


def usual_width(rows: Sequence[Row]) -> int:
    """How many cells most rows with anything in them have."""
    widths = Counter(_width(row) for row in rows if any(row))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _width(row: Row) -> int:
    return len(row)


def _known_headings(row: Row) -> int:
    if any(_is_value(cell) for cell in row):
        return 0
    return sum(known_in_any(str(cell)) for cell in row if cell)


def _row_of_words(rows: Sequence[Row]) -> int | None:
    width = usual_width(rows)
    for index, row in enumerate(rows):
        texts = [str(cell).strip() for cell in row]
        if len(texts) != width or width < 2:
            continue
        is_heading = all(texts) and len(set(texts)) == width and not any(map(_is_value, texts))
        below = (cell for later in rows[index + 1 :] for cell in later)
        return index if is_heading and any(map(_is_value, below)) else None
    return None


def _is_value(cell: object) -> bool:
    return not isinstance(cell, str) or _VALUE.fullmatch(cell.strip()) is not None
