"""How an appointment reads among the next steps of its day."""

from balancer_desktop.domain.intake.item import Item

LONGEST = 300


def step_text(item: Item) -> str:
    """`14:30 · Measure the roof`; without a time where only the day is known."""
    clock = f"{item.at:%H:%M}" if item.at is not None and item.timed else ""
    what = " · ".join(" ".join(line.split()) for line in item.about.splitlines() if line.strip()) or "Appointment"
    promised = f"promised: {item.promised}" if item.promised else ""
    text = " · ".join(part for part in (clock, what, promised) if part)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
