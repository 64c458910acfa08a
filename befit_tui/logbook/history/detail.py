"""One workout of the past in full, as lines of text for a screen or a command."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.alerts.result import MOST_LINES
from befit_tui.analysis.lift.records import Record
from befit_tui.analysis.planning.programme import plan_words
from befit_tui.domain import signs
from befit_tui.domain.effort import reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, number
from befit_tui.domain.vocabulary import Form, Kind
from befit_tui.domain.wording import (
    amount_words,
    counted,
    day_words,
    duration_words,
    effort_words,
    length_words,
    load_words,
)
from befit_tui.domain.workout import CheckIn, Entry, LoggedSet, Workout
from befit_tui.logbook.history.workout_list import Notable, Past
from befit_tui.logbook.lines import ALERT_SIGNS, Line, Run

SCALES = ("sleep", "soreness", "fatigue", "stress", "mood")
"""The scales of a check-in, 1 worst to 5 best."""
LEFT = len("1.5 left")
"""Cells for the effort, so that records line up."""
MARKED_KINDS = {Kind.WARMUP: "warm-up", Kind.DROP: "drop"}


class Position(NamedTuple):
    """What a line is about: a set, an exercise (no set), the workout (neither)."""

    entry: int = -1
    set_id: str = ""


Page = tuple[tuple[Line, Position | None], ...]
"""Lines, each with what can be changed there; None where a line only adds words."""


def detail_lines(workout: Workout, past: Past, unit: Unit) -> tuple[Line, ...]:
    """A workout from its name to its alerts; loads are in ``unit``.

    Records and alerts are there once ``past`` has judged the workout. Text of the
    lifter is verbatim.
    """
    return tuple(line for line, _ in detail_page(workout, past, unit))


def detail_page(workout: Workout, past: Past, unit: Unit) -> Page:
    """The same lines, with what each is about."""
    notable = past.notable(workout)
    first, *others = _head(workout, past, notable)
    page: list[tuple[Line, Position | None]] = [(first, Position())]
    page += _words(others)
    for place, entry in enumerate(workout.entries):
        exercise = past.catalog.get(entry.exercise)
        records = notable.records if notable else {}
        page += [((), None), *_entry(place, entry, exercise, unit, records)]
    if workout.note:
        page += _words([(), (("note  ", "dim"), (workout.note, ""))])
    for alert in notable.alerts if notable else ():
        page += _words([(), *_alert(alert)])
    return tuple(page)


def _words(lines: Iterable[Line]) -> Iterator[tuple[Line, None]]:
    return ((line, None) for line in lines)


def plain(lines: tuple[Line, ...]) -> str:
    """The lines as plain text."""
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


def _head(workout: Workout, past: Past, notable: Notable | None) -> Iterator[Line]:
    day = day_words(workout.started_at)
    yield (workout.name or "Workout", "strong"), (f"  {day}", "dim")
    frame = [_hours(workout)]
    if workout.phase:
        frame.append(str(workout.phase))
    if workout.session_rpe is not None:
        frame.append(f"session effort {number(workout.session_rpe)}/10")
    yield ((" · ".join(frame), "dim"),)
    if said := _state(workout):
        yield ((said, "dim"),)
    efforts = past.efforts(workout)
    parts: list[Run] = [(counted(efforts.hard, "hard set"), "")]
    if efforts.rated:
        role = "bad" if efforts.failures else ""
        parts.append((f"{efforts.failures} to failure", role))
    else:
        parts.append(("no set rated", "dim"))
    if count := sum(map(len, notable.records.values())) if notable else 0:
        parts.append((f"{signs.RECORD} {counted(count, 'record')}", "warn"))
    yield tuple(_joined(parts))


def _joined(parts: list[Run]) -> Iterator[Run]:
    for place, part in enumerate(parts):
        if place:
            yield " · ", "dim"
        yield part


def _hours(workout: Workout) -> str:
    start = f"{workout.started_at:%H:%M}"
    if workout.ended_at is None or workout.ended_at <= workout.started_at:
        return start
    return f"{start}–{workout.ended_at:%H:%M} ({length_words(workout)})"


def _state(workout: Workout) -> str:
    """How the lifter came in, and where the workout came from."""
    parts = list(_checkin(workout.checkin)) if workout.checkin else []
    if workout.bodyweight is not None:
        parts.append(f"weighed {workout.bodyweight}")
    if workout.source is not None:
        parts.append(f"from {workout.source.app}")
    return " · ".join(parts)


def _checkin(checkin: CheckIn) -> Iterator[str]:
    if checkin.sleep_hours is not None:
        yield f"slept {number(checkin.sleep_hours)} h"
    scales = ((name, getattr(checkin, name)) for name in SCALES)
    if felt := [f"{name} {value}" for name, value in scales if value is not None]:
        yield f"of 5: {', '.join(felt)}"
    if checkin.eating_less:
        yield "eating less"
    for joint in checkin.joints:
        yield f"{joint.site} pain {joint.pain} of 10"
    if checkin.note:
        yield checkin.note


def _entry(
    place: int,
    entry: Entry,
    exercise: Exercise,
    unit: Unit,
    records: Mapping[str, tuple[Record, ...]],
) -> Iterator[tuple[Line, Position | None]]:
    superset = "" if entry.superset is None else f"  superset {entry.superset}"
    written = f"  written {entry.written}" if entry.written else ""
    planned = f"  {words}" if (words := plan_words(entry.target)) else ""
    title = tuple((said, "dim") for said in (planned, superset, written))
    yield ((exercise.name, "strong"), *title), Position(place)
    cells = [_cells(done, exercise, unit) for done in entry.sets]
    loads = max((len(load) for load, _ in cells), default=0)
    amounts = max((len(amount) for _, amount in cells), default=0)
    for done, (load, amount) in zip(entry.sets, cells, strict=True):
        times = " × " if load else "   " if loads else ""
        line = (
            (f"  {load.rjust(loads)}{times}", "dim"),
            (amount.ljust(amounts), "strong" if done.kind is Kind.WORK else "dim"),
            *_outcome(done, MARKED_KINDS.get(done.kind, "")),
            *(
                (f"  {signs.RECORD} {record.words(unit)}", "warn")
                for record in records.get(done.id, ())
            ),
        )
        yield line, Position(place, done.id)
        if done.note:
            yield (("    note  ", "dim"), (done.note, "")), None
    if entry.note:
        yield (("  note  ", "dim"), (entry.note, "")), None


def _cells(done: LoggedSet, exercise: Exercise, unit: Unit) -> tuple[str, str]:
    """A set in columns: its load with the unit, and the amount."""
    load = load_words(done.load, exercise, unit)
    if load == "–" or (done.reps is None and load in ("BW", "0")):
        load = ""
    elif load != "BW":
        load = f"{load} {exercise.unit or unit}"
    return load, amount_words(done)


def _outcome(done: LoggedSet, kind: str) -> Iterator[Run]:
    """What kind of set it was, its effort and form, and a time beside the reps."""
    if kind:
        yield f"  {kind.ljust(LEFT)}", "dim"
    if done.reps is not None and done.seconds is not None:
        yield f"  in {duration_words(done.seconds)}", "dim"
    words = effort_words(done)
    if reached_failure(done):
        yield f"  {words}", "bad"
    elif words:
        sound = done.form in (None, Form.INTACT)
        yield f"  {words.ljust(LEFT)}", "dim" if sound else "warn"


def _alert(alert: Alert) -> Iterator[Line]:
    sign, role = ALERT_SIGNS[alert.severity]
    yield ((f"{sign} {alert.severity}: {alert.title}", role),)
    yield ((f"  {alert.advice}", ""),)
    numbers = [one.words for one in alert.evidence[:MOST_LINES]]
    yield ((f"  {' · '.join(numbers)}", "dim"),)
