"""The form for whoever answers the phone: one page with a line for each call, to be printed and filled in by hand."""

from pathlib import Path

from PySide6.QtCore import QLocale, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QPen,
)

from balancer_desktop.domain.errors import Refused
from balancer_desktop.domain.intake.call_columns import Heading

COLUMNS = (
    (Heading.TIME, 18.0),
    (Heading.NAME, 44.0),
    (Heading.PHONE, 36.0),
    (Heading.ABOUT, 71.0),
    (Heading.REFERRED_BY, 32.0),
    (Heading.PROMISED, 40.0),
    (Heading.DEADLINE, 26.0),
)
"""What is noted of a call, and the width of its column in mm, of which a page may make a little more or less."""

_MARGIN = 14.0
_LINE = 9.5
"""Room for handwriting, in mm."""
_HEAD, _FOOT = 27.0, 9.0
_INK, _PALE = Qt.GlobalColor.black, Qt.GlobalColor.darkGray
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ASK = "Every call counts, one line each: above all the number. Promise nothing without a day, and write it down."


def layout_of(locale: QLocale) -> QPageLayout:
    """A page lying on its side: Letter where inches are used, else A4."""
    inches = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if inches else QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF())


def write_pdf(path: Path, business: str, layout: QPageLayout) -> None:
    """The form as a PDF of one page; Refused when it cannot be written."""
    writer = QPdfWriter(str(path))
    writer.setTitle("Calls and appointments")
    writer.setCreator("Balancer")
    print_form(writer, business, layout)


def print_form(device: QPagedPaintDevice, business: str, layout: QPageLayout) -> None:
    """The form on a device with pages; Refused when that cannot be written to."""
    device.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(device):
        raise Refused("The form could not be written.", "Choose another folder, or another printer.")
    _paint(painter, device, layout, business)
    painter.end()


def picture_of(business: str, layout: QPageLayout, dots: int = 96) -> QImage:
    """The page as it will be, at so many dots an inch."""
    size = layout.pageSize().sizePixels(dots)
    image = QImage(QSize(size.height(), size.width()), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dots / 0.0254))
    image.setDotsPerMeterY(round(dots / 0.0254))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _paint(painter, image, layout, business)
    painter.end()
    return image


class _Page:
    """Draws in millimetres from the upper left corner of the page."""

    def __init__(self, painter: QPainter, device: QPaintDevice) -> None:
        self._painter, self._dots = painter, device.logicalDpiX() / 25.4

    def text(self, x: float, y: float, width: float, height: float, words: str, points: float, *, bold: bool = False,
             ink: Qt.GlobalColor = _INK) -> None:  # fmt: skip
        font = QFont(self._painter.font())
        font.setPointSizeF(points)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(ink)
        self._painter.drawText(self._box(x, y, width, height), _LEFT, words)

    def line(self, x: float, y: float, to_x: float, to_y: float, *, width: float = 0.2) -> None:
        self._painter.setPen(QPen(_PALE, width * self._dots))
        self._painter.drawLine(self._box(x, y, 0, 0).topLeft(), self._box(to_x, to_y, 0, 0).topLeft())

    def _box(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(x * self._dots, y * self._dots, width * self._dots, height * self._dots)


def _paint(painter: QPainter, device: QPaintDevice, layout: QPageLayout, business: str) -> None:
    whole = layout.fullRect(QPageLayout.Unit.Millimeter)
    page, wide, high = _Page(painter, device), whole.width() - 2 * _MARGIN, whole.height()
    page.text(_MARGIN, 10, wide * 0.6, 9, business or "Calls and appointments", 17, bold=True)
    if business:
        page.text(_MARGIN, 19, wide * 0.6, 6, "Calls and appointments", 11, ink=_PALE)
    for label, x in (("Date", wide * 0.62), ("Answered by", wide * 0.78)):
        page.text(_MARGIN + x, 13, 26, 8, label, 9, ink=_PALE)
    page.line(_MARGIN + wide * 0.66, 20, _MARGIN + wide * 0.76, 20)
    page.line(_MARGIN + wide * 0.865, 20, _MARGIN + wide, 20)
    _paint_lines(page, wide, high)
    page.text(_MARGIN, high - _MARGIN - 4, wide, 6, _ASK, 9, ink=_PALE)


def _paint_lines(page: _Page, wide: float, high: float) -> None:
    """The headings and as many lines as there is room for, all of one height."""
    top, room = _HEAD + 7, high - _MARGIN - _FOOT - _HEAD - 7
    count = int(room / _LINE)
    bottom = top + count * _LINE
    stretch = wide / sum(width for _, width in COLUMNS)
    x = _MARGIN
    for heading, width in COLUMNS:
        page.text(x + 1.5, _HEAD, width * stretch, 7, heading.value, 9.5, bold=True)
        page.line(x, _HEAD, x, bottom)
        x += width * stretch
    page.line(x, _HEAD, x, bottom)
    page.line(_MARGIN, _HEAD, x, _HEAD, width=0.4)
    for number in range(count + 1):
        y = top + number * _LINE
        page.line(_MARGIN, y, x, y, width=0.2 if number else 0.4)
