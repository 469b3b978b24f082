"""The import dialog as a person uses it: choose, see, correct, check, import; nothing comes in unseen or by halves."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from balancer_desktop.app import contacts, people
from balancer_desktop.app.book import Book, new_book
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.planned import Status
from balancer_desktop.domain.entries import Channel, Contact
from balancer_desktop.domain.importing.fields import Field, Kind
from balancer_desktop.domain.party import Party
from balancer_desktop.domain.standing import Standing
from balancer_desktop.ui.importing.import_dialog import ImportDialog
from balancer_desktop.ui.session import Session
from tests.app.exports import tables

Write = Callable[[str, str], Path]
Open = Callable[..., ImportDialog]
Dump = Callable[[], str]


def press(qtbot: QtBot, dialog: ImportDialog, key: Qt.Key) -> None:
    qtbot.keyClick(dialog.focusWidget() or dialog, key)


def choose(qtbot: QtBot, box: QComboBox, letters: str) -> None:
    """Walk to a list and type the beginning of what is wanted."""
    box.setFocus()
    qtbot.keyClicks(box, letters)


def said(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible()).replace("\u00a0", " ")


def verb(dialog: ImportDialog) -> str:
    return dialog.footer.go.text().replace("\u00a0", " ")


def sales(book: Book) -> list[tuple[str, date, int]]:
    names = book.people.names()
    return [(names[id_], sale.on, sale.amount) for id_ in sorted(names) for sale in book.ledger.sales_of(id_)]


def bring_in(dialog: ImportDialog) -> None:
    dialog.footer.go.click()
    dialog.footer.go.click()


def test_two_files_are_chosen_joined_and_imported_with_enter_alone(
    session: Session, opened: Open, people: Path, invoices: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    assert "CSV, XLSX, XLS or ODS" in said(dialog)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(people), str(invoices)], ""))
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert "2 people and 3 sales are new; nothing is wrong." in said(dialog)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert "The new sales come to €159.50." in said(dialog)
    assert verb(dialog) == "Import 2 people and 3 sales"
    with qtbot.waitSignal(session.said) as heard:
        press(qtbot, dialog, Qt.Key.Key_Return)
    assert "Imported 2\u00a0people and 3\u00a0sales" in heard.args[0]
    assert "undo" in heard.args[0]
    assert not dialog.isVisible()
    assert sales(session.book) == [
        ("Ann Archer", date(2026, 5, 4), 10000),
        ("Ann Archer", date(2026, 6, 4), 5050),
        ("Bob Baker", date(2026, 6, 5), 900),
    ]


def test_one_undo_takes_everything_back(
    session: Session, opened: Open, people: Path, invoices: Path, dump: Dump
) -> None:
    before = dump()
    bring_in(opened(people, invoices))
    assert dump() != before
    assert session.book.undo() == "Import customers.csv and invoices.csv"
    assert dump() == before


def test_a_whole_export_comes_in_at_once(session: Session, opened: Open, book: Book, tmp_path: Path) -> None:
    """The files without rows are passed over; of many kinds the button names the first."""
    other = new_book(tmp_path / "other", "EUR", session.book.today)
    people.add(other, Party("Ann"), Standing.CURRENT, date(2026, 1, 1))
    contacts.log(other, Contact(date(2026, 5, 4), 1, Channel.CALL, "hello"))
    files = export_csv(other, tmp_path / "out")
    other.close()
    rows = sum(len(table) - 1 for table in tables(tmp_path / "out").values())
    dialog = opened(*files)
    assert f"1 person, 1 change of standing and {rows - 2} other records are new; nothing is wrong." in said(dialog)
    bring_in(dialog)
    assert [contact.note for contact in book.contacts.all()] == ["hello"]
    assert book.people.standing(1) is Standing.CURRENT


def test_a_wrong_column_is_corrected_by_hand_and_planned_anew(
    session: Session, opened: Open, write: Write, qtbot: QtBot
) -> None:
    dialog = opened(write("sales.csv", "Customer,Date,Amount,Paid\nAnn,2026-05-04,119.00,100.00\n"))
    header = dialog.files.sheet.header
    assert header.box(2).currentText() == "Amount"
    choose(qtbot, header.box(3), "am")
    assert (header.box(2).currentText(), header.box(3).currentText()) == ("(leave out)", "Amount")
    bring_in(dialog)
    assert sales(session.book) == [("Ann", date(2026, 5, 4), 10000)]


def test_a_missing_column_is_named_and_holds_back_until_it_is_chosen(
    session: Session, opened: Open, write: Write, qtbot: QtBot
) -> None:
    dialog = opened(write("stuff.csv", "Customer,Date,Zorp\nAnn,2026-05-04,100.00\n"))
    choose(qtbot, dialog.files.sheet.form.kind, "sales")
    assert "No column says the amount yet." in said(dialog)
    assert "stuff.csv is incomplete" in said(dialog)
    assert not dialog.footer.go.isEnabled()
    choose(qtbot, dialog.files.sheet.header.box(2), "a")
    assert "No column says" not in said(dialog)
    bring_in(dialog)
    assert sales(session.book) == [("Ann", date(2026, 5, 4), 10000)]


def test_wrong_rows_come_first_and_hold_back_until_they_are_left_out(
    session: Session, opened: Open, write: Write, qtbot: QtBot, dump: Dump
) -> None:
    before = dump()
    rows = "Ann,2026-05-04,1.00\nBob,2026-02-30,2.00\nCid,2026-05-06,three\nDan,2026-05-07,4.00\n"
    dialog = opened(write("sales.csv", f"Customer,Date,Amount\n{rows}"))
    press(qtbot, dialog, Qt.Key.Key_Return)
    model = dialog.check.table.model()
    assert [model.index(row, 2).data() for row in range(model.rowCount())] == ["Wrong", "Wrong", "New", "New"]
    assert "Date: “2026-02-30” is not a day of the calendar." in said(dialog)
    assert "2 rows cannot be read" in said(dialog)
    assert not dialog.footer.go.isEnabled()
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dump() == before
    assert dialog.check.leave_out.hasFocus()
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert verb(dialog) == "Import 2 people and 2 sales"
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert [name for name, _, _ in sales(session.book)] == ["Ann", "Dan"]


def test_what_lies_in_the_future_is_wrong(opened: Open, write: Write) -> None:
    dialog = opened(write("sales.csv", "Customer,Date,Amount\nAnn,2026-11-20,1.00\nAnn,2026-11-21,2.00\n"))
    dialog.footer.go.click()
    assert "“2026-11-21” lies in the future" in said(dialog)


def test_dates_that_fit_either_order_are_said_and_corrected(
    session: Session, opened: Open, write: Write, qtbot: QtBot
) -> None:
    dialog = opened(write("sales.csv", "Customer,Date,Amount\nAnn,03/04/2026,1.00\nAnn,05/06/2026,2.00\n"))
    assert "The dates fit either order; they are read day first" in said(dialog)
    choose(qtbot, dialog.files.sheet.form.dates, "m")
    assert "either order" not in said(dialog)
    bring_in(dialog)
    assert [on for _, on, _ in sales(session.book)] == [date(2026, 3, 4), date(2026, 5, 6)]


def test_a_correction_outlives_another_one(opened: Open, write: Write, qtbot: QtBot) -> None:
    dialog = opened(write("work.csv", "Date,Customer,Time,Other\n03/04/2026,Ann,2,5\n"))
    form = dialog.files.sheet.form
    assert "taken for hours" in said(dialog)
    choose(qtbot, form.dates, "m")
    choose(qtbot, form.hours, "m")
    choose(qtbot, dialog.files.sheet.header.box(3), "time")
    mapping = dialog.preparation.batch.sheets[0].mapping
    assert (mapping.date_order, mapping.hours, mapping.fields[3]) == ("MDY", False, Field.DURATION)
    assert "taken for hours" not in said(dialog)


def test_the_decimal_mark_is_assumed_aloud_and_corrected(
    session: Session, opened: Open, write: Write, qtbot: QtBot
) -> None:
    dialog = opened(write("sales.csv", "Customer;Date;Amount\nAnn;2026-05-04;1.234\n"))
    assert "No amount shows its decimal mark" in said(dialog)
    choose(qtbot, dialog.files.sheet.form.decimal, "c")
    assert "decimal mark;" not in said(dialog)
    bring_in(dialog)
    assert sales(session.book) == [("Ann", date(2026, 5, 4), 123400)]


def test_escape_leaves_the_book_as_it_was(
    session: Session, opened: Open, people: Path, invoices: Path, qtbot: QtBot, dump: Dump
) -> None:
    before = dump()
    dialog = opened(people, invoices)
    press(qtbot, dialog, Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dump() == before
    assert session.book.undo_label == ""


def test_a_broken_file_says_why_and_the_others_still_come_in(
    session: Session, opened: Open, write: Write, people: Path, qtbot: QtBot
) -> None:
    dialog = opened(people, write("broken.csv", 'Customer,Date,Amount\nAnn,2026-05-04,"100\n'))
    press(qtbot, dialog, Qt.Key.Key_Down)
    assert "“broken.csv” has a quotation mark in the record at line 2 that is never closed" in said(dialog)
    assert "Correct that line" in said(dialog)
    press(qtbot, dialog, Qt.Key.Key_Delete)
    assert dialog.files.list.count() == 1
    bring_in(dialog)
    assert len(session.book.people.names()) == 2


def test_a_file_that_was_mended_is_chosen_again(opened: Open, write: Write, session: Session) -> None:
    dialog = opened(write("sales.csv", 'Customer,Date,Amount\nAnn,2026-05-04,"100\n'))
    assert not dialog.footer.go.isEnabled()
    dialog.add_files([write("sales.csv", 'Customer,Date,Amount\nAnn,2026-05-04,"100"\n')])
    assert dialog.files.list.count() == 1
    bring_in(dialog)
    assert sales(session.book) == [("Ann", date(2026, 5, 4), 10000)]


def test_an_encoding_that_does_not_fit_is_refused_in_place_and_nothing_is_lost(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes("Name,Email\nMüller,m@example.org\n".encode("cp1252"))
    dialog = opened(file)
    form = dialog.files.sheet.form
    assert form.encoding.currentText() == "Western (Windows-1252)"
    choose(qtbot, form.encoding, "utf-8")
    assert "is not in the chosen text encoding" in said(dialog)
    assert form.encoding.currentText() == "Western (Windows-1252)"
    assert dialog.footer.go.isEnabled()


def test_headings_further_down_are_chosen(opened: Open, write: Write, qtbot: QtBot, session: Session) -> None:
    dialog = opened(write("sales.csv", "Customer,Date,Amount\nClient,Day,Sum\nAnn,2026-05-04,7.00\n"))
    choose(qtbot, dialog.files.sheet.form.headings, "line 2")
    assert dialog.files.sheet.table.model().headerData(0, Qt.Orientation.Horizontal) == "Client"
    assert dialog.files.sheet.table.model().headerData(0, Qt.Orientation.Vertical) == "3"
    bring_in(dialog)
    assert sales(session.book) == [("Ann", date(2026, 5, 4), 700)]


def test_a_workbooks_other_sheets_stay_out_until_they_are_marked(
    session: Session, opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "shop.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Customer", "Date", "Amount"])
    for day in range(1, 9):
        book.active.append(["Ann", date(2026, 5, day), 12.5])
    notes = book.create_sheet("Notes")
    for row in (["abc", "def"], ["ghi", "jkl"]):
        notes.append(row)
    book.save(file)
    dialog = opened(file)
    assert [sheet.included for sheet in dialog.preparation.batch.sheets] == [True, False]
    press(qtbot, dialog, Qt.Key.Key_Down)
    press(qtbot, dialog, Qt.Key.Key_Space)
    assert "Notes” is incomplete" in said(dialog)
    assert not dialog.footer.go.isEnabled()
    press(qtbot, dialog, Qt.Key.Key_Space)
    bring_in(dialog)
    assert sum(amount for _, _, amount in sales(session.book)) == 8 * 1250


def test_stopping_while_it_is_written_leaves_nothing_and_says_so(
    opened: Open, write: Write, qtbot: QtBot, dump: Dump
) -> None:
    before = dump()
    rows = "".join(f"Ann,2026-05-04,{n}.00\n" for n in range(1, 12_001))
    dialog = opened(write("sales.csv", f"Customer,Date,Amount\n{rows}"))
    dialog.footer.go.click()
    stops: list[tuple[str, bool]] = []

    def stop(_rows: int) -> None:
        stops.append((dialog.footer.cancel.text(), dialog.footer.go.isEnabled()))
        dialog.footer.cancel.click()

    dialog.preparation._worker.progressed.connect(stop)
    dialog.footer.go.click()
    assert stops[0] == ("Stop", False)
    assert "The import was stopped. Nothing was changed." in said(dialog)
    assert dialog.isVisible()
    assert dump() == before
    dialog.preparation._worker.progressed.disconnect(stop)
    dialog.footer.go.click()
    assert dump() != before


def test_the_same_file_again_has_nothing_to_import(opened: Open, people: Path, invoices: Path, qtbot: QtBot) -> None:
    bring_in(opened(people, invoices))
    dialog = opened(people, invoices)
    dialog.footer.go.click()
    assert verb(dialog) == "Nothing to import"
    assert not dialog.footer.go.isEnabled()
    assert dialog.check.filter.button(Status.SKIPPED).text() == "Already there 5"


def test_rows_are_filtered_by_what_becomes_of_them(opened: Open, write: Write, people: Path) -> None:
    bring_in(opened(people))
    more = write("more.csv", "Name,Email\nAnn Archer,ann@example.org\nCid Cole,\n")
    dialog = opened(more)
    dialog.footer.go.click()
    model = dialog.check.table.model()
    who = {status: [] for status in (None, Status.NEW, Status.MATCHED)}
    for status in who:
        dialog.check.filter.button(status).click()
        who[status] = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert who == {None: ["Ann Archer", "Cid Cole"], Status.NEW: ["Cid Cole"], Status.MATCHED: ["Ann Archer"]}
    assert not dialog.check.filter.button(Status.WRONG).isEnabled()


def test_going_back_and_correcting_plans_anew(opened: Open, write: Write, qtbot: QtBot) -> None:
    dialog = opened(write("sales.csv", "Customer,Date,Amount\nAnn,13/04/2026,1.00\nAnn,04/13/2026,2.00\n"))
    dialog.footer.go.click()
    assert "1 row cannot be read" in said(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    choose(qtbot, dialog.files.sheet.form.kind, "p")
    assert "1 person is new; nothing is wrong." in said(dialog)
    dialog.footer.go.click()
    assert verb(dialog) == "Import 1 person"


def test_files_are_dropped_on_it(opened: Open, people: Path, invoices: Path) -> None:
    dialog = opened()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in (people, invoices)])
    entering = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(dialog, entering)
    assert entering.isAccepted()
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(dialog, drop)
    assert "2 people and 3 sales are new" in said(dialog)


def test_a_hand_made_mapping_is_remembered(opened: Open, write: Write, qtbot: QtBot) -> None:
    dialog = opened(write("first.csv", "Customer,Date,Zorp\nAnn,2026-05-04,100.00\n"))
    choose(qtbot, dialog.files.sheet.form.kind, "sales")
    choose(qtbot, dialog.files.sheet.header.box(2), "a")
    bring_in(dialog)
    again = opened(write("second.csv", "Customer,Date,Zorp\nAnn,2026-05-05,100.00\n"))
    assert again.preparation.batch.sheets[0].mapping.kind is Kind.SALES
    assert again.footer.go.isEnabled()


def test_every_control_has_a_name_and_the_models_are_sound(opened: Open, people: Path, invoices: Path) -> None:
    dialog = opened(people, invoices)
    testers = [
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
        for table in (dialog.files.sheet.table, dialog.check.table)
    ]
    dialog.files.list.setCurrentRow(1)
    dialog.footer.go.click()
    dialog.check.filter.button(Status.NEW).click()
    assert len(testers) == 2
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.objectName() != "qt_tableview_cornerbutton":
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget
