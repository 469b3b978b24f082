"""Where inquiries and opportunities come from, and who sends them, ranked by what they brought in a period."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.intervals import Proportion
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome
from balancer_desktop.domain.pipeline.worth import worth

REFERRAL = "referral"
UNSAID = "not said"


@dataclass(frozen=True, slots=True)
class Brought:
    """Counts of a period: inquiries received, opportunities opened, won and lost in it; value: minor units won."""

    inquiries: int = 0
    opportunities: int = 0
    won: int = 0
    lost: int = 0
    value: int = 0

    @property
    def conversion(self) -> Proportion:
        """Won of those that came to an end in the period."""
        return Proportion(self.won, self.won + self.lost)


@dataclass(frozen=True, slots=True)
class Source:
    """name: the owner's word for it."""

    name: str
    brought: Brought


@dataclass(frozen=True, slots=True)
class Referrer:
    party_id: int
    brought: Brought


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What may have come in a period, and more: the figures pick it out. sales: amounts by id, in minor units."""

    inquiries: Iterable[Inquiry]
    opportunities: Iterable[Opportunity]
    sales: Mapping[int, int]


def sources(arrivals: Arrivals, first: date, last: date) -> list[Source]:
    """The best one first. Words that differ only in case or accents are one source, called as it is most often."""
    opened = [one for one in arrivals.opportunities if one.opened <= last]
    origins = {one.inquiry_id: one.origin for one in opened if one.inquiry_id}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for inquiry in arrivals.inquiries:
        if first <= inquiry.on <= last:
            _count(origins.get(inquiry.id) or _came_by(inquiry), counts, names)["inquiries"] += 1
    for one in opened:
        happened = _happened(one, arrivals.sales, first, last)
        if happened:
            _count(one.origin or (REFERRAL if one.referred_by else UNSAID), counts, names).update(happened)
    told = [Source(_usual_name(names[key]), Brought(**count)) for key, count in counts.items()]
    return sorted(told, key=lambda source: (*_rank(source.brought), source.name))


def referrers(arrivals: Arrivals, first: date, last: date) -> list[Referrer]:
    """Those who sent somebody in the period, or before it somebody who was won or lost in it; the best one first."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for inquiry in arrivals.inquiries:
        if inquiry.referred_by and first <= inquiry.on <= last:
            counts[inquiry.referred_by]["inquiries"] += 1
    for one in arrivals.opportunities:
        happened = _happened(one, arrivals.sales, first, last) if one.referred_by else None
        if happened:
            counts[one.referred_by].update(happened)
    told = [Referrer(party_id, Brought(**count)) for party_id, count in counts.items()]
    return sorted(told, key=lambda referrer: (*_rank(referrer.brought), referrer.party_id))


def _happened(one: Opportunity, sales: Mapping[int, int], first: date, last: date) -> Counter[str]:
    """What an opportunity adds to the counts of a period."""
    happened: Counter[str] = Counter()
    if first <= one.opened <= last:
        happened["opportunities"] = 1
    if one.closed and first <= one.closed <= last:
        if one.outcome is Outcome.WON:
            happened["won"], happened["value"] = 1, worth(one, sales)
        else:
            happened["lost"] = 1
    return happened


def _came_by(inquiry: Inquiry) -> str:
    return REFERRAL if inquiry.referred_by else inquiry.channel.value


def _count(name: str, counts: dict[str, Counter[str]], names: dict[str, Counter[str]]) -> Counter[str]:
    key = folded(name)
    names[key][name] += 1
    return counts[key]


def _usual_name(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _rank(brought: Brought) -> tuple[int, int, int, int]:
    return -brought.value, -brought.won, -brought.opportunities, -brought.inquiries
