"""The meter itself: learn a lift from its sessions, forecast a set of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from math import ceil, floor, hypot, log

from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.meter.curve import (
    SAME,
    Knot,
    RepCurve,
    falling,
    guesses,
    weighted_median,
)
from befit_tui.analysis.meter.doubled import Top, tops
from befit_tui.analysis.meter.evidence import (
    MOST_REPS,
    Evidence,
    evidence,
    one_rm,
    ramp,
    telling,
    total,
)
from befit_tui.analysis.meter.lifter import Forecast, Lifter
from befit_tui.analysis.meter.memory import (
    Memory,
    Point,
    expect,
    freshness,
    recall,
    remember,
    spread,
)
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import LoggedSet

REMEMBERED, UNRATED = 52, 16
"""Sets of the lift that are remembered, and how many of them may be unrated ones. More
of them do not forecast better."""
LOOK_BACK = 80
"""How many sessions back rated ones are looked for."""
LEAST_HALF_BAND = 0.5
"""Reps to either side of a forecast that a band has at least."""
MOST_LOADS = 12
"""Loads of the remembered sets that make up the curve: those that count most."""
NEAR, FAR, CHANGED = 0.05, 10.0, 5.0
"""A load so near in ln to another is as well known. Beyond, the standard deviation of
the forecast grows by so many reps per unit of ln from the remembered loads, and from
those of the last session (product constants)."""
BETTER_DAY = 1.1
"""What the best set of late may be beaten by: twice the retest CV of a 1RM, 4.2%, and
a little (Grgic 2020)."""
BEST_DAY = 1.2
"""The same for the upper end of a band (product constant: four times that CV)."""
RAMPS, RAMP_SAY = 5, 0.1
"""Latest sessions whose ramps up are kept, and how little a set of one counts where
loads are compared (product constants)."""
NEW_SESSIONS = 3
"""Below so many sessions little is known of what loads make of a lift."""
DAY_S = 86400.0


class LiftModel(Value, frozen=True):
    """What the meter knows of one lift; a value, so it can be kept and shared.

    Days and loads are measured from ``since`` and ``kg``, those of the last session.
    ``ramp`` are loads of easy sets of late, with the reps that they likely allow.
    ``best_kg`` is the best estimated 1RM in memory, ``tops`` are the heaviest sets of
    the latest sessions.
    ``loaded`` is False when no set of the lift had a load: then only reps count.
    """

    exercise: Exercise
    lifter: Lifter
    body_kg: float | None
    memory: Memory
    loaded: bool
    kg: float
    ramp: tuple[tuple[float, float], ...]
    best_kg: float
    tops: tuple[Top, ...]
    sessions: int
    since: datetime | None

    @property
    def usual(self) -> float:
        """Reps plus reps left that one expects before any set of the lift is asked."""
        return self.lifter.usual.value


Dated = tuple[int, datetime, Evidence]
"""A set as evidence, with the number of its session and when that began."""


def learn_sessions(
    past: Sequence[Session], exercise: Exercise, lifter: Lifter, mass: float | None
) -> LiftModel:
    """Learn a lift from its sessions, oldest first; ``mass`` is body mass in kg now."""
    found = _lately(past, lifter, mass)
    eased = (ramp(_evidence(each, mass), lifter) for each in past[-RAMPS:])
    loaded = any(what.kg is not None for *_, what in found)
    sets = [each for each in found if not loaded or each[-1].kg is not None]
    blank = LiftModel(
        exercise=exercise,
        lifter=lifter,
        body_kg=mass,
        memory=Memory(),
        loaded=loaded,
        kg=(sets[-1][-1].kg if sets else None) or 1.0,
        ramp=tuple({kg: reps for each in eased for kg, reps in each}.items()),
        best_kg=max((one_rm(what, lifter) for *_, what in sets), default=0.0),
        tops=tops(past),
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
    load = Load(load_kg or 0.0, Unit.KG)
    asked = LoggedSet(id="", load=load, reps=0, left=0, rest_s=rest_s)
    *done, last = evidence((*today, asked), model.exercise, model.body_kg)
    told = [each for each in telling(done, model.lifter) if not _is_ramp(model, each)]
    sets = [*told, last]
    *before, (here, _) = _placed(model, [(model.sessions, at, each) for each in sets])
    memory = model.memory
    for place, reps in before:
        memory = remember(memory, place, reps)
    curve, said = _curve(model, memory, here)
    plain = model.usual + curve.at(here.load)
    beyond = max([MOST_REPS, *(model.usual + each for each in memory.reps)])
    most = min(_ceiling(model, sets, BETTER_DAY, beyond), beyond)
    centre = max(0.0, min(plain + model.lifter.correction, most))
    # In the counts that this lifter counts in.
    step, unsure = model.lifter.grain, _unsure(model, memory, here, curve)
    half = unsure * model.lifter.stretch
    reps = round(centre / step) * step
    low = min(ceil((centre - half) / step) * step, reps - LEAST_HALF_BAND)
    high = max(floor((centre + half) / step) * step, reps + LEAST_HALF_BAND)
    # Little is known of loads far above the usual ones, but not that they are light.
    edge = max(reps + LEAST_HALF_BAND, ceil(_ceiling(model, sets, BEST_DAY, beyond)))
    named = tuple(None if each is None else each + model.usual for each in said)
    low, high = max(0.0, low), min(high, edge)
    return Forecast(reps, low, high, plain, named)


def _unsure(model: LiftModel, memory: Memory, here: Point, curve: RepCurve) -> float:
    """The standard deviation of a forecast."""
    recent = (one.load for one in memory.points if one.session == model.sessions - 1)
    return hypot(
        spread(memory, here),
        FAR * _distance(here.load, (knot.load for knot in curve.knots)),
        CHANGED * _distance(here.load, recent),
    )


def _distance(load: float, others: Iterable[float]) -> float:
    """How much further than near ln of a load is from all others."""
    nearest = min((abs(load - each) for each in others), default=0.0)
    return max(0.0, nearest - NEAR)


def _curve(
    model: LiftModel, memory: Memory, here: Point
) -> tuple[RepCurve, Sequence[float | None]]:
    """Reps above the usual against load for a set, and what is guessed for its own.

    Every load that is remembered is guessed for, as if it were asked for, and then the
    guesses are made to fall: so the answer is one curve, whichever load is asked.
    """
    weights: dict[float, float] = {}
    for known in memory.points:
        same = (each for each in weights if abs(each - known.load) < SAME)
        load = next(same, known.load)
        weights[load] = weights.get(load, 0.0) + freshness(known, here)
    loads = sorted(weights, key=weights.__getitem__)[-MOST_LOADS:] or [here.load]
    points = [*(here.moved(load) for load in loads), here]
    options = [
        (mean, *guesses(memory.points, memory.reps, each))
        for each, mean in zip(points, expect(memory, points), strict=True)
    ]
    trust = model.lifter.trust
    middle = (weighted_median(zip(said, trust, strict=True)) for said in options)
    knots = [
        Knot(load, reps, weights.get(load, 1.0))
        for load, reps in zip(loads, middle, strict=False)
    ]
    eased = ((_ln(model, kg), reps - model.usual) for kg, reps in model.ramp)
    knots += [
        Knot(load, reps, RAMP_SAY)
        for load, reps in eased
        if all(abs(load - each) >= SAME for each in loads)
    ]
    is_new = model.sessions < NEW_SESSIONS
    return RepCurve(falling(knots), is_new), options[-1]


def _ceiling(
    model: LiftModel, sets: Sequence[Evidence], day: float, beyond: float
) -> float:
    """Reps that even the best sets of late do not promise at the load of the last.

    It is ``beyond`` where no load tells.
    Habit says little of loads far above the usual ones; there Epley's curve holds,
    with room for a ``day`` on which the best load is so many times as much.
    """
    *before, asked = sets
    best = max([model.best_kg, *(one_rm(done, model.lifter) for done in before)])
    if not best or asked.kg is None:
        return beyond
    return max(0.0, EPLEY * (best * day / asked.kg - 1))


def _lately(past: Sequence[Session], lifter: Lifter, mass: float | None) -> list[Dated]:
    """The sets to remember, oldest first: the latest rated ones and a few others."""
    kept: list[Dated] = []
    unrated = 0
    for number in reversed(range(len(past))[-LOOK_BACK:]):
        for what in reversed(telling(_evidence(past[number], mass), lifter)):
            if len(kept) == REMEMBERED:
                return kept[::-1]
            unrated += what.left is None
            if what.left is not None or unrated <= UNRATED:
                kept.append((number, past[number].workout.started_at, what))
    return kept[::-1]


def _evidence(session: Session, mass: float | None) -> list[Evidence]:
    body = None if mass is None else session.body_kg or mass
    return list(evidence(session.working, session.exercise, body))


def _is_ramp(model: LiftModel, done: Evidence) -> bool:
    """Whether a set of today is one that leads up to the work as it does of late."""
    loads = (kg for kg, _ in model.ramp)
    return done.left is None and any(
        abs(kg / (done.kg or 1) - 1) < SAME for kg in loads
    )


def _placed(model: LiftModel, sets: Iterable[Dated]) -> Iterator[tuple[Point, float]]:
    """Each set as a point, with how far its reps were above the usual."""
    usual = model.usual
    for session, at, what in sets:
        days = (at - model.since).total_seconds() / DAY_S if model.since else 0.0
        first, load = _ln(model, what.first_kg), _ln(model, what.kg)
        rated, tired = what.left is not None, what.weariness
        place = Point(session, what.place, days, first, load, tired, rated)
        yield place, total(what, model.lifter) - usual


def _ln(model: LiftModel, kg: float | None) -> float:
    """The natural logarithm of a load, from the origin; 0 where loads do not count."""
    return log(kg / model.kg) if kg and model.loaded else 0.0
