"""What a column of a file can hold, for each kind of record that can be imported."""

from enum import StrEnum


class Kind(StrEnum):
    """What each row of a file is."""

    PEOPLE = "people"
    SALES = "sales"
    WORK = "work"
    EXPENSES = "expenses"
    STANDINGS = "standings"
    CONTACTS = "contacts"
    NEXT_STEPS = "next_steps"
    REASONS = "reasons"
    FOLDERS = "folders"
    CADENCES = "cadences"
    PUT_OFF = "put_off"
    INQUIRIES = "inquiries"
    STAGES = "stages"
    LOSS_REASONS = "loss_reasons"
    CHECKLISTS = "checklists"
    OPPORTUNITIES = "opportunities"
    STAGE_MOVES = "stage_moves"
    PARKINGS = "parkings"
    SETTINGS = "settings"


class Field(StrEnum):
    """The meaning of a column; the value is what the owner reads in the mapping."""

    LEAVE_OUT = "leave out"
    KEY = "number of the row"
    PARTY_KEY = "customer number"
    NAME = "name"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    COMPANY = "company"
    PARTY_KIND = "person or business"
    PHONE = "phone"
    EMAIL = "e-mail"
    ADDRESS = "street"
    POSTAL_CODE = "postal code"
    CITY = "city"
    REGION = "state or region"
    COUNTRY = "country"
    TAGS = "tags"
    STANDING = "standing"
    CUSTOMER_SINCE = "customer since"
    REFERRED_BY = "referred by"
    NOTES = "notes"
    DATE = "date"
    AMOUNT = "amount"
    CURRENCY = "currency"
    DURATION = "time worked"
    SIDE = "side"
    OWED = "not paid yet"
    MEMO = "memo"
    LABEL = "label of the next column"
    REFERRER_KEY = "number of the referrer"
    IDEAL_GAP = "ideal gap (days)"
    LONGEST_GAP = "longest gap (days)"
    BY_FIRST_SALE = "by the first sale"
    REASON = "reason"
    REASON_CLASS = "kind of reason"
    RETIRED = "retired"
    FOLDER = "folder"
    HOOK = "hook"
    HOOK_DUE = "hook due"
    HOOK_DONE = "hook done"
    CHANNEL = "channel"
    DIRECTION = "in or out"
    ANSWERED = "answered"
    DUE = "due"
    WHAT = "what to do"
    DONE_ON = "done on"
    OUTCOME = "outcome"
    CLOSED = "closed by leaving"
    TAG = "tag"
    MATTER = "what is put off"
    UNTIL = "until"
    SETTING = "setting"
    VALUE = "value"
    INTRODUCTORY = "introductory"
    RECEIVED = "received"
    TIME = "time of day"
    HOW = "how it came"
    CALLER = "who asked"
    ANSWERED_BY = "answered by"
    ASKED = "what was asked"
    PROMISED = "promised"
    PROMISED_BY = "promised by"
    RESPONDED = "answered at"
    STATE = "state"
    SETTLED_ON = "settled on"
    REFERRER_TOLD = "referrer told"
    TITLE = "title"
    OPENED = "opened"
    PROBABILITY = "probability (per cent)"
    ORIGIN = "source"
    INQUIRY_KEY = "number of the inquiry"
    STAGE = "stage"
    EXPECTED = "expected close"
    CLOSE = "close date, expected or real"
    CLOSED_ON = "closed on"
    AGREED = "agreed value"
    SALE_KEY = "number of the sale"
    ENDS = "work ends"
    OPPORTUNITY_KEY = "number of the opportunity"
    STALE_DAYS = "stale after (days)"
    NEEDS_WORDS = "needs words"
    CHECKLIST = "checklist"
    DUE_AFTER = "due after (days)"


_WHO = (Field.PARTY_KEY, Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY, Field.EMAIL)

FIELDS_OF: dict[Kind, tuple[Field, ...]] = {
    Kind.PEOPLE: (
        Field.KEY,
        *_WHO[1:],
        Field.PHONE,
        Field.PARTY_KIND,
        Field.ADDRESS,
        Field.POSTAL_CODE,
        Field.CITY,
        Field.REGION,
        Field.COUNTRY,
        Field.TAGS,
        Field.STANDING,
        Field.CUSTOMER_SINCE,
        Field.REFERRED_BY,
        Field.REFERRER_KEY,
        Field.IDEAL_GAP,
        Field.LONGEST_GAP,
        Field.LABEL,
        Field.NOTES,
    ),
    Kind.SALES: (Field.KEY, *_WHO, Field.DATE, Field.AMOUNT, Field.CURRENCY, Field.OWED, Field.MEMO),
    Kind.WORK: (Field.KEY, *_WHO, Field.DATE, Field.DURATION, Field.SIDE, Field.MEMO),
    Kind.EXPENSES: (
        Field.KEY,
        *_WHO,
        Field.DATE,
        Field.AMOUNT,
        Field.CURRENCY,
        Field.SIDE,
        Field.INTRODUCTORY,
        Field.MEMO,
    ),
    Kind.STANDINGS: (
        *_WHO,
        Field.DATE,
        Field.STANDING,
        Field.BY_FIRST_SALE,
        Field.REASON,
        Field.REASON_CLASS,
        Field.FOLDER,
        Field.HOOK,
        Field.HOOK_DUE,
        Field.HOOK_DONE,
        Field.MEMO,
    ),
    Kind.CONTACTS: (*_WHO, Field.KEY, Field.DATE, Field.CHANNEL, Field.DIRECTION, Field.ANSWERED, Field.MEMO),
    Kind.NEXT_STEPS: (
        Field.KEY,
        *_WHO,
        Field.DUE,
        Field.WHAT,
        Field.DONE_ON,
        Field.OUTCOME,
        Field.CLOSED,
        Field.OPPORTUNITY_KEY,
        Field.CHECKLIST,
    ),
    Kind.REASONS: (Field.REASON, Field.REASON_CLASS, Field.RETIRED),
    Kind.FOLDERS: (Field.FOLDER,),
    Kind.CADENCES: (Field.TAG, Field.IDEAL_GAP, Field.LONGEST_GAP),
    Kind.PUT_OFF: (*_WHO, Field.MATTER, Field.UNTIL),
    Kind.INQUIRIES: (
        Field.KEY,
        *_WHO,
        Field.CALLER,
        Field.PHONE,
        Field.RECEIVED,
        Field.TIME,
        Field.HOW,
        Field.ASKED,
        Field.REFERRED_BY,
        Field.REFERRER_KEY,
        Field.ANSWERED_BY,
        Field.PROMISED,
        Field.PROMISED_BY,
        Field.RESPONDED,
        Field.STATE,
        Field.SETTLED_ON,
        Field.REFERRER_TOLD,
    ),
    Kind.STAGES: (Field.STAGE, Field.PROBABILITY, Field.STALE_DAYS, Field.RETIRED),
    Kind.LOSS_REASONS: (Field.REASON, Field.NEEDS_WORDS, Field.RETIRED),
    Kind.CHECKLISTS: (Field.CHECKLIST, Field.WHAT, Field.DUE_AFTER),
    Kind.OPPORTUNITIES: (
        Field.KEY,
        *_WHO,
        Field.TITLE,
        Field.OPENED,
        Field.AMOUNT,
        Field.CURRENCY,
        Field.PROBABILITY,
        Field.ORIGIN,
        Field.REFERRED_BY,
        Field.REFERRER_KEY,
        Field.INQUIRY_KEY,
        Field.STAGE,
        Field.EXPECTED,
        Field.CLOSE,
        Field.CLOSED_ON,
        Field.OUTCOME,
        Field.REASON,
        Field.MEMO,
        Field.AGREED,
        Field.SALE_KEY,
        Field.ENDS,
        Field.REFERRER_TOLD,
    ),
    Kind.STAGE_MOVES: (Field.OPPORTUNITY_KEY, Field.DATE, Field.STAGE),
    Kind.PARKINGS: (Field.OPPORTUNITY_KEY, Field.DATE, Field.UNTIL),
    Kind.SETTINGS: (Field.SETTING, Field.VALUE),
}
"""What a column can be in a file of each kind (besides LEAVE_OUT), in the order a menu shows them."""

ENTRIES = frozenset({Kind.SALES, Kind.WORK, Kind.EXPENSES})
"""Kinds of which a file may hold a million rows."""

SEVERAL = frozenset(
    {Field.PHONE, Field.EMAIL, Field.ADDRESS, Field.TAGS, Field.NOTES, Field.MEMO, Field.LABEL, Field.CLOSED_ON}
)
"""Fields that more than one column may have; any other is taken from one column only."""

NAMING = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY, Field.EMAIL})
"""Any of these says who a row is about."""

_ANYBODY = NAMING | {Field.PARTY_KEY}
_ABOUT_SOMEBODY = (_ANYBODY, "who it is (a name or customer number)")


def _only(field: Field, words: str = "") -> tuple[frozenset[Field], str]:
    return frozenset({field}), words or f"the {field.value}"


NEEDED: dict[Kind, tuple[tuple[frozenset[Field], str], ...]] = {
    Kind.PEOPLE: (_ABOUT_SOMEBODY,),
    Kind.SALES: (_ABOUT_SOMEBODY, _only(Field.DATE), _only(Field.AMOUNT)),
    Kind.WORK: (_only(Field.DATE), _only(Field.DURATION)),
    Kind.EXPENSES: (_only(Field.DATE), _only(Field.AMOUNT)),
    Kind.STANDINGS: (_ABOUT_SOMEBODY, _only(Field.DATE), _only(Field.STANDING)),
    Kind.CONTACTS: (_ABOUT_SOMEBODY, _only(Field.DATE)),
    Kind.NEXT_STEPS: (_ABOUT_SOMEBODY, _only(Field.DUE, "when it is due"), _only(Field.WHAT, "what to do")),
    Kind.REASONS: (_only(Field.REASON),),
    Kind.FOLDERS: (_only(Field.FOLDER),),
    Kind.CADENCES: (_only(Field.TAG),),
    Kind.PUT_OFF: (_ABOUT_SOMEBODY, _only(Field.MATTER, "what is put off"), _only(Field.UNTIL, "until when")),
    Kind.INQUIRIES: (
        (_ANYBODY | {Field.CALLER, Field.PHONE}, "who asked (a name, a phone number or an e-mail)"),
        _only(Field.RECEIVED, "when it was received"),
    ),
    Kind.STAGES: (_only(Field.STAGE),),
    Kind.LOSS_REASONS: (_only(Field.REASON),),
    Kind.CHECKLISTS: (_only(Field.CHECKLIST), _only(Field.WHAT)),
    Kind.OPPORTUNITIES: (_ABOUT_SOMEBODY, _only(Field.TITLE)),
    Kind.STAGE_MOVES: (_only(Field.OPPORTUNITY_KEY), _only(Field.DATE), _only(Field.STAGE)),
    Kind.PARKINGS: (_only(Field.OPPORTUNITY_KEY), _only(Field.DATE), _only(Field.UNTIL, "until when")),
    Kind.SETTINGS: (_only(Field.SETTING), _only(Field.VALUE)),
}
"""Of each of these a column must have one, and how that is called."""

DATED = frozenset(
    {
        Field.DATE,
        Field.CUSTOMER_SINCE,
        Field.HOOK_DUE,
        Field.HOOK_DONE,
        Field.DUE,
        Field.DONE_ON,
        Field.UNTIL,
        Field.RECEIVED,
        Field.PROMISED_BY,
        Field.RESPONDED,
        Field.SETTLED_ON,
        Field.REFERRER_TOLD,
        Field.OPENED,
        Field.EXPECTED,
        Field.CLOSE,
        Field.CLOSED_ON,
        Field.ENDS,
    }
)
