"""The list that goes with the form for whoever answers the phone: a table with its headings, to be filled in."""

import csv
from pathlib import Path

from balancer_desktop.app.importing.trouble import as_bad_input
from balancer_desktop.domain.intake.call_columns import TEMPLATE

NAME = "calls.csv"


def write_template(path: Path) -> None:
    """An empty list under the form's headings, as every spreadsheet opens it; BadInput when it cannot be written."""
    with as_bad_input(path), path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerow(heading.value for heading in TEMPLATE)
