"""Random inquiries, opportunities, wins and losses, day by day, undone and redone: what undo restores is what was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from balancer_desktop.app import (
    archive,
    bought,
    checklists,
    contacts,
    inquiries,
    live_board,
    live_table,
    losing,
    money,
    opportunities,
    people,
    pipeline,
    referrers,
    stages,
    standings,
    winning,
)  # fmt: skip
from balancer_desktop.app.changes import Changes
from balancer_desktop.domain.checklist import ONBOARDING, TemplateStep
from balancer_desktop.domain.entries import Channel, NextStep, Sale
from balancer_desktop.domain.inquiries.inquiry import SETTLED, Inquiry, InquiryChannel, InquiryState
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, open_on, stage_on
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.standing import Standing
from tests.app.undo.filled import TODAY
from tests.app.undo.lives import Life, amounts, picks, settings_of, texts

near = st.integers(-60, 5).map(lambda back: TODAY + timedelta(back))
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
instants = st.integers(-80_000, 8_000).map(
    lambda minutes: datetime(2026, 11, 20, 12, 0, tzinfo=UTC) + timedelta(minutes=minutes)
)
channels = st.sampled_from(InquiryChannel)
titles = st.sampled_from(["Roof", "Gutter 🌿", "Shed"]) | texts


class AnyPipelineLife(Life):
    """From the first call to the exit and back, with the owner's lists changing meanwhile."""

    @initialize()
    def people_to_begin_with(self) -> None:
        self.book.clock = lambda: NOON
        self.board, self.table = live_board.board(self.book), live_table.table(self.book)
        self.book.subscribe(self.follow)
        for name, standing in (("Acme", Standing.CURRENT), ("Hilltop", Standing.PROSPECT), ("Zoë", Standing.LAPSED)):
            self.do(people.add, Party(name, referred_by=1 if name == "Hilltop" else 0), standing, date(2026, 10, 1))
        for opened in (date(2026, 10, 1), date(2026, 11, 1)):
            self.do(opportunities.add, Opportunity(2, "Roof", opened, 500))
        for asked in (Inquiry(NOON, InquiryChannel.CALL, 1), Inquiry(NOON, InquiryChannel.EMAIL, name="Wanda")):
            self.do(inquiries.receive, asked)

    def follow(self, changes: Changes) -> None:
        """As board and table on the screen do."""
        self.board = live_board.board(self.book, self.board, changes)
        self.table = live_table.table(self.book, self.table, changes)

    @invariant()
    def a_board_and_a_table_that_follow_are_those_read_anew(self) -> None:
        self.follow(Changes(pipeline=True, parties=frozenset()))  # it may be another day
        assert self.board == live_board.board(self.book)
        assert self.board.columns == pipeline.board(self.book)
        cards = {card.opportunity.id: card for card in self.table.cards}
        assert cards == {card.opportunity.id: card for card in pipeline.cards(self.book)}
        assert len(cards) == len(self.table.cards)

    @rule(length=st.integers(1, 20))
    def time_passes(self, length: int) -> None:
        self.day += timedelta(days=length)

    @rule(received=instants, channel=channels, pick=picks, name=texts, referrer=picks, asked=texts)
    def receive(
        self, received: datetime, channel: InquiryChannel, pick: int, name: str, referrer: int, asked: str
    ) -> None:
        known = pick % 2 and self.one("party", pick)
        sent = referrer % 2 and self.one("party", referrer)
        self.do(inquiries.receive, Inquiry(received, channel, known, name, "", "", sent, asked=asked))

    @rule(which=picks, pick=picks, state=st.sampled_from(InquiryState), on=st.none() | near, text=texts)
    def edit_inquiry(self, which: int, pick: int, state: InquiryState, on: date | None, text: str) -> None:
        before = self.book.inquiries.get(self.one("inquiry", which))
        if before:
            changed = replace(
                before, party_id=pick % 3 and self.one("party", pick), name=text, state=state, settled_on=on
            )
            self.do(inquiries.edit, changed)

    @rule(which=picks, pick=picks, text=texts, on=st.none() | near,
          verb=st.sampled_from(["promise", "answer", "prospect", "decline", "silence", "match", "remove"]))  # fmt: skip
    def see_to_an_inquiry(self, which: int, pick: int, text: str, on: date | None, verb: str) -> None:
        inquiry = self.one("inquiry", which)
        match verb:
            case "promise":
                self.do(inquiries.promise, inquiry, text, on, text)
            case "answer":
                self.do(inquiries.answer, inquiry, text)
            case "prospect":
                self.do(lambda book: inquiries.make_prospect(
                    book, inquiry, text, pick, text, on, answered=bool(pick % 2)))  # fmt: skip
            case "decline":
                self.do(inquiries.not_for_us, inquiry, text)
            case "silence":
                self.do(inquiries.lose_to_silence, inquiry)
            case "match":
                self.do(inquiries.match, inquiry, self.one("party", pick))
            case "remove":
                self.do(inquiries.remove, inquiry)

    @rule(pick=picks, title=titles, opened=near, value=amounts, stage=picks, what=texts, referrer=picks, inquiry=picks)
    def add(self, pick: int, title: str, opened: date, value: int, stage: int, what: str, referrer: int,
            inquiry: int) -> None:  # fmt: skip
        sent = referrer % 3 and self.one("party", referrer)
        asked = 0 if inquiry % 4 else self.one("inquiry", inquiry)
        new = Opportunity(self.one("party", pick), title, opened, value, referred_by=sent, inquiry_id=asked)
        step = NextStep(opened, 0, what) if what else None
        self.do(opportunities.add, new, stage % 2 and self.one("stage", stage), step)

    @rule(which=picks, title=titles, opened=st.none() | near, value=amounts, closed=st.none() | near, sale=picks)
    def correct(self, which: int, title: str, opened: date | None, value: int, closed: date | None, sale: int) -> None:
        before = self.book.pipeline.get(self.one("opportunity", which))
        if before:
            changed = replace(
                before, title=title, opened=opened or before.opened, value=value, closed=closed or before.closed
            )
            self.do(
                opportunities.edit, replace(changed, sale_id=self.one("entry", sale) if sale % 2 else before.sale_id)
            )

    @rule(which=picks, stage=picks, on=st.none() | near)
    def move(self, which: int, stage: int, on: date | None) -> None:
        self.do(opportunities.move, self.one("opportunity", which), self.one("stage", stage), on)

    @rule(chosen=st.lists(picks, max_size=2), length=st.integers(-2, 90))
    def park(self, chosen: list[int], length: int) -> None:
        self.do(
            opportunities.park, [self.one("opportunity", pick) for pick in chosen], self.day + timedelta(days=length)
        )

    @rule(which=picks, verb=st.sampled_from([opportunities.resume, opportunities.remove]))
    def resume_or_remove(self, which: int, verb) -> None:
        self.do(verb, self.one("opportunity", which))

    @rule(which=picks, on=st.none() | near, amount=amounts, sold=st.booleans(), agreed=st.none() | amounts,
          discount=st.integers(-1, 50), checklist=st.sampled_from([None, "", ONBOARDING, "None such"]))  # fmt: skip
    def win(self, which: int, on: date | None, amount: int, sold: bool, agreed: int | None, discount: int,
            checklist: str | None) -> None:  # fmt: skip
        id_, sale = self.one("opportunity", which), Sale(on or self.day, 0, amount) if sold else None
        sale_id = 0 if sold or amount % 2 else self.one("entry", amount)
        self.do(lambda book: winning.win(book, id_, on=on, sale=sale, sale_id=sale_id, agreed=agreed,
                                         discount=discount, checklist=checklist))  # fmt: skip

    @rule(which=picks, sale=picks)
    def decline(self, which: int, sale: int) -> None:
        self.do(bought.decline, self.one("opportunity", which), self.one("entry", sale))

    @rule(which=picks, reason=picks, note=texts, on=st.none() | near, again=st.none() | near)
    def lose(self, which: int, reason: int, note: str, on: date | None, again: date | None) -> None:
        self.do(losing.lose, self.one("opportunity", which), self.one("loss_reason", reason), note, on, again)

    @rule(which=picks, what=texts, due=near, follow=st.booleans())
    def finish_step(self, which: int, what: str, due: date, follow: bool) -> None:
        following = NextStep(due, 0, what) if follow else None
        self.do(opportunities.finish_step, self.one("next_step", which), following)

    @rule(pick=picks, which=picks, due=near, what=texts)
    def plan(self, pick: int, which: int, due: date, what: str) -> None:
        served = 0 if which % 2 else self.one("opportunity", which)
        self.do(contacts.plan, NextStep(due, self.one("party", pick), what, opportunity_id=served))

    @rule(which=picks, name=texts, chance=st.integers(-1, 101),
          verb=st.sampled_from(["add", "edit", "order", "retire", "restore", "remove"]))  # fmt: skip
    def owners_stages(self, which: int, name: str, chance: int, verb: str) -> None:
        stage = self.one("stage", which)
        match verb:
            case "add":
                self.do(stages.add, Stage(name, chance, 5))
            case "edit":
                self.do(stages.edit, Stage(name, chance, 5, id=stage))
            case "order":
                self.do(stages.reorder, [stage, self.one("stage", chance % 7)])
            case _:
                self.do({"retire": stages.retire, "restore": stages.restore, "remove": stages.remove}[verb], stage)

    @rule(which=picks, label=texts, verb=st.sampled_from(["add", "edit", "retire", "restore"]))
    def owners_reasons(self, which: int, label: str, verb: str) -> None:
        reason = self.one("loss_reason", which)
        match verb:
            case "add":
                self.do(stages.add_loss_reason, label)
            case "edit":
                self.do(stages.edit_loss_reason, reason, label)
            case "retire":
                self.do(stages.retire_loss_reason, reason)
            case "restore":
                self.do(stages.restore_loss_reason, reason)

    @rule(pick=picks, whats=st.lists(texts, max_size=2), begin=st.booleans())
    def owners_checklist(self, pick: int, whats: list[str], begin: bool) -> None:
        self.do(checklists.set_template, ONBOARDING, [TemplateStep("", what, pick) for what in whats])
        if begin:
            self.do(checklists.start, self.one("party", pick))

    @rule(which=picks, log=st.booleans())
    def tell_a_referrer(self, which: int, log: bool) -> None:
        due = referrers.to_tell(self.book)
        if due:
            item = due[which % len(due)]
            self.do(referrers.told, item, None, Channel.CALL if log else None)
            assert item not in referrers.to_tell(self.book)

    @rule(chosen=st.lists(picks, min_size=1, max_size=2), reason=st.integers(1, 13), on=st.none() | near)
    def archive(self, chosen: list[int], reason: int, on: date | None) -> None:
        self.do(archive.archive, self.some(chosen), reason, on)

    @rule(chosen=st.lists(picks, min_size=1, max_size=2), standing=st.sampled_from(Standing), on=st.none() | near)
    def come_back_or_go(self, chosen: list[int], standing: Standing, on: date | None) -> None:
        if standing is Standing.EX:
            self.do(archive.restore, self.some(chosen), on)
        else:
            self.do(people.set_standing, self.some(chosen), standing, on)

    @rule(pick=picks, which=picks)
    def forget_a_change(self, pick: int, which: int) -> None:
        self.do(standings.remove_change, self.one("party", pick), self.one("standing_change", which))

    @rule(which=picks, pick=picks, on=near, amount=amounts, verb=st.sampled_from(["record", "edit", "remove"]))
    def sell(self, which: int, pick: int, on: date, amount: int, verb: str) -> None:
        sale = Sale(on, self.one("party", pick), amount, id=self.one("entry", which))
        match verb:
            case "record":
                self.do(money.record_sale, replace(sale, id=0))
            case "edit":
                self.do(money.edit_sale, sale)
            case "remove":
                self.do(money.remove_sale, sale.id)

    @rule(chosen=st.lists(picks, min_size=1, max_size=2))
    def remove_people(self, chosen: list[int]) -> None:
        self.do(people.remove, self.some(chosen))

    @invariant()
    def nothing_is_open_with_those_who_left(self) -> None:
        for opportunity in self.book.pipeline.open():
            assert self.book.people.standing(opportunity.party_id) is not Standing.EX

    @invariant()
    def every_day_tells_where_it_stood(self) -> None:
        stages_there = {stage.id for stage in self.book.stages.stages()}
        for one in self.book.pipeline.all():
            assert stage_on(one, one.opened) in stages_there
            assert open_on(one, self.day) is (one.outcome is None)
            assert (one.reason_id > 0) is (one.outcome is Outcome.LOST)

    @invariant()
    def what_something_came_of_waits_no_more(self) -> None:
        for one in self.book.pipeline.all():
            inquiry = self.book.inquiries.get(one.inquiry_id)
            assert inquiry is None or inquiry.state in SETTLED


class TestAnyPipelineLife(AnyPipelineLife.TestCase):  # type: ignore[misc, name-defined]
    settings = settings_of(35, 40)
