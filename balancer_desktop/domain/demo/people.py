"""Names, numbers, tags and acquaintances for the lives."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from balancer_desktop.domain.demo import names
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.life import Fate, Life
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, folded

NUMBERS = tuple(f"555-{n:04d}" for n in range(102, 200))
TAG_GAPS = (("monthly", 30, 45),)
LARGE_GAPS = (14, 30)
"""Days between contacts, at best and at most: of a tag's people, and of the one the business hangs on."""


def parties(dice: Dice, lives: list[Life], first_sales: dict[int, date], tags: dict[int, str]) -> list[Party]:
    """One party for each life, in its order, with ids 1, 2, 3… The latest caller has left only a number.

    first_sales: by id, for whoever has bought. tags: the kind of work each one wants, by id.
    """
    numbers = dice.shuffled(NUMBERS)
    spare = iter(numbers[len(lives) : -len(names.LOST_CALLERS)])
    people = []
    for number, (life, (name, kind)) in enumerate(zip(lives, _names(dice, lives), strict=True), 1):
        referrer, phone = _referrer(dice, lives, first_sales, number), numbers[number - 1]
        if number == len(lives):
            person = Party(phone, contacts=(ContactPoint(ContactKind.PHONE, phone),))
        else:
            person = _person(dice, life, name, kind, _points(dice, name, kind, phone, spare), tags[number])
        gaps = LARGE_GAPS if life.large else (0, 0)
        people.append(replace(person, referred_by=referrer, id=number, ideal_gap=gaps[0], longest_gap=gaps[1]))
    return people


def _person(dice: Dice, life: Life, name: str, kind: PartyKind, points: tuple[ContactPoint, ...], tag: str) -> Party:
    business = kind is PartyKind.BUSINESS
    return Party(
        name,
        kind,
        company=dice.pick(names.BUSINESSES) if not business and dice.chance(0.1) else "",
        contacts=points,
        tags=_tags(dice, life, tag, business=business),
        address="" if dice.chance(0.12) else f"{dice.whole(1, 98)} {dice.pick(names.STREETS)}, {names.TOWN}",
        customer_since=life.known_on if life.founder else None,
        notes=dice.pick(names.BUSINESS_NOTES if business else names.PERSON_NOTES) if dice.chance(0.4) else "",
    )


def _names(dice: Dice, lives: list[Life]) -> list[tuple[str, PartyKind]]:
    """A name and kind for each life: the large one's and the tour's are fixed, the others are drawn once each."""
    people, businesses = _drawn_people(dice), iter(dice.shuffled(names.BUSINESSES))
    steady = [n for n, life in enumerate(lives) if life.fate is Fate.CURRENT and not life.large]
    steady.sort(key=lambda n: not lives[n].business)
    fixed = dict(zip(steady, names.TOUR_CUSTOMERS, strict=False))
    drawn = []
    for number, life in enumerate(lives):
        shop = names.LARGE_CUSTOMER if life.large else fixed.get(number)
        if shop is None and life.business:
            shop = next(businesses, None)
        drawn.append((shop, PartyKind.BUSINESS) if shop else (next(people), PartyKind.PERSON))
    return drawn


def _drawn_people(dice: Dice) -> Iterator[str]:
    """First and last names, each used once, with the names from farther away among them."""
    pairs = zip(dice.shuffled(names.FIRST_NAMES.split()), dice.shuffled(names.LAST_NAMES.split()), strict=False)
    full = [f"{first} {last}" for first, last in pairs]
    return iter([*dice.shuffled([*full[:45], *names.FAR_NAMES]), *full[45:]])


def _points(dice: Dice, name: str, kind: PartyKind, phone: str, spare: Iterator[str]) -> tuple[ContactPoint, ...]:
    business = kind is PartyKind.BUSINESS
    points = [ContactPoint(ContactKind.PHONE, phone, "office" if business else "mobile")]
    if dice.chance(0.15):
        points += [ContactPoint(ContactKind.PHONE, second, "home") for second in [next(spare, "")] if second]
    if dice.chance(0.9 if business else 0.6):
        letters = "".join(c for c in folded(name) if c.isascii() and (c.isalnum() or c == " "))
        box = ("-" if business else ".").join(letters.split())
        points.append(ContactPoint(ContactKind.EMAIL, f"{box}@example.{dice.pick(('com', 'org', 'net'))}"))
    return tuple(points)


def _tags(dice: Dice, life: Life, own: str, *, business: bool) -> tuple[str, ...]:
    tags = [own]
    if life.starts and life.gap == 30:
        tags.append("monthly")
    if life.large or (not business and dice.chance(0.15)):
        tags.append("landlord")
    return tuple(tags)


def _referrer(dice: Dice, lives: list[Life], first_sales: dict[int, date], number: int) -> int:
    """The id of a customer of that time who sent this one, often a recent one; 0 for nobody."""
    life = lives[number - 1]
    if not dice.chance(0.15 if life.founder else 0.45):
        return 0
    served = [
        n
        for n, other in enumerate(lives[: number - 1], 1)
        if other.founder or (n in first_sales and first_sales[n] < life.known_on)
    ]
    if not served:
        return 0
    return dice.pick(served[-12:] if dice.chance(0.6) else served)
