"""A card as an inquiry: somebody called, and whoever answered made a card of them."""

from datetime import datetime, timedelta

from balancer_desktop.domain.intake.cards import Card
from balancer_desktop.domain.intake.item import Item, ItemKind, key_of
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.quick_entry.phones import split

RECENT = timedelta(days=31)
"""A card that was last changed longer ago was not made for this call."""


def item_of_card(card: Card, filed: datetime) -> Item:
    """filed: when the file was last written, and thus its cards at the latest, in the owner's zone."""
    revised = card.revised
    if revised is not None:
        revised = revised.astimezone(filed.tzinfo)
    at = revised if revised and filed - RECENT <= revised <= filed else filed.replace(hour=0, minute=0)
    about = card.notes or card.title
    return Item(
        ItemKind.INQUIRY,
        at.replace(second=0, microsecond=0),
        card.line,
        _key(card),
        "" if card.is_business else _own_name(card),
        card.name if card.is_business else card.company,
        card.phones[0].value if card.phones else "",
        card.emails[0].value if card.emails else "",
        about,
        remark=card.remark,
        more=tuple(value for value, _ in (*card.phones[1:], *card.emails[1:])),
    )


def _own_name(card: Card) -> str:
    """Nothing where a card without a name is called by its number or address."""
    values = [value for value, _ in (*card.phones, *card.emails)]
    return "" if card.name in values else card.name


def _key(card: Card) -> str:
    """A card that came before is the same with another picture or another number; what it asks makes it another."""
    if card.uid:
        return key_of("card", card.uid, folded(card.notes))
    numbers = sorted(split(phone.value).digits[-7:] for phone in card.phones)
    addresses = sorted(folded(email.value) for email in card.emails)
    return key_of("card", folded(card.name), *numbers, *addresses, folded(card.notes))
