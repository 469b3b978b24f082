"""Sources and referrers ranked by what they brought in a period."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.sources import Arrivals, Brought, Referrer, Source, referrers, sources
from tests.domain.pipeline.lives import LENGTH, any_life, day, lived


def inquiry(on: int, channel: InquiryChannel = InquiryChannel.CALL, referrer: int = 0, id_: int = 0) -> Inquiry:
    received = datetime.combine(day(on), datetime.min.time(), UTC)
    return Inquiry(received, channel, 1, referred_by=referrer, id=id_)


def test_sources_are_counted_and_ranked() -> None:
    arrivals = Arrivals(
        [
            inquiry(5, InquiryChannel.WEBSITE),
            inquiry(6, InquiryChannel.WEBSITE),
            inquiry(7, referrer=4),
            inquiry(8, id_=11),
            inquiry(31, InquiryChannel.VISIT),
        ],
        [
            lived((0, 1), won=10, origin="Website", sale_id=3),
            lived((5, 1), won=20, origin="website", agreed=200),
            lived((6, 1), lost=9, origin="website"),
            lived((9, 1), origin="fair", inquiry_id=11),
            lived((8, 1), won=15, referred_by=4, value=1000),
            lived((12, 1)),
            lived((0, 1), won=4, origin="fair", agreed=10**9),
            lived((0, 1), won=31, origin="fair", agreed=10**9),
        ],
        {3: 300},
    )
    assert sources(arrivals, day(5), day(30)) == [
        Source("referral", Brought(inquiries=1, opportunities=1, won=1, value=1000)),
        Source("website", Brought(inquiries=2, opportunities=2, won=2, lost=1, value=500)),
        Source("fair", Brought(inquiries=1, opportunities=1)),
        Source("not said", Brought(opportunities=1)),
    ]
    assert sources(arrivals, day(5), day(30))[1].brought.conversion.of == 3


def test_what_was_made_of_an_inquiry_later_does_not_rename_its_source() -> None:
    arrivals = Arrivals([inquiry(5, id_=11)], [lived((40, 1), origin="fair", inquiry_id=11)], {})
    assert [source.name for source in sources(arrivals, day(0), day(30))] == ["call"]


def test_referrers_are_ranked_by_what_became_of_those_they_sent() -> None:
    arrivals = Arrivals(
        [inquiry(1, referrer=4), inquiry(2, referrer=4), inquiry(3, referrer=6)],
        [lived((2, 1), won=9, referred_by=5, value=10), lived((2, 1), lost=9, referred_by=4), lived((2, 1), won=3)],
        {},
    )
    assert referrers(arrivals, day(0), day(30)) == [
        Referrer(5, Brought(opportunities=1, won=1, value=10)),
        Referrer(4, Brought(inquiries=2, opportunities=1, lost=1)),
        Referrer(6, Brought(inquiries=1)),
    ]


@given(st.lists(any_life(), max_size=12), st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_every_opportunity_has_one_source(lives: list[Opportunity], one: int, other: int) -> None:
    first, last = day(min(one, other)), day(max(one, other))
    told = [source.brought for source in sources(Arrivals((), lives, {}), first, last)]
    ended = [it for it in lives if it.closed and first <= it.closed <= last]
    assert sum(brought.opportunities for brought in told) == sum(first <= it.opened <= last for it in lives)
    assert sum(brought.won + brought.lost for brought in told) == len(ended)
    assert sum(brought.value for brought in told) == sum(it.value for it in ended if it.outcome == "won")
