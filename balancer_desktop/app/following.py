"""One round of bringing the folders on the disk in line with the record.

A folder is moved only when the record wants it elsewhere than when it was last placed: one that the owner moved or
renamed by hand stays where it is. Nothing is ever overwritten, and a party's folder that is not found is never made
anew behind the owner's back. What is to be moved is announced before, so that whoever comes after a crash looks.
"""

from collections.abc import Iterable
from pathlib import Path

from balancer_desktop.domain.file_names import is_numbered
from balancer_desktop.domain.filing import ARCHIVE, CUSTOMERS, Slot
from balancer_desktop.storage import cabinet
from balancer_desktop.storage.cabinet import Sight
from balancer_desktop.storage.folders_store import UNSETTLED, Place

TOPS = (CUSTOMERS, ARCHIVE)


class Round:
    """settle() each slot, archive folders first and from the top down; then read what became of them."""

    def __init__(self, root: Path, archive: Iterable[Slot], places: dict[str, Place]) -> None:
        """archive: all its folders. places: of these and of the folders that are to be settled."""
        self.placed: dict[str, Place] = {}
        self.shifts: list[tuple[str, str]] = []
        """Archive folders that were moved with all that is in them, from and to, in order."""
        self.refusals: list[str] = []
        self._root = root
        self._archive = {slot.uid: slot for slot in archive}
        self._places = dict(places)
        self._stuck: set[str] = set()
        self._touched: set[Path] = set()
        self._sights: dict[bool, Sight] = {}

    def settle(self, slot: Slot) -> None:
        """Find, make or move one folder; what the system refuses is put in words, and left as it is."""
        if slot.parent in self._stuck:
            self._stuck.add(slot.uid)
            return
        try:
            self._settle(slot)
        except OSError as error:
            self._stuck.add(slot.uid)
            self.refusals.append(_refusal(slot, self._places.get(slot.uid), error))

    def finish(self) -> bool:
        """Have the disk know all that was done, before it is written down; False when it does not say that it does."""
        try:
            cabinet.sync(directory for directory in self._touched if directory.is_dir())
        except OSError as error:
            self.refusals.append(f"The disk may not have kept where the folders are ({error.strerror}).")
            return False
        return True

    def _settle(self, slot: Slot) -> None:
        former = self._places.get(slot.uid)
        directory = self._directory(slot.parent)
        at = self._find(slot, former, directory)
        if at:
            if former and not slot.party_id and at != former.placed:
                self._shift(former.placed, at)
            at = self._moved(slot, at, self._target(slot, at, directory, former))
        elif former is None or former.wanted == UNSETTLED or not slot.party_id:  # never made, or empty and taken away
            at = self._made(slot, directory)
        else:
            self.refusals.append(missing_words(slot.whose, former.placed))
            return
        self.placed[slot.uid] = self._places[slot.uid] = Place(at, slot.wanted)

    def _directory(self, parent: str) -> str:
        """The path of a top folder or an archive folder, which is made where the owner has removed it."""
        if parent in TOPS:
            (self._root / parent).mkdir(mode=0o700, exist_ok=True)
            return parent
        slot, place = self._archive[parent], self._places.get(parent)
        if place and is_it(self._root / place.placed, parent):
            return place.placed
        self._settle(slot)
        return self._places[parent].placed

    def _find(self, slot: Slot, former: Place | None, directory: str) -> str:
        """Where the folder is now: where it was last, where it belongs, or anywhere; empty when nowhere."""
        if former and is_it(self._root / former.placed, slot.uid):
            return former.placed
        target = f"{directory}/{slot.name}"
        if cabinet.owner_of(self._root / target) == slot.uid:
            return target
        found = self._sight(deep=former is not None).find(slot.uid)
        # A directory without a marker: a crash came before it was written, or the owner was first to think of the name.
        return found or (target if former is None and is_it(self._root / target, slot.uid) else "")

    def _made(self, slot: Slot, directory: str) -> str:
        path = cabinet.free(self._root / directory, slot.name)
        cabinet.make(path, slot.uid)
        self._touched |= {path, path.parent}
        return f"{directory}/{path.name}"

    def _target(self, slot: Slot, at: str, directory: str, former: Place | None) -> str:
        """Where to: of what the record has not changed, the owner's own hand is respected."""
        parent, _, name = at.rpartition("/")
        target = slot.name
        if former and not former.wanted.startswith(UNSETTLED):
            wanted_in, _, wanted_as = former.wanted.rpartition("/")
            directory = parent if wanted_in == slot.parent else directory
            target = name if wanted_as == slot.name and not is_numbered(name, slot.name) else slot.name
        return f"{directory}/{cabinet.free(self._root / directory, target, self._root / at).name}"

    def _moved(self, slot: Slot, at: str, to: str) -> str:
        source, target = self._root / at, self._root / to
        if at != to:
            cabinet.move(source, target)
            self._touched |= {source.parent, target.parent}
            if not slot.party_id:
                self._shift(at, to)
        if cabinet.owner_of(target) != slot.uid:
            cabinet.mark(target, slot.uid)
        return to

    def _shift(self, old: str, new: str) -> None:
        self.shifts.append((old, new))
        for uid, place in self._places.items():
            if place.placed.startswith(f"{old}/"):
                self._places[uid] = place._replace(placed=new + place.placed[len(old) :])
        for uid in self.placed:
            self.placed[uid] = self._places[uid]
        self._sights.clear()

    def _sight(self, *, deep: bool) -> Sight:
        if deep not in self._sights:
            self._sights[deep] = Sight(self._root, TOPS, deep=deep)
        return self._sights[deep]


def is_it(path: Path, uid: str) -> bool:
    """Whether the folder in this place is the one of the uid: by its marker, or because it has none and is here."""
    return path.is_dir() and cabinet.owner_of(path) in ("", uid)


def missing_words(whose: str, placed: str) -> str:
    return f"The folder of {whose} is missing; it was last in {placed}."


def _refusal(slot: Slot, former: Place | None, error: OSError) -> str:
    why = error.strerror or str(error)
    if former is None:
        return f"The folder of {slot.whose} could not be made ({why})."
    return (
        f"The folder of {slot.whose} stays in {former.placed} for now ({why}). "
        "Close what is open in it; it is moved at the next start."
    )
