"""From a typed line and its row to the sets to log, and to the line said back."""

from typing import Any

from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.errors import EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.typed import (
    MOST_LOAD,
    Bare,
    Manner,
    Mark,
    Typed,
    TypedLoad,
)
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import EffortScale, End, Form, Kind, LoadKind
from befit_tui.domain.wording import KIND_WORDS, distance_words, duration_words
from befit_tui.domain.workout import LoggedSet

ONLY_REPS = (
    "Only sets in reps have reps left; type 45s or 20m, or 45s@f if nothing was left."
)
_ENDS = {
    Mark.TECHNICAL: End.TECHNICAL,
    Mark.VOLITIONAL: End.VOLITIONAL,
    Mark.MOMENTARY: End.MOMENTARY,
    Mark.BROKE: End.TECHNICAL,
}
_OF_END = {
    **{end: mark for mark, end in _ENDS.items() if mark is not Mark.BROKE},
    End.MISSED: Mark.MOMENTARY,
}
MANY_LEFT = 5
"""Reps left from here on are more likely an RPE; product constant."""
_MARKS = {
    Mark.TECHNICAL: "technical failure",
    Mark.VOLITIONAL: "volitional failure",
    Mark.MOMENTARY: "momentary failure",
    Mark.SLIPPED: "form slipped",
    Mark.BROKE: "form broke",
}


def manner_of(
    exercise: Exercise, shown: LoggedSet, unit: Unit, scale: EffortScale
) -> Manner:
    """How what is typed on a row is meant: by the lift, and by what the row shows."""
    return Manner(_bare(exercise, shown), scale, unit)


def _bare(exercise: Exercise, shown: LoggedSet) -> Bare:
    if exercise.load is LoadKind.DURATION:
        return Bare.SECONDS
    if exercise.load is LoadKind.DISTANCE and shown.metres is not None:
        return Bare.METRES
    if shown.reps is None and shown.seconds is not None:
        return Bare.SECONDS
    if shown.reps is None and shown.metres is not None:
        return Bare.METRES
    if exercise.load is LoadKind.DISTANCE and shown.reps is None:
        return Bare.TIME_OR_DISTANCE
    if shown.load is None and needs_load(exercise):
        return Bare.LOAD_OR_REPS
    return Bare.REPS


def needs_load(exercise: Exercise) -> bool:
    """Whether a set of the exercise says nothing without its load; a band has none."""
    return exercise.load is LoadKind.WEIGHT and exercise.equipment != "band"


def apply(
    typed: Typed,
    shown: LoggedSet,
    unit: Unit,
    previous: LoggedSet | None,
    load_kind: LoadKind,
) -> tuple[LoggedSet, ...]:
    """The sets to log, without id and times: as many as were typed, all alike.

    ``unit`` is that of loads without one; ``=`` repeats ``previous`` without its
    effort. EntryError where there is nothing to repeat, keep or change.
    """
    if typed.again:
        if previous is None:
            raise EntryError("There is no set above to repeat; type one, as in 82.5x8.")
        shown = replace(previous, extra_reps=None)
    values = LoggedSet(
        id="",
        kind=typed.kind or shown.kind,
        load=new_load(typed.load, shown, unit, load_kind),
        note=typed.note,
    )
    return (_ended(_measured(values, typed, shown), typed),) * typed.sets


def is_measured(source: Typed | LoggedSet) -> bool:
    """Whether reps, a time or a distance are said."""
    return (source.reps, source.seconds, source.metres) != (None, None, None)


def new_load(
    typed: TypedLoad | None, shown: LoggedSet, unit: Unit, load_kind: LoadKind
) -> Load | None:
    """The load meant by what was typed, a change of the one shown; EntryError if none.

    Where body mass is part of the load a change may start from none.
    """
    if typed is None:
        return shown.load
    if typed.body:
        return _on_body(typed, unit, load_kind)
    entered = Load(typed.value, typed.unit or unit)
    if not typed.relative:
        _check_zero(typed, shown, load_kind)
        return entered
    base = shown.load
    if base is None and load_kind.on_body:
        base = Load(0, unit)
    if base is None:
        raise EntryError("No load is shown to change; type it, as in 82.5x8.")
    result = round(base.to(unit).value + entered.to(unit).value, 2)
    if not 0 <= result <= MOST_LOAD:
        raise EntryError(
            f"That would make {number(result)} {unit};"
            f" type a load from 0 to {MOST_LOAD:.0f}, as in 82.5x8."
        )
    return Load(result, unit)


def _on_body(typed: TypedLoad, unit: Unit, load_kind: LoadKind) -> Load | None:
    """The load of ``bw``, ``bw+10`` and ``bw-20``; None where no load is counted."""
    if not typed.value:
        counted = load_kind is LoadKind.WEIGHT or load_kind.on_body
        return Load(0, unit) if counted else None
    change = number(abs(typed.value))
    if typed.value < 0 and load_kind is not LoadKind.ASSISTED:
        raise EntryError(f"bw-{change} is for lifts with assistance; type the load.")
    if load_kind is LoadKind.WEIGHT or (
        typed.value > 0 and load_kind is LoadKind.ASSISTED
    ):
        raise EntryError(f"The body is no load here; type {change}x8 for {change}.")
    return Load(abs(typed.value), typed.unit or unit)


def _check_zero(typed: TypedLoad, shown: LoggedSet, load_kind: LoadKind) -> None:
    """0x12 is mostly the tail of 20x12, whose head answered "reps left?"."""
    if typed.value or typed.unit or load_kind is not LoadKind.WEIGHT:
        return
    if shown.load is None or shown.load.value:
        raise EntryError("No load here must be meant: type 0kgx8, or the load again.")


def _measured(values: LoggedSet, typed: Typed, shown: LoggedSet) -> LoggedSet:
    """The set with its reps, time or distance; those shown where none is typed."""
    source: Typed | LoggedSet = typed
    if not is_measured(typed):
        source = shown
    if not is_measured(source):
        example = "82.5" if values.load is None else number(values.load.value)
        raise EntryError(
            f"How many reps? No reps are shown to keep; type them, as in {example}x8."
        )
    return replace(
        values,
        reps=source.reps,
        extra_reps=source.extra_reps,
        seconds=source.seconds,
        metres=source.metres,
        sides=source.sides,
    )


def _ended(values: LoggedSet, typed: Typed) -> LoggedSet:
    """The set with its effort, which says of reps with broken form too.

    Without a mark or rating all of it stays unknown.
    """
    if values.reps is None and (typed.left, typed.rpe) != (None, None):
        raise EntryError(ONLY_REPS)
    effort = effort_of(typed, values.reps)
    if effort:
        values = replace(values, extra_reps=typed.extra_reps)
    return replace(values, **effort)


def effort_of(typed: Typed, reps: int | None) -> dict[str, Any]:
    """The fields of a set of so many reps that say how it ended, where it is typed."""
    if typed.mark is not None and typed.mark is not Mark.SLIPPED:
        end = _ENDS[typed.mark]
        if end is End.MOMENTARY and reps == 0:
            end = End.MISSED
        form = Form.BROKE if typed.mark is Mark.BROKE else Form.INTACT
        return {"left": 0.0, "end": end, "form": form}
    form = Form.INTACT if typed.mark is None else Form.SLIPPED
    if typed.left is None and typed.rpe is None:
        return {} if typed.mark is None else {"form": form}
    left = typed.left if typed.rpe is None else left_of_rpe(typed.rpe)
    return {"left": left, "rpe": typed.rpe, "end": End.STOPPED, "form": form}


def mark_of(done: LoggedSet) -> Mark | None:
    """How a set ended as it is typed after ``@``; None where that is a rating."""
    if done.form is Form.BROKE:
        return Mark.BROKE
    mark = Mark.SLIPPED if done.form is Form.SLIPPED else None
    return _OF_END.get(done.end, mark) if done.end else mark


def echo(typed: Typed, shown: LoggedSet, manner: Manner, load_kind: LoadKind) -> str:
    """The line in words, ``80 kg x 8, 2 left, 3 sets``; EntryError as ``new_load``."""
    parts = [_work(typed, shown, manner.unit, load_kind), *_effort(typed, manner.scale)]
    if typed.kind in (Kind.WARMUP, Kind.DROP):
        parts.append(KIND_WORDS[typed.kind])
    if typed.sets > 1:
        parts.append(f"{typed.sets} sets")
    return ", ".join(parts)


def _work(typed: Typed, shown: LoggedSet, unit: Unit, load_kind: LoadKind) -> str:
    if typed.again:
        return "the set above again"
    load = new_load(typed.load, shown, unit, load_kind)
    done = _measure(typed) or _measure(shown)
    if load is not None:
        return f"{_loaded(load, load_kind)} x {done or '?'}"
    if not done.isdigit():
        return done
    return "1 rep" if done == "1" else f"{done} reps"


def _loaded(load: Load, load_kind: LoadKind) -> str:
    if not load.value and load_kind is not LoadKind.WEIGHT:
        return "body weight"
    if load_kind is LoadKind.BODYWEIGHT_PLUS:
        return f"+{load}"
    if load_kind is LoadKind.ASSISTED:
        return f"{load} of assistance"
    return str(load)


def _measure(source: Typed | LoggedSet) -> str:
    if source.seconds is not None:
        return duration_words(source.seconds)
    if source.metres is not None:
        return distance_words(source.metres)
    if source.sides is not None:
        return f"{source.reps} ({source.sides})"
    return "" if source.reps is None else str(source.reps)


def _effort(typed: Typed, scale: EffortScale) -> list[str]:
    said = []
    if typed.extra_reps:
        said.append(f"{typed.extra_reps} more with broken form")
    elif typed.mark is Mark.MOMENTARY and typed.reps == 0:
        said.append("missed")
    elif typed.mark is not None:
        said.append(_MARKS[typed.mark])
    if typed.rpe is not None:
        said.append(f"RPE {number(typed.rpe)}")
    left = left_of_rpe(typed.rpe) if typed.left is None else typed.left
    if left is not None:
        said.append(_left(left, typed, scale))
    return said


def _left(left: float, typed: Typed, scale: EffortScale) -> str:
    """The reps left, with a question to somebody who may have typed an RPE."""
    words = number(left)
    if left < MANY_LEFT or typed.rpe is not None or scale is EffortScale.RPE:
        return f"{words} left"
    return f"{words} left? for RPE {words} type @rpe{words}"
