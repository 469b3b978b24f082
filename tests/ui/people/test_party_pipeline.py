"""A party's page tells what may be sold to them, what they asked for, and who is to hear what became of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import inquiries, losing, opportunities, people, winning
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.forms.entry_form import EntryForm
from balancer_desktop.ui.people.fact_section import FactSection
from balancer_desktop.ui.people.party_page import PartyPage
from balancer_desktop.ui.people.people_tab import PeopleTab
from balancer_desktop.ui.session import Session
from tests.ui.people.conftest import TODAY, Ids

Show = Callable[..., PeopleTab]


@pytest.fixture
def page(ids: Ids, show: Show) -> PartyPage:
    tab = show(Standing.PROSPECT)
    tab.open_party(ids.hilltop)
    return tab.findChild(PartyPage)


def section(page: PartyPage, name: str) -> FactSection:
    return next(part for part in page.findChildren(FactSection) if part.accessibleName() == name)


def words(widget: QWidget) -> list[str]:
    """What stands there, links by their names."""
    labels = [
        label for label in widget.findChildren(QLabel) if label.isVisible() and label.text() and label.pixmap().isNull()
    ]
    return [label.accessibleName() or label.text() for label in labels]


def offer(session: Session, party_id: int, title: str = "Gutter", due: date = TODAY, **known: object) -> int:
    one = Opportunity(party_id, title, date(2026, 11, 1), 240000, **known)
    return opportunities.add(session.book, one, step=NextStep(due, party_id, "call"))


def test_an_opportunity_says_where_it_stands_and_what_it_needs(ids: Ids, page: PartyPage, session: Session) -> None:
    part = section(page, "Opportunities")
    assert words(part) == ["Opportunities"]
    offer(session, ids.hilltop, due=date(2026, 11, 18))
    assert words(part)[1:] == ["Gutter · €2,400", "2 days late, Wed\u00a018", "Inquiry · call"]


def test_those_that_are_closed_say_how(ids: Ids, page: PartyPage, session: Session) -> None:
    losing.lose(session.book, offer(session, ids.hilltop, "Shed"), 1, "too dear", on=TODAY)
    winning.win(session.book, offer(session, ids.hilltop, "Roof"), on=TODAY)
    assert words(section(page, "Opportunities"))[1:] == [
        "Roof · €2,400",
        "Won on 20/11/2026",
        "Shed · €2,400",
        "Lost on 20/11/2026 · Price: too dear",
    ]


def test_a_click_opens_the_form_and_another_adds_one(ids: Ids, page: PartyPage, session: Session, qtbot: QtBot) -> None:
    offer(session, ids.hilltop)
    part = section(page, "Opportunities")
    link = next(label for label in part.findChildren(QLabel) if "<a" in label.text())
    link.linkActivated.emit("#")
    assert page.findChild(EntryForm).windowTitle() == "Edit the opportunity"
    page.findChild(EntryForm).reject()
    qtbot.mouseClick(part.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert [form.windowTitle() for form in page.findChildren(EntryForm) if form.isVisible()] == ["New opportunity"]


def test_inquiries_are_there_and_open(ids: Ids, page: PartyPage, session: Session) -> None:
    part = section(page, "Inquiries")
    assert not part.isVisible()
    at = datetime(2026, 11, 19, 14, 5).astimezone()
    asked = "the gutter over the gym " * 9
    one = inquiries.receive(session.book, Inquiry(at, InquiryChannel.MISSED_CALL, ids.hilltop, asked=asked))
    head, came, state, brief = words(part)
    assert (head, came, state) == ("Inquiries", "Missed call, Thu 19/11/2026 14:05", "Waiting")
    assert brief.endswith("…")
    inquiries.not_for_us(session.book, one)
    assert words(part)[2].startswith("Not for us · the gutter")
    next(label for label in part.findChildren(QLabel) if "<a" in label.text()).linkActivated.emit("#")
    assert page.findChild(EntryForm).windowTitle() == "Edit the inquiry"


def test_whoever_sent_them_is_told_and_then_was(ids: Ids, page: PartyPage, session: Session, qtbot: QtBot) -> None:
    winning.win(session.book, offer(session, ids.hilltop, referred_by=ids.acme), on=TODAY)
    part = section(page, "To tell and thank")
    assert words(part) == ["To tell and thank", "Tell Acme: they are customers now", "Gutter · 20/11/2026"]
    page.show_party(ids.acme)
    assert words(part)[1] == "Hilltop, whom they sent: they are customers now"
    page.show_party(ids.hilltop)
    qtbot.mouseClick(part.findChildren(QToolButton)[-1], Qt.MouseButton.LeftButton)
    assert session.book.pipeline.of_party(ids.hilltop)[0].referrer_told == TODAY
    assert words(part) == ["To tell and thank", "Acme was told on 20/11/2026"]
    assert people.rows(session.book, ids=[ids.hilltop])[0].standing is Standing.CURRENT


def texts(part: FactSection) -> list[str]:
    return [button.text() for button in part.findChildren(QToolButton) if button.isVisible()][1:]


def forms_of(page: PartyPage) -> list[str]:
    return [type(form).__name__ for form in page.findChildren(EntryForm) if form.isVisible()]


@pytest.mark.parametrize(
    ("text", "key", "opened"),
    [("Won…", Qt.Key.Key_W, "WinForm"), ("Lost…", Qt.Key.Key_L, "LoseForm"), ("Park…", Qt.Key.Key_P, "ParkForm")],
)
def test_it_ends_or_rests_in_place_by_button_and_by_key(
    ids: Ids, page: PartyPage, session: Session, qtbot: QtBot, text: str, key: Qt.Key, opened: str
) -> None:
    losing.lose(session.book, offer(session, ids.hilltop, "Shed"), 1, "too dear", on=TODAY)
    offer(session, ids.hilltop)
    part = section(page, "Opportunities")
    assert texts(part) == ["Won…", "Lost…", "Park…"]
    button = next(one for one in part.findChildren(QToolButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert forms_of(page) == [opened]
    page.findChild(EntryForm).reject()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    link = next(label for label in part.findChildren(QLabel) if "Gutter" in label.text())
    link.setFocus()
    qtbot.keyClick(link, key)
    assert forms_of(page) == [opened]


def test_one_that_rests_is_taken_up_again_with_the_keys_still_on_it(
    ids: Ids, page: PartyPage, session: Session, qtbot: QtBot
) -> None:
    one = offer(session, ids.hilltop)
    part = section(page, "Opportunities")
    next(label for label in part.findChildren(QLabel) if "Gutter" in label.text()).setFocus()
    opportunities.park(session.book, [one], date(2027, 1, 1))
    assert texts(part) == ["Won…", "Lost…", "Take up again"]
    held = page.window().focusWidget()
    assert part.isAncestorOf(held)
    qtbot.keyClick(held, Qt.Key.Key_P)
    assert texts(part) == ["Won…", "Lost…", "Park…"]
    winning.win(session.book, one, on=TODAY)
    assert texts(part) == []
    assert part.isAncestorOf(page.window().focusWidget())


def test_the_form_holds_what_was_changed_unseen(ids: Ids, page: PartyPage, session: Session) -> None:
    """The row says nothing of the likelihood, and yet the form begins with the present one."""
    one = offer(session, ids.hilltop)
    opportunities.edit(session.book, replace(session.book.pipeline.get(one), probability=45))
    part = section(page, "Opportunities")
    links = [label for label in part.findChildren(QLabel) if "<a" in label.text() and label.isVisible()]
    links[0].linkActivated.emit("#")
    form = page.findChild(EntryForm)
    form.save()
    assert session.book.pipeline.get(one).probability == 45
