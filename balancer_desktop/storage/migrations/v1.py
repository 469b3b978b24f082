"""Version 1: people and their standings, work, the ledger, contacts, next steps, and the mix's caches.

References are deferred and never cascade: undo swaps whole rows in any order within one transaction.
No AUTOINCREMENT: a taken-back row leaves no trace, not even a used-up number.
"""

STATEMENTS = (
    """CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL)""",
    """CREATE TABLE party (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'business')),
        name TEXT NOT NULL CHECK (name <> ''),
        company TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '',
        referred_by INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        customer_since TEXT,
        standing TEXT NOT NULL CHECK (standing IN ('prospect', 'current', 'lapsed', 'ex')),
        folded TEXT NOT NULL,
        source TEXT)""",
    "CREATE INDEX party_standing ON party (standing)",
    "CREATE INDEX party_referrer ON party (referred_by) WHERE referred_by IS NOT NULL",
    "CREATE UNIQUE INDEX party_source ON party (source) WHERE source IS NOT NULL",
    """CREATE TABLE contact_point (
        id INTEGER PRIMARY KEY,
        party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
        value TEXT NOT NULL CHECK (value <> ''),
        label TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX contact_point_party ON contact_point (party)",
    """CREATE TABLE party_tag (
        id INTEGER PRIMARY KEY,
        party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        tag TEXT NOT NULL CHECK (tag <> ''),
        UNIQUE (party, tag))""",
    """CREATE TABLE exit_reason (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('benign', 'performance', 'unknown')),
        retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)))""",
    """CREATE TABLE account (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense')))""",
    """INSERT INTO account VALUES
        (1, 'Cash', 'asset'), (2, 'Receivable', 'asset'), (3, 'Sales', 'income'), (4, 'Expenses', 'expense')""",
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('sale', 'expense')),
        on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        side TEXT CHECK (side IN ('keep', 'gain', 'win_back', 'run')),
        memo TEXT NOT NULL DEFAULT '',
        source TEXT,
        CHECK (kind = 'expense' OR party IS NOT NULL),
        CHECK ((kind = 'expense') = (side IS NOT NULL)))""",
    "CREATE INDEX entry_party ON entry (party, kind, on_date)",
    "CREATE INDEX entry_date ON entry (kind, on_date)",
    "CREATE UNIQUE INDEX entry_source ON entry (source) WHERE source IS NOT NULL",
    """CREATE TABLE posting (
        id INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
        account INTEGER NOT NULL REFERENCES account DEFERRABLE INITIALLY DEFERRED,
        amount INTEGER NOT NULL CHECK (typeof(amount) = 'integer'))""",
    "CREATE INDEX posting_entry ON posting (entry, account, amount)",
    "CREATE INDEX posting_owed ON posting (entry, amount) WHERE account = 2",
    """CREATE TABLE standing_change (
        id INTEGER PRIMARY KEY,
        party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        standing TEXT NOT NULL CHECK (standing IN ('prospect', 'current', 'lapsed', 'ex')),
        reason INTEGER REFERENCES exit_reason DEFERRABLE INITIALLY DEFERRED,
        note TEXT NOT NULL DEFAULT '',
        cause_sale INTEGER REFERENCES entry DEFERRABLE INITIALLY DEFERRED)""",
    "CREATE INDEX standing_change_party ON standing_change (party, on_date)",
    "CREATE INDEX standing_change_cause ON standing_change (cause_sale) WHERE cause_sale IS NOT NULL",
    """CREATE TABLE work (
        id INTEGER PRIMARY KEY,
        on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        minutes INTEGER NOT NULL CHECK (typeof(minutes) = 'integer' AND minutes > 0),
        side TEXT NOT NULL CHECK (side IN ('keep', 'gain', 'win_back', 'run')),
        party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        note TEXT NOT NULL DEFAULT '',
        source TEXT)""",
    "CREATE INDEX work_party ON work (party, on_date)",
    "CREATE INDEX work_date ON work (on_date)",
    "CREATE UNIQUE INDEX work_source ON work (source) WHERE source IS NOT NULL",
    """CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        channel TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX contact_party ON contact (party, on_date)",
    "CREATE INDEX contact_date ON contact (on_date)",
    "CREATE INDEX contact_missed ON contact (on_date, party) WHERE channel = 'missed call'",
    """CREATE TABLE next_step (
        id INTEGER PRIMARY KEY,
        due TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        what TEXT NOT NULL,
        done_on TEXT)""",
    "CREATE INDEX next_step_party ON next_step (party, due)",
    "CREATE INDEX next_step_open ON next_step (due) WHERE done_on IS NULL",
    "CREATE INDEX next_step_done ON next_step (done_on) WHERE done_on IS NOT NULL",
    """CREATE TABLE timer (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        started_at TEXT NOT NULL,
        party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        side TEXT NOT NULL CHECK (side IN ('keep', 'gain', 'win_back', 'run')),
        note TEXT NOT NULL DEFAULT '')""",
    """CREATE TABLE import_mapping (
        id INTEGER PRIMARY KEY,
        header TEXT NOT NULL UNIQUE,
        mapping TEXT NOT NULL)""",
    # Caches: rebuilt from the rows above by mix_store.rebuild, compared with a rebuild by verify and by tests.
    """CREATE TABLE income_month (
        party INTEGER NOT NULL,
        month TEXT NOT NULL,
        side TEXT NOT NULL,
        income INTEGER NOT NULL,
        heads INTEGER NOT NULL,
        PRIMARY KEY (party, month, side)) WITHOUT ROWID""",
    "CREATE INDEX income_month_month ON income_month (month, side)",
    """CREATE TABLE mix_month (
        measure TEXT NOT NULL,
        month TEXT NOT NULL,
        side TEXT NOT NULL,
        total INTEGER NOT NULL,
        PRIMARY KEY (measure, month, side)) WITHOUT ROWID""",
)
