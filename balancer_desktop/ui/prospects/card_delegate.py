"""Paints a card: who, what about, what it is worth, what comes next, and its sign."""

from heapq import nlargest

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from balancer_desktop.domain.pipeline.board import Card, Sign
from balancer_desktop.ui.prospects import card_words
from balancer_desktop.ui.prospects.cards_model import CARD, CardsModel, Index
from balancer_desktop.ui.theme import typeface
from balancer_desktop.ui.theme.icons import icon
from balancer_desktop.ui.theme.metrics import GAP, RADIUS, UNIT
from balancer_desktop.ui.theme.palette import tokens_of
from balancer_desktop.ui.theme.tokens import Tokens

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_State = QStyle.StateFlag
_SIGN = 14
_LINES, _NARROW_LINES = 5, 6
_NARROW = 150
"""With less room than this for its words a sign may take two lines."""
_PAD = 7
_ASKED = 8
BETWEEN_CARDS = 6


class CardDelegate(QStyledItemDelegate):
    """The cards of a lane are of one height, so that thousands need no measuring; the tooltip has what has no room."""

    def __init__(self, parent: QObject, font: QFont) -> None:
        super().__init__(parent)
        self._body, self._strong = font, typeface.strong(font)
        self._line = QFontMetrics(self._strong).height() + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = _LINES
        if _is_narrow(option.rect.width()):
            lines = _NARROW_LINES + self._some_wrap(index.model(), option.rect.width())
        return QSize(0, lines * self._line + 2 * _PAD + BETWEEN_CARDS)

    def _some_wrap(self, model: object, width: int) -> bool:
        """Whether a name takes two lines: the longest ones are asked, by their letters."""
        cards = model.cards if isinstance(model, CardsModel) else ()
        longest = nlargest(_ASKED, (card.who for card in cards), key=len)
        return any(self._who_lines(who, width - 1 - 2 * _PAD) == 2 for who in longest)

    def _who_lines(self, who: str, room: int) -> int:
        """Only a name of several words can wrap."""
        return 2 if " " in who and QFontMetrics(self._strong).horizontalAdvance(who) > room else 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, card = index.model(), index.data(CARD)
        if not isinstance(model, CardsModel):
            return
        tokens, rect = tokens_of(option.palette), option.rect.adjusted(0, 0, -1, -BETWEEN_CARDS)
        painter.save()
        self._ground(painter, rect, option.state, tokens)
        self._fill(painter, rect.adjusted(_PAD, _PAD, -_PAD, -_PAD), card, model, tokens)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, tokens: Tokens) -> None:
        chosen, keys = bool(state & _State.State_Selected), bool(state & _State.State_HasFocus)
        fill = tokens.selected if chosen else tokens.hover if state & _State.State_MouseOver else tokens.raised
        edge, width = (tokens.accent, 1.6) if chosen and keys else (tokens.line, 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.8, 0.8, -0.8, -0.8), RADIUS, RADIUS)

    def _fill(self, painter: QPainter, rect: QRect, card: Card, model: CardsModel, tokens: Tokens) -> None:
        formats, today = model.formats, model.today
        wraps = _is_narrow(rect.width() + 1 + 2 * _PAD) and self._who_lines(card.who, rect.width()) == 2
        top = rect.top() + (self._line if wraps else 0)
        lines = [QRect(rect.left(), top + n * self._line, rect.width(), self._line) for n in range(_LINES)]
        first, second = _broken(card.who, self._strong, rect.width()) if wraps else ("", card.who)
        _draw(painter, lines[0].translated(0, -self._line), self._strong, first, tokens.text)
        _draw(painter, lines[0], self._strong, second, tokens.text)
        _draw(painter, lines[1], self._body, card.opportunity.title, tokens.muted)
        self._worth(painter, lines[2], card, model, tokens)
        if card.next_step:
            apart = card.sign in (Sign.STALE, Sign.PARKED)  # the other signs tell its day
            due = card_words.day(card.next_step.due, today, formats) if apart else ""
            room = lines[3].adjusted(0, 0, -_taken(self._body, due), 0)
            _draw(painter, room, self._body, card.next_step.what, tokens.text)
            _draw(painter, lines[3], self._body, due, tokens.muted, align=_RIGHT)
        ink = _ink(card.sign, tokens)
        icon(card_words.ICONS[card.sign or Sign.FINE], ink).paint(
            painter, QRect(rect.left(), lines[4].center().y() - _SIGN // 2, _SIGN, _SIGN)
        )
        words = QRect(lines[4].topLeft(), rect.bottomRight()).adjusted(_SIGN + UNIT, 0, 0, 0)
        painter.setPen(QColor(ink))
        painter.setFont(self._body)
        painter.drawText(words, _WRAPPED, card_words.sign(card, today, formats))

    def _worth(self, painter: QPainter, line: QRect, card: Card, model: CardsModel, tokens: Tokens) -> None:
        worth = card_words.value(card, model.formats)
        likely = card_words.chance(card, model.formats) if card.value else ""
        ink = tokens.text if card.value else tokens.muted
        _pair(painter, line, self._body, (worth, ink), (likely, tokens.muted))


def _broken(name: str, font: QFont, room: int) -> tuple[str, str]:
    """A name on two lines: as many words on the first as there is room for, one at least."""
    parts, measured = name.split(" "), QFontMetrics(font).horizontalAdvance
    fitting = [count for count in range(1, len(parts)) if measured(" ".join(parts[:count])) <= room]
    count = fitting[-1] if fitting else 1
    return " ".join(parts[:count]), " ".join(parts[count:])


def _taken(font: QFont, text: str) -> int:
    """What a text at the right takes from the one at its left."""
    return QFontMetrics(font).horizontalAdvance(text) + GAP if text else 0


def _is_narrow(width: int) -> bool:
    return width - 2 * _PAD - _SIGN - UNIT < _NARROW


def _ink(sign: Sign | None, tokens: Tokens) -> str:
    return {Sign.OVERDUE: tokens.bad, Sign.NO_STEP: tokens.warn, Sign.STALE: tokens.warn}.get(
        sign or Sign.FINE, tokens.muted
    )


def _pair(painter: QPainter, rect: QRect, font: QFont, left: tuple[str, str], right: tuple[str, str]) -> None:
    """Two texts on a line, each with its colour; where there is no room for both, the left one alone."""
    if QFontMetrics(font).horizontalAdvance(left[0]) + _taken(font, right[0]) <= rect.width():
        _draw(painter, rect, font, *right, align=_RIGHT)
    _draw(painter, rect, font, *left)


def _draw(painter: QPainter, rect: QRect, font: QFont, text: str, colour: str, align: Qt.AlignmentFlag = _LEFT) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.drawText(rect, align, shown)
