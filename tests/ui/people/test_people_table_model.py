"""The table's model: rows go in, and come out sorted, filtered and patched, always as if set anew."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from balancer_desktop.domain.money import currency
from balancer_desktop.domain.party import PartyKind, folded
from balancer_desktop.domain.people_row import PersonRow
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.format import Formats
from balancer_desktop.ui.people.columns import KEYS, NAME, Reading
from balancer_desktop.ui.people.people_table_model import PeopleTableModel
from balancer_desktop.ui.people.scope import EVERYBODY, Scope

TODAY = date(2026, 11, 20)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def row(id_: int, name: str, **more: object) -> PersonRow:
    tags = str(more.get("tags", ""))
    blank = {"company": "", "tags": "", "phone": "", "email": "", "standing": Standing.CURRENT}
    known = {"id": id_, "name": name, "kind": PartyKind.PERSON, "folded": folded(f"{name} {tags}")}
    return PersonRow(**(blank | known | more))


@pytest.fixture
def model(qtbot: QtBot) -> PeopleTableModel:
    made = new_model()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def new_model() -> PeopleTableModel:
    locale = QLocale(QLocale.Language.English, QLocale.Country.Ireland)
    return PeopleTableModel(Reading(Formats(currency("EUR"), locale), TODAY))


def names(model: PeopleTableModel) -> list[str]:
    return [r.name for r in model.shown]


def cell(model: PeopleTableModel, place: int, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(place, KEYS.index(key)).data(role)


def test_figures_are_said_in_the_owners_form(model: PeopleTableModel) -> None:
    acme = row(1, "Acme", income=123456, costs=3456, minutes=300, last_contact=date(2026, 11, 12),
               next_step="call", next_due=date(2026, 11, 17))  # fmt: skip
    model.set_rows([acme], 1234560)
    said = {key: cell(model, 0, key) for key in KEYS}
    assert said["income"] == "1,234.56"
    assert said["hours"] == "5\u00a0h"
    assert said["rate"] == "240.00"
    assert said["share"] == "10\u00a0%"
    assert said["last_contact"] == "12/11/2026"
    assert said["next_step"] == "3 days late · call"
    assert said["last_sale"] == ""
    assert cell(model, 0, "last_contact", Qt.ItemDataRole.ToolTipRole) == "In touch 8 days ago"


def test_sorts_either_way_with_the_unknown_last_and_equals_by_name(model: PeopleTableModel) -> None:
    model.set_rows([row(1, "Cid", last_sale=TODAY), row(2, "Bea"), row(3, "Abe", last_sale=TODAY),
                    row(4, "Dan", last_sale=date(2026, 1, 1)), row(5, "Ann")], 0)  # fmt: skip
    model.sort(KEYS.index("last_sale"), UP)
    assert names(model) == ["Dan", "Abe", "Cid", "Ann", "Bea"]
    model.sort(KEYS.index("last_sale"), DOWN)
    assert names(model) == ["Abe", "Cid", "Dan", "Ann", "Bea"]


def test_every_word_of_the_filter_must_occur_whatever_its_accents(model: PeopleTableModel) -> None:
    model.set_rows([row(1, "Jörg Müller", tags="garden"), row(2, "Jorge Miller"), row(3, "Ann", tags="garden")], 0)
    model.set_filter("GARD mul")
    assert names(model) == ["Jörg Müller"]
    model.set_filter("jorg")
    assert names(model) == ["Jörg Müller", "Jorge Miller"]
    model.set_filter("")
    assert model.rowCount() == 3


def test_a_standing_or_some_folders_can_be_shown_alone(model: PeopleTableModel) -> None:
    rows = [
        row(1, "Ann", standing=Standing.LAPSED),
        *(row(i, f"X{i}", standing=Standing.EX, folder_id=i) for i in (2, 3)),
    ]
    model.set_rows(rows, 0)
    model.set_filter("", Scope(Standing.EX))
    assert names(model) == ["X2", "X3"]
    model.set_filter("", Scope(Standing.EX, frozenset({3, 9})))
    assert names(model) == ["X3"]
    assert model.total == 3


def test_where_they_are_filed_is_said_and_sorted_by_name(model: PeopleTableModel) -> None:
    model.set_rows([row(i, f"X{i}", standing=Standing.EX, folder_id=i) for i in (1, 2)] + [row(3, "L")], 0)
    model.name_folders({1: "Zoo", 2: "abroad"})
    model.sort(KEYS.index("folder"), UP)
    assert [cell(model, place, "folder") for place in range(3)] == ["abroad", "Current", "Zoo"]
    model.name_folders({1: "Aa", 2: "abroad"})
    assert names(model) == ["X1", "X2", "L"]


def test_a_hook_is_told_with_its_day(model: PeopleTableModel) -> None:
    model.set_rows([row(1, "A", hook="card"), row(2, "B", hook="call", hook_due=TODAY), row(3, "C")], 0)
    model.sort(KEYS.index("hook"), UP)
    assert [cell(model, place, "hook") for place in range(3)] == ["20/11/2026 · call", "card", ""]


def test_a_patch_touches_only_its_row(model: PeopleTableModel, qtbot: QtBot) -> None:
    rows = [row(number, f"P{number:02}", income=number) for number in range(20)]
    model.set_rows(rows, 100)
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.modelReset):
        model.patch({7}, [rows[7]._replace(phone="555")], 100)
    assert (told.args[0].row(), told.args[1].row()) == (7, 7)
    assert cell(model, 7, "phone") == "555"


def test_a_first_letter_finds_the_next_name(model: PeopleTableModel) -> None:
    model.set_rows([row(1, "Ann"), row(2, "Élan"), row(3, "Eve")], 0)
    found = model.match(model.index(2, NAME), Qt.ItemDataRole.DisplayRole, "e")
    assert [index.row() for index in found] == [2]
    found = model.match(model.index(0, NAME), Qt.ItemDataRole.DisplayRole, "el")
    assert [index.row() for index in found] == [1]


NAMES = st.sampled_from(["Ann", "Ben", "Cid", "Dot", "Eve"])
ROWS = st.builds(
    lambda id_, name, income, sale, standing, folder: row(
        id_, name, income=income, last_sale=sale, standing=standing, folder_id=folder
    ),
    st.integers(1, 12),
    NAMES,
    st.integers(0, 3),
    st.sampled_from([None, TODAY, date(2026, 1, 1)]),
    st.sampled_from([Standing.CURRENT, Standing.LAPSED]),
    st.integers(0, 1),
)
KINDS = st.tuples(
    st.sampled_from(["name", "income", "last_sale", "standing", "pipeline"]),
    st.sampled_from([UP, DOWN]),
    st.sampled_from(["", "n"]),
    st.sampled_from([EVERYBODY, Scope(Standing.LAPSED), Scope(None, frozenset({0}))]),
)


@settings(max_examples=60, deadline=None)
@given(
    first=st.lists(ROWS, unique_by=lambda r: r.id),
    steps=st.lists(st.tuples(st.frozensets(st.integers(1, 12)), st.lists(ROWS, unique_by=lambda r: r.id)), max_size=4),
    kind=KINDS,
)
def test_patching_equals_setting_anew(
    qapp: object,
    first: list[PersonRow],
    steps: list[tuple[frozenset[int], list[PersonRow]]],
    kind: tuple[str, Qt.SortOrder, str, Scope],
) -> None:
    key, order, text, scope = kind
    patched, anew, known = new_model(), new_model(), {r.id: r for r in first}
    ranks: dict[int, tuple[int, int]] = {}
    patched.reading.ask_ranks = anew.reading.ask_ranks = lambda: dict(ranks)
    patched.tester = QAbstractItemModelTester(patched, QAbstractItemModelTester.FailureReportingMode.Fatal)
    patched.set_rows(first, 1)
    patched.sort(KEYS.index(key), order)
    patched.set_filter(text, scope)
    for step, (ids, fresh) in enumerate(steps):
        ids |= {r.id for r in fresh}
        ranks = {id_: ((7 * id_ + step) % 3, id_ % 2) for id_ in range(1, 13) if (id_ + step) % 4}
        patched.patch(ids, fresh, 1)
        known = {id_: r for id_, r in known.items() if id_ not in ids} | {r.id: r for r in fresh}
    anew.set_rows(known.values(), 1)
    anew.sort(KEYS.index(key), order)
    anew.set_filter(text, scope)
    assert list(patched.shown) == list(anew.shown)
    assert patched.total == anew.total
