"""A line as tokens, and which of them are already understood."""

import re
from dataclasses import dataclass, field
from unicodedata import category

from balancer_desktop.domain.conventions import Conventions
from balancer_desktop.domain.errors import BadInput

LONGEST_LINE = 500

# Marks that reorder or hide text on screen: what is shown must be what is written.
_INVISIBLE = dict.fromkeys([0x200B, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_QUOTED = r'["“„«](?P<quoted>[^"“”„«»]*[^"“”„«»\s][^"“”„«»]*)["”“»](?=[\s,;:.]|$)'
_GROUPED = r"[-+]?[0-9]{1,3}(?:\s[0-9]{3})+(?:[.,][0-9]+)?(?![^\s€])"  # 1 234,50
_PLAIN = r"(?:\S|(?<=[0-9])[\u00a0\u202f](?=[0-9]))+"  # a no-break space between digits groups them
_TOKEN = re.compile(f"{_QUOTED}|(?P<plain>{_PLAIN})")
_TOKEN_WITH_SPACED_GROUPS = re.compile(f"{_QUOTED}|(?P<plain>{_GROUPED}|{_PLAIN})")


@dataclass(frozen=True, slots=True)
class Token:
    """text as written; quoted words are never a number, a date or a keyword."""

    text: str
    quoted: bool = False

    @property
    def key(self) -> str:
        """The text as keywords compare it; empty when quoted."""
        return "" if self.quoted else self.text.casefold().rstrip(",;:!?")

    @property
    def written(self) -> str:
        """As it can be typed again."""
        return f'"{self.text}"' if self.quoted else self.text

    @property
    def is_capitalised(self) -> bool:
        """Begins like a name: an upper-case letter, or one of a script without case."""
        first = self.text.lstrip("(")[:1]
        return first.isalpha() and not first.islower()


@dataclass(slots=True)
class Line:
    """The tokens of one line; `taken` holds the places of those already understood."""

    tokens: list[Token]
    taken: set[int] = field(default_factory=set)

    def take(self, start: int, length: int) -> None:
        self.taken.update(range(start, start + length))

    def release(self, start: int, length: int) -> None:
        self.taken.difference_update(range(start, start + length))

    def join(self, start: int, length: int) -> None:
        """Makes one quoted token of several, before any is taken: a name that holds a number or a day."""
        words = " ".join(token.text for token in self.tokens[start : start + length])
        self.tokens[start : start + length] = [Token(words, quoted=True)]

    def free(self, start: int) -> list[Token]:
        """The tokens from a place up to the next one that is taken."""
        end = start
        while end < len(self.tokens) and end not in self.taken:
            end += 1
        return self.tokens[start:end]

    def keys(self, start: int) -> list[str]:
        return [token.key for token in self.free(start)]

    def places(self) -> list[int]:
        """Where the tokens are that nobody has understood yet."""
        return [place for place in range(len(self.tokens)) if place not in self.taken]

    def head(self) -> int:
        """The first such place, or the line's length."""
        return next(iter(self.places()), len(self.tokens))

    def touches(self, start: int, length: int) -> bool:
        """Whether the run lies at either end of the free words, or beside something understood."""
        beside = self.taken | {-1, len(self.tokens)}
        return start - 1 in beside or start + length in beside

    def rest(self) -> str:
        """The words that are left: the note."""
        return " ".join(self.tokens[place].text for place in self.places()).strip(" ,;:–-")


def line_of(text: str, conventions: Conventions) -> Line:
    """The tokens of what was typed, without control characters; BadInput when it is too long."""
    if len(text) > LONGEST_LINE:
        raise BadInput(f"The line is longer than {LONGEST_LINE} characters.", "Shorten it; details fit in the notes.")
    visible = "".join(_visible(c) for c in text.translate(_INVISIBLE))
    pattern = _TOKEN_WITH_SPACED_GROUPS if conventions.group.isspace() else _TOKEN
    return Line([_token(found) for found in pattern.finditer(visible)])


def _visible(character: str) -> str:
    kind = category(character)
    return " " if kind == "Cc" else "" if kind == "Cs" else character


def _token(found: re.Match[str]) -> Token:
    quoted = found["quoted"]
    return Token(found["plain"]) if quoted is None else Token(" ".join(quoted.split()), quoted=True)
