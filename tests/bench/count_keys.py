"""The keys of a real session: each set of a log entered the shortest way, and counted.

    python tests/bench/count_keys.py LOG.csv [--sets 20]

Takes the last session of a log with that many sets that repeats an earlier one, opens
the repeat as a lifter would, and drives the editor behind the workout screen.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.effort import known_left, reached_failure
from befit_tui.domain.errors import DoubtError
from befit_tui.domain.load import Unit, number
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.import_export.importing import commit, preview_files
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.effort_question import TECHNICAL
from befit_tui.store.store import Store
from befit_tui.transfer.rows import ReadOptions

FEW = 3
"""Arrow presses that are quicker than typing."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("log", type=Path)
    options.add_argument("--sets", type=int, default=20)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count(chosen.log, chosen.sets, Path(folder))


def count(log: Path, sets: int, folder: Path) -> None:
    """Print the keys of the chosen session and their number."""
    workouts = imported(log, folder / "all")
    place = next(
        at for at in reversed(range(len(workouts))) if fits(workouts, at, sets)
    )
    session = workouts[place]
    clock = ticking(session.started_at)
    store = Store(folder / "before", clock=clock)
    store.add_workouts(workouts[:place], "past")
    logbook = Logbook(store, load_catalog(), clock=clock, new_id=id_maker(clock))
    logbook.read_months()
    before = model(workouts, place)
    assert before is not None
    logbook.repeat(before)
    editor = WorkoutEditor(logbook)
    keys = ["enter"]
    for index, entry in enumerate(session.entries):
        for at, done in enumerate(entry.sets):
            editor.cursor.go_to(f"{index}:{at}")
            keys += keys_of(editor, done)
    keys += ["x", "enter"]
    print(f"{session.name}, {session.started_at:%Y-%m-%d}, {len(session.sets)} sets")
    print(" ".join(keys))
    print(f"{len(keys)} keys, {len(editor.cursor.rows)} rows")
    store.close()


def keys_of(editor: WorkoutEditor, done: LoggedSet) -> list[str]:
    """Log a set the shortest way; the keys it took."""
    row = editor.cursor.set_row
    assert row is not None
    shown = editor.cursor.planned(row)
    off = (done.reps or 0) - (shown.reps or 0)
    if done.load == shown.load and abs(off) <= FEW:
        keys = ["right" if off > 0 else "left"] * abs(off)
        editor.change_reps(off)
        if reached_failure(done):
            editor.log(TECHNICAL)
            return [*keys, "f"]
        logged = editor.log()
        keys.append("enter")
    else:
        load = number(done.load.value) if done.load else "0"
        typed = str(done.reps) if done.load == shown.load else f"{load}x{done.reps}"
        keys = [*typed, "enter"]
        try:
            logged = editor.submit(typed)
        except DoubtError:
            logged = editor.submit(typed)
            keys.append("enter")
    left = known_left(done)
    if left is None or logged is None:
        return keys
    digits = [f"{min(left, 5):.0f}"] if left == int(left) else [f"{int(left)}", "."]
    editor.ask(logged)
    for digit in digits:
        editor.press(digit)
    return keys + digits


def imported(log: Path, folder: Path) -> tuple[Workout, ...]:
    """Every workout of a log, oldest first."""
    clock = ticking(None)
    store = Store(folder, clock=clock)
    logbook = Logbook(store, load_catalog(), clock=clock, new_id=id_maker(clock))
    commit(logbook, preview_files(logbook, [log], ReadOptions(unit=Unit.KG)))
    found = tuple(logbook.past())
    store.close()
    return found


def fits(workouts: Sequence[Workout], place: int, sets: int) -> bool:
    """Whether a workout has that many sets in reps and repeats one before it."""
    workout = workouts[place]
    counted = all(done.reps for done in workout.sets)
    return len(workout.sets) == sets and counted and model(workouts, place) is not None


def model(workouts: Sequence[Workout], place: int) -> Workout | None:
    """The workout that a lifter would repeat: the last with the same exercises."""
    wanted = [entry.exercise for entry in workouts[place].entries]
    for workout in reversed(workouts[:place]):
        if [entry.exercise for entry in workout.entries] == wanted:
            return workout
    return None


def ticking(start: datetime | None) -> Callable[[], datetime]:
    """A clock that goes on by five seconds whenever it is read."""
    now = [start or datetime(2026, 1, 1, tzinfo=UTC)]

    def clock() -> datetime:
        now[0] += timedelta(seconds=5)
        return now[0]

    return clock


if __name__ == "__main__":
    main()
