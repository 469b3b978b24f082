"""The one family of errors that is meant for the owner's eyes."""


class Refused(Exception):  # noqa: N818 - named for what it means to the owner
    """Something was not done, nothing was changed, and the message says what to do instead.

    what: what happened, one sentence. remedy: what to do, one sentence, or empty.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy


class BadInput(Refused):
    """A value, a line or a file that cannot be read as what it should be."""


class NeedsChoice(BadInput):
    """The input is understandable in more than one way, and only the owner can say which."""
