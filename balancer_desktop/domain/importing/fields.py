"""What a column of a file can hold, for each kind of record that can be imported."""

from enum import StrEnum


class Kind(StrEnum):
    """What each row of a file is."""

    PEOPLE = "people"
    SALES = "sales"
    WORK = "work"
    EXPENSES = "expenses"


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
        Field.NOTES,
    ),
    Kind.SALES: (Field.KEY, *_WHO, Field.DATE, Field.AMOUNT, Field.CURRENCY, Field.OWED, Field.MEMO),
    Kind.WORK: (Field.KEY, *_WHO, Field.DATE, Field.DURATION, Field.SIDE, Field.MEMO),
    Kind.EXPENSES: (Field.KEY, *_WHO, Field.DATE, Field.AMOUNT, Field.CURRENCY, Field.SIDE, Field.MEMO),
}
"""What a column can be in a file of each kind (besides LEAVE_OUT), in the order a menu shows them."""

SEVERAL = frozenset({Field.PHONE, Field.EMAIL, Field.ADDRESS, Field.TAGS, Field.NOTES, Field.MEMO})
"""Fields that more than one column may have; any other is taken from one column only."""

NAMING = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY, Field.EMAIL})
"""Any of these says who a row is about."""

DATED = frozenset({Field.DATE, Field.CUSTOMER_SINCE})
