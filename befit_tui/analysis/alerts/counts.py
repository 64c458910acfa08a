"""What one workout comes to, in the counts that rules ask for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from befit_tui.analysis.volume import HARD_LEFT, muscle_sets
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Risk
from befit_tui.domain.workout import Entry, LoggedSet, SetTarget, Workout

NEAR_TOP = 0.95
"""Share of the top load of a day from which a set is work and no ramp to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutCounts:
    """The working sets of a workout, cardio and mobility aside.

    ``unrated`` are sets in reps of unknown effort: nobody is asked what was left of a
    plank. ``formed`` are sets whose form is known. ``bands`` counts rated sets by reps
    left, 0 to 4 and more, halves with the rep above. ``early`` are failures with more
    sets of the lift to come, ``big`` those on lifts where failure has a price,
    ``unknown`` those on lifts of which nobody knows whether it has. ``planned`` are
    rated sets whose plan left a rep or more, ``unplanned`` those that failed anyway,
    ``aimed`` and ``hit`` sets with a target and those inside it. ``volume`` is hard
    sets by muscle; ``failed`` and ``lefts`` go by the muscles that drive the lift, and
    ``lefts`` has only sets at its top load.
    """

    sets: int
    unrated: int
    formed: int
    bands: Mapping[int, int]
    failures: int
    early: int
    big: int
    unknown: int
    planned: int
    unplanned: int
    aimed: int
    hit: int
    volume: Mapping[str, float]
    failed: Mapping[str, int]
    lefts: Mapping[str, tuple[float, ...]]

    @property
    def rated(self) -> int:
        """How many sets had a known effort."""
        return sum(self.bands.values())


@dataclass(frozen=True, slots=True)
class _Done:
    exercise: Exercise
    done: LoggedSet
    left: float | None
    failed: bool
    friendly: bool
    at_top: bool
    is_last: bool
    aim: SetTarget | None


def tally_of(workout: Workout, exercises: Callable[[str], Exercise]) -> WorkoutCounts:
    """The counts of a workout."""
    found = list(_working(workout, exercises))
    rated = [(one, one.left) for one in found if one.left is not None]
    aims = [(one.aim.left, left) for one, left in rated if one.aim and one.aim.left]
    failed: Counter[str] = Counter()
    lefts: dict[str, list[float]] = defaultdict(list)
    for one in found:
        for muscle in one.exercise.primary:
            failed[muscle] += one.failed
            if one.left is not None and one.at_top:
                lefts[muscle].append(one.left)
    return WorkoutCounts(
        sets=len(found),
        unrated=sum(one.left is None and one.done.reps is not None for one in found),
        formed=sum(one.done.form is not None for one in found),
        bands=Counter(min(ceil(left), HARD_LEFT) for _, left in rated),
        failures=sum(one.failed for one in found),
        early=sum(one.failed and not one.is_last for one in found),
        big=sum(
            one.failed and not one.friendly for one in found if has_class(one.exercise)
        ),
        unknown=sum(one.failed for one in found if not has_class(one.exercise)),
        planned=sum(aim[0] >= 1 for aim, _ in aims),
        unplanned=sum(aim[0] >= 1 and left == 0 for aim, left in aims),
        aimed=len(aims),
        hit=sum(aim[0] <= left <= aim[1] for aim, left in aims),
        volume=muscle_sets(workout, exercises),
        failed=failed,
        lefts={muscle: tuple(known) for muscle, known in lefts.items()},
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
                    reached_failure(done),
                    friendly,
                    done.load is None or done.load.kg >= NEAR_TOP * top,
                    place == working[-1],
                    aim_of(entry, place),
                )


def _top(entry: Entry) -> float:
    """The heaviest load of the working sets of an entry, in kilograms."""
    loads = (done.load for done in entry.sets if is_working(done))
    return max((load.kg for load in loads if load is not None), default=0.0)
