"""Changes to the open workout: each is on disk when it returns, and one undo step.

All raise a ``BefitError`` when no workout is open, and a ``StoreError`` when the disk
refuses; then nothing has changed.
"""

from datetime import datetime
from typing import Any

from befit_tui.analysis.planning.rows import (
    PlannedSet,
    taken_next,
    without_scheme,
)
from befit_tui.domain import edit
from befit_tui.domain.edit import last_set, toggled, without_lone
from befit_tui.domain.errors import BefitError
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry, LoggedSet, SetTarget, Target, Workout
from befit_tui.logbook.logbook import Logbook

LEAST_REST_S = 1.0
"""No lifter begins the next set sooner; product constant."""


def log(
    logbook: Logbook,
    index: int,
    values: LoggedSet,
    *,
    rep_times: tuple[float, ...] | None = None,
    planned: PlannedSet | None = None,
) -> LoggedSet:
    """Log a set in the entry at ``index`` and give it back as it is on disk.

    ``planned`` is the row that it fulfils, which need not be the next one.
    """
    active = logbook.opened()
    at = None if active.entered_later else logbook.moment(active)
    done = replace(
        values,
        id=logbook.new_id(),
        at=at,
        rest_s=None if at is None else _rest_before(active, at, values, rep_times),
        rep_times=rep_times,
    )
    name = logbook.catalog.get(active.entries[index].exercise).name
    if planned is not None and planned.kind is done.kind:
        active = edit.with_entry_changed(
            active, index, lambda entry: taken_next(entry, planned)
        )
    logbook.keep(edit.with_set(active, index, done), f"set of {name}")
    return done


def change_set(logbook: Logbook, set_id: str, label: str, **changed: Any) -> Workout:
    """Change fields of a logged set of the open workout."""
    return logbook.keep(
        edit.with_set_changed(
            logbook.opened(), set_id, lambda done: replace(done, **changed)
        ),
        label,
    )


def change_rest(logbook: Logbook, seconds: int) -> None:
    """Rest so long after the set logged last, also after a restart."""
    if (last := last_set(logbook.opened())) is not None:
        change_set(logbook, last.id, "length of the rest", next_rest_s=seconds)


def add_exercise(logbook: Logbook, exercise: str) -> Workout:
    """Add an exercise at the end; a workout is opened if none is."""
    active = logbook.active or logbook.start()
    name = logbook.catalog.get(exercise).name
    return logbook.keep(edit.with_entry(active, Entry(exercise=exercise)), f"{name}")


def check_swap(logbook: Logbook, index: int) -> None:
    """Refuse to swap an exercise whose sets are logged already."""
    if logbook.opened().entries[index].sets:
        raise BefitError("Sets are logged here; add the other exercise with a.")


def swap_exercise(logbook: Logbook, index: int, exercise: str) -> Workout:
    """Put another exercise in the place of the one at ``index``.

    Raises:
        BefitError: sets are logged already, and they belong to the old exercise.
    """
    check_swap(logbook, index)
    active = logbook.opened()
    old = active.entries[index].target
    # What a programme asked for was meant for the lift that goes.
    target = None if old is None else without_scheme(old)
    return change_entry(
        logbook, index, "swapped exercise", exercise=exercise, target=target
    )


def remove_entry(logbook: Logbook, index: int) -> Workout:
    """Take an exercise with its sets out of the open workout."""
    active = logbook.opened()
    name = logbook.catalog.get(active.entries[index].exercise).name
    rest = edit.without_entry(active, index)
    rest = replace(rest, entries=without_lone(rest.entries))
    return logbook.keep(rest, f"removed {name}")


def plan_sets(logbook: Logbook, index: int, targets: tuple[SetTarget, ...]) -> Workout:
    """Plan these sets for the exercise at ``index``; its rest stays."""
    target = logbook.opened().entries[index].target or Target()
    planned = replace(target, sets=targets)
    return change_entry(logbook, index, "changed plan", target=planned)


def join_superset(logbook: Logbook, index: int) -> Workout:
    """Join an exercise to the one below as a superset, or part them.

    Raises:
        BefitError: there is no exercise below.
    """
    active = logbook.opened()
    joined = replace(active, entries=toggled(active.entries, index))
    return logbook.keep(joined, "superset")


def change_entry(logbook: Logbook, index: int, label: str, **changed: Any) -> Workout:
    """Change fields of an exercise of the open workout: its note, what is planned."""
    workout = edit.with_entry_changed(
        logbook.opened(), index, lambda entry: replace(entry, **changed)
    )
    return logbook.keep(workout, label)


def _rest_before(
    active: Workout,
    now: datetime,
    values: LoggedSet,
    rep_times: tuple[float, ...] | None,
) -> float | None:
    """Seconds between the last set and this one; the set's own time is taken off."""
    ends = [done.at for done in active.sets if done.at is not None]
    if not ends:
        return None
    length = rep_times[-1] if rep_times else (values.seconds or 0.0)
    rest_s = round((now - max(ends)).total_seconds() - length, 1)
    # Sets typed in one line are logged at one moment: how they were spaced is unknown.
    return rest_s if rest_s >= LEAST_REST_S else None
