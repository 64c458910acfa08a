"""Personal records as they happen, and the number to beat before the set.

Working sets only, deloads left out. A set in which the form broke neither makes a
record nor stands in the way of one, and the first session of a lift gives none.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile

from befit_tui.analysis.lift.sessions import Session, session_of, sessions, weigh_ins
from befit_tui.analysis.lift.strength import Estimate, estimate
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, from_kg, number
from befit_tui.domain.vocabulary import Form, LoadKind, Phase
from befit_tui.domain.workout import LoggedSet, Workout

SAME_LOAD_KG = 0.05
"""Loads closer than this are the same: 60 kg and 132.28 lb differ by 0.2 g."""


Pairs = tuple[tuple[float, int], ...]


class RecordKind(StrEnum):
    """What a record is about."""

    LOAD = "load"
    REPS = "reps"
    ONE_RM = "e1rm"


@dataclass(frozen=True, slots=True)
class Record:
    """A record that a set made, and how to say it: ``best at 27.5 kg``."""

    kind: RecordKind
    label: str


@dataclass(frozen=True, slots=True)
class ToBeat:
    """How many reps tie the past at a load, or heavier, and how many beat it.

    ``ties`` is 0 when the load itself would be a best.
    """

    ties: int
    best: int
    load: str

    @property
    def words(self) -> str:
        """``8 ties, 9 is a best``."""
        if not self.ties:
            return "any rep is a best load"
        return f"{self.ties} ties, {self.best} is a best"


@dataclass(frozen=True, slots=True)
class Bests:
    """The bests of a lift so far.

    ``reps`` holds (weight, reps) pairs that nothing beats, heaviest first, so with
    ever more reps. A weight is kilograms on the bar, added to the body, or taken off
    it (negative). ``rated`` tells whether any 1RM came from a set of known effort.
    """

    reps: Pairs = ()
    one_rm_kg: float = 0.0
    rated: bool = False

    def most_reps(self, weight: float) -> int:
        """The most reps ever done at that weight or heavier; 0 if never."""
        heavier = takewhile(lambda pair: pair[0] >= weight - SAME_LOAD_KG, self.reps)
        return max((reps for _, reps in heavier), default=0)


def weight_of(exercise: Exercise, load: Load | None) -> float | None:
    """What makes a set of an exercise heavier than another, in kilograms.

    The load; zero if there is none on bodyweight lifts; minus the assistance on
    assisted ones. None where load has no meaning or is unknown.
    """
    if exercise.load is LoadKind.REPS_ONLY:
        return 0.0
    if exercise.load is LoadKind.BODYWEIGHT_PLUS:
        return load.kg if load is not None else 0.0
    if load is None or exercise.load in (LoadKind.DURATION, LoadKind.DISTANCE):
        return None
    return -load.kg if exercise.load is LoadKind.ASSISTED else load.kg


def bests_of(past: Iterable[Session]) -> Bests:
    """The bests over the working sets of ``past`` sessions."""
    bests = Bests()
    for session in past:
        for done in session.working:
            _, bests = judge(session, done, bests)
    return bests


def judge(
    session: Session, done: LoggedSet, bests: Bests
) -> tuple[tuple[Record, ...], Bests]:
    """The records that a set makes against ``bests``, and the bests after it."""
    weight = weight_of(session.exercise, done.load)
    if weight is None or not done.reps or done.form is Form.BROKE:
        return (), bests
    if session.workout.phase is Phase.DELOAD:
        return (), bests
    more_reps = done.reps > bests.most_reps(weight)
    made: list[Record] = []
    if more_reps and bests.reps:
        made.append(_reps_record(session.exercise, done, weight, bests))
    top = estimate(done, session.moved_kg(done))
    # A first rated set tops the lower bounds of unrated ones by its rating alone.
    comparable = top is not None and (bests.rated or not top.rated)
    if top is not None and comparable and top.kg > bests.one_rm_kg > 0:
        made.append(_one_rm_record(top))
    pairs = _with_pair(bests.reps, weight, done.reps) if more_reps else bests.reps
    return tuple(made), _raised(bests, pairs, top)


def lift_records(found: Iterable[Session]) -> dict[str, tuple[Record, ...]]:
    """The records of a lift by set id; sets without one are missing.

    ``found`` are all sessions of one lift, oldest first.
    """
    made: dict[str, tuple[Record, ...]] = {}
    bests = Bests()
    for session in found:
        first = not bests.reps
        for done in session.working:
            records, bests = judge(session, done, bests)
            if records and not first:
                made[done.id] = records
    return made


def records_of(
    workout: Workout, history: History, exercises: Callable[[str], Exercise]
) -> Mapping[str, tuple[Record, ...]]:
    """The records that a workout made over everything before it, by set id."""
    known = weigh_ins((*history, workout))
    made: dict[str, tuple[Record, ...]] = {}
    for exercise_id in {entry.exercise for entry in workout.entries}:
        exercise = exercises(exercise_id)
        past = bests_before(history, exercise, workout)
        if not past.reps:
            continue
        session = session_of(workout, exercise, known)
        for done in session.working:
            records, past = judge(session, done, past)
            if records:
                made[done.id] = records
    return made


def bests_before(history: History, exercise: Exercise, workout: Workout) -> Bests:
    """The bests of a lift in every workout that started before ``workout``."""
    start = (workout.started_at, workout.id)
    earlier = takewhile(
        lambda exposure: (exposure.workout.started_at, exposure.workout.id) < start,
        history.exposures(exercise.id),
    )
    return bests_of(sessions(earlier, exercise, weigh_ins(history)))


def to_beat(bests: Bests, exercise: Exercise, load: Load | None) -> ToBeat | None:
    """The reps to beat at a load; None on a lift without a past or without loads."""
    weight = weight_of(exercise, load)
    if weight is None or not bests.reps:
        return None
    ties = bests.most_reps(weight)
    return ToBeat(ties, ties + 1, load_label(exercise, load))


def load_label(exercise: Exercise, load: Load | None) -> str:
    """A load as a record names it: ``80 kg``, ``+10 kg``, ``bodyweight``."""
    if load is None or (exercise.load is not LoadKind.WEIGHT and not load.value):
        return "bodyweight"
    signs = {LoadKind.BODYWEIGHT_PLUS: "+", LoadKind.ASSISTED: "-"}
    return f"{signs.get(exercise.load, '')}{load}"


def _reps_record(
    exercise: Exercise, done: LoggedSet, weight: float, bests: Bests
) -> Record:
    label = load_label(exercise, done.load)
    if weight > bests.reps[0][0] + SAME_LOAD_KG:
        return Record(RecordKind.LOAD, f"best load {label}")
    return Record(RecordKind.REPS, f"best at {label}")


def _one_rm_record(top: Estimate) -> Record:
    load = top.done.load
    if load is None:
        return Record(RecordKind.ONE_RM, f"best est. 1RM {number(round(top.kg, 1))} kg")
    value = number(round(from_kg(top.kg, load.unit), 1))
    return Record(RecordKind.ONE_RM, f"best est. 1RM {value} {load.unit}")


def _with_pair(pairs: Pairs, weight: float, reps: int) -> Pairs:
    kept = [p for p in pairs if p[0] > weight + SAME_LOAD_KG or p[1] > reps]
    return tuple(sorted([*kept, (weight, reps)], reverse=True))


def _raised(bests: Bests, pairs: Pairs, top: Estimate | None) -> Bests:
    if top is None:
        return replace(bests, reps=pairs)
    return Bests(pairs, max(bests.one_rm_kg, top.kg), bests.rated or top.rated)
