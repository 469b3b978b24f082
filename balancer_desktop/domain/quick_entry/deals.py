"""Which opportunity a line means, in which stage, and why it was lost: settled, or what to ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.party import folded
from balancer_desktop.domain.pipeline.loss_reason import LossReason
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.quick_entry.name_tables import name_words
from balancer_desktop.domain.quick_entry.people import Person
from balancer_desktop.domain.quick_entry.reading import Answers, Choice, ChoiceKind, Status
from balancer_desktop.domain.quick_entry.words import DEALS, Kind, Verb

NEW_TITLE = "New work"
"""What an opportunity is called of which nobody said what it is about."""
_PROPOSALS = frozenset(("proposal", "quote", "quotation", "estimate", "offer", "bid", "tender"))
"""Words in the name of the stage that a quote brings an opportunity to."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What reading about opportunities takes: the owner's lists, and those of a party, by id."""

    stages: tuple[Stage, ...] = ()
    reasons: tuple[LossReason, ...] = ()
    of_party: Callable[[int], Sequence[Opportunity]] = lambda _: ()

    def verbs(self) -> dict[tuple[str, ...], Verb]:
        """The name of each stage in use, and its first word where no other stage begins with it, as verbs."""
        named = [(tuple(stage.name.casefold().split()), stage) for stage in self.stages if not stage.retired]
        firsts = [words[0] for words, _ in named if words]
        verbs = {words: Verb(Kind.STAGE, stage_id=stage.id) for words, stage in named if words}
        short = {words[:1]: verbs[words] for words, _ in named if words and firsts.count(words[0]) == 1}
        return short | verbs

    def stage(self, stage_id: int) -> Stage | None:
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def proposal(self) -> Stage | None:
        """The stage of what was quoted; None where the owner has none such."""
        named = [(name_words(stage.name), stage) for stage in self.stages if not stage.retired]
        first = (stage for words, stage in named if words[:1] and words[0] in _PROPOSALS)
        return next(first, None) or next((stage for words, stage in named if _PROPOSALS & set(words)), None)


@dataclass(frozen=True, slots=True)
class Deal:
    """READY: opportunity_id (0: one that is opened with it) and its title, the stage and the reason where they belong;
    else the question. note: the words that say none of this."""

    status: Status = Status.READY
    question: str = ""
    choices: tuple[Choice, ...] = ()
    opportunity_id: int = 0
    title: str = ""
    stage: Stage | None = None
    reason: LossReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """words: what is left of the line. valued: whether it names an amount."""

    verb: Verb
    words: str
    valued: bool = False

    @property
    def opens(self) -> bool:
        """Whether it may open an opportunity that is not there yet."""
        return self.verb.kind in (Kind.STAGE, Kind.WON)


def settle_deal(said: Said, person: Person, pipeline: Pipeline, answers: Answers) -> Deal | None:
    """None for lines about other things; as long as it is open who is meant, no more than the stage.

    BadInput where there is nothing open, or where nothing would change.
    """
    kind = said.verb.kind
    if kind not in DEALS:
        return None
    if person.status is not Status.READY:
        return Deal(stage=pipeline.stage(said.verb.stage_id), note=said.words)
    known = pipeline.of_party(person.who.party_id) if person.who.party_id else ()
    open_ones = [one for one in known if one.closed is None]
    if not open_ones and not said.opens:
        raise BadInput(
            f"{person.text} has no open opportunity.",
            "Write “quote” with what it is worth to add one.",
        )
    deal = _opportunity(said, open_ones, answers)
    if deal.status is not Status.READY:
        return deal
    if kind is Kind.LOST:
        return _lost(deal, pipeline, answers)
    return _staged(deal, said, open_ones, pipeline) if kind is Kind.STAGE else deal


def _opportunity(said: Said, open_ones: list[Opportunity], answers: Answers) -> Deal:
    words = said.words
    fitting, rest = by_title(words, open_ones)
    chosen = [one for one in open_ones if one.id == answers.opportunity_id]
    if chosen:
        return _known(chosen[0], rest if chosen[0] in fitting else words)
    if not open_ones or answers.opportunity_id == 0:
        return Deal(title=words or NEW_TITLE)
    if len(fitting) == 1 and not (said.opens and rest):
        return _known(fitting[0], rest)
    if len(open_ones) == 1 and not (said.opens and words):
        return _known(open_ones[0], words)
    return _choose(said, fitting or open_ones, answers)


def by_title(words: str, opportunities: Sequence[Opportunity]) -> tuple[list[Opportunity], str]:
    """Those in whose title the most of the first words begin words, and the words that follow; none without any."""
    said = words.split()
    for count in range(len(said), 0, -1):
        wanted = name_words(" ".join(said[:count]))
        fitting = [one for one in opportunities if wanted and _begin_all(wanted, name_words(one.title))]
        if fitting:
            return fitting, " ".join(said[count:])
    return [], words


def _begin_all(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _known(opportunity: Opportunity, note: str) -> Deal:
    return Deal(opportunity_id=opportunity.id, title=opportunity.title, note=note)


def _choose(said: Said, opportunities: Sequence[Opportunity], answers: Answers) -> Deal:
    choices = [_choice(one.title, one.id, answers) for one in opportunities]
    if said.opens:
        choices.append(_choice(f"a new one, “{said.words or NEW_TITLE}”", 0, answers))
    return Deal(Status.CHOOSE, "Which opportunity is it?", tuple(choices))


def _choice(label: str, opportunity_id: int, answers: Answers) -> Choice:
    return Choice(ChoiceKind.OPPORTUNITY, label, "", replace(answers, opportunity_id=opportunity_id))


def _staged(deal: Deal, said: Said, open_ones: list[Opportunity], pipeline: Pipeline) -> Deal:
    stage = pipeline.stage(said.verb.stage_id)
    there = any(one.id == deal.opportunity_id and stage and one.stage_id == stage.id for one in open_ones)
    if stage and there and not (said.valued or deal.note):
        raise BadInput(f"“{deal.title}” is in {stage.name} already.", "Add an amount, should that have changed.")
    return replace(deal, stage=stage)


def _lost(deal: Deal, pipeline: Pipeline, answers: Answers) -> Deal:
    reasons = [reason for reason in pipeline.reasons if not reason.retired]
    fitting, note = by_label(deal.note, reasons)
    chosen = [reason for reason in reasons if reason.id == answers.reason_id]
    if chosen and chosen[0] not in fitting:
        note = deal.note
    found = chosen or fitting
    if len(found) != 1:
        choices = tuple(
            Choice(ChoiceKind.REASON, reason.label, "", replace(answers, reason_id=reason.id))
            for reason in found or reasons
        )
        return replace(deal, status=Status.CHOOSE, question="Why was it lost?", choices=choices)
    if found[0].other and not note:
        return replace(deal, status=Status.ASK, question=f"“{found[0].label}” says nothing by itself. Add a few words.")
    return replace(deal, reason=found[0], note=note)


def by_label(words: str, reasons: Sequence[LossReason]) -> tuple[list[LossReason], str]:
    """The reasons in whose label the most of the first words begin words, a whole label first; and what follows."""
    said = words.split()
    for count in range(len(said), 0, -1):
        text = " ".join(said[:count])
        wanted = name_words(text)
        whole = [reason for reason in reasons if folded(reason.label) == folded(text)]
        fitting = [reason for reason in reasons if wanted and _begin_all(wanted, name_words(reason.label))]
        if whole or fitting:
            return whole or fitting, " ".join(said[count:]).strip(" ,;:–-")
    return [], words
