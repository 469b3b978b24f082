"""Verbs about inquiries, opportunities, winning, losing, and the owner's lists for them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from balancer_desktop.app import (
    bought,
    checklists,
    inquiries,
    losing,
    opportunities,
    opportunity_drafts,
    referrers,
    stages,
    today_acts,
    winning,
)
from balancer_desktop.app.book import Book
from balancer_desktop.app.opportunity_drafts import Draft
from balancer_desktop.domain.agenda import AgendaItem, Waiting
from balancer_desktop.domain.checklist import TemplateStep
from balancer_desktop.domain.entries import Channel, NextStep, Sale
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage
from tests.app.undo.filled import (
    ACME,
    BARN,
    GONE,
    GUTTER,
    HILLTOP,
    NEWCOMER,
    OLD,
    POND,
    PROMISED,
    ROOF,
    SALE,
    SETTLED,
    TODAY,
    UNKNOWN,
    UNUSED,
    WAITING,
    ZOE,
    ZOES,
)  # fmt: skip

RECEIVED = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


def _opportunity(book: Book, id_: int) -> Opportunity:
    found = book.pipeline.get(id_)
    assert found
    return found


_ASKED = AgendaItem(Waiting.INQUIRY, TODAY, HILLTOP, "Hilltop", ids=(WAITING, UNKNOWN))

CASES: dict[str, Callable[[Book], object]] = {
    "today_acts.answer": lambda book: today_acts.answer(book, _ASKED),
    "today_acts.decline": lambda book: today_acts.decline(book, _ASKED),
    "today_acts.lose_to_silence": lambda book: today_acts.lose_to_silence(book, _ASKED),
    "inquiries.receive": lambda book: inquiries.receive(
        book, Inquiry(RECEIVED, InquiryChannel.OTHER, name="Odd ' % _ \0 🌿", asked="x" * 5000, referred_by=ZOE)
    ),
    "inquiries.edit": lambda book: inquiries.edit(
        book, Inquiry(RECEIVED, InquiryChannel.VISIT, ZOE, referred_by=ACME, id=UNKNOWN)
    ),
    "inquiries.remove": lambda book: inquiries.remove(book, SETTLED),
    "inquiries.promise": lambda book: inquiries.promise(book, WAITING, "a visit", date(2026, 11, 30), "Ann"),
    "inquiries.answer": lambda book: inquiries.answer(book, WAITING, "said yes", "Ann"),
    "inquiries.hear": lambda book: inquiries.hear(book, WAITING),
    "inquiries.make_prospect": lambda book: inquiries.make_prospect(book, UNKNOWN, "", 5000, "visit", TODAY),
    "inquiries.not_for_us": lambda book: inquiries.not_for_us(book, PROMISED, "no boats"),
    "inquiries.lose_to_silence": lambda book: inquiries.lose_to_silence(book, UNKNOWN),
    "inquiries.match": lambda book: inquiries.match(book, UNKNOWN, ZOE),
    "opportunities.add": lambda book: opportunities.add(
        book, Opportunity(GONE, "Coming back", TODAY, 100), step=NextStep(TODAY, 0, "welcome")
    ),
    "opportunities.edit": lambda book: opportunities.edit(
        book, replace(_opportunity(book, ROOF), title="Roof \u202e", opened=date(2026, 9, 9), value=7, expected=None)
    ),
    "opportunities.remove": lambda book: opportunities.remove(book, ROOF),
    "opportunities.move": lambda book: opportunities.move(book, ROOF, 6),
    "opportunities.park": lambda book: opportunities.park(book, [ROOF], date(2027, 5, 1)),
    "opportunities.resume": lambda book: opportunities.resume(book, ROOF),
    "opportunities.finish_step": lambda book: opportunities.finish_step(book, 4, NextStep(TODAY, 0, "go there")),
    "opportunity_drafts.save": lambda book: opportunity_drafts.save(
        book, Draft(Opportunity(0, "Boathouse", TODAY, 500), "New One", 2, "measure", TODAY, date(2027, 2, 1))
    ),
    "bought.decline": lambda book: bought.decline(book, POND, ZOES),
    "winning.win": lambda book: winning.win(
        book, ROOF, sale=Sale(TODAY, HILLTOP, 240000), discount=5000, ends=date(2027, 2, 1)
    ),
    "losing.lose": lambda book: losing.lose(book, ROOF, 9, "the owner moved", ask_again=date(2027, 6, 1)),
    "stages.add": lambda book: stages.add(book, Stage("Handshake 🌿", 90, 3)),
    "stages.edit": lambda book: stages.edit(book, Stage("Quote", 45, 9, id=4)),
    "stages.reorder": lambda book: stages.reorder(book, [4, 1]),
    "stages.retire": lambda book: stages.retire(book, 2),
    "stages.restore": lambda book: stages.restore(book, OLD),
    "stages.remove": lambda book: stages.remove(book, UNUSED),
    "stages.add_loss_reason": lambda book: stages.add_loss_reason(book, "Something else", other=True),
    "stages.edit_loss_reason": lambda book: stages.edit_loss_reason(book, 2, "Never called back"),
    "stages.retire_loss_reason": lambda book: stages.retire_loss_reason(book, 1),
    "stages.restore_loss_reason": lambda book: stages.restore_loss_reason(book, 10),
    "checklists.set_template": lambda book: checklists.set_template(
        book, "Onboarding", [TemplateStep("", "shake hands", 0), TemplateStep("", "send the terms", 2)]
    ),
    "checklists.start": lambda book: checklists.start(book, NEWCOMER),
    "referrers.told": lambda book: [
        referrers.told(book, item, channel=Channel.CALL) for item in referrers.to_tell(book)[-1:]
    ],
}
VAIN: list[Callable[[Book], object]] = [
    lambda book: bought.decline(book, BARN, SALE),
    lambda book: inquiries.edit(book, book.inquiries.get(WAITING)),
    lambda book: inquiries.remove(book, 99),
    lambda book: inquiries.promise(book, PROMISED, " a price ", date(2026, 11, 25)),
    lambda book: inquiries.match(book, WAITING, HILLTOP),
    lambda book: opportunities.edit(book, _opportunity(book, ROOF)),
    lambda book: opportunities.edit(book, _opportunity(book, BARN)),
    lambda book: opportunities.remove(book, 99),
    lambda book: opportunities.move(book, ROOF, 4),
    lambda book: opportunities.park(book, [ROOF], date(2027, 3, 1)),
    lambda book: opportunities.park(book, [], date(2027, 3, 1)),
    lambda book: opportunities.resume(book, GUTTER),
    lambda book: stages.edit(book, Stage("Unused", 50, 5, id=UNUSED)),
    lambda book: stages.reorder(book, [1, 2, 3]),
    lambda book: stages.retire(book, OLD),
    lambda book: stages.restore(book, UNUSED),
    lambda book: stages.edit_loss_reason(book, 1, " Price "),
    lambda book: stages.retire_loss_reason(book, 10),
    lambda book: stages.restore_loss_reason(book, 1),
    lambda book: checklists.set_template(book, "Visit", checklists.template(book, "Visit")),
    lambda book: checklists.set_template(book, "None such", []),
]
