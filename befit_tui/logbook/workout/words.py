"""What is said beside the rows: the line at the bottom, the number to beat, the day."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.lift.records import to_beat
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import default_rest_s
from befit_tui.analysis.risk import is_heavy
from befit_tui.domain.edit import find_set, last_set
from befit_tui.domain.effort import failures_in
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import (
    duration_words,
    load_words,
    measure_words,
    place_words,
)
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook import noted_alerts
from befit_tui.logbook.check_in import readiness_now
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines
from befit_tui.logbook.planning.blocks import phase_words
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.failure_budget import warning
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.logbook.workout.rows import (
    SetRow,
    in_target,
)
from befit_tui.logbook.workout.superset import is_within_round
from befit_tui.paths import short_path
from befit_tui.store.layout import month_file

if TYPE_CHECKING:
    from befit_tui.analysis.meter import Left
    from befit_tui.logbook.workout.ending.summary import Summary

REST_BEFORE_ANY_SET = 120
"""Seconds of a rest that is started before the first set; product constant."""
NO_LOAD = ("–", "BW")
"""What stands for a load that is not known, or only the lifter's own."""


def prompt(cursor: RowCursor) -> str:
    """The line before the entry: ``set 3  80 kg × 6``, or the question about a set."""
    row, exercise = cursor.set_row, cursor.exercise
    if cursor.is_asking and cursor.question is not None:
        return cursor.question.words
    if row is None or exercise is None:
        return "enter goes to the first set"
    if row.done is None and not cursor.is_planned:
        return "what comes next is being worked out …"
    shown = row.done or cursor.planned(row)
    if cursor.watch.is_used and row.done is None:
        return stopwatch_words(cursor)
    number = place_words(shown.kind, row.planned.number)
    return f"{number}  {shown_words(shown, exercise, cursor.unit)}"


def shown_words(shown: LoggedSet | PlannedSet, exercise: Exercise, unit: Unit) -> str:
    """``80 kg × 8``, or the time alone where nothing is lifted."""
    loaded, amount = loaded_words(shown.load, exercise, unit), planned_words(shown)
    if shown.reps is None and loaded in NO_LOAD:
        return amount
    return f"{loaded} × {amount}"


def loaded_words(load: Load | None, exercise: Exercise, unit: Unit) -> str:
    """A load with its unit: ``80 kg``, ``+10 kg``, ``BW``, ``–``."""
    words = load_words(load, exercise, unit)
    return words if words in NO_LOAD else f"{words} {exercise.unit or unit}"


def planned_words(shown: LoggedSet | PlannedSet) -> str:
    """What a row would log: ``5``, ``5+`` for five or more, ``45 s``."""
    amount = measure_words(shown.reps, shown.seconds, shown.metres)
    return amount + (shown.plus if isinstance(shown, PlannedSet) else "")


def stopwatch_words(cursor: RowCursor) -> str:
    """The time of the set in progress: ``0:23 · space stops``."""
    time = duration_words(round(cursor.watch.seconds(cursor.now())))
    if cursor.watch.is_running:
        return f"running {time} · space stops, enter logs"
    return f"stopped {time} · enter logs, space goes on, esc forgets"


def remarks(cursor: RowCursor, row: SetRow) -> tuple[str, ...]:
    """What stands beside a planned working set, the most important first.

    What speaks against it, or else the number to beat, ``8 ties, 9 is a best``; on the
    first one before that why it is what it is: ``82.5: 3 × 8 at 2 left last time``, and
    the same in fewer words.
    Nothing while the set before waits for its reps left: the answer may change it.
    """
    exercise, shown = cursor.exercise, cursor.planned(row)
    if exercise is None or shown.kind is not Kind.WORK or cursor.is_asking:
        return ()
    if (objection := _objection(cursor, row)) is not None:
        return (f"▲ {objection.title}",)
    why = _why(cursor, row)
    # The column before it says what was last time.
    brief = why.split("; ")[0].replace(" last time", "")
    said = (why, brief if brief != why else "", best_words(cursor, shown.load))
    return tuple(filter(None, said))


def best_words(cursor: RowCursor, load: Load | None) -> str:
    """The number to beat with a load: ``8 ties, 9 is a best``; empty without a past."""
    exercise = cursor.exercise
    if exercise is None:
        return ""
    bests = cursor.records.bests.get(exercise.id) or cursor.lifts.bests(exercise.id)
    beat = to_beat(bests, exercise, load)
    return beat.words if beat else ""


def _objection(cursor: RowCursor, row: SetRow) -> Alert | None:
    """What speaks against a failure that the row plans or is likely to reach."""
    values = cursor.planned(row)
    reading = cursor.reading(row, values.load)
    return warning(cursor, row, values, reading.left(values.reps or 0))


def _why(cursor: RowCursor, row: SetRow) -> str:
    """The reason of a plan, on the first set of an exercise while it is as planned.

    Where the sets of the day have moved the plan: on the next one.
    """
    if cursor.is_drafted(row):
        return ""
    title = cursor.title
    work = (
        one
        for one in cursor.sets_of(row.entry)
        if one.planned.kind is Kind.WORK
        and (one.done is None or not (title and title.moved))
    )
    first = next(work, None)
    return title.why if title and first and first.id == row.id else ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the sets planned are done; in words, the fullest first."""

    done: int
    every: int
    words: tuple[str, ...]


def progress(cursor: RowCursor) -> Progress:
    """``9 of 14 sets · 3 in target of 4 rated``."""
    rows = cursor.sets
    done = sum(row.done is not None for row in rows)
    planned = sum(row.done is not None or row.is_waiting for row in rows)
    words = f"{done} of {planned} sets"
    inside, rated = in_target(rows)
    if not rated:
        return Progress(done, planned, (words,))
    on_target = f"{words} · {inside} in target"
    return Progress(done, planned, (f"{on_target} of {rated} rated", on_target, words))


def rest_target(cursor: RowCursor) -> int:
    """Seconds of rest after the last set: as it was changed, planned, or is usual.

    In a superset it is short until the round is over, and then the longest of all.
    0 without a workout.
    """
    if (workout := cursor.active) is None:
        return 0
    last = last_set(workout)
    found = find_set(workout, last.id) if last else None
    if last is None or found is None:
        return REST_BEFORE_ANY_SET
    if last.next_rest_s is not None:
        return last.next_rest_s
    entry = workout.entries[found[0]]
    if entry.superset is None:
        return _rest_after(cursor, workout, entry)
    if is_within_round(cursor.rows, last.id):
        return cursor.logbook.rests.in_superset_s
    others = (one for one in workout.entries if one.superset == entry.superset)
    return max(_rest_after(cursor, workout, one) for one in others)


def _rest_after(cursor: RowCursor, workout: Workout, entry: Entry) -> int:
    """Seconds of rest after a set of an exercise on its own."""
    if entry.target is not None and entry.target.rest_s:
        return entry.target.rest_s
    exercise, usual = cursor.lifts.exercise(entry.exercise), cursor.logbook.rests
    if exercise.rest_s is None and usual.usual_s:
        return usual.usual_s
    last = entry.sets[-1] if entry.sets else LoggedSet(id="")
    moved = cursor.lifts.moved_kg(entry.exercise, last.load, workout)
    heavy = is_heavy(last.reps, moved, cursor.lifts.one_rm_kg(entry.exercise))
    return default_rest_s(exercise, heavy=heavy, phase=workout.phase)


def meter(cursor: RowCursor, typed: LoggedSet | None = None) -> MeterView | None:
    """The meter for what is typed, for the set under the cursor, or the next set."""
    row, exercise, workout = cursor.coming_row, cursor.exercise, cursor.active
    if row is None or exercise is None or workout is None:
        return None
    values = typed or row.done or cursor.planned(row)
    is_warmup = values.kind is Kind.WARMUP
    reading = cursor.reading(row, values.load)
    counted = cursor.presses.count if row.done is None and not typed else 0
    reps = values.reps or 0
    known = reading.left(reps)
    left = _slowed(cursor, exercise, known) if known and counted else known
    budget = cursor.lifts.alert_cache.budget(workout)
    objection = warning(cursor, row, typed or cursor.planned(row), left)
    return MeterView(
        title=exercise.name,
        subtitle=shown_words(values, exercise, cursor.unit),
        reading=reading,
        left=left,
        zone=row.zone,
        budget=(failures_in(workout), budget.allowed),
        budget_reason=budget.reason,
        objection=objection.title if objection else "",
        failure_line="" if is_warmup else _failure_line(exercise, row),
        is_warmup=is_warmup,
        reps=reps,
        counted=counted,
        slowed=left != known,
    )


def _failure_line(exercise: Exercise, row: SetRow) -> str:
    """How the lift fails, where the target of the set allows it."""
    if row.zone.low >= 1 or not exercise.is_judged:
        return ""
    from befit_tui.logbook.lift_card import failure_line  # noqa: PLC0415

    return failure_line(exercise)


def _slowed(cursor: RowCursor, exercise: Exercise, left: "Left") -> "Left":
    """Reps left, moved a little by how the counted reps slow down."""
    from befit_tui.analysis.meter.tempo import nudged, slowing  # noqa: PLC0415

    times = cursor.presses.times or ()
    return nudged(left, slowing(times, unilateral=exercise.unilateral))


def day_words_of(cursor: RowCursor) -> str:
    """The failure sets of the day, for when there is nothing else to say."""
    workout = cursor.logbook.opened()
    budget = cursor.lifts.alert_cache.budget(workout)
    why = f": {budget.reason}" if budget.reason else ""
    used = f"{failures_in(workout)} of {budget.allowed}"
    return f"Nothing to note. Failure sets {used}{why}."


def day_lines(logbook: Logbook) -> tuple[str, ...]:
    """The phase of the day and its check-in, a sentence each; none when unknown."""
    readiness = readiness_now(logbook)
    said = readiness.words if readiness is not None else ""
    return tuple(filter(None, (phase_words(logbook), said)))


def alerts_of(cursor: RowCursor) -> tuple[Alert, ...]:
    """What the workout so far calls for, the gravest first."""
    found = cursor.lifts.alert_cache.of_workout(cursor.logbook.opened())
    return noted_alerts.unnoted(cursor.logbook, found)


def note_alert(cursor: RowCursor) -> str:
    """Note the alert that is shown first, so that it is silent until worse; its title.

    Empty when no alert is shown.
    """
    shown = next(iter(alerts_of(cursor)), None)
    if shown is None:
        return ""
    noted_alerts.note(cursor.logbook, shown)
    return shown.title


def summary_of(cursor: RowCursor, workout: Workout) -> "Summary":
    """What a workout of these rows comes to, as it would be filed."""
    from befit_tui.logbook.planning.coming import coming_of  # noqa: PLC0415
    from befit_tui.logbook.workout.ending.summary import (  # noqa: PLC0415
        Place,
        summarise,
    )

    ended = replace(workout, ended_at=workout.ended_at or cursor.now())
    unit = cursor.logbook.unit
    place = Place(
        lifts=cursor.lifts,
        rows=cursor.sets,
        unit=unit,
        coming=lambda entry: coming_of(
            cursor.logbook, workout, entry, cursor.lifts, unit
        ),
        following=routines.following(cursor.logbook, ended),
        saved=_saved_words(cursor.logbook, ended),
    )
    return summarise(ended, place)


def _saved_words(logbook: Logbook, workout: Workout) -> str:
    """Where every set stands already, and where enter puts the workout."""
    folder, month = short_path(logbook.store.root), month_file(workout.month)
    return f"Every set is on disk; enter files the workout as {folder}/{month}"
