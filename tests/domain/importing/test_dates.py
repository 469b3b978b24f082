"""Dates of other programs: every way of writing them, either order, and what is refused."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.conventions import DateOrder
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.dates import Dates, detect_order, read_date

DMY, MDY, YMD = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST


@pytest.mark.parametrize(
    "text",
    [
        "2021-03-04",
        " 2021-03-04 ",
        "2021-03-04 00:00:00",
        "2021-03-04T23:59:59Z",
        "2021-03-04T11:54:49.95+00:00",
        "2021-03-04 12:00:00.000000",
        "2021/03/04",
        "2021.3.4",
        "20210304",
        "20210304T101500Z",
        "4 Mar 2021",
        "4. März 2021",
        "4 mars 2021",
        "4 de marzo de 2021",
        "March 4, 2021",
        "Mar 4th, 2021 10:30 AM",
        "Thu, 4 Mar 2021 10:30:00 +0000",
        "04-Mar-21",
        "2021-Mar-04",
    ],
)
@pytest.mark.parametrize("order", list(DateOrder))
def test_unambiguous_texts_ignore_the_order(text: str, order: DateOrder) -> None:
    assert read_date(text, order) == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("3/4/2021", DMY, date(2021, 4, 3)),
        ("3/4/2021", MDY, date(2021, 3, 4)),
        ("03.04.21", DMY, date(2021, 4, 3)),
        ("3-4-2021 10:15", MDY, date(2021, 3, 4)),
        ("3/4/2021, 10:15 PM", DMY, date(2021, 4, 3)),
        ("21/03/04", YMD, date(2021, 3, 4)),
        ("3/4/99", DMY, date(1999, 4, 3)),
        ("3. 4. 2021", DMY, date(2021, 4, 3)),
        ("29/2/2024", DMY, date(2024, 2, 29)),
    ],
)
def test_the_order_decides_the_rest(text: str, order: DateOrder, day: date) -> None:
    assert read_date(text, order) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "13/13/2021", "31/2/2021", "29/2/2023", "2021-02-30", "0021-01-01", "2999-01-01", "1/2/345", "12",
     "44197", "2021-13-01", "1.5", "x" * 1000, "٣/٤/٢٠٢١", "May", "4 Smarch 2021", "2021-01", "\0", "1/2/3/4"],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_date(text, DMY)


@pytest.mark.parametrize(
    ("texts", "otherwise", "order", "certain"),
    [
        (["1/2/2021", "13/2/2021"], MDY, DMY, True),
        (["1/2/2021", "2/13/2021"], DMY, MDY, True),
        (["1/2/2021", "3/4/2021"], DMY, DMY, False),
        (["1/2/2021", "3/4/2021"], MDY, MDY, False),
        (["1.2.2021", "3.4.2021"], MDY, DMY, True),
        (["13/2/2021", "2/13/2021"], MDY, MDY, False),
        (["2021-02-01"], MDY, MDY, True),
        (["5/5/2021"], MDY, MDY, True),
        (["12/27/2019", ""], DMY, MDY, True),
        ([], DMY, DMY, True),
        (["rubbish", "99/99/2021"], DMY, DMY, True),
    ],
)
def test_the_whole_column_shows_its_order(
    texts: list[str], otherwise: DateOrder, order: DateOrder, certain: bool
) -> None:
    found = detect_order(texts, otherwise)
    assert (found.order, found.certain) == (order, certain)


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(["/", ".", "-"]))
def test_every_day_comes_back_in_every_order(day: date, mark: str) -> None:
    y, m, d = f"{day.year}", f"{day.month:02d}", f"{day.day:02d}"
    assert read_date(mark.join((d, m, y)), DMY) == day
    assert read_date(mark.join((m, d, y)), MDY) == day
    assert read_date(mark.join((y[2:], m, d)), YMD) == day
    assert read_date(day.strftime("%d %B %Y"), MDY) == day


@given(st.text(), st.sampled_from(list(DateOrder)))
def test_any_text_is_a_date_or_bad_input(text: str, order: DateOrder) -> None:
    with suppress(BadInput):
        assert 1900 <= Dates(order)[text].year <= 2199
