"""An address book of cards comes in as people, each with its numbers, and not twice."""

from pathlib import Path

import pytest

from balancer_desktop.app.book import Book
from balancer_desktop.app.importing.run import import_files
from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import ContactKind, ContactPoint, PartyKind

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "contacts"
CARDS = """BEGIN:VCARD
VERSION:3.0
UID:u1
FN:Jane Roe
ORG:Roe Ltd
TITLE:Owner
TEL;TYPE=CELL:+353 87 5550101
TEL;TYPE=WORK:01 555 0102;ext=1
EMAIL;TYPE=WORK:jane@roe.example
ADR:;;1 High Street;Dublin;;D01;Ireland
NOTE:=1+1
CATEGORIES:VIP,roof
END:VCARD
BEGIN:VCARD
VERSION:2.1
ORG:Acme
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;
END:VCARD
"""
NOBODY = "BEGIN:VCARD\nNOTE:of nobody\nEND:VCARD\n"


def file(folder: Path, text: str, name: str = "friends.vcf", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_the_table(tmp_path: Path) -> None:
    (sheet,) = open_sheets(file(tmp_path, CARDS))
    assert sheet.headings == (
        "UID", "Name", "Company", "Person or business", "Phone label", "Phone", "Phone label 2", "Phone 2",
        "E-mail label", "E-mail", "Address", "Tags", "Notes",
    )  # fmt: skip
    assert [line for line, _ in sheet.rows()] == [1, 14]


def test_cards_as_people(book: Book, tmp_path: Path) -> None:
    done = import_files(book, [file(tmp_path, CARDS)])
    assert (done.added, done.issues) == (2, ())
    jane, acme = book.people.get_many()
    assert (jane.name, jane.company, jane.kind, jane.tags) == ("Jane Roe", "Roe Ltd", PartyKind.PERSON, ("VIP", "roof"))
    assert set(jane.contacts) == {
        ContactPoint(ContactKind.PHONE, "+353 87 5550101", "mobile"),
        ContactPoint(ContactKind.PHONE, "01 555 0102;ext=1", "work"),
        ContactPoint(ContactKind.EMAIL, "jane@roe.example", "work"),
    }
    assert (jane.address, jane.notes) == ("1 High Street\nD01 Dublin\nIreland", "Owner\n=1+1")
    assert (acme.name, acme.kind) == ("Acme", PartyKind.BUSINESS)


def test_nobody_comes_twice(book: Book, tmp_path: Path) -> None:
    import_files(book, [file(tmp_path, CARDS)])
    changed = CARDS.replace("VERSION:3.0", "VERSION:4.0").replace("NOTE:=1+1", "NOTE:busy")
    again = import_files(book, [file(tmp_path, changed, "again.vcf", "utf-16")])
    assert (again.added, len(book.people.get_many())) == (0, 2)


def test_a_card_of_nobody_is_named_and_the_others_can_come(book: Book, tmp_path: Path) -> None:
    path = file(tmp_path, NOBODY + CARDS)
    refused = import_files(book, [path])
    assert (refused.added, refused.refused) == (0, 1)
    assert str(refused.issues[0]).startswith("friends.vcf, line 1, ")
    assert import_files(book, [path], skip_wrong=True).added == 2


def test_files_that_are_no_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balancer_desktop.app.importing.card_files.LARGEST", 10)
    with pytest.raises(BadInput, match=r"“friends.vcf” is larger than"):
        open_sheets(file(tmp_path, CARDS))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs ../shared/samples")
def test_cards_of_other_programs_as_people(book: Book) -> None:
    done = import_files(book, sorted(SAMPLES.glob("*.vcf")))
    assert (done.added, done.issues) == (2, ())  # two of the three are of one man, with one address
    assert {party.name for party in book.people.get_many()} == {"Mr. John Richter, James Doe Sr.", "Simon Perreault"}
