"""People, folders and opportunities on their way by the pointer: what is dragged, and how it looks."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

_PEOPLE = "application/x-balancer-people"
_FOLDER = "application/x-balancer-folder"
_OPPORTUNITY = "application/x-balancer-opportunity"
_MOVE = Qt.DropAction.MoveAction
_ROOM = QPoint(12, 6)
_BESIDE = QPoint(-12, -8)


def people_mime(ids: Sequence[int]) -> QMimeData:
    return _mime(_PEOPLE, ids)


def folder_mime(folder_id: int) -> QMimeData:
    return _mime(_FOLDER, [folder_id])


def opportunity_mime(opportunity_id: int) -> QMimeData:
    return _mime(_OPPORTUNITY, [opportunity_id])


def dragged_people(mime: QMimeData) -> list[int]:
    """The parties that are dragged; none when it is something else."""
    return _ids(mime, _PEOPLE)


def dragged_folder(mime: QMimeData) -> int:
    """The folder that is dragged, 0 when it is something else."""
    return next(iter(_ids(mime, _FOLDER)), 0)


def dragged_opportunity(mime: QMimeData) -> int:
    """The opportunity that is dragged, 0 when it is something else."""
    return next(iter(_ids(mime, _OPPORTUNITY)), 0)


def dropped_files(mime: QMimeData, kinds: Collection[str]) -> list[Path]:
    """The files of this machine that are dragged, if the names of all of them end like these."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files if all(file.suffix.lower() in kinds for file in files) else []


def drag(source: QWidget, mime: QMimeData, words: str) -> None:
    """Let the pointer carry it, with a word on what it is, until it is dropped."""
    made = QDrag(source)
    made.setMimeData(mime)
    made.setPixmap(_tag(source, words))
    made.setHotSpot(_BESIDE)
    made.exec(_MOVE, _MOVE)


def _mime(kind: str, ids: Sequence[int]) -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, ",".join(map(str, ids)).encode())
    return mime


def _ids(mime: QMimeData, kind: str) -> list[int]:
    text = bytes(mime.data(kind).data()).decode("ascii", "replace")
    return [int(part) for part in text.split(",") if part.isdecimal()]


def _tag(source: QWidget, words: str) -> QPixmap:
    size = source.fontMetrics().size(Qt.TextFlag.TextSingleLine, words)
    scale = source.devicePixelRatioF()
    made = QPixmap((size + QSize(2 * _ROOM.x(), 2 * _ROOM.y())) * scale)
    made.setDevicePixelRatio(scale)
    palette = QGuiApplication.palette()
    made.fill(palette.color(QPalette.ColorRole.Highlight))
    painter = QPainter(made)
    painter.setFont(source.font())
    painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
    painter.drawText(QRect(_ROOM, size), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return made
