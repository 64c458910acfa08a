"""``befit history``: the workouts of the past, or those that match a query."""

from argparse import Namespace
from typing import Any

from befit_tui.cli.open_log import Clock, open_logbook
from befit_tui.cli.output import say, say_json, say_table
from befit_tui.domain.wording import day_words, length_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.history.workout_list import Past


def run(args: Namespace, clock: Clock) -> None:
    """List workouts, the newest first."""
    query = " ".join(args.query)
    with open_logbook(args, clock, readonly=True) as logbook:
        past = Past(logbook.past(), logbook.catalog, logbook.thresholds)
        found, sets = past.search(query)
        if args.json:
            documents = [_document(workout, past) for workout in found]
            say_json({"query": query, "sets": sets, "workouts": documents})
        elif found:
            head = ("day", "time", "sets", "hard", "to failure", "workout")
            say_table(head, (_cells(workout, past) for workout in found))
        else:
            say("No workout matches." if query else "No workout yet.")


def _cells(workout: Workout, past: Past) -> tuple[str, ...]:
    efforts = past.efforts(workout)
    return (
        day_words(workout.started_at),
        length_words(workout),
        f"{len(workout.sets)}",
        f"{efforts.hard}",
        f"{efforts.failures}" if efforts.rated else "–",
        workout.name or "Workout",
    )


def _document(workout: Workout, past: Past) -> dict[str, Any]:
    efforts = past.efforts(workout)
    return {
        "id": workout.id,
        "name": workout.name,
        "started_at": workout.started_at.isoformat(),
        "ended_at": workout.ended_at and workout.ended_at.isoformat(),
        "exercises": [past.catalog.get(one.exercise).name for one in workout.entries],
        "sets": len(workout.sets),
        "hard_sets": efforts.hard,
        "failure_sets": efforts.failures if efforts.rated else None,
    }
