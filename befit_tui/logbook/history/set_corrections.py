"""Changes to the sets of a past workout, typed as in the entry line."""

from befit_tui.analysis.planning.rows import swapped
from befit_tui.domain import edit
from befit_tui.domain.effort import EASIEST_LEFT, is_working, rpe_of
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_sets import mark_of
from befit_tui.domain.grammar.typed import Mark, Typed, TypedLoad, format_typed
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import EffortScale
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.doubts import Doubt, SlipQuestion, doubt_of
from befit_tui.logbook.history.corrections import correct
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.typed_set import (
    EFFORT,
    TypedRow,
    correction,
    read_sets,
    typed_row,
)

_TYPED = (
    "kind", "load", "reps", "extra_reps", "seconds", "metres", "note", "sides", *EFFORT
)  # fmt: skip


def line_of(done: LoggedSet, row: TypedRow) -> str:
    """A set as it would be typed; what the grammar has no word for is left out."""
    left, rpe = _rating(done, row.manner.scale)
    return format_typed(
        Typed(
            load=_typed_load(done.load, row.manner.unit),
            reps=done.reps,
            extra_reps=done.extra_reps if mark_of(done) is Mark.BROKE else None,
            seconds=None if done.reps is not None else done.seconds,
            metres=None if (done.reps, done.seconds) != (None, None) else done.metres,
            left=left,
            rpe=rpe,
            mark=mark_of(done),
            kind=done.kind,
            note=done.note,
            sides=done.sides,
        ),
        row.manner,
    )


def rewritten(done: LoggedSet, text: str, row: TypedRow) -> LoggedSet:
    """The set as ``text`` says it, where that differs from its own line.

    What the text leaves as it was stays, also what no line can say. A rating that is
    taken out of the line takes an imported RPE with it.

    Raises:
        EntryError: the text cannot be read, or means several sets.
    """
    new = _values(text, row)
    try:
        was = _values(line_of(done, row), row)
    except EntryError:  # a set without reps, time or distance has no line
        was = None
    fields = {
        name: getattr(new, name)
        for name in _TYPED
        if was is None or getattr(new, name) != getattr(was, name)
    }
    if any(name in fields for name in EFFORT):
        fields |= {name: getattr(new, name) for name in EFFORT}
    return replace(done, **fields)


def edit_set(
    logbook: Logbook,
    workout: Workout,
    set_id: str,
    text: str,
    *,
    anew: bool = False,
    question: SlipQuestion | None = None,
) -> Workout:
    """Correct a set by its line edited, or by one typed ``anew`` in its place.

    What a new line omits stays, as at the rack.

    Raises:
        EntryError: it cannot be read; the message says what to type.
        DoubtError: it is likely a slip, which the ``question`` asks about once.
    """
    found = edit.find_set(workout, set_id)
    if found is None:
        return workout
    at, done = found
    entry = workout.entries[at]
    exercise = logbook.catalog.get(entry.exercise)
    row = row_of(logbook, entry, done)
    if anew:
        changed = replace(done, **correction(read_sets(text, row)))
    else:
        changed = rewritten(done, text, row)
    if question is not None and _measures(changed) != _measures(done):
        place = entry.sets.index(done)
        doubt = _doubt(logbook, workout, at, place, changed, row)
        question.ask(text, doubt)
    corrected = edit.with_set_changed(workout, set_id, lambda _: changed)
    return correct(logbook, workout, corrected, f"{exercise.name}, {text}")


def add_sets(
    logbook: Logbook,
    workout: Workout,
    at: int,
    text: str,
    *,
    question: SlipQuestion | None = None,
) -> Workout:
    """Write sets down that were forgotten, behind those of an entry.

    Raises:
        EntryError: it cannot be read; the message says what to type.
        DoubtError: it is likely a slip, which the ``question`` asks about once.
    """
    entry = workout.entries[at]
    exercise = logbook.catalog.get(entry.exercise)
    above = entry.sets[-1] if entry.sets else None
    row = typed_row(logbook, exercise, above or LoggedSet(id=""), above)
    made, found = workout, read_sets(text, row)
    if question is not None:
        place = len(entry.sets)
        question.ask(text, _doubt(logbook, workout, at, place, found[0], row))
    for values in found:
        made = edit.with_set(made, at, replace(values, id=logbook.new_id()))
    return correct(logbook, workout, made, f"{exercise.name}, {text}")


def remove(logbook: Logbook, workout: Workout, at: int, set_id: str = "") -> Workout:
    """Take a set out, or the whole entry; an entry goes with its last set."""
    entry = workout.entries[at]
    label = logbook.catalog.get(entry.exercise).name
    if set_id and len(entry.sets) > 1:
        left, label = edit.without_set(workout, set_id), f"set of {label}"
    else:
        left = edit.without_entry(workout, at)
    return correct(logbook, workout, left, f"removed {label}")


def swap(logbook: Logbook, workout: Workout, at: int, exercise: str) -> Workout:
    """Say that another exercise was done."""
    other = edit.with_entry_changed(workout, at, lambda old: swapped(old, exercise))
    return correct(logbook, workout, other, f"exercise of {workout.name or 'workout'}")


def _doubt(
    logbook: Logbook,
    workout: Workout,
    at: int,
    place: int,
    values: LoggedSet,
    row: TypedRow,
) -> Doubt | None:
    """What is doubtful about a set at ``place`` of an entry, by all the other sets.

    A load is likely that was lifted just before, in this workout or the last one; the
    set that is corrected may be the slip itself.
    """
    entry = workout.entries[at]
    others = History(one for one in logbook.past() if one.id != workout.id)
    lifts = Lifts.of(logbook, others)
    before = edit.with_entry_changed(
        workout, at, lambda now: replace(now, sets=now.sets[:place])
    )
    earlier = lifts.session(before, entry.exercise).working
    last = lifts.last_entry(entry.exercise)
    near = (*(last.sets if last else ()), *earlier)
    loads = [done.load for done in near if done.load and is_working(done)]
    likely = loads[-1] if loads else None
    return doubt_of(values, row, before, lifts, earlier, likely)


def _measures(done: LoggedSet) -> tuple[object, ...]:
    return done.load, done.reps, done.seconds


def _typed_load(load: Load | None, unit: Unit) -> TypedLoad | None:
    if load is None:
        return None
    return TypedLoad(load.value, None if load.unit is unit else load.unit)


def _rating(done: LoggedSet, scale: EffortScale) -> tuple[float | None, float | None]:
    """The reps left or the RPE of a set, as the lifter says it; none beside a mark."""
    if done.reps is None or mark_of(done) not in (None, Mark.SLIPPED):
        return None, None
    rpe = rpe_of(done)
    easy = done.left is not None and done.left > EASIEST_LEFT
    if scale is EffortScale.LEFT or easy or rpe is None:
        return done.left, None
    return None, rpe if rpe * 2 % 1 == 0 and rpe >= 1 else None


def _values(text: str, row: TypedRow) -> LoggedSet:
    """The one set that a line means."""
    found = read_sets(text, row)
    if len(found) > 1:
        raise EntryError("One logged set can only become one set; leave out the count.")
    return found[0]


def row_of(logbook: Logbook, entry: Entry, done: LoggedSet) -> TypedRow:
    """The row that a logged set is corrected on."""
    place = entry.sets.index(done)
    above = entry.sets[place - 1] if place else None
    return typed_row(logbook, logbook.catalog.get(entry.exercise), done, above)
