"""peewee's view of the tables, for the small queries. The schema itself is frozen SQL in migrations/."""

from peewee import AutoField, IntegerField, Model, TextField


class _Row(Model):
    id = AutoField()

    class Meta:
        legacy_table_names = False


class SettingRow(_Row):
    name = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class PartyRow(_Row):
    kind = TextField()
    name = TextField()
    company = TextField()
    address = TextField()
    notes = TextField()
    referred_by = IntegerField(null=True)
    customer_since = TextField(null=True)
    ideal_gap = IntegerField(null=True)
    longest_gap = IntegerField(null=True)
    standing = TextField()
    folded = TextField()
    source = TextField(null=True)

    class Meta:
        table_name = "party"


class ContactPointRow(_Row):
    party = IntegerField()
    kind = TextField()
    value = TextField()
    label = TextField()

    class Meta:
        table_name = "contact_point"


class TagRow(_Row):
    party = IntegerField()
    tag = TextField()

    class Meta:
        table_name = "party_tag"


class ExitReasonRow(_Row):
    label = TextField()
    kind = TextField()
    retired = IntegerField()

    class Meta:
        table_name = "exit_reason"


class StandingRow(_Row):
    party = IntegerField()
    on_date = TextField()
    standing = TextField()
    reason = IntegerField(null=True)
    note = TextField()
    cause_sale = IntegerField(null=True)
    folder = IntegerField(null=True)
    hook = TextField()
    hook_due = TextField(null=True)
    hook_done = TextField(null=True)

    class Meta:
        table_name = "standing_change"


class EntryRow(_Row):
    kind = TextField()
    on_date = TextField()
    party = IntegerField(null=True)
    side = TextField(null=True)
    memo = TextField()
    source = TextField(null=True)
    introductory = IntegerField()

    class Meta:
        table_name = "entry"


class PostingRow(_Row):
    entry = IntegerField()
    account = IntegerField()
    amount = IntegerField()

    class Meta:
        table_name = "posting"


class WorkRow(_Row):
    on_date = TextField()
    minutes = IntegerField()
    side = TextField()
    party = IntegerField(null=True)
    note = TextField()
    source = TextField(null=True)

    class Meta:
        table_name = "work"


class ContactRow(_Row):
    on_date = TextField()
    party = IntegerField()
    channel = TextField()
    note = TextField()
    incoming = IntegerField()
    answered = IntegerField()
    source = TextField(null=True)

    class Meta:
        table_name = "contact"


class NextStepRow(_Row):
    due = TextField()
    party = IntegerField()
    what = TextField()
    done_on = TextField(null=True)
    outcome = TextField()
    closed_by = IntegerField(null=True)
    opportunity = IntegerField(null=True)
    checklist = TextField()
    source = TextField(null=True)

    class Meta:
        table_name = "next_step"


class TimerRow(_Row):
    started_at = TextField()
    party = IntegerField(null=True)
    side = TextField()
    note = TextField()

    class Meta:
        table_name = "timer"


class MappingRow(_Row):
    header = TextField(unique=True)
    mapping = TextField()

    class Meta:
        table_name = "import_mapping"


class FolderRow(_Row):
    parent = IntegerField(null=True)
    name = TextField()
    folded = TextField()
    uid = TextField()

    class Meta:
        table_name = "folder"


class TagCadenceRow(_Row):
    tag = TextField(unique=True)
    ideal_gap = IntegerField(null=True)
    longest_gap = IntegerField(null=True)

    class Meta:
        table_name = "tag_cadence"


class PutOffRow(_Row):
    party = IntegerField()
    what = TextField()
    until = TextField()

    class Meta:
        table_name = "put_off"


class PartyFolderRow(_Row):
    party = IntegerField(unique=True)
    uid = TextField(unique=True)

    class Meta:
        table_name = "party_folder"


class InquiryRow(_Row):
    received_at = TextField()
    channel = TextField()
    party = IntegerField(null=True)
    name = TextField()
    phone = TextField()
    email = TextField()
    referred_by = IntegerField(null=True)
    answered_by = TextField()
    asked = TextField()
    promised = TextField()
    promised_by = TextField(null=True)
    responded_at = TextField(null=True)
    state = TextField()
    settled_on = TextField(null=True)
    referrer_told = TextField(null=True)
    source = TextField(null=True)

    class Meta:
        table_name = "inquiry"


class StageRow(_Row):
    name = TextField()
    folded = TextField(unique=True)
    probability = IntegerField()
    stale_days = IntegerField()
    place = IntegerField()
    retired = IntegerField()

    class Meta:
        table_name = "stage"


class LossReasonRow(_Row):
    label = TextField()
    other = IntegerField()
    retired = IntegerField()

    class Meta:
        table_name = "loss_reason"


class OpportunityRow(_Row):
    party = IntegerField()
    title = TextField()
    opened_on = TextField()
    value = IntegerField()
    probability = IntegerField(null=True)
    origin = TextField()
    referred_by = IntegerField(null=True)
    inquiry = IntegerField(null=True)
    expected_on = TextField(null=True)
    closed_on = TextField(null=True)
    outcome = TextField(null=True)
    reason = IntegerField(null=True)
    note = TextField()
    agreed = IntegerField(null=True)
    sale = IntegerField(null=True)
    ends_on = TextField(null=True)
    referrer_told = TextField(null=True)
    source = TextField(null=True)

    class Meta:
        table_name = "opportunity"


class StageMoveRow(_Row):
    opportunity = IntegerField()
    on_date = TextField()
    stage = IntegerField()

    class Meta:
        table_name = "stage_move"


class ParkingRow(_Row):
    opportunity = IntegerField()
    on_date = TextField()
    until = TextField()

    class Meta:
        table_name = "parking"


class TemplateRow(_Row):
    checklist = TextField()
    what = TextField()
    days = IntegerField()
    place = IntegerField()

    class Meta:
        table_name = "checklist_template"


CACHES = frozenset({"income_month", "mix_month", "sale_rhythm", "place"})
TRACKED = (
    "setting", "party", "contact_point", "party_tag", "exit_reason", "standing_change", "entry", "posting",
    "work", "contact", "next_step", "timer", "import_mapping", "folder", "tag_cadence", "put_off", "party_folder",
    "inquiry", "stage", "loss_reason", "opportunity", "stage_move", "parking", "checklist_template",
)  # fmt: skip
"""Tables whose rows undo restores. Caches follow from them (place from the disk), accounts never change here."""
