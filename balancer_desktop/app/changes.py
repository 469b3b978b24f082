"""What a change changed, as the screens need to know it."""

from dataclasses import dataclass
from typing import Any

_AREAS = {
    "people": {"party", "contact_point", "party_tag", "standing_change", "exit_reason"},
    "work": {"work"},
    "money": {"entry", "posting"},
    "contacts": {"contact", "next_step", "put_off"},
    "pipeline": {"inquiry", "opportunity", "stage_move", "parking", "stage", "loss_reason"},
    "folders": {"folder", "party_folder"},
    "settings": {"setting", "import_mapping", "tag_cadence", "checklist_template"},
    "timer": {"timer"},
}


@dataclass(frozen=True, slots=True)
class Changes:
    """Flags name what was touched; parties are those concerned, None when they are too many to name.

    unfiled: a sentence for each folder on the disk that could not be brought in line.
    """

    people: bool = False
    work: bool = False
    money: bool = False
    contacts: bool = False
    pipeline: bool = False
    folders: bool = False
    settings: bool = False
    timer: bool = False
    parties: frozenset[int] | None = None
    unfiled: tuple[str, ...] = ()

    @property
    def mix(self) -> bool:
        """Whether the chart may look different (people: “customer since” and names)."""
        return self.people or self.work or self.money or self.settings


EVERYTHING = Changes(
    people=True, work=True, money=True, contacts=True, pipeline=True, folders=True, settings=True, timer=True
)


def changes_of(tables: frozenset[str], parties: frozenset[int] | None) -> Changes:
    flags: dict[str, Any] = {area: bool(tables & names) for area, names in _AREAS.items()}
    return Changes(**flags, parties=parties)
