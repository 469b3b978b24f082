"""What the generator hands over: a whole business in the words of the domain."""

from dataclasses import dataclass
from datetime import date

from balancer_desktop.domain.entries import Contact, Expense, NextStep, Sale, Work
from balancer_desktop.domain.inquiries.inquiry import Inquiry
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class DemoStanding:
    """One dated change. reason is a label of FIRST_REASONS, or empty; folder a path of names, `Moved away/Coast`.

    hook: what to come back for, with the day for it and the day it was done.
    """

    on: date
    standing: Standing
    reason: str = ""
    note: str = ""
    folder: str = ""
    hook: str = ""
    hook_due: date | None = None
    hook_done: date | None = None


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A party and its standings, oldest first. party.referred_by names an id below the party's own, or 0."""

    party: Party
    history: tuple[DemoStanding, ...]


@dataclass(frozen=True, slots=True)
class DemoOpportunity:
    """Its moves count the stages of a new book from 1; reason is the label of one of a new book's, or empty."""

    opportunity: Opportunity
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DemoBusiness:
    """people[i].party.id is i + 1, which every party_id refers to. Entries are in date order and have no ids yet.

    Amounts are minor units of the currency. Only next steps and hooks may lie after the day the business was made for.
    A step of somebody who left since is open here: leaving is what closes it. tag_gaps: a tag, and the days that its
    people should be in touch within at best and at most. Sales, inquiries and opportunities are referred to by their
    number, counted from 1. Times of inquiries are those of the wall clock, without a zone.
    """

    name: str
    currency: str
    people: tuple[DemoPerson, ...]
    sales: tuple[Sale, ...]
    work: tuple[Work, ...]
    expenses: tuple[Expense, ...]
    contacts: tuple[Contact, ...]
    next_steps: tuple[NextStep, ...]
    tag_gaps: tuple[tuple[str, int, int], ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    opportunities: tuple[DemoOpportunity, ...] = ()
    hourly_cost: int = 0
