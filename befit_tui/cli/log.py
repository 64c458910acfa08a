"""``befit log``: one line, one set."""

from argparse import Namespace

from befit_tui.cli.output import say
from befit_tui.cli.session import Clock, open_logbook
from befit_tui.domain.wording import effort_words, set_words
from befit_tui.logbook.quick_log import log_line


def run(args: Namespace, clock: Clock) -> None:
    """Log the line and say how it was read."""
    with open_logbook(args, clock, readonly=False) as logbook:
        exercise, sets = log_line(logbook, " ".join(args.line))
        for done in sets:
            unit = done.load.unit if done.load else logbook.unit
            words = [set_words(done, exercise, unit), effort_words(done), done.note]
            say(f"{exercise.name}: {', '.join(word for word in words if word)}")
