"""Each party's folder of files: made when first needed, and on the disk wherever the record says it belongs."""

from collections.abc import Collection
from pathlib import Path
from secrets import choice

from balancer_desktop.app.book import Book
from balancer_desktop.app.changes import Changes
from balancer_desktop.app.following import TOPS, Round, is_it, missing_words
from balancer_desktop.app.wording import name_of
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.file_names import party_folder_name
from balancer_desktop.domain.filing import Slot, archive_slots, party_slot
from balancer_desktop.storage import cabinet
from balancer_desktop.storage.book_file import WriteFailed
from balancer_desktop.storage.cabinet import Sight
from balancer_desktop.storage.folders_store import UNSETTLED, Place

_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
"""No vowels, for no word to come of it, and nothing that looks like something else."""


class FolderMissing(Refused):
    """The folder was there once and is not found any more. where: its last path within the book's folder."""

    def __init__(self, name: str, where: str) -> None:
        super().__init__(missing_words(name, where), "Put it back, or start a new one.")
        self.where = where


def new_uid() -> str:
    """A random name that a folder keeps through renaming and moving."""
    return "".join(choice(_LETTERS) for _ in range(6))


def attach(book: Book) -> tuple[str, ...]:
    """Bring the folders in line now, and after every commit, undo and redo from now on; sentences as of follow()."""
    book.disk_follows = lambda changes: _followed(book, changes)
    return follow(book)


def follow(book: Book, parties: Collection[int] | None = None, *, archive: bool = True) -> tuple[str, ...]:
    """Bring the folders of these parties (None: all), and of the archive, in line with the record.

    A sentence for each that is missing or could not be moved; it is tried again at the next start.
    """
    filed = _party_slots(book, parties)
    folders = archive_slots(book.folders.all()) if archive or filed else []
    slots = [*folders, *filed]
    places = book.folders.places(None if parties is None else [slot.uid for slot in slots])
    moving = [slot for slot in slots if slot.uid not in places or places[slot.uid].wanted != slot.wanted]
    refusals: list[str] = []
    try:
        if moving:
            _announce(book, {slot.uid: slot.wanted for slot in moving}, places)
            refusals += _settle(book, moving, Round(book.folder, folders, places))
        if archive:
            _clear_away(book)
    except WriteFailed as failed:  # what was moved is found again by its marker
        refusals.append(str(failed))
    return tuple(refusals)


def open_folder(book: Book, party_id: int) -> Path:
    """The party's folder, made when first needed. FolderMissing when it has gone; Refused when it cannot be made."""
    name = name_of(book, party_id)
    if not book.folders.uid_of(party_id):
        return _made(book, party_id, name)
    found = find(book, party_id)
    if found is None and last_seen(book, party_id):
        raise FolderMissing(name, last_seen(book, party_id))
    return found or _checked(book, party_id)


def start_again(book: Book, party_id: int) -> Path:
    """A new folder in place of one that is missing, or the old one if it is found after all."""
    name = name_of(book, party_id)
    found = find(book, party_id)
    if found is None and book.folders.uid_of(party_id):
        with book.change(f"Start a new folder for {name}"):
            book.folders.exchange(party_id, new_uid())
        found = _or_undone(book, party_id)
    return found or _made(book, party_id, name)


def find(book: Book, party_id: int, sight: Sight | None = None) -> Path | None:
    """The party's folder wherever it is, and that remembered; None when it is missing, or there never was one."""
    uid = book.folders.uid_of(party_id)
    if not uid:
        return None
    place = book.folders.places([uid]).get(uid)
    if place is None or place.wanted.startswith(UNSETTLED):
        follow(book, [party_id], archive=False)
        place = book.folders.places([uid]).get(uid)
    if place is None:
        return None
    if is_it(book.folder / place.placed, uid):
        return book.folder / place.placed
    at = (sight or Sight(book.folder, TOPS)).find(uid)
    if not at:
        return None
    with book.file.writing():
        book.folders.put(uid, place._replace(placed=at))
    return book.folder / at


def last_seen(book: Book, party_id: int) -> str:
    """The path within the book's folder where the party's folder was last; empty when it never was."""
    uid = book.folders.uid_of(party_id)
    place = book.folders.places([uid]).get(uid)
    return place.placed if place else ""


def waiting(book: Book) -> list[Slot]:
    """The folders that are not yet where the record wants them."""
    places = book.folders.places()
    slots = [*archive_slots(book.folders.all()), *_party_slots(book, None)]
    return [slot for slot in slots if slot.uid not in places or places[slot.uid].wanted != slot.wanted]


def _followed(book: Book, changes: Changes) -> tuple[str, ...]:
    if not changes.people and not changes.folders:
        return ()
    return follow(book, changes.parties, archive=changes.folders)


def _party_slots(book: Book, parties: Collection[int] | None) -> list[Slot]:
    filed = book.folders.filed(parties) if parties is None or parties else []
    uids = {folder.id: folder.uid for folder in book.folders.all()} if any(party.folder_id for party in filed) else {}
    return [
        party_slot(party.party_id, party.name, party.uid, party.standing, uids.get(party.folder_id, ""))
        for party in filed
    ]


def _announce(book: Book, wanted: dict[str, str], places: dict[str, Place]) -> None:
    """Write down what is about to be moved: where it will be found after a crash is not known."""
    known = wanted.keys() & places.keys()
    if known:
        with book.file.writing():
            for uid in known:
                book.folders.put(uid, places[uid]._replace(wanted=UNSETTLED + wanted[uid]))


def _settle(book: Book, moving: list[Slot], round_: Round) -> list[str]:
    """Move what is to be moved, then write down where it is; a sentence for each that stays."""
    for slot in moving:
        round_.settle(slot)
    if round_.finish() and (round_.placed or round_.shifts):
        with book.file.writing():
            for old, new in round_.shifts:
                book.folders.shift(old, new)
            for uid, place in round_.placed.items():
                book.folders.put(uid, place)
    return round_.refusals


def _clear_away(book: Book) -> None:
    """Remove the folders whose making was taken back, the innermost first, if nothing of the owner's is in them."""
    strays = book.folders.strays()
    gone: list[str] = []
    for uid, place in sorted(strays.items(), key=lambda stray: -len(stray[1].placed)):
        path = book.folder / place.placed
        if is_it(path, uid) and cabinet.is_bare(path):
            _announce(book, {uid: ""}, strays)
            if cabinet.remove_bare(path):
                gone.append(uid)
        elif place.wanted == UNSETTLED and not path.exists():
            gone.append(uid)
    if gone:
        with book.file.writing():
            for uid in gone:
                book.folders.forget(uid)


def _made(book: Book, party_id: int, name: str) -> Path:
    """A folder for somebody who has none; when the disk says no, the record is as it was before."""
    with book.change(f"Make a folder for {name}"):
        book.folders.give(party_id, _left_over(book, name) or new_uid())
    return _or_undone(book, party_id)


def _or_undone(book: Book, party_id: int) -> Path:
    try:
        return _checked(book, party_id)
    except Refused:
        book.undo()
        raise


def _checked(book: Book, party_id: int) -> Path:
    """Where the folder is that was recorded, and perhaps could not be made then."""
    why = () if last_seen(book, party_id) else follow(book, [party_id])
    if where := last_seen(book, party_id):
        return book.folder / where
    told = why[0] if why else "The folder could not be made."
    raise Refused(told, "Check the disk, and the rights of the book's folder.")


def _left_over(book: Book, name: str) -> str:
    """The uid of a folder with files in it that the party had, had its making not been undone."""
    for uid, place in book.folders.strays().items():
        called = place.wanted.rpartition("/")[2] == party_folder_name(name, uid)
        if called and is_it(book.folder / place.placed, uid) and book.people.named(name) == 1:
            return uid
    return ""
