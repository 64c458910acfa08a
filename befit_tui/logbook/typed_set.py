"""A line typed on a row, as the sets to log or as a correction of one.

What cannot be read is an EntryError, which says what to type instead.
"""

from typing import Any, TypeVar

from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_sets import apply, echo, manner_of, needs_load
from befit_tui.domain.grammar.typed import Manner
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.logbook import Logbook

T = TypeVar("T", int, float)
EFFORT = ("left", "rpe", "end", "form")
"""The fields of a set that say how hard it was; they change together."""
_NO_LOAD = "No load is known yet; type it with the reps, like 20x8."
SECONDS_A_PRESS = 5
"""How much a press changes a timed set; product constant."""


class TypedRow(Value, frozen=True):
    """The row that a line is typed on, the set above it, and how the line is meant."""

    exercise: Exercise
    shown: LoggedSet
    manner: Manner
    above: LoggedSet | None = None


def typed_row(
    logbook: Logbook,
    exercise: Exercise,
    row: PlannedSet | LoggedSet,
    above: LoggedSet | None,
) -> TypedRow:
    """A row of an exercise, with the unit and the scale of effort that hold there."""
    shown, unit = logged_as(row), exercise.unit or logbook.unit
    manner = manner_of(exercise, shown, unit, logbook.effort_scale)
    return TypedRow(exercise, shown, manner, above)


def logged_as(row: PlannedSet | LoggedSet) -> LoggedSet:
    """What a row shows, which the line changes or takes over; a plan is not rated."""
    if isinstance(row, LoggedSet):
        return row
    return LoggedSet(
        id="",
        load=row.load,
        reps=row.reps,
        seconds=row.seconds,
        metres=row.metres,
        kind=row.kind,
    )


def check_complete(shown: PlannedSet, exercise: Exercise | None) -> None:
    """Refuse a row that would log nothing, or a loaded lift without its load."""
    if shown.reps is None and shown.seconds is None and shown.metres is None:
        raise BefitError("There is nothing to log yet; type 8, 45s or 2km.")
    if shown.load is None and exercise is not None and needs_load(exercise):
        raise EntryError(_NO_LOAD)


def read_sets(text: str, row: TypedRow) -> tuple[LoggedSet, ...]:
    """The sets that the text means; a loaded lift is not logged without its load."""
    typed = parse(text, row.manner)
    found = apply(typed, row.shown, row.manner.unit, row.above, row.exercise.load)
    # One that was logged without a load, as an import may be, is corrected as it is.
    is_new = not row.shown.id
    if is_new and found[0].load is None and needs_load(row.exercise):
        raise EntryError(_NO_LOAD)
    return found


def words_of(text: str, row: TypedRow) -> str:
    """How the text reads: ``80 kg x 8, 2 left``."""
    read_sets(text, row)
    return echo(parse(text, row.manner), row.shown, row.manner, row.exercise.load)


def one_set(text: str, row: TypedRow, done: LoggedSet) -> LoggedSet:
    """The one set that the text makes of a logged one.

    A run has a distance and a time: one that is typed leaves the other as it was.
    """
    found = read_sets(text, row)
    if len(found) > 1:
        raise EntryError("One logged set can only become one set; leave out the count.")
    values, was = found[0], (done.metres, done.seconds)
    if (values.reps, done.reps) != (None, None) or None in was:
        return values
    metres, seconds = values.metres or done.metres, values.seconds or done.seconds
    return replace(values, metres=metres, seconds=seconds)


def correction(text: str, row: TypedRow, done: LoggedSet) -> dict[str, Any]:
    """The fields that a typed line changes in a logged set.

    A rating, a kind and a note stay as they were unless they were typed.
    """
    values = one_set(text, row, done)
    fields: dict[str, Any] = {
        "load": values.load,
        "reps": values.reps,
        "extra_reps": values.extra_reps,
        "sides": values.sides,
        "seconds": values.seconds,
        "metres": values.metres,
    }
    if any(getattr(values, name) is not None for name in EFFORT):
        fields |= {name: getattr(values, name) for name in EFFORT}
    if values.kind is not Kind.WORK:
        fields["kind"] = values.kind
    if values.note:
        fields["note"] = values.note
    return fields


def nudged(shown: PlannedSet | LoggedSet, step: int) -> dict[str, Any]:
    """What one press more (1) or less (-1) changes: reps, a time or a distance."""
    if shown.reps is None and shown.seconds is not None:
        return {"seconds": _above_zero(shown.seconds, step * SECONDS_A_PRESS)}
    if shown.reps is None and shown.metres is not None:
        metres = 100 if shown.metres >= 1000 else 10
        return {"metres": _above_zero(shown.metres, step * metres)}
    # None stay unknown, and none of a missed set stay none.
    fewer = {"reps": _above_zero(shown.reps or 0, step) or shown.reps}
    return fewer | {"sides": None} if isinstance(shown, LoggedSet) else fewer


def _above_zero(now: T, by: int) -> T:
    """A number with ``by`` more, or as it is: a set of nothing is typed ``0@m``."""
    return now + by if now + by > 0 else now
