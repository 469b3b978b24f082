"""Format 3: missed calls become inquiries, answered by the rule that took them off today's list; all else stays."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from balancer_desktop.storage import book_file
from balancer_desktop.storage.migrations.v1 import STATEMENTS as V1
from balancer_desktop.storage.migrations.v2 import STATEMENTS as V2
from balancer_desktop.storage.migrations.v3 import STATEMENTS as V3

KEPT = Path(__file__).resolve().parents[1] / "databases" / "v2.db"
TABLES = (
    "setting", "party", "contact_point", "party_tag", "exit_reason", "standing_change", "entry", "posting", "work",
    "next_step", "timer", "import_mapping", "folder", "tag_cadence", "put_off", "party_folder",
)  # fmt: skip


def test_every_missed_call_becomes_an_inquiry_with_its_answer() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in (*V1, *V2):
            db.execute(statement)
        db.executescript("""
            INSERT INTO party (id, kind, name, standing, folded) VALUES
                (1, 'person', 'A', 'prospect', 'a'), (2, 'person', 'B', 'prospect', 'b'),
                (3, 'person', 'C', 'prospect', 'c'), (4, 'person', 'D', 'prospect', 'd');
            INSERT INTO contact (id, on_date, party, channel, note, incoming, answered) VALUES
                (1, '2026-01-05', 1, 'missed call', 'gutter', 1, 0),
                (2, '2026-01-05', 1, 'call', 'called back', 0, 1),
                (3, '2026-01-07', 2, 'missed call', '', 1, 0),
                (4, '2026-01-06', 2, 'call', 'the day before', 0, 1),
                (5, '2026-01-07', 3, 'missed call', '', 1, 0),
                (6, '2026-01-08', 3, 'missed call', 'again', 1, 0),
                (7, '2026-01-07', 4, 'missed call', '', 1, 0);
            INSERT INTO work (on_date, minutes, side, party) VALUES ('2026-01-09', 5, 'gain', 3),
                ('2026-01-07', 5, 'gain', 4);
            INSERT INTO entry (id, kind, on_date, party) VALUES (1, 'sale', '2026-01-12', 4);
        """)
        for statement in V3:
            db.execute(statement)
        found = db.execute("SELECT party, received_at, channel, asked, responded_at, state FROM inquiry ORDER BY id")
        assert found.fetchall() == [
            (1, "2026-01-05T00:00", "missed call", "gutter", "2026-01-05T00:00", "answered"),
            (2, "2026-01-07T00:00", "missed call", "", None, "waiting"),
            (3, "2026-01-07T00:00", "missed call", "", "2026-01-09T00:00", "answered"),
            (4, "2026-01-07T00:00", "missed call", "", "2026-01-12T00:00", "answered"),
            (3, "2026-01-08T00:00", "missed call", "again", "2026-01-09T00:00", "answered"),
        ]
        assert db.execute("SELECT id FROM contact ORDER BY id").fetchall() == [(2,), (4,)]


def test_a_filled_book_of_format_2_keeps_every_row(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    shutil.copyfile(KEPT, path)

    def rows() -> dict[str, list[tuple[object, ...]]]:
        with closing(sqlite3.connect(path)) as db:
            found = {table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}
            spoken = db.execute("SELECT * FROM contact WHERE channel <> 'missed call' ORDER BY id").fetchall()
            return found | {"contact": spoken}

    before = rows()
    db = book_file._connect(path)
    book_file.migrate(db, (V1, V2, V3))
    db.close()
    after = rows()
    for table, kept in before.items():  # what was added stands behind what was there
        assert [row[: len(old)] for row, old in zip(after[table], kept, strict=True)] == kept, table
