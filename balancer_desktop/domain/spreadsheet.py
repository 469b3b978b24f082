"""Text that a spreadsheet takes for text: a cell that begins like a formula is led by an apostrophe.

See OWASP, "CSV Injection". Numbers are written as numbers, a minus sign in front of them included.
"""

_LEADS = "=+-@\t\r"


def guarded(text: str) -> str:
    """The text as it is written into a cell; text that begins with an apostrophe gets another, to come back whole."""
    return f"'{text}" if text[:1] and text[0] in _LEADS + "'" else text


def unguarded(text: str) -> str:
    """What guarded() was given; any other text as it is (`'t Hooft` keeps its apostrophe)."""
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in _LEADS + "'" else text
