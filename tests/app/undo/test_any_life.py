"""Random verbs with random values, undone and redone in between: what undo restores is what was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from balancer_desktop.app import (
    archive,
    archive_folders,
    balance,
    cadence,
    contacts,
    keep_in_touch,
    money,
    people,
    standings,
    work,
)
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Channel, Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.party import ContactPoint, Party
from balancer_desktop.domain.put_off import Matter
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing
from tests.app.undo.filled import NOON, TODAY
from tests.app.undo.lives import Life, amounts, days, picks, points, settings_of, sides, texts


class AnyLife(Life):
    """People, work, money, contacts, folders and settings."""

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


class TestAnyLife(AnyLife.TestCase):  # type: ignore[misc, name-defined]
    settings = settings_of(35, 30)
