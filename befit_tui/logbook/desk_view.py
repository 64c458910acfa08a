"""What the desk says: the line at the bottom, the number to beat, the day, the end."""

from dataclasses import replace
from typing import TYPE_CHECKING

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.plan import PlannedSet
from befit_tui.analysis.records import to_beat
from befit_tui.analysis.risk import is_heavy
from befit_tui.analysis.targets import default_rest_s
from befit_tui.domain.edit import find_set
from befit_tui.domain.entry_sets import SetValues
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import (
    duration_words,
    load_words,
    measure_words,
    place_words,
)
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook import noted
from befit_tui.logbook.board import (
    SetRow,
    TitleRow,
    failures_in,
    in_target,
)
from befit_tui.logbook.desk import Desk
from befit_tui.logbook.desk_sets import last_set
from befit_tui.logbook.failure_plan import budget_of, budget_words, warning
from befit_tui.logbook.meter_view import MeterView
from befit_tui.logbook.next_up import next_words

if TYPE_CHECKING:
    from befit_tui.analysis.meter import Left, Reading
    from befit_tui.logbook.summary import Summary

REST_BEFORE_ANY_SET = 120
"""Seconds of a rest that is started before the first set; product constant."""


def prompt(desk: Desk, unit: Unit) -> str:
    """The line before the entry: ``set 3  80 kg × 6``, or the question about a set."""
    row, exercise = desk.set_row, desk.exercise
    if desk.question is not None and desk.question.open:
        how = "form slipped, " if desk.question.slipped else ""
        return (
            f"reps left? {how}0-5 · s slipped · f failure · b broke · enter not rated"
        )
    if row is None or exercise is None:
        return "enter goes to the first set"
    shown = row.done or desk.planned(row)
    load = load_words(shown.load, exercise, unit)
    if desk.watch.is_used and row.done is None:
        return stopwatch_words(desk)
    number = place_words(shown.kind, row.planned.number)
    loaded = f"{load} {exercise.unit or unit}" if load[-1].isdigit() else load
    amount = measure_words(shown.reps, shown.seconds, shown.metres)
    if shown.reps is None and not load[-1].isdigit():
        return f"{number}  {amount}"
    return f"{number}  {loaded} × {amount}"


def stopwatch_words(desk: Desk) -> str:
    """The time of the set in progress: ``0:23 · space stops``."""
    time = duration_words(round(desk.watch.seconds(desk.now())))
    if desk.watch.is_running:
        return f"running {time} · space stops, enter logs"
    return f"stopped {time} · enter logs, space goes on, esc forgets"


def remark(desk: Desk, row: SetRow) -> str:
    """The number to beat beside a planned working set: ``8 ties, 9 is a best``.

    On the first one why it is what it is: ``82.5: 3 × 8 at 2 left last time``.
    """
    exercise, shown = desk.exercise, desk.planned(row)
    if exercise is None or shown.kind is not Kind.WORK:
        return ""
    if (objection := _objection(desk, row)) is not None:
        return f"▲ {objection.title}"
    if why := _why(desk, row):
        return why
    bests = desk.records.bests.get(exercise.id) or desk.lifts.bests(exercise.id)
    beat = to_beat(bests, exercise, shown.load)
    return beat.words if beat else ""


def _objection(desk: Desk, row: SetRow) -> Alert | None:
    """What speaks against a failure that the row plans or is likely to reach."""
    if (workout := desk.active) is None:
        return None
    values = desk.planned(row)
    reading = _reading(desk, workout, row, values.load)
    return warning(desk, workout, row, values, reading.left(values.reps or 0))


def _reading(desk: Desk, workout: Workout, row: SetRow, load: Load | None) -> "Reading":
    """The meter before the set of a row, done or still to do."""
    entry = workout.entries[row.entry]
    at = row.done.at if row.done and row.done.at else desk.now()
    earlier = entry.sets[: row.place]
    return desk.meters.read(entry.exercise, load, workout, earlier, at)


def _why(desk: Desk, row: SetRow) -> str:
    """The reason of a plan, on the first set of an exercise while it is as planned."""
    sets = (one for one in desk.rows if one.entry == row.entry)
    work = (
        one for one in sets if isinstance(one, SetRow) and one.planned.kind is Kind.WORK
    )
    first = next(work, None)
    if first is None or first.id != row.id or row.id in desk.drafts:
        return ""
    titles = (one for one in desk.rows if isinstance(one, TitleRow))
    return next((one.why for one in titles if one.entry == row.entry), "")


def progress(desk: Desk) -> str:
    """``9 of 14 sets · 3 in target of 4 rated``."""
    rows = [row for row in desk.rows if isinstance(row, SetRow)]
    done = sum(row.done is not None for row in rows)
    planned = sum(row.done is not None or row.is_waiting for row in rows)
    words = f"{done} of {planned} sets"
    inside, rated = in_target(rows)
    return f"{words} · {inside} in target of {rated} rated" if rated else words


def rest_target(desk: Desk, workout: Workout) -> int:
    """Seconds of rest after the last set: the plan's, or the usual of the exercise."""
    last = last_set(workout)
    found = find_set(workout, last.id) if last else None
    if last is None or found is None:
        return REST_BEFORE_ANY_SET
    entry = workout.entries[found[0]]
    if entry.target is not None and entry.target.rest_s:
        return entry.target.rest_s
    moved = desk.lifts.moved_kg(entry.exercise, last.load, workout)
    heavy = is_heavy(last.reps, moved, desk.lifts.one_rm_kg(entry.exercise))
    return default_rest_s(desk.lifts.exercise(entry.exercise), heavy=heavy)


def meter(
    desk: Desk, unit: Unit, workout: Workout, typed: str = ""
) -> MeterView | None:
    """The meter for what is typed, for the set under the cursor, or the next set."""
    row, exercise = desk.coming_row, desk.exercise
    if row is None or exercise is None:
        return None
    values = desk.typed_values(typed) or row.done or desk.planned(row)
    reading = _reading(desk, workout, row, values.load)
    load = load_words(values.load, exercise, unit)
    loaded = f"{load} {exercise.unit or unit}" if load[-1].isdigit() else load
    counted = desk.presses.count if row.done is None and not typed else 0
    reps = values.reps or 0
    known = reading.left(reps)
    left = _slowed(desk, exercise, known) if known and counted else known
    budget = budget_of(desk, workout)
    coming = desk.typed_values(typed) or desk.planned(row)
    objection = warning(desk, workout, row, coming, left)
    return MeterView(
        title=exercise.name,
        subtitle=_subtitle(loaded, values),
        reading=reading,
        left=left,
        zone=row.zone,
        budget=(failures_in(workout), budget.allowed),
        budget_reason=budget.reason,
        objection=objection.title if objection else "",
        counted=counted,
        slowed=left != known,
    )


def _slowed(desk: Desk, exercise: Exercise, left: "Left") -> "Left":
    """Reps left, moved a little by how the counted reps slow down."""
    from befit_tui.analysis.tempo import nudged, slowing  # noqa: PLC0415

    times = desk.presses.times or ()
    return nudged(left, slowing(times, unilateral=exercise.unilateral))


def day_words_of(desk: Desk, workout: Workout) -> str:
    """The failure sets of the day, for when there is nothing else to say."""
    return f"Nothing to note. Failure sets {budget_words(desk, workout)}."


def alerts_of(desk: Desk, workout: Workout) -> tuple[Alert, ...]:
    """What the workout so far calls for, the gravest first."""
    return noted.unnoted(desk.logbook, desk.lifts.book.of_workout(workout))


def note_alert(desk: Desk, workout: Workout) -> str:
    """Note the alert that is shown first, so that it is silent until worse; its title.

    Empty when no alert is shown.
    """
    shown = next(iter(alerts_of(desk, workout)), None)
    if shown is None:
        return ""
    noted.note(desk.logbook, shown)
    return shown.title


def summary_of(desk: Desk, workout: Workout, unit: Unit) -> "Summary":
    """The workout so far, as it would be filed."""
    from befit_tui.logbook.summary import summarise  # noqa: PLC0415

    rows = [row for row in desk.rows if isinstance(row, SetRow)]
    ended = replace(workout, ended_at=workout.ended_at or desk.now())
    return summarise(
        ended,
        desk.lifts,
        rows,
        unit,
        lambda entry: next_words(workout, entry, desk.lifts, unit),
    )


def _subtitle(loaded: str, values: SetValues | LoggedSet | PlannedSet) -> str:
    """``80 kg × 8``, or the time alone where nothing is lifted."""
    if values.reps is None and (values.seconds or values.metres):
        amount = measure_words(None, values.seconds, values.metres)
        return amount if loaded in ("–", "BW") else f"{loaded} × {amount}"
    return f"{loaded} × {values.reps or 0}"
