"""How good the meter is: every rated set of a log, forecast from the sets before it.

Nothing is fitted on the log as a whole: the workouts are replayed in order, and a set
joins what the meter knows only after it was forecast. Beside it stands what other apps
would say: formulas on past sets, blind to effort and order.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from befit_tui.analysis.lift.sessions import Session, session_of, weigh_ins
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.meter.evidence import MOST_REPS
from befit_tui.analysis.meter.lifter import LONGEST_TOTAL, Forecast, Lifter
from befit_tui.analysis.meter.model import forecast, learn_sessions
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import in_order
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value
from befit_tui.domain.workout import LoggedSet, Workout

EARLIER_WORKOUTS = 3
"""Workouts with the lift that must lie before a set that is forecast."""
HABIT_WORKOUTS, TRIAL_WORKOUTS = 200, 8
"""Latest workouts that show a lifter's habits, and how far to trust the meter with
them (product constants: a long log must not make the first reading wait)."""
HARD, CHANGED = 1.0, 0.05
"""The second judge asks for capacity, not habit: for sets with so many left at most, at
a load further from all of the session before than such a share of it."""
MOST_LEFT = 4.0
"""An RPE of 6: what is rated easier is no measure of capacity."""
METER = "meter"
NAMES = ("epley_last", "brzycki_last", "last_set")
LoadedSet = tuple[float, int]
"""Kilograms and reps of one set."""


class Trial(Value, frozen=True):
    """A rated set and what was said before it; ``past`` and ``place`` lie before it."""

    session: Session
    past: Sequence[Session]
    place: int
    done: LoggedSet
    total: float
    said: Forecast


def replay(
    workouts: Iterable[Workout], exercises: Callable[[str], Exercise], start: int = 0
) -> Iterator[tuple[Lifter, list[Trial]]]:
    """For each workout, oldest first, its trials and the lifter known after it.

    There are no trials before workout ``start`` (negative: from the end).
    """
    log = tuple(workouts)
    start = start if start >= 0 else len(log) + start
    known = weigh_ins(log)
    past: dict[str, list[Session]] = {}
    lifter = Lifter()
    for number, workout in enumerate(log):
        found: list[Trial] = []
        for name in dict.fromkeys(entry.exercise for entry in workout.entries):
            session = session_of(workout, exercises(name), known)
            before = past.setdefault(name, [])
            if number >= start and len(before) >= EARLIER_WORKOUTS:
                found += _trials(session, before, lifter)
            if session.working:
                before.append(session)
        for each in found:
            lifter = lifter.taught(each.total, each.said)
        lifter = lifter.after(workout)
        yield lifter, found


def lifter_of(
    workouts: Iterable[Workout], exercises: Callable[[str], Exercise]
) -> Lifter:
    """The lifter that the end of a log shows; ``workouts`` are oldest first."""
    log = tuple(workouts)[-HABIT_WORKOUTS:]
    *_, (lifter, _) = ((Lifter(), []), *replay(log, exercises, -TRIAL_WORKOUTS))
    return lifter


def _trials(session: Session, past: list[Session], lifter: Lifter) -> Iterator[Trial]:
    rated = [
        (place, done, done.reps + left)
        for place, done in enumerate(session.working)
        if done.reps is not None and (left := known_left(done)) is not None
    ]
    if not rated:
        return
    earlier = tuple(past)
    model = learn_sessions(earlier, session.exercise, lifter, session.body_kg)
    at = session.workout.started_at
    for place, done, total in rated:
        load = done.load.kg if done.load is not None else None
        today = session.working[:place]
        said = forecast(model, load, at=at, today=today, rest_s=done.rest_s)
        yield Trial(session, earlier, place, done, total, said)


class JudgedSet(Value, frozen=True, kw_only=True):
    """One forecast and what came; ``predicted``, ``low``, ``high`` are reps + left.

    ``line`` is its place in its file, 0 without one; ``changed``: no set of the session
    before had about this load; ``baselines`` are what the formulas would have said.
    """

    line: int
    exercise: Exercise
    started_at: datetime
    load: Load
    reps: int
    left: float
    predicted: float
    low: float
    high: float
    changed: bool
    baselines: Mapping[str, float]

    @property
    def total(self) -> float:
        """What came: reps done plus reps left."""
        return self.reps + self.left

    @property
    def counts(self) -> bool:
        """Whether the set is short enough to enter the errors."""
        return self.total <= LONGEST_TOTAL

    def said(self, name: str) -> float:
        """The forecast of the meter or of a baseline."""
        return self.predicted if name == METER else self.baselines[name]


class BacktestResult(Value, frozen=True):
    """The judged sets of one log and what they add up to: None where there are none."""

    judged: tuple[JudgedSet, ...]

    @property
    def counted(self) -> tuple[JudgedSet, ...]:
        """The judged sets that enter the errors."""
        return tuple(each for each in self.judged if each.counts)

    @property
    def capacity(self) -> "BacktestResult":
        """The hard sets at a changed load alone: the second judge."""
        hard = (each for each in self.judged if each.changed and each.left <= HARD)
        return BacktestResult(tuple(hard))

    @property
    def errors(self) -> dict[str, float | None]:
        """Mean absolute error in reps by name, the meter first."""
        return {
            name: _mean(abs(each.said(name) - each.total) for each in self.counted)
            for name in (METER, *NAMES)
        }

    @property
    def bias(self) -> float | None:
        """Mean of predicted minus actual, in reps."""
        return _mean(each.predicted - each.total for each in self.counted)

    @property
    def coverage(self) -> float | None:
        """Share of outcomes within the 80% band, 0 to 1."""
        return _mean(each.low <= each.total <= each.high for each in self.counted)

    @property
    def width(self) -> float | None:
        """Mean width of the band in reps."""
        return _mean(each.high - each.low for each in self.counted)


def judge(
    workouts: Iterable[Workout],
    exercises: Callable[[str], Exercise],
    lines: Mapping[str, int] | None = None,
) -> BacktestResult:
    """Replay a log in any order and judge the forecast of every rated set with a load.

    Its exercise has working sets in three earlier workouts. ``lines`` gives the line of
    a set in its file by its id.
    """
    judged = (
        _judged(trial, trial.done.load, (lines or {}).get(trial.done.id, 0))
        for _, trials in replay(in_order(workouts), exercises)
        for trial in trials
        if trial.done.load is not None and trial.done.load.value > 0
    )
    return BacktestResult(tuple(each for each in judged if each.left <= MOST_LEFT))


def _judged(trial: Trial, load: Load, line: int) -> JudgedSet:
    earlier = trial.session.working[: trial.place]
    reps = trial.done.reps or 0
    before = [done.load.kg for done in trial.past[-1].working if done.load is not None]
    changed = all(abs(load.kg - each) > CHANGED * each for each in before)
    return JudgedSet(
        line=line,
        exercise=trial.session.exercise,
        started_at=trial.session.workout.started_at,
        load=load,
        reps=reps,
        left=trial.total - reps,
        predicted=trial.said.reps,
        low=trial.said.low,
        high=trial.said.high,
        changed=changed,
        baselines=baselines(load.kg, trial.past, earlier),
    )


def _mean(values: Iterable[float]) -> float | None:
    found = tuple(values)
    return sum(found) / len(found) if found else None


def epley(kg: float, sets: Iterable[LoadedSet]) -> float:
    """Reps by Epley 1985, 1RM = load (1 + reps / 30), from the best of ``sets``."""
    best = max((load * (1 + reps / EPLEY) for load, reps in sets), default=0.0)
    return EPLEY * (best / kg - 1)


def brzycki(kg: float, sets: Iterable[LoadedSet]) -> float:
    """Reps by Brzycki 1993, 1RM = 36 load / (37 - reps), from the best of ``sets``.

    The formula has no meaning from 37 reps on; longer sets count as 36.
    """
    best = max((36 * load / (37 - min(36, reps)) for load, reps in sets), default=kg)
    return 37 - 36 * kg / best


def baselines(
    kg: float, past: Sequence[Session], earlier: Iterable[LoggedSet]
) -> dict[str, float]:
    """What each baseline forecasts for a set of ``kg``, from what came before it."""
    loaded = (_loaded(each.working) for each in reversed(past))
    last = next((sets for sets in loaded if sets), [])
    before = _loaded(earlier) or last
    done = float(before[-1][1]) if before else 0.0
    found = zip(NAMES, (epley(kg, last), brzycki(kg, last), done), strict=True)
    return {name: min(MOST_REPS, max(0.0, reps)) for name, reps in found}


def _loaded(sets: Iterable[LoggedSet]) -> list[LoadedSet]:
    return [
        (done.load.kg, done.reps)
        for done in sets
        if done.load is not None and done.load.kg > 0 and done.reps is not None
    ]
