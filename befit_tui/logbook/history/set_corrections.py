"""Changes to the sets of a past workout, typed as in the entry line."""

from dataclasses import replace
from typing import Any

from befit_tui.domain import edit
from befit_tui.domain.errors import EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_sets import SetValues
from befit_tui.domain.grammar.entry_typed import Mark, Typed, TypedLoad, format_typed
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Form
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.history.corrections import correct
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.typed_set import correction, read_sets, shown_of

_MARKS = {End.TECHNICAL: Mark.TECHNICAL, End.VOLITIONAL: Mark.VOLITIONAL}
_EFFORT = ("left", "end", "form")
_TYPED = (
    "kind", "load", "reps", "extra_reps", "seconds", "metres", "note", *_EFFORT
)  # fmt: skip


def line_of(done: LoggedSet, unit: Unit) -> str:
    """A set as it would be typed; what the grammar has no word for is left out."""
    return format_typed(
        Typed(
            load=_typed_load(done.load, unit),
            reps=done.reps,
            extra_reps=done.extra_reps if _mark(done) is Mark.BROKE else None,
            seconds=None if done.reps is not None else done.seconds,
            metres=None if (done.reps, done.seconds) != (None, None) else done.metres,
            left=done.left if _mark(done) in (None, Mark.SLIPPED) else None,
            mark=_mark(done),
            kind=done.kind,
            note=done.note,
        )
    )


def rewritten(
    done: LoggedSet, text: str, above: LoggedSet | None, exercise: Exercise, unit: Unit
) -> LoggedSet:
    """The set as ``text`` says it, where that differs from its own line.

    What the text leaves as it was stays, also what no line can say. A rating that is
    taken out of the line takes an imported RPE with it.

    Raises:
        EntryError: the text cannot be read, or means several sets.
    """
    new = _values(text, done, above, exercise, unit)
    try:
        was = _values(line_of(done, unit), done, above, exercise, unit)
    except EntryError:  # a set without reps, time or distance has no line
        was = None
    fields = {
        name: getattr(new, name)
        for name in _TYPED
        if was is None or getattr(new, name) != getattr(was, name)
    }
    if any(name in fields for name in _EFFORT):
        fields |= {name: getattr(new, name) for name in _EFFORT}
        fields["rpe"] = None
    return replace(done, **fields)


def retyped(
    done: LoggedSet, text: str, above: LoggedSet | None, exercise: Exercise, unit: Unit
) -> LoggedSet:
    """The set corrected by a line typed anew, as at the rack: what it omits stays.

    Raises:
        EntryError: the text cannot be read, or means several sets.
    """
    fields = correction(read_sets(text, shown_of(done), unit, above, exercise))
    if "left" in fields:
        fields["rpe"] = None
    return replace(done, **fields)


def edit_set(
    logbook: Logbook, workout: Workout, set_id: str, text: str, *, anew: bool = False
) -> Workout:
    """Correct a set by its line edited, or by one typed ``anew`` in its place.

    Raises:
        EntryError: it cannot be read; the message says what to type.
    """
    found = edit.find_set(workout, set_id)
    if found is None:
        return workout
    at, done = found
    entry = workout.entries[at]
    exercise = logbook.catalog.get(entry.exercise)
    rewrite = retyped if anew else rewritten
    changed = rewrite(done, text, _above(entry, done), exercise, logbook.unit)
    corrected = edit.with_set_changed(workout, set_id, lambda _: changed)
    return correct(logbook, workout, corrected, f"{exercise.name}, {text}")


def add_sets(logbook: Logbook, workout: Workout, at: int, text: str) -> Workout:
    """Write sets down that were forgotten, behind those of an entry.

    Raises:
        EntryError: it cannot be read; the message says what to type.
    """
    entry = workout.entries[at]
    exercise = logbook.catalog.get(entry.exercise)
    above = entry.sets[-1] if entry.sets else None
    shown = shown_of(above or LoggedSet(id=""))
    made = workout
    for values in read_sets(text, shown, logbook.unit, above, exercise):
        made = edit.with_set(made, at, _logged(values, logbook.new_id()))
    return correct(logbook, workout, made, f"{exercise.name}, {text}")


def remove(logbook: Logbook, workout: Workout, at: int, set_id: str = "") -> Workout:
    """Take a set out, or the whole entry; an entry goes with its last set."""
    entry = workout.entries[at]
    label = logbook.catalog.get(entry.exercise).name
    if set_id and len(entry.sets) > 1:
        left = edit.without_set(workout, set_id)
    else:
        left = edit.without_entry(workout, at)
    return correct(logbook, workout, left, f"removed {label}")


def _typed_load(load: Load | None, unit: Unit) -> TypedLoad | None:
    if load is None:
        return None
    return TypedLoad(load.value, None if load.unit is unit else load.unit)


def _mark(done: LoggedSet) -> Mark | None:
    if done.end in (End.MOMENTARY, End.MISSED):
        return Mark.MOMENTARY
    if done.end in _MARKS:
        return Mark.BROKE if done.form is Form.BROKE else _MARKS[done.end]
    return Mark.SLIPPED if done.form is Form.SLIPPED else None


def _values(
    text: str, done: LoggedSet, above: LoggedSet | None, exercise: Exercise, unit: Unit
) -> SetValues:
    """The one set that a line means."""
    found = read_sets(text, shown_of(done), unit, above, exercise)
    if len(found) > 1:
        raise EntryError("One logged set can only become one set; leave out the count.")
    return found[0]


def _logged(values: SetValues, set_id: str) -> LoggedSet:
    fields: dict[str, Any] = {name: getattr(values, name) for name in _TYPED}
    return LoggedSet(id=set_id, **fields)


def _above(entry: Entry, done: LoggedSet) -> LoggedSet | None:
    place = entry.sets.index(done)
    return entry.sets[place - 1] if place else None
