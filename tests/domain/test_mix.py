"""Each sale is new, won back or existing, and months add up; every table below is counted out by hand."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.mix import MixMonth, classify, party_months
from balancer_desktop.domain.month import Month
from balancer_desktop.domain.side import Side

FIRST = date(2024, 1, 1)
NEW, BACK, KEPT = Side.GAIN, Side.WIN_BACK, Side.KEEP


def day(offset: int) -> date:
    """That many days after the first of January 2024."""
    return FIRST + timedelta(offset)


def sides(*sales: int | tuple[int, int], since: int | None = None) -> list[Side]:
    """Classes of sales given as day offsets, with an amount where it matters."""
    pairs = [(day(s), 100) if isinstance(s, int) else (day(s[0]), s[1]) for s in sales]
    return classify(pairs, None if since is None else day(since))


@pytest.mark.parametrize(
    ("offsets", "expected"),
    [
        ([], []),
        ([0], [NEW]),
        ([0, 0, 0], [NEW, NEW, NEW]),
        ([0, 89], [NEW, NEW]),
        ([0, 90], [NEW, KEPT]),
        ([0, 89, 90], [NEW, NEW, KEPT]),
        ([0, 365], [NEW, KEPT]),
        ([0, 366], [NEW, BACK]),
        ([0, 100, 465], [NEW, KEPT, KEPT]),
        ([0, 100, 466], [NEW, KEPT, BACK]),
        ([0, 366, 366], [NEW, BACK, BACK]),
        ([0, 366, 455], [NEW, BACK, BACK]),
        ([0, 366, 456], [NEW, BACK, KEPT]),
        ([0, 366, 455, 456, 500], [NEW, BACK, BACK, KEPT, KEPT]),
        ([0, 366, 732, 821, 822], [NEW, BACK, BACK, BACK, KEPT]),
        ([0, 366, 731], [NEW, BACK, KEPT]),
        ([0, 366, 456, 822], [NEW, BACK, KEPT, BACK]),
    ],
)
def test_boundaries(offsets: list[int], expected: list[Side]) -> None:
    """New lasts 90 days, silence must exceed 365, a win-back spell lasts 90 days from the sale that opens it."""
    assert sides(*offsets) == expected


@pytest.mark.parametrize(
    ("since", "offsets", "expected"),
    [
        (-89, [0], [NEW]),
        (-90, [0], [KEPT]),
        (-50, [0, 39, 40], [NEW, NEW, KEPT]),
        (-5000, [0, 1], [KEPT, KEPT]),
        (-5000, [0, 366], [KEPT, BACK]),
        (10, [0, 89, 90], [NEW, NEW, KEPT]),
        (400, [0, 366, 400], [NEW, BACK, BACK]),
    ],
)
def test_customer_since(since: int, offsets: list[int], expected: list[Side]) -> None:
    """An earlier date moves the beginning back; a later one changes nothing; no earlier sale means no silence."""
    assert sides(*offsets, since=since) == expected


def test_refunds_follow_the_sale_before() -> None:
    """A refund takes the class of the latest earlier sale, however late it comes."""
    assert sides((0, 100), (95, -10)) == [NEW, NEW]
    assert sides((0, 100), (100, 50), (101, -50)) == [NEW, KEPT, KEPT]
    assert sides((0, 100), (400, 50), (600, -50)) == [NEW, BACK, BACK]
    assert sides((0, 100), (0, -100)) == [NEW, NEW]


def test_a_refund_is_no_sale() -> None:
    """It neither breaks a silence nor begins a customer nor opens a spell."""
    assert sides((0, 100), (200, -10), (366, 50)) == [NEW, NEW, BACK]
    assert sides((0, 100), (400, -10), (401, 50), (489, 50), (490, 50), (491, 50)) == [NEW, NEW, *[BACK] * 3, KEPT]
    assert sides((-100, -10), (0, 100), (89, 100), (90, 100)) == [NEW, NEW, NEW, KEPT]


def test_a_refund_before_every_sale() -> None:
    """With nothing before it, a refund is classed as a sale of that day would be."""
    assert sides((0, -10)) == [NEW]
    assert sides((0, -10), since=-90) == [KEPT]


def test_the_day_counts_are_settings() -> None:
    """A book with 30 new days and 100 silent ones draws its lines there."""
    sales = [(day(d), 100) for d in (0, 29, 30, 130, 231, 260, 261)]
    assert classify(sales, None, 30, 100) == [NEW, NEW, KEPT, KEPT, BACK, BACK, KEPT]


def brute_force(sales: list[tuple[date, int]], since: date | None, new: int, silent: int) -> list[Side]:
    """The rules of the design read anew for each sale, looking back over all earlier ones and keeping no state."""

    def side_at(i: int) -> Side:
        if sales[i][1] < 0:
            earlier = [j for j in range(i) if sales[j][1] > 0]
            if earlier:
                return side_at(earlier[-1])
        on = sales[i][0]
        dates = [d for d, amount in sales[:i] if amount > 0]
        begun = min([on, *dates, *([since] if since else [])])
        if (on - begun).days < new:
            return NEW
        return BACK if in_spell([*dates, on]) else KEPT

    def in_spell(dates: list[date]) -> bool:
        begun = min([dates[0], *([since] if since else [])])
        opened = [b for a, b in pairwise(dates) if (b - a).days > silent and (b - begun).days >= new]
        return bool(opened) and (opened[-1] == dates[-1] or (dates[-1] - opened[-1]).days < new)

    return [side_at(i) for i in range(len(sales))]


sales_lists = st.lists(
    st.tuples(st.sampled_from([0, 1, 29, 30, 31, 89, 90, 91, 200, 364, 365, 366, 400]), st.sampled_from([100, -30])),
    max_size=12,
)


@given(sales_lists, st.none() | st.integers(-500, 500), st.sampled_from([30, 90]), st.sampled_from([40, 365]))
def test_agrees_with_brute_force(gaps: list[tuple[int, int]], since: int | None, new: int, silent: int) -> None:
    """An independent reading of the rules gives the same class to every sale."""
    sales, offset = [], 0
    for gap, amount in gaps:
        offset += gap
        sales.append((day(offset), amount))
    begun = None if since is None else day(since)
    assert classify(sales, begun, new, silent) == brute_force(sales, begun, new, silent)


@pytest.mark.parametrize(
    ("keep", "gain", "win_back", "share"),
    [
        (0, 0, 0, None),
        (60, 30, 10, 0.4),
        (100, 0, 0, 0.0),
        (0, 5, 0, 1.0),
        (0, 0, 5, 1.0),
        (-50, 0, 0, None),
        (-50, 50, 0, None),
        (-50, 100, 0, 1.0),
        (100, -20, 0, 0.0),
    ],
)
def test_share(keep: int, gain: int, win_back: int, share: float | None) -> None:
    """Gained and won back over the whole; nothing has no share; refunds never push it beyond 0 and 1."""
    assert MixMonth(Month(2026, 1), keep, gain, win_back).share == share


def test_party_months_by_hand() -> None:
    """Income falls to the month and side of each sale; the head to the first sale's side, once a month."""
    sales = [(date(2026, 1, 30), 100), (date(2026, 1, 31), 50), (date(2026, 4, 29), 70), (date(2026, 4, 30), 30)]
    sales += [(date(2026, 4, 30), -5), (date(2026, 5, 1), -30)]
    found = party_months(sales, classify(sales))
    assert [(str(m.month), m.side, m.income, m.heads) for m in found] == [
        ("2026-01", NEW, 150, 1),
        ("2026-04", NEW, 70, 1),
        ("2026-04", KEPT, 25, 0),
        ("2026-05", KEPT, -30, 0),
    ]


def test_no_sales_no_months() -> None:
    """Somebody who never bought appears in no month."""
    assert party_months([], []) == []


@given(sales_lists)
def test_party_months_add_up(gaps: list[tuple[int, int]]) -> None:
    """Nothing is lost or counted twice: all income is there, and one head for each month with a sale."""
    sales, offset = [], 0
    for gap, amount in gaps:
        offset += gap
        sales.append((day(offset), amount))
    income: dict[Month, int] = defaultdict(int)
    heads: dict[Month, int] = defaultdict(int)
    for row in party_months(sales, classify(sales)):
        income[row.month] += row.income
        heads[row.month] += row.heads
    for month in {Month.of(on) for on, _ in sales}:
        inside = [amount for on, amount in sales if Month.of(on) == month]
        assert income[month] == sum(inside)
        assert heads[month] == int(any(amount > 0 for amount in inside))
