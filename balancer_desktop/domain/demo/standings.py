"""The dated history of each life, from its first contact and its real sales."""

from datetime import date, timedelta

from balancer_desktop.domain.demo.business import DemoStanding
from balancer_desktop.domain.demo.dice import Dice
from balancer_desktop.domain.demo.life import Fate, Life
from balancer_desktop.domain.standing import Standing

LEAVING_NOTES = {
    "Moved away": ("Moved to be near the grandchildren; ask who bought the house.", "Took a job in another town."),
    "Died": ("The family wrote. Send a card.",),
    "Project over": ("The conversion is finished; ring again in spring.", "The extension is done and paid."),
    "Price": ("Found somebody cheaper for the fence.",),
    "Retired": ("Sold up and retired; the new owner has our card.", "Retired and handed the keys over."),
    "Graduated": ("Finished the degree and gave up the flat.",),
    "Closed the business": ("The shop closed at the end of the lease.", "Closed; the landlord keeps our number."),
    "Went to a rival": ("Signed one contractor for everything, heating included.",),
    "Neglected": ("Called twice about the door and we never rang back.",),
}


def history(dice: Dice, life: Life, sale_days: list[date], today: date) -> tuple[DemoStanding, ...]:
    """Prospect, current with the first sale, then what the life holds; founders begin as current."""
    rows = [DemoStanding(life.known_on, Standing.CURRENT if life.founder else Standing.PROSPECT)]
    if sale_days and not life.founder:
        rows.append(DemoStanding(sale_days[0], Standing.CURRENT, note="First sale"))
    if life.fate is Fate.EX and life.left_on:
        rows.append(_leaving(dice, life, life.left_on))
    elif life.fate is Fate.LAPSED:
        rows.append(_lapsing(dice, sale_days[-1], today))
    elif life.fate is Fate.RETURNED and life.returns:
        before = [day for day in sale_days if day < life.returns]
        rows.append(_lapsing(dice, before[-1], today))
        if life.noticed:
            rows.append(DemoStanding(life.returns, Standing.CURRENT, note="Came back"))
    return tuple(rows)


def _leaving(dice: Dice, life: Life, on: date) -> DemoStanding:
    return DemoStanding(on, Standing.EX, life.reason, dice.pick(LEAVING_NOTES[life.reason]))


def _lapsing(dice: Dice, last_sale: date, today: date) -> DemoStanding:
    on = min(last_sale + timedelta(dice.whole(130, 190)), today - timedelta(5))
    return DemoStanding(on, Standing.LAPSED, note="Silent for too long")
