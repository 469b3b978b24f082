"""The mix, month by month."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from balancer_desktop.app import balance
from balancer_desktop.app.book import Today
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.domain.mix import Measure, MixMonth
from balancer_desktop.domain.money import format_amount
from balancer_desktop.domain.month import Month


def mix(arguments: Namespace, folder: Path, today: Today) -> int:
    first = Month.parse(arguments.first) if arguments.first else None
    last = Month.parse(arguments.last) if arguments.last else None
    with opened(folder, today) as book:
        months = balance.mix(book, Measure(arguments.measure), first, last).months
        unit = book.currency
    told = [
        {"month": str(m.month), "keep": m.keep, "gain": m.gain, "win_back": m.win_back, "share": m.share}
        for m in months
    ]
    money = arguments.measure in (Measure.INCOME, Measure.MONEY)

    def figure(total: int) -> str:
        return format_amount(total, unit) if money else str(total)

    lines = [_line(m, figure) for m in months]
    document = {"measure": arguments.measure, "currency": unit.code, "months": told}
    answer(arguments, document, "\n".join(["month    keep  gain  win back  share", *lines]))
    return 0


def _line(month: MixMonth, figure: Callable[[int], str]) -> str:
    share = "–" if month.share is None else f"{month.share:.0%}"
    return f"{month.month}  {figure(month.keep)}  {figure(month.gain)}  {figure(month.win_back)}  {share}"
