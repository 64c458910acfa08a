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
from datetime import datetime, timedelta
from io import StringIO
from itertools import islice, pairwise
from typing import Any

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_line import parse
from befit_tui.domain.grammar.entry_sets import effort_of, mark_of
from befit_tui.domain.grammar.typed import Mark, Typed, TypedLoad, format_typed
from befit_tui.domain.history import in_order
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
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


def to_text(
    workouts: Iterable[Workout], name_of: Callable[[str], str], unit: Unit
) -> str:
    """The log as text; loads in another unit than ``unit`` name theirs."""
    found = in_order(workouts)
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
        name, sets = _one_line(name_of(entry.exercise)), []
        for done in entry.sets:
            sets.append(format_typed(_typed(done, unit)))
            # A note runs to the end of its line, so the next set starts another.
            if done.note or done is entry.sets[-1]:
                yield f"{name}: {' '.join(sets)}"
                sets = []


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _typed(done: LoggedSet, unit: Unit) -> Typed:
    load = None
    if done.load and (done.load.value or done.reps is None):
        named = None if done.load.unit is unit else done.load.unit
        load = TypedLoad(done.load.value, named)
    mark = mark_of(done)
    rated = mark in (None, Mark.SLIPPED)
    return Typed(
        load=load,
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


def is_text_log(text: str) -> bool:
    """Whether a text begins with a day, and a line of sets follows it."""
    sample = islice(StringIO(text), _SAMPLE)
    lines = [line.strip() for line in sample if line.strip()]
    telling = [one for one in lines if not one.startswith("#") or _day(one)]
    return any(_day(head) and _sets_in(below) for head, below in pairwise(telling))


def read_text(text: str, unit: Unit | None) -> Rows:
    """The rows of a text log; a set is a row."""
    rows = Rows()
    day: dict[str, Any] = {}
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if found := _UNIT.fullmatch(line):
            unit = Unit(found[1].casefold())
        elif begun := _day(line):
            day = begun
        elif line.startswith("#"):
            notes = (day.get("workout_note"), line.lstrip("# "))
            day["workout_note"] = "\n".join(filter(None, notes))
        elif line and (sets := _sets_in(line)) and "started_at" in day:
            exercise, typed = sets
            for one in typed:
                row = Row(line=number, exercise=exercise, **day, **_values(one, unit))
                rows.read.extend([row] * one.sets)
        elif line:
            no_day = "no day such as 2026-11-26 stands before it"
            no_sets = "it is no line of sets such as Bench Press: 80x8@2"
            rows.errors.append(RowError(number, no_day if sets else no_sets))
    return rows


def _day(line: str) -> dict[str, Any] | None:
    """What the head of a workout says of all of its rows; None for another line."""
    found = _HEAD.fullmatch(line)
    if found is None:
        return None
    day, start, end = found[1], found[2] or "12:00", found[3]
    try:
        started = datetime.fromisoformat(f"{day} {start:0>5}")
        ended = datetime.fromisoformat(f"{day} {end:0>5}") if end else None
    except ValueError:
        return None
    if ended and ended < started:
        ended += timedelta(days=1)
    name = (found["name"] or "").strip()
    return {"started_at": started, "ended_at": ended, "workout": name}


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


def _values(typed: Typed, unit: Unit | None) -> dict[str, Any]:
    """What a typed set says of its row; ``unit`` is that of loads that name none."""
    load = typed.load
    return {
        "load": abs(load.value) or None if load else None,
        "unit": (load.unit or unit) if load else None,
        "reps": typed.reps,
        "extra_reps": typed.extra_reps,
        "seconds": typed.seconds,
        "metres": typed.metres,
        "note": typed.note,
        "sides": typed.sides,
        "kind": typed.kind or Kind.WORK,
        **effort_of(typed, typed.reps),
    }
