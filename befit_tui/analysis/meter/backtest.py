"""How good the meter is, beside what other apps would say: formulas on past sets."""

from collections.abc import Callable, Iterable

from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.meter.evidence import MOST_REPS
from befit_tui.analysis.meter.lifter import LONGEST_TOTAL
from befit_tui.analysis.meter.replay import Trial, replay
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import in_order
from befit_tui.domain.value import Value
from befit_tui.domain.workout import LoggedSet, Workout

HARD, CHANGED = 1.0, 0.05
"""The second judge asks for capacity, not habit: for sets with so many left at most, at
a load further from all of the session before than such a share of it."""
MOST_LEFT = 4.0
"""An RPE of 6: what is rated easier is no measure of capacity."""
METER = "meter"
FORMULAS = ("epley_last", "brzycki_last", "last_set")
LoadedSet = tuple[float, int]
"""Kilograms and reps of one set."""


class BacktestResult(Value, frozen=True):
    """The judged sets of one log and what they add up to: None where there are none."""

    judged: tuple[Trial, ...]

    @property
    def counted(self) -> tuple[Trial, ...]:
        """The judged sets that enter the errors."""
        return tuple(each for each in self.judged if each.total <= LONGEST_TOTAL)

    @property
    def capacity(self) -> "BacktestResult":
        """The hard sets at a changed load alone: the second judge."""
        hard = (one for one in self.judged if one.left <= HARD and _is_changed(one))
        return BacktestResult(tuple(hard))

    @property
    def figures(self) -> dict[str, float | None]:
        """Mean absolute errors in reps, the meter's first, and its bias and band.

        Bias is predicted minus actual, coverage the share of outcomes within the 80%
        band, width that of the band in reps.
        """
        pairs = [(one, forecasts(one)) for one in self.counted]
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
        if one.done.kg > 0 and one.left <= MOST_LEFT
    )
    return BacktestResult(tuple(judged))


def forecasts(trial: Trial) -> dict[str, float]:
    """What the meter said and the formulas would have, from what came before."""
    kg, last = trial.done.kg, _loaded(trial.last)
    before = _loaded(trial.session.working[: trial.place]) or last
    done = float(before[-1][1]) if before else 0.0
    found = zip(FORMULAS, (epley(kg, last), brzycki(kg, last), done), strict=True)
    bounded = {name: min(MOST_REPS, max(0.0, reps)) for name, reps in found}
    return {METER: trial.said.reps, **bounded}


def _is_changed(trial: Trial) -> bool:
    """Whether no set of the session before had about the load of a set."""
    apart = (abs(trial.done.kg - kg) > CHANGED * kg for kg, _ in _loaded(trial.last))
    return all(apart)


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
