"""The log as text in Befit's own grammar: for git, for notes, for e-mail; both ways.

    unit: kg

    2026-11-26 Push A
    Bench Press (Barbell): 80x8@2 80x7@1 # elbow fine
    Plank: 60s

A set is written as it is typed; a note behind ``#`` belongs to the set before it. What
a line has no place for (times of sets, supersets, targets) is left out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from io import StringIO
from itertools import islice, pairwise

from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.typed import Mark, Typed, TypedLoad, format_typed
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.transfer.records import Rows
from befit_tui.transfer.rows import Format, Row, RowError

TEXT: Format[str] = Format("text", "a text log", lambda _: None)

_UNIT = re.compile(r"unit:\s*(kg|lb)s?", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:#+\s*)?(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2})(?:-(\d{1,2}:\d{2}))?)?"
    r"(?:\s+(?P<name>.*))?"
)
_SAMPLE = 40
_NOON = time(12)
_MARKS = {
    End.TECHNICAL: Mark.TECHNICAL,
    End.VOLITIONAL: Mark.VOLITIONAL,
    End.MOMENTARY: Mark.MOMENTARY,
    End.MISSED: Mark.MOMENTARY,
}
_ENDS = {
    Mark.TECHNICAL: End.TECHNICAL,
    Mark.VOLITIONAL: End.VOLITIONAL,
    Mark.MOMENTARY: End.MOMENTARY,
    Mark.BROKE: End.TECHNICAL,
}
_FORMS = {Mark.SLIPPED: Form.SLIPPED, Mark.BROKE: Form.BROKE}


def to_text(
    workouts: Iterable[Workout], name_of: Callable[[str], str], unit: Unit
) -> str:
    """The log as text; loads in another unit than ``unit`` name theirs."""
    found = sorted(workouts, key=lambda one: (one.started_at, one.id))
    days = Counter((one.started_at.date(), one.name) for one in found)
    parts = [f"unit: {unit}"]
    for workout in found:
        alone = days[workout.started_at.date(), workout.name] == 1
        parts.append("\n".join(_workout_lines(workout, name_of, unit, alone=alone)))
    return "\n\n".join(parts) + "\n"


def _workout_lines(
    workout: Workout, name_of: Callable[[str], str], unit: Unit, *, alone: bool
) -> Iterator[str]:
    when = f"{workout.started_at:%Y-%m-%d}"
    if not alone:
        when += f" {workout.started_at:%H:%M}"
    yield f"{when} {_one_line(workout.name)}".rstrip()
    if workout.note:
        yield f"# {_one_line(workout.note)}"
    for entry in workout.entries:
        sets: list[str] = []
        for done in entry.sets:
            sets.append(format_typed(_typed(done, unit)))
            if done.note:
                # A note runs to the end of its line, so the next set starts another.
                yield f"{_one_line(name_of(entry.exercise))}: {' '.join(sets)}"
                sets = []
        if sets:
            yield f"{_one_line(name_of(entry.exercise))}: {' '.join(sets)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _typed(done: LoggedSet, unit: Unit) -> Typed:
    load = done.load if done.load and (done.load.value or done.reps is None) else None
    mark = _MARKS.get(done.end) if done.end else None
    if done.form is Form.BROKE:
        mark = Mark.BROKE
    elif mark is None and done.form is Form.SLIPPED:
        mark = Mark.SLIPPED
    rated = mark in (None, Mark.SLIPPED)
    return Typed(
        load=None if load is None else TypedLoad(load.value, _named(load, unit)),
        reps=done.reps,
        extra_reps=done.extra_reps,
        seconds=done.seconds,
        metres=done.metres if done.seconds is None else None,
        left=done.left if rated and done.rpe is None else None,
        rpe=done.rpe if rated else None,
        mark=mark,
        kind=done.kind,
        note=_one_line(done.note),
        sides=done.sides,
    )


def _named(load: Load, unit: Unit) -> Unit | None:
    return None if load.unit is unit else load.unit


@dataclass(slots=True)
class _Reading:
    """A text while it is read, line by line."""

    unit: Unit | None
    rows: Rows = field(default_factory=Rows)
    started: datetime | None = None
    ended: datetime | None = None
    name: str = ""
    note: str = ""


def is_text_log(text: str) -> bool:
    """Whether a text begins with a day, and a line of sets follows it."""
    sample = islice(StringIO(text), _SAMPLE)
    lines = [line.strip() for line in sample if line.strip()]
    telling = [one for one in lines if not one.startswith("#") or _started(one)]
    return any(
        _started(head) is not None and _sets_in(below) is not None
        for head, below in pairwise(telling)
    )


def read_text(text: str, unit: Unit | None) -> Rows:
    """The rows of a text log; a set is a row."""
    reading = _Reading(unit)
    for number, line in enumerate(text.splitlines(), 1):
        _read_line(reading, number, line.strip())
    return reading.rows


def _read_line(reading: _Reading, number: int, line: str) -> None:
    if not line:
        return
    if found := _UNIT.fullmatch(line):
        reading.unit = Unit(found[1].casefold())
    elif started := _started(line):
        head = _HEAD.fullmatch(line)
        reading.started, reading.note = started, ""
        reading.ended = _end(started, head[3] if head else None)
        reading.name = (head["name"] or "").strip() if head else ""
    elif line.startswith("#"):
        reading.note = "\n".join(filter(None, (reading.note, line.lstrip("# "))))
    else:
        _read_sets(reading, number, line)


def _started(line: str) -> datetime | None:
    found = _HEAD.fullmatch(line)
    if found is None:
        return None
    try:
        day = datetime.fromisoformat(found[1])
        clock = time.fromisoformat(found[2].zfill(5)) if found[2] else _NOON
    except ValueError:
        return None
    return datetime.combine(day, clock)


def _end(started: datetime, clock: str | None) -> datetime | None:
    if clock is None:
        return None
    ended = datetime.combine(started, time.fromisoformat(clock.zfill(5)))
    return ended if ended >= started else ended + timedelta(days=1)


def _sets_in(line: str) -> tuple[str, list[Typed]] | None:
    """The exercise of a line and its sets, or None where there are none."""
    line = line.removeprefix("- ").removeprefix("* ")
    at = line.find(":")
    while at > 0:
        typed = _typed_sets(line[at + 1 :])
        if typed is not None:
            return line[:at].strip(), typed
        at = line.find(":", at + 1)
    return None


def _typed_sets(text: str) -> list[Typed] | None:
    words, sign, note = text.partition(" #")
    try:
        found = [parse(word) for word in words.split()]
    except EntryError:
        return None
    if not found or any(one.again for one in found):
        return None
    if sign:
        found[-1] = replace(found[-1], note=note.strip())
    return found


def _read_sets(reading: _Reading, number: int, line: str) -> None:
    found = _sets_in(line)
    if found is None or reading.started is None:
        why = "it is no line of sets such as Bench Press: 80x8@2"
        if found is not None:
            why = "no day such as 2026-11-26 stands before it"
        reading.rows.errors.append(RowError(number, why))
        return
    exercise, sets = found
    for typed in sets:
        row = _row(reading, number, exercise, typed)
        reading.rows.read.extend([row] * typed.sets)


def _row(reading: _Reading, line: int, exercise: str, typed: Typed) -> Row:
    assert reading.started is not None
    load = typed.load
    mark = typed.mark
    end = _ENDS.get(mark) if mark else None
    rated = typed.left is not None or typed.rpe is not None
    form = _FORMS.get(mark) if mark else None
    if form is None and (rated or end is not None):
        form = Form.INTACT
    left = typed.left if typed.rpe is None else left_of_rpe(typed.rpe)
    return Row(
        line=line,
        started_at=reading.started,
        ended_at=reading.ended,
        workout=reading.name,
        workout_note=reading.note,
        exercise=exercise,
        load=abs(load.value) or None if load else None,
        unit=(load.unit or reading.unit) if load else None,
        reps=typed.reps,
        extra_reps=typed.extra_reps,
        seconds=typed.seconds,
        metres=typed.metres,
        left=0.0 if end is not None else left,
        rpe=typed.rpe,
        end=end or (End.STOPPED if rated else None),
        form=form,
        note=typed.note,
        sides=typed.sides,
        kind=typed.kind or Kind.WORK,
    )
