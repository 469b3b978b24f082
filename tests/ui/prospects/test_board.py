"""The board as its owner uses it: what cards say, walking by the arrows, moving by keys and by the pointer."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, live_board, opportunities, people, stages
from balancer_desktop.app.losing import lose
from balancer_desktop.app.pipeline import board as columns
from balancer_desktop.domain.entries import Channel, Contact, NextStep
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.opportunity import Opportunity, Outcome, parked_on
from balancer_desktop.domain.pipeline.stage import Stage
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.dragging import dragged_opportunity, opportunity_mime, people_mime
from balancer_desktop.ui.elided_label import ElidedLabel
from balancer_desktop.ui.forms.date_field import DateField
from balancer_desktop.ui.prospects.acts_bar import ActsBar
from balancer_desktop.ui.prospects.card_list import CardList
from balancer_desktop.ui.prospects.cards_model import CardsModel
from balancer_desktop.ui.prospects.lanes import Lanes
from balancer_desktop.ui.prospects.opportunity_form import OpportunityForm
from balancer_desktop.ui.prospects.outcomes import OutcomeTarget
from balancer_desktop.ui.prospects.park_form import ParkForm
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.prospects.stage_lane import StageLane
from balancer_desktop.ui.prospects.win_form import WinForm
from balancer_desktop.ui.session import Session
from balancer_desktop.ui.theme import typeface
from tests.ui.lapsed.pointer import drop, hover
from tests.ui.prospects.conftest import TODAY, Pipeline, ended

Show = Callable[..., ProspectsTab]
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


def board(tab: ProspectsTab) -> Lanes:
    return tab.findChild(Lanes)


def chosen(tab: ProspectsTab) -> int:
    card = board(tab).current()
    return card.opportunity.id if card else 0


def press(qtbot: QtBot, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def stage_of(session: Session, opportunity_id: int) -> int:
    found = session.book.pipeline.get(opportunity_id)
    assert found is not None
    return found.stage_id


def step_of(session: Session, party_id: int) -> NextStep | None:
    return next((step for step in session.book.contacts.steps_of(party_id) if not step.done_on), None)


def heads(tab: ProspectsTab) -> list[list[str]]:
    return [[label.text() for label in lane.heads] for lane in tab.findChildren(StageLane)]


def said(tab: ProspectsTab, opportunity_id: int) -> str:
    """What a screen reader says of a card."""
    for cards in board(tab).lists:
        place = cards.cards_model.place_of(opportunity_id)
        if place >= 0:
            return str(cards.cards_model.index(place).data(Qt.ItemDataRole.AccessibleTextRole))
    return ""


def test_every_stage_says_what_it_holds_and_is_worth(pipeline: Pipeline, show: Show) -> None:
    tab = show()
    told = heads(tab)
    assert told[0] == ["Inquiry", "2 · €3,200", "weighted €320"]
    assert told[3] == ["Proposal", "1 · €5,001", "weighted €2,000"]
    assert [lines[1] for lines in told] == ["2 · €3,200", "0", "0", "1 · €5,001", "0", "0"]
    totals = next(label for label in tab.findChildren(QLabel) if label.accessibleName().startswith("What the pipe"))
    assert totals.text() == "3 open · €8,201 · weighted €2,320"


def test_every_sign_is_told_in_words(session: Session, pipeline: Pipeline, show: Show) -> None:
    tab = show()
    assert said(tab, pipeline.roof) == (
        "Hilltop. new roof. €2,400, 10\xa0% likely: weighted €240. Next: call, 19/11/2026. 1 day late, Thu\xa019"
    )
    assert said(tab, pipeline.fence).endswith("Next: visit, 24/11/2026. Due Tue\xa024")
    assert said(tab, pipeline.contract).endswith("No next action")
    opportunities.park(session.book, [pipeline.fence], date(2027, 3, 3))
    assert said(tab, pipeline.fence).endswith("Parked until 3\xa0Mar")
    old = Opportunity(pipeline.hilltop, "shed", TODAY - timedelta(days=40))
    lonely = people.add(session.book, Party("Lonely"), Standing.PROSPECT, TODAY - timedelta(days=60))
    ahead = NextStep(TODAY + timedelta(days=20), lonely, "call")
    shed = opportunities.add(session.book, Opportunity(lonely, "shed", old.opened), 0, ahead)
    assert "Silent 40\xa0days, which is stale: nothing was logged since 11/10/2026" in said(tab, shed)
    contacts.log(session.book, Contact(TODAY, lonely, Channel.CALL, "talked"))
    assert said(tab, shed).endswith("Due 10\xa0Dec"), "any logged event ends the silence"


def test_the_arrows_walk_the_cards_and_the_lanes_that_have_any(pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show()
    assert chosen(tab) == pipeline.roof, "the most urgent card is chosen at first"
    press(qtbot, KEY.Key_Down)
    assert chosen(tab) == pipeline.fence
    press(qtbot, KEY.Key_Right)
    assert chosen(tab) == pipeline.contract, "empty lanes are passed over"
    press(qtbot, KEY.Key_Right)
    assert chosen(tab) == pipeline.contract
    press(qtbot, KEY.Key_Left)
    assert chosen(tab) == pipeline.roof
    stops = [cards for cards in board(tab).lists if cards.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1, "Tab stops once at the board"


def test_keys_move_a_card_a_stage_and_it_stays_chosen(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    press(qtbot, KEY.Key_Right, CTRL)
    assert stage_of(session, pipeline.roof) == pipeline.stages[1]
    assert chosen(tab) == pipeline.roof
    press(qtbot, "]")
    press(qtbot, "[")
    assert stage_of(session, pipeline.roof) == pipeline.stages[1]
    assert chosen(tab) == pipeline.roof
    session.book.undo()
    session.book.undo()
    session.book.undo()
    assert stage_of(session, pipeline.roof) == pipeline.stages[0]
    assert chosen(tab) == pipeline.roof
    press(qtbot, KEY.Key_Left, CTRL)
    assert stage_of(session, pipeline.roof) == pipeline.stages[0], "there is no stage before the first"


def test_on_from_the_last_stage_there_is_only_winning(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    opportunities.move(session.book, pipeline.roof, pipeline.stages[-1])
    tab = show()
    board(tab).go_to(pipeline.roof)
    tab.setFocus()
    press(qtbot, KEY.Key_Right, CTRL)
    assert tab.findChild(WinForm).windowTitle() == "Hilltop: “new roof” is won"


def test_what_is_logged_with_others_leaves_the_board_as_it_is(
    session: Session, pipeline: Pipeline, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = people.add(session.book, Party("Other"), Standing.CURRENT, TODAY - timedelta(days=9))
    show()
    read: list[object] = []
    told_by = live_board.board
    monkeypatch.setattr(live_board, "board", lambda *what: read.append(what) or told_by(*what))
    contacts.log(session.book, Contact(TODAY, other, Channel.CALL, "talked"))
    assert read == []
    contacts.log(session.book, Contact(TODAY, pipeline.hilltop, Channel.CALL, "talked"))
    assert len(read) == 1


def test_a_lane_explains_its_figures(session: Session, pipeline: Pipeline, show: Show) -> None:
    opportunities.add(session.book, Opportunity(pipeline.hilltop, "shed", TODAY))
    tab = show()
    assert lane(tab, 0).explained() == (
        "Weighted: each value times its own probability, or the stage's. 10 % as you reckon for Inquiry, until 10 that "
        "were there came to an end. Stale after 3\xa0days without anything logged. 1 of 3 have no value yet."
    )


def test_on_a_new_day_other_things_are_late(session: Session, pipeline: Pipeline, show: Show) -> None:
    tab = show()
    assert "1 day late" in said(tab, pipeline.roof)
    session.book.today = lambda: TODAY + timedelta(days=1)
    tab.clock.timeout.emit()
    assert "2 days late" in said(tab, pipeline.roof)


def lane(tab: ProspectsTab, number: int) -> StageLane:
    return tab.findChildren(StageLane)[number]


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def test_a_card_is_dragged_to_another_stage(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = show()
    carried: list[int] = []

    def carry(made: QDrag, *_actions: object) -> Qt.DropAction:
        carried.append(dragged_opportunity(made.mimeData()))
        target = lane(tab, 2)
        mime = opportunity_mime(carried[-1])
        assert drop(target, mime, middle(target))
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", carry)
    cards = lane(tab, 0).cards
    start = cards.visualRect(cards.cards_model.index(0)).center()
    qtbot.mousePress(cards.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (1, 2):
        qtbot.mouseMove(cards.viewport(), start + QPoint(QApplication.startDragDistance() * step, 0))
    qtbot.waitUntil(lambda: bool(carried))
    assert carried == [pipeline.roof]
    assert stage_of(session, pipeline.roof) == pipeline.stages[2]
    assert chosen(tab) == pipeline.roof
    assert session.book.undo_label == "“new roof” to Decision-maker found · Hilltop"


def test_only_opportunities_can_be_dropped_on_a_stage(pipeline: Pipeline, show: Show) -> None:
    tab = show()
    target = lane(tab, 1)
    assert not hover(target, people_mime([pipeline.hilltop]), middle(target))


def test_what_is_dropped_on_won_or_lost_asks_for_the_rest(pipeline: Pipeline, show: Show) -> None:
    tab = show()
    won, lost = tab.findChildren(OutcomeTarget)
    assert drop(won, opportunity_mime(pipeline.contract), middle(won))
    assert tab.findChild(WinForm).windowTitle() == "Acme: “yearly contract” is won"
    assert chosen(tab) == pipeline.contract
    tab.findChild(WinForm).reject()
    assert drop(lost, opportunity_mime(pipeline.roof), middle(lost))
    assert chosen(tab) == pipeline.roof


def test_one_key_puts_the_next_action_off(session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    show()
    press(qtbot, "+")
    step = step_of(session, pipeline.hilltop)
    assert step is not None
    assert step.due == TODAY + timedelta(days=7)
    press(qtbot, KEY.Key_M)
    step = step_of(session, pipeline.hilltop)
    assert step is not None
    assert step.due == date(2026, 12, 27)


def test_p_parks_until_a_day_and_takes_up_again(session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show()
    press(qtbot, KEY.Key_P)
    form = tab.findChild(ParkForm)
    qtbot.waitUntil(form.isActiveWindow)
    field = form.findChild(DateField)
    field.setText("3 mar 2027")
    qtbot.keyClick(field, KEY.Key_Return)
    roof = opportunities.get(session.book, pipeline.roof)
    assert parked_on(roof, TODAY) == date(2027, 3, 3)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    assert board(tab).go_to(pipeline.roof)
    tab.setFocus()
    press(qtbot, KEY.Key_P)
    assert parked_on(opportunities.get(session.book, pipeline.roof), TODAY) is None


def test_finishing_the_next_action_asks_for_the_next(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    press(qtbot, KEY.Key_D)
    sentence = next(label for label in tab.findChildren(QLabel) if label.text().startswith("Done:"))
    assert sentence.text() == "Done: call. What comes next with Hilltop?"
    press(qtbot, KEY.Key_Return)
    assert step_of(session, pipeline.hilltop) is not None, "nothing is done before it is answered"
    qtbot.keyClicks(QApplication.focusWidget(), "send the quote")
    press(qtbot, KEY.Key_Return)
    step = step_of(session, pipeline.hilltop)
    assert step is not None
    assert (step.what, step.due, step.opportunity_id) == ("send the quote", TODAY + timedelta(days=7), pipeline.roof)
    assert not sentence.isVisible()
    assert isinstance(QApplication.focusWidget(), CardList)
    session.book.undo()
    step = step_of(session, pipeline.hilltop)
    assert step is not None
    assert step.what == "call", "one step back takes both back"


def test_nothing_yet_leaves_it_without_a_next_action(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    press(qtbot, KEY.Key_D)
    next(b for b in tab.findChildren(QPushButton) if b.text() == "Nothing yet").click()
    assert step_of(session, pipeline.hilltop) is None
    assert said(tab, pipeline.roof).endswith("No next action")


def test_escape_leaves_the_action_as_it_was(session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    show()
    press(qtbot, KEY.Key_D)
    press(qtbot, KEY.Key_Escape)
    step = step_of(session, pipeline.hilltop)
    assert step is not None
    assert step.what == "call"


def test_n_plans_the_next_action_of_this_opportunity(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show()
    board(tab).go_to(pipeline.contract)
    tab.setFocus()
    press(qtbot, KEY.Key_N)
    qtbot.waitUntil(lambda: not tab.isActiveWindow())
    qtbot.keyClicks(QApplication.focusWidget(), "send it")
    press(qtbot, KEY.Key_Return)
    (step,) = session.book.contacts.steps_for(pipeline.contract)
    assert (step.what, step.due) == ("send it", TODAY)


def test_enter_opens_the_page_and_escape_comes_back(pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show()
    press(qtbot, KEY.Key_Return)
    assert tab.page_of == pipeline.hilltop
    assert not board(tab).isVisible(), "there is no room for both"
    press(qtbot, KEY.Key_Escape)
    assert tab.page_of == 0
    assert chosen(tab) == pipeline.roof
    assert isinstance(QApplication.focusWidget(), CardList)


def test_a_double_click_opens_the_page_too(pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show()
    cards = lane(tab, 0).cards
    place = cards.visualRect(cards.cards_model.index(1)).center()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tab.page_of not in (0, pipeline.hilltop)


def test_beside_the_board_where_there_is_room(pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show(size=(1520, 900))
    press(qtbot, KEY.Key_Return)
    assert tab.page_of == pipeline.hilltop
    assert board(tab).isVisible()


def test_the_page_beside_the_board_follows_who_is_chosen(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show(size=(1520, 900))
    press(qtbot, KEY.Key_Return)
    board(tab).setFocus()
    board(tab).lists[0].setFocus()
    press(qtbot, KEY.Key_Right)
    acme = next(id_ for id_, name in session.book.people.names().items() if name == "Acme")
    qtbot.waitUntil(lambda: tab.page_of == acme)


def test_remove_is_taken_back(session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot) -> None:
    tab = show()
    press(qtbot, KEY.Key_Delete)
    assert session.book.pipeline.get(pipeline.roof) is None
    assert chosen(tab) == pipeline.fence, "who stands in its place is chosen"
    session.book.undo()
    assert session.book.pipeline.get(pipeline.roof) is not None


def test_an_empty_board_says_what_goes_there_and_how_to_begin(session: Session, show: Show, qtbot: QtBot) -> None:
    tab = show()
    begin = next(b for b in tab.findChildren(QPushButton) if b.text() == "New opportunity")
    assert any("will stand here" in label.text() and label.isVisible() for label in tab.findChildren(QLabel))
    begin.click()
    form = tab.findChild(OpportunityForm)
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClicks(form.focusWidget(), "Hilltop")
    qtbot.keyClick(form.focusWidget(), KEY.Key_Tab)
    qtbot.keyClicks(form.focusWidget(), "new roof")
    qtbot.keyClick(form.focusWidget(), KEY.Key_Return)
    (made,) = session.book.pipeline.all()
    assert made.title == "new roof"
    assert session.book.people.names([made.party_id])[made.party_id] == "Hilltop"
    assert session.book.people.standing(made.party_id) is Standing.PROSPECT
    assert chosen(tab) == made.id
    session.book.undo()
    assert session.book.people.names() == {}, "both go in one step"


def test_six_stages_fit_beside_the_balance_without_scrolling(pipeline: Pipeline, show: Show) -> None:
    tab = show(size=(880, 690))
    lanes = board(tab)
    assert lanes.horizontalScrollBar().maximum() == 0
    for each in tab.findChildren(StageLane):
        for label in each.heads:
            assert label.heightForWidth(label.width()) <= label.height(), label.text()


def test_a_long_name_takes_two_lines_where_a_lane_is_narrow(session: Session, pipeline: Pipeline, show: Show) -> None:
    cards = lane(show(size=(880, 690)), 0).cards
    before = cards.sizeHintForIndex(cards.cards_model.index(0)).height()
    long = people.add(session.book, Party("The Copper Kettle Tea Rooms"), Standing.PROSPECT, TODAY)
    opportunities.add(session.book, Opportunity(long, "sign", TODAY))
    line = QFontMetrics(typeface.strong(cards.font())).height() + 1
    assert cards.sizeHintForIndex(cards.cards_model.index(0)).height() == before + line


def test_no_stage_is_scrolled_out_of_sight_by_a_page_beside_the_board(
    session: Session, pipeline: Pipeline, show: Show
) -> None:
    tab = show(size=(1515, 900))
    tab.open_party(pipeline.hilltop)
    QApplication.processEvents()
    assert board(tab).horizontalScrollBar().maximum() == 0


def test_totals_without_room_end_in_dots_and_the_tooltip_has_them(pipeline: Pipeline, show: Show) -> None:
    totals = next(it for it in show().findChildren(ElidedLabel) if it.accessibleName().startswith("What the pipe"))
    totals.resize(60, 20)
    assert totals.shown.endswith("…")
    assert totals.toolTip() == totals.text()
    totals.resize(600, 20)
    assert totals.toolTip() == ""


def test_where_a_card_is_dragged_the_board_follows(session: Session, pipeline: Pipeline, show: Show) -> None:
    for number in range(3):
        stages.add(session.book, Stage(f"More {number}", 50, 7))
    tab = show()
    lanes = board(tab)
    assert lanes.horizontalScrollBar().maximum() > 0
    assert all(target.isVisible() for target in tab.findChildren(OutcomeTarget)), "won and lost are always in view"
    last = lane(tab, 8)
    assert hover(last, opportunity_mime(pipeline.roof), middle(last))
    right = last.mapTo(lanes.viewport(), last.rect().topRight()).x()
    assert right <= lanes.viewport().width()


def test_the_list_of_a_stage_is_a_proper_model(session: Session, pipeline: Pipeline) -> None:
    model = CardsModel(session.formats)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = columns(session.book)[0]
    assert model.show_cards(first.cards, TODAY)
    assert not model.show_cards(first.cards, TODAY), "what was there before is not shown anew"
    assert model.rowCount() == 2
    assert model.place_of(pipeline.fence) == 1
    assert model.place_of(pipeline.contract) == -1


def test_won_ones_leave_the_board(session: Session, pipeline: Pipeline, show: Show) -> None:
    from balancer_desktop.app.winning import win

    tab = show()
    win(session.book, pipeline.roof)
    assert chosen(tab) == pipeline.fence
    found = session.book.pipeline.get(pipeline.roof)
    assert found is not None
    assert found.outcome is Outcome.WON


def bar_buttons(tab: ProspectsTab) -> dict[str, QPushButton]:
    return {button.text(): button for button in tab.findChild(ActsBar).findChildren(QPushButton) if button.isVisible()}


def test_whoever_is_opened_from_elsewhere_has_their_card_chosen(
    session: Session, pipeline: Pipeline, show: Show
) -> None:
    tab = show(size=(1520, 900))
    acme = next(id_ for id_, name in session.book.people.names().items() if name == "Acme")
    tab.open_party(acme)
    assert chosen(tab) == pipeline.contract
    tab.open_party(pipeline.hilltop)
    assert chosen(tab) == pipeline.roof


def test_nothing_can_be_done_to_another_card_while_somebody_without_one_is_open(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    tab = show(size=(1520, 900))
    lonely = people.add(session.book, Party("Lonely"), Standing.PROSPECT, TODAY - timedelta(days=60))
    tab.open_party(lonely)
    assert chosen(tab) == 0
    assert not any(button.isEnabled() for button in bar_buttons(tab).values())
    contacts.log(session.book, Contact(TODAY, pipeline.hilltop, Channel.CALL, "talked"))
    assert chosen(tab) == 0, "what changes elsewhere chooses nobody"
    press(qtbot, KEY.Key_Escape)
    assert chosen(tab) != 0, "once the page is closed, there is somewhere to be"


def test_where_its_lane_is_empty_the_nearest_card_is_chosen(
    session: Session, pipeline: Pipeline, show: Show, qtbot: QtBot
) -> None:
    opportunities.move(session.book, pipeline.fence, pipeline.stages[4])
    tab = show()
    board(tab).go_to(pipeline.fence)
    lose(session.book, pipeline.fence, session.book.stages.loss_reasons()[0].id)
    assert chosen(tab) == pipeline.contract, "a stage away, while the first card is four away"


def right_click(cards: CardList, at: QPoint) -> QMenu | None:
    """The menu that opens, if one does."""
    sent = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, cards.viewport().mapToGlobal(at))
    QApplication.sendEvent(cards.viewport(), sent)
    menu = QApplication.activePopupWidget()
    assert menu is None or isinstance(menu, QMenu)
    return menu


def test_beside_the_cards_the_menu_is_about_none_of_them(pipeline: Pipeline, show: Show) -> None:
    tab = show()
    empty = lane(tab, 1).cards
    menu = right_click(empty, middle(empty.viewport()))
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["New opportunity", "Change the stages…"]
    menu.close()


def test_the_buttons_keep_their_places_whatever_is_chosen(pipeline: Pipeline, show: Show) -> None:
    tab = show(size=(1100, 690))
    board(tab).go_to(pipeline.roof)
    planned = {text: button.x() for text, button in bar_buttons(tab).items()}
    assert bar_buttons(tab)["Done…"].isEnabled()
    board(tab).go_to(pipeline.contract)
    assert {text: button.x() for text, button in bar_buttons(tab).items()} == planned
    assert not bar_buttons(tab)["Done…"].isEnabled(), "it has no next action"
    keys = next(label for label in tab.findChildren(QLabel) if label.accessibleName() == "Keys")
    assert keys.text() == "Ctrl+← → moves · W won · L lost · P park"


def test_a_card_on_its_way_changes_no_others_chance_unless_it_is_open_for_long(
    session: Session, pipeline: Pipeline, show: Show
) -> None:
    ended(session, pipeline)
    opportunities.move(session.book, pipeline.fence, pipeline.stages[0])
    old = Opportunity(pipeline.hilltop, "shed", TODAY - timedelta(days=40))
    shed = opportunities.add(session.book, old, pipeline.stages[4])
    tab = show()
    assert "75\xa0% likely" in said(tab, pipeline.roof)
    opportunities.move(session.book, pipeline.contract, pipeline.stages[0])
    assert "75\xa0% likely" in said(tab, pipeline.roof), "it was opened two days ago"
    opportunities.move(session.book, shed, pipeline.stages[0])
    assert "69\xa0% likely" in said(tab, pipeline.roof), "9 of 13"
    assert (
        "One of them is still open, more than twice as long as is usual, and counts as not won in every stage it came "
        "to, until it is."
    ) in lane(tab, 0).explained()
