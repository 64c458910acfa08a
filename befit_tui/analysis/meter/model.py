"""The meter itself: learn a lift from its sessions, forecast a set of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil, floor, log
from statistics import median

from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.meter.evidence import Evidence, evidence
from befit_tui.analysis.meter.lifter import Lifter
from befit_tui.analysis.meter.memory import Memory, expect, recall, remember
from befit_tui.analysis.meter.reading import Forecast
from befit_tui.analysis.meter.similarity import Point, point
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.workout import LoggedSet

REMEMBERED, UNRATED, UNRATED_OF = 52, 16, 60
"""Sets of the lift that are remembered, and how many of them may be unrated ones, from
so many latest sets. More of them do not forecast better."""
LOOK_BACK = 400
"""How many sets back rated ones are looked for."""
REST_SESSIONS = 10
"""Latest sessions of the lift that show the usual rest."""
MOST_REPS = 30.0
"""No forecast goes beyond."""
LEAST_HALF_BAND = 0.5
"""Reps to either side of a forecast that a band has at least."""
EPLEY = 30.0
"""Epley 1985: load for one rep = load (1 + reps / 30)."""
BETTER_DAY = 1.1
"""What the best set of late may be beaten by: twice the retest CV of a 1RM, 4.2%, and
a little (Grgic 2020)."""
EASY_SHARE = 0.75
"""An unrated set whose 1RM is below this share of the session's best was not near
failure, and says nothing (product constant)."""
DAY_S = 86400.0


@dataclass(frozen=True, slots=True)
class LiftModel:
    """What the meter knows of one lift; a value, so it can be kept and shared.

    Days and loads are measured from ``since`` and ``kg``, those of the last session.
    ``best_kg`` is the best estimated 1RM in memory, ``rest_s`` the usual rest.
    ``loaded`` is False when no set of the lift had a load: then only reps count.
    """

    exercise: Exercise
    lifter: Lifter
    body_kg: float | None
    memory: Memory
    loaded: bool
    rest_s: float
    kg: float
    best_kg: float
    sessions: int
    since: datetime | None

    @property
    def usual(self) -> float:
        """Reps plus reps left that one expects before any set of the lift is asked."""
        return self.lifter.usual_of(self.exercise.pattern)


Dated = tuple[int, datetime, Evidence]
"""A set as evidence, with the number of its session and when that began."""


def learn_sessions(
    past: Sequence[Session], exercise: Exercise, lifter: Lifter, mass: float | None
) -> LiftModel:
    """Learn a lift from its sessions, oldest first; ``mass`` is body mass in kg now."""
    rest_s = _usual_rest(past, exercise)
    found = _lately(_backwards(past, exercise, lifter, (mass, rest_s)))
    loaded = any(what.kg is not None for *_, what in found)
    sets = [each for each in found if not loaded or each[-1].kg is not None]
    blank = LiftModel(
        exercise=exercise,
        lifter=lifter,
        body_kg=mass,
        memory=Memory(),
        loaded=loaded,
        rest_s=rest_s,
        kg=(sets[-1][-1].kg if sets else None) or 1.0,
        best_kg=max((_one_rm(what, lifter) for *_, what in sets), default=0.0),
        sessions=len(past),
        since=past[-1].workout.started_at if past else None,
    )
    return replace(blank, memory=recall(list(_placed(blank, sets))))


def forecast(
    model: LiftModel,
    load_kg: float | None,
    *,
    at: datetime,
    today: Sequence[LoggedSet] = (),
    rest_s: float | None = None,
) -> Forecast:
    """Forecast a set as ``read`` does, also where a reading would not be honest."""
    load = None if load_kg is None else Load(load_kg, Unit.KG)
    asked = LoggedSet(id="", load=load, reps=0, left=0, rest_s=rest_s)
    *done, last = evidence((*today, asked), model.exercise, model.body_kg, model.rest_s)
    sets = [*_telling(done, model.lifter), last]
    *before, (here, _) = _placed(model, [(model.sessions, at, each) for each in sets])
    memory = model.memory
    for place, reps in before:
        memory = remember(memory, place, reps)
    mean, spread = expect(memory, here)
    plain = model.usual + mean
    corrected = plain + model.lifter.correction(here.place)
    centre = min(max(0.0, corrected), _ceiling(model, sets), MOST_REPS)
    return _counted(centre, spread, plain, model.lifter)


def _ceiling(model: LiftModel, sets: Sequence[Evidence]) -> float:
    """Reps that even the best sets of late do not promise at the load of the last.

    Habit says little of loads far above the usual ones; there Epley's curve holds,
    with room for a better day.
    """
    *before, asked = sets
    best = max([model.best_kg, *(_one_rm(done, model.lifter) for done in before)])
    if not best or asked.kg is None:
        return MOST_REPS
    return max(0.0, EPLEY * (best * BETTER_DAY / asked.kg - 1))


def _counted(centre: float, spread: float, plain: float, lifter: Lifter) -> Forecast:
    """The forecast in the steps this lifter counts in.

    The middle of a count is a count; nor does a band hold more counts for the fractions
    at its ends.
    """
    step, half = lifter.grain, spread * lifter.stretch
    reps = round(centre / step) * step
    low = min(ceil((centre - half) / step) * step, reps - LEAST_HALF_BAND)
    high = max(floor((centre + half) / step) * step, reps + LEAST_HALF_BAND)
    return Forecast(reps, max(0.0, low), high, centre, spread, plain)


def _one_rm(done: Evidence, lifter: Lifter) -> float:
    return (done.kg or 0.0) * (1 + _total(done, lifter) / EPLEY)


def _total(done: Evidence, lifter: Lifter) -> float:
    """Reps plus reps left, the lifter's usual number where it was not reported."""
    return done.reps + (lifter.unrated.value if done.left is None else done.left)


def _usual_rest(past: Sequence[Session], exercise: Exercise) -> float:
    """The rest this lifter takes before sets of the lift, else the catalogue's."""
    lately = past[-REST_SESSIONS:]
    known = [done.rest_s for each in lately for done in each.working if done.rest_s]
    return median(known) if known else exercise.default_rest_s


def _lately(sets: Iterable[Dated]) -> list[Dated]:
    """The sets to remember, oldest first: the latest rated ones and a few others."""
    kept: list[Dated] = []
    unrated = 0
    for seen, each in enumerate(sets):
        if len(kept) == REMEMBERED or seen == LOOK_BACK:
            break
        if each[-1].left is None:
            if seen >= UNRATED_OF or unrated == UNRATED:
                continue
            unrated += 1
        kept.append(each)
    return kept[::-1]


def _telling(sets: Sequence[Evidence], lifter: Lifter) -> Sequence[Evidence]:
    """The sets of a session without unrated ones that were plainly easy: a ramp up."""
    best = max((_one_rm(each, lifter) for each in sets), default=0.0)
    return [
        each
        for each in sets
        if each.left is not None or _one_rm(each, lifter) >= EASY_SHARE * best
    ]


def _backwards(
    past: Sequence[Session],
    exercise: Exercise,
    lifter: Lifter,
    now: tuple[float | None, float],
) -> Iterator[Dated]:
    """Every telling set of the lift, latest first; ``now``: body mass, usual rest."""
    mass, rest_s = now
    for number in reversed(range(len(past))):
        session = past[number]
        body = None if mass is None else session.body_kg or mass
        found = tuple(evidence(session.working, exercise, body, rest_s))
        for what in reversed(_telling(found, lifter)):
            yield number, session.workout.started_at, what


def _placed(model: LiftModel, sets: Iterable[Dated]) -> Iterator[tuple[Point, float]]:
    """Each set as a point, with how far its reps were above the usual."""
    usual = model.usual
    for session, at, what in sets:
        days = (at - model.since).total_seconds() / DAY_S if model.since else 0.0
        place = point(
            (session, what.place),
            days,
            (_ln(model, what.first_kg), _ln(model, what.kg)),
            what.weariness,
            rated=what.left is not None,
        )
        yield place, _total(what, model.lifter) - usual


def _ln(model: LiftModel, kg: float | None) -> float:
    """The natural logarithm of a load, from the origin; 0 where loads do not count."""
    return log(kg / model.kg) if kg and model.loaded else 0.0
