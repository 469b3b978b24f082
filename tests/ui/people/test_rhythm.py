"""The rhythm where people are looked at: a column of the table, a line of the page, fields of the form."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from balancer_desktop.app import cadence, contacts, money, people
from balancer_desktop.app.book import Book
from balancer_desktop.app.rhythms import KnownRhythms
from balancer_desktop.domain.entries import Channel, Contact, Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.people.columns import NAME, RHYTHM, WORTH
from balancer_desktop.ui.people.party_form import PartyForm
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.people.people_table import PeopleTable
from balancer_desktop.ui.people.rhythm_line import RhythmLine
from balancer_desktop.ui.people.tag_cadence_form import TagCadenceForm
from balancer_desktop.ui.session import Session
from tests.app.regulars import TODAY, crowd, regular
from tests.ui.people.test_people_tab import Show


@pytest.fixture
def filled(book: Book) -> Book:
    crowd(book)
    regular(book, "Acme", 20, 200)
    regular(book, "Bert", 30, 65)
    people.add(book, Party("Cora"), Standing.CURRENT)
    return book


def learnt(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.rhythms_ready):
        session.learn_rhythms()


def column(tab: PeopleTab) -> dict[str, tuple[str, bool]]:
    """By name: the words, and whether there is a sign."""
    model = tab.findChild(QTableView).model()
    rows = range(model.rowCount())
    cells = {model.index(row, 0).data(): model.index(row, RHYTHM) for row in rows}
    return {n: (at.data(), at.data(Qt.ItemDataRole.DecorationRole) is not None) for n, at in cells.items()}


def test_the_column_comes_with_what_is_learnt_and_keeps_in_step(
    filled: Book, session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    assert column(tab)["Acme"] == ("", False)
    learnt(session, qtbot)
    said = column(tab)
    assert said["Acme"] == ("usually every 3 weeks; silent 7 months", True)
    assert said["Faithful 0"] == ("usually every 3 weeks; silent 5 days", False)
    assert said["Cora"] == ("", False)
    acme = next(id_ for id_, name in filled.people.names().items() if name == "Acme")
    money.record_sale(filled, Sale(TODAY, acme, 100))
    assert column(tab)["Acme"] == ("usually every 3 weeks; bought today", False)
    filled.undo()
    assert column(tab)["Acme"] == said["Acme"]
    cadence.set_party(filled, acme, 7, 0)
    assert column(tab)["Acme"] == ("no contact for 7 months; ideal 7 days", True)


def test_a_sign_says_in_words_what_it_stands_for_to_pointer_reader_and_clipboard(
    filled: Book, session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    learnt(session, qtbot)
    acme = next(id_ for id_, name in filled.people.names().items() if name == "Acme")
    cadence.set_party(filled, acme, 7, 60)
    table = tab.findChild(PeopleTable)
    table.go_to(acme)
    cell = table.model().index(table.currentIndex().row(), RHYTHM)
    assert cell.data() == "no contact for 7 months; limit 9 weeks"
    told = "Probably gone: no contact for 7 months; you wanted every 9 weeks"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == cell.data(Qt.ItemDataRole.AccessibleTextRole) == told
    next(action for action in table.actions() if action.text() == "Copy as a table").trigger()
    assert told in QGuiApplication.clipboard().text()


def test_names_and_the_longest_usual_sentence_are_whole_in_a_small_window(
    filled: Book, session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show(size=(876, 700))
    table = tab.findChild(PeopleTable)
    sentence = QFontMetrics(table.font()).horizontalAdvance("usually every 12 weeks; silent 13 months")
    assert table.columnWidth(NAME) >= 210
    assert table.columnWidth(RHYTHM) >= sentence + 46  # the sign, and the margins on both its sides
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_it_sorts_by_silence_in_usual_gaps_and_who_has_none_comes_last(
    filled: Book, session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    table = tab.findChild(QTableView)
    table.sortByColumn(RHYTHM, Qt.SortOrder.DescendingOrder)
    names = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    assert names[:2] == ["Acme", "Bert"]
    assert names[-1] == "Cora"


def test_only_the_rows_that_are_looked_at_are_asked_for(
    book: Book, session: Session, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with book.change("Many"):
        for number in range(400):
            people.add(book, Party(f"P{number:03}"), Standing.CURRENT)
    tab = show()
    asked: list[int] = []
    known = KnownRhythms.of
    monkeypatch.setattr(KnownRhythms, "of", lambda self, ids: asked.extend(ids) or known(self, ids))
    learnt(session, qtbot)
    qtbot.waitUntil(lambda: bool(asked))
    tab.findChild(QTableView).viewport().repaint()
    assert len(set(asked)) < 120


def test_the_page_says_what_follows_or_why_nothing_does(
    filled: Book, session: Session, show: Show, qtbot: QtBot
) -> None:
    tab = show(size=(1400, 800))
    learnt(session, qtbot)
    names = {name: id_ for id_, name in filled.people.names().items()}
    tab.open_party(names["Acme"])
    line = tab.findChild(RhythmLine)
    assert line.text().startswith(
        "Usually every 3 weeks; silent 7 months. Probably gone, by all your customers' rhythm. "
    )
    assert "Less than 1\u00a0% likely to be a customer still; no purchase expected in half a year (from " in line.text()
    cadence.set_party(filled, names["Acme"], 0, 300)
    assert "Current, by your cadence. " in line.text()
    assert "likely to be a customer still by all your customers' rhythm" in line.text()
    tab.open_party(names["Cora"])
    assert line.isHidden()
    money.record_sale(filled, Sale(TODAY, names["Cora"], 100))
    tab.open_party(names["Cora"])
    assert "likely to be a customer still; too early to tell how often they will buy (from " in line.text()
    assert "expected in half a year" not in line.text(), "one sale is no rhythm"


def test_the_page_says_why_there_are_no_percentages(book: Book, session: Session, show: Show, qtbot: QtBot) -> None:
    acme = regular(book, "Acme", 10, 35, times=5)
    tab = show(size=(1400, 800))
    learnt(session, qtbot)
    tab.open_party(acme)
    assert tab.findChild(RhythmLine).text() == (
        "Usually every 10 days; silent 5 weeks. Quiet, by its own gap. "
        "No percentages yet: needs 6 months of sales and 20 repeat sales; you have 2 and 4."
    )


def field(form: PartyForm, name: str) -> QLineEdit:
    return next(line for line in form.findChildren(QLineEdit) if line.accessibleName() == name)


def test_the_form_has_the_cadence_and_keeps_it(filled: Book, session: Session, qtbot: QtBot) -> None:
    acme = next(id_ for id_, name in filled.people.names().items() if name == "Acme")
    cadence.set_party(filled, acme, 35, 61)
    form = PartyForm(session, filled.people.get(acme), Standing.CURRENT)
    qtbot.addWidget(form)
    form.show()
    assert (field(form, "In touch every").text(), field(form, "At the latest after").text()) == ("5 weeks", "2 months")
    field(form, "Company").setText("Holding")
    form.save()
    party = filled.people.get(acme)
    assert party
    assert (party.company, party.ideal_gap, party.longest_gap) == ("Holding", 35, 61)
    field(form, "At the latest after").setText("3 weeks")
    form.save()
    assert "The longest gap is shorter than the ideal one." in form._message.text()
    field(form, "In touch every").setText("now and then")
    form.save()
    assert filled.people.get(acme) == party


def test_the_form_says_what_holds_by_the_tags(filled: Book, session: Session, qtbot: QtBot) -> None:
    cadence.set_tag(filled, "garden", 35, 0)
    cadence.set_tag(filled, "roof", 0, 61)
    id_ = people.add(filled, Party("Dan", tags=("garden", "roof")), Standing.CURRENT)
    form = PartyForm(session, filled.people.get(id_), Standing.CURRENT)
    qtbot.addWidget(form)
    said = [field(form, name).placeholderText() for name in ("In touch every", "At the latest after")]
    assert said == ["5 weeks, by their tags", "2 months, by their tags"]
    assert field(form, "In touch every").text() == "", "it is nothing of Dan's own"


def test_a_tags_cadence_is_set_from_the_tags_menu(filled: Book, session: Session, show: Show, qtbot: QtBot) -> None:
    people.tag(filled, [1], "garden")
    tab = show()
    action = next(a for a in tab.findChildren(QAction) if a.text() == "How often to be in touch …")
    for typed in ("2 months", ""):
        action.trigger()
        form = tab.findChild(TagCadenceForm)
        form.findChild(QComboBox).setCurrentText("garden")
        line = next(f for f in form.findChildren(QLineEdit) if f.accessibleName() == "In touch every")
        line.setText(typed)
        form.save()
        assert filled.reminders.tag_gaps() == ({"garden": (61, 0)} if typed else {})
        form.deleteLater()
        qtbot.wait(0)


def test_the_lapsed_are_ordered_by_what_a_call_may_be_worth(
    filled: Book, session: Session, show: Show, qtbot: QtBot
) -> None:
    ids = [regular(filled, name, 30, 60, amount=amount) for name, amount in (("Small", 5_000), ("Large", 90_000))]
    people.set_standing(filled, ids, Standing.LAPSED, TODAY - timedelta(40))
    tab = show(Standing.LAPSED, Standing.EX)
    table = tab.findChild(QTableView)
    table.sortByColumn(WORTH, Qt.SortOrder.DescendingOrder)
    learnt(session, qtbot)

    def said() -> list[tuple[str, str]]:
        model = table.model()
        return [(model.index(n, 0).data(), model.index(n, WORTH).data()) for n in range(model.rowCount())]

    (large, dear), (small, cheap) = said()
    assert (large, small) == ("Large", "Small")
    assert dear.startswith("€")
    assert len(dear) > len(cheap) > 0
    contacts.log(filled, Contact(TODAY, ids[1], Channel.CALL))
    assert said() == [("Small", cheap), ("Large", "")], "who was called rests"
    filled.undo()
    assert said() == [("Large", dear), ("Small", cheap)]


def test_a_rhythm_is_no_matter_of_prospects(filled: Book, session: Session, show: Show) -> None:
    tab = show(Standing.PROSPECT)
    assert not any(action.text() == "Rhythm" for action in tab.findChild(QTableView).columns.menu().actions())
