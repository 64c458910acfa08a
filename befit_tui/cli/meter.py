"""``befit meter``: how many reps a load allows now, and how many are left."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from befit_tui.analysis.meter.ask import Reading
from befit_tui.cli.open_log import Clock, asked_at, open_logbook
from befit_tui.cli.output import say, say_json
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_sets import needs_load
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.logbook.find_exercise import find_exercise
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.meter_cache import MeterCache


def run(args: Namespace, clock: Clock) -> None:
    """Ask the meter, now or as at the end of a day."""
    with open_logbook(args, clock, readonly=True) as logbook:
        unit = Unit(args.unit) if args.unit else logbook.unit
        load = None if args.load is None else Load(args.load, unit)
        exercise = find_exercise(logbook, " ".join(args.exercise))
        reading = _read(logbook, exercise, load, asked_at(args, logbook))
    if args.json:
        say_json(_document(exercise, load, unit, reading, args.reps))
    else:
        _show(exercise, load, reading, args.reps)


def _read(
    logbook: Logbook, exercise: Exercise, load: Load | None, at: datetime
) -> Reading:
    """The reading at a time; the open workout counts as this session if it goes on."""
    day, today = at.date(), logbook.as_of
    past = History(w for w in logbook.past() if w.day <= day)
    session = logbook.active
    if session is None or not session.day <= day <= today:
        session = Workout(id="", started_at=at)
    earlier = [
        done
        for entry in session.entries
        if entry.exercise == exercise.id
        for done in entry.sets
    ]
    asked = replace(session, started_at=at)
    return MeterCache(past, logbook.catalog).read(exercise.id, load, asked, earlier)


def _document(
    exercise: Exercise,
    load: Load | None,
    unit: Unit,
    reading: Reading,
    reps: float | None,
) -> dict[str, Any]:
    left = reading.left(reps) if reps is not None else None
    return {
        "exercise": exercise.id,
        "load": None if load is None else load.value,
        "unit": str(unit),
        "max_reps": reading.max_reps,
        "low": reading.low,
        "high": reading.high,
        "left": left and left.value,
        "left_low": left and left.low,
        "left_high": left and left.high,
        "basis": _basis(reading),
        "assessable": reading.assessable,
        "reason": reading.reason,
    }


def _show(
    exercise: Exercise, load: Load | None, reading: Reading, reps: float | None
) -> None:
    say(f"{exercise.name}{f', {load}' if load else ''}")
    if reading.max_reps is None or reading.low is None or reading.high is None:
        how = "; say it with --load" if load is None and needs_load(exercise) else ""
        say(f"  cannot say: {reading.reason}{how}")
        return
    band = f"{number(reading.low)}-{number(reading.high)}"
    say(f"  about {number(reading.max_reps)} reps to failure ({band})")
    left = reading.left(reps) if reps is not None else None
    if left is not None:
        say(f"  after {number(reps or 0)} reps {left.words}")
    say(f"  {_basis(reading)}")


def _basis(reading: Reading) -> str:
    """What the reading rests on, and what to ask about it."""
    return " · ".join(filter(None, (reading.basis, reading.question)))
