"""``befit log``: one line, one set."""

from argparse import Namespace

from befit_tui.cli.output import say
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.wording import effort_words, set_words
from befit_tui.logbook.workout.quick_log import log_line, remarks


def run(args: Namespace, clock: Clock) -> None:
    """Log the line and say how it was read, which set it is, and what it beats."""
    with open_logbook(args, clock, readonly=False) as logbook:
        exercise, sets = log_line(logbook, " ".join(args.line), sure=args.force)
        for done, more in zip(sets, remarks(logbook, sets), strict=True):
            unit = done.load.unit if done.load else logbook.unit
            what = set_words(done, exercise, unit, name_unit=True)
            read = ", ".join(filter(None, (what, effort_words(done), done.note)))
            say(" · ".join((f"{exercise.name}: {read}", *more)))
