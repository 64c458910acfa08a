"""``befit log``: one line, one set; with ``-`` a whole workout, line by line."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path

from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say
from befit_tui.domain.errors import BefitError
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.open_alerts import leave_note
from befit_tui.logbook.workout.quick_log import log_line, logged_words
from befit_tui.paths import find_paths
from befit_tui.settings import read_settings


def run(args: Namespace, clock: Clock) -> int:
    """Log the line and say how it was read, which set it is, and what it beats."""
    with open_logbook(args, clock, readonly=False) as logbook:
        config = find_paths(args.data_dir).config
        if args.line == ["-"]:
            return _lines(logbook, config)
        exercise, sets = log_line(logbook, " ".join(args.line), sure=args.force)
        for line in logged_words(logbook, exercise, sets):
            say(line)
        sys.stdout.flush()
        leave_note(logbook, config)
    return 0


def _lines(logbook: Logbook, config: Path) -> int:
    """Answer lines until there are no more; 1 if one of them was refused."""
    from befit_tui.logbook.workout.by_lines import WorkoutByLines

    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    # What is wrong in the settings was said when the log was opened.
    session, code = WorkoutByLines(logbook, read_settings(config)[0].gears), 0
    _tell(session.greeting())
    while not session.is_over and (line := sys.stdin.readline()):
        try:
            _tell(session.answer(line))
        except BefitError as error:
            _tell([str(error)])
            code = 1
    leave_note(logbook, config)
    return code


def _tell(sentences: Iterable[str]) -> None:
    """Say each at once: a screen reader speaks while the next is made."""
    for sentence in sentences:
        say(sentence)
        sys.stdout.flush()
