"""What the owner sets for one book: its name, the target, and the rules that figures follow."""

from dataclasses import dataclass

from balancer_desktop.app.balance import BAND
from balancer_desktop.app.book import Book
from balancer_desktop.app.first_sale import SETTING as FIRST_SALE
from balancer_desktop.app.suggestions import AUTO_LAPSE, AUTO_RETURN
from balancer_desktop.domain.errors import BadInput
from balancer_desktop.domain.mix import NEW_DAYS, SILENT_DAYS
from balancer_desktop.domain.text import storable

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class BookSettings:
    """target is the acquisition share wanted, in per cent; new_days and silent_days as in domain.mix.

    auto_lapse, auto_return: whether what app.suggestions suggests is done by a rule.
    """

    name: str = ""
    target_low: int = BAND[0]
    target_high: int = BAND[1]
    first_sale_rule: bool = True
    new_days: int = NEW_DAYS
    silent_days: int = SILENT_DAYS
    auto_lapse: bool = False
    auto_return: bool = False


def read(book: Book) -> BookSettings:
    get = book.settings.get
    low, high = get("target_band", "{}-{}".format(*BAND)).split("-")
    return BookSettings(
        get("business_name"),
        int(low),
        int(high),
        get(FIRST_SALE, "on") == "on",
        int(get("new_days", str(NEW_DAYS))),
        int(get("silent_days", str(SILENT_DAYS))),
        get(AUTO_LAPSE) == "on",
        get(AUTO_RETURN) == "on",
    )


def save(book: Book, wanted: BookSettings) -> None:
    """Set all of them as one step; BadInput for a target that is no band, or for days that are none."""
    name = storable(" ".join(wanted.name.split()))
    if len(name) > LONGEST_NAME:
        raise BadInput("The name is too long.", f"Shorten it to {LONGEST_NAME} characters.")
    if not 0 <= wanted.target_low < wanted.target_high <= 100:
        band = f"{wanted.target_low}–{wanted.target_high} %"
        raise BadInput(f"{band} is not a band.", "Give two figures from 0 to 100, the smaller first.")
    if not (1 <= wanted.new_days <= 3650 and 1 <= wanted.silent_days <= 3650):
        raise BadInput("The days must lie between 1 and 3650.", "Give whole days.")
    switches = {FIRST_SALE: wanted.first_sale_rule, AUTO_LAPSE: wanted.auto_lapse, AUTO_RETURN: wanted.auto_return}
    texts = {
        "business_name": name,
        "target_band": f"{wanted.target_low}-{wanted.target_high}",
        "new_days": str(wanted.new_days),
        "silent_days": str(wanted.silent_days),
        **{name: "on" if on else "off" for name, on in switches.items()},
    }
    if read(book) == wanted:
        return
    with book.change("Change the book's settings"):
        for setting, text in texts.items():
            if book.settings.get(setting) != text:
                book.settings.set(setting, text)
