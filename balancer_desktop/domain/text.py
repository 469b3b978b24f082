"""Text as it can be stored: everything people type or paste, less what no file or database can hold."""


def storable(text: str) -> str:
    """The text with lone surrogates and NUL characters replaced by U+FFFD, the sign for "could not be read"."""
    if text.isprintable():
        return text
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd") if _odd(text) else text


def _odd(text: str) -> bool:
    return any(c == "\0" or "\ud800" <= c <= "\udfff" for c in text)
