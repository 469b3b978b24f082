"""Whatever bytes a file holds, looking at it raises nothing but the importer's own refusal, and changes nothing."""

import random
from pathlib import Path

import pytest

from balancer_desktop.app.book import Book
from balancer_desktop.app.intake.preview import preview

TABLE = "Date,Time,Name,Number,What about,By when,Kind\n2026-11-20,09:15,Jane,555-0101,Gutter,2026-11-21,call\n"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jane\r\nTEL:555-0101\r\nREV:20261119T080000Z\r\nNOTE:x\r\nEND:VCARD\r\n"
EVENT = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20261119T080000\r\nSUMMARY:Call Jane\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
BITS = (b"\0", b'"', b",", b"\r\n", b";", b":", b"99999999999", b"=1+1", b"\xff\xfe", "٣".encode(), b"-", b"\\")


def damaged(raw: bytes, dice: random.Random) -> bytes:
    held = bytearray(raw)
    for _ in range(dice.randint(1, 10)):
        place = dice.randrange(len(held) + 1)
        if dice.random() < 0.4:
            del held[place : place + dice.randint(1, 25)]
        else:
            held[place:place] = dice.choice(BITS)
    return bytes(held)


@pytest.mark.parametrize("text", [TABLE, CARD, EVENT], ids=["table", "card", "event"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_damaged_files(book: Book, tmp_path: Path, text: str, encoding: str) -> None:
    dice = random.Random(f"{text}{encoding}")
    before = "\n".join(book.file.db.connection().iterdump())
    path = tmp_path / "calls.csv"
    for _ in range(50):
        path.write_bytes(damaged(text.encode(encoding), dice))
        plan = preview(book, [path])
        assert all(planned.item.key for planned in plan.items)
        assert all(fault.what and fault.remedy for fault in plan.faults)
    assert "\n".join(book.file.db.connection().iterdump()) == before


def test_noise(book: Book, tmp_path: Path) -> None:
    dice = random.Random(7)
    path = tmp_path / "noise.ics"
    for start in (b"", b"BEGIN:VCARD\n", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", b"PK\x03\x04", b"Name,Number\n"):
        for _ in range(20):
            path.write_bytes(start + dice.randbytes(dice.randint(0, 300)))
            preview(book, [path])
