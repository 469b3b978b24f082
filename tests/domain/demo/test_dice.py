"""Chance is the same everywhere, and fair enough to invent a business with."""

from collections import Counter

from balancer_desktop.domain.demo.dice import Dice


def test_the_same_throws_for_the_same_seed() -> None:
    """Python promises random() for a seed on every version and machine; these are its values, worked into throws."""
    dice = Dice(42)
    assert [dice.whole(1, 6) for _ in range(10)] == [4, 1, 2, 2, 5, 5, 6, 1, 3, 1]
    assert Dice(7).shuffled("abcdefgh") == Dice(7).shuffled("abcdefgh")
    assert Dice(7).shuffled("abcdefgh") != Dice(8).shuffled("abcdefgh")


def test_throws_stay_inside_their_ends() -> None:
    """Both ends of a whole throw occur, nothing beyond them does, and no side is favoured."""
    dice = Dice(1)
    count = Counter(dice.whole(1, 6) for _ in range(6000))
    assert set(count) == {1, 2, 3, 4, 5, 6}
    assert all(850 < n < 1150 for n in count.values())
    assert all(2.5 <= dice.between(2.5, 3.5) < 3.5 for _ in range(1000))
    assert {dice.pick("ab") for _ in range(50)} == {"a", "b"}


def test_shuffling_loses_nothing() -> None:
    """Every thing is there once, and every place is open to it."""
    dice = Dice(3)
    assert sorted(dice.shuffled(range(50))) == list(range(50))
    assert {dice.shuffled([1, 2, 3])[0] for _ in range(50)} == {1, 2, 3}
    assert dice.shuffled([]) == []


def test_certain_and_impossible() -> None:
    """A chance of one always comes, a chance of none never."""
    dice = Dice(5)
    assert all(dice.chance(1) for _ in range(100))
    assert not any(dice.chance(0) for _ in range(100))
