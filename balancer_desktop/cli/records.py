"""The book as a whole: new, import, export, verify."""

import sys
from argparse import Namespace
from pathlib import Path

from balancer_desktop.app.book import Today, new_book
from balancer_desktop.app.export import export_csv
from balancer_desktop.app.importing.run import import_files
from balancer_desktop.app.verify import verify
from balancer_desktop.cli.answering import answer, opened
from balancer_desktop.domain.importing.fields import Kind


def new(arguments: Namespace, folder: Path, today: Today) -> int:
    new_book(folder, arguments.currency, today).close()
    answer(arguments, {"book": str(folder), "currency": arguments.currency.upper()}, f"New book in {folder}")
    return 0


def bring(arguments: Namespace, folder: Path, today: Today) -> int:
    kind = Kind(arguments.kind) if arguments.kind else None
    with opened(folder, today) as book:
        done = import_files(
            book, arguments.files, kind=kind, dry_run=arguments.dry_run, skip_wrong=arguments.skip_wrong
        )
    counts = {"added": done.added, "matched": done.matched, "skipped": done.skipped, "refused": done.refused}
    lines = [f"{name} {count}" for name, count in counts.items()]
    answer(arguments, {**counts, "issues": [str(issue) for issue in done.issues]}, "\n".join(lines))
    if done.issues:
        for issue in done.issues:
            print(f"balancer-desktop: {issue}", file=sys.stderr)
        if not arguments.skip_wrong:
            print("balancer-desktop: Nothing was imported. Correct the rows above, or --skip-wrong.", file=sys.stderr)
            return 1
    return 0


def export(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        files = export_csv(book, arguments.path)
    answer(arguments, {"files": [str(file) for file in files]}, "\n".join(map(str, files)))
    return 0


def check(arguments: Namespace, folder: Path, today: Today) -> int:
    with opened(folder, today) as book:
        found = verify(book)
    answer(arguments, {"sound": not found, "problems": found}, "\n".join(found) or "The book is sound.")
    return 1 if found else 0
