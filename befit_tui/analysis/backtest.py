"""How good the meter is: every rated set of a log, forecast from the sets before it.

Nothing is fitted on the log as a whole. The workouts are replayed in order; a set is
forecast from earlier sets only, then it joins what the meter knows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from befit_tui.analysis.baselines import NAMES, baselines
from befit_tui.analysis.meter.lifter import LONGEST_TOTAL, Lifter
from befit_tui.analysis.meter.model import LiftModel, forecast, learn_sessions
from befit_tui.analysis.sessions import Session, session_of, weigh_ins
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load
from befit_tui.domain.workout import Workout

EARLIER_WORKOUTS = 3
"""Workouts with the lift that must lie before a set that is judged."""
MOST_LEFT = 4.0
"""An RPE of 6: what is rated easier is no measure of capacity."""
METER = "meter"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSet:
    """One forecast and what came; ``predicted``, ``low``, ``high`` are reps + left.

    ``line`` is where the set stands in its file, 0 if it came from none. ``baselines``
    holds what the usual formulas would have said, by their name.
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


@dataclass(frozen=True, slots=True)
class BacktestResult:
    """The judged sets of one log and what they add up to; None where there are none.

    ``errors`` are mean absolute errors in reps of the meter and the baselines,
    ``coverage`` the share of sets within the 80% band, ``width`` its mean in reps.
    """

    judged: tuple[JudgedSet, ...]

    @property
    def counted(self) -> tuple[JudgedSet, ...]:
        """The judged sets that enter the errors."""
        return tuple(each for each in self.judged if each.counts)

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
        """Share of outcomes within the band, 0 to 1."""
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
    """Replay a log and forecast every rated set of it.

    Args:
        workouts: the log, in any order.
        exercises: gives the exercise of an id.
        lines: the line of each set in its file, by set id.
    """
    log = sorted(workouts, key=lambda each: (each.started_at, each.id))
    known = weigh_ins(log)
    past: dict[str, list[Session]] = {}
    lifter = Lifter()
    judged: list[JudgedSet] = []
    for workout in log:
        found: list[JudgedSet] = []
        for name in dict.fromkeys(entry.exercise for entry in workout.entries):
            session = session_of(workout, exercises(name), known)
            before = past.setdefault(name, [])
            if len(before) >= EARLIER_WORKOUTS:
                found += _judged(session, before, lifter, lines or {})
            if session.working:
                before.append(session)
        lifter = lifter.after(workout)
        for each in found:
            lifter = lifter.judged(each.low <= each.total <= each.high)
        judged += found
    return BacktestResult(tuple(judged))


def _judged(
    session: Session,
    past: Sequence[Session],
    lifter: Lifter,
    lines: Mapping[str, int],
) -> Iterator[JudgedSet]:
    """The sets of one session that can be judged, with their forecasts."""
    model: LiftModel | None = None
    for number, done in enumerate(session.working):
        left, load = known_left(done), done.load
        if load is None or load.value <= 0 or done.reps is None:
            continue
        if left is None or left > MOST_LEFT:
            continue
        if model is None:
            model = learn_sessions(past, session.exercise, lifter, session.body_kg)
        started_at = session.workout.started_at
        earlier = session.working[:number]
        said = forecast(
            model, load.kg, at=started_at, today=earlier, rest_s=done.rest_s
        )
        yield JudgedSet(
            line=lines.get(done.id, 0),
            exercise=session.exercise,
            started_at=started_at,
            load=load,
            reps=done.reps,
            left=left,
            predicted=said.reps,
            low=said.low,
            high=said.high,
            baselines=baselines(load.kg, past, session, earlier),
        )


def _mean(values: Iterable[float]) -> float | None:
    found = tuple(values)
    return sum(found) / len(found) if found else None
