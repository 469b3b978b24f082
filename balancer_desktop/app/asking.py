"""Who in the book has a phone number or an e-mail address, however it is written."""

from collections.abc import Callable, Collection, Iterable

from balancer_desktop.app.book import Book
from balancer_desktop.app.phone_numbers import PhoneRegion
from balancer_desktop.domain.quick_entry.phones import PhoneIndex, phone_at
from balancer_desktop.domain.standing import Standing

Known = tuple[int, str, Standing, tuple[str, ...], str]
"""As PeopleStore.known has it: id, name, standing, phones, company."""


class Owners:
    """Read once from the book, when first asked for; made anew with every form."""

    def __init__(self, book: Book, region: str = "", known: Iterable[Known] = ()) -> None:
        """region: where the owner dials, as far as the machine knows. known: the people, if they are read already."""
        self._book, self._region, self._known = book, region, known
        self._phones: PhoneIndex | None = None

    def of_number(self, number: str, rather: Callable[[], Collection[int]] = tuple) -> int:
        """The one party that has this number; 0 when nobody or several have it, or it is no complete number.

        rather: whose it is said to be, should several have it.
        """
        if not phone_at(number.split()):
            return 0
        if self._phones is None:
            phones = ((id_, numbers) for id_, _, _, numbers, _ in self._known or self._book.people.known())
            self._phones = PhoneIndex(phones, PhoneRegion(self._book, self._region).same)
        found = self._phones.owners(number)
        if len(found) > 1:
            named = rather()
            found = [owner for owner in found if owner in named]
        return found[0] if len(found) == 1 else 0

    def of_address(self, address: str) -> int:
        """The one party that has this e-mail address; 0 when nobody or several have it."""
        found = self._book.people.with_email(address.strip())
        return found[0] if len(found) == 1 else 0
