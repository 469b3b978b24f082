"""Who asked, got a quote and stayed a stranger; and who asked for what the business does not do."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from balancer_desktop.domain.demo.diary import quarters
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.jobs import TAGS
from balancer_desktop.domain.demo.life import Fate, Life
from balancer_desktop.domain.demo.names import LOST_CALLERS, PASSERS_BY, TOUR_CUSTOMERS, TOWN
from balancer_desktop.domain.demo.people import NUMBERS
from balancer_desktop.domain.demo.seasons import Calendar, next_working
from balancer_desktop.domain.entries import Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, folded
from balancer_desktop.domain.side import Side

LOST_AGES = (98, 388, 424, 461, 505, 548, 603, 655, 718, 790, 868, 940)
"""Days before today at which those who bought elsewhere first asked."""
PASSED_AGES = (12, 47, 88, 133, 380, 455, 530, 640, 745, 860, 990)
ASKED_ELSEWHERE = (
    "a new boiler",
    "rewiring the cellar",
    "a loft conversion",
    "felling a large tree",
    "a swimming pool",
)
ASKED_OURS = ("gutter over the porch", "two loose tiles", "a garden gate", "a dripping tap")
DAUGHTER = "Maya"
"""Who answers the phone while the owner is on a roof."""


def lost_callers(
    dice: Dice, calendar: Calendar, lives: Sequence[Life], people: Sequence[Party]
) -> list[tuple[Life, Party]]:
    """Prospects who never bought, the longest ago first, with the ids that follow those of the lives."""
    taken = {phone for party in people for phone in party.phones}
    free = (number for number in NUMBERS if number not in taken)
    loyal = [n for n, life in enumerate(lives, 1) if life.founder and life.fate is Fate.CURRENT]
    known = sorted(calendar.today - timedelta(age + dice.whole(0, 9)) for age in LOST_AGES)
    return [
        (
            Life(on, fate=Fate.PROSPECT, business=number % 4 == 1, stops=on),
            _person(
                name,
                next(free),
                len(lives) + 1 + number,
                dice.pick(TAGS),
                dice.pick(loyal) if loyal and number % 4 == 3 else 0,
                business=number % 4 == 1,
            ),
        )
        for number, (on, name) in enumerate(zip(known, LOST_CALLERS, strict=True))
    ]


def visits(dice: Dice, callers: list[tuple[Life, Party]]) -> list[Work]:
    """The visit and the quote, in vain."""
    return [
        Work(
            next_working(life.known_on + timedelta(dice.whole(2, 6))),
            quarters(dice.between(0.75, 2)),
            Side.GAIN,
            party.id,
            f"quote for {party.tags[0]} work",
        )
        for life, party in callers
    ]


def passers_by(dice: Dice, calendar: Calendar, names: list[str]) -> list[Inquiry]:
    """Inquiries of people who are not in the book: not for us, or answered when they had found somebody else.

    Of this week one whom the daughter promised an answer by today, and one who has been told the price. names: of the
    people of the book, of whom one sent the first of these two.
    """
    made = []
    for number, (age, who) in enumerate(zip(PASSED_AGES, PASSERS_BY[2:], strict=True)):
        on = calendar.today - timedelta(age)
        silent = number % 3 == 1
        received = datetime.combine(on, time(dice.whole(8, 18), dice.whole(0, 11) * 5))
        answered = received + (timedelta(days=dice.whole(5, 11)) if silent else timedelta(minutes=dice.whole(5, 90)))
        made.append(
            Inquiry(
                received,
                dice.pick((InquiryChannel.CALL, InquiryChannel.WEBSITE, InquiryChannel.MESSAGE)),
                name=who,
                email=_address(who),
                asked=dice.pick(ASKED_OURS if silent else ASKED_ELSEWHERE),
                responded=answered,
                state=InquiryState.SILENCE if silent else InquiryState.NOT_FOR_US,
                settled_on=answered.date(),
            )
        )
    return made + _this_week(dice, calendar.today, names)


def _this_week(dice: Dice, today: date, names: list[str]) -> list[Inquiry]:
    called = datetime.combine(today - timedelta(2), time(10, dice.whole(0, 11) * 5))
    wrote = datetime.combine(today - timedelta(4), time(16, dice.whole(0, 11) * 5))
    return [
        Inquiry(
            called, InquiryChannel.CALL, name=PASSERS_BY[0], phone="555-0100",
            referred_by=names.index(TOUR_CUSTOMERS[0]) + 1, answered_by=DAUGHTER, asked="a leak over the back door",
            promised="a call back with a date", promised_by=today, responded=called, state=InquiryState.PROMISED,
        ),
        Inquiry(
            wrote, InquiryChannel.WEBSITE, name=PASSERS_BY[1], email=_address(PASSERS_BY[1]),
            asked="what painting one room costs", responded=wrote + timedelta(hours=2), state=InquiryState.ANSWERED,
        ),
    ]  # fmt: skip


def _person(name: str, phone: str, party_id: int, tag: str, referrer: int, *, business: bool) -> Party:
    return Party(
        name,
        PartyKind.BUSINESS if business else PartyKind.PERSON,
        contacts=(ContactPoint(ContactKind.PHONE, phone), ContactPoint(ContactKind.EMAIL, _address(name))),
        tags=(tag,),
        address=TOWN,
        referred_by=referrer,
        id=party_id,
    )


def _address(name: str) -> str:
    return f"{'.'.join(folded(name).replace('&', ' ').split())}@example.org"
