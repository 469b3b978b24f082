"""Equal keys are told apart as a plain list of all keys would tell them apart, however many there are."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.importing import keys
from balancer_desktop.domain.importing.keys import Ordinals

lots = st.lists(st.lists(st.integers(0, 60).map(str), min_size=1, max_size=8), max_size=30)


@pytest.fixture(scope="module", params=[0, 5, 50_000])
def few(request: pytest.FixtureRequest) -> int:
    """How many hashes are kept before they are settled."""
    return int(request.param)


@given(lots)
def test_one_by_one_and_many_at_once(few: int, lots: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_RECENT", few)
        ordinals, seen = Ordinals(), Counter[str]()
        for lot in lots:
            free = len(set(lot)) == len(lot) and not any(seen[key] for key in lot)
            assert ordinals.all_free(lot) is free
            if free:
                ordinals.take(lot)
                seen.update(lot)
                continue
            for key in lot:
                seen[key] += 1
                assert ordinals.unique(key) == (key if seen[key] == 1 else f"{key}\t{seen[key]}")


def test_a_hundred_thousand_keys_take_little_memory() -> None:
    ordinals = Ordinals()
    for start in range(0, 100_000, 250):
        ordinals.take([f"sales\tinvoice\t{number}" for number in range(start, start + 250)])
    assert len(ordinals._recent) <= 50_000
    assert ordinals.unique("sales\tinvoice\t99999") == "sales\tinvoice\t99999\t2"
    assert ordinals.unique("sales\tinvoice\t100000") == "sales\tinvoice\t100000"
