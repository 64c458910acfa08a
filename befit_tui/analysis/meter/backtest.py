"""How good the meter is: every rated set of a log, forecast from the sets before it.

Nothing is fitted on the log as a whole: the workouts are replayed in order, and a set
joins what the meter knows only after it was forecast. Beside it stands what other apps
would say: formulas on past sets, blind to effort and order.
"""

from collections.abc import Callable, Iterable, Iterator

from befit_tui.analysis.lift.sessions import Session, session_of, weigh_ins
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.meter.evidence import MOST_REPS
from befit_tui.analysis.meter.lifter import LONGEST_TOTAL, Forecast, Lifter
from befit_tui.analysis.meter.model import forecast, learn_sessions
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import in_order
from befit_tui.domain.load import Load, Unit
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
FORMULAS = ("epley_last", "brzycki_last", "last_set")
LoadedSet = tuple[float, int]
"""Kilograms and reps of one set."""


class Trial(Value, frozen=True):
    """A rated set of a session and what was said before it.

    ``place`` is its number among the working sets, ``total`` what came: reps done plus
    reps left. ``last`` are the working sets of the last session with loads.
    """

    session: Session
    place: int
    total: float
    said: Forecast
    last: tuple[LoggedSet, ...]

    @property
    def done(self) -> LoggedSet:
        """The set."""
        return self.session.working[self.place]

    @property
    def left(self) -> float:
        """The reps that were left."""
        return self.total - (self.done.reps or 0)

    @property
    def load(self) -> Load:
        """Its load."""
        return self.done.load or Load(0, Unit.KG)

    @property
    def counts(self) -> bool:
        """Whether the set is short enough to enter the errors."""
        return self.total <= LONGEST_TOTAL

    @property
    def changed(self) -> bool:
        """Whether no set of the session before had about this load."""
        before = (kg for kg, _ in _loaded(self.last))
        return all(abs(self.load.kg - each) > CHANGED * each for each in before)

    @property
    def forecasts(self) -> dict[str, float]:
        """What the meter said and the formulas would have, from what came before."""
        last = _loaded(self.last)
        before = _loaded(self.session.working[: self.place]) or last
        formulas = {
            "epley_last": epley(self.load.kg, last),
            "brzycki_last": brzycki(self.load.kg, last),
            "last_set": float(before[-1][1]) if before else 0.0,
        }
        bounded = {n: min(MOST_REPS, max(0.0, reps)) for n, reps in formulas.items()}
        return {METER: self.said.reps, **bounded}


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
    model = learn_sessions(past, session.exercise, lifter, session.body_kg)
    last = next((one.working for one in reversed(past) if _loaded(one.working)), ())
    at = session.workout.started_at
    for place, done, total in rated:
        load = done.load.kg if done.load is not None else None
        today = session.working[:place]
        said = forecast(model, load, at=at, today=today, rest_s=done.rest_s)
        yield Trial(session, place, total, said, last)


class BacktestResult(Value, frozen=True):
    """The judged sets of one log and what they add up to: None where there are none."""

    judged: tuple[Trial, ...]

    @property
    def counted(self) -> tuple[Trial, ...]:
        """The judged sets that enter the errors."""
        return tuple(each for each in self.judged if each.counts)

    @property
    def capacity(self) -> "BacktestResult":
        """The hard sets at a changed load alone: the second judge."""
        hard = (each for each in self.judged if each.changed and each.left <= HARD)
        return BacktestResult(tuple(hard))

    @property
    def figures(self) -> dict[str, float | None]:
        """Mean absolute errors in reps, the meter's first, and its bias and band.

        Bias is predicted minus actual, coverage the share of outcomes within the 80%
        band, width that of the band in reps.
        """
        pairs = [(one, one.forecasts) for one in self.counted]
        found = {
            name: _mean(abs(said[name] - one.total) for one, said in pairs)
            for name in (METER, *FORMULAS)
        }
        bands = [(one.said, one.total) for one in self.counted]
        return found | {
            "bias": _mean(said.reps - total for said, total in bands),
            "coverage": _mean(said.low <= total <= said.high for said, total in bands),
            "width": _mean(said.high - said.low for said, _ in bands),
        }


def judge(
    workouts: Iterable[Workout], exercises: Callable[[str], Exercise]
) -> BacktestResult:
    """Replay a log in any order and judge the forecast of every rated set with a load.

    Its exercise has working sets in three earlier workouts.
    """
    judged = (
        one
        for _, trials in replay(in_order(workouts), exercises)
        for one in trials
        if one.load.kg > 0 and one.left <= MOST_LEFT
    )
    return BacktestResult(tuple(judged))


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


def _loaded(sets: Iterable[LoggedSet]) -> list[LoadedSet]:
    return [
        (done.load.kg, done.reps)
        for done in sets
        if done.load is not None and done.load.kg > 0 and done.reps is not None
    ]
