"""What each tab of people calls itself, its people, and its emptiness."""

from dataclasses import dataclass

from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class TabWords:
    """imports: whether the empty tab's button brings people in from a file; else it adds one."""

    title: str
    add: str
    one: str
    many: str
    empty: str
    button: str
    imports: bool = False

    def count(self, shown: int, total: int) -> str:
        """`41 customers`, or `37 of 41` while a filter hides some."""
        if shown != total:
            return f"{shown:,} of {total:,}"
        return f"{total:,} {self.one if total == 1 else self.many}" if total else ""


_CUSTOMERS = TabWords(
    "Customers",
    "Add customer",
    "customer",
    "customers",
    "The people you work for will stand here. A prospect's first sale brings them in; so does a file you import.",
    "Import what I have",
    imports=True,
)
_GONE = TabWords(
    "Lapsed & ex",
    "Add person",
    "person",
    "people",
    "Nobody has lapsed or left. Whoever does is kept here with the reason, ready to be won back.",
    "Add somebody who lapsed",
)
_PROSPECTS = TabWords(
    "Prospects",
    "Add prospect",
    "prospect",
    "prospects",
    "Whoever may become a customer will stand here. A name or a phone number is enough to begin.",
    "Add a prospect",
)


def words_for(standing: Standing) -> TabWords:
    """The words of the tab that begins with a standing."""
    return {Standing.CURRENT: _CUSTOMERS, Standing.PROSPECT: _PROSPECTS}.get(standing, _GONE)
