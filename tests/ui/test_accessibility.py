"""No control without an accessible name: the tree of every tab, panel and dialog is walked, demo and empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import inquiries, opportunities, people
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.demo import make_demo
from balancer_desktop.app.pipeline import card_of
from balancer_desktop.domain.checklist import ONBOARDING
from balancer_desktop.domain.entries import NextStep
from balancer_desktop.domain.inquiries.inquiry import Inquiry, InquiryChannel
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.pipeline.board import Card
from balancer_desktop.domain.pipeline.opportunity import Opportunity
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui import forms, own_lists
from balancer_desktop.ui.help import show_keys
from balancer_desktop.ui.main_window import MainWindow
from balancer_desktop.ui.people.reason_form import ReasonForm
from balancer_desktop.ui.people.standing_dialog import StandingDialog
from balancer_desktop.ui.people.tag_dialog import TagDialog
from balancer_desktop.ui.prospects.checklist_dialog import TemplateStepForm
from balancer_desktop.ui.prospects.forms import (
    open_action_form,
    open_lose_form,
    open_opportunity_form,
    open_park_form,
    open_win_form,
)
from balancer_desktop.ui.prospects.goals_form import GoalsForm
from balancer_desktop.ui.prospects.inquiries_view import InquiriesView
from balancer_desktop.ui.prospects.loss_reasons_dialog import LossReasonForm
from balancer_desktop.ui.prospects.opportunity_form import OpportunityForm
from balancer_desktop.ui.prospects.prospects_tab import ProspectsTab
from balancer_desktop.ui.prospects.stages_dialog import StageForm
from balancer_desktop.ui.prospects.views import VIEWS
from balancer_desktop.ui.prospects.what_next import WhatNext
from balancer_desktop.ui.start.start_window import StartWindow
from balancer_desktop.ui.tabs import TABS
from tests.ui.windows import opened, today

_Role = QAccessible.Role
CONTROLS = {
    _Role.Button, _Role.CheckBox, _Role.RadioButton, _Role.ComboBox, _Role.EditableText, _Role.SpinBox, _Role.Slider,
    _Role.List, _Role.Table, _Role.Tree, _Role.PageTab, _Role.PageTabList, _Role.MenuItem, _Role.ButtonMenu,
    _Role.Chart, _Role.Graphic, _Role.HotkeyField,
}  # fmt: skip


def path(widget: QObject | None) -> str:
    """Where a control is, for whoever has to name it."""
    steps = []
    while widget is not None:
        steps.append(f"{type(widget).__name__} {widget.objectName()}".strip())
        widget = widget.parent()
    return " < ".join(steps)


def nameless(top: QWidget) -> list[str]:
    """Every visible control below a widget that a screen reader could not name."""
    found: list[str] = []

    def walk(item: QAccessibleInterface | None) -> None:
        if item is None or not item.isValid() or item.state().invisible:
            return
        if item.role() in CONTROLS and not item.text(QAccessible.Text.Name).strip():
            found.append(f"{item.role().name} in {path(item.object())}")
        if item.role() not in {_Role.Table, _Role.List, _Role.Tree}:  # cells speak for themselves
            for index in range(item.childCount()):
                walk(item.child(index))

    walk(QAccessible.queryAccessibleInterface(top))
    return found


@pytest.fixture(params=["demo", "empty"])
def window(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    folder = tmp_path / "own"
    book: Book = make_demo(folder, today) if request.param == "demo" else new_book(folder, "EUR", today)
    made = opened(book, tmp_path, qtbot, chart=request.param == "demo")
    yield made
    made.close()


def test_the_walk_finds_a_nameless_button(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton, QVBoxLayout

    top = QWidget()
    qtbot.addWidget(top)
    QVBoxLayout(top).addWidget(QPushButton())
    top.show()
    assert nameless(top)


@pytest.mark.parametrize("tab", [tab.name for tab in TABS])
def test_every_control_of_every_tab_has_a_name(window: MainWindow, tab: str) -> None:
    window.show_tab(tab)
    QApplication.processEvents()
    assert nameless(window) == []


def test_every_control_of_a_party_page_has_a_name(window: MainWindow) -> None:
    for party_id in list(window.book.people.names())[:3]:
        window.open_party(party_id)
        QApplication.processEvents()
        assert nameless(window) == []


def promised_inquiry(book: Book) -> Inquiry:
    """One that shows every field of its form."""
    id_ = inquiries.receive(book, Inquiry(book.now(), InquiryChannel.CALL, name="Tom", asked="gutter"))
    inquiries.promise(book, id_, "a quote", today())
    found = book.inquiries.get(id_)
    assert found
    return found


def test_every_control_around_inquiries_has_a_name(window: MainWindow) -> None:
    """The list with its card, the form in its place, and whom to thank."""
    somebody = people.add(window.book, Party("Somebody"))
    promised_inquiry(window.book)
    sent = Inquiry(window.book.now(), InquiryChannel.CALL, name="Ann", referred_by=somebody)
    inquiries.not_for_us(window.book, inquiries.receive(window.book, sent))
    window.show_tab("prospects")
    tab = window.findChild(ProspectsTab)
    assert tab
    view = tab.show_view("inquiries")
    assert isinstance(view, InquiriesView)
    for choice in range(len(view.segments.findChildren(QToolButton))):
        view.show_choice(choice)
        QApplication.processEvents()
        assert nameless(window) == []
    view.add()
    QApplication.processEvents()
    assert nameless(window) == []


def offered(book: Book) -> Card:
    """An opportunity with a next action."""
    party = people.add(book, Party("Anywhere"), Standing.PROSPECT)
    made = opportunities.add(book, Opportunity(party, "roof", today()), step=NextStep(today(), party, "call"))
    found = card_of(book, made)
    assert found
    return found


@pytest.mark.parametrize("view", [view.name for view in VIEWS])
def test_every_control_of_every_view_of_the_prospects_has_a_name(window: MainWindow, view: str) -> None:
    """Without anything in the pipeline, with something, and while a form stands there."""
    window.show_tab("prospects")
    tab = window.findChild(ProspectsTab)
    assert tab
    tab.show_view(view)
    QApplication.processEvents()
    assert nameless(window) == []
    card = offered(window.book)
    QApplication.processEvents()
    assert nameless(window) == []
    tab.write(OpportunityForm(tab, window.session, opportunity=card.opportunity))
    QApplication.processEvents()
    assert nameless(window) == []


def test_every_control_of_the_line_that_asks_what_comes_next_has_a_name(window: MainWindow) -> None:
    card = offered(window.book)
    window.show_tab("prospects")
    tab = window.findChild(ProspectsTab)
    assert tab
    tab.show_view("board").findChild(WhatNext).ask(card)
    QApplication.processEvents()
    assert nameless(window) == []


def test_every_control_of_every_dialog_has_a_name(window: MainWindow) -> None:
    people.add(window.book, Party("Somebody"))
    asked, card = promised_inquiry(window.book), offered(window.book)
    openers = [
        lambda: forms.open_work_form(window, window.session),
        lambda: forms.open_timer_form(window, window.session),
        lambda: forms.open_sale_form(window, window.session),
        lambda: forms.open_expense_form(window, window.session),
        lambda: forms.open_contact_form(window, window.session),
        lambda: forms.open_step_form(window, window.session),
        lambda: forms.open_inquiry_form(window, window.session),
        lambda: forms.open_inquiry_form(window, window.session, inquiry=asked),
        lambda: forms.open_promise_form(window, window.session, asked, "Tom"),
        lambda: forms.open_make_prospect_form(window, window.session, asked, "Tom"),
        lambda: GoalsForm(window, window.session).show(),
        lambda: show_keys(window),
        window.find_anything,
        window.import_files,
        window.bring_in_calls,
        window.make_call_form,
        window.change_settings,
        lambda: StandingDialog(window, window.session, [1]).show(),
        lambda: TagDialog(window, window.session, [1]).show(),
        lambda: forms.open_hook_form(window, window.session, 1),
        window.change_reasons,
        lambda: ReasonForm(window, window.session).show(),
        lambda: open_opportunity_form(window, window.session),
        lambda: open_action_form(window, window.session, card),
        lambda: open_park_form(window, window.session, card),
        lambda: open_win_form(window, window.session, card.opportunity),
        lambda: open_lose_form(window, window.session, card.opportunity),
        lambda: own_lists.open_stages(window, window.session),
        lambda: own_lists.open_loss_reasons(window, window.session),
        lambda: own_lists.open_checklist(window, window.session),
        lambda: StageForm(window, window.session).show(),
        lambda: LossReasonForm(window, window.session).show(),
        lambda: TemplateStepForm(window, window.session, ONBOARDING).show(),
    ]
    for opener in openers:
        before = set(QApplication.topLevelWidgets())
        opener()
        QApplication.processEvents()
        made = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
        assert made, opener
        for top in made:
            assert nameless(top) == [], top
            top.close()


def test_every_control_of_the_start_page_has_a_name(tmp_path: Path, qtbot: QtBot) -> None:
    start = StartWindow(tmp_path / "book", [tmp_path / "another"])
    qtbot.addWidget(start)
    start.show()
    QApplication.processEvents()
    assert nameless(start) == []
