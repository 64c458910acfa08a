"""``befit export``: the whole log as a file or on the screen."""

import sys
from argparse import Namespace

from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say
from befit_tui.domain.errors import BefitError
from befit_tui.logbook.import_export.exporting import export_log, write_private
from befit_tui.paths import typed_path


def run(args: Namespace, clock: Clock) -> int:
    """Write the log in the format asked for. Gives 1 if a part of it is missing.

    What is missing is said where every repair is, when the log is closed.
    """
    with open_logbook(args, clock, readonly=True) as logbook:
        text = export_log(logbook, args.format)
    if args.output and args.output != "-":
        write_private(typed_path(args.output), text)
    elif isinstance(text, bytes):
        if sys.stdout.isatty():
            raise BefitError("A database is nothing to read: say -o log.sqlite.")
        sys.stdout.buffer.write(text)
    elif sys.stdout.isatty():
        for line in text.splitlines():
            say(line)
    else:
        sys.stdout.write(text)
    return 1 if logbook.store.missing else 0
