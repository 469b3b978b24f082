"""Several tags in one cell, parted by commas as other programs write them; a backslash keeps a comma in its tag."""

import re
from collections.abc import Iterable

_MARK = re.compile(r"\\([\\,;|:])|:::|[,;|\n]")
_TO_ESCAPE = re.compile(r"[\\,;|]|:(?=::)")


def tags_cell(tags: Iterable[str]) -> str:
    """`roof, net 30`: what read_tags() reads as these tags."""
    return ", ".join(_TO_ESCAPE.sub(r"\\\g<0>", tag) for tag in tags)


def read_tags(text: str) -> list[str]:
    """The tags of a cell, empty ones left out."""
    tags, start, tag = [], 0, ""
    for mark in _MARK.finditer(text):
        tag += text[start : mark.start()] + (mark[1] or "")
        start = mark.end()
        if mark[1] is None:
            tags.append(tag)
            tag = ""
    tags.append(tag + text[start:])
    return [word for word in (" ".join(tag.split()) for tag in tags) if word]
