"""The funnel as it is read from a book."""

from datetime import date, datetime

from balancer_desktop.app import funnel, people
from balancer_desktop.app.book import Book
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, StageMove
from balancer_desktop.domain.pipeline.sources import Brought, Referrer, Source
from balancer_desktop.domain.standing import Standing

TODAY = date(2026, 11, 20)


def test_a_month_is_read_up_to_today(book: Book) -> None:
    hilltop = people.add(book, Party("Hilltop"), Standing.PROSPECT, date(2026, 10, 1))
    acme = people.add(book, Party("Acme"), Standing.CURRENT, date(2026, 1, 1))
    first, second = book.stages.stages()[:2]
    opened = date(2026, 10, 30)
    with book.change("Fill"):
        sale = book.ledger.add_sale(Sale(date(2026, 11, 12), hilltop, 90_000))
        received = datetime(2026, 11, 1, 0, 0).astimezone()
        book.inquiries.add(Inquiry(received, InquiryChannel.EMAIL, hilltop, referred_by=acme))
        book.inquiries.add(Inquiry(datetime(2026, 10, 31, 23, 59).astimezone(), InquiryChannel.EMAIL, hilltop))
        won = Opportunity(
            hilltop, "Roof", opened, closed=date(2026, 11, 12), outcome=Outcome.WON, sale_id=sale, referred_by=acme,
            moves=(StageMove(opened, first.id), StageMove(date(2026, 11, 5), second.id)),
        )  # fmt: skip
        book.pipeline.add(won)
        later = date(2026, 11, 25)
        book.pipeline.add(Opportunity(acme, "Shed", later, moves=(StageMove(later, first.id),)))
    told = funnel.funnel(book, date(2026, 11, 1), date(2026, 11, 30))
    assert (told.first, told.last, told.opened, told.value) == (date(2026, 11, 1), TODAY, 0, 90_000)
    flows = {stage.stage.name: stage.flow for stage in told.stages}
    assert (flows["Inquiry"].before, flows["Inquiry"].moved_on) == (1, 1)
    assert (flows["Researched"].entered, flows["Researched"].won) == (1, 1)
    assert told.sources == (Source("referral", Brought(inquiries=1, won=1, value=90_000)),)
    assert told.referrers == (Referrer(acme, Brought(inquiries=1, won=1, value=90_000)),)
    assert funnel.usual_cycle(book).days == (13,)
    assert funnel.time_in_stages(book)[first.id].completed.days == (6,)
