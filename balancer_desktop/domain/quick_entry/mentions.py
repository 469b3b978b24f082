"""Finds the words of a line that name somebody, known or not."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from balancer_desktop.domain.entries import Channel
from balancer_desktop.domain.quick_entry.forms import LONGEST_NAME_RUN
from balancer_desktop.domain.quick_entry.line import Line
from balancer_desktop.domain.quick_entry.name_tables import Look
from balancer_desktop.domain.quick_entry.names import Closeness, Match, NameIndex
from balancer_desktop.domain.quick_entry.phones import phone_at
from balancer_desktop.domain.quick_entry.words import FILLERS, NAME_PARTICLES, REFERRAL, SIDE_WORDS, SPOKEN, Kind, Verb


@dataclass(frozen=True, slots=True)
class Mention:
    """start and length include a preceding `for` or `at`; text is the name as written.

    matches: who it may be, best first, none for a stranger. more: how many capitalised words follow, and fuller: the
    text with them, which may be a stranger's full name. is_emphatic: capitalised or quoted, surely meant as a name.
    """

    start: int
    length: int
    text: str
    matches: tuple[Match, ...] = ()
    more: int = 0
    fuller: str = ""
    is_emphatic: bool = False


@dataclass(frozen=True, slots=True)
class PhoneMention:
    start: int
    length: int
    text: str


def find_phone(line: Line, verb: Verb, dates: AbstractSet[int]) -> PhoneMention | None:
    """A phone number: anywhere in a contact or next step; else, and in notes, only where a name would stand."""
    anywhere = verb.kind in SPOKEN and verb.channel is not Channel.NOTE
    first = past_fillers(line, line.head())
    for place in line.places() if anywhere else [first]:
        keys = _keys(line, place, dates)
        length = phone_at(keys)
        plain = "".join(keys[:length]).isdigit()
        if length and (anywhere or not plain):
            return PhoneMention(place, length, _text(line, place, length))
    return None


def past_fillers(line: Line, place: int) -> int:
    """The place after `for`, `from`, `at` … , unless nothing follows them."""
    free = line.free(place)
    count = 0
    while count < len(free) - 1 and free[count].key in FILLERS:
        count += 1
    return place + count


def find_party(
    line: Line, verb: Verb, names: NameIndex, dates: AbstractSet[int], phone: PhoneMention | None
) -> Mention | None:
    """The party a line is about: known words first, then unfinished ones and typos, then a stranger's name.

    The phone number is the one found in the line, already taken.
    """
    start = past_fillers(line, line.head())
    if start >= len(line.tokens):
        return None
    lead = line.tokens[start]
    if lead.quoted:
        return _quoted(line, start, verb, names)
    found = mention_at(line, start, names, dates, Look.WHOLE)
    if found and phone and verb.captures:
        found = _up_to(line, found, phone)
    if found is None and phone is None and not (verb.kind.needs_party and lead.is_capitalised):
        found = _inside(line, start, names, dates)
    return (
        found
        or mention_at(line, start, names, dates, Look.PARTIAL)
        or mention_at(line, start, names, dates, Look.TYPO)
        or _stranger(line, start, verb, dates, phone)
    )


def _quoted(line: Line, start: int, verb: Verb, names: NameIndex) -> Mention | None:
    """Quotes force a name, except that an expense, where quotes hold a memo too, names nobody new."""
    text, matches = line.tokens[start].text, names.matches(line.tokens[start].text)
    if not matches and verb.kind is Kind.EXPENSE:
        return None
    return Mention(line.head(), start + 1 - line.head(), text, matches, is_emphatic=True)


def _up_to(line: Line, found: Mention, phone: PhoneMention) -> Mention:
    """A caller's name ends where the number begins: in `jane roe 555-3333` it may be Jane Roe, though Jane is known."""
    end = found.start + found.length
    more = phone.start - end
    if not 1 <= more <= 2 or len(line.free(end)) != more:
        return found
    return replace(found, more=more, fuller=f"{found.text} {_text(line, end, more)}")


def mention_at(line: Line, start: int, names: NameIndex, dates: AbstractSet[int], look: Look) -> Mention | None:
    """The longest run from a place on that somebody's name has; words that say a side name nobody by themselves."""
    tokens = line.free(start)[:LONGEST_NAME_RUN]
    texts = [token.text for n, token in enumerate(tokens) if not dates & set(range(start, start + n + 1))]
    run = names.longest(texts, look)
    is_exact = any(match.closeness is Closeness.EXACT for match in run.matches)
    if not run.length or (run.length <= _side_words(line, start) and not is_exact):
        return None
    found = _mention(line, start, run.length, dates, run.matches)
    # `Jan van Dijk` is no unfinished Jane: a name goes on after a whole word only
    return None if look is Look.PARTIAL and found.more else found


def stranger_at(line: Line, start: int, dates: AbstractSet[int]) -> Mention | None:
    """A capitalised or quoted name that nobody is known by."""
    length = _capitalised(line, start, dates)
    return _mention(line, start, length, dates) if length else None


def take_referral(line: Line, verb: Verb, names: NameIndex, dates: AbstractSet[int]) -> Mention | None:
    """Who referred the party: the name after `ref`, which is taken with it; a stranger's only of contacts and steps.

    So `paid Acme 450 ref 1234` keeps its reference in the memo.
    """
    for place in line.places():
        keys = line.keys(place)
        length = next((len(phrase) for phrase in REFERRAL if tuple(keys[: len(phrase)]) == phrase), 0)
        found = _referrer(line, place + length, verb, names, dates) if 0 < length < len(keys) else None
        if found:
            line.take(place, found.start + found.length - place)
            return found
    return None


def _referrer(line: Line, start: int, verb: Verb, names: NameIndex, dates: AbstractSet[int]) -> Mention | None:
    found = mention_at(line, start, names, dates, Look.WHOLE)
    if found or verb.kind not in SPOKEN:
        return found
    return (
        mention_at(line, start, names, dates, Look.PARTIAL)
        or mention_at(line, start, names, dates, Look.TYPO)
        or stranger_at(line, start, dates)
    )


def _inside(line: Line, start: int, names: NameIndex, dates: AbstractSet[int]) -> Mention | None:
    """A name after other words: in full, or its beginning when capitalised, quoted, or after `for`, `at` …"""
    for place in line.places():
        found = mention_at(line, place, names, dates, Look.WHOLE) if place > start else None
        if found is None:
            continue
        best = min(match.closeness for match in found.matches)
        is_meant = found.is_emphatic or found.start < place
        if best is Closeness.EXACT or (best is Closeness.LEADING and is_meant):
            return found
    return None


def _stranger(
    line: Line, start: int, verb: Verb, dates: AbstractSet[int], phone: PhoneMention | None
) -> Mention | None:
    """A name that nobody is known by. In lower case it is up to three words before the phone, or else one word."""
    if verb.kind is Kind.EXPENSE or (verb.kind is Kind.WORK and _side_words(line, start)):
        return None
    named = stranger_at(line, start, dates)
    if named or not verb.kind.needs_party:
        return named
    before_phone = phone.start - start if phone else 1
    is_word = line.tokens[start].text[:1].isalpha() and 1 <= before_phone <= len(line.free(start)[:3])
    return _mention(line, start, before_phone, dates) if is_word and start not in dates else None


def _mention(line: Line, start: int, length: int, dates: AbstractSet[int], matches: tuple[Match, ...] = ()) -> Mention:
    before = start - 1
    first = before if before >= 0 and before not in line.taken and line.tokens[before].key in FILLERS else start
    lead, last = line.tokens[start], line.tokens[start + length - 1]
    more = 0 if last.quoted or last.text[-1] in ",;:" else _capitalised(line, start + length, dates, begun=True)
    return Mention(
        start=first,
        length=start + length - first,
        text=_text(line, start, length),
        matches=matches,
        more=more,
        fuller=_text(line, start, length + more) if more else "",
        is_emphatic=lead.quoted or lead.is_capitalised,
    )


def _text(line: Line, start: int, length: int) -> str:
    return " ".join(token.text for token in line.tokens[start : start + length]).strip(" ,;:")


def _capitalised(line: Line, start: int, dates: AbstractSet[int], *, begun: bool = False) -> int:
    """How many tokens from a place on look like one name: `Jane Doe`, `Jan van Dijk`; a comma or colon ends it.

    Where it has begun before the place, `van Dijk` is the rest of one.
    """
    length, tokens = 0, line.free(start)[:LONGEST_NAME_RUN]
    for n, token in enumerate(tokens):
        if start + n in dates or not (token.is_capitalised or ((begun or length) and token.key in NAME_PARTICLES)):
            break
        if token.is_capitalised:
            length = n + 1
        if token.quoted or token.text[-1] in ",;:":
            break
    return length


def _side_words(line: Line, start: int) -> int:
    """How many tokens from a place on say a side: 2 for `cold calls`."""
    keys = line.keys(start)
    return next((n for n in (3, 2, 1) if tuple(keys[:n]) in SIDE_WORDS), 0)


def _keys(line: Line, start: int, dates: AbstractSet[int]) -> list[str]:
    """The folded tokens from a place up to the next date."""
    keys = line.keys(start)
    return next((keys[:n] for n in range(len(keys)) if start + n in dates), keys)
