"""Fill a data folder with a long history, to measure the program on.

Run it with the folder to fill, which must not hold workouts yet:

    python tests/bench/make_history.py FOLDER --workouts 5000

The history is 20 years of 25-set workouts: the year of ``befit demo`` told again and
again, with more sets. The same number of workouts gives the same history.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter

from befit_tui.demo import demo_workouts
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.store.store import Store

YEARS, SETS = 20, 25
END = datetime(2026, 11, 23, tzinfo=UTC)


def main() -> int:
    """Fill the folder; the exit code is 1 when it already holds workouts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workouts", type=int, default=5000)
    asked = parser.parse_args()
    begun = perf_counter()
    store = Store(asked.folder, clock=lambda: END)
    try:
        if store.months():
            sys.stderr.write(f"{asked.folder} already holds workouts.\n")
            return 1
        added = store.add_workouts(history(asked.workouts), "benchmark")
    finally:
        store.close()
    seconds = perf_counter() - begun
    sys.stdout.write(f"{added} workouts of {SETS} sets in {seconds:.1f} s\n")
    return 0


def history(count: int) -> list[Workout]:
    """``count`` workouts, spread evenly over the 20 years before ``END``."""
    step = timedelta(days=365.25 * YEARS) / max(count, 1)
    told = demo_workouts(END.date(), UTC)
    return [
        moved(told[number % len(told)], number, END - step * (count - number))
        for number in range(count)
    ]


def moved(workout: Workout, number: int, day: datetime) -> Workout:
    """The workout at its time on another day, with ids of its own and 25 sets."""
    later = timedelta(days=(day - workout.started_at).days)
    ids = iter(range(SETS))

    def again(done: LoggedSet) -> LoggedSet:
        at = done.at and done.at + later
        return replace(done, id=f"bench-{number}-{next(ids)}", at=at)

    return replace(
        workout,
        id=f"bench-{number}",
        started_at=workout.started_at + later,
        ended_at=workout.ended_at and workout.ended_at + later,
        entries=tuple(
            replace(entry, sets=tuple(map(again, entry.sets)))
            for entry in with_more_sets(workout)
        ),
    )


def with_more_sets(workout: Workout) -> Iterator[Entry]:
    """The entries with 25 sets between them, those they have over and over."""
    each, over = divmod(SETS, len(workout.entries))
    for index, entry in enumerate(workout.entries):
        wanted = each + (index < over)
        rounds = -(-wanted // len(entry.sets))
        yield replace(entry, sets=tuple(islice(entry.sets * rounds, wanted)))


if __name__ == "__main__":
    sys.exit(main())
