"""What one workout comes to, in the counts that rules ask for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from befit_tui.analysis.volume import Efforts, Shares, efforts_of, hard_sets
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Risk
from befit_tui.domain.workout import Entry, LoggedSet, SetTarget, Workout

NEAR_TOP = 0.95
"""Share of the top load of a day from which a set is work and no ramp to it."""


class WorkoutCounts(Value, frozen=True, kw_only=True):
    """The working sets of a workout, cardio and mobility aside.

    ``efforts`` are sets by reps left, ``early`` failures with more sets of the lift to
    come, ``big`` those on lifts where failure has a price, ``unknown`` those on lifts
    of which nobody knows whether it has. ``planned`` are rated sets whose plan left a
    rep or more, ``unplanned`` those that failed anyway, ``aimed`` and ``hit`` sets with
    a target and those inside it. ``volume`` is hard sets by muscle, those that drove it
    and those that helped; ``failed`` and ``lefts`` go by the muscles that drive the
    lift, and ``lefts`` has only sets at its top load.
    """

    sets: int
    efforts: Efforts
    early: int
    big: int
    unknown: int
    planned: int
    unplanned: int
    aimed: int
    hit: int
    volume: Shares
    failed: Mapping[str, int]
    lefts: Mapping[str, tuple[float, ...]]

    @property
    def failures(self) -> int:
        """Sets that ended in failure, or were rated as 0 left."""
        return self.efforts.failure

    @property
    def rated(self) -> int:
        """Sets of known effort."""
        return self.efforts.rated


class _Done(Value, frozen=True):
    exercise: Exercise
    done: LoggedSet
    left: float | None
    friendly: bool
    at_top: bool
    is_last: bool
    aim: SetTarget | None


def tally_of(workout: Workout, exercises: Callable[[str], Exercise]) -> WorkoutCounts:
    """The counts of a workout."""
    found = list(_working(workout, exercises))
    rated = [(one, one.left) for one in found if one.left is not None]
    failures = [one for one, left in rated if left == 0]
    aims = [(one.aim.left, left) for one, left in rated if one.aim and one.aim.left]
    failed: Counter[str] = Counter()
    lefts: dict[str, tuple[float, ...]] = {}
    for one in found:
        for muscle in one.exercise.primary:
            failed[muscle] += one.left == 0
            if one.left is not None and one.at_top:
                lefts[muscle] = (*lefts.get(muscle, ()), one.left)
    return WorkoutCounts(
        sets=len(found),
        efforts=efforts_of(workout, exercises),
        early=sum(not one.is_last for one in failures),
        big=sum(has_class(one.exercise) and not one.friendly for one in failures),
        unknown=sum(not has_class(one.exercise) for one in failures),
        planned=sum(aim[0] >= 1 for aim, _ in aims),
        unplanned=sum(aim[0] >= 1 and left == 0 for aim, left in aims),
        aimed=len(aims),
        hit=sum(aim[0] <= left <= aim[1] for aim, left in aims),
        volume=hard_sets(workout, exercises).parts,
        failed=failed,
        lefts=lefts,
    )


def has_class(exercise: Exercise) -> bool:
    """Whether anybody said what failure risks on a lift."""
    return isinstance(exercise.failure_risk, Risk)


def failure_friendly(exercise: Exercise, *, first_compound: bool) -> bool:
    """Whether failure now and then costs little: isolation, or an accessory."""
    accessory = not exercise.is_compound or not first_compound
    return exercise.failure_risk is Risk.GOOD and accessory


def aim_of(entry: Entry, place: int) -> SetTarget | None:
    """What the set at a place of an entry was planned as, or None.

    Targets go by kind and number, as rows do: the second working set.
    """
    kind = entry.sets[place].kind
    number = sum(done.kind is kind for done in entry.sets[:place])
    targets = entry.target.sets if entry.target is not None else ()
    alike = [target for target in targets if target.kind is kind]
    return alike[number] if number < len(alike) else None


def _working(workout: Workout, exercises: Callable[[str], Exercise]) -> Iterator[_Done]:
    compound_before = False
    for entry in workout.entries:
        exercise = exercises(entry.exercise)
        if not exercise.is_judged:
            continue
        first = exercise.is_compound and not compound_before
        compound_before = compound_before or exercise.is_compound
        friendly = failure_friendly(exercise, first_compound=first)
        top = _top(entry)
        working = [place for place, one in enumerate(entry.sets) if is_working(one)]
        for place, done in enumerate(entry.sets):
            if is_working(done):
                yield _Done(
                    exercise,
                    done,
                    known_left(done),
                    friendly,
                    done.load is None or done.load.kg >= NEAR_TOP * top,
                    place == working[-1],
                    aim_of(entry, place),
                )


def _top(entry: Entry) -> float:
    """The heaviest load of the working sets of an entry, in kilograms."""
    loads = (done.load for done in entry.sets if is_working(done))
    return max((load.kg for load in loads if load is not None), default=0.0)
