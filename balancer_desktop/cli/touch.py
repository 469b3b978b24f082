"""Who is current, quiet, probably gone, and what waits today."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from balancer_desktop.app.book import Book, Today
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.app.today import agenda
from balancer_desktop.app.today_prospects import prospects
from balancer_desktop.app.touch import touch
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.domain.agenda import AgendaItem, Waiting, in_sections
from balancer_desktop.domain.contact_words import inquiry_words
from balancer_desktop.domain.entries import duration_words
from balancer_desktop.domain.money import Currency, format_amount
from balancer_desktop.domain.rhythm.rhythm import Rhythm
from balancer_desktop.domain.text import one_line

_ALL = 10**9
_HEAD = "what waits\tsince or due\twho\twhat"
_WORDS = {
    Waiting.TIMER: "running",
    Waiting.INQUIRY: "to answer",
    Waiting.PROMISE: "promised",
    Waiting.PROMISED: "promised, soon",
    Waiting.OVERDUE: "overdue",
    Waiting.TODAY: "today",
    Waiting.BOUGHT: "won?",
    Waiting.RETURN: "bought again",
    Waiting.LAPSE: "lapsed?",
    Waiting.GONE: "silent for too long",
    Waiting.QUIET: "quieter than usual",
    Waiting.HOOK: "come back for",
    Waiting.APPROACH: "worth a call",
    Waiting.STALE: "gone quiet",
    Waiting.NO_STEP: "nothing planned",
    Waiting.THANK: "to thank",
    Waiting.OWES: "owes",
    Waiting.PROSPECTING: "prospecting",
    Waiting.SOON: "soon",
}


def rhythm(arguments: Namespace, folder: Path, today: Today) -> int:
    """The model, and everybody who ever bought."""
    with opened(folder, today) as book:
        known = _learnt(book)
        names = book.people.names()
        told = [one for one in known.of(names).values() if one.history]
        fitted = known.fitted
    model = fitted.model if fitted else None
    document: dict[str, object] = {
        "model": {**asdict(model), "unit": "weeks"} if model else None,
        "why": fitted.why if fitted else "",
        "parties": [_party(one, names[one.party_id]) for one in told],
    }
    lines = [f"{names[one.party_id]}\t{one.band or '–'}\t{one.reason}{_chance(one)}" for one in told]
    answer(arguments, document, "\n".join([*lines, f"Percentages: {document['why']}"]))
    return 0


def waiting(arguments: Namespace, folder: Path, today: Today) -> int:
    """All of today's list, in its order."""
    with opened(folder, today) as book:
        told = in_sections(touch(book, _learnt(book), _ALL), prospects(book, most=_ALL))
        items = agenda(book, told, most=_ALL)
        day, unit = book.today(), book.currency
    document: dict[str, object] = {
        "today": str(day),
        "currency": unit.code,
        "items": [_item(item) for item in items],
    }
    lines = [_HEAD, *(_line(item, unit) for item in items)] if items else ["Nobody is waiting for you."]
    answer(arguments, document, "\n".join(lines))
    return 0


def _learnt(book: Book) -> KnownRhythms:
    known = KnownRhythms(book)
    known.read_all()
    return known


def _party(one: Rhythm, name: str) -> dict[str, object]:
    history = one.history
    return {
        "id": one.party_id,
        "name": name,
        "x": history.x if history else None,
        "t_x": history.t_x if history else None,
        "T": history.T if history else None,
        "p_alive": one.p_alive,
        "band": one.band.value if one.band else None,
        "expected_26_weeks": one.expected_26_weeks,
        "by": one.basis.value,
        "sentence": one.sentence,
    }


def _chance(one: Rhythm) -> str:
    if one.p_alive is None or one.expected_26_weeks is None:
        return ""
    return f"\t{one.p_alive:.0%} still a customer, {one.expected_26_weeks:.1f} purchases in 26 weeks"


def _item(item: AgendaItem) -> dict[str, object]:
    return {
        "kind": item.kind.name.lower(),
        "on": str(item.on),
        "who": item.who,
        "what": item.what,
        "parties": list(item.parties) if item.kind in (Waiting.LAPSE, Waiting.RETURN) else [item.party_id],
        "amount": item.amount,
    }


def _line(item: AgendaItem, unit: Currency) -> str:
    amount = f"{format_amount(item.amount, unit)} {unit.code}" if item.amount else ""
    week = f"{duration_words(item.week.minutes_left)}, {item.week.touches_left} touches left" if item.week else ""
    how = inquiry_words(item.channel) if item.channel and item.kind is Waiting.INQUIRY else ""
    sent = f"sent by {item.referrer}" if item.referrer else ""
    said = " · ".join(part for part in (how, item.what, sent, amount, week) if part)
    who = item.who or ("this week" if item.week else "–")
    return f"{_WORDS[item.kind]}\t{item.on}\t{who}\t{one_line(said)}".rstrip()
