"""Whatever somebody is called, the folder's name is one that every system takes, and still tells whose it is."""

from unicodedata import category, is_normalized

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from balancer_desktop.domain.file_names import (
    archive_folder_name,
    is_numbered,
    numbered,
    party_folder_name,
    safe_file_name,
    safe_name,
)

RESERVED = ["CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10)), "COM¹"]
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
plain = st.text("aZ09 ,.&'+()-", max_size=90)
anything = st.text(st.characters(exclude_categories=()), max_size=400)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Hardware", "Acme Hardware"),
        ("AC/DC", "AC-DC"),
        ('The "Old" <Mill>: yes?*', "The 'Old' (Mill)- yes"),
        ("  two\tspaces \n here ", "two spaces here"),
        ("Trailing. . .", "Trailing"),
        (".net shop", "net shop"),
        ("..", "Nameless"),
        ("", "Nameless"),
        ("\u202eevil\u202c", "evil"),
        ("nul\0led \ud800 half", "nulled half"),
        ("Mu\u0308ller", "Müller"),
        ("Mu\u200e\u0308ller", "Müller"),
        ("مكتب النور", "مكتب النور"),
        (f"The {FAMILY} shop 🌿", f"The {FAMILY} shop 🌿"),
        ("CON", "CON_"),
        ("con.txt", "con_.txt"),
        ("Nul .a", "Nul_ .a"),
        ("COM²", "COM²_"),
        ("Connie", "Connie"),
        ("console.log", "console.log"),
    ],
)
def test_names_stay_near_what_they_were(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(anything | st.sampled_from(RESERVED) | st.builds(str.__add__, st.sampled_from(RESERVED), anything))
@example("CON00" + "Ĥİŕ" * 40 + ".ģ̨Ĺ͈ŚŚŞŞ͟Ṱ")  # the bytes of the extension count too
@example("con." + "ŕ" * 98 + "x")  # and the one that frees a reserved name
@example("漢" * 70)
def test_every_system_takes_every_name(text: str) -> None:
    for name in (safe_name(text), safe_file_name(text), archive_folder_name(text), party_folder_name(text, "k7f3q2")):
        assert name
        assert name.encode()
        assert len(numbered(name, 1000).encode()) <= 255
        assert len(name) <= 131
        assert not set(name) & set('<>:"/\\|?*')
        assert not any(category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in name)
        assert name[-1] not in ". "
        assert name[0] not in ". "
        assert name.partition(".")[0].strip().upper() not in RESERVED
        assert is_normalized("NFC", name)
        assert safe_name(name) == name


@given(anything)
def test_who_it_belongs_to_is_in_the_name(text: str) -> None:
    name = party_folder_name(text, "k7f3q2")
    assert name.endswith(" (k7f3q2)")
    assert len(name) <= 60
    assert archive_folder_name(text) != ""


def test_long_names_are_cut_between_characters() -> None:
    assert safe_name("x" * 300, 50) == "x" * 50
    assert safe_name("e\u0323\u0301" * 40, 51) == "\u1eb9\u0301" * 25
    cut = safe_name(FAMILY * 30, 61)
    assert cut == FAMILY * (len(cut) // 5)
    assert len(safe_name("🌿" * 90, 90).encode()) <= 200


def test_a_file_keeps_its_extension() -> None:
    assert safe_file_name("a" * 300 + ".jpeg").endswith("a.jpeg")
    assert safe_file_name("what?.pdf") == "what.pdf"
    assert safe_file_name("no extension " + "a" * 300).startswith("no extension a")
    assert safe_file_name(".hidden") == "hidden"
    assert safe_file_name("bill.pdf") == "bill.pdf"


@given(plain)
def test_the_quick_way_for_plain_names_changes_nothing(text: str) -> None:
    with_more_to_do = safe_name(f"{text}\u200e")
    assert safe_name(text) == with_more_to_do


def test_numbers_go_before_the_extension_of_a_file_only() -> None:
    assert [numbered("Acme Inc. x", n) for n in (1, 2)] == ["Acme Inc. x", "Acme Inc. x (2)"]
    assert [numbered("bill.pdf", n, file=True) for n in (1, 3)] == ["bill.pdf", "bill (3).pdf"]
    assert numbered("bill", 2, file=True) == "bill (2)"
    assert is_numbered("Acme", "Acme")
    assert is_numbered("Acme (12)", "Acme")
    assert not is_numbered("Acme (b)", "Acme")
    assert not is_numbered("Acm", "Acme")
