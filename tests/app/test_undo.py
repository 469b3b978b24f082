"""Whatever the owner does can be taken back to the byte and done again, in any order, and the book stays sound."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import balancer_desktop.app
from balancer_desktop.app import (
    archive,
    archive_folders,
    balance,
    book_settings,
    cadence,
    contacts,
    filing,
    keep_in_touch,
    leaving,
    lines,
    money,
    next_steps,
    people,
    quick_entry,
    reasons,
    standings,
    suggestions,
    work,
)
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.book_settings import BookSettings
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.names import name_index
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.line import Line, LineKind
from balancer_desktop.domain.party import ContactKind, ContactPoint, Party, PartyKind
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.quick_entry.parse import read
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import ReasonClass, Standing, ex_spell
from balancer_desktop.storage import book_file
from balancer_desktop.storage.history import DEPTH
from balancer_desktop.storage.verify import problems

TODAY = date(2026, 11, 20)
ACME, ZOE, NEWCOMER, GONE = 1, 2, 3, 4
FOLDER, INNER = 1, 2
SALE, EXPENSE = 1, 3
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def dump(book: Book) -> list[str]:
    """All that undo restores: where folders lie is the disk's, and there a second of one name has a number behind."""
    return [line for line in book.file.db.connection().iterdump() if not line.startswith('INSERT INTO "place"')]


@pytest.fixture
def filled(book: Book) -> Book:
    """Acme with a row in every table, Zoë, who lapsed, a newcomer without rows, and Gone, who left with a hook."""
    phone = ContactPoint(ContactKind.PHONE, "555-0101")
    people.add(book, Party("Acme", PartyKind.BUSINESS, contacts=(phone,), tags=("roof",)), on=date(2025, 1, 1))
    people.add(book, Party("Zoë", referred_by=ACME), Standing.CURRENT, date(2025, 1, 1))
    people.add(book, Party("Newcomer"), on=date(2026, 1, 1))
    money.record_sale(book, Sale(date(2025, 2, 1), ACME, 10000, "roof"))
    money.record_sale(book, Sale(date(2026, 3, 1), ACME, 20000, owed=True))
    money.record_expense(book, Expense(date(2026, 4, 1), 500, Side.GAIN, ACME, "flyers"))
    work.log(book, Work(date(2026, 5, 1), 60, Side.KEEP, ACME))
    contacts.log(book, Contact(date(2026, 6, 1), ACME, Channel.CALL, "hello"))
    contacts.plan(book, NextStep(date(2026, 12, 1), ACME, "visit"))
    people.set_standing(book, [ZOE], Standing.LAPSED, date(2026, 1, 1))
    people.add(book, Party("Gone"), Standing.CURRENT, date(2025, 1, 1))
    contacts.plan(book, NextStep(date(2026, 12, 1), GONE, "sweep"))
    inner = archive_folders.add(book, "Far away", archive_folders.add(book, "Moved"))
    archive.archive(book, [GONE], 2, date(2026, 2, 1), inner, "abroad", "ask who moved in", date(2027, 1, 1))
    archive_folders.add(book, "Empty")
    reasons.retire(book, 4)
    money.record_sale(book, Sale(date(2026, 2, 3), ZOE, 300, "came back"))
    book.start_history()
    return book


def _line(kind: LineKind, id_: int) -> Line:
    return Line(kind, id_, TODAY, ACME, "Acme", "", 0)


def _edited(book: Book) -> Party:
    acme = book.people.get(ACME)
    assert acme
    mail = ContactPoint(ContactKind.EMAIL, "a@b.example")
    return replace(acme, name="Acme 2", contacts=(mail,), tags=("x", "y"), customer_since=date(2020, 1, 1))


CASES: dict[str, Callable[[Book], object]] = {
    "people.add": lambda book: people.add(
        book, Party("Odd ' % _ \0 🌿 \u202e", tags=("a", "b"), notes="x" * 9000), Standing.EX, date(2026, 1, 1)
    ),
    "people.edit": lambda book: people.edit(book, _edited(book)),
    "people.set_standing": lambda book: people.set_standing(book, [ACME, ZOE], Standing.EX, TODAY, 1, "moved on"),
    "people.tag": lambda book: people.tag(book, [ACME, ZOE, NEWCOMER], "roof"),
    "people.remove": lambda book: people.remove(book, [NEWCOMER]),
    "work.log": lambda book: work.log(book, Work(TODAY, 90, Side.WIN_BACK, ZOE, "lunch")),
    "work.edit": lambda book: work.edit(book, Work(TODAY, 30, Side.RUN, 0, "books", id=1)),
    "work.remove": lambda book: work.remove(book, 1),
    "work.start_timer": lambda book: work.start_timer(book, NOON, ACME, Side.KEEP, "bolts"),
    "work.stop_timer": lambda book: work.stop_timer(book, NOON + timedelta(hours=1)),
    "work.cancel_timer": work.cancel_timer,
    "money.record_sale": lambda book: money.record_sale(book, Sale(TODAY, NEWCOMER, 700, owed=True)),
    "money.edit_sale": lambda book: money.edit_sale(book, Sale(date(2024, 1, 1), NEWCOMER, -5, "late", id=SALE)),
    "money.remove_sale": lambda book: money.remove_sale(book, SALE),
    "money.record_expense": lambda book: money.record_expense(book, Expense(TODAY, 60, Side.RUN)),
    "money.edit_expense": lambda book: money.edit_expense(book, Expense(TODAY, -60, Side.KEEP, ZOE, id=EXPENSE)),
    "money.remove_expense": lambda book: money.remove_expense(book, EXPENSE),
    "contacts.log": lambda book: contacts.log(book, Contact(TODAY, ZOE, Channel.MISSED_CALL)),
    "contacts.edit": lambda book: contacts.edit(book, Contact(TODAY, ZOE, Channel.NOTE, "sorry", id=1)),
    "contacts.remove": lambda book: contacts.remove(book, 1),
    "contacts.plan": lambda book: contacts.plan(book, NextStep(TODAY, ZOE, "call")),
    "contacts.finish": lambda book: contacts.finish(book, 1),
    "contacts.postpone": lambda book: contacts.postpone(book, 1, date(2027, 1, 1)),
    "contacts.remove_step": lambda book: contacts.remove_step(book, 1),
    "cadence.set_party": lambda book: cadence.set_party(book, ACME, 14, 0),
    "cadence.set_tag": lambda book: cadence.set_tag(book, "roof", 30, 60),
    "keep_in_touch.leave_until": lambda book: keep_in_touch.leave_until(
        book, [ACME, ZOE], [Matter.TOUCH, Matter.LAPSE], date(2027, 1, 1)
    ),
    "suggestions.lapse": lambda book: suggestions.lapse(book, KnownRhythms(book), [ACME]),
    "suggestions.take_back": lambda book: suggestions.take_back(book, [ZOE]),
    "book_settings.save": lambda book: book_settings.save(book, BookSettings("Bright", 10, 30, new_days=30)),
    "balance.set_target": lambda book: balance.set_target(book, 10, 30),
    "next_steps.edit": lambda book: next_steps.edit(book, NextStep(TODAY, ZOE, "write", id=1)),
    "archive.archive": lambda book: archive.archive(
        book, [ACME, ZOE, GONE], 1, TODAY, FOLDER, "closed", "ask for the new owner", date(2027, 6, 1)
    ),
    "archive.restore": lambda book: archive.restore(book, [GONE, ACME]),
    "archive.refile": lambda book: archive.refile(book, [GONE], FOLDER),
    "archive.set_hook": lambda book: archive.set_hook(book, GONE, "send a card"),
    "archive.finish_hook": lambda book: archive.finish_hook(book, GONE),
    "archive.postpone_hook": lambda book: archive.postpone_hook(book, GONE, date(2027, 3, 1)),
    "archive_folders.add": lambda book: archive_folders.add(book, "Retired", FOLDER),
    "archive_folders.make": lambda book: archive_folders.make_path(book, "moved/Far away/Islands/North"),
    "archive_folders.rename": lambda book: archive_folders.rename(book, FOLDER, "Moved \u202e🌿"),
    "archive_folders.move": lambda book: archive_folders.move(book, INNER, 0),
    "archive_folders.remove": lambda book: archive_folders.remove(book, 3),
    "reasons.change_reason": lambda book: reasons.change_reason(book, 3, "Finished school", ReasonClass.UNKNOWN),
    "reasons.retire": lambda book: reasons.retire(book, 2),
    "reasons.bring_back": lambda book: reasons.bring_back(book, 4),
    "reasons.remove_reason": lambda book: reasons.remove_reason(book, 3),
    "reasons.add_reason": lambda book: reasons.add_reason(book, "Found a relative", ReasonClass.BENIGN),
    "reasons.archive_because": lambda book: reasons.archive_because(book, [ACME, ZOE], "Feud", ReasonClass.UNKNOWN),
    "standings.remove_change": lambda book: standings.remove_change(book, ZOE, book.people.history(ZOE)[-1].id),
    "filing.start_again": lambda book: filing.start_again(book, ACME),
    "leaving.leave": lambda book: leaving.leave(
        book, [ACME, GONE], leaving.Leaving(own_reason="Feud", new_folder="Empty/Odd 🌿", note="x", on=TODAY)
    ),
    "lines.remove": lambda book: lines.remove(book, [_line(LineKind.SALE, 1), _line(LineKind.SALE, 2)]),
    "lines.mark_paid": lambda book: lines.mark_paid(book, [1, 2]),
    "quick_entry.commit": lambda book: quick_entry.commit(
        book, read("2h Acme roof repair", quick_entry.context(book, name_index(book)))
    ),
}
RUNNING = {"work.stop_timer", "work.cancel_timer"}
"""Verbs that need a timer to be running."""
NOT_THE_OWNERS = {
    "demo_filling.fill": "makes the demo book, which begins with it",
    "suggestions.apply_rules": "puts off what is taken back: see test_suggestions",
}


@pytest.mark.parametrize("verb", CASES)
def test_do_undo_redo(filled: Book, verb: str) -> None:
    if verb in RUNNING:
        work.start_timer(filled, NOON, ACME, Side.KEEP, "bolts")
        filled.start_history()
    before = dump(filled)
    told: list[Changes] = []
    filled.subscribe(told.append)
    CASES[verb](filled)
    after = dump(filled)
    label = filled.undo_label
    assert label
    assert after != before
    assert problems(filled.file.db) == []
    for _ in range(2):
        assert filled.undo() == label
        assert dump(filled) == before
        assert problems(filled.file.db) == []
        assert (filled.undo_label, filled.redo_label) == ("", label)
        assert filled.redo() == label
        assert dump(filled) == after
        assert problems(filled.file.db) == []
        assert (filled.undo_label, filled.redo_label) == (label, "")
    assert len(told) == 5
    assert len(set(told)) == 1, "undo and redo concern what doing it concerned"


def _verbs() -> list[str]:
    """Every public function of app that opens a change."""
    found = []
    for module in pkgutil.iter_modules(balancer_desktop.app.__path__):
        if not module.ispkg:
            loaded = importlib.import_module(f"balancer_desktop.app.{module.name}")
            found += [
                f"{module.name}.{name}"
                for name, function in inspect.getmembers(loaded, inspect.isfunction)
                if function.__module__ == loaded.__name__
                and not name.startswith("_")
                and ".change(" in inspect.getsource(function)
            ]
    return found


def test_every_verb_has_its_case() -> None:
    assert set(_verbs()) == CASES.keys() | NOT_THE_OWNERS.keys()


@pytest.mark.parametrize(
    "vain",
    [
        lambda book: people.edit(book, book.people.get(ACME)),
        lambda book: people.set_standing(book, [ACME], Standing.CURRENT),
        lambda book: people.tag(book, [ACME], "roof"),
        lambda book: people.tag(book, [ZOE], "roof", on=False),
        lambda book: archive.archive(book, [GONE], 1),
        lambda book: archive.restore(book, [ACME]),
        lambda book: archive.refile(book, [GONE, ACME], INNER),
        lambda book: archive.set_hook(book, GONE, " ask who  moved in ", date(2027, 1, 1)),
        lambda book: archive.postpone_hook(book, GONE, date(2027, 1, 1)),
        lambda book: archive_folders.rename(book, FOLDER, "Moved"),
        lambda book: archive_folders.move(book, INNER, FOLDER),
        lambda book: reasons.change_reason(book, 3, "Graduated", ReasonClass.BENIGN),
        lambda book: reasons.retire(book, 4),
        lambda book: reasons.bring_back(book, 1),
        lambda book: people.remove(book, []),
        lambda book: people.remove(book, [99]),
        lambda book: work.edit(book, book.work.get(1)),
        lambda book: work.remove(book, 99),
        work.cancel_timer,
        lambda book: money.edit_sale(book, book.ledger.sale(SALE)),
        lambda book: money.remove_sale(book, EXPENSE),
        lambda book: money.edit_expense(book, book.ledger.expense(EXPENSE)),
        lambda book: money.remove_expense(book, SALE),
        lambda book: contacts.edit(book, book.contacts.get(1)),
        lambda book: contacts.remove(book, 99),
        lambda book: contacts.finish(book, 99),
        lambda book: contacts.postpone(book, 1, date(2026, 12, 1)),
        lambda book: contacts.remove_step(book, 99),
        lambda book: balance.set_target(book, *balance.BAND) or balance.set_target(book, *balance.BAND) or book.undo(),
    ],
)
def test_what_changes_nothing_leaves_no_step(filled: Book, vain: Callable[[Book], object]) -> None:
    before = dump(filled)
    vain(filled)
    assert filled.undo_label == ""
    assert dump(filled) == before


def test_a_change_within_a_change_is_one_step_and_whole_or_absent(filled: Book) -> None:
    before = dump(filled)
    with filled.change("Both"):
        people.tag(filled, [ACME], "x")
        with pytest.raises(Refused):
            people.set_standing(filled, [ZOE, NEWCOMER], Standing.EX, date(2025, 6, 1), 1)
        people.tag(filled, [ACME], "y")
    assert filled.people.get(ACME).tags == ("roof", "x", "y")
    assert filled.people.standing(NEWCOMER) is Standing.PROSPECT
    assert filled.undo() == "Both"
    assert dump(filled) == before
    assert filled.undo_label == ""


def test_a_new_step_ends_what_could_be_redone(filled: Book) -> None:
    people.tag(filled, [ACME], "x")
    filled.undo()
    people.tag(filled, [ACME], "y")
    assert filled.redo_label == ""
    assert filled.redo() == ""
    assert filled.people.get(ACME).tags == ("roof", "y")


def test_nothing_to_take_back_is_no_error(filled: Book) -> None:
    before = dump(filled)
    assert (filled.undo(), filled.redo()) == ("", "")
    assert dump(filled) == before


def test_undo_reaches_as_far_as_it_says_and_no_further(filled: Book) -> None:
    filled.file.db.execute_sql("PRAGMA synchronous = off")
    kept: list[str] = []
    for number in range(DEPTH + 3):
        if number == 3:
            kept = dump(filled)
        with filled.change(f"Step {number}"):
            filled.settings.set("number", str(number))
    undone = []
    while label := filled.undo():
        undone.append(label)
    assert undone == [f"Step {number}" for number in range(DEPTH + 2, 2, -1)]
    assert dump(filled) == kept
    while filled.redo():
        pass
    assert filled.settings.get("number") == str(DEPTH + 2)


def test_going_back_and_forth_for_long_wears_nothing_out(filled: Book) -> None:
    filled.file.db.execute_sql("PRAGMA synchronous = off")
    before = dump(filled)
    people.tag(filled, [ACME], "first")
    people.tag(filled, [ACME], "second")
    for _ in range(DEPTH + 10):
        filled.undo()
        filled.redo()
    assert (filled.undo(), filled.undo()) == ("Tag Acme “second”", "Tag Acme “first”")
    assert dump(filled) == before


def test_steps_out_of_reach_leave_no_images(filled: Book) -> None:
    for _ in range(5):
        people.tag(filled, [ACME], "x")
        filled.undo()
    filled.start_history()
    work.log(filled, Work(TODAY, 1, Side.RUN))
    for table in ("party", "party_tag"):
        assert filled.file.db.execute_sql(f"SELECT count(*) FROM temp.undo_{table}").fetchone() == (0,)


def test_nobody_is_told_of_what_failed(filled: Book) -> None:
    told: list[Changes] = []
    end = filled.subscribe(told.append)
    with pytest.raises(Refused):
        people.set_standing(filled, [ACME], Standing.EX)
    assert told == []
    people.tag(filled, [ACME], "x")
    assert told == [Changes(people=True, parties=frozenset({ACME}))]
    end()
    filled.undo()
    assert len(told) == 1


# Random lives of a book.

odd = st.sampled_from(
    ["", " ", "\0", "\ud800", "\u202eevil", "🌿", "' OR 1=1 --", "%_\\", "=1+1", "a\nb\r\nc\td", "İı ﬁ ß", "x" * 600]
)
texts = st.one_of(st.text(st.characters(exclude_categories=()), max_size=12), odd)
days = st.one_of(
    st.integers(-900, 30).map(lambda back: TODAY + timedelta(back)),
    st.sampled_from([date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1), date.min, TODAY]),
)
amounts = st.one_of(st.integers(-500, 5000), st.sampled_from([0, 10**15, 10**15 + 1, -(10**15)]))
picks = st.integers(0, 50)
sides = st.sampled_from(Side)
points = st.builds(ContactPoint, st.sampled_from(ContactKind), texts, texts)


class AnyLife(RuleBasedStateMachine):
    """Random verbs with random values, undone and redone in between; dumps of the past are what undo must restore."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(mkdtemp())
        self.book = new_book(self.folder / "book", "EUR", lambda: TODAY)
        self.past: list[list[str]] = []
        self.future: list[list[str]] = []
        self.now = self.start = dump(self.book)

    def do(self, verb: Callable[..., object], *values: object) -> None:
        steps = len(self.book._undo)
        try:
            verb(self.book, *values)
        except Refused:
            assert len(self.book._undo) == steps
        after = dump(self.book)
        assert (len(self.book._undo) > steps) is (after != self.now)
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    def one(self, table: str, pick: int) -> int:
        """An id of the table, now and then one that is not there."""
        ids = [row[0] for row in self.book.file.db.execute_sql(f"SELECT id FROM {table} ORDER BY id")]
        return [*ids, 77][pick % (len(ids) + 1)]

    def some(self, chosen: Sequence[int]) -> list[int]:
        return [self.one("party", pick) for pick in chosen]

    def party(self, id_: int, name: str, notes: str, tags: list[str], contact: ContactPoint, since: date | None,
              referrer: int) -> Party:  # fmt: skip
        return Party(name, contacts=(contact,), tags=tuple(tags), notes=notes, customer_since=since,
                     referred_by=self.one("party", referrer) if referrer % 3 == 0 else 0, id=id_)  # fmt: skip

    @rule(name=texts, notes=texts, tags=st.lists(texts, max_size=3), contact=points, since=st.none() | days,
          referrer=picks, standing=st.sampled_from(Standing), on=days)  # fmt: skip
    def add(self, standing: Standing, on: date, **values: object) -> None:
        self.do(people.add, self.party(0, **values), standing, on)

    @rule(pick=picks, name=texts, notes=texts, tags=st.lists(texts, max_size=3), contact=points,
          since=st.none() | days, referrer=picks)  # fmt: skip
    def edit(self, pick: int, **values: object) -> None:
        self.do(people.edit, self.party(self.one("party", pick), **values))

    @rule(chosen=st.lists(picks, max_size=3), standing=st.sampled_from(Standing), on=st.none() | days,
          reason=st.integers(0, 20), note=texts)  # fmt: skip
    def set_standing(self, chosen: list[int], standing: Standing, on: date | None, reason: int, note: str) -> None:
        self.do(people.set_standing, self.some(chosen), standing, on, reason, note)

    @rule(chosen=st.lists(picks, max_size=3), reason=st.integers(0, 20), on=st.none() | days, folder=picks, note=texts,
          hook=texts, due=st.none() | days)  # fmt: skip
    def archive(self, chosen: list[int], reason: int, on: date | None, folder: int, note: str, hook: str,
                due: date | None) -> None:  # fmt: skip
        filed = folder % 2 and self.one("folder", folder)
        self.do(archive.archive, self.some(chosen), reason, on, filed, note, hook, due)

    @rule(chosen=st.lists(picks, max_size=3), on=st.none() | days)
    def restore(self, chosen: list[int], on: date | None) -> None:
        self.do(archive.restore, self.some(chosen), on)

    @rule(chosen=st.lists(picks, max_size=3), folder=picks, pick=picks, hook=texts, due=st.none() | days)
    def see_to_the_gone(self, chosen: list[int], folder: int, pick: int, hook: str, due: date | None) -> None:
        party = self.one("party", pick)
        self.do(archive.refile, self.some(chosen), folder % 2 and self.one("folder", folder))
        self.do(archive.set_hook, party, hook, due)
        self.do(archive.postpone_hook, party, due or TODAY)
        self.do(archive.finish_hook, party)

    @rule(name=texts, which=picks, other=picks, verb=st.sampled_from(["add", "rename", "move", "remove"]))
    def folders(self, name: str, which: int, other: int, verb: str) -> None:
        folder = self.one("folder", which)
        match verb:
            case "add":
                self.do(archive_folders.add, name, which % 2 and folder)
            case "rename":
                self.do(archive_folders.rename, folder, name)
            case "move":
                self.do(archive_folders.move, folder, other % 2 and self.one("folder", other))
            case "remove":
                self.do(archive_folders.remove, folder)

    @rule(pick=picks, which=picks)
    def forget_a_change(self, pick: int, which: int) -> None:
        self.do(standings.remove_change, self.one("party", pick), self.one("standing_change", which))

    @rule(chosen=st.lists(picks, max_size=3), word=texts, on=st.booleans())
    def tag(self, chosen: list[int], word: str, on: bool) -> None:
        self.do(lambda book: people.tag(book, self.some(chosen), word, on=on))

    @rule(chosen=st.lists(picks, min_size=1, max_size=2))
    def remove_people(self, chosen: list[int]) -> None:
        self.do(people.remove, self.some(chosen))

    @rule(on=days, pick=picks, amount=amounts, memo=texts, owed=st.booleans())
    def record_sale(self, on: date, pick: int, amount: int, memo: str, owed: bool) -> None:
        self.do(money.record_sale, Sale(on, self.one("party", pick), amount, memo, owed))

    @rule(which=picks, on=days, pick=picks, amount=amounts, memo=texts, owed=st.booleans())
    def edit_sale(self, which: int, on: date, pick: int, amount: int, memo: str, owed: bool) -> None:
        sale = Sale(on, self.one("party", pick), amount, memo, owed, self.one("entry", which))
        self.do(money.edit_sale, sale)

    @rule(on=days, pick=picks, amount=amounts, side=sides, memo=texts)
    def record_expense(self, on: date, pick: int, amount: int, side: Side, memo: str) -> None:
        self.do(money.record_expense, Expense(on, amount, side, pick % 2 and self.one("party", pick), memo))

    @rule(which=picks, on=days, pick=picks, amount=amounts, side=sides, memo=texts)
    def edit_expense(self, which: int, on: date, pick: int, amount: int, side: Side, memo: str) -> None:
        party = pick % 2 and self.one("party", pick)
        self.do(money.edit_expense, Expense(on, amount, side, party, memo, self.one("entry", which)))

    @rule(which=picks, verb=st.sampled_from([money.remove_sale, money.remove_expense]))
    def remove_entry(self, which: int, verb: Callable[[Book, int], None]) -> None:
        self.do(verb, self.one("entry", which))

    @rule(on=days, minutes=st.integers(-1, 1500), side=sides, pick=picks, note=texts)
    def log_work(self, on: date, minutes: int, side: Side, pick: int, note: str) -> None:
        self.do(work.log, Work(on, minutes, side, pick % 2 and self.one("party", pick), note))

    @rule(which=picks, on=days, minutes=st.integers(1, 1440), side=sides, note=texts)
    def edit_work(self, which: int, on: date, minutes: int, side: Side, note: str) -> None:
        self.do(work.edit, Work(on, minutes, side, 0, note, self.one("work", which)))

    @rule(which=picks)
    def remove_work(self, which: int) -> None:
        self.do(work.remove, self.one("work", which))

    @rule(pick=picks, side=sides, note=texts, minutes=st.integers(-10, 2000), end=st.sampled_from(["", "stop", "drop"]))
    def time_it(self, pick: int, side: Side, note: str, minutes: int, end: str) -> None:
        self.do(work.start_timer, NOON, pick % 2 and self.one("party", pick), side, note)
        if end == "stop":
            self.do(work.stop_timer, NOON + timedelta(minutes=minutes))
        elif end == "drop":
            self.do(work.cancel_timer)

    @rule(on=days, pick=picks, channel=st.sampled_from(Channel), note=texts, which=st.none() | picks)
    def contact(self, on: date, pick: int, channel: Channel, note: str, which: int | None) -> None:
        contact = Contact(on, self.one("party", pick), channel, note)
        if which is None:
            self.do(contacts.log, contact)
        else:
            self.do(contacts.edit, replace(contact, id=self.one("contact", which)))

    @rule(which=picks)
    def remove_contact(self, which: int) -> None:
        self.do(contacts.remove, self.one("contact", which))

    @rule(due=days, pick=picks, what=texts)
    def plan(self, due: date, pick: int, what: str) -> None:
        self.do(contacts.plan, NextStep(due, self.one("party", pick), what))

    @rule(which=picks, due=days, verb=st.sampled_from(["finish", "postpone", "remove"]))
    def step(self, which: int, due: date, verb: str) -> None:
        step = self.one("next_step", which)
        if verb == "postpone":
            self.do(contacts.postpone, step, due)
        else:
            self.do(contacts.finish if verb == "finish" else contacts.remove_step, step)

    @rule(pick=picks, ideal=st.integers(-1, 40), longest=st.integers(-1, 4000), word=texts, on_tag=st.booleans())
    def set_cadence(self, pick: int, ideal: int, longest: int, word: str, *, on_tag: bool) -> None:
        if on_tag:
            self.do(cadence.set_tag, word, ideal, longest)
        else:
            self.do(cadence.set_party, self.one("party", pick), ideal, longest)

    @rule(chosen=st.lists(picks, max_size=3), matters=st.lists(st.sampled_from(Matter), max_size=2), on=days)
    def put_off(self, chosen: list[int], matters: list[Matter], on: date) -> None:
        self.do(keep_in_touch.leave_until, self.some(chosen), matters, on)

    @rule(low=st.integers(-1, 101), high=st.integers(-1, 101))
    def set_target(self, low: int, high: int) -> None:
        self.do(balance.set_target, low, high)

    @rule(name=st.sampled_from(["new_days", "silent_days"]), length=st.integers(1, 400))
    def set_days(self, name: str, length: int) -> None:
        def change(book: Book) -> None:
            with book.change("Set the days"):
                book.settings.set(name, str(length))

        self.do(change)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.past))):
            self.book.undo()
            self.future.append(self.now)
            self.now = self.past.pop()
            assert dump(self.book) == self.now

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.future))):
            self.book.redo()
            self.past.append(self.now)
            self.now = self.future.pop()
            assert dump(self.book) == self.now

    @invariant()
    def is_sound(self) -> None:
        assert problems(self.book.file.db) == []

    @invariant()
    def steps_are_closed_for_those_who_left_alone(self) -> None:
        closed = "SELECT n.closed_by, n.party FROM next_step AS n WHERE n.closed_by IS NOT NULL"
        for change, party in self.book.file.db.execute_sql(closed).fetchall():
            assert change in {one.id for one in ex_spell(self.book.people.history(party))}

    def teardown(self) -> None:
        try:
            while self.book.undo():
                pass
            assert dump(self.book) == self.start
            while self.book.redo():
                pass
            assert dump(self.book) == (self.future[0] if self.future else self.now)
        finally:
            self.book.close()
            rmtree(self.folder)


class TestAnyLife(AnyLife.TestCase):  # type: ignore[misc, name-defined]
    settings = settings(
        max_examples=35,
        stateful_step_count=30,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )

    @pytest.fixture(autouse=True)
    def _no_waiting_for_the_disk(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(book_file, "_PRAGMAS", book_file._PRAGMAS | {"synchronous": "off"})
