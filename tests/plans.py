"""A lift before its next session, made from a few sets, with a meter of one formula."""

from datetime import date, timedelta
from typing import Any

from builders import MONDAY, entry, workout

from befit_tui.analysis.lift.sessions import Session, sessions, weigh_ins
from befit_tui.analysis.lift.verdict import Measure, Trend, Verdict, WeekKind
from befit_tui.analysis.planning.caution import Caution, break_before
from befit_tui.analysis.planning.lift import Lift
from befit_tui.analysis.planning.meter_check import Plan
from befit_tui.analysis.planning.progress import way_of
from befit_tui.analysis.planning.proposal import propose
from befit_tui.analysis.planning.rack import rack_of
from befit_tui.analysis.planning.results import own_range
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet, Range, SetTarget

TODAY = MONDAY.date() + timedelta(days=28)


def past(
    exercise: Exercise, *days: list[LoggedSet], **fields: Any
) -> tuple[Session, ...]:
    """Sessions three days apart, the last one three days ago."""
    first = 25 - 3 * (len(days) - 1)
    history = History(
        workout(entry(exercise.id, *sets), day=first + 3 * place, **fields)
        for place, sets in enumerate(days)
    )
    found = history.exposures(exercise.id)
    return tuple(sessions(found, exercise, weigh_ins(history)))


def verdict(trend: Trend = Trend.HOLDING, **fields: Any) -> Verdict:
    """A verdict on some lift."""
    known = {"exercise": "x", "measure": Measure.E1RM, "week": WeekKind.NORMAL}
    return Verdict(verdict=trend, basis="", **(known | fields))


def epley(one_rm: float, tired: float = 0.0):
    """A meter that goes by Epley's formula, ``tired`` reps less for each set done."""

    def most(load, sets):
        if load is None or load.kg <= 0:
            return None
        return max(0.0, 30 * (one_rm / load.kg - 1) - tired * len(sets))

    return most


def plan(
    exercise: Exercise,
    *days: list[LoggedSet],
    left: Range = (1, 3),
    **fields: Any,
) -> Plan:
    """What is proposed after some sessions; without ``one_rm`` no meter can say."""
    aim = fields.get("reps")
    return propose(rows_of(days[-1], left, aim=aim), lift_of(exercise, *days, **fields))


def lift_of(
    exercise: Exercise,
    *days: list[LoggedSet],
    reps: Range | None = None,
    one_rm: float | None = None,
    day_form: bool = False,
    today: date = TODAY,
    unit: Unit = Unit.KG,
    held: str = "",
    **fields: Any,
) -> Lift:
    """The lift after some sessions; ``day_form``: the sets of a day tell of it."""
    known = past(exercise, *days, bodyweight=fields.pop("body", None))
    loads = [one.load for each in known for one in each.working if one.load]
    aim = reps or own_range(known, exercise.default_reps or (1, 1))
    meter = epley(one_rm) if one_rm else lambda load, sets: None
    if one_rm and day_form:
        meter = formed(one_rm)
    made = {
        "exercise": exercise,
        "past": known,
        "verdict": verdict(),
        "rack": rack_of(exercise, loads, unit),
        "reps": aim,
        "usual": reps or exercise.default_reps or (1, 1),
        "most": meter,
        "day": today,
        "caution": Caution(held),
        "way": way_of(exercise, known, (), aim)[0],
        "back": break_before([one.workout.started_at.date() for one in known], today),
    }
    return Lift(**(made | {key: one for key, one in fields.items() if one is not None}))


def rows_of(
    last: list[LoggedSet], left: Range, *, aim: Range | None = None, told: bool = False
) -> list[PlannedSet]:
    """The rows of a plan that repeats these sets."""
    return [
        PlannedSet(
            number=place,
            kind=Kind.WORK,
            load=one.load,
            reps=one.reps,
            last=one,
            seconds=one.seconds,
            target=SetTarget(reps=aim),
            zone=TargetZone(*left),
            told=told,
        )
        for place, one in enumerate(last, 1)
    ]


def formed(one_rm: float):
    """A meter that goes by the last rated set of the day, else by Epley's formula."""

    def most(load, sets):
        rated = [one for one in sets if one.left is not None and one.load is not None]
        if not rated or load is None:
            return epley(one_rm)(load, sets)
        last = rated[-1]
        return epley(last.load.kg * (1 + (last.reps + last.left) / 30))(load, ())

    return most


def shown(found: Plan) -> list[tuple[float | None, int | None]]:
    """Load and reps of each set."""
    return [(row.load.value if row.load else None, row.reps) for row in found.rows]
