"""Who asks, typed into one field: a name, a phone number or an e-mail address."""

import re
from typing import NamedTuple

from balancer_desktop.domain.quick_entry.phones import phone_at

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class Asker(NamedTuple):
    name: str = ""
    phone: str = ""
    email: str = ""


def read_asker(text: str) -> Asker:
    """`087 555 0101` is a number, `ann@example.org` an address, anything else a name; several of them are told apart.

    `Ann Byrne 087 555 0101` has a name and a number.
    """
    words = text.split()
    email = next((word for word in words if _ADDRESS.fullmatch(word.strip("<>(),;"))), "")
    words = [word for word in words if word != email]
    start = next((place for place in range(len(words)) if phone_at(words[place:])), len(words))
    end = start + phone_at(words[start:]) if start < len(words) else start
    return Asker(" ".join([*words[:start], *words[end:]]), " ".join(words[start:end]), email.strip("<>(),;"))
