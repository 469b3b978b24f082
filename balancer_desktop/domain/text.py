"""Text as it can be stored: everything people type or paste, less what no file or database can hold."""

import re

_ODD = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with lone surrogates and NUL characters replaced by U+FFFD, the sign for "could not be read"."""
    if text.isprintable():
        return text
    return _ODD.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The lines of a text in a row, without empty ones: `asks for a quote · call her back`."""
    if text.isprintable():
        return text
    return " · ".join(filter(None, (line.strip() for line in text.splitlines())))
