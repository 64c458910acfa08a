"""``befit plan``: what the next session of a lift proposes, and why."""

from argparse import Namespace
from typing import Any

from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import ALL_LEFT
from befit_tui.cli.open_log import Clock, asked_at, open_logbook
from befit_tui.cli.output import say, say_json
from befit_tui.logbook.find_exercise import find_exercise
from befit_tui.logbook.planning.next_time import plan_on
from befit_tui.logbook.workout.rows import shown_words
from befit_tui.settings import unit_by_locale


def run(args: Namespace, clock: Clock) -> None:
    """Propose the working sets of a lift, as at the start of a workout on a day."""
    with open_logbook(args, clock, readonly=True) as logbook:
        exercise = find_exercise(logbook, " ".join(args.exercise))
        # A unit that nobody chose gives way to the one that the lift was logged in.
        chosen = logbook.unit if logbook.unit is not unit_by_locale() else None
        plan = plan_on(logbook, exercise, asked_at(args, logbook), chosen)
        unit = chosen or logbook.unit
    if args.json:
        document = [_document(row, unit) for row in plan.working]
        said = {"sets": document, "why": plan.why, "progress": plan.way}
        say_json({"exercise": exercise.id, **said})
        return
    say(exercise.name)
    for row in plan.working:
        words = shown_words(row, exercise, row.load.unit if row.load else unit)
        say(
            f"  {words}  {row.zone.set_words}" if row.reps is not None else f"  {words}"
        )
    say(f"  {plan.why}" if plan.why else "  the same as the last time")
    if plan.way:
        say(f"  progress {plan.way}")


def _document(row: PlannedSet, unit: str) -> dict[str, Any]:
    high = None if row.zone.high >= ALL_LEFT else row.zone.high
    document = {
        "load": row.load.value if row.load is not None else None,
        "unit": str(row.load.unit if row.load is not None else unit),
        "reps": row.reps,
        "left": [row.zone.low, high],
    }
    if row.amrap:
        document["amrap"] = True
    return document if row.seconds is None else {**document, "seconds": row.seconds}
