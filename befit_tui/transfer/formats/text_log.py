"""The log as text in Befit's own grammar: for git, for notes, for e-mail; both ways.

    unit: kg

    2026-11-26 18:02-19:04 Push A ~6
    # slept well
    Bench Press (Barbell): # elbows in
    Bench Press (Barbell): 80x8@2 80x7@1 # elbow fine
    Plank: 60s

A set is written as it is typed; a note behind ``#`` belongs to the set before it, in a
line without sets to the exercise, alone to the workout. Behind ``~`` stands how often
the workout was changed (``rev``), by which an import tells what somebody wrote into the
file from what was changed here since. What a line has no place for (when each set was
done, rests, supersets, plans, check-ins, body weight) is left out; an import into the
same log leaves it as it stands there. As where it is typed, a rating says that the form
held, also of a set of which an app has told the rating alone; a question mark behind
the end of a set, ``80x8@v?``, that an app told that and neither reps left nor form.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
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
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.transfer.records import Rows
from befit_tui.transfer.rows import NOTE, Format, Row, RowError

TEXT: Format[str] = Format("text", "a text log", lambda _: None)

_UNIT = re.compile(r"unit:\s*(kg|lb)s?", re.IGNORECASE)
_TIME = r"(\d{1,2}:\d{2}(?::\d{2})?)"
_HEAD = re.compile(
    rf"(?:#+\s*)?(\d{{4}}-\d{{2}}-\d{{2}})(?:[ T]{_TIME}(?:-{_TIME})?)?"
    r"(?:\s+(?P<name>.*?))??(?:\s+~(?P<rev>\d{1,6}))?"
)
_NO_REP = re.compile(r"([^x]*x|)0([wd]?|@.*)")
_UNRATED = "?"
_SAMPLE = 40
_DAY = timedelta(days=1)


def to_text(
    workouts: Iterable[Workout], name_of: Callable[[str], str], unit: Unit
) -> str:
    """The log as text; loads in another unit than ``unit`` name theirs."""
    found = in_order(workouts)
    starts = Counter(_start(one) for one in found)
    parts = [f"unit: {unit}"]
    for workout in found:
        alone = starts[_start(workout)] == 1
        parts.append("\n".join(_workout_lines(workout, name_of, unit, alone=alone)))
    return "\n\n".join(parts) + "\n"


def _start(workout: Workout) -> str:
    return f"{workout.started_at:%Y-%m-%d %H:%M} {workout.name}"


def _workout_lines(
    workout: Workout, name_of: Callable[[str], str], unit: Unit, *, alone: bool
) -> Iterator[str]:
    started, ended = workout.started_at, workout.ended_at
    when = f"{started:%Y-%m-%d %H:%M}" if alone else f"{started:%Y-%m-%d %H:%M:%S}"
    if ended and ended - started < _DAY:
        when += f"-{ended.astimezone(started.tzinfo):%H:%M}"
    yield " ".join(filter(None, (when, _one_line(workout.name), f"~{workout.rev}")))
    for line in workout.note.splitlines():
        yield f"# {line}".rstrip()
    for entry in workout.entries:
        name, sets = _one_line(name_of(entry.exercise)), []
        if name.startswith(("#", "-", "*")) or _day(name):
            # Else it reads as a note, an item of a list, or the next workout.
            name = f"- {name}"
        for line in entry.note.splitlines():
            yield f"{name}: # {line}".rstrip()
        for done in entry.sets:
            sets.append(set_text(done, unit))
            # A note runs to the end of its line, so the next set starts another.
            if done.note or done is entry.sets[-1]:
                yield f"{name}: {' '.join(sets)}"
                sets = []


def _one_line(text: str) -> str:
    return " ".join(text.split())


def set_text(done: LoggedSet, unit: Unit) -> str:
    """A set as it is typed, ``80x8@2 # elbow fine``.

    An app may also say the distance of what was timed, ``1500s/5000m``, rate a set
    that failed, ``80x8@v@rpe8``, or not, ``80x8@v?``, and count no rep, ``80x0``.
    """
    typed = _typed(done, unit)
    parts = [format_typed(typed)]
    if done.seconds is not None and done.metres:
        parts.append("/" + format_typed(Typed(metres=done.metres)))
    if typed.mark not in (None, Mark.SLIPPED):
        left = done.left if done.rpe is None else None
        if left is None and done.rpe is None:
            parts.append(_UNRATED)
        elif left or done.rpe:
            parts.append(format_typed(Typed(left=left, rpe=done.rpe)))
    if note := _one_line(done.note):
        parts.append(f" # {note}")
    return "".join(parts)


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
    reader = _Reader(unit)
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line:
            reader.take(number, line)
    reader.end_workout()
    return reader.rows


class _TypedSet(Value, frozen=True):
    """A set as it is typed; ``unrated``: an app told how it ended, and no more."""

    typed: Typed
    unrated: bool


@dataclass(slots=True)
class _Reader:
    """Reads the lines of a text log into ``rows``; ``unit`` is of loads that name none.

    ``day`` is what the head of the workout says of all its rows, ``first`` the place of
    the first of them; ``notes`` are its own, ``noted`` those of the ``exercise``,
    each with its line, and ``order`` counts the sets of that.
    """

    unit: Unit | None
    rows: Rows = field(default_factory=Rows)
    bare_heads: bool = False
    day: dict[str, Any] = field(default_factory=dict)
    first: int = 0
    notes: list[str] = field(default_factory=list)
    exercise: str = ""
    noted: list[tuple[int, str]] = field(default_factory=list)
    order: int = 0

    def take(self, number: int, line: str) -> None:
        """Takes a line for what it is."""
        marked = line.startswith("#")
        if found := _UNIT.fullmatch(line):
            self.unit = Unit(found[1].casefold())
        elif (day := _day(line)) and not (marked and self.bare_heads):
            self.end_workout()
            self.day, self.bare_heads = day, not marked
        elif marked:
            self.notes.append(
                line[1:].strip() if self.bare_heads else line.lstrip("# ")
            )
        elif (parts := _sets_in(line)) and self.day:
            self._take_sets(number, *parts)
        else:
            no_day = "no day such as 2026-11-26 stands before it"
            no_sets = "it is no line of sets such as Bench Press: 80x8@2"
            self.rows.errors.append(RowError(number, no_day if parts else no_sets))

    def end_workout(self) -> None:
        """Gives the rows of the workout its note, which may stand anywhere in it."""
        self._turn_to("")
        for row in self.rows.read[self.first :]:
            row.workout_note = "\n".join(self.notes)
        self.first, self.notes = len(self.rows.read), []

    def _take_sets(
        self, number: int, exercise: str, sets: list[_TypedSet], note: str
    ) -> None:
        self._turn_to(exercise)
        if not sets:
            self.noted.append((number, note))
            return
        sets[-1] = replace(sets[-1], typed=replace(sets[-1].typed, note=note))
        for one in sets:
            self.order += 1
            row = Row(
                line=number,
                exercise=exercise,
                entry_note=self._note(),
                order=self.order if self.day["rev"] else None,
                **self.day,
                **_values(one, self.unit),
            )
            self.rows.read.extend([row] * one.typed.sets)
        if self.day["rev"] and not note:
            # Befit writes all sets of an entry in one line, but for notes.
            self.exercise = ""

    def _turn_to(self, exercise: str) -> None:
        if exercise == self.exercise:
            return
        if self.noted:
            line = self.noted[0][0]
            note = Row(
                line=line,
                exercise=self.exercise,
                entry_note=self._note(),
                skip=NOTE,
                **self.day,
            )
            self.rows.read.append(note)
        self.exercise, self.order = exercise, 0

    def _note(self) -> str:
        note = "\n".join(text for _, text in self.noted)
        self.noted.clear()
        return note


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
        ended += _DAY
    rev = int(found["rev"] or 0)
    name = (found["name"] or "").strip()
    return {"started_at": started, "ended_at": ended, "workout": name, "rev": rev}


def _sets_in(line: str) -> tuple[str, list[_TypedSet], str] | None:
    """The exercise of a line, its sets and the note behind them; None for another.

    A note without sets is one of the exercise.
    """
    line = line.removeprefix("- ").removeprefix("* ")
    at = line.find(":")
    while at > 0:
        words, sign, note = line[at + 1 :].partition(" #")
        typed = _typed_sets(words)
        # An exercise may be called A: #1.
        if typed or (sign and note[:1] in ("", " ") and not words.strip()):
            return line[:at].strip(), typed, note.strip()
        at = line.find(":", at + 1)
    return None


def _typed_sets(words: str) -> list[_TypedSet]:
    try:
        found = [
            _TypedSet(_typed_set(word.removesuffix(_UNRATED)), word.endswith(_UNRATED))
            for word in words.split()
        ]
    except EntryError:
        return []
    return [] if any(one.typed.again for one in found) else found


def _typed_set(word: str) -> Typed:
    """A set as it is typed, and what no row takes: see ``set_text``."""
    what, sign, more = word.partition("/")
    if sign and (far := parse(more)).metres:
        return replace(parse(what), metres=far.metres)
    what, sign, rated = word.rpartition("@")
    if "@" in what:
        rating = parse(f"1@{rated}")
        return replace(parse(what), left=rating.left, rpe=rating.rpe)
    if undone := _NO_REP.fullmatch(word):
        return replace(parse(f"{undone[1]}1{undone[2]}"), reps=0)
    return parse(word)


def _values(done: _TypedSet, unit: Unit | None) -> dict[str, Any]:
    """What a typed set says of its row; ``unit`` is that of loads that name none."""
    typed = done.typed
    load, ended = typed.load, effort_of(typed, typed.reps)
    if done.unrated:
        ended |= {"left": None}
        if typed.mark is not Mark.BROKE:
            ended |= {"form": None}
    elif typed.left is not None or typed.rpe is not None:
        # Also of a set that failed: an app may say both.
        ended |= {"left": typed.left, "rpe": typed.rpe}
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
        **ended,
    }
