"""A plan joins files to each other and to the book, adds nothing twice, and names what is wrong."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest

from balancer_desktop.app.importing.plan import plan
from balancer_desktop.app.importing.planned import Status
from balancer_desktop.domain.errors import BadInput, Refused
from balancer_desktop.domain.importing.fields import Kind
from balancer_desktop.domain.importing.known import Known, known_party
from balancer_desktop.domain.money import currency
from balancer_desktop.domain.party import PartyKind
from balancer_desktop.domain.side import Side
from tests.app.importing.planning import EUR, after, planned, understood, written

PEOPLE = """CustomerId,FirstName,LastName,Company,City,Phone,Email
1,Zoë,Ångström,Fjäll AB,Umeå,+46 90 12 34 56,zoe@fjall.example
2,Bjørn,Çelik,,Århus,+45 86 12 34 56,bjorn@celik.example
3,,,Škoda Service s.r.o.,Plzeň,,
"""
SALES = """InvoiceId,CustomerId,InvoiceDate,BillingCity,Total
11,2,2021-01-01 00:00:00,Århus,1.98
12,1,2021-01-31 23:59:59,Umeå,3.96
13,3,2021-02-28 00:00:00,Plzeň,1200.00
14,1,2021-03-01 00:00:00,Umeå,-0.96
"""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return written(tmp_path, "customers.csv", PEOPLE)


@pytest.fixture
def sales(tmp_path: Path) -> Path:
    return written(tmp_path, "invoices.csv", SALES)


@pytest.mark.parametrize("turned", [False, True])
def test_two_files_join_by_their_number(people: Path, sales: Path, turned: bool) -> None:
    done = planned(*((sales, people) if turned else (people, sales)))
    assert [draft.party.name for draft in done.people] == ["Zoë Ångström", "Bjørn Çelik", "Škoda Service s.r.o."]
    assert done.people[2].party.kind is PartyKind.BUSINESS
    assert [(str(s.on), s.party, s.amount) for s in done.sales] == [
        ("2021-01-01", -2, 198),
        ("2021-01-31", -1, 396),
        ("2021-02-28", -3, 120000),
        ("2021-03-01", -1, -96),
    ]
    assert (done.sales_total, done.wrong, done.applicable, done.new) == (120498, 0, True, 7)
    assert [done.party_id(sale.party, [70, 80, 90]) for sale in done.sales] == [80, 70, 90, 70]


def test_the_same_files_again_add_nothing(people: Path, sales: Path) -> None:
    book = after(planned(people, sales))
    again = planned(people, sales, known=book)
    assert (again.new, again.wrong) == (0, 0)
    assert (again.counts[Kind.PEOPLE].skipped, again.counts[Kind.SALES].skipped) == (3, 4)
    assert planned(sales, known=book).counts[Kind.SALES].skipped == 4
    assert {row.why for row in again.preview} == {"imported before"}


def test_sales_may_come_after_their_people(people: Path, sales: Path) -> None:
    done = planned(sales, known=after(planned(people)))
    assert [sale.party for sale in done.sales] == [2, 1, 3, 1]
    assert (len(done.people), done.wrong) == (0, 0)


def test_a_longer_file_adds_only_its_new_rows(people: Path, sales: Path, tmp_path: Path) -> None:
    book = after(planned(people, sales))
    longer = written(tmp_path, "invoices2.csv", SALES + "15,3,2021-04-01,Plzeň,7.00\n")
    done = planned(longer, known=book)
    assert [(sale.party, sale.amount) for sale in done.sales] == [(3, 700)]
    assert done.counts[Kind.SALES].skipped == 4


def test_an_edited_person_is_matched_and_an_edited_sale_is_refused(people: Path, sales: Path, tmp_path: Path) -> None:
    book = after(planned(people, sales))
    edited = written(tmp_path, "c2.csv", PEOPLE.replace("Ångström", "Ångström-Lund").replace("Århus", "Odense"))
    counts = planned(edited, known=book).counts[Kind.PEOPLE]
    assert (counts.new, counts.matched, counts.skipped) == (0, 2, 1)
    done = planned(written(tmp_path, "i2.csv", SALES.replace("3.96", "4.96")), known=book)
    assert [(issue.line, issue.column) for issue in done.issues] == [(3, "InvoiceId")]
    assert "imported before" in done.issues[0].reason


def test_the_same_numbers_of_another_program_are_other_people(people: Path, tmp_path: Path) -> None:
    book = after(planned(people))
    other = written(tmp_path, "other.csv", "CustomerId,Name,Email\n1,Eve Stone,eve@stone.example\n")
    assert [draft.party.name for draft in planned(other, known=book).people] == ["Eve Stone"]


def test_equal_rows_without_numbers_are_as_many_sales(tmp_path: Path) -> None:
    text = "Date,Customer,Total\n" + "2021-01-02,Ann,5.00\n" * 3 + "2021-01-02,Bob,5.00\n"
    path = written(tmp_path, "a.csv", text)
    done = planned(path)
    assert (len(done.sales), len({sale.key for sale in done.sales}), len(done.people)) == (4, 4, 2)
    assert planned(path, known=after(done)).counts[Kind.SALES].skipped == 4
    more = written(tmp_path, "b.csv", text + "2021-01-02,Ann,5.00\n")
    assert planned(more, known=after(done)).counts[Kind.SALES].new == 1


def test_line_items_of_one_invoice_are_all_sales(tmp_path: Path) -> None:
    text = "InvoiceId,Date,Customer,Total\n7,2021-01-02,Ann,5.00\n7,2021-01-02,Ann,6.00\n7,2021-01-02,Ann,5.00\n"
    path = written(tmp_path, "a.csv", text)
    done = planned(path)
    assert [sale.amount for sale in done.sales] == [500, 600, 500]
    assert planned(path, known=after(done)).counts[Kind.SALES].skipped == 3


def test_names_find_people_of_the_book_and_make_new_ones(tmp_path: Path) -> None:
    book = Known(people=[known_party(4, "Ann Lee"), known_party(5, "Müller GmbH")])
    text = """Date,Customer,Email,Total
2021-01-02,ann  lee,,5.00
2021-01-02,"Lee, Ann",,5.00
2021-01-03,MULLER GMBH,,6.00
2021-01-04,Eve Stone,eve@stone.example,7.00
2021-01-05,Eve Stone,,8.00
"""
    done = planned(written(tmp_path, "a.csv", text), known=book)
    assert [sale.party for sale in done.sales] == [4, 4, 5, -1, -1]
    assert [(d.party.name, d.party.emails) for d in done.people] == [("Eve Stone", ("eve@stone.example",))]
    assert [row.who for row in done.preview] == ["Ann Lee", "Ann Lee", "Müller GmbH", "Eve Stone", "Eve Stone"]


def test_a_name_of_two_people_is_asked_about(tmp_path: Path) -> None:
    book = Known(people=[known_party(4, "Ann Lee"), known_party(5, "Ann Lee")])
    done = planned(written(tmp_path, "a.csv", "Date,Customer,Total\n2021-01-02,Ann Lee,5.00\n"), known=book)
    assert [(i.line, i.column, "2 people" in i.reason) for i in done.issues] == [(2, "Customer", True)]


def test_a_number_that_is_nowhere_and_a_name_beside_it(tmp_path: Path) -> None:
    nowhere = planned(written(tmp_path, "a.csv", "Date,CustomerId,Total\n2021-01-02,99,5.00\n"))
    assert [(i.line, i.column) for i in nowhere.issues] == [(2, "CustomerId")]
    assert "together" in nowhere.issues[0].remedy
    named = planned(
        written(tmp_path, "b.csv", "Date,CustomerId,Customer,Total\n2021-01-02,99,Ann,5\n2021-01-03,99,,6\n")
    )
    assert ([sale.party for sale in named.sales], named.wrong) == ([-1, -1], 0)


def test_people_repeated_in_a_file(tmp_path: Path) -> None:
    text = "Name,Email\nAnn Lee,ann@x.example\nAnn Lee,ann@x.example\nAnn Lee,other@x.example\nJim Lee,ann@x.example\n"
    counts = planned(written(tmp_path, "a.csv", text)).counts[Kind.PEOPLE]
    assert (counts.new, counts.skipped) == (3, 1)
    clash = planned(written(tmp_path, "b.csv", "CustomerId,Name\n1,Ann\n1,Ann\n1,Bob\n"))
    assert (clash.counts[Kind.PEOPLE].new, clash.counts[Kind.PEOPLE].skipped) == (1, 1)
    assert [(i.line, i.column) for i in clash.issues] == [(4, "CustomerId")]


def test_referrals_are_linked_by_name_and_kept_as_a_note_otherwise(tmp_path: Path) -> None:
    text = "Name,Referred by\nAnn,Bob\nBob,\nEve,Nobody Known\n"
    ann, _bob, eve = planned(written(tmp_path, "a.csv", text)).people
    assert (ann.referred_by, ann.party.notes) == (-2, "")
    assert (eve.referred_by, eve.party.notes) == (0, "Referred by Nobody Known")


def test_work_and_spending(tmp_path: Path) -> None:
    work = written(
        tmp_path, "time.csv", "Date;Client;Hours;Side;Notes\n1.2.2021;Ann;1,5;;Roof\n13.2.2021;;0:45;gain;Fair\n"
    )
    cost = written(
        tmp_path, "expenses.csv", "Date,Amount,Category,Vendor\n2021-01-02,12.50,Fuel,Total\n2021-01-03,5,Ads,Web\n"
    )
    done = planned(work, cost)
    assert [(w.minutes, w.party, w.side, w.note) for w in done.work] == [
        (90, -1, None, "Roof"),
        (45, 0, Side.GAIN, "Fair"),
    ]
    assert [(e.amount, e.party, e.side, e.memo) for e in done.expenses] == [
        (1250, 0, Side.RUN, "Fuel · Total"),
        (500, 0, Side.RUN, "Ads · Web"),
    ]
    (reading,) = understood(cost)
    marketing = plan([replace(reading, mapping=replace(reading.mapping, side=Side.GAIN))], Known(), EUR)
    assert {expense.side for expense in marketing.expenses} == {Side.GAIN}


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("soon,Ann,5.00,EUR,x", "Date", "not a date"),
        ("2021-02-30,Ann,5.00,EUR,x", "Date", "calendar"),
        (",Ann,5.00,EUR,x", "Date", "not a date"),
        ("2021-01-02,,5.00,EUR,x", "Customer", "whose sale"),
        ("2021-01-02,Ann,0.00,EUR,x", "Total", "zero"),
        ("2021-01-02,Ann,,EUR,x", "Total", "not an amount"),
        ("2021-01-02,Ann,five,EUR,x", "Total", "not an amount"),
        ("2021-01-02,Ann,1.985,EUR,x", "Total", "more decimals"),
        ("2021-01-02,Ann,99999999999999999,EUR,x", "Total", "too large"),
        ("2021-01-02,Ann,5.00,USD,x", "Currency", "currency"),
        ("2021-01-02,Ann,5.00,EUR,a\0b", "Memo", "NUL"),
        ("2021-01-02,A\0nn,5.00,EUR,x", "Customer", "NUL"),
        (f"2021-01-02,{'n' * 501},5.00,EUR,x", "Customer", "501 characters"),
        (f"2021-01-02,Ann,5.00,EUR,{'m' * 1_000_001}", "Memo", "1,000,001 characters"),
        ("2021-01-02,Ann,5.00,EUR,x,surplus", "Memo", "6 cells"),
    ],
)
@pytest.mark.parametrize("line", [3, 400])
def test_a_wrong_row_names_file_line_and_column(tmp_path: Path, row: str, column: str, words: str, line: int) -> None:
    good = [f"2021-01-02,Ann,{n}.50,EUR,ok" for n in range(1, 600)]
    good[line - 2] = row
    done = planned(written(tmp_path, "sales.csv", "\n".join(["Date,Customer,Total,Currency,Memo", *good])))
    (issue,) = done.issues
    assert (issue.file, issue.line, issue.column) == ("sales.csv", line, column)
    assert words in issue.reason
    assert issue.remedy
    assert (done.counts[Kind.SALES].new, done.wrong, done.applicable) == (598, 1, False)
    with pytest.raises(BadInput, match=rf"sales\.csv, line {line}, column “{column}”"):
        done.checked()
    assert done.leaving_out_wrong().checked().new == 599


def test_every_wrong_row_is_counted_and_the_first_thousand_are_told(tmp_path: Path) -> None:
    done = planned(written(tmp_path, "a.csv", "Date,Customer,Total\n" + "never,Ann,1\n" * 1500))
    assert (done.wrong, len(done.issues)) == (1500, 1000)
    with pytest.raises(BadInput, match="1,499 more"):
        done.checked()


def test_the_preview_shows_the_first_rows_of_each_sheet(people: Path, sales: Path) -> None:
    done = plan(understood(people, sales), Known(), EUR, preview=2)
    assert [(row.file, row.line, row.status) for row in done.preview] == [
        ("customers.csv", 2, Status.NEW),
        ("customers.csv", 3, Status.NEW),
        ("invoices.csv", 2, Status.NEW),
        ("invoices.csv", 3, Status.NEW),
    ]
    assert (done.preview[2].who, done.preview[2].value, str(done.preview[2].on)) == ("Bjørn Çelik", 198, "2021-01-01")


def test_rows_seen_one_by_one_and_all_at_once_give_the_same_plan(tmp_path: Path) -> None:
    rows = [f"{i},2021-0{i % 9 + 1}-1{i % 9},C {i % 40},{i}.{i % 90 + 10},note {i % 7}" for i in range(1, 1200)]
    readings = understood(written(tmp_path, "a.csv", "\n".join(["InvoiceId,Date,Customer,Total,Memo", *rows])))
    one_by_one, all_at_once = (plan(readings, Known(), EUR, preview=count) for count in (5000, 0))
    assert one_by_one.sales == all_at_once.sales
    assert one_by_one.people == all_at_once.people


def test_progress_is_told_and_can_stop_the_import(tmp_path: Path) -> None:
    readings = understood(written(tmp_path, "a.csv", "Date,Customer,Total\n" + "2021-01-02,Ann,1.00\n" * 12_000))
    seen: list[int] = []
    plan(readings, Known(), EUR, progress=lambda rows: not seen.append(rows))
    assert len(seen) == 2
    with pytest.raises(Refused, match="stopped"):
        plan(readings, Known(), EUR, progress=lambda _rows: False)
    assert gc.isenabled()


def test_blank_rows_and_spaces_are_no_rows(tmp_path: Path) -> None:
    done = planned(
        written(tmp_path, "a.csv", "Date,Customer,Total\n2021-01-02,Ann,1.00\n,,\n  , ,\n\n2021-01-03,Ann,2.00\n")
    )
    assert (done.counts[Kind.SALES].new, done.wrong) == (2, 0)


def test_other_currencies_keep_their_own_decimals(tmp_path: Path) -> None:
    readings = understood(written(tmp_path, "a.csv", "Date,Customer,Total\n2021-01-02,Ann,1.234\n2021-01-02,Ann,2.5\n"))
    assert plan(readings, Known(), currency("KWD")).sales_total == 3734
    assert plan(readings, Known(), currency("JPY")).wrong == 2


def test_a_sale_of_a_customer_on_a_wrong_row_names_that_row(tmp_path: Path) -> None:
    """Asking for the file would mislead: it is there."""
    people = written(tmp_path, "customers.csv", "CustomerId,Name,Phone\n1,Ann,\n2,Bob,ring the bell\n")
    sales = written(tmp_path, "sales.csv", "InvoiceId,CustomerId,InvoiceDate,Total\n11,2,2026-01-05,1.98\n")
    issues = {issue.file: issue for issue in planned(people, sales).issues}
    assert issues["sales.csv"].reason == "The customer with the number 2 cannot be read."
    assert issues["sales.csv"].remedy == "Correct the row in customers.csv, line 3."
