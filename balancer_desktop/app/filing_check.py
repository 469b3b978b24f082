"""Whether the folders on the disk are what the record says, in sentences."""

from balancer_desktop.app import filing
from balancer_desktop.app.book import Book
from balancer_desktop.app.following import TOPS, missing_words
from balancer_desktop.app.missing_folders import missing
from balancer_desktop.storage.cabinet import Sight


def unfiled(book: Book) -> list[str]:
    """A sentence for each folder that is missing, not yet where it belongs, there twice, or nobody's."""
    gone = missing(book)
    lost = {book.folders.uid_of(party.party_id) for party in gone}
    waiting = [slot.whose for slot in filing.waiting(book) if slot.uid not in lost]
    return [
        *(missing_words(party.name, party.where) for party in gone),
        *(f"The folder of {whose} is not yet where it belongs; it is moved at the next start." for whose in waiting),
        *_odd(book),
    ]


def _odd(book: Book) -> list[str]:
    known = {party.uid: party.name for party in book.folders.filed()}
    known |= {folder.uid: folder.name for folder in book.folders.all()}
    found = []
    for uid, paths in Sight(book.folder, TOPS).marked.items():
        if uid not in known:
            found += [f"The folder {path} belongs to nobody in the book." for path in paths]
        elif len(paths) > 1:
            found.append(f"Two folders say they are that of {known[uid]}: {' and '.join(sorted(paths))}.")
    return found
