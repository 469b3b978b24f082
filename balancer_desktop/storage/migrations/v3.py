"""Version 3: inquiries, the pipeline with its stages, checklists, and costs that brought a customer in.

A missed call was a contact; it is an inquiry that waits. Those of the past count as answered on the day on which
something else was logged with the party, the rule by which they left today's list until now.
"""

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_TIME = f"{_DAY}T[0-9][0-9]:[0-9][0-9]"

STATEMENTS = (
    f"""CREATE TABLE inquiry (
        id INTEGER PRIMARY KEY,
        received_at TEXT NOT NULL CHECK (received_at GLOB '{_TIME}*'),
        channel TEXT NOT NULL CHECK (channel IN
            ('call', 'missed call', 'e-mail', 'message', 'website', 'visit', 'other')),
        party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        referred_by INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        answered_by TEXT NOT NULL DEFAULT '',
        asked TEXT NOT NULL DEFAULT '',
        promised TEXT NOT NULL DEFAULT '',
        promised_by TEXT CHECK (promised_by GLOB '{_DAY}'),
        responded_at TEXT CHECK (responded_at GLOB '{_TIME}*'),
        state TEXT NOT NULL CHECK (state IN
            ('waiting', 'promised', 'answered', 'became a prospect', 'not for us', 'lost to silence')),
        settled_on TEXT CHECK (settled_on GLOB '{_DAY}'),
        referrer_told TEXT CHECK (referrer_told GLOB '{_DAY}'),
        source TEXT,
        CHECK (party IS NOT NULL OR name <> '' OR phone <> '' OR email <> ''),
        CHECK (state <> 'waiting' OR responded_at IS NULL),
        CHECK (state NOT IN ('promised', 'answered') OR responded_at IS NOT NULL),
        CHECK ((settled_on IS NOT NULL) = (state IN ('became a prospect', 'not for us', 'lost to silence'))))""",
    "CREATE UNIQUE INDEX inquiry_source ON inquiry (source) WHERE source IS NOT NULL",
    "CREATE INDEX inquiry_party ON inquiry (party) WHERE party IS NOT NULL",
    "CREATE INDEX inquiry_referrer ON inquiry (referred_by) WHERE referred_by IS NOT NULL",
    "CREATE INDEX inquiry_open ON inquiry (received_at) WHERE state IN ('waiting', 'promised')",
    "CREATE INDEX inquiry_responded ON inquiry (responded_at) WHERE responded_at IS NOT NULL",
    """CREATE TABLE stage (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        folded TEXT NOT NULL UNIQUE,
        probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 100),
        stale_days INTEGER NOT NULL CHECK (stale_days > 0),
        place INTEGER NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)))""",
    """CREATE TABLE loss_reason (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL CHECK (label <> ''),
        other INTEGER NOT NULL DEFAULT 0 CHECK (other IN (0, 1)),
        retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)))""",
    f"""CREATE TABLE opportunity (
        id INTEGER PRIMARY KEY,
        party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL CHECK (title <> ''),
        opened_on TEXT NOT NULL CHECK (opened_on GLOB '{_DAY}'),
        value INTEGER NOT NULL DEFAULT 0 CHECK (typeof(value) = 'integer' AND value >= 0),
        probability INTEGER CHECK (probability BETWEEN 0 AND 100),
        origin TEXT NOT NULL DEFAULT '',
        referred_by INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
        inquiry INTEGER REFERENCES inquiry DEFERRABLE INITIALLY DEFERRED,
        expected_on TEXT CHECK (expected_on GLOB '{_DAY}'),
        closed_on TEXT CHECK (closed_on GLOB '{_DAY}' AND closed_on >= opened_on),
        outcome TEXT CHECK (outcome IN ('won', 'lost')),
        reason INTEGER REFERENCES loss_reason DEFERRABLE INITIALLY DEFERRED,
        note TEXT NOT NULL DEFAULT '',
        agreed INTEGER CHECK (typeof(agreed) IN ('integer', 'null') AND coalesce(agreed, 0) >= 0),
        sale INTEGER REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
        ends_on TEXT CHECK (ends_on GLOB '{_DAY}'),
        referrer_told TEXT CHECK (referrer_told GLOB '{_DAY}'),
        source TEXT,
        CHECK ((closed_on IS NULL) = (outcome IS NULL)),
        CHECK (coalesce(outcome, '') <> 'lost' OR reason IS NOT NULL),
        CHECK (coalesce(outcome, '') = 'lost' OR reason IS NULL),
        CHECK (coalesce(outcome, '') = 'won' OR (agreed IS NULL AND sale IS NULL AND ends_on IS NULL)))""",
    "CREATE UNIQUE INDEX opportunity_source ON opportunity (source) WHERE source IS NOT NULL",
    "CREATE INDEX opportunity_party ON opportunity (party)",
    "CREATE INDEX opportunity_sale ON opportunity (sale) WHERE sale IS NOT NULL",
    "CREATE INDEX opportunity_inquiry ON opportunity (inquiry) WHERE inquiry IS NOT NULL",
    "CREATE INDEX opportunity_reason ON opportunity (reason) WHERE reason IS NOT NULL",
    "CREATE INDEX opportunity_referrer ON opportunity (referred_by) WHERE referred_by IS NOT NULL",
    "CREATE INDEX opportunity_open ON opportunity (opened_on) WHERE closed_on IS NULL",
    f"""CREATE TABLE stage_move (
        id INTEGER PRIMARY KEY,
        opportunity INTEGER NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        on_date TEXT NOT NULL CHECK (on_date GLOB '{_DAY}'),
        stage INTEGER NOT NULL REFERENCES stage DEFERRABLE INITIALLY DEFERRED)""",
    "CREATE INDEX stage_move_opportunity ON stage_move (opportunity, on_date, id)",
    "CREATE INDEX stage_move_stage ON stage_move (stage)",
    f"""CREATE TABLE parking (
        id INTEGER PRIMARY KEY,
        opportunity INTEGER NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        on_date TEXT NOT NULL CHECK (on_date GLOB '{_DAY}'),
        until TEXT NOT NULL CHECK (until GLOB '{_DAY}'))""",
    "CREATE INDEX parking_opportunity ON parking (opportunity, on_date, id)",
    """CREATE TABLE checklist_template (
        id INTEGER PRIMARY KEY,
        checklist TEXT NOT NULL CHECK (checklist <> ''),
        what TEXT NOT NULL CHECK (what <> ''),
        days INTEGER NOT NULL CHECK (days >= 0),
        place INTEGER NOT NULL)""",
    "ALTER TABLE next_step ADD COLUMN opportunity INTEGER REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED",
    "ALTER TABLE next_step ADD COLUMN checklist TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE next_step ADD COLUMN source TEXT",
    "CREATE INDEX next_step_opportunity ON next_step (opportunity) WHERE opportunity IS NOT NULL",
    "CREATE UNIQUE INDEX next_step_source ON next_step (source) WHERE source IS NOT NULL",
    "ALTER TABLE contact ADD COLUMN source TEXT",
    "CREATE UNIQUE INDEX contact_source ON contact (source) WHERE source IS NOT NULL",
    # An introductory discount or the cost of a trial: it won the customer whenever it fell.
    "ALTER TABLE entry ADD COLUMN introductory INTEGER NOT NULL DEFAULT 0 CHECK (introductory IN (0, 1))",
    """INSERT INTO inquiry (received_at, channel, party, asked, responded_at, state)
    SELECT on_date || 'T00:00', channel, party, note, answer || 'T00:00', iif(answer IS NULL, 'waiting', 'answered')
    FROM (SELECT c.*, (SELECT min(on_date) FROM (
            SELECT l.on_date FROM contact AS l WHERE l.party = c.party AND l.channel <> 'missed call'
                AND (l.on_date, l.id) > (c.on_date, c.id)
            UNION ALL SELECT w.on_date FROM work AS w WHERE w.party = c.party AND w.on_date > c.on_date
            UNION ALL SELECT e.on_date FROM entry AS e WHERE e.party = c.party AND e.on_date > c.on_date)) AS answer
        FROM contact AS c WHERE c.channel = 'missed call')
    ORDER BY on_date, id""",
    "DELETE FROM contact WHERE channel = 'missed call'",
    "DROP INDEX contact_missed",
    """INSERT INTO stage (name, folded, probability, stale_days, place) VALUES
        ('Inquiry', 'inquiry', 10, 3, 0), ('Researched', 'researched', 15, 7, 1),
        ('Decision-maker found', 'decision-maker found', 25, 10, 2), ('Proposal', 'proposal', 40, 7, 3),
        ('Presentation', 'presentation', 60, 7, 4),
        ('Trial or introductory offer', 'trial or introductory offer', 75, 14, 5)""",
    """INSERT INTO loss_reason (label, other) VALUES ('Price', 0), ('No answer', 0), ('We answered too late', 0),
        ('Went to a rival', 0), ('Not needed any more', 0), ('No money for it', 0), ('We had no time', 0),
        ('Not our kind of work', 0), ('Other', 1)""",
    """INSERT INTO checklist_template (checklist, what, days, place) VALUES
        ('Onboarding', 'Check their credit', 1, 0), ('Onboarding', 'Enter the account data', 2, 1),
        ('Onboarding', 'Explain how billing works', 3, 2), ('Onboarding', 'Introduce who to call for support', 7, 3)""",
)
