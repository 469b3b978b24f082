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
    Kind.EXPENSES: (Field.KEY, *_WHO, Field.DATE, Field.AMOUNT, Field.CURRENCY, Field.SIDE, Field.MEMO),
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
    Kind.CONTACTS: (*_WHO, Field.DATE, Field.CHANNEL, Field.DIRECTION, Field.ANSWERED, Field.MEMO),
    Kind.NEXT_STEPS: (*_WHO, Field.DUE, Field.WHAT, Field.DONE_ON, Field.OUTCOME, Field.CLOSED),
    Kind.REASONS: (Field.REASON, Field.REASON_CLASS, Field.RETIRED),
    Kind.FOLDERS: (Field.FOLDER,),
    Kind.CADENCES: (Field.TAG, Field.IDEAL_GAP, Field.LONGEST_GAP),
    Kind.PUT_OFF: (*_WHO, Field.MATTER, Field.UNTIL),
    Kind.SETTINGS: (Field.SETTING, Field.VALUE),
}
"""What a column can be in a file of each kind (besides LEAVE_OUT), in the order a menu shows them."""

ENTRIES = frozenset({Kind.SALES, Kind.WORK, Kind.EXPENSES})
"""Kinds of which a file may hold a million rows."""

SEVERAL = frozenset({Field.PHONE, Field.EMAIL, Field.ADDRESS, Field.TAGS, Field.NOTES, Field.MEMO, Field.LABEL})
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
    }
)
