"""Text as it can be stored: everything people type or paste, less what no file or database can hold."""

import re

_ODD = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with lone surrogates and NUL characters replaced by U+FFFD, the sign for "could not be read"."""
    if text.isprintable():
        return text
    return _ODD.sub("\ufffd", text)
