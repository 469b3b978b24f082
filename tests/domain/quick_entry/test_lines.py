"""What each line means: the table of readings, in three locales, with those that ask or refuse."""

from dataclasses import replace
from datetime import date

import pytest

from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.inquiries.inquiry import InquiryChannel
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.quick_entry.parse import Context, read
from balancer_desktop.domain.quick_entry.reading import (
    ContactDraft,
    Draft,
    ExpenseDraft,
    InquiryDraft,
    NextStepDraft,
    SaleDraft,
    Status,
    Who,
    WorkDraft,
)
from balancer_desktop.domain.side import Side

TODAY, YESTERDAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 21)
KEEP, GAIN, WIN_BACK, RUN = Side.KEEP, Side.GAIN, Side.WIN_BACK, Side.RUN
ACME, HILLTOP, JANE, OLD_MILL, JOHN = Who(1), Who(2), Who(3), Who(4), Who(5)
SONS, MUELLER, STUDIO, BAKERY, MARIA = Who(6), Who(7), Who(8), Who(9), Who(10)
NOBODY = Who()


def nov(day: int) -> date:
    return date(2026, 11, day)


WORK: list[tuple[str, Draft]] = [
    ("2h Acme roof repair", WorkDraft(TODAY, 120, KEEP, ACME, "roof repair")),
    ("2h acme roof repair", WorkDraft(TODAY, 120, KEEP, ACME, "roof repair")),
    ("1h30 Acme", WorkDraft(TODAY, 90, KEEP, ACME)),
    ("1:30 Acme", WorkDraft(TODAY, 90, KEEP, ACME)),
    ("1.5h Acme", WorkDraft(TODAY, 90, KEEP, ACME)),
    ("1,5h Acme", WorkDraft(TODAY, 90, KEEP, ACME)),
    ("1½h Acme", WorkDraft(TODAY, 90, KEEP, ACME)),
    ("2h30m Acme", WorkDraft(TODAY, 150, KEEP, ACME)),
    ("2 hours 30 min Acme", WorkDraft(TODAY, 150, KEEP, ACME)),
    ("1.33h Acme", WorkDraft(TODAY, 80, KEEP, ACME)),
    ("90m Hilltop measure", WorkDraft(TODAY, 90, GAIN, HILLTOP, "measure")),
    ("45m prospecting", WorkDraft(TODAY, 45, GAIN, NOBODY, "prospecting")),
    ("45 min flyers", WorkDraft(TODAY, 45, GAIN, NOBODY, "flyers")),
    ("2h cold calls in town", WorkDraft(TODAY, 120, GAIN, NOBODY, "cold calls in town")),
    ("3h bookkeeping", WorkDraft(TODAY, 180, RUN, NOBODY, "bookkeeping")),
    ("1h Taxes", WorkDraft(TODAY, 60, RUN, NOBODY, "Taxes")),
    ("1h win back letters", WorkDraft(TODAY, 60, WIN_BACK, NOBODY, "win back letters")),
    ("1h warranty", WorkDraft(TODAY, 60, KEEP, NOBODY, "warranty")),
    ("2h prospecting #run", WorkDraft(TODAY, 120, RUN, NOBODY, "prospecting")),
    ("2h #keep Hilltop measure", WorkDraft(TODAY, 120, KEEP, HILLTOP, "measure")),
    ("30m sorting #winback", WorkDraft(TODAY, 30, WIN_BACK, NOBODY, "sorting")),
    ("1h Jane Doe letter", WorkDraft(TODAY, 60, WIN_BACK, JANE, "letter")),
    ("1h Old Mill", WorkDraft(TODAY, 60, WIN_BACK, OLD_MILL)),
    ("2h smith & sons roof", WorkDraft(TODAY, 120, WIN_BACK, SONS, "roof")),
    ("2h Smith John stairs", WorkDraft(TODAY, 120, KEEP, JOHN, "stairs")),
    ("2h muller", WorkDraft(TODAY, 120, KEEP, MUELLER)),
    ("2h MÜLLER Dach", WorkDraft(TODAY, 120, KEEP, MUELLER, "Dach")),
    ("2h Acme's roof", WorkDraft(TODAY, 120, KEEP, ACME, "roof")),
    ("2h for Acme: roof", WorkDraft(TODAY, 120, KEEP, ACME, "roof")),
    ("2h Hill", WorkDraft(TODAY, 120, GAIN, HILLTOP)),
    ("2h fix roof at acme", WorkDraft(TODAY, 120, KEEP, ACME, "fix roof")),
    ("2h Fix roof Acme", WorkDraft(TODAY, 120, KEEP, ACME, "Fix roof")),
    ('2h "Acme Roofing" repair', WorkDraft(TODAY, 120, KEEP, ACME, "repair")),
    ("2h 555-0199 gutter", WorkDraft(TODAY, 120, KEEP, ACME, "gutter")),
    ("Acme 2h roof", WorkDraft(TODAY, 120, KEEP, ACME, "roof")),
    ("worked 2h Acme", WorkDraft(TODAY, 120, KEEP, ACME)),
    ("2h Acme yesterday roof", WorkDraft(YESTERDAY, 120, KEEP, ACME, "roof")),
    ("2h yesterday Acme", WorkDraft(YESTERDAY, 120, KEEP, ACME)),
    ("2h Acme roof fri", WorkDraft(TODAY, 120, KEEP, ACME, "roof")),
    ("2h Acme last fri", WorkDraft(nov(13), 120, KEEP, ACME)),
    ("2h Acme Monday", WorkDraft(nov(16), 120, KEEP, ACME)),
    ("2h Acme 3 days ago", WorkDraft(nov(17), 120, KEEP, ACME)),
    ("2h Acme on 3.11 roof", WorkDraft(nov(3), 120, KEEP, ACME, "roof")),
    ("2h Acme 3/4 pipe", WorkDraft(TODAY, 120, KEEP, ACME, "3/4 pipe")),
    ("2h Acme 450", WorkDraft(TODAY, 120, KEEP, ACME, "450")),
    ("24h Acme", WorkDraft(TODAY, 1440, KEEP, ACME)),
]

SALES: list[tuple[str, Draft]] = [
    ("paid Acme 450", SaleDraft(TODAY, ACME, 45000)),
    ("Acme paid 450", SaleDraft(TODAY, ACME, 45000)),
    ("sold Acme 450 gutters", SaleDraft(TODAY, ACME, 45000, "gutters")),
    ("Sale Acme 12.50", SaleDraft(TODAY, ACME, 1250)),
    ("invoice Acme 450 for gutters", SaleDraft(TODAY, ACME, 45000, "gutters")),
    ("sold gutters to Acme 450", SaleDraft(TODAY, ACME, 45000, "gutters")),
    ("received 450 from Acme yesterday", SaleDraft(YESTERDAY, ACME, 45000)),
    ("refund Acme 50", SaleDraft(TODAY, ACME, -5000)),
    ("refund Acme -50", SaleDraft(TODAY, ACME, -5000)),
    ("paid Acme -50", SaleDraft(TODAY, ACME, -5000)),
    ("paid Acme €450", SaleDraft(TODAY, ACME, 45000)),
    ("paid Acme 450€ gutters", SaleDraft(TODAY, ACME, 45000, "gutters")),
    ("paid Acme EUR 450 for 12 gutters", SaleDraft(TODAY, ACME, 45000, "12 gutters")),
    ("paid Acme 450 euros", SaleDraft(TODAY, ACME, 45000)),
    ("paid Acme 450.-", SaleDraft(TODAY, ACME, 45000)),
    ("sold Acme 1,234.50", SaleDraft(TODAY, ACME, 123450)),
    ("paid Acme 450 ref 1234", SaleDraft(TODAY, ACME, 45000, "ref 1234")),
    ("paid Acme 450 invoice 1023", SaleDraft(TODAY, ACME, 45000, "invoice 1023")),
    ('paid Acme 450 "2 gutters"', SaleDraft(TODAY, ACME, 45000, "2 gutters")),
    ("paid Acme 450 ref Hilltop", SaleDraft(TODAY, ACME, 45000, "", HILLTOP)),
    ("paid Studio 54 450", SaleDraft(TODAY, STUDIO, 45000)),
    ("paid John Smith 450", SaleDraft(TODAY, JOHN, 45000)),
    ("paid Acme 450 3/11", SaleDraft(nov(3), ACME, 45000)),
    ("paid Acme 450 3.11.", SaleDraft(nov(3), ACME, 45000)),
    ("paid Acme 450 3 nov", SaleDraft(nov(3), ACME, 45000)),
    ("paid Acme 450 Nov 3rd", SaleDraft(nov(3), ACME, 45000)),
    ("paid Acme 450 3 nov 2025", SaleDraft(date(2025, 11, 3), ACME, 45000)),
    ("paid Acme 3 nov 450 gutters", SaleDraft(nov(3), ACME, 45000, "gutters")),
    ("paid Acme 450 2026-11-03", SaleDraft(nov(3), ACME, 45000)),
    ("paid Acme 450 Fri 20 Nov 2026", SaleDraft(TODAY, ACME, 45000)),
    ("paid Acme 450 2 weeks ago", SaleDraft(nov(6), ACME, 45000)),
    ("paid Acme 450 29 feb 2024", SaleDraft(date(2024, 2, 29), ACME, 45000)),
    ("paid Acme 450 24 dec 2025", SaleDraft(date(2025, 12, 24), ACME, 45000)),
    ("paid Acme 450 31 dec", SaleDraft(date(2025, 12, 31), ACME, 45000)),
]

EXPENSES: list[tuple[str, Draft]] = [
    ("spent 60 flyers", ExpenseDraft(TODAY, 6000, GAIN, NOBODY, "flyers")),
    ("spent flyers 60", ExpenseDraft(TODAY, 6000, GAIN, NOBODY, "flyers")),
    ("spent 60 Flyers Unlimited", ExpenseDraft(TODAY, 6000, GAIN, Who(11))),
    ("spent 60 Acme sample", ExpenseDraft(TODAY, 6000, KEEP, ACME, "sample")),
    ("spent 60 flyers for Acme", ExpenseDraft(TODAY, 6000, GAIN, ACME, "flyers")),
    ("bought 25 screws Acme", ExpenseDraft(TODAY, 2500, KEEP, ACME, "screws")),
    ("bought 25 screws #keep", ExpenseDraft(TODAY, 2500, KEEP, NOBODY, "screws")),
    ("expense 12.50 on stamps office", ExpenseDraft(TODAY, 1250, RUN, NOBODY, "stamps office")),
    ("spent 60 fri flyers", ExpenseDraft(TODAY, 6000, GAIN, NOBODY, "flyers")),
    ("spent -20 flyers", ExpenseDraft(TODAY, -2000, GAIN, NOBODY, "flyers")),
    ("paid for flyers 60", ExpenseDraft(TODAY, 6000, GAIN, NOBODY, "flyers")),
    ("spent 30 Hilltop wine", ExpenseDraft(TODAY, 3000, GAIN, HILLTOP, "wine")),
]

MISSED, OTHER, WEBSITE = InquiryChannel.MISSED_CALL, InquiryChannel.OTHER, InquiryChannel.WEBSITE
BOB = Who(name="Bob Marley")
INQUIRIES: list[tuple[str, Draft]] = [
    ("missed call 555-0101 ref Acme gutter", InquiryDraft(TODAY, Who(phone="555-0101"), MISSED, "gutter", ACME)),
    (
        "missed call 555-0101 ref Bob Stone gutter",
        InquiryDraft(TODAY, Who(phone="555-0101"), MISSED, "gutter", Who(name="Bob Stone")),
    ),
    ("missed call 5550199", InquiryDraft(TODAY, ACME, MISSED)),
    ("missed call (212) 555-2222 tap", InquiryDraft(TODAY, JANE, MISSED, "tap")),
    ("missed call +49 170 1234567", InquiryDraft(TODAY, Who(phone="+49 170 1234567"), MISSED)),
    ("missed call Zoe yesterday", InquiryDraft(YESTERDAY, Who(name="Zoe"), MISSED)),
    ("missed call Zoe 555-3333 tap", InquiryDraft(TODAY, Who(name="Zoe", phone="555-3333"), MISSED, "tap")),
    ("missed call from Hilltop", InquiryDraft(TODAY, HILLTOP, MISSED)),
    ("missed call Hilltop 555-7777", InquiryDraft(TODAY, HILLTOP, MISSED, "555-7777")),
    ("voicemail from Zoe tap", InquiryDraft(TODAY, Who(name="Zoe"), MISSED, "tap")),
    ("missed 555-0101", InquiryDraft(TODAY, Who(phone="555-0101"), MISSED)),
    ("inquiry Hilltop gutter ref Acme", InquiryDraft(TODAY, HILLTOP, OTHER, "gutter", ACME)),
    ("inquiry from 555-0101 website new roof", InquiryDraft(TODAY, Who(phone="555-0101"), WEBSITE, "new roof")),
    ("inquiry from Zoe Quinn new roof website", InquiryDraft(TODAY, Who(name="Zoe Quinn"), WEBSITE, "new roof")),
    ("inquiry Zoe Quinn e-mail new roof", InquiryDraft(TODAY, Who(name="Zoe Quinn"), InquiryChannel.EMAIL, "new roof")),
    ("inquiry Acme phone", InquiryDraft(TODAY, ACME, InquiryChannel.CALL)),
    ("inquiry Hilltop visit yesterday", InquiryDraft(YESTERDAY, HILLTOP, InquiryChannel.VISIT)),
    ("inquiry Hilltop sms roof", InquiryDraft(TODAY, HILLTOP, InquiryChannel.MESSAGE, "roof")),
    ("inquiry Hilltop our website is slow", InquiryDraft(TODAY, HILLTOP, OTHER, "our website is slow")),
    ("enquiry by Zoe last fri gutter", InquiryDraft(nov(13), Who(name="Zoe"), OTHER, "gutter")),
    ("inquiry Hilltop 2h job", InquiryDraft(TODAY, HILLTOP, OTHER, "2h job")),
    (
        "inquiry Bob Marley by email roof leak promise call fri",
        InquiryDraft(TODAY, BOB, InquiryChannel.EMAIL, "roof leak", promised="call", promised_by=nov(27)),
    ),
    ("inquiry by e-mail Bob Marley roof leak", InquiryDraft(TODAY, BOB, InquiryChannel.EMAIL, "roof leak")),
    ("inquiry Bob Marley roof leak via the website", InquiryDraft(TODAY, BOB, WEBSITE, "roof leak")),
    ("inquiry Bob Marley per phone roof", InquiryDraft(TODAY, BOB, InquiryChannel.CALL, "roof")),
    ("inquiry Bob Marley roof by message", InquiryDraft(TODAY, BOB, InquiryChannel.MESSAGE, "roof")),
    (
        "missed call 555-0101 gutter promised to call back by tomorrow ref Acme",
        InquiryDraft(TODAY, Who(phone="555-0101"), MISSED, "gutter", ACME, "call back", nov(21)),
    ),
    ("inquiry Hilltop website promised a quote", InquiryDraft(TODAY, HILLTOP, WEBSITE, promised="a quote")),
    ("inquiry Hilltop roof promise", InquiryDraft(TODAY, HILLTOP, OTHER, "roof promise")),
]

CONTACTS: list[tuple[str, Draft]] = [
    ("call from Jane Doe 555-2222 leaking tap", ContactDraft(TODAY, JANE, Channel.CALL, "leaking tap", incoming=True)),
    (
        "call from Zoe Quinn 555-3333 leaking tap",
        ContactDraft(TODAY, Who(name="Zoe Quinn", phone="555-3333"), Channel.CALL, "leaking tap", incoming=True),
    ),
    (
        "call from zoe quinn 555-3333 leaking tap",
        ContactDraft(TODAY, Who(name="zoe quinn", phone="555-3333"), Channel.CALL, "leaking tap", incoming=True),
    ),
    (
        "call from Jan van Dijk, leaking tap",
        ContactDraft(TODAY, Who(name="Jan van Dijk"), Channel.CALL, "leaking tap", incoming=True),
    ),
    (
        "Zoe Quinn called about tap",
        ContactDraft(TODAY, Who(name="Zoe Quinn"), Channel.CALL, "about tap", incoming=True),
    ),
    ("call Hilltop no answer", ContactDraft(TODAY, HILLTOP, Channel.CALL, answered=False)),
    (
        "rang Hilltop, no answer, left message",
        ContactDraft(TODAY, HILLTOP, Channel.CALL, "left message", answered=False),
    ),
    ("emailed Acme yesterday no reply", ContactDraft(YESTERDAY, ACME, Channel.EMAIL, answered=False)),
    ("visit Acme nobody in", ContactDraft(TODAY, ACME, Channel.VISIT, answered=False)),
    ("Acme called", ContactDraft(TODAY, ACME, Channel.CALL, incoming=True)),
    ("called Hilltop left message", ContactDraft(TODAY, HILLTOP, Channel.CALL, "left message")),
    ('called Hilltop "will pay tomorrow"', ContactDraft(TODAY, HILLTOP, Channel.CALL, "will pay tomorrow")),
    ("called Acme 555-7777 new number", ContactDraft(TODAY, ACME, Channel.CALL, "555-7777 new number")),
    ("visited Acme", ContactDraft(TODAY, ACME, Channel.VISIT)),
    ("visited Sun Bakery", ContactDraft(TODAY, BAKERY, Channel.VISIT)),
    ("visited Hilltop Fri", ContactDraft(TODAY, HILLTOP, Channel.VISIT)),
    ('met Acme "1h" lunch', ContactDraft(TODAY, ACME, Channel.VISIT, "1h lunch")),
    ("called Acme 9:30 roof", ContactDraft(TODAY, ACME, Channel.CALL, "9:30 roof")),
    ("note Acme 30 m hose", ContactDraft(TODAY, ACME, Channel.NOTE, "30 m hose")),
    ("emailed Acme quote", ContactDraft(TODAY, ACME, Channel.EMAIL, "quote")),
    ("texted Maria on my way", ContactDraft(TODAY, MARIA, Channel.MESSAGE, "on my way")),
    ("note Acme gate code 1234", ContactDraft(TODAY, ACME, Channel.NOTE, "gate code 1234")),
    ("note Acme closed fri", ContactDraft(TODAY, ACME, Channel.NOTE, "closed fri")),
    ("note yesterday Acme moved", ContactDraft(YESTERDAY, ACME, Channel.NOTE, "moved")),
]

STEPS: list[tuple[str, Draft]] = [
    ("call Hilltop fri", NextStepDraft(nov(27), HILLTOP, "Call")),
    ("call Hilltop", NextStepDraft(TODAY, HILLTOP, "Call")),
    ("call fri Hilltop about monday delivery", NextStepDraft(nov(27), HILLTOP, "Call about monday delivery")),
    ("visit Acme tomorrow 10 measure", NextStepDraft(TOMORROW, ACME, "Visit 10 measure")),
    ("email Hilltop in 2 weeks", NextStepDraft(date(2026, 12, 4), HILLTOP, "E-mail")),
    ("remind Acme 3 dec renew", NextStepDraft(date(2026, 12, 3), ACME, "renew")),
    ("remind Acme", NextStepDraft(TODAY, ACME, "Get in touch")),
    ("call Hilltop mon", NextStepDraft(nov(23), HILLTOP, "Call")),
    ("call Hilltop next mon", NextStepDraft(nov(23), HILLTOP, "Call")),
    ("call Hilltop next fri", NextStepDraft(nov(27), HILLTOP, "Call")),
    ("call Hilltop in three days", NextStepDraft(nov(23), HILLTOP, "Call")),
    ("call Hilltop in a month", NextStepDraft(date(2026, 12, 20), HILLTOP, "Call")),
    ("call Hilltop end of month", NextStepDraft(nov(30), HILLTOP, "Call")),
    ("call Hilltop by 1 jul", NextStepDraft(date(2027, 7, 1), HILLTOP, "Call")),
    ("call Hilltop on 3/12", NextStepDraft(date(2026, 12, 3), HILLTOP, "Call")),
    ("call 555 0199 tomorrow", NextStepDraft(TOMORROW, ACME, "Call")),
    ("follow up Hilltop next week", NextStepDraft(nov(27), HILLTOP, "Follow up")),
    ("call back Old Mill mon", NextStepDraft(nov(23), OLD_MILL, "Call back")),
    ("call Hilltop tomorrow 9:30 bring ladder", NextStepDraft(TOMORROW, HILLTOP, "Call 9:30 bring ladder")),
    ("call Jane Doe ref Hilltop fri", NextStepDraft(nov(27), JANE, "Call", HILLTOP)),
]

CHOOSE: list[tuple[str, tuple[str, ...]]] = [
    (
        "2h smith gutters",
        ("John Smith customer", "Smith & Sons ex-customer", "new person “smith”", "nobody in particular"),
    ),
    ("paid smith 20", ("John Smith customer", "Smith & Sons ex-customer", "new person “smith”")),
    ("2h Zzyzx repair", ("new person “Zzyzx”", "nobody in particular")),
    ("paid Zzyzx 450", ("new person “Zzyzx”",)),
    ("call Zzyzx fri", ("new person “Zzyzx”",)),
    ("call +49 170 1234567 fri", ("new person “+49 170 1234567”",)),
    ("note gate code 1234", ("new person “gate”",)),
    ('2h "Zed Corp" roof', ("new person “Zed Corp”", "nobody in particular")),
    ("2h hiltop roof", ("Hilltop Farm prospect", "new person “hiltop”", "nobody in particular")),
    ("missed call Marta", ("Maria Lopez customer", "“Marta”, who is not in the book")),
    ("call Jane Roe fri", ("Jane Doe, Acme Roofing Ltd lapsed", "new person “Jane Roe”")),
    ("call from jane roe 555-3333", ("Jane Doe, Acme Roofing Ltd lapsed", "new person “jane roe”")),
    ("call from Zoe 555-0199 tap", ("Acme Roofing Ltd customer", "new person “Zoe”")),
    (
        "2h Acne roof",
        ("Acme Roofing Ltd customer", "Jane Doe, Acme Roofing Ltd lapsed", "new person “Acne”", "nobody in particular"),
    ),
    ("2h Hilltpo roof", ("Hilltop Farm prospect", "new person “Hilltpo”", "nobody in particular")),
    ("paid Hiltop 450", ("Hilltop Farm prospect", "new person “Hiltop”")),
    ("visited hiltop", ("Hilltop Farm prospect", "new person “hiltop”")),
    ("missed call 555-0101 ref Hiltop", ("Hilltop Farm prospect", "new person “Hiltop”")),
]

FOUR_SIDES = ("keeping", "gaining", "winning back", "running the business")
ASK: list[tuple[str, str, tuple[str, ...]]] = [
    ("2h", "Which side", FOUR_SIDES),
    ("2h washing van", "Which side", FOUR_SIDES),
    ("2h admin flyers", "Which side", FOUR_SIDES),
    ("bought 25 screws", "Which side", FOUR_SIDES),
    ("spent 89 Bosch drill", "Which side", FOUR_SIDES),
    ("paid 450", "Who paid?", ()),
    ("refund 50", "Who got the money back?", ()),
    ("call fri", "Who is it about?", ()),
    ("missed call", "Who is it about?", ()),
    ("inquiry", "Who is it about?", ()),
    ("paid Acme", "How much", ()),
    ("paid Acme invoice 1023", "How much", ()),
    ("spent flyers", "How much", ()),
    ("worked Acme", "How long", ()),
    ("met Acme 1h lunch 20 nov", "write: 1h Acme lunch 20 nov —", ()),
    ("Acme called 20 min roof", "write: 20 min Acme roof —", ()),
    ('met "Acme Roofing" lunch 1h30', 'write: 1h30 "Acme Roofing" lunch —', ()),
]

REFUSED: list[tuple[str, str]] = [
    ("hello world", "2h Acme roof repair · paid Acme 450 · missed call 555-0101 gutter · answered Hilltop · "),
    ("Acme 450", "does not say"),
    ("2 Acme", "does not say"),
    ("paid Acme 450 500", "Two amounts: 450 and 500"),
    ("paid Acme $450", "“$” is not the currency of this book, which is kept in EUR"),
    ("paid Acme 450 USD", "“USD” is not the currency"),
    ("paid Acme 0", "zero"),
    ("paid Acme 4.555", "more decimals"),
    ("paid Acme 99999999999999999", "too large"),
    ("25h Acme", "25 h cannot be worked in one day"),
    ("24h30 Acme", "24 h 30 min cannot"),
    ("-5h Acme", "Hours cannot be negative"),
    ("worked -5h Acme", "Hours cannot be negative"),
    ("Acme -1:30", "Hours cannot be negative"),
    ("0m Acme", "0 min cannot"),
    ("2h Acme tomorrow", "Sat 21 Nov 2026 is still to come"),
    ("paid Acme 450 in 3 days", "a sale cannot be in the future"),
    ("spent 60 flyers next fri", "an expense cannot be in the future"),
    ("missed call Zoe tomorrow", "an inquiry cannot be in the future"),
    ("inquiry Hilltop ref Hilltop", "cannot be referred by the same person"),
    ("called Hilltop will pay tomorrow", "put quotes around words of the note"),
    ("paid Acme 450 3 dec", "with its year"),
    ("call Hilltop yesterday", "Thu 19 Nov 2026 is past"),
    ("call Hilltop 3 nov", "Tue 3 Nov 2026 is past"),
    ("paid Acme 450 29 feb", "“29 feb” is not a date: Feb 2026 has 28 days"),
    ("call Hilltop 31.11.", "Nov 2026 has 30 days"),
    ("paid Acme 450 2026-13-01", "there is no month 13"),
    ("call Hilltop Fri 3 dec", "Thu 3 Dec 2026 is not a Friday"),
    ("call Hilltop in 9999 years", "beyond the calendar"),
    ("spent 60 flyers #keep #gain", "Two sides: keeping and gaining"),
    ("2h bookkeeping ref Acme", "nobody who was referred"),
    ("paid Acme 450 ref Acme", "cannot be referred by the same person"),
    ("2h Acme " + "x" * 500, "longer than 500"),
    ("\ud800" * 1_000_000, "longer than 500"),
]

GERMAN = Conventions(",", ".", DateOrder.DAY_FIRST)
AMERICAN = Conventions(".", ",", DateOrder.MONTH_FIRST)
ISO = Conventions(",", "\u202f", DateOrder.YEAR_FIRST)
ELSEWHERE: list[tuple[Conventions, str, str, Draft]] = [
    (GERMAN, "EUR", "paid Acme 1.234,50", SaleDraft(TODAY, ACME, 123450)),
    (GERMAN, "EUR", "paid Acme 1.234", SaleDraft(TODAY, ACME, 123400)),
    (GERMAN, "EUR", "paid Acme 12,5 3.11.", SaleDraft(nov(3), ACME, 1250)),
    (GERMAN, "EUR", "paid Acme 3.11", SaleDraft(TODAY, ACME, 311)),
    (GERMAN, "EUR", "paid Acme 450 3. November", SaleDraft(nov(3), ACME, 45000)),
    (GERMAN, "EUR", "2,25h Müller 1/11/26", WorkDraft(nov(1), 135, KEEP, MUELLER)),
    (AMERICAN, "USD", "paid Acme $1,234.50 11/3", SaleDraft(nov(3), ACME, 123450)),
    (AMERICAN, "USD", "paid Acme 1,234 11/03/2026", SaleDraft(nov(3), ACME, 123400)),
    (AMERICAN, "USD", "call Hilltop 12/3", NextStepDraft(date(2026, 12, 3), HILLTOP, "Call")),
    (AMERICAN, "USD", "paid Acme 20 bucks", SaleDraft(TODAY, ACME, 2000, "bucks")),
    (ISO, "EUR", "paid Acme 1 234,50 gutters", SaleDraft(TODAY, ACME, 123450, "gutters")),
    (ISO, "EUR", "paid Acme 1\u202f234,50", SaleDraft(TODAY, ACME, 123450)),
    (ISO, "EUR", "paid Acme 450 2026/11/3", SaleDraft(nov(3), ACME, 45000)),
    (ISO, "EUR", "paid Acme 450 11/3", SaleDraft(nov(3), ACME, 45000)),
    (GERMAN, "JPY", "paid Acme ¥1.234", SaleDraft(TODAY, ACME, 1234)),
    (AMERICAN, "KWD", "paid Acme 1.234", SaleDraft(TODAY, ACME, 1234)),
]
REFUSED_ELSEWHERE = [
    (AMERICAN, "USD", "paid Acme 450 25/12", "there is no month 25. Here the month comes first."),
    (GERMAN, "EUR", "paid Acme 450 12/25/2025", "there is no month 25"),
    (GERMAN, "JPY", "paid Acme 4,50", "more decimals than JPY"),
]


@pytest.mark.parametrize(("line", "draft"), WORK + SALES + EXPENSES + INQUIRIES + CONTACTS + STEPS)
def test_ready(line: str, draft: Draft, context: Context) -> None:
    reading = read(line, context)
    assert reading.draft == draft, reading
    assert reading.status is Status.READY
    assert not reading.question


@pytest.mark.parametrize(("line", "labels"), CHOOSE)
def test_choose(line: str, labels: tuple[str, ...], context: Context) -> None:
    reading = read(line, context)
    assert reading.status is Status.CHOOSE, reading
    assert tuple(f"{c.label} {c.badge}".strip() for c in reading.choices) == labels
    assert reading.draft is None
    assert reading.question


@pytest.mark.parametrize(("line", "question", "labels"), ASK)
def test_ask(line: str, question: str, labels: tuple[str, ...], context: Context) -> None:
    reading = read(line, context)
    assert reading.status is Status.ASK, reading
    assert question in reading.question
    assert tuple(choice.label for choice in reading.choices) == labels
    assert reading.draft is None


@pytest.mark.parametrize(("line", "because"), REFUSED)
def test_refused(line: str, because: str, context: Context) -> None:
    reading = read(line, context)
    assert reading.status is Status.REFUSED, reading
    assert because in reading.question
    assert reading.draft is None


@pytest.mark.parametrize(("conventions", "code", "line", "draft"), ELSEWHERE)
def test_ready_elsewhere(conventions: Conventions, code: str, line: str, draft: Draft, context: Context) -> None:
    there = replace(context, conventions=conventions, currency=currency(code))
    assert read(line, there).draft == draft


@pytest.mark.parametrize(("conventions", "code", "line", "because"), REFUSED_ELSEWHERE)
def test_refused_elsewhere(conventions: Conventions, code: str, line: str, because: str, context: Context) -> None:
    reading = read(line, replace(context, conventions=conventions, currency=currency(code)))
    assert reading.status is Status.REFUSED
    assert because in reading.question


@pytest.mark.parametrize("line", ["", "   ", "\t\n", "\x00", "\ud800"])
def test_empty(line: str, context: Context) -> None:
    assert read(line, context).status is Status.EMPTY
