"""What lines about opportunities mean: stages, won, lost, parked, promised; with those that ask or refuse."""

from dataclasses import replace
from datetime import date

import pytest

from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.quick_entry.deals import NEW_TITLE, Pipeline
from balancer_desktop.domain.quick_entry.names import KnownParty, NameIndex
from balancer_desktop.domain.quick_entry.parse import Context, read
from balancer_desktop.domain.quick_entry.reading import (
    AnswerDraft,
    Draft,
    ExpenseDraft,
    Label,
    LostDraft,
    NextStepDraft,
    ParkDraft,
    PromiseDraft,
    SaleDraft,
    StageDraft,
    Status,
    StopDraft,
    TimerDraft,
    Who,
    WonDraft,
    WorkDraft,
)
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

TODAY, YESTERDAY = date(2026, 11, 20), date(2026, 11, 19)
ACME, HILLTOP, JANE, OLD_MILL, JOHN = Who(1), Who(2), Who(3), Who(4), Who(5)
ROOF, FENCE, GUTTER = 1, 2, 3
RESEARCHED, DECIDER, PROPOSAL, PRESENTATION, TRIAL = 2, 3, 4, 5, 6
PRICE, NO_ANSWER, TOO_LATE, RIVAL, NOT_NEEDED, NO_MONEY, OTHER = 1, 2, 3, 4, 5, 6, 8

_LABELS = ("Price", "No answer", "We answered too late", "Went to a rival", "Not needed any more", "No money for it")
LABELS = (*_LABELS, "Other")


def nov(day: int) -> date:
    return date(2026, 11, day)


STAGES: list[tuple[str, Draft]] = [
    ("quote Hilltop 2400", StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof", 240000)),
    ("quote Hilltop Farm €2,400", StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof", 240000)),
    ("quote Hilltop 2400 roof", StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof", 240000)),
    ("quote Hilltop 2400 yesterday", StageDraft(YESTERDAY, HILLTOP, PROPOSAL, ROOF, "New roof", 240000)),
    ("quoted Hilltop", StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof")),
    ("quoted Hilltop 2400 yesterday", StageDraft(YESTERDAY, HILLTOP, PROPOSAL, ROOF, "New roof", 240000)),
    ("quoted Hilltop last mon", StageDraft(nov(16), HILLTOP, PROPOSAL, ROOF, "New roof")),
    ("sent quote to Hilltop 2400", StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof", 240000)),
    ("quote Acme 900 fence", StageDraft(TODAY, ACME, PROPOSAL, FENCE, "Fence", 90000)),
    ("quote Acme 900 gutter", StageDraft(TODAY, ACME, PROPOSAL, GUTTER, "Gutter guards", 90000)),
    ("quote Jane Doe 900", StageDraft(TODAY, JANE, PROPOSAL, 0, NEW_TITLE, 90000)),
    ("quote Jane Doe 900 new stairs", StageDraft(TODAY, JANE, PROPOSAL, 0, "new stairs", 90000)),
    ("quote John Smith 900", StageDraft(TODAY, JOHN, PROPOSAL, 0, NEW_TITLE, 90000)),
    ("quote Jane Doe 900 ref Hilltop", StageDraft(TODAY, JANE, PROPOSAL, 0, NEW_TITLE, 90000, referred_by=HILLTOP)),
    ("quote Old Mill 50", StageDraft(TODAY, OLD_MILL, PROPOSAL, 0, NEW_TITLE, 5000)),
    ("proposal Hilltop", StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof")),
    ("proposal Hilltop 2400", StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof", 240000)),
    ("trial Hilltop", StageDraft(TODAY, HILLTOP, TRIAL, ROOF, "New roof")),
    ("trial for Hilltop", StageDraft(TODAY, HILLTOP, TRIAL, ROOF, "New roof")),
    ("Trial or introductory offer Hilltop", StageDraft(TODAY, HILLTOP, TRIAL, ROOF, "New roof")),
    ("decision-maker found Hilltop", StageDraft(TODAY, HILLTOP, DECIDER, ROOF, "New roof")),
    ("researched Acme gutter", StageDraft(TODAY, ACME, RESEARCHED, GUTTER, "Gutter guards")),
    ("presentation at Hilltop fri", StageDraft(TODAY, HILLTOP, PRESENTATION, ROOF, "New roof")),
    ("proposal Acme gutter 900", StageDraft(TODAY, ACME, PROPOSAL, GUTTER, "Gutter guards", 90000)),
]

STEPS: list[tuple[str, Draft]] = [
    ("quote Hilltop", NextStepDraft(TODAY, HILLTOP, "Quote")),
    ("quote Hilltop fri", NextStepDraft(nov(27), HILLTOP, "Quote")),
    ("quote Hilltop 2400 fri", NextStepDraft(nov(27), HILLTOP, "Quote 2400")),
    ("quote Hilltop roof tomorrow", NextStepDraft(nov(21), HILLTOP, "Quote roof")),
]

WON: list[tuple[str, Draft]] = [
    ("won Hilltop", WonDraft(TODAY, HILLTOP, ROOF, "New roof")),
    ("won Hilltop 2400", WonDraft(TODAY, HILLTOP, ROOF, "New roof", 240000)),
    ("won Hilltop 2400 yesterday", WonDraft(YESTERDAY, HILLTOP, ROOF, "New roof", 240000)),
    ("won Hilltop roof", WonDraft(TODAY, HILLTOP, ROOF, "New roof")),
    ("won Acme gutter", WonDraft(TODAY, ACME, GUTTER, "Gutter guards")),
    ("won Acme fence 700", WonDraft(TODAY, ACME, FENCE, "Fence", 70000)),
    ("won Jane Doe 700", WonDraft(TODAY, JANE, 0, NEW_TITLE, 70000)),
    ("won Jane Doe stairs", WonDraft(TODAY, JANE, 0, "stairs")),
]

LOST: list[tuple[str, Draft]] = [
    ("lost Hilltop price", LostDraft(TODAY, HILLTOP, ROOF, PRICE)),
    ("lost Hilltop price, 300 too dear", LostDraft(TODAY, HILLTOP, ROOF, PRICE, "300 too dear")),
    ("lost Hilltop no answer", LostDraft(TODAY, HILLTOP, ROOF, NO_ANSWER)),
    ("lost Hilltop rival", LostDraft(TODAY, HILLTOP, ROOF, RIVAL)),
    ("lost Hilltop went to a rival", LostDraft(TODAY, HILLTOP, ROOF, RIVAL)),
    ("lost Hilltop too late", LostDraft(TODAY, HILLTOP, ROOF, TOO_LATE)),
    ("lost Hilltop not needed", LostDraft(TODAY, HILLTOP, ROOF, NOT_NEEDED)),
    ("lost Hilltop no money", LostDraft(TODAY, HILLTOP, ROOF, NO_MONEY)),
    ("lost Hilltop yesterday price", LostDraft(YESTERDAY, HILLTOP, ROOF, PRICE)),
    ("lost Hilltop roof price", LostDraft(TODAY, HILLTOP, ROOF, PRICE)),
    ("lost Acme fence price", LostDraft(TODAY, ACME, FENCE, PRICE)),
    ("lost Hilltop other bought it abroad", LostDraft(TODAY, HILLTOP, ROOF, OTHER, "bought it abroad")),
]

PARKED: list[tuple[str, Draft]] = [
    ("park Hilltop until march", ParkDraft(date(2027, 3, 1), HILLTOP, ROOF)),
    ("park Hilltop till mar", ParkDraft(date(2027, 3, 1), HILLTOP, ROOF)),
    ("park Hilltop until march 2028", ParkDraft(date(2028, 3, 1), HILLTOP, ROOF)),
    ("park Hilltop until december", ParkDraft(date(2026, 12, 1), HILLTOP, ROOF)),
    ("park Hilltop until november", ParkDraft(date(2027, 11, 1), HILLTOP, ROOF)),
    ("park Hilltop until 3 march", ParkDraft(date(2027, 3, 3), HILLTOP, ROOF)),
    ("park Hilltop 2 weeks", ParkDraft(date(2026, 12, 4), HILLTOP, ROOF)),
    ("park Hilltop for a month", ParkDraft(date(2026, 12, 20), HILLTOP, ROOF)),
    ("park Hilltop in 3 days", ParkDraft(nov(23), HILLTOP, ROOF)),
    ("park Hilltop next mon", ParkDraft(nov(23), HILLTOP, ROOF)),
    ("park Hilltop 3/12", ParkDraft(date(2026, 12, 3), HILLTOP, ROOF)),
    ("park Hilltop end of month", ParkDraft(nov(30), HILLTOP, ROOF)),
    ("park Acme fence until may", ParkDraft(date(2027, 5, 1), ACME, FENCE)),
    ("park Hilltop until march, they build first", ParkDraft(date(2027, 3, 1), HILLTOP, ROOF, "they build first")),
]

PROMISES: list[tuple[str, Draft]] = [
    ("promised Hilltop quote by fri", PromiseDraft(nov(27), HILLTOP, "quote")),
    ("promised Hilltop quote", PromiseDraft(None, HILLTOP, "quote")),
    (
        "promised Hilltop a quote for the roof by 3 dec",
        PromiseDraft(date(2026, 12, 3), HILLTOP, "a quote for the roof"),
    ),
    ("promise Zoe call back tomorrow", PromiseDraft(nov(21), Who(name="Zoe"), "call back")),
    ("promised 555-0101 quote by fri", PromiseDraft(nov(27), Who(phone="555-0101"), "quote")),
]

ANSWERS: list[tuple[str, Draft]] = [
    ("answered Hilltop", AnswerDraft(TODAY, HILLTOP)),
    ("answered Hilltop they come on monday", AnswerDraft(TODAY, HILLTOP, "they come on monday")),
    ("answered 555-0101", AnswerDraft(TODAY, Who(phone="555-0101"))),
    ("replied to Zoe Quinn", AnswerDraft(TODAY, Who(name="Zoe Quinn"))),
]

DISCOUNTS: list[tuple[str, Draft]] = [
    ("discount Hilltop 50", ExpenseDraft(TODAY, 5000, Side.GAIN, HILLTOP, introductory=True)),
    ("discount Acme 50 first month", ExpenseDraft(TODAY, 5000, Side.GAIN, ACME, "first month", introductory=True)),
    (
        "introductory discount Hilltop 50 yesterday",
        ExpenseDraft(YESTERDAY, 5000, Side.GAIN, HILLTOP, introductory=True),
    ),
]

TIMERS: list[tuple[str, Draft]] = [
    ("start Acme roof", TimerDraft(Side.KEEP, ACME, "roof")),
    ("start Hilltop", TimerDraft(Side.GAIN, HILLTOP)),
    ("start prospecting", TimerDraft(Side.GAIN, Who(), "prospecting")),
    ("start timer Acme #run", TimerDraft(Side.RUN, ACME)),
    ("stop", StopDraft()),
    ("stop EUR", StopDraft("EUR")),
    ("stop timer", StopDraft()),
    ("stop all done", StopDraft("all done")),
]

CHOOSE: list[tuple[str, str, tuple[str, ...]]] = [
    ("quote Acme 900", "Which", ("Fence", "Gutter guards", f"a new one, “{NEW_TITLE}”")),
    ("quote Hilltop 900 new windows", "Which", ("New roof", "a new one, “new windows”")),
    ("quote Acme 900 gutter long", "Which", ("Gutter guards", "a new one, “gutter long”")),
    ("won Acme", "Which", ("Fence", "Gutter guards", f"a new one, “{NEW_TITLE}”")),
    ("lost Acme price", "Which", ("Fence", "Gutter guards")),
    ("park Acme until march", "Which", ("Fence", "Gutter guards")),
    (
        "lost Hilltop",
        "Why was it lost?",
        (
            "Price",
            "No answer",
            "We answered too late",
            "Went to a rival",
            "Not needed any more",
            "No money for it",
            "Other",
        ),
    ),
    ("lost Hilltop no", "Why was it lost?", ("No answer", "Not needed any more", "No money for it")),
    (
        "lost Hilltop weather",
        "Why was it lost?",
        (
            "Price",
            "No answer",
            "We answered too late",
            "Went to a rival",
            "Not needed any more",
            "No money for it",
            "Other",
        ),
    ),
    ("quote Zzyzx 900", "is not in the book yet", ("new person “Zzyzx”",)),
    ("won Zzyzx", "is not in the book yet", ("new person “Zzyzx”",)),
    ("lost Hiltop price", "Did you mean", ("Hilltop Farm", "new person “Hiltop”")),
    ("discount Zzyzx 50", "is not in the book yet", ("new person “Zzyzx”",)),
]

ASK = [
    ("park Hilltop", "Until when?"),
    ("park", "Until when?"),
    ("won", "Who is it about?"),
    ("quoted", "Who is it about?"),
    ("promised Hilltop", "What was promised?"),
    ("discount Hilltop", "How much was it?"),
    ("discount 50", "Who is it about?"),
    ("lost Hilltop other", "Add a few words"),
]

REFUSED = [
    ("lost Jane Doe price", "Jane Doe has no open opportunity"),
    ("park John Smith until march", "John Smith has no open opportunity"),
    ("park Hilltop until today", "Fri 20 Nov 2026 is not to come"),
    ("park Hilltop yesterday", "is not to come"),
    ("won Hilltop fri 27 nov 2026", "what is won cannot be in the future"),
    ("proposal Acme gutter", "“Gutter guards” is in Proposal already"),
    ("proposal Hilltop tomorrow", "cannot be in the future"),
    ("won Hilltop -50", "less than nothing"),
    ("quoted Hilltop -50", "less than nothing"),
    ("discount Hilltop -50", "less than nothing"),
    ("won Hilltop 0", "zero"),
    ("lost Hilltop price tomorrow", "what is lost cannot be in the future"),
    ("promised Hilltop quote by 3 nov 2026", "what is promised is still to come"),
    ("old way Hilltop", "does not say"),
]


@pytest.mark.parametrize(
    ("line", "draft"), STAGES + STEPS + WON + LOST + PARKED + PROMISES + ANSWERS + DISCOUNTS + TIMERS
)
def test_ready(line: str, draft: Draft, context: Context) -> None:
    reading = read(line, context)
    assert reading.draft == draft, reading
    assert reading.status is Status.READY


@pytest.mark.parametrize(("line", "question", "labels"), CHOOSE)
def test_choose(line: str, question: str, labels: tuple[str, ...], context: Context) -> None:
    reading = read(line, context)
    assert reading.status is Status.CHOOSE, reading
    assert question in reading.question
    assert tuple(choice.label for choice in reading.choices) == labels
    assert reading.draft is None


@pytest.mark.parametrize(("line", "question"), ASK)
def test_ask(line: str, question: str, context: Context) -> None:
    reading = read(line, context)
    assert reading.status is Status.ASK, reading
    assert question in reading.question


@pytest.mark.parametrize(("line", "because"), REFUSED)
def test_refused(line: str, because: str, context: Context) -> None:
    reading = read(line, context)
    assert reading.status is Status.REFUSED, reading
    assert because in reading.question


@pytest.mark.parametrize(
    ("line", "pick", "draft"),
    [
        ("quote Acme 900", 1, StageDraft(TODAY, ACME, PROPOSAL, GUTTER, "Gutter guards", 90000)),
        ("quote Acme 900", 2, StageDraft(TODAY, ACME, PROPOSAL, 0, NEW_TITLE, 90000)),
        ("quote Hilltop 900 windows", 0, StageDraft(TODAY, HILLTOP, PROPOSAL, ROOF, "New roof", 90000, "windows")),
        ("quote Hilltop 900 windows", 1, StageDraft(TODAY, HILLTOP, PROPOSAL, 0, "windows", 90000)),
        ("won Acme", 0, WonDraft(TODAY, ACME, FENCE, "Fence")),
        ("lost Acme price", 1, LostDraft(TODAY, ACME, GUTTER, PRICE)),
        ("lost Hilltop", 3, LostDraft(TODAY, HILLTOP, ROOF, RIVAL)),
        ("lost Hilltop they moved", 4, LostDraft(TODAY, HILLTOP, ROOF, NOT_NEEDED, "they moved")),
        ("lost Hilltop they moved", 6, LostDraft(TODAY, HILLTOP, ROOF, OTHER, "they moved")),
    ],
)
def test_a_choice_completes_the_line(line: str, pick: int, draft: Draft, context: Context) -> None:
    reading = read(line, context)
    assert read(line, context, reading.choices[pick].answer).draft == draft


def test_while_it_is_open_who_it_is_the_stage_is_shown_already(context: Context) -> None:
    asked = read("quote Zzyzx 900 new stairs", context)
    assert (asked.status, asked.part(Label.STAGE), asked.part(Label.AMOUNT)) == (
        Status.CHOOSE,
        "Proposal",
        "900.00 EUR",
    )
    assert asked.part(Label.WHAT) == "new stairs"
    parked = read("park Hilltop until march", context)
    assert (parked.part(Label.UNTIL), parked.part(Label.DATE)) == ("Mon 1 Mar 2027", "")


def test_what_is_new_and_what_is_left_as_it_is_are_shown(context: Context) -> None:
    moved, opened = read("quote Hilltop 2400", context), read("quote Jane Doe 900 stairs", context)
    assert (moved.part(Label.OPPORTUNITY), moved.part(Label.STAGE), moved.part(Label.AMOUNT)) == (
        "New roof",
        "Proposal",
        "2,400.00 EUR",
    )
    assert opened.part(Label.OPPORTUNITY) == "stairs (new)"
    assert read("lost Hilltop price", context).part(Label.REASON) == "Price"


@pytest.mark.parametrize(
    ("names", "stage_id"),
    [
        (("Talked", "Quote sent", "Trial offer"), 2),
        (("Talked", "Our offer", "Quotation"), 3),
        (("Talked", "Looks at our offer"), 2),
    ],
)
def test_a_quote_goes_to_the_stage_whose_name_says_so(names: tuple[str, ...], stage_id: int, context: Context) -> None:
    stages = tuple(Stage(name, 10, 7, place, id=place + 1) for place, name in enumerate(names))
    reading = read("quote Jane Doe 900", replace(context, pipeline=Pipeline(stages)))
    assert reading.draft == StageDraft(TODAY, JANE, stage_id, 0, NEW_TITLE, 90000)


def test_without_such_a_stage_a_quote_stays_a_step_and_one_given_is_refused(context: Context) -> None:
    there = replace(context, pipeline=Pipeline((Stage("Talked", 10, 7, id=1),)))
    assert read("quote Jane Doe 900", there).draft == NextStepDraft(TODAY, JANE, "Quote 900")
    assert "None of your stages is a proposal" in read("quoted Jane Doe 900", there).question
    assert read("talked Jane Doe", there).draft == StageDraft(TODAY, JANE, 1, 0, NEW_TITLE)


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ("Park Hotel paid 450", SaleDraft(TODAY, Who(20), 45000)),
        ("Park Hotel 2h roof", WorkDraft(TODAY, 120, Side.KEEP, Who(20), "roof")),
        ("won Park Hotel", WonDraft(TODAY, Who(20), 0, NEW_TITLE)),
        ("park Won Kim", None),
    ],
)
def test_a_name_that_begins_like_a_verb_is_a_name_before_a_verb(
    line: str, draft: Draft | None, context: Context
) -> None:
    names = NameIndex.of((KnownParty(20, "Park Hotel", Standing.CURRENT), KnownParty(21, "Won Kim", Standing.CURRENT)))
    assert read(line, replace(context, names=names)).draft == draft
