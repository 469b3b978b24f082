"""Decides who is meant, or what to ask when that is open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.quick_entry.mentions import Mention, PhoneMention
from balancer_desktop.domain.quick_entry.names import Closeness, KnownParty, Match, NameIndex
from balancer_desktop.domain.quick_entry.reading import NOBODY, Answers, Choice, ChoiceKind, Status, Who
from balancer_desktop.domain.standing import Standing

MOST_CANDIDATES = 8


class Role(Enum):
    """Whom a question is about: the party of the entry, or whoever referred it."""

    PARTY = "party"
    REFERRER = "referrer"

    def answered(self, answers: Answers) -> tuple[int | None, bool]:
        """The chosen party's id, and whether a new person was chosen."""
        if self is Role.PARTY:
            return answers.party_id, answers.new_person
        return answers.referrer_id, answers.new_referrer

    def answer(self, answers: Answers, *, party_id: int | None = None, is_new: bool = False) -> Answers:
        if self is Role.PARTY:
            return replace(answers, party_id=party_id, new_person=is_new, nobody=False)
        return replace(answers, referrer_id=party_id, new_referrer=is_new)


@dataclass(frozen=True, slots=True)
class Case:
    """What is known about one person of a line. captures: a stranger is taken in without asking. joins: as a party."""

    role: Role
    answers: Answers
    names: NameIndex
    mention: Mention | None
    phone: PhoneMention | None = None
    is_needed: bool = True
    captures: bool = False
    joins: bool = True

    @property
    def with_phone(self) -> tuple[Match, ...]:
        return self.names.with_phone(self.phone.text) if self.phone else ()

    @property
    def named(self) -> tuple[Match, ...]:
        return self.mention.matches if self.mention else ()

    @property
    def new_name(self) -> str:
        return (self.mention.fuller or self.mention.text) if self.mention else ""


@dataclass(frozen=True, slots=True)
class Person:
    """READY: who and text say who it is; else the question. party is the known party, if it is one.

    takes: the (start, length) of the words that say it; the others belong to the note.
    """

    status: Status
    who: Who = NOBODY
    text: str = ""
    party: KnownParty | None = None
    question: str = ""
    choices: tuple[Choice, ...] = ()
    takes: tuple[tuple[int, int], ...] = ()


def settle(case: Case) -> Person:
    """Who is meant; BadInput when an answer names a party that is not in the book."""
    party_id, is_new = case.role.answered(case.answers)
    if party_id is not None:
        return _chosen(case, party_id)
    if case.answers.nobody and not case.is_needed:
        return _nobody()
    if is_new and (case.mention or case.phone):
        return _stranger(case)
    candidates = _candidates(case)
    sure = _sure(case, candidates)
    if sure:
        return _known(case, sure, _alternatives(case, sure, candidates))
    if candidates:
        return _ask(case, _question(case, candidates), _choices(case, candidates))
    return _unmatched(case)


def _question(case: Case, candidates: tuple[Match, ...]) -> str:
    if all(match.closeness is Closeness.TYPO for match in candidates):
        near = candidates[0].party.name if len(candidates) == 1 else "one of these"
        return f"“{_spoken(case)}” is not in the book. Did you mean {near}?"
    return f"Who is meant by “{_spoken(case)}”?"


def _unmatched(case: Case) -> Person:
    if case.mention or case.phone:
        return (
            _stranger(case)
            if case.captures
            else _ask(case, f"“{_spoken(case)}” is not in the book yet.", _choices(case, ()))
        )
    return Person(Status.ASK) if case.is_needed else _nobody()


def _candidates(case: Case) -> tuple[Match, ...]:
    """Whom both name and number fit, else whom either fits."""
    owners = {match.party.id for match in case.with_phone}
    both = tuple(match for match in case.named if match.party.id in owners)
    if both:
        return both
    fitting_name = tuple(match for match in case.named if match.party.id not in owners)
    return case.with_phone + fitting_name


def _sure(case: Case, candidates: tuple[Match, ...]) -> Match | None:
    """The one match that needs no question; an ex-customer only when nobody else fits at all."""
    if not candidates or _name_and_number_disagree(case):
        return None
    exact = [match for match in candidates if match.closeness is Closeness.EXACT]
    if len(exact) == 1 and not exact[0].is_ex:
        return exact[0]
    best = min(_pool(match) for match in candidates)
    pool = [match for match in candidates if _pool(match) == best]
    if len(pool) > 1 or (pool[0].is_ex and len(candidates) > 1) or _is_doubtful(case, pool[0]):
        return None
    return pool[0]


def _pool(match: Match) -> Closeness:
    """Whole words of a name are equally good, whatever their order."""
    return max(match.closeness, Closeness.WORDS)


def _name_and_number_disagree(case: Case) -> bool:
    owners = {match.party.id for match in case.with_phone}
    return bool(owners and case.mention) and not any(match.party.id in owners for match in case.named)


def _is_doubtful(case: Case, match: Match) -> bool:
    """Whether the match might well be somebody new, or no name at all."""
    mention = case.mention
    if mention is None or match.party.id in {owner.party.id for owner in case.with_phone}:
        return False
    if match.closeness is Closeness.TYPO:  # Acne may be a slip for Acme, or somebody new
        return True
    if case.is_needed and mention.fuller and match.closeness is not Closeness.EXACT:
        return True
    if case.captures:
        return match.closeness >= Closeness.PARTIAL
    return not (case.is_needed or mention.is_emphatic) and match.closeness > Closeness.LEADING


def _alternatives(case: Case, sure: Match, candidates: tuple[Match, ...]) -> tuple[Choice, ...]:
    """What a reading that took somebody offers instead: nothing when it can hardly be mistaken."""
    others = tuple(match for match in candidates if match != sure and _pool(match) <= _pool(sure))
    mention = case.mention
    guessed = sure.closeness >= Closeness.PARTIAL
    partly = mention is not None and sure.closeness is not Closeness.EXACT
    open_end = mention is not None and bool(
        case.captures or mention.fuller or not (case.is_needed or mention.is_emphatic)
    )
    return _choices(case, others) if others or guessed or (partly and open_end) else ()


def _choices(case: Case, candidates: tuple[Match, ...]) -> tuple[Choice, ...]:
    parties = _party_choices(case, candidates[:MOST_CANDIDATES])
    new = _new_choice(case) if case.mention or case.phone else ()
    nobody = Choice(ChoiceKind.NOBODY, "nobody in particular", "", replace(case.answers, nobody=True))
    return (*parties, *new, *(() if case.is_needed else (nobody,)))


def _party_choices(case: Case, matches: Iterable[Match]) -> list[Choice]:
    found = [match.party for match in matches]
    names = [party.name.casefold() for party in found]
    return [
        Choice(
            ChoiceKind.PARTY,
            _told_apart(party, is_twin=names.count(party.name.casefold()) > 1),
            badge(party.standing),
            case.role.answer(case.answers, party_id=party.id),
        )
        for party in found
    ]


def _told_apart(party: KnownParty, *, is_twin: bool) -> str:
    more = party.company or (party.phones[0] if is_twin and party.phones else "")
    return f"{party.name}, {more}" if more else party.name


def _new_choice(case: Case) -> tuple[Choice, ...]:
    name = case.new_name or _spoken(case)
    label = f"new person “{name}”" if case.joins else f"“{name}”, who is not in the book"
    return (Choice(ChoiceKind.NEW_PERSON, label, "", case.role.answer(case.answers, is_new=True)),)


def badge(standing: Standing) -> str:
    """The standing in a word, as a name is marked with it."""
    return {Standing.EX: "ex-customer", Standing.CURRENT: "customer"}.get(standing, standing.value)


def _spoken(case: Case) -> str:
    return case.mention.text if case.mention else case.phone.text if case.phone else ""


def _chosen(case: Case, party_id: int) -> Person:
    party = case.names.get(party_id)
    if party is None:
        raise BadInput("The chosen person is not in the book any more.", "Choose again.")
    meant = [match for match in case.named if match.party.id == party_id]
    return _known(case, Match(party, meant[0].closeness if meant else Closeness.EXACT), ())


def _known(case: Case, match: Match, alternatives: tuple[Choice, ...]) -> Person:
    """Words that fit somebody else stay in the note, so that nothing typed is lost."""
    party = match.party
    text = f"{party.name} (ex-customer)" if match.is_ex else party.name
    if match.closeness is Closeness.TYPO:
        text += f" (for “{_spoken(case)}”)"
    return Person(
        Status.READY,
        Who(party_id=party.id),
        text,
        party,
        choices=alternatives,
        takes=_spans(
            case.mention if any(named.party.id == party.id for named in case.named) else None,
            case.phone if any(owner.party.id == party.id for owner in case.with_phone) else None,
        ),
    )


def _stranger(case: Case) -> Person:
    phone = case.phone.text if case.phone else ""
    text = ", ".join(filter(None, (case.new_name, phone)))
    return Person(
        Status.READY,
        Who(name=case.new_name, phone=phone),
        f"{text} ({'new person' if case.joins else 'not in the book'})",
        takes=_spans(case.mention, case.phone, is_fuller=True),
    )


def _spans(
    mention: Mention | None, phone: PhoneMention | None, *, is_fuller: bool = False
) -> tuple[tuple[int, int], ...]:
    spans = [(mention.start, mention.length + (mention.more if is_fuller else 0))] if mention else []
    return (*spans, *([(phone.start, phone.length)] if phone else []))


def _nobody() -> Person:
    return Person(Status.READY, text="nobody in particular")


def _ask(case: Case, question: str, choices: tuple[Choice, ...]) -> Person:
    takes = _spans(case.mention, case.phone)
    return Person(Status.CHOOSE, text=_spoken(case), question=question, choices=choices, takes=takes)
