"""Whatever bytes a file holds, the importer gives a plan or BadInput, and a wrong row names its place."""

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.importing.fields import Kind
from tests.app.importing.planning import planned

HEADINGS = [
    "Date",
    "Customer",
    "Total",
    "CustomerId",
    "InvoiceId",
    "Name",
    "Hours",
    "Email",
    "Phone",
    "Status",
    "Standing",
    "By first sale",
    "Reason",
    "Kind of reason",
    "Folder",
    "Hook",
    "Hook due",
    "Channel",
    "Direction",
    "Due",
    "What",
    "Done on",
    "Closed by leaving",
    "Tag",
    "Ideal gap (days)",
    "Longest gap (days)",
    "What is put off",
    "Until",
    "Setting",
    "Value",
    "Phone label",
    "Referrer ID",
    "",
    "Foo",
]
CELLS = st.text(max_size=12) | st.sampled_from(
    [
        "2021-01-02",
        "3/4/2021",
        "1.98",
        "1.234,5",
        "Ann",
        "Ann Lee",
        "1:30",
        "a@x.example",
        "lead",
        "ex",
        "yes",
        "benign",
        "call",
        "in",
        "touch",
        "14",
        "Moved/Abroad",
        "A first sale makes a customer of a prospect",
        '"',
        "'",
        "=1+1",
        "٣",
        "\0",
    ]
)
QUOTED = CELLS.map(lambda text: '"' + text.replace('"', '""') + '"')


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A file that is nearly right: known headings, cells of every kind, any delimiter and encoding."""
    headings = draw(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=6))
    rows = draw(st.lists(st.lists(CELLS | QUOTED, max_size=8), max_size=8))
    delimiter, end = draw(st.sampled_from(",;\t|")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = end.join(delimiter.join(row) for row in [headings, *rows])
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])), errors="replace")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400) | tables(), st.sampled_from([None, *Kind]))
@example(b"\xff\xfe\x00", None)
@example(b"Name\n\x00\n", Kind.PEOPLE)
@example(b'"', None)
@example(b"Name,Date\r\r\n", Kind.SALES)
@example(b"\xef\xbb\xbf\xef\xbb\xbfName\nx\n", None)
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes, kind: Kind | None) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "any.csv"
    path.write_bytes(data)
    with suppress(BadInput):
        done = planned(path, kind=kind)
        lines = data.count(b"\n") + data.count(b"\r") + 1
        assert all(issue.file == "any.csv" and 1 <= issue.line <= lines and issue.column for issue in done.issues)
        assert len(done.issues) == done.wrong
        keyed = [*done.people, *done.sales, *done.work, *done.expenses]
        assert len({draft.key for draft in keyed}) == len(keyed)
        assert len(keyed) + sum(map(len, done.records.values())) == done.new == sum(c.new for c in done.counts.values())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30), min_size=1, max_size=30
    )
)
def test_any_text_comes_through_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    rows = ['"' + text.replace('"', '""') + f'",Person {number}' for number, text in enumerate(texts)]
    path = tmp_path_factory.mktemp("fuzz") / "people.csv"
    path.write_bytes("\n".join(["Notes,Name", *rows, "x" * 20_000 + ",Last"]).encode())  # mostly text, as files are
    assert [draft.party.notes for draft in planned(path).people][:-1] == [text.strip() for text in texts]
