"""The forms about an opportunity: written down, won, lost, with the keyboard alone, and taken back in one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, money, opportunities, people, winning
from balancer_desktop.domain.entries import Sale
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, parked_on
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.people.reason_list import ReasonList
from balancer_desktop.ui.prospects.forms import (
    open_action_form,
    open_lose_form,
    open_opportunity_form,
    open_win_form,
)
from balancer_desktop.ui.prospects.loss_reason_list import LossReasonList
from balancer_desktop.ui.prospects.opportunity_form import OpportunityForm
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.status_line import StatusLine
from tests.ui.prospects.conftest import TODAY, Pipeline, ended

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[Callable[[QWidget], EntryForm]], EntryForm]
Show = Callable[..., ProspectsTab]


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Open:
    """Open a form over a page, active."""
    page = QWidget()
    qtbot.addWidget(page)

    def open_(opens: Callable[[QWidget], EntryForm]) -> EntryForm:
        form = opens(page)
        qtbot.waitUntil(form.isActiveWindow)
        return form

    return open_


def field(form: QWidget, name: str) -> QLineEdit:
    return next(f for f in form.findChildren(QLineEdit) if f.accessibleName() == name)


def labels(form: QWidget) -> str:
    return " | ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible() and label.text())


def get(session: Session, opportunity_id: int) -> Opportunity:
    return opportunities.get(session.book, opportunity_id)


def save(qtbot: QtBot, form: EntryForm) -> None:
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return, CTRL)


def test_all_of_an_opportunity_is_written_down_in_one_step(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    form = opened(lambda page: open_opportunity_form(page, session, pipeline.hilltop))
    assert form.focusWidget() is field(form, "What about"), "whom it is for is known"
    for name, text in (
        ("What about", "barn"), ("Value", "1,200"), ("Probability", "35 %"), ("Next action", "measure it"),
        ("When", "mon"), ("Expected", "1 feb 2027"), ("Where from", "fair"), ("Referred by", "Acme"),
        ("Parked until", "3 mar 2027"),
    ):  # fmt: skip
        field(form, name).setText(text)
    form.findChild(QComboBox).setCurrentIndex(1)
    assert field(form, "Probability").placeholderText() == "15 %, as you reckon for the stage"
    save(qtbot, form)
    made = session.book.pipeline.all()[-1]
    assert (made.title, made.value, made.probability, made.expected, made.origin) == (
        "barn", 120000, 35, date(2027, 2, 1), "fair",
    )  # fmt: skip
    assert made.stage_id == pipeline.stages[1]
    assert parked_on(made, TODAY) == date(2027, 3, 3)
    names = session.book.people.names()
    assert names[made.referred_by] == "Acme"
    (step,) = session.book.contacts.steps_for(made.id)
    assert (step.what, step.due) == ("measure it", date(2026, 11, 23))
    assert session.book.undo_label == "Add “barn” · Hilltop"
    session.book.undo()
    assert made.id not in {one.id for one in session.book.pipeline.all()}


def test_an_empty_probability_is_what_the_board_weighs_with(session: Session, pipeline: Pipeline, opened: Open) -> None:
    ended(session, pipeline)
    form = opened(lambda page: open_opportunity_form(page, session, pipeline.hilltop))
    assert field(form, "Probability").placeholderText() == "75\xa0%, from your own history (9 of 12 won)"


def test_editing_changes_what_was_planned_and_where_it_stands(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    form = opened(lambda page: open_opportunity_form(page, session, opportunity=get(session, pipeline.roof)))
    assert field(form, "Next action").text() == "call"
    field(form, "Next action").setText("send the quote")
    field(form, "When").setText("27/11/2026")
    form.findChild(QComboBox).setCurrentIndex(3)
    save(qtbot, form)
    roof = get(session, pipeline.roof)
    assert roof.stage_id == pipeline.stages[3]
    (step,) = session.book.contacts.steps_for(pipeline.roof)
    assert (step.what, step.due) == ("send the quote", date(2026, 11, 27))
    session.book.undo()
    assert get(session, pipeline.roof).stage_id == pipeline.stages[0]


def test_what_happens_while_the_form_stands_there_holds(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    book = session.book
    form = opened(lambda page: open_opportunity_form(page, session, opportunity=get(session, pipeline.roof)))
    opportunities.move(book, pipeline.roof, pipeline.stages[2])
    opportunities.park(book, [pipeline.roof], date(2027, 3, 3))
    (step,) = book.contacts.steps_for(pipeline.roof)
    contacts.postpone(book, step.id, date(2027, 3, 4))
    field(form, "What about").setText("the roof")
    save(qtbot, form)
    roof = get(session, pipeline.roof)
    assert (roof.title, roof.stage_id, parked_on(roof, TODAY)) == ("the roof", pipeline.stages[2], date(2027, 3, 3))
    assert [step.due for step in book.contacts.steps_for(pipeline.roof)] == [date(2027, 3, 4)]


def test_what_was_won_meanwhile_stays_won(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_opportunity_form(page, session, opportunity=get(session, pipeline.roof)))
    winning.win(session.book, pipeline.roof)
    field(form, "What about").setText("the roof")
    save(qtbot, form)
    roof = get(session, pipeline.roof)
    assert (roof.title, roof.outcome, roof.agreed) == ("the roof", Outcome.WON, 240000)


def test_without_words_the_next_action_goes(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_opportunity_form(page, session, opportunity=get(session, pipeline.roof)))
    field(form, "Next action").clear()
    save(qtbot, form)
    assert form.isVisible()
    assert "What is missing of the next action." in labels(form), "its day stands there still"
    field(form, "When").clear()
    save(qtbot, form)
    assert session.book.contacts.steps_for(pipeline.roof) == []


@pytest.mark.parametrize(
    ("name", "text", "refusal"),
    [
        ("What about", "", "What it is about is missing."),
        ("Value", "-5", "This cannot be negative"),
        ("Probability", "120", "no probability"),
        ("Parked until", "1 nov 2026", "is not to come"),
    ],
)
def test_what_is_wrong_is_said_in_the_form(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot, name: str, text: str, refusal: str
) -> None:
    form = opened(lambda page: open_opportunity_form(page, session, opportunity=get(session, pipeline.roof)))
    field(form, name).setText(text)
    save(qtbot, form)
    assert form.isVisible()
    assert refusal in labels(form)
    form.reject()


def test_nobody_is_no_customer(session: Session, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_opportunity_form(page, session))
    save(qtbot, form)
    assert "Whom it is for is missing." in labels(form)
    qtbot.keyClicks(field(form, "For whom"), "Zoe")
    qtbot.keyClick(field(form, "For whom"), Qt.Key.Key_Tab)
    assert "New: they are added as a prospect" in labels(form)
    form.reject()


def test_of_a_closed_one_only_what_it_was_is_corrected(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    winning.win(session.book, pipeline.contract, agreed=480000)
    form = opened(lambda page: open_opportunity_form(page, session, opportunity=get(session, pipeline.contract)))
    assert not field(form, "Next action").isVisible()
    assert not form.findChild(QComboBox).isVisible()
    field(form, "Agreed").setText("4,900")
    field(form, "The work runs until").setText("31 dec 2026")
    save(qtbot, form)
    contract = get(session, pipeline.contract)
    assert (contract.agreed, contract.ends, contract.outcome) == (490000, date(2026, 12, 31), Outcome.WON)


def test_winning_takes_the_sale_the_discount_and_the_onboarding_in_one_step(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    form = opened(lambda page: open_win_form(page, session, get(session, pipeline.roof)))
    assert form.focusWidget() is field(form, "Amount")
    assert field(form, "Amount").text() == "2,400.00", "what it was worth is filled in"
    assert "· Check their credit, after 1\xa0day" in labels(form)
    assert "Win Hilltop" in [button.text() for button in form.findChildren(QPushButton)]
    field(form, "Introductory discount").setText("100")
    field(form, "The work runs until").setText("24 dec 2026")
    assert "Books a sale of 2,400.00 and an expense of 100.00 on gaining them; begins 4 steps." in labels(form)
    told: list[str] = []
    session.said.connect(told.append)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert told == ["Won: Hilltop is a customer now · Onboarding begins, 4 steps — Ctrl+Z takes it back"]
    book, roof = session.book, get(session, pipeline.roof)
    assert (roof.outcome, roof.closed, roof.ends) == (Outcome.WON, TODAY, date(2026, 12, 24))
    sale = book.ledger.sale(roof.sale_id)
    assert sale is not None
    assert (sale.amount, sale.party_id, sale.memo) == (240000, pipeline.hilltop, "new roof")
    assert book.people.standing(pipeline.hilltop) is Standing.CURRENT
    steps = [step for step in book.contacts.steps_of(pipeline.hilltop) if step.checklist]
    assert (steps[0].what, (steps[0].due - TODAY).days) == ("Check their credit", 1)
    assert len(steps) == 4
    book.undo()
    assert get(session, pipeline.roof).outcome is None
    assert book.people.standing(pipeline.hilltop) is Standing.PROSPECT


def test_winning_from_a_customer_begins_no_onboarding_and_may_only_be_agreed(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    form = opened(lambda page: open_win_form(page, session, get(session, pipeline.contract)))
    begin = next(b for b in form.findChildren(QCheckBox) if b.text().startswith("Begin"))
    assert not begin.isChecked()
    assert "Check their credit" not in labels(form)
    sale, agreed = form.findChildren(QRadioButton)
    assert (sale.text(), agreed.text()) == ("A sale, now", "Agreed, to be sold later")
    agreed.click()
    save(qtbot, form)
    contract = get(session, pipeline.contract)
    assert (contract.sale_id, contract.agreed) == (0, 500050)


def test_what_was_bought_already_is_not_entered_twice(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    book, day = session.book, date(2026, 11, 18)
    sale = money.record_sale(book, Sale(day, pipeline.hilltop, 45000, "deposit"))
    form = opened(lambda page: open_win_form(page, session, get(session, pipeline.roof)))
    had, another, agreed = form.findChildren(QRadioButton)
    assert (had.text(), another.text()) == ("The sale of €450.00 on 18/11/2026: deposit", "Another sale, now")
    assert had.isChecked()
    assert form.focusWidget() is had
    assert not field(form, "Amount").isVisible()
    assert "Books nothing new; begins 4 steps." in labels(form)
    begin = next(b for b in form.findChildren(QCheckBox) if b.text().startswith("Begin"))
    assert begin.isChecked(), "the sale made them a customer, and nobody has welcomed them"
    agreed.click()
    assert field(form, "Amount").isVisible()
    had.click()
    save(qtbot, form)
    roof = get(session, pipeline.roof)
    assert (roof.outcome, roof.closed, roof.sale_id, roof.agreed) == (Outcome.WON, day, sale, None)
    assert len(book.ledger.sales_of(pipeline.hilltop)) == 1


def test_a_sale_now_needs_its_amount(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    opportunities.edit(session.book, replace(get(session, pipeline.roof), value=0))
    form = opened(lambda page: open_win_form(page, session, get(session, pipeline.roof)))
    form.findChildren(QRadioButton)[0].click()
    save(qtbot, form)
    assert "The amount of the sale is missing." in labels(form)
    assert form.focusWidget() is field(form, "Amount")
    form.reject()


def test_two_keys_lose_an_opportunity(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_lose_form(page, session, get(session, pipeline.roof)))
    assert isinstance(form.focusWidget(), ReasonList)
    assert "Lose Hilltop" in [button.text() for button in form.findChildren(QPushButton)]
    qtbot.keyClicks(form.focusWidget(), "went")
    field(form, "Ask again on").setText("1 mar 2027")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    roof = get(session, pipeline.roof)
    reasons = {reason.id: reason.label for reason in session.book.stages.loss_reasons()}
    assert (roof.outcome, reasons[roof.reason_id]) == (Outcome.LOST, "Went to a rival")
    (again,) = [step for step in session.book.contacts.steps_of(pipeline.hilltop) if not step.done_on]
    assert (again.what, again.due) == ("ask again: new roof", date(2027, 3, 1))
    session.book.undo()
    assert get(session, pipeline.roof).outcome is None


def test_no_reason_is_chosen_for_the_owner(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_lose_form(page, session, get(session, pipeline.roof)))
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert get(session, pipeline.roof).outcome is None
    assert "Why it was lost is missing." in labels(form)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Down)
    assert form.findChild(LossReasonList).chosen == 0, "the first arrow chooses where one stands"
    form.reject()


def test_a_digit_and_enter_lose_an_opportunity_and_it_is_said(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    acme = next(id_ for id_, name in session.book.people.names().items() if name == "Acme")
    opportunities.edit(session.book, replace(get(session, pipeline.roof), referred_by=acme))
    form = opened(lambda page: open_lose_form(page, session, get(session, pipeline.roof)))
    told: list[str] = []
    session.said.connect(told.append)
    qtbot.keyClicks(form.focusWidget(), "4")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    reasons = [reason.id for reason in session.book.stages.loss_reasons()]
    assert get(session, pipeline.roof).reason_id == reasons[3]
    assert told == ["Lost: Hilltop, “new roof” (Went to a rival) · tell Acme, who sent them — Ctrl+Z takes it back"]


def test_the_win_form_grows_with_what_it_says(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_win_form(page, session, get(session, pipeline.roof)))
    field(form, "The work runs until").setText("1 jan 2020")
    save(qtbot, form)
    assert form.focusWidget() is field(form, "The work runs until")
    assert "The work cannot end before it was won." in labels(form)
    field(form, "Amount").setText("lots")
    save(qtbot, form)
    QApplication.processEvents()
    for label in form.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.heightForWidth(label.width()) <= label.height(), label.text()
    form.reject()


def test_what_was_wrong_is_forgotten_with_its_form(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    line = StatusLine(session)
    qtbot.addWidget(line)
    form = opened(lambda page: open_lose_form(page, session, get(session, pipeline.roof)))
    session.refused.emit("This cannot be saved yet.")
    refusal = next(it for it in line.findChildren(QLabel) if it.accessibleName() == "Why something was not done")
    assert refusal.text() == "This cannot be saved yet."
    form.reject()
    assert refusal.text() == ""


def test_escape_asks_before_what_was_typed_is_lost(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    form = opened(lambda page: open_opportunity_form(page, session, pipeline.hilltop))
    qtbot.keyClicks(form.focusWidget(), "barn")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    assert form.isVisible()
    assert "Something was typed here." in labels(form)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    assert "Something was typed here." not in labels(form), "a second Esc goes on"
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert session.book.pipeline.all()[-1].title == "barn", "Enter saves it"


def test_what_was_typed_can_be_discarded(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_opportunity_form(page, session, pipeline.hilltop))
    qtbot.keyClicks(form.focusWidget(), "barn")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    next(b for b in form.findChildren(QPushButton) if b.text() == "Discard").click()
    assert not form.isVisible()
    assert len(session.book.pipeline.all()) == 3


def test_other_needs_words(session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot) -> None:
    form = opened(lambda page: open_lose_form(page, session, get(session, pipeline.roof)))
    qtbot.keyClicks(form.focusWidget(), "other")
    assert field(form, "In words").placeholderText() == "What it was: a few words are needed"
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.isVisible()
    assert "“Other” says nothing by itself." in labels(form)
    assert form.focusWidget() is field(form, "In words")
    qtbot.keyClicks(form.focusWidget(), "they moved the barn")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert get(session, pipeline.roof).note == "they moved the barn"


def test_reasons_retired_meanwhile_are_offered_no_more(session: Session, pipeline: Pipeline, opened: Open) -> None:
    from balancer_desktop.app.stages import retire_loss_reason

    form = opened(lambda page: open_lose_form(page, session, get(session, pipeline.roof)))
    first = session.book.stages.loss_reasons()[0]
    retire_loss_reason(session.book, first.id)
    shown = form.findChild(ReasonList)
    assert first.label not in [shown.item(row).text() for row in range(shown.count())]


def test_a_verb_with_an_ampersand_shows_it(session: Session, opened: Open) -> None:
    party = people.add(session.book, Party("Brook & Co"), Standing.PROSPECT, TODAY - timedelta(days=9))
    made = opportunities.add(session.book, Opportunity(party, "deck", TODAY))
    form = opened(lambda page: open_win_form(page, session, get(session, made)))
    assert "Win Brook && Co" in [button.text() for button in form.findChildren(QPushButton)]


def test_the_next_action_that_is_planned_is_changed(
    session: Session, pipeline: Pipeline, opened: Open, qtbot: QtBot
) -> None:
    from balancer_desktop.app.pipeline import card_of

    card = card_of(session.book, pipeline.roof)
    assert card is not None
    form = opened(lambda page: open_action_form(page, session, card))
    field(form, "What").setText("visit")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    (step,) = session.book.contacts.steps_for(pipeline.roof)
    assert step.what == "visit"


def test_the_form_stands_beside_the_board_and_what_is_saved_is_chosen(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Insert)
    form = tab.findChild(OpportunityForm)
    assert not form.isWindow()
    qtbot.keyClicks(QApplication.focusWidget(), "Hilltop")
    field(form, "What about").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "stable")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    made = session.book.pipeline.all()[-1]
    assert (made.title, made.party_id) == ("stable", pipeline.hilltop)
    assert tab.selected_party() == pipeline.hilltop
    from balancer_desktop.ui.prospects.lanes import Lanes

    card = tab.findChild(Lanes).current()
    assert card is not None
    assert card.opportunity.id == made.id


def test_escape_leaves_the_form_beside_the_board(pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E)
    assert tab.findChild(OpportunityForm).isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert tab.view == "board"
    assert tab.findChild(OpportunityForm) is None or not tab.findChild(OpportunityForm).isVisible()


def test_what_cannot_be_saved_stays_when_another_view_is_wanted(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E)
    form = tab.findChild(OpportunityForm)
    field(form, "What about").clear()
    refused: list[str] = []
    session.refused.connect(refused.append)
    tab.show_view("table")
    assert form.isVisible()
    assert refused
    assert refused[-1].startswith("This cannot be saved yet")
