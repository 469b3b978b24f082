"""The composition root: arguments → paths → book → window, or one verb without a window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from balancer_desktop.arguments import parse
from balancer_desktop.paths import default_book_dir


def main(argv: Sequence[str] | None = None) -> int:
    """The program's exit status: 0 done, 1 refused, 2 wrong usage."""
    arguments = parse(sys.argv[1:] if argv is None else argv)
    if arguments.verb is None:
        from balancer_desktop.ui.start_up import show

        return show(arguments)
    from balancer_desktop import cli

    return cli.run(arguments, _folder(arguments.book))


def _folder(named: Path | None) -> Path:
    return named.expanduser() if named else default_book_dir()


if __name__ == "__main__":
    sys.exit(main())
