"""Version 2: the owner's folders of those who left, cadences, what was put off, and where the files of a party lie.

A party's folder is known by a random name of its own (uid), which stays through every renaming. Where it lies on the
disk (place) is a cache of the disk and no part of undo: undo changes what is wanted, and the disk follows.
"""

STATEMENTS = (
    """CREATE TABLE folder (
        id INTEGER PRIMARY KEY,
        parent INTEGER REFERENCES folder DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL CHECK (name <> ''),
        folded TEXT NOT NULL,
        uid TEXT NOT NULL UNIQUE)""",
    "CREATE UNIQUE INDEX folder_name ON folder (coalesce(parent, 0), folded)",
    "ALTER TABLE standing_change ADD COLUMN folder INTEGER REFERENCES folder DEFERRABLE INITIALLY DEFERRED",
    "ALTER TABLE standing_change ADD COLUMN hook TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE standing_change ADD COLUMN hook_due TEXT",
    "ALTER TABLE standing_change ADD COLUMN hook_done TEXT",
    "CREATE INDEX standing_change_folder ON standing_change (folder) WHERE folder IS NOT NULL",
    "CREATE INDEX standing_change_left ON standing_change (on_date) WHERE standing = 'ex'",
    "CREATE INDEX standing_change_hook ON standing_change (hook_due) WHERE hook_due IS NOT NULL AND hook_done IS NULL",
    "ALTER TABLE next_step ADD COLUMN outcome TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE next_step ADD COLUMN closed_by INTEGER REFERENCES standing_change DEFERRABLE INITIALLY DEFERRED",
    "CREATE INDEX next_step_closed_by ON next_step (closed_by) WHERE closed_by IS NOT NULL",
    "ALTER TABLE contact ADD COLUMN incoming INTEGER NOT NULL DEFAULT 0 CHECK (incoming IN (0, 1))",
    "ALTER TABLE contact ADD COLUMN answered INTEGER NOT NULL DEFAULT 1 CHECK (answered IN (0, 1))",
    "UPDATE contact SET incoming = 1, answered = 0 WHERE channel = 'missed call'",
    "ALTER TABLE party ADD COLUMN ideal_gap INTEGER CHECK (ideal_gap > 0)",
    "ALTER TABLE party ADD COLUMN longest_gap INTEGER CHECK (longest_gap > 0)",
    """CREATE TABLE tag_cadence (
        id INTEGER PRIMARY KEY,
        tag TEXT NOT NULL UNIQUE CHECK (tag <> ''),
        ideal_gap INTEGER CHECK (ideal_gap > 0),
        longest_gap INTEGER CHECK (longest_gap > 0))""",
    """CREATE TABLE put_off (
        id INTEGER PRIMARY KEY,
        party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        what TEXT NOT NULL CHECK (what IN ('touch', 'lapse', 'return', 'approach')),
        until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        UNIQUE (party, what))""",
    """CREATE TABLE party_folder (
        id INTEGER PRIMARY KEY,
        party INTEGER NOT NULL UNIQUE REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        uid TEXT NOT NULL UNIQUE)""",
    # Where a folder was last seen (placed, a path within the book's folder), and where it was wanted then (wanted).
    """CREATE TABLE place (
        uid TEXT PRIMARY KEY,
        placed TEXT NOT NULL,
        wanted TEXT NOT NULL) WITHOUT ROWID""",
    # A cache like those of version 1: each party's days with a sale, what its rhythm is told from. gap: median, days.
    """CREATE TABLE sale_rhythm (
        party INTEGER PRIMARY KEY,
        first_on TEXT NOT NULL,
        last_on TEXT NOT NULL,
        days INTEGER NOT NULL,
        gap REAL)""",
    """INSERT INTO sale_rhythm (party, first_on, last_on, days, gap)
    WITH sale_day AS (
        SELECT DISTINCT e.party AS party, e.on_date AS on_date FROM entry AS e
        JOIN posting AS p ON p.entry = e.id AND p.account = 3 AND p.amount < 0 WHERE e.kind = 'sale'),
    step AS (
        SELECT party, julianday(on_date) - julianday(lag(on_date) OVER (PARTITION BY party ORDER BY on_date)) AS days
        FROM sale_day),
    ranked AS (
        SELECT party, days, row_number() OVER (PARTITION BY party ORDER BY days) AS place,
            count(*) OVER (PARTITION BY party) AS steps FROM step WHERE days IS NOT NULL),
    median AS (SELECT party, avg(days) AS gap FROM ranked
        WHERE place IN ((steps + 1) / 2, (steps + 2) / 2) GROUP BY party)
    SELECT d.party, min(d.on_date), max(d.on_date), count(*), m.gap FROM sale_day AS d
    LEFT JOIN median AS m ON m.party = d.party GROUP BY d.party""",
)
