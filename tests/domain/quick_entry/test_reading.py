"""What holds for every line: it never fails, shows all it would write, and its choices lead somewhere."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from balancer_desktop.domain.contact_words import contact_words, inquiry_words
from balancer_desktop.domain.conventions import PLAIN, Conventions, DateOrder
from balancer_desktop.domain.entries import duration_words
from balancer_desktop.domain.money import currency, format_amount
from balancer_desktop.domain.quick_entry.dates import day_words
from balancer_desktop.domain.quick_entry.names import KnownParty
from balancer_desktop.domain.quick_entry.parse import Context, read
from balancer_desktop.domain.quick_entry.reading import (
    AnswerDraft,
    Answers,
    ChoiceKind,
    ContactDraft,
    Draft,
    ExpenseDraft,
    InquiryDraft,
    Label,
    LostDraft,
    NextStepDraft,
    ParkDraft,
    PromiseDraft,
    Reading,
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

FRAGMENTS = (
    "2h 1h30 1:30 45m ½h 24h 99h paid sold refund spent bought missed call inquiry website "
    "won lost park answered via web promise quote quoted proposal promised discount start stop roof price "
    "from called visit visited emailed note "
    "remind ref for at on by Acme acme Hilltop Hill Hiltop Jane Doe jane Old Mill Smith smith Müller Studio 54 Sun "
    'Bakery Zzyzx Zoe Quinn flyers prospecting taxes screws #keep #gain #run 450 -50 60,5 1.234 €450 $5 EUR USD "Acme '
    'Roofing" " 555-0199 555-0101 +49 170 1234567 today yesterday tomorrow fri mon last next 3 nov 29 feb 3/11 3.11. '
    "2026-11-03 9999-12-31 in 2 weeks ago end of month 0 9999 years , : & \x00 \ud800 山田"
)
WORDS = FRAGMENTS.split(" ")
LOCALES = (PLAIN, Conventions(",", ".", DateOrder.MONTH_FIRST), Conventions(",", "\u202f", DateOrder.YEAR_FIRST))

lines = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
any_line = lines | st.text(max_size=60) | st.builds("{} {}".format, st.sampled_from(WORDS), st.text(max_size=30))
many = settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@many
@given(line=any_line, conventions=st.sampled_from(LOCALES), today=st.dates())
@example(line="call Acme in 9999 years", conventions=PLAIN, today=date.max)
@example(line="paid Acme 450 31 dec", conventions=PLAIN, today=date.min)
def test_any_text_has_one_reading(line: str, conventions: Conventions, today: date, context: Context) -> None:
    there = replace(context, conventions=conventions, today=today)
    reading = read(line, there)
    assert reading == read(line, there)
    assert reading.line == line
    assert (reading.draft is not None) == (reading.status is Status.READY)
    assert bool(reading.question) == (reading.status in (Status.CHOOSE, Status.ASK, Status.REFUSED))
    assert reading.choices or reading.status is not Status.CHOOSE


def shown(reading: Reading, context: Context) -> None:
    """Every field that the draft would write is in the parts."""
    draft, part = reading.draft, reading.part
    assert draft is not None
    day = day_of(draft)
    label = Label.UNTIL if isinstance(draft, ParkDraft) else Label.BY if isinstance(draft, PromiseDraft) else Label.DATE
    assert part(label) == ("" if day is None else "today" if day == context.today else day_words(day))
    if isinstance(draft, StageDraft | WonDraft | LostDraft | ParkDraft):
        shown_of_a_deal(draft, reading, context)
    else:
        assert part(Label.WHAT) == words_of(draft)
    if isinstance(draft, StopDraft):
        return
    if isinstance(draft, InquiryDraft):
        by = f" by {day_words(draft.promised_by)}" if draft.promised_by else ""
        assert part(Label.PROMISED) == draft.promised + by
    joins = not isinstance(draft, InquiryDraft | PromiseDraft | AnswerDraft)
    assert names(draft.who, part(Label.WHO), context, "new person" if joins else "not in the book")
    assert names(draft.referred_by, part(Label.REFERRED_BY), context)
    if isinstance(draft, WorkDraft):
        assert part(Label.TIME) == duration_words(draft.minutes)
    if isinstance(draft, WorkDraft | ExpenseDraft | TimerDraft):
        assert part(Label.SIDE) == draft.side.label
    if isinstance(draft, SaleDraft | ExpenseDraft):
        assert part(Label.AMOUNT) == f"{format_amount(draft.amount, context.currency, context.conventions)} EUR"
    assert part(Label.ENTRY) == entry_of(draft)


def words_of(draft: Draft) -> str:
    """What it says in the owner's words."""
    if isinstance(draft, SaleDraft | ExpenseDraft):
        return draft.memo
    if isinstance(draft, NextStepDraft | PromiseDraft):
        return draft.what
    assert not isinstance(draft, StageDraft | WonDraft | LostDraft | ParkDraft)
    return draft.asked if isinstance(draft, InquiryDraft) else draft.note


def entry_of(draft: Draft) -> str:
    """What kind of entry it is."""
    if isinstance(draft, ContactDraft):
        return contact_words(draft.channel, incoming=draft.incoming, answered=draft.answered)
    if isinstance(draft, InquiryDraft):
        return inquiry_words(draft.channel)
    if isinstance(draft, SaleDraft):
        return "refund" if draft.amount < 0 else "sale"
    if isinstance(draft, ExpenseDraft):
        return "introductory discount" if draft.introductory else "expense"
    return _ENTRIES[type(draft)]


_ENTRIES = {
    WorkDraft: "work",
    NextStepDraft: "next step",
    StageDraft: "opportunity",
    WonDraft: "won",
    LostDraft: "lost",
    ParkDraft: "parked",
    PromiseDraft: "promise",
    AnswerDraft: "answered",
    TimerDraft: "timer",
}


def day_of(draft: Draft) -> date | None:
    if isinstance(draft, TimerDraft | StopDraft):
        return None
    if isinstance(draft, PromiseDraft):
        return draft.by
    if isinstance(draft, ParkDraft):
        return draft.until
    return draft.due if isinstance(draft, NextStepDraft) else draft.on


def shown_of_a_deal(draft: StageDraft | WonDraft | LostDraft | ParkDraft, reading: Reading, context: Context) -> None:
    part = reading.part
    assert part(Label.WHAT) == draft.note
    if isinstance(draft, StageDraft | WonDraft):
        assert part(Label.OPPORTUNITY) == draft.title + ("" if draft.opportunity_id else " (new)")
        amount = draft.value if isinstance(draft, StageDraft) else draft.agreed
        written = None if amount is None else f"{format_amount(amount, context.currency, context.conventions)} EUR"
        assert part(Label.AMOUNT if isinstance(draft, StageDraft) else Label.AGREED) == (written or "")
    else:
        known = context.pipeline.of_party(draft.who.party_id)
        assert part(Label.OPPORTUNITY) == next(one.title for one in known if one.id == draft.opportunity_id)
    if isinstance(draft, StageDraft):
        stage = context.pipeline.stage(draft.stage_id)
        assert stage
        assert part(Label.STAGE) == stage.name
    if isinstance(draft, LostDraft):
        labels = {reason.id: reason.label for reason in context.pipeline.reasons}
        assert part(Label.REASON) == labels[draft.reason_id]


def names(who: Who, text: str, context: Context, stranger: str = "new person") -> bool:
    party = context.names.get(who.party_id)
    if party:
        return text.startswith(party.name) and ("(ex-customer)" in text) == (party.standing is Standing.EX)
    if who.is_new:
        return who.name in text and who.phone in text and text.endswith(f"({stranger})")
    return text in ("", "nobody in particular")


@many
@given(line=lines)
def test_nothing_is_written_that_is_not_shown(line: str, context: Context) -> None:
    """Follow the first choices until nothing is open; what is then ready shows all of it, at every step."""
    reading = read(line, context)
    for _ in range(4):
        if reading.status is Status.READY:
            shown(reading, context)
        if reading.status not in (Status.CHOOSE, Status.ASK) or not reading.choices:
            return
        reading = read(line, context, reading.choices[0].answer)
    assert reading.status is Status.READY, reading


@many
@given(line=lines, pick=st.integers(0, 9))
@example(line="stop acme", pick=0)
def test_a_choice_decides_what_it_says(line: str, pick: int, context: Context) -> None:
    reading = read(line, context)
    if not reading.choices:
        return
    choice = reading.choices[pick % len(reading.choices)]
    then = read(line, context, choice.answer)
    if choice.kind is ChoiceKind.SIDE:
        assert then.part(Label.SIDE) == choice.label
    elif choice.kind is ChoiceKind.REASON:
        assert then.part(Label.REASON) == choice.label or then.status is Status.ASK  # “other” needs words
    elif choice.kind is ChoiceKind.OPPORTUNITY:
        about = then.part(Label.OPPORTUNITY).removesuffix(" (new)")
        assert then.status is Status.REFUSED or about in choice.label  # it may be in that stage already
    elif then.status is not Status.REFUSED:  # a referral may turn out to be to oneself
        people = (then.part(Label.WHO), then.part(Label.REFERRED_BY))
        name = choice.label.removeprefix("new person ").strip("“”")
        assert any(text and (name.startswith(text.partition(" (")[0]) or name in text) for text in people), then


def ready(line: str, context: Context, answers: Answers) -> Reading:
    reading = read(line, context, answers)
    assert reading.status is Status.READY, reading
    return reading


def test_answers_one_after_another(context: Context) -> None:
    """A stranger's name that is none goes back into the note, and then the side is asked."""
    first = read("2h Repair shelves", context)
    assert [c.kind for c in first.choices] == [ChoiceKind.NEW_PERSON, ChoiceKind.NOBODY]
    second = read("2h Repair shelves", context, first.choices[1].answer)
    assert second.status is Status.ASK
    done = ready("2h Repair shelves", context, second.choices[1].answer)
    assert done.draft == WorkDraft(context.today, 120, Side.GAIN, Who(), "Repair shelves")


def test_a_party_picked_elsewhere_loses_no_words(context: Context) -> None:
    """Where no name was understood, any party may answer, and what was typed stays in the note."""
    done = ready("paid stove 450", context, Answers(party_id=5))
    assert done.draft == SaleDraft(context.today, Who(5), 45000, "stove")


def test_a_new_person_takes_the_whole_name(context: Context) -> None:
    done = ready("call Jane Roe fri", context, Answers(new_person=True))
    assert isinstance(done.draft, NextStepDraft)
    assert (done.draft.who, done.draft.what) == (Who(name="Jane Roe"), "Call")


def test_a_party_that_left_the_book_is_refused(context: Context) -> None:
    reading = read("paid Acme 450", context, Answers(party_id=999))
    assert reading.status is Status.REFUSED
    assert "not in the book any more" in reading.question


def test_a_tag_outweighs_an_answer(context: Context) -> None:
    assert ready("2h walk #run", context, Answers(side=Side.KEEP)).part(Label.SIDE) == "running the business"


def test_a_typo_says_what_it_was_read_for(context: Context) -> None:
    """It is never taken unasked."""
    asked = read("2h Hiltop roof", context)
    assert asked.status is Status.CHOOSE
    assert asked.question == "“Hiltop” is not in the book. Did you mean Hilltop Farm?"
    reading = read("2h Hiltop roof", context, asked.choices[0].answer)
    assert reading.status is Status.READY
    assert reading.part(Label.WHO) == "Hilltop Farm (for “Hiltop”)"


def test_a_lone_ex_customer_is_marked(context: Context) -> None:
    assert read("visited Old Mill", context).part(Label.WHO) == "Old Mill (ex-customer)"


@pytest.mark.parametrize("ex_name", ["Acme", "Acme Roofing", "Acme Plumbing"])
def test_an_ex_customer_never_wins_silently(ex_name: str, context: Context) -> None:
    """Not even by fitting better: the live customer is offered first."""
    context.names.remove(3)  # who works for Acme, and would be offered too
    context.names.replace(KnownParty(50, ex_name, Standing.EX))
    reading = read("paid Acme 450", context)
    assert reading.status is Status.CHOOSE
    assert [c.badge for c in reading.choices] == ["customer", "ex-customer", ""]


def test_a_live_exact_name_wins_over_longer_ones(context: Context) -> None:
    context.names.replace(KnownParty(50, "Acme", Standing.CURRENT))
    reading = read("paid Acme 450", context)
    assert reading.draft == SaleDraft(context.today, Who(50), 45000)
    assert [c.label for c in reading.choices] == ["Acme Roofing Ltd", "new person “Acme”"]


def test_at_most_eight_candidates_and_twins_told_apart(context: Context) -> None:
    for n in range(20, 40):
        context.names.replace(KnownParty(n, "Kim Park", Standing.CURRENT, (f"555-10{n}",)))
    choices = read("2h Kim", context).choices
    assert [c.kind for c in choices].count(ChoiceKind.PARTY) == 8
    assert choices[0].label == "Kim Park, 555-1020"


def test_parts_are_written_as_the_locale_writes_them(context: Context) -> None:
    there = replace(context, conventions=Conventions(",", "."), currency=currency("KWD"))
    reading = read("paid Acme 1234,5 yesterday", there)
    assert reading.part(Label.AMOUNT) == "1.234,500 KWD"
    assert reading.part(Label.DATE) == "Thu 19 Nov 2026"


def test_controls_and_reordering_marks_are_not_written(context: Context) -> None:
    draft = read("note Acme gate\x00 \u202ecode\ud800\n12", context).draft
    assert isinstance(draft, ContactDraft)
    assert draft.note == "gate code 12"
    assert draft.note.encode("utf-8")
