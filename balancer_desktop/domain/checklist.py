"""Checklists: steps that begin together, each due some days later, from a template of the owner's own."""

from dataclasses import dataclass

ONBOARDING = "Onboarding"
"""The list that begins when a prospect is won."""


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """days: due so many days after the list is begun."""

    checklist: str
    what: str
    days: int
    place: int = 0
    id: int = 0
