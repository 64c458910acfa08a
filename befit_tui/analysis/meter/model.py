"""The meter itself: learn a lift from its sessions, forecast a set of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil, floor, log

from befit_tui.analysis.meter.alike import Point, point
from befit_tui.analysis.meter.evidence import Evidence, evidence
from befit_tui.analysis.meter.lifter import Lifter
from befit_tui.analysis.meter.memory import Memory, expect, recall, remember
from befit_tui.analysis.meter.reading import Reading, basis_words
from befit_tui.analysis.sessions import Session, body_kg, sessions, weigh_ins
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import LoggedSet

RECENT_SETS = 30
"""Sets of the lift that are remembered: more do not forecast better."""
OLDER_RATED_SETS = 10
"""Rated sets from before those that are remembered as well."""
LOOK_BACK_SETS = 400
"""How many sets back they are looked for."""
MOST_REPS = 30.0
"""No forecast goes beyond."""
EPLEY = 30.0
"""Epley 1985: load for one rep = load (1 + reps / 30)."""
BETTER_DAY = 1.1
"""What a best set of late may be beaten by: twice the retest CV of a 1RM, 4.2%, and a
little (Grgic 2020)."""
LEAST_HALF_BAND = 0.5
"""Reps to either side of a forecast that a band has at least."""
KNOWN_SESSIONS, NEW_LIFT_HALF_BAND = 3, 3.0
"""Below so many sessions of a lift the band is at least so many reps to either side
(product constant)."""
DAY_S = 86400.0
_MEASURED_IN = {LoadKind.DURATION: "time", LoadKind.DISTANCE: "distance"}


@dataclass(frozen=True, slots=True)
class Done:
    """One set as evidence, with the number of its session and when that began."""

    session: int
    at: datetime
    what: Evidence


@dataclass(frozen=True, slots=True)
class LiftModel:
    """What the meter knows of one lift: made by ``learn``, asked by ``read``.

    Days and loads are measured from ``since`` and ``kg``, those of the last session.
    ``best_kg`` is the best estimated 1RM among them. ``loaded`` is False when no set of the lift had a load: then only reps count.
    """

    exercise: Exercise
    lifter: Lifter
    body_kg: float | None
    memory: Memory
    loaded: bool
    kg: float
    best_kg: float
    sessions: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """Reps plus reps left that a set will reach, and the ends of an 80% band.

    ``spread`` is the standard deviation before the band learned from its misses.
    """

    reps: float
    low: float
    high: float
    spread: float


def learn(
    history: History,
    exercise: Exercise,
    lifter: Lifter | None = None,
    *,
    at: datetime | None = None,
    body: Load | None = None,
) -> LiftModel:
    """Learn a lift from finished workouts.

    Args:
        history: the finished workouts.
        exercise: the lift.
        lifter: who lifts (``lifter_of``); None: nobody known yet.
        at: when the meter will be asked; None: at the last session. Only a body mass
            at most 60 days old then counts.
        body: body mass at that time, where it was weighed.
    """
    known = weigh_ins(history)
    past = tuple(sessions(history.exposures(exercise.id), exercise, known))
    when = at or (past[-1].workout.started_at if past else None)
    mass = body_kg(known, when) if when is not None else None
    mass = body.kg if body is not None else mass
    return learn_sessions(past, exercise, lifter or Lifter(), mass)


def learn_sessions(
    past: Sequence[Session], exercise: Exercise, lifter: Lifter, mass: float | None
) -> LiftModel:
    """Learn a lift from its sessions, oldest first; ``mass`` is body mass in kg."""
    found = _lately(past, exercise, mass)
    loaded = any(done.what.kg is not None for done in found)
    sets = [done for done in found if not loaded or done.what.kg is not None]
    best = max((_one_rm(done, lifter) for done in sets), default=0.0)
    blank = LiftModel(
        exercise, lifter, mass, Memory(), loaded,
        kg=(sets[-1].what.kg if sets else None) or 1.0,
        best_kg=best,
        sessions=len(past),
        since=past[-1].workout.started_at if past else None,
    )  # fmt: skip
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
    sets = [
        Done(model.sessions, at, each)
        for each in evidence((*today, asked), model.exercise, model.body_kg)
    ]
    *before, (here, _) = _placed(model, sets)
    memory = model.memory
    for place, reps in before:
        memory = remember(memory, place, reps, place.noise)
    mean, spread = expect(memory, here)
    centre = min(model.lifter.usual + mean, _ceiling(model, sets))
    return _banded(centre, spread, model.lifter)


def _ceiling(model: LiftModel, sets: Sequence[Done]) -> float:
    """Reps that even the best sets of late do not promise at the load of the last set.

    Habit says little of loads far above the usual ones; there Epley's curve (1985)
    holds, with room for a better day.
    """
    *before, asked = sets
    best = max((_one_rm(done, model.lifter) for done in before), default=0.0)
    best = max(model.best_kg, best) * BETTER_DAY
    if not best or asked.what.kg is None:
        return MOST_REPS
    return max(0.0, EPLEY * (best / asked.what.kg - 1))


def _one_rm(done: Done, lifter: Lifter) -> float:
    """Epley's 1RM of a set in kilograms; 0 for one without a load."""
    return (done.what.kg or 0.0) * (1 + _total(done, lifter) / EPLEY)


def _total(done: Done, lifter: Lifter) -> float:
    """Reps plus reps left, the lifter's usual number where it was not reported."""
    left = lifter.unrated_left if done.what.left is None else done.what.left
    return done.what.reps + left


def read(
    model: LiftModel,
    load_kg: float | None,
    *,
    at: datetime,
    today: Sequence[LoggedSet] = (),
    rest_s: float | None = None,
) -> Reading:
    """How many good reps the lifter can do with this load now.

    Args:
        model: the lift, as learned from finished workouts.
        load_kg: the load, on bodyweight lifts the added one, on assisted ones the
            assistance, in kilograms; None for none.
        at: now.
        today: the sets of this lift already done in this session, in order.
        rest_s: seconds of rest before the set, if known.
    """
    last = model.since
    days_ago = None if last is None else max(0, (at.date() - last.date()).days)
    done = sum(is_working(each) for each in today)
    facts = Reading(
        basis=basis_words(model.sessions, days_ago, done),
        sessions=model.sessions,
        days_ago=days_ago,
    )
    if reason := _why_not(model, load_kg, done):
        return replace(facts, reason=reason)
    said = forecast(model, load_kg, at=at, today=today, rest_s=rest_s)
    unsure = NEW_LIFT_HALF_BAND if model.sessions < KNOWN_SESSIONS else 0.0
    return replace(
        facts,
        assessable=True,
        max_reps=said.reps,
        low=max(0.0, min(said.low, said.reps - unsure)),
        high=max(said.high, said.reps + unsure),
    )


def _why_not(model: LiftModel, load_kg: float | None, done_today: int) -> str:
    """Why the meter cannot say; empty when it can."""
    kind = model.exercise.load
    if kind in (LoadKind.DURATION, LoadKind.DISTANCE):
        return f"{_MEASURED_IN[kind]} is measured here, not reps"
    if model.exercise.equipment == "band":
        return "the pull of a band is not known"
    if kind is LoadKind.ASSISTED and model.body_kg is None:
        return "no body mass of the last 60 days"
    if not model.sessions and not done_today:
        return "no working sets of this lift yet"
    if kind is LoadKind.WEIGHT and model.loaded and not load_kg:
        return "no load given"
    return ""


def _banded(centre: float, spread: float, lifter: Lifter) -> Forecast:
    """The forecast in the lifter's own steps: whole reps where totals are whole.

    The middle of a count is a count, and a band holds no more counts for the fractions
    at its ends.
    """
    grain, half = lifter.grain, spread * lifter.stretch
    reps = min(MOST_REPS, max(0.0, round(centre / grain) * grain))
    low = ceil((centre - half) / grain) * grain
    high = floor((centre + half) / grain) * grain
    return Forecast(
        reps,
        max(0.0, min(low, reps - LEAST_HALF_BAND)),
        max(high, reps + LEAST_HALF_BAND),
        spread,
    )


def _lately(
    past: Sequence[Session], exercise: Exercise, mass: float | None
) -> list[Done]:
    """The sets to remember, oldest first: the latest, and rated ones before them."""
    recent: list[Done] = []
    older: list[Done] = []
    seen = 0
    for number in reversed(range(len(past))):
        session = past[number]
        body = None if mass is None else session.body_kg or mass
        sets = tuple(evidence(session.working, exercise, body))
        for what in reversed(sets):
            done = Done(number, session.workout.started_at, what)
            if len(recent) < RECENT_SETS:
                recent.append(done)
            elif what.left is not None and len(older) < OLDER_RATED_SETS:
                older.append(done)
        seen += len(sets)
        full = len(recent) == RECENT_SETS and len(older) == OLDER_RATED_SETS
        if full or seen > LOOK_BACK_SETS:
            break
    return [*reversed(older), *reversed(recent)]


def _placed(model: LiftModel, sets: Iterable[Done]) -> Iterator[tuple[Point, float]]:
    """Each set as a point, with how far its reps were above the lifter's usual."""
    opened: dict[int, float] = {}
    for done in sets:
        what = done.what
        load = log(what.kg / model.kg) if what.kg and model.loaded else 0.0
        first = opened.setdefault(done.session, load)
        days = (done.at - model.since).total_seconds() / DAY_S if model.since else 0.0
        place = point(
            done.session, what.place, days, (first, load), what.weariness,
            rated=what.left is not None,
        )  # fmt: skip
        yield place, _total(done, model.lifter) - model.lifter.usual
