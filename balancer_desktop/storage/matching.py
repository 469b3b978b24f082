"""Finding a word in free text as the owner means it: whatever the case, with or without accents.

SQLite's LIKE folds ASCII only. Text that is all ASCII is left to it, in C; the rest is folded in Python.
"""

from typing import Any

from balancer_desktop.domain.party import folded

_FOLDED = "balancer_folded"


def prepare(db: Any) -> None:
    """Make the folding known to the connection; once is enough, again costs nothing."""
    if _FOLDED not in db._functions:  # noqa: SLF001 - peewee has no other way to ask
        db.register_function(folded, _FOLDED, 1, deterministic=True)


def words(text: str) -> list[str]:
    """The folded words to look for; a row matches when every one is found."""
    return folded(text).split()


def holds(column: str) -> str:
    """A condition with two values, `values(word)`: the column's text holds the word."""
    beyond_ascii = f"length({column}) <> length(CAST({column} AS BLOB))"
    return f"({column} LIKE ? ESCAPE '\\' OR ({beyond_ascii} AND instr({_FOLDED}({column}), ?)))"


def values(word: str) -> tuple[str, str]:
    return within(word), word


def within(word: str) -> str:
    """A LIKE pattern for the word anywhere, its own % and _ taken literally."""
    return f"%{escaped(word)}%"


def escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
