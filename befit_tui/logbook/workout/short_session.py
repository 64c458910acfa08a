"""A short session: the open workout cut down to the minutes that there are."""

from collections.abc import Sequence
from datetime import timedelta

from befit_tui.analysis.planning.short import Candidate, shortened
from befit_tui.analysis.planning.targets import default_rest_s
from befit_tui.domain.edit import without_lone
from befit_tui.domain.errors import EntryError
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import counted
from befit_tui.domain.workout import Entry, SetTarget, Target, Workout
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.muscles import week_sets
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow

LONGEST_MIN = 240
SIX_DAYS = timedelta(days=6)


def shorten(cursor: RowCursor, text: str) -> str:
    """Keep what fits into the minutes that were typed; one step of undo.

    Returns:
        What is kept and what is left out, in a sentence or two.

    Raises:
        EntryError: the minutes cannot be read.
    """
    if not text.strip().isdigit() or not 1 <= int(text) <= LONGEST_MIN:
        raise EntryError(f"Type the minutes you have, 1 to {LONGEST_MIN}, as in 25.")
    logbook = cursor.logbook
    minutes, workout = int(text), logbook.opened()
    every = [_candidate(cursor, workout, at) for at in range(len(workout.entries))]
    first = workout.day - SIX_DAYS
    trained = week_sets(logbook.history, workout, logbook.catalog.get, first)
    kept = shortened(every, minutes * 60, trained)
    entries = tuple(
        _cut(entry, cursor.sets_of(at), kept[at])
        for at, entry in enumerate(workout.entries)
        if entry.sets or kept[at]
    )
    short = replace(workout, minutes_planned=minutes, entries=without_lone(entries))
    logbook.keep(short, f"{minutes} minutes")
    cursor.forget_drafts()
    cursor.refresh()
    cursor.go_on()
    free = cursor.lifts.alert_cache.budget(short).reason == "short session"
    return _said(minutes, every, kept, free=free)


def shorten_as_told(logbook: Logbook, before: int | None = None) -> str:
    """Keep what fits into the minutes of the check-in, if they are not as ``before``.

    What is kept, as ``shorten`` says it; empty where there is nothing to cut.
    """
    active = logbook.active
    minutes = active.minutes_planned if active is not None else None
    if active is None or not active.entries or not minutes or minutes == before:
        return ""
    return shorten(RowCursor(logbook), str(min(minutes, LONGEST_MIN)))


def _candidate(cursor: RowCursor, workout: Workout, at: int) -> Candidate:
    entry = workout.entries[at]
    exercise = cursor.lifts.catalog.get(entry.exercise)
    sets = cursor.sets_of(at)
    to_do = tuple(row.planned.target for row in sets if row.is_waiting)
    planned_rest = entry.target.rest_s if entry.target is not None else None
    rest = planned_rest or default_rest_s(exercise, heavy=False, phase=workout.phase)
    begun = any(done.kind is Kind.WORK for done in entry.sets)
    return Candidate(at, exercise, to_do, rest, begun=begun)


def _cut(entry: Entry, rows: Sequence[SetRow], to_do: tuple[SetTarget, ...]) -> Entry:
    """The entry with these sets after those of its rows that are done."""
    done = (row.planned.target for row in rows if row.done is not None)
    target = entry.target or Target()
    return replace(entry, target=replace(target, sets=(*done, *to_do)))


def _said(
    minutes: int,
    every: list[Candidate],
    kept: dict[int, tuple[SetTarget, ...]],
    *,
    free: bool,
) -> str:
    """``25 minutes: Squat 3 sets, Row 2 sets. Left out: Curl. ...``."""
    if all(kept[one.index] == one.to_do for one in every):
        return f"{minutes} minutes: all of it fits."
    stay, out = [], []
    for one in every:
        work = sum(target.kind is Kind.WORK for target in kept[one.index])
        if kept[one.index]:
            stay.append(f"{one.exercise.name} {counted(work, 'set')}")
        elif one.to_do:
            out.append(one.exercise.name)
    dropped = f" Left out: {', '.join(out)}." if out else ""
    failure = " Isolation may go to failure in its last set." if free else ""
    return f"{minutes} minutes: {', '.join(stay)}.{dropped}{failure} u takes it back."
