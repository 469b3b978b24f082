"""Cards of every version, as phones and mail programs write them, give the people they hold; a broken one is named."""

import random
from base64 import b64encode
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.intake.cards import Broken, Card, Labelled, read_cards

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "contacts"
PICTURE = b64encode(bytes(range(256)) * 3).decode()


def file_of(*lines: str, end: str = "\r\n") -> str:
    return end.join(lines) + end


def card(*lines: str, version: str = "3.0") -> str:
    return file_of("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD")


def read(text: str | bytes) -> list[Card | Broken]:
    return list(read_cards(text.encode() if isinstance(text, str) else text))


def only(text: str | bytes) -> Card:
    (found,) = read(text)
    assert isinstance(found, Card)
    return found


def names(text: str | bytes) -> list[str]:
    return [found.name for found in read(text) if isinstance(found, Card)]


def test_a_whole_card() -> None:
    found = only(
        card(
            "N:Doe;John;Q.,Public;Dr.;Jr.",
            "FN:Dr. John Doe\\, Jr.",
            "ORG:Acme Roofing\\, Ltd;Repairs",
            "TITLE:Foreman",
            "TEL;TYPE=HOME:030 111 22 33",
            "TEL;TYPE=CELL,VOICE,PREF:0171 1234567",
            "TEL;TYPE=FAX;TYPE=WORK:030 111 22 34",
            "EMAIL;TYPE=INTERNET;TYPE=WORK:john@acme.example",
            "ADR;TYPE=WORK:;Suite 2;1 High Street;Dublin;Leinster;D01;Ireland",
            "NOTE:Call after six.\\nDog bites\\; beware.",
            "CATEGORIES:VIP,Roof\\, flat",
            "UID:urn:uuid:1",
            "REV:20260305T133254Z",
        )
    )
    assert found == Card(
        1,
        "Dr. John Doe, Jr.",
        "Acme Roofing, Ltd",
        "Foreman",
        (
            Labelled("0171 1234567", "mobile"),
            Labelled("030 111 22 33", "home"),
            Labelled("030 111 22 34", "work fax"),
        ),
        (Labelled("john@acme.example", "work"),),
        "Suite 2\n1 High Street\nD01 Dublin\nLeinster\nIreland",
        "Call after six.\nDog bites; beware.",
        ("VIP", "Roof, flat"),
        "urn:uuid:1",
        datetime(2026, 3, 5, 13, 32, 54, tzinfo=UTC),
    )


def test_folded_lines() -> None:
    assert (
        only(card("FN:Johann", "  Sebastian", " ian Bach", "TEL:030", "  1234567")).name == "Johann Sebastianian Bach"
    )
    assert only(card("FN:Johann", "\tes Bach")).name == "Johannes Bach"
    assert only(card("FN:Johann", " Bach", version="2.1")).name == "Johann Bach"  # which folds at a space, and keeps it


def test_a_line_folded_within_a_letter() -> None:
    raw = card("FN:Jörg Müller").encode()
    assert only(raw.replace(b"M\xc3\xbc", b"M\xc3\r\n \xbc")).name == "Jörg Müller"


@pytest.mark.parametrize(("charset", "name"), [("UTF-8", "Jörg Müller"), ("ISO-8859-1", "Jörg"), ("KOI8-R", "Иван")])
def test_quoted_printable(charset: str, name: str) -> None:
    coded = "".join(f"={byte:02X}" for byte in name.encode(charset))
    long = f"{coded[:9]}=\r\n{coded[9:]}"
    for value in (coded, long):
        found = only(card(f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{value}", version="2.1"))
        assert found.name == name


def test_quoted_printable_notes_of_several_lines() -> None:
    found = only(
        card(
            "N;QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=B6rg",
            "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=",
            "TEL:5 is no number=",
            "TEL;CELL:0171 1234567",
            "TEL;HOME:030 7654321",
            version="2.1",
        )
    )
    assert found.name == "Jörg Müller"
    assert found.notes == "one\nTEL:5 is no numberTEL;CELL:0171 1234567"
    assert found.phones == (Labelled("030 7654321", "home"),)


def test_a_soft_break_before_the_end_swallows_nothing() -> None:
    text = card("FN;ENCODING=QUOTED-PRINTABLE:Ann=", version="2.1") + card("FN:Bob")
    assert names(text) == ["Ann", "Bob"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_encodings(encoding: str) -> None:
    text = card("FN:Jörg Müller", "NOTE:für später") + card("FN:Zoë")
    assert names(text.encode(encoding)) == ["Jörg Müller", "Zoë"]


def test_utf_16_with_either_mark() -> None:
    assert names("\ufeff".encode("utf-16-be") + card("FN:Jörg").encode("utf-16-be")) == ["Jörg"]


def test_an_old_card_in_its_own_character_set() -> None:
    raw = card("FN;CHARSET=windows-1251:?", version="2.1").encode().replace(b"?", "Иван".encode("cp1251"))
    assert only(raw).name == "Иван"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_ends_of_lines(end: str) -> None:
    assert names(file_of("BEGIN:VCARD", "VERSION:3.0", "FN:Ann", "TEL:030", "END:VCARD", end=end)) == ["Ann"]


@pytest.mark.parametrize(
    "lines",
    [
        [f"PHOTO;ENCODING=b;TYPE=JPEG:{PICTURE}"],
        [f"PHOTO;ENCODING=b;TYPE=JPEG:{PICTURE[:40]}", f" {PICTURE[40:80]}", f" {PICTURE[80:]}"],
        [f"PHOTO;JPEG;ENCODING=BASE64:{PICTURE[:40]}", f" {PICTURE[40:]}", ""],
        [f"PHOTO;BASE64;JPEG:{PICTURE[:40]}", PICTURE[40:80], PICTURE[80:], ""],
        [f"PHOTO:data:image/jpeg;base64,{PICTURE}"],
        ["PHOTO;VALUE=uri:http://www.example.com/a.jpg"],
        ["PHOTO;ENCODING=b:!!! no picture at all", "..."],
    ],
)
def test_pictures_are_passed_over(lines: list[str]) -> None:
    found = only(card("FN:Ann", *lines, "TEL:030 1234567"))
    assert (found.phones, found.remark) == ((Labelled("030 1234567"),), "")


def test_groups_carry_labels_of_ones_own() -> None:
    found = only(
        card(
            "FN:Ann",
            "item1.TEL;type=pref:030 1",
            "item1.X-ABLabel:_$!<Mobile>!$_",
            "item2.TEL:030 2",
            "item2.X-ABLabel:Site hut",
            "ITEM3.EMAIL:ann@acme.example",
            "item3.X-ABLABEL:school",
        )
    )
    assert found.phones == (Labelled("030 1", "mobile"), Labelled("030 2", "Site hut"))
    assert found.emails == (Labelled("ann@acme.example", "school"),)


def test_numbers_as_addresses() -> None:
    found = only(
        card(
            "FN:Ann",
            'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102',
            "TEL;VALUE=uri:tel:555-0101;phone-context=+1-212",
            "EMAIL:mailto:ann@acme.example",
            "EMAIL:not an address",
            "TEL:",
            version="4.0",
        )
    )
    assert found.phones == (Labelled("+1-418-656-9254 ext. 102", "work"), Labelled("+1-212-555-0101"))
    assert found.emails == (Labelled("ann@acme.example"),)


@pytest.mark.parametrize(
    ("lines", "name", "company", "is_business"),
    [
        (["N:Doe;John;;;"], "John Doe", "", False),
        (["FN:", "N:Doe;John"], "John Doe", "", False),
        (["FN:", "N:;;;;", "ORG:Acme;Sales"], "Acme", "", True),
        (["ORG:Acme"], "Acme", "", True),
        (["FN:Acme", "ORG:Acme", "X-ABShowAs:COMPANY"], "Acme", "", True),
        (["KIND:org", "FN:Acme"], "Acme", "", True),
        (["FN:Ann", "ORG:Acme"], "Ann", "Acme", False),
        (["NICKNAME:Annie"], "Annie", "", False),
        (["TEL:555-0101"], "555-0101", "", False),
        (["EMAIL:ann@acme.example"], "ann@acme.example", "", False),
        (["FN:=HYPERLINK(0)"], "=HYPERLINK(0)", "", False),
    ],
)
def test_what_a_card_is_called(lines: list[str], name: str, company: str, is_business: bool) -> None:
    found = only(card(*lines))
    assert (found.name, found.company, found.is_business) == (name, company, is_business)


def test_cards_without_an_end() -> None:
    open_card = file_of("BEGIN:VCARD", "VERSION:3.0", "FN:Ann")
    ann, bob = read(open_card + card("FN:Bob"))
    assert isinstance(ann, Card)
    assert (ann.name, ann.remark) == ("Ann", "The card of line 1 has no end; what there is of it was read.")
    assert (bob.line, names(open_card)) == (4, ["Ann"])


def test_an_end_with_the_next_card_right_behind_it() -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARDBEGIN:VCARD\nVERSION:3.0\nFN:Bob\nend:vcard begin:vcard\nFN:Cy\n"
    assert names(text) == ["Ann", "Bob", "Cy"]


def test_a_card_within_a_card() -> None:
    secretary = ["AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN:Secretary", "TEL:999", "END:VCARD"]
    found = only(card("FN:Boss", *secretary, "TEL:030 1234567", version="2.1"))
    assert (found.name, found.phones) == ("Boss", (Labelled("030 1234567"),))
    assert only(card("FN:Boss", "AGENT:BEGIN:VCARD\\nFN:Secretary\\nEND:VCARD\\n")).name == "Boss"


def test_a_broken_card_is_named_and_the_rest_offered() -> None:
    text = card("FN:Ann") + card("NOTE:of nobody") + card("FN:" + "x" * 501) + card("FN:Bob")
    _, nobody, endless, _ = read(text)
    assert names(text) == ["Ann", "Bob"]
    assert isinstance(nobody, Broken)
    assert (nobody.line, nobody.what) == (5, "The card of line 5 says nothing of whom it is.")
    assert "a phone number" in nobody.remedy
    assert isinstance(endless, Broken)
    assert endless.line == 9


def test_a_line_that_is_no_property() -> None:
    found = only(card("FN:Ann", "TEL:030 1234567", "and so on", "EMAIL:ann@acme.example"))
    assert found.remark == "Line 5 is no part of a card and was left out."
    assert found.emails == (Labelled("ann@acme.example"),)
    assert only(card("FN:Ann", "NOTE:first", "second line", "TEL:1")).notes == "first\nsecond line"


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b"Name,Phone\nAnn,1\n", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_a_file_without_cards(raw: bytes) -> None:
    with pytest.raises(BadInput, match="holds no cards"):
        read(raw)


def test_too_many_cards_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balancer_desktop.domain.intake.cards.MOST", 2)
    with pytest.raises(BadInput, match="more than 2 cards"):
        read(card("FN:Ann") * 3)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs ../shared/samples")
def test_cards_of_other_programs() -> None:
    gmail, evolution, rfc = (
        only((SAMPLES / f"vcard_{name}.vcf").read_bytes()) for name in ("gmail", "evolution", "4.0_rfc6350")
    )
    assert gmail.name == evolution.name == "Mr. John Richter, James Doe Sr."
    assert (gmail.company, gmail.title) == (evolution.company, evolution.title) == ("IBM", "Money Counter")
    assert gmail.phones == (Labelled("905-555-1234", "mobile"), Labelled("905-666-1234", "home"))
    assert gmail.address.startswith("Crescent moon drive\n555-asd\nNice Area, Albaney, New York 12345\n")
    assert gmail.notes.endswith("\nFavotire Color: Blue")
    assert evolution.phones == (Labelled("905-666-1234", "mobile"), Labelled("905-555-1234", "work"))
    assert evolution.emails == (Labelled("john.doe@ibm.com", "work"),)
    assert (evolution.tags, evolution.uid) == (("VIP",), "477343c8e6bf375a9bac1f96a5000837")
    assert evolution.revised == datetime(2012, 3, 5, 13, 32, 54, tzinfo=UTC)
    assert (rfc.name, rfc.company) == ("Simon Perreault", "Viagenie")
    assert rfc.phones == (Labelled("+1-418-656-9254 ext. 102", "work"), Labelled("+1-418-262-6501", "mobile"))


GOOD = (
    card("FN:Ann", "N:A;B;;;", "TEL;TYPE=CELL:1", f"PHOTO;ENCODING=b:{PICTURE}", "NOTE:a\\nb", "REV:2026-01-01")
    + card("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=BC=\r\nx", "AGENT:", version="2.1")
).encode()


BITS = (b"\r\n", b":", b";", b'"', b"=", b"\\", b"BEGIN:VCARD\n", b"\0", b";CHARSET=hex", b";CHARSET=\0")


@given(st.integers(0, 2**32))
def test_a_damaged_file_raises_nothing_but_bad_input(seed: int) -> None:
    dice = random.Random(seed)
    raw = bytearray(GOOD if dice.random() < 0.7 else GOOD.decode().encode("utf-16"))
    for _ in range(dice.randint(1, 12)):
        place = dice.randrange(len(raw))
        what = dice.randrange(3)
        if what == 0:
            raw[place] = dice.randrange(256)
        elif what == 1:
            del raw[place : place + dice.randint(1, 30)]
        else:
            raw[place:place] = dice.choice(
                [b"\r\n", b":", b";", b'"', b"=", b"\\", b"BEGIN:VCARD\n", b"\0", b"CHARSET=hex;"]
            )
        if not raw:
            break
    try:
        found = read(bytes(raw))
    except BadInput:
        return
    assert all(isinstance(part, Broken) or part.name for part in found)


@given(st.binary(max_size=400))
def test_any_bytes_behind_a_beginning(raw: bytes) -> None:
    with suppress(BadInput):
        read(b"BEGIN:VCARD\r\n" + raw)
