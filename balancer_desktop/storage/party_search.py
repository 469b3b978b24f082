"""Finding a few people by words of what is known about them, among any number."""

from collections.abc import Sequence
from typing import Any

from balancer_desktop.domain.standing import Standing

_ORDER = "CASE standing WHEN 'current' THEN 0 WHEN 'prospect' THEN 1 ELSE 2 END"


def search_parties(db: Any, words: Sequence[str], most: int) -> list[tuple[int, str, str, Standing]]:
    """id, name, company and standing of parties, ex ones left out, in whose folded text every word occurs.

    words are folded. Names that begin with the first word come first, then those with a word that does.
    """
    found = "".join(" AND instr(folded, ?) > 0" for _ in words)
    first = words[0] if words else ""
    rank = "CASE WHEN substr(folded, 1, ?) = ? THEN 0 WHEN instr(folded, ?) > 0 THEN 1 ELSE 2 END"
    rows = db.execute_sql(
        f"SELECT id, name, company, standing FROM party WHERE standing <> 'ex'{found} "
        f"ORDER BY {rank}, {_ORDER}, folded, id LIMIT ?",
        (*words, len(first), first, f" {first}", most),
    )
    return [(id_, name, company, Standing(standing)) for id_, name, company, standing in rows.fetchall()]
