"""Personal records as they happen, and the number to beat before the set.

Working sets only, deloads left out. A set in which the form broke neither makes a
record nor stands in the way of one, and the first session of a lift gives none. A set
too far beyond the past to be believed counts from when a later set stands by it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import islice

from befit_tui.analysis.lift.bests import (
    SAME_LOAD_KG,
    Bests,
    is_doubtful,
    stands_by,
    weight_of,
    with_set,
    with_stood_by,
)
from befit_tui.analysis.lift.sessions import Session, session_of, weigh_ins
from befit_tui.analysis.lift.strength import est_1rm
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit, from_kg, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Form, LoadKind, Phase
from befit_tui.domain.workout import LoggedSet, Workout


class RecordKind(StrEnum):
    """What a record is about."""

    LOAD = "load"
    REPS = "reps"
    ONE_RM = "e1rm"


class Record(Value, frozen=True):
    """A record that a set made, and how to say it: ``best at 27.5 kg``."""

    kind: RecordKind
    label: str


class ToBeat(Value, frozen=True):
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


def bests_of(past: Iterable[Session]) -> Bests:
    """The bests over the working sets of ``past`` sessions, oldest first."""
    bests = Bests()
    for one in judge(past, bests):
        bests = one.bests
    return bests


class Judged(Value, frozen=True):
    """A working set with the records it made, and the bests after it."""

    session: Session
    done: LoggedSet
    records: tuple[Record, ...]
    bests: Bests


def judge(found: Iterable[Session], bests: Bests) -> Iterator[Judged]:
    """Each working set of some sessions against the bests before it.

    A doubtful set that a later one stands by counts where it was done; one that none
    of these stands by waits in ``Bests.doubted``.
    """
    sets = [(session, done) for session in found for done in session.working]
    for place, (session, done) in enumerate(sets):
        later = (one for _, one in islice(sets, place + 1, None))
        records, bests = _judge(session, done, bests, later)
        yield Judged(session, done, records, bests)


def lift_records(found: Iterable[Session]) -> dict[str, tuple[Record, ...]]:
    """The records of a lift by set id; sets without one are missing.

    ``found`` are all sessions of one lift, oldest first.
    """
    made: dict[str, tuple[Record, ...]] = {}
    first: Session | None = None
    for one in judge(found, Bests()):
        if first is None and one.bests.reps:
            first = one.session
        if one.records and one.session is not first:
            made[one.done.id] = one.records
    return made


def records_of(
    workout: Workout, history: History, exercises: Callable[[str], Exercise]
) -> Mapping[str, tuple[Record, ...]]:
    """The records that a workout made over everything before it, by set id.

    ``history`` may hold it already, and later ones.
    """
    known = weigh_ins((*history, workout))
    made: dict[str, tuple[Record, ...]] = {}
    for exercise in map(exercises, {entry.exercise for entry in workout.entries}):
        past = {one.workout.id: one.workout for one in history.exposures(exercise.id)}
        log = (past | {workout.id: workout}).values()
        order = sorted(log, key=lambda one: (one.started_at, one.id))
        made |= lift_records(session_of(one, exercise, known) for one in order)
    ids = {done.id for done in workout.sets}
    return {key: records for key, records in made.items() if key in ids}


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


def _judge(
    session: Session, done: LoggedSet, bests: Bests, later: Iterable[LoggedSet]
) -> tuple[tuple[Record, ...], Bests]:
    weight = weight_of(session.exercise, done.load)
    if weight is None or not done.reps or done.form is Form.BROKE:
        return (), bests
    if session.workout.phase is Phase.DELOAD:
        return (), bests
    bests = with_stood_by(session, done, bests)
    if is_doubtful(session, done, weight, bests) and not any(
        stands_by(session, one, done) for one in later
    ):
        return (), replace(bests, doubted=(*bests.doubted, done))
    made: list[Record] = []
    if bests.reps and done.reps > bests.most_reps(weight):
        made.append(_reps_record(session.exercise, done, weight, bests))
    top = est_1rm(done, session.moved_kg(done))
    # A first rated set tops the lower bounds of unrated ones by its rating alone.
    comparable = bests.rated or known_left(done) is None
    if top is not None and comparable and top > bests.one_rm_kg > 0:
        made.append(_one_rm_record(top, done.load))
    return tuple(made), with_set(bests, session, done)


def _reps_record(
    exercise: Exercise, done: LoggedSet, weight: float, bests: Bests
) -> Record:
    label = load_label(exercise, done.load)
    if weight > bests.reps[0][0] + SAME_LOAD_KG:
        return Record(RecordKind.LOAD, f"best load {label}")
    return Record(RecordKind.REPS, f"best at {label}")


def _one_rm_record(kg: float, load: Load | None) -> Record:
    unit = load.unit if load is not None else Unit.KG
    value = number(round(from_kg(kg, unit), 1))
    return Record(RecordKind.ONE_RM, f"best est. 1RM {value} {unit}")
