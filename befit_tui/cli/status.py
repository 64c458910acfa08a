"""``befit status``: one line for a status bar, whatever the length of the log."""

from argparse import Namespace
from typing import Any

from befit_tui.cli.open_log import Clock
from befit_tui.cli.output import say, say_json
from befit_tui.logbook.status import Status, status_of
from befit_tui.paths import find_paths


def run(args: Namespace, clock: Clock) -> None:
    """Say what is going on, from the open workout and the note of the alerts only."""
    now = clock()
    found = status_of(find_paths(args.data_dir), now)
    if args.json:
        say_json(_document(found))
    else:
        say(found.line)


def _document(status: Status) -> dict[str, Any]:
    """``text`` is what a bar shows; the rest is for those that lay it out themselves.

    No alert is another answer than none known (null).
    """
    workout = status.workout
    return {
        "text": status.line,
        "workout": workout
        and {
            "id": workout.id,
            "name": workout.name,
            "started_at": workout.started_at.isoformat(),
            "sets": workout.sets,
        },
        "rest_s": status.rest_s,
        "alerts": None if status.alerts is None else status.alerts["open"],
    }
