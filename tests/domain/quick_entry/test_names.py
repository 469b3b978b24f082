"""Finding people: ranks, typos, phones, and an index that stays right without being built anew."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.quick_entry.name_tables import Look, name_words
from balancer_desktop.domain.quick_entry.names import Closeness, KnownParty, NameIndex
from balancer_desktop.domain.quick_entry.phones import phone_at, same_number
from balancer_desktop.domain.quick_entry.vocabulary import Vocabulary, edits, typos_allowed
from balancer_desktop.domain.standing import Standing


def index(*names: str) -> NameIndex:
    return NameIndex.of(KnownParty(n, name, Standing.CURRENT) for n, name in enumerate(names, 1))


def found(names: NameIndex, text: str) -> list[str]:
    return [match.party.name for match in names.matches(text)]


def test_ranks() -> None:
    names = index("Roofing by Acme", "Acme Roofing Ltd", "Acme", "Hilltop")
    names.replace(KnownParty(9, "Zed Yu", Standing.CURRENT, company="Acme"))
    names.replace(KnownParty(10, "Acme", Standing.EX))
    matches = names.matches("acme")
    assert [(m.party.id, m.closeness) for m in matches] == [
        (3, Closeness.EXACT),
        (2, Closeness.LEADING),
        (1, Closeness.WORDS),
        (9, Closeness.COMPANY),
        (10, Closeness.EXACT),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ACME", "Acme Roofing Ltd"),
        ("ltd acme", "Acme Roofing Ltd"),
        ("acme roo", "Acme Roofing Ltd"),
        ("amce", "Acme Roofing Ltd"),
        ("acme rofing", "Acme Roofing Ltd"),
        ("strasse", "Straße 7"),
        ("francois", "François Müller"),
        ("oneil", "J.P. O'Neil"),
        ("jp o’neil", "J.P. O'Neil"),
        ("山田", "山田 太郎"),
        ("Restaurnat", "Restaurant Sole"),
        ("Resturnat", "Restaurant Sole"),
    ],
)
def test_finds(text: str, name: str) -> None:
    names = index("Acme Roofing Ltd", "Straße 7", "François Müller", "J.P. O'Neil", "山田 太郎", "Restaurant Sole")
    assert found(names, text) == [name]


@pytest.mark.parametrize("text", ["", "&", "acne1x", "sol3", "ac", "roo", "rstrnt", "acme hilltop"])
def test_finds_nobody(text: str) -> None:
    assert found(index("Acme Roofing Ltd", "Restaurant Sole"), text) == []


def test_the_longest_run_wins() -> None:
    names = index("Acme Roofing Ltd", "Acme", "John Smith")
    run = names.longest(["Acme", "Roofing", "repair"], Look.WHOLE)
    assert (run.length, [m.party.id for m in run.matches]) == (2, [1])
    assert names.longest(["repair", "Acme"], Look.WHOLE).length == 0


def test_a_whole_name_among_thousands_is_not_lost() -> None:
    names = index(*(f"Kim {n}" for n in range(5000)), "Kim")
    assert names.matches("kim")[0].closeness is Closeness.EXACT


def test_phones() -> None:
    names = NameIndex.of([KnownParty(1, "A", Standing.CURRENT, ("+49 170 1234567", "555-0199"))])
    for number in ("0170/1234567", "00491701234567", "1234567", "(555) 0199"):
        assert [m.party.id for m in names.with_phone(number)] == [1], number
    assert names.with_phone("171 1234567") == ()
    assert names.with_phone("0199") == ()


@pytest.mark.parametrize(
    ("keys", "length"),
    [
        (["555-0101", "gutter"], 1),
        (["+49", "170", "1234567", "fri"], 3),
        (["06", "12", "34", "56", "78"], 5),
        (["5550101", "10", "measure"], 1),
        (["1234"], 0),
        (["9:30"], 0),
        ([], 0),
    ],
)
def test_phone_at(keys: list[str], length: int) -> None:
    assert phone_at(keys) == length


def test_same_number_needs_seven_digits_in_common() -> None:
    assert same_number("0301234567", "49301234567")
    assert not same_number("34567", "1234567")


words = st.text("abcde", min_size=1, max_size=10)


@given(st.sets(words, max_size=30), words)
def test_near_is_exactly_the_words_within_the_typos_allowed(known: set[str], word: str) -> None:
    """The filter before the comparison drops nothing."""
    most = typos_allowed(word)
    expected = {other for other in known if other != word and most and edits(word, other, most) <= most}
    assert set(Vocabulary(known).near(word)) == expected


@pytest.mark.parametrize(
    ("one", "other", "count"), [("acme", "acme", 0), ("acme", "amce", 1), ("acme", "ace", 1), ("kitten", "sitting", 3)]
)
def test_edits(one: str, other: str, count: int) -> None:
    assert edits(one, other, 5) == edits(other, one, 5) == count
    assert edits(one, other, 1) == min(count, 2)


parties = st.builds(
    KnownParty,
    id=st.integers(1, 6),
    name=st.lists(st.sampled_from(["Acme", "Acne", "Roof", "Roofing", "Jo"]), min_size=1, max_size=3).map(" ".join),
    standing=st.sampled_from(Standing),
    phones=st.lists(st.sampled_from(["555-0101", "030 5550101", "5550199"]), max_size=2).map(tuple),
    company=st.sampled_from(["", "Acme", "Hill"]),
)


@given(st.lists(parties, max_size=6), st.lists(parties | st.integers(1, 6), max_size=8))
def test_an_index_kept_up_equals_one_made_anew(first: list[KnownParty], edits_made: list[KnownParty | int]) -> None:
    kept = NameIndex.of(first)
    now = {party.id: party for party in first}
    for edit in edits_made:
        answers(kept)  # so that every table exists before it is kept up
        if isinstance(edit, int):
            kept.remove(edit)
            now.pop(edit, None)
        else:
            kept.replace(edit)
            now[edit.id] = edit
    assert answers(kept) == answers(NameIndex.of(now.values()))
    assert len(kept) == len(now)


def answers(names: NameIndex) -> list[object]:
    texts = ("acme", "acme roof", "roo", "acmee", "hill", "jo", "rofing")
    looked = [names.longest(text.split(), look) for text in texts for look in Look]
    return [*looked, names.with_phone("5550101"), names.with_phone("030 5550101")]


def test_a_hundred_thousand_people_are_narrowed_not_scanned() -> None:
    """A typo compares letter by letter only with words that could be meant: a sliver of the vocabulary."""
    chance = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz"
    known = {"".join(chance.choices(letters, k=chance.randint(4, 10))) for _ in range(100_000)}
    vocabulary = Vocabulary(known)
    compared = sum(1 for _ in vocabulary.candidates("hilltopper"))
    assert 0 < compared < len(known) // 50


def test_name_words() -> None:
    assert name_words("  Müller & Söhne-Bau, Acme's (GmbH) ") == ("muller", "sohne", "bau", "acme", "gmbh")
