"""Entries that wait in a file come back as they went in, and take no memory meanwhile."""

import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.app.importing import drafts
from balancer_desktop.app.importing.drafts import Drafts
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.importing.drafts import (
    OWED,
    ExpenseDraft,
    Lot,
    Plain,
    SaleDraft,
    WorkDraft,
    expense_draft,
    sale_draft,
    work_draft,
)
from balancer_desktop.domain.side import Side

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=()))
numbers = st.integers(-(2**53), 2**53)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
rows = st.tuples(days, numbers, numbers, st.sampled_from(["", OWED]), texts, texts)


def lot(*given_rows: Plain) -> Lot:
    return Lot(*zip(*given_rows, strict=True))


@given(st.lists(st.lists(rows, min_size=1, max_size=4), max_size=4))
def test_what_goes_in_comes_out(lots: list[list[Plain]]) -> None:
    kept = Drafts(sale_draft)
    for some in lots:
        kept.add(lot(*some))
    plain = [row for some in lots for row in some]
    assert len(kept) == len(plain)
    assert [row for part in kept.lots() for row in zip(*part, strict=True)] == plain
    assert list(kept) == [
        SaleDraft(date.fromisoformat(on), who, n, bool(mark), text, key) for on, who, n, mark, text, key in plain
    ]


def test_lots_of_another_size_hold_the_same() -> None:
    one, other = Drafts(sale_draft), Drafts(sale_draft)
    first, second = ("2026-01-02", -1, 5, "", "a", "k"), ("2026-01-03", 4, -7, OWED, "", "l")
    one.add(lot(first, second))
    other.add(lot(first))
    assert one != other
    assert one[0] == other[0]
    other.add(lot(second))
    assert (one, hash(one)) == (other, hash(other))
    assert one[1].owed
    with pytest.raises(IndexError):
        one[2]


def test_two_readers_do_not_disturb_each_other() -> None:
    kept = Drafts(sale_draft)
    for number in range(4):
        kept.add(lot(("2026-01-02", number, 1, "", "", "")))
    assert [(one.party, other.party) for one, other in zip(kept, kept, strict=True)] == [(n, n) for n in range(4)]


def test_work_and_spending_have_a_side_or_leave_it_to_the_standing() -> None:
    work, spent = Drafts(work_draft), Drafts(expense_draft)
    work.add(lot(("2026-01-02", 3, 90, "win_back", "roof", "k"), ("2026-01-02", 3, 5, "", "", "l")))
    spent.add(lot(("2026-01-02", 0, 90, "run", "", "k")))
    day = date(2026, 1, 2)
    assert list(work) == [WorkDraft(day, 3, 90, Side.WIN_BACK, "roof", "k"), WorkDraft(day, 3, 5, None, "", "l")]
    assert list(spent) == [ExpenseDraft(day, 0, 90, Side.RUN, "", "k")]


def test_many_take_no_memory() -> None:
    kept, some = Drafts(sale_draft), lot(*[("2026-01-02", 1, 1, "", "x" * 100, "k" * 100)] * 1000)
    tracemalloc.start()
    for _ in range(100):
        kept.add(some)
    assert sum(1 for _ in kept) == 100_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * drafts._IN_MEMORY, "the texts alone are five times as much"


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def seek(self, *_place: int) -> int:
            return 0

        def write(self, _packed: bytes) -> int:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            pass

    monkeypatch.setattr(drafts, "_temporary_file", Full)
    with pytest.raises(Refused, match="No space left"):
        Drafts(sale_draft).add(lot(("2026-01-02", 1, 1, "", "", "")))
