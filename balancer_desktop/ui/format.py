"""Money, dates, hours and shares as the machine's locale writes them."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

from balancer_desktop.domain.conventions import Conventions, DateOrder
from balancer_desktop.domain.mix_finding import english_name
from balancer_desktop.domain.money import Currency, format_amount
from balancer_desktop.domain.month import Month

NO_BREAK = "\u00a0"
# Signs that mean one currency everywhere; a dollar or a ¥ means the owner's own only where it is the locale's.
_PLAIN_SIGNS = {"EUR": "€", "GBP": "£", "INR": "₹", "ILS": "₪", "PLN": "zł", "CHF": "CHF"}


class Formats:
    """How one book's figures are written: the locale's marks, the currency's decimals.

    `locale` is the machine's own when it is left out. What it writes, domain.money.parse_amount reads back with
    its `conventions()`.
    """

    def __init__(self, currency: Currency, locale: QLocale | None = None) -> None:
        self.currency = currency
        self.locale = locale or QLocale()
        self._conventions = _conventions(self.locale)
        self._date = _date_form(self.locale)
        self.symbol = _symbol(currency, self.locale)
        self._before, self._after = _around(self.symbol, self.locale)

    def conventions(self) -> Conventions:
        """The same marks and date order for reading what the owner types."""
        return self._conventions

    def money(self, minor: int, *, symbol: bool = False) -> str:
        """123456 → `1,234.56`, or `€1,234.56` / `1.234,56 €` with the symbol."""
        text = format_amount(minor, self.currency, self._conventions)
        if not symbol:
            return text
        sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
        return f"{sign}{self._before}{digits}{self._after}"

    def roughly(self, minor: int) -> str:
        """Two digits that count, in whole units: 123456 → `€1,200`."""
        whole = minor // 10**self.currency.exponent
        whole = int(round(whole, min(0, 2 - len(str(abs(whole))))))
        return f"{self._before}{self.number(whole)}{self._after}"

    def short_money(self, minor: int) -> str:
        """`€2,400`, `€2,400.50`: with decimals only where there are any, for where there is little room."""
        if minor % self.currency.unit:
            return self.money(minor, symbol=True)
        sign = "-" if minor < 0 else ""
        return f"{sign}{self._before}{self.number(abs(minor) // self.currency.unit)}{self._after}"

    def whole_money(self, minor: int) -> str:
        """`€2,401` for 2,400.50: rounded to whole units, halves away from zero; a total at a glance."""
        sign, whole = "-" if minor < 0 else "", (2 * abs(minor) + self.currency.unit) // (2 * self.currency.unit)
        return f"{sign}{self._before}{self.number(whole)}{self._after}"

    def number(self, value: int) -> str:
        """A count, with the locale's group marks."""
        return f"{value:,}".replace(",", self._conventions.group)

    def hours(self, minutes: int) -> str:
        """150 → `2 h 30`, 120 → `2 h`, 45 → `45 min`, 0 → `0 h`."""
        sign, (whole, rest) = "-" if minutes < 0 else "", divmod(abs(minutes), 60)
        if whole == 0 and rest:
            return f"{sign}{rest}{NO_BREAK}min"
        text = f"{sign}{self.number(whole)}{NO_BREAK}h"
        return f"{text}{NO_BREAK}{rest:02d}" if rest else text

    def percent(self, share: float) -> str:
        """0.123 → `12 %`."""
        return f"{self.number(int(share * 100 + 0.5))}{NO_BREAK}%"

    def weekday(self, day: date) -> str:
        """`Tue 3`: a day within a month that is named elsewhere."""
        name = self.locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{name} {day.day}"

    def date(self, day: date) -> str:
        """All digits, the year with four of them, in the locale's order."""
        return str(self.locale.toString(QDate(day.year, day.month, day.day), self._date))

    def month(self, month: Month) -> str:
        """`November 2026`: in titles and sentences, which are in English."""
        return f"{english_name(month)} {month.year}"

    def short_month(self, month: Month) -> str:
        """`Nov`, in the locale's language: in columns and on axes, among its dates."""
        return str(self.locale.standaloneMonthName(month.month, QLocale.FormatType.ShortFormat)).rstrip(".")


def _conventions(locale: QLocale) -> Conventions:
    order = _date_order(locale.dateFormat(QLocale.FormatType.ShortFormat))
    region = "" if locale.language() is QLocale.Language.C else str(QLocale.territoryToCode(locale.territory()))
    if locale.zeroDigit() != "0":  # other digits bring other marks; figures here are 0–9, with the marks that fit them
        return Conventions(date_order=order, region=region)
    return Conventions(locale.decimalPoint(), locale.groupSeparator(), order, region)


def _date_order(form: str) -> DateOrder:
    order = sorted("dMy", key=form.find)
    return {"d": DateOrder.DAY_FIRST, "M": DateOrder.MONTH_FIRST, "y": DateOrder.YEAR_FIRST}[order[0]]


def _date_form(locale: QLocale) -> str:
    """The short form with four-digit years; a machine that has no locale (C) gets 2026-11-03."""
    if locale.language() is QLocale.Language.C:
        return "yyyy-MM-dd"
    return re.sub("y+", "yyyy", locale.dateFormat(QLocale.FormatType.ShortFormat))


def _symbol(currency: Currency, locale: QLocale) -> str:
    if locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == currency.code:
        return str(locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencySymbol)) or currency.code
    return _PLAIN_SIGNS.get(currency.code, currency.code)


def _around(symbol: str, locale: QLocale) -> tuple[str, str]:
    """What stands before and after the digits; a symbol made of letters never touches them."""
    before, after = re.split(r"[^\d¤]*\d[\d.,٫]*[^\d¤]*", locale.toCurrencyString(1, "¤", 0), maxsplit=1)
    room = NO_BREAK if symbol[-1:].isalpha() or "¤" in after or NO_BREAK in locale.toCurrencyString(1, "¤", 0) else ""
    return (f"{symbol}{room}", "") if "¤" in before else ("", f"{room}{symbol}")
