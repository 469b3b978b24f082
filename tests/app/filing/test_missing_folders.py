"""Folders that are missing, looked for on the disk apart from the book."""

from shutil import rmtree

from balancer_desktop.app import filing, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.missing_folders import Missing, look, missing, noted, still_missing
from balancer_desktop.domain.party import Party
from tests.app.filing.agreement import add, archive


def test_what_was_moved_by_hand_is_found_and_what_is_gone_is_named(book: Book) -> None:
    here, moved, gone = (add(book, name) for name in ("Here", "Moved", "Gone"))
    paths = {id_: filing.open_folder(book, id_) for id_ in (here, moved, gone)}
    paths[moved].rename(book.folder / "Customers" / "Somewhere else")
    rmtree(paths[gone])
    assert missing(book) == [Missing(gone, "Gone", f"Customers/{paths[gone].name}")]
    assert filing.last_seen(book, moved) == "Customers/Somewhere else", "remembered"


def test_what_is_archived_while_the_disk_is_looked_at_is_not_missing(book: Book) -> None:
    acme = add(book, "Acme")
    filing.open_folder(book, acme)
    folders = noted(book)
    archive(book, acme)
    looked = look(book.folder, folders)
    assert len(looked.absent) == 1
    assert still_missing(book, looked) == []


def test_looking_stops_when_it_is_told_to_and_then_names_nobody(book: Book) -> None:
    gone = [add(book, name) for name in ("Acme", "Bert")]
    for id_ in gone:
        rmtree(filing.open_folder(book, id_))
    asked: list[int] = []

    def goes_on(count: int) -> bool:
        asked.append(count)
        return False

    assert still_missing(book, look(book.folder, noted(book), goes_on)) == []
    assert asked == [1]


def test_without_folders_nothing_is_looked_at(book: Book) -> None:
    people.add(book, Party("Acme"))
    assert noted(book) == {}
    assert missing(book) == []
