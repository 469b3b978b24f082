"""Names are kept clean, and compared the way a person compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind, checked, folded, phone_digits


def test_a_name_is_trimmed() -> None:
    """Spaces, tabs and line ends around and inside a name become single spaces; nothing else changes."""
    party = Party("  Acme \t Roofing\n", PartyKind.BUSINESS, tags=("roof",), id=4)
    assert checked(party) == Party("Acme Roofing", PartyKind.BUSINESS, tags=("roof",), id=4)


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\u00a0"])
def test_a_missing_name_is_refused(name: str) -> None:
    """A party needs something to call it by."""
    with pytest.raises(BadInput, match="name is missing"):
        checked(Party(name))


def test_an_endless_name_is_refused() -> None:
    """Five hundred characters are a name, one more is a pasted document."""
    assert checked(Party("x" * 500)).name == "x" * 500
    with pytest.raises(BadInput, match="501 characters"):
        checked(Party("x" * 501))


def test_phones_and_emails_in_order() -> None:
    """Contact points are told apart by kind and keep their order."""
    points = (
        ContactPoint(ContactKind.PHONE, "555-0101", "mobile"),
        ContactPoint(ContactKind.EMAIL, "ann@example.com"),
        ContactPoint(ContactKind.PHONE, "555-0102"),
    )
    party = Party("Ann", contacts=points)
    assert party.phones == ("555-0101", "555-0102")
    assert party.emails == ("ann@example.com",)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Müller ", "muller"),
        ("MÜLLER", "muller"),
        ("Mu\u0308ller", "muller"),
        ("  José\u00a0 Ángel ", "jose angel"),
        ("Łukasz Søren", "lukasz soren"),
        ("Đorđe", "dorde"),
        ("Straße", "strasse"),
        ("Œuvre & Cie", "oeuvre & cie"),
        ("İstanbul", "istanbul"),
        ("Acme™", "acmetm"),
        ("ＡＢＣ", "abc"),
        ("Νίκος", "νικοσ"),
        ("", ""),
    ],
)
def test_folding(text: str, plain: str) -> None:
    """What a person would type without accents, strokes and capitals finds the name."""
    assert folded(text) == plain


@given(st.text())
def test_folding_is_settled(text: str) -> None:
    """Folding what is folded changes nothing, and capitals and spaces around never matter."""
    assert folded(folded(text)) == folded(text)
    assert folded(f"  {text}\t") == folded(text)


@given(st.text(st.sampled_from("abcäöüßéłø ÀÉŁØ")))
def test_folding_ignores_capitals(text: str) -> None:
    """The same words in capitals are the same words."""
    assert folded(text.upper()) == folded(text)


@pytest.mark.parametrize(
    ("text", "digits"),
    [("555-0101", "5550101"), ("+49 (0) 555 / 01 01", "4905550101"), ("none", ""), ("٣٤", ""), ("5²", "5")],
)
def test_phone_digits(text: str, digits: str) -> None:
    """Only the ten plain digits count."""
    assert phone_digits(text) == digits
