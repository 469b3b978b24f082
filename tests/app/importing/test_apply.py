"""Carrying out an import: one step, all or nothing, standings and sides as the rows imply, never twice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from balancer_desktop.app import money, people
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.apply import apply
from balancer_desktop.app.importing.plan import plan
from balancer_desktop.app.importing.run import import_files, known, understand
from balancer_desktop.app.importing.sheets import open_sheets
from balancer_desktop.app.verify import verify
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.side import Side
from balancer_desktop.domain.standing import Standing

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, text: str) -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return written


def dump(book: Book) -> str:
    return "\n".join(book.file.db.connection().iterdump())


def ids(book: Book) -> dict[str, int]:
    return {name: party_id for party_id, name in book.people.names().items()}


def test_people_with_a_sale_are_current_from_its_day_and_the_rest_are_prospects(book: Book, write: Write) -> None:
    who = write("people.csv", "Id,Name,Email\n1,Ann,ann@example.org\n2,Bob,\n")
    sold = write("sales.csv", "Invoice,CustomerId,Date,Amount\n9,1,2026-05-04,100.00\n10,1,2026-03-02,50.00\n")
    import_files(book, [who, sold])
    ann, bob = ids(book)["Ann"], ids(book)["Bob"]
    assert book.people.standing(ann) is Standing.CURRENT
    assert book.people.history(ann)[-1].on == date(2026, 3, 2)
    assert book.people.standing(bob) is Standing.PROSPECT
    assert verify(book) == []


def test_an_import_is_one_undo_and_one_redo(book: Book, write: Write) -> None:
    before = dump(book)
    import_files(book, [write("sales.csv", "Customer,Date,Amount\nAnn,2026-05-04,100.00\nBob,2026-05-05,7\n")])
    after = dump(book)
    assert book.undo() == "Import sales.csv"
    assert dump(book) == before
    book.redo()
    assert dump(book) == after
    assert verify(book) == []


def test_the_same_file_again_adds_nothing_and_leaves_no_step(book: Book, write: Write) -> None:
    file = write("work.csv", "Date,Customer,Hours,Note\n2026-05-04,Ann,2,roof\n2026-05-04,Ann,2,roof\n")
    assert import_files(book, [file]).added == 3  # Ann and two equal days of work
    book.start_history()
    again = import_files(book, [file])
    assert (again.added, again.skipped) == (0, 2)
    assert book.undo_label == ""


def test_a_first_imported_sale_makes_a_customer_of_a_known_prospect(book: Book, write: Write) -> None:
    ann = people.add(book, Party("Ann"), on=date(2026, 1, 5))
    import_files(book, [write("sales.csv", "Customer,Date,Amount\nAnn,2026-05-04,100.00\n")])
    assert ids(book) == {"Ann": ann}
    assert [(c.on, c.standing) for c in book.people.history(ann)] == [
        (date(2026, 1, 5), Standing.PROSPECT),
        (date(2026, 5, 4), Standing.CURRENT),
    ]


def test_work_without_a_side_takes_it_from_the_standing_on_its_day(book: Book, write: Write) -> None:
    sold = write("sales.csv", "Customer,Date,Amount\nAnn,2026-05-04,100.00\n")
    import_files(book, [sold])
    import_files(book, [write("work.csv", "Date,Customer,Minutes\n2026-05-03,Ann,60\n2026-05-04,Ann,30\n")])
    sides = {work.on.day: work.side for work in book.work.of_party(ids(book)["Ann"])}
    assert sides == {3: Side.GAIN, 4: Side.KEEP}


def test_one_wrong_row_keeps_everything_out_and_is_named(book: Book, write: Write) -> None:
    before = dump(book)
    file = write("sales.csv", "Customer,Date,Amount\nAnn,2026-05-04,100.00\nBob,2026-02-30,7\n")
    done = import_files(book, [file])
    assert (done.added, done.refused) == (0, 1)
    assert str(done.issues[0]).startswith("sales.csv, line 3, column “Date”")
    assert dump(book) == before


def test_stopping_half_way_leaves_nothing(book: Book, write: Write) -> None:
    rows = "".join(f"Customer {n},2026-05-04,{n}.00\n" for n in range(1, 12_001))
    readings = understand(book, open_sheets(write("sales.csv", "Customer,Date,Amount\n" + rows)))
    planned = plan(readings, known(book), book.currency)
    before = dump(book)
    with pytest.raises(Refused, match="stopped"):
        apply(book, planned, readings, progress=lambda done: done < 10_000)
    assert dump(book) == before
    assert not book.file.db.in_transaction()


def test_a_dry_run_counts_and_writes_nothing(book: Book, write: Write) -> None:
    before = dump(book)
    done = import_files(book, [write("sales.csv", "Customer,Date,Amount\nAnn,2026-05-04,100.00\n")], dry_run=True)
    assert done.added == 2
    assert dump(book) == before


def test_a_corrected_mapping_is_remembered_for_the_same_headings(book: Book, write: Write) -> None:
    file = write("sales.csv", "Customer,Date,Amount\nAnn,03/04/2026,1.00\n")
    readings = understand(book, open_sheets(file))
    apply(book, plan(readings, known(book), book.currency), readings)
    again = understand(book, open_sheets(write("later.csv", "Customer,Date,Amount\nAnn,05/06/2026,1.00\n")))
    assert again[0].mapping == readings[0].mapping


def test_what_lies_in_the_future_is_refused_by_its_row(book: Book, write: Write) -> None:
    done = import_files(book, [write("sales.csv", "Customer,Date,Amount\nAnn,2026-11-20,1.00\nAnn,2026-11-21,1.00\n")])
    assert [(issue.line, issue.column) for issue in done.issues] == [(3, "Date")]
    assert "future" in done.issues[0].reason


def test_an_unpaid_sale_stays_unpaid(book: Book, tmp_path: Path) -> None:
    ann = people.add(book, Party("Ann"), on=date(2026, 1, 5))
    money.record_sale(book, Sale(date(2026, 2, 1), ann, 12_345, "roof", owed=True))
    money.record_sale(book, Sale(date(2026, 2, 2), ann, 100, "wall"))
    money.record_sale(book, Sale(date(2026, 2, 3), ann, -45, "refund", owed=True))
    other = new_book(tmp_path / "other", today=book.today)
    export_csv(book, tmp_path / "out")
    import_files(other, [tmp_path / "out" / "people.csv", tmp_path / "out" / "sales.csv"])
    sold, again = (
        [(s.on, s.amount, s.memo, s.owed) for s in one.ledger.sales_of(ids(one)["Ann"])] for one in (book, other)
    )
    assert again == sold
    assert (other.ledger.owed(), other.ledger.balances()) == (12_300, book.ledger.balances())
    assert verify(other) == []
    other.close()


@pytest.mark.parametrize(
    ("cell", "owed"), [("yes", 500), ("Paid", 0), ("", 0), ("  ", 0), ("offen", 500), ("impayé", 500), ("0", 0)]
)
def test_words_for_what_is_not_paid(book: Book, write: Write, cell: str, owed: int) -> None:
    import_files(book, [write("sales.csv", f"Customer,Date,Amount,Not paid yet\nAnn,2026-05-04,5.00,{cell}\n")])
    assert (len(book.ledger.sales_of(ids(book)["Ann"])), book.ledger.owed()) == (1, owed)


def test_a_column_of_open_amounts_does_not_say_what_is_unpaid(book: Book, write: Write) -> None:
    import_files(book, [write("sales.csv", "Customer,Date,Amount,Open\nAnn,2026-05-04,5.00,5.00\n")])
    assert (len(book.ledger.sales_of(ids(book)["Ann"])), book.ledger.owed()) == (1, 0)


def test_a_word_that_leaves_it_open_is_refused_by_its_row(book: Book, write: Write) -> None:
    done = import_files(book, [write("sales.csv", "Customer,Date,Amount,Not paid yet\nAnn,2026-05-04,5.00,partly\n")])
    assert [(issue.line, issue.column) for issue in done.issues] == [(2, "Not paid yet")]


@pytest.mark.parametrize("name", ["=1+1", "+49 Bau", "-Minus-", "@home", "'t Hooft", "''quoted", "Ann"])
def test_names_that_look_like_formulas_come_back_as_they_were(book: Book, tmp_path: Path, name: str) -> None:
    people.add(book, Party(name, notes=name))
    file = export_csv(book, tmp_path / "out")[0]
    other = new_book(tmp_path / "other", today=book.today)
    import_files(other, [file])
    (party,) = other.people.get_many()
    assert (party.name, party.notes) == (name, name)
    other.close()
