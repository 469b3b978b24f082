"""The same verbs without a window, for scripts: answers on stdout, refusals on stderr with status 1."""

import os
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from balancer_desktop.app.book import Today
from balancer_desktop.cli import closing, everyday, figures, funnel, intake, leaving, pipeline, records, touch, waiting
from balancer_desktop.cli.answering import Verb
from balancer_desktop.domain.errors import Refused

_VERBS: dict[str, Verb] = {
    "new": records.new,
    "import": records.bring,
    "intake": intake.take,
    "log": everyday.log,
    "people": everyday.people,
    "today": touch.waiting,
    "rhythm": touch.rhythm,
    "inquiries": waiting.inquiries,
    "pipeline": pipeline.pipeline,
    "win": closing.win,
    "lose": closing.lose,
    "funnel": funnel.funnel,
    "archive": leaving.archive,
    "restore": leaving.restore,
    "exits": leaving.exits,
    "mix": figures.mix,
    "export": records.export,
    "verify": records.check,
}


def run(arguments: Namespace, folder: Path) -> int:
    """Do the verb on the book in `folder`; its exit status. 0 done, 1 refused (nothing was changed)."""
    today = (lambda: arguments.today) if arguments.today else date.today
    try:
        return _answered(_VERBS[arguments.verb], arguments, folder, today)
    except BrokenPipeError:  # whoever reads has read enough, as `head` does; Python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Refused as refusal:
        print(f"balancer-desktop: {refusal}", file=sys.stderr)
        return 1


def _answered(verb: Verb, arguments: Namespace, folder: Path, today: Today) -> int:
    """The verb's exit status, once its answer has been taken."""
    status = verb(arguments, folder, today)
    sys.stdout.flush()
    return status
